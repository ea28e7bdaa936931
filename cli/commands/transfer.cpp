#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/transfer_selection.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<MemberId> member_named(Context& context, Reading& ledger) {
    const std::string text = context.args().required("member");
    JZ_TRY(id, member_id(text));
    JZ_TRY(member, ledger.member(id));
    if (!member) {
        return fail(Exit::not_found, say({"没有党员 {}", "there is no member {}"}, id.text()),
                    Text{"查找：jiezhuan member find --name 姓名", "look: jiezhuan member find --name NAME"});
    }
    return id;
}

Result<Answer> open(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const Args& args = context.args();
        Transfer wanted;
        JZ_TRY(member, member_named(context, work.ledger));
        wanted.member = member;
        wanted.kind = args.code<TransferKind>("--kind").value();
        wanted.channel = args.code<Channel>("--channel").value_or(Channel::paper);
        wanted.reason = args.code<TransferReason>("--reason").value_or(TransferReason::none);
        wanted.reason_note = args.text_or("--note", "");
        wanted.destination = args.text_or("--destination", "");
        wanted.from_name = args.text_or("--from", "");
        wanted.online_no = args.text_or("--online-no", "");
        if (const auto to = args.text("--to"); to) {
            JZ_TRY(id, work.organisations.resolve(*to));
            wanted.to = id;
        }
        if (const auto addressee = args.text("--addressee"); addressee) {
            JZ_TRY(id, work.organisations.resolve(*addressee));
            wanted.addressee = id;
        }
        if (!wanted.from_name.empty()) {
            if (const auto from = work.organisations.resolve(wanted.from_name); from) {
                wanted.from = *from;
                wanted.from_name.clear();
            }
        }
        JZ_TRY(outcome, open_transfer(work, wanted));
        const TransferId created{outcome.created};
        Answer answer = answer_of("transfer.open", std::move(outcome),
                                  say({"已登记转接 {}", "transfer {} was opened"}, created.text()));
        if (created) {
            JZ_TRY(stored, work.ledger.transfer(created));
            JZ_TRY(rows, transfer_rows(work.ledger, work.organisations, {*stored}));
            answer.document.sections.push_back(std::move(rows));
            answer.document.next = next_commands(*stored);
        }
        return answer;
    });
}

// The migrant's relation comes to us: the stay ends, a transfer to us begins.
Result<Answer> convert(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(id, transfer_id(context.args().required("transfer")));
        JZ_TRY(outcome, convert_transfer(work, id));
        const TransferId created{outcome.created};
        Answer answer =
            answer_of("transfer.convert", std::move(outcome),
                      say({"{} 已转为转入 {}，待介绍信", "{} became the transfer {}, which waits for its letter"},
                          id.text(), created.text()));
        if (created) {
            JZ_TRY(stored, work.ledger.transfer(created));
            answer.document.next = next_commands(*stored);
        }
        return answer;
    });
}

Result<Answer> list(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        const Args& args = context.args();
        TransferFilter filter;
        filter.states = args.codes<TransferState>("--state");
        filter.kinds = args.codes<TransferKind>("--kind");
        filter.open_only = !args.flag("--all") && filter.states.empty();
        filter.held_only = args.flag("--held");
        filter.limit = args.number("--limit").value_or(0);
        if (const auto batch = args.text("--batch"); batch) {
            JZ_TRY(id, batch_id(*batch));
            filter.batch = id;
        }
        if (const auto member = args.text("--member"); member) {
            JZ_TRY(id, member_id(*member));
            filter.member = id;
        }
        if (const auto org = args.text("--org"); org) {
            JZ_TRY(id, view.organisations.resolve(*org));
            filter.org = id;
        }
        JZ_TRY(transfers, select_transfers(view.ledger, view.organisations, filter));
        Answer answer;
        answer.document.schema = "transfer.list";
        JZ_TRY(rows, transfer_rows(view.ledger, view.organisations, transfers));
        answer.document.sections.push_back(std::move(rows));
        return answer;
    });
}

Result<Answer> show(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(id, transfer_id(context.args().required("transfer")));
        TransferFilter filter;
        filter.ids = {id};
        JZ_TRY(transfers, select_transfers(view.ledger, view.organisations, filter));
        JZ_TRY(document, transfer_document(view.ledger, view.organisations, transfers.front(), view.as_of));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

constexpr std::array kOpen = {
    OptionRow{"member", OptionType::text, {"党员编号，如 M12", "the member, like M12"}, true, false, nullptr, "M…"},
    OptionRow{"--kind", OptionType::code, {"转接类型", "kind of transfer"}, true, false, code_table<TransferKind>},
    OptionRow{"--to", OptionType::text, {"转入党组织（代码、名称或编号）", "where to: code, name or id"}},
    OptionRow{"--from", OptionType::text, {"转出党组织（转入时）", "where from (of kind in)"}},
    OptionRow{
        "--addressee", OptionType::text, {"抬头，默认按路径表确定", "addressee; by the route table where absent"}},
    OptionRow{"--destination", OptionType::text, {"去往单位", "the unit the member goes to"}},
    OptionRow{"--reason", OptionType::code, {"转接原因", "why"}, false, false, code_table<TransferReason>},
    OptionRow{"--note", OptionType::text, {"原因说明", "the reason in words"}},
    OptionRow{
        "--channel", OptionType::code, {"方式，默认纸质", "channel; default paper"}, false, false, code_table<Channel>},
    OptionRow{"--online-no", OptionType::text, {"系统流水号", "the online system's number"}},
};
constexpr std::array kOpenExamples = {Example{"jiezhuan transfer open M12 --kind out --to 滨海区海港街道党工委 "
                                              "--destination 海港街道第二社区 --reason moved_home",
                                              {"转往外地", "to another place"}},
                                      Example{"jiezhuan transfer open M15 --kind within --to 江滨社区第二支部",
                                              {"在本街道内调整支部", "to another branch of ours"}}};
constexpr std::array kList = {
    OptionRow{"--state", OptionType::code, {"状态", "state"}, false, true, code_table<TransferState>},
    OptionRow{"--kind", OptionType::code, {"类型", "kind"}, false, true, code_table<TransferKind>},
    OptionRow{"--batch", OptionType::text, {"批次", "batch"}, false, false, nullptr, "B…"},
    OptionRow{"--member", OptionType::text, {"党员", "member"}, false, false, nullptr, "M…"},
    OptionRow{"--org", OptionType::text, {"党组织及其下级", "an organisation and those below it"}},
    OptionRow{"--held", OptionType::flag, {"只看暂缓的", "only those that are held"}},
    OptionRow{"--all", OptionType::flag, {"包括已结束的", "also those that are over"}},
    OptionRow{"--limit", OptionType::number, {"最多几件", "at most so many"}},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan transfer list", {"全部未办结的", "all that are open"}},
    Example{"jiezhuan transfer list --kind out --state sent", {"已转出、等回执的", "sent, the receipt not back"}}};
constexpr std::array kShow = {
    OptionRow{"transfer", OptionType::text, {"转接编号", "the transfer"}, true, false, nullptr, "T…"}};
constexpr std::array kShowExamples = {
    Example{"jiezhuan transfer show T12", {"一件转接的全部情况", "all about one transfer"}},
    Example{"jiezhuan transfer show T12 --format json", {"供脚本读取", "for a script"}}};

constexpr std::array kConvertExamples = {
    Example{"jiezhuan transfer convert T12",
            {"流动党员落户，转为正式转入", "a migrant settled: the relation comes to us"}},
    Example{"jiezhuan transfer convert T12 --on 2026-11-20", {"补记前几天的", "some days ago"}}};

const std::array kRows = {
    CommandRow{"transfer", "open", {"登记转接", "open a transfer"}, Access::writes, kOpen, kOpenExamples, open},
    CommandRow{"transfer",
               "convert",
               {"流动党员编入转为正式转入", "turn a migrant's stay into a transfer"},
               Access::writes,
               kShow,
               kConvertExamples,
               convert},
    CommandRow{"transfer", "list", {"列出转接", "list transfers"}, Access::reads, kList, kListExamples, list},
    CommandRow{"transfer", "show", {"查看转接", "show a transfer"}, Access::reads, kShow, kShowExamples, show},
};

} // namespace

CommandTable transfer_commands() { return kRows; }

} // namespace jiezhuan::cli
