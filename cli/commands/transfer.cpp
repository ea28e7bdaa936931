#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "cli/record_options.hpp"
#include "cli/screen.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/sender_names.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

std::span<const std::string_view> arriving_fields();

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

// Where the options say that it goes, how and why.
Result<Transfer> way_typed(const Args& args, const OrgDirectory& organisations, TransferKind kind) {
    Transfer wanted;
    wanted.kind = kind;
    wanted.channel = args.code<Channel>("--channel").value_or(Channel::paper);
    wanted.reason = args.code<TransferReason>("--reason").value_or(TransferReason::none);
    wanted.reason_note = args.text_or("--note", "");
    wanted.destination = args.text_or("--destination", "");
    if (const auto to = args.text("--to"); to) {
        JZ_TRY(id, organisations.resolve_in_force(*to));
        wanted.to = id;
    }
    // Of a letter that came in, the addressee is what stands on the paper.
    if (const auto addressee = args.text("--addressee"); addressee && kind != TransferKind::in) {
        JZ_TRY(id, organisations.resolve_in_force(*addressee));
        wanted.addressee = id;
    }
    return wanted;
}

// What the options say of a transfer that is opened.
Result<Transfer> transfer_typed(const Args& args, const OrgDirectory& organisations) {
    JZ_TRY(wanted, way_typed(args, organisations, args.code<TransferKind>("--kind").value()));
    wanted.online_no = args.text_or("--online-no", "");
    wanted.voucher = args.code<Voucher>("--voucher").value_or(Voucher::none);
    wanted.away_until = args.date("--until").value_or(Date());
    if (const auto words = args.text("--from"); words) {
        JZ_TRY(from, sender_called(organisations, *words, args.texts("--as-written")));
        wanted.from = from.id;
        wanted.from_name = std::move(from.name);
    }
    return std::move(wanted);
}

bool says_letter(const Args& args) {
    return args.given("--letter-no") || args.given("--letter-date") || args.given("--valid-days") ||
           args.given("--issuer") || args.given("--dues") || args.given("--flaw");
}

// The member that is named, or the newcomer whom the options describe; with a letter where one can come.
Result<void> check_person(const Args& args, TransferKind kind, bool described) {
    if (says_letter(args) && (kind != TransferKind::in || !args.given("--letter-no"))) {
        return fail(Exit::usage,
                    Text{"介绍信的内容只用于转入，并要写 --letter-no", "a letter is of kind in, and needs --letter-no"},
                    Text{"我方开具的：jiezhuan letter issue 编号", "one of ours: jiezhuan letter issue ID"});
    }
    if (args.given("member") && described) {
        return fail(Exit::usage, Text{"编号和姓名等信息不能同时写", "a number and a person's data do not go together"},
                    Text{"已登记的写编号；信息有变化的用 jiezhuan member change",
                         "who is registered is named by number; what changed: jiezhuan member change"});
    }
    if (args.given("member") || (described && comes(kind))) {
        return {};
    }
    return fail(Exit::usage,
                comes(kind) ? Text{"没有说明是谁", "it is not said who"}
                            : Text{"没有写党员编号", "the member's number is missing"},
                comes(kind) ? Text{"已登记的写编号（M12）；新来的写 --name 姓名 --id - --stage full",
                                   "who is registered: the number (M12); who is new: --name NAME --id - --stage full"}
                            : Text{"编号写作 M12；按姓名查：jiezhuan member find --name 姓名",
                                   "a number is written M12; by name: jiezhuan member find --name NAME"});
}

Result<std::optional<Letter>> voucher_of(const Args& args) {
    return says_letter(args) ? voucher_typed(args) : Result<std::optional<Letter>>(std::optional<Letter>());
}

// Somebody who is registered comes, with the letter in hand or without.
Result<ArrivalOutcome> open_for_member(Context& context, Work& work, Transfer wanted) {
    JZ_TRY(member, member_named(context, work.ledger));
    wanted.member = member;
    JZ_TRY(voucher, voucher_of(context.args()));
    return open_and_present(work, std::move(wanted), std::move(voucher));
}

Result<ArrivalOutcome> open_one(Context& context, Work& work, const FieldValues& person) {
    const Args& args = context.args();
    JZ_TRY(wanted, transfer_typed(args, work.organisations));
    JZ_TRY(batch, batch_to_join(args, work.ledger, wanted.kind));
    wanted.batch = batch;
    if (args.given("member")) {
        return open_for_member(context, work, std::move(wanted));
    }
    JZ_TRY(said, person_said(work, person));
    JZ_TRY(voucher, voucher_of(args));
    return arrive(work, Arrival{std::move(said.member), std::move(wanted), std::move(voucher)},
                  std::move(said.findings));
}

// Everybody of an organisation, in one batch.
Result<Answer> open_organisation(Context& context) {
    const Args& args = context.args();
    const TransferKind kind = args.code<TransferKind>("--kind").value();
    if ((kind != TransferKind::out && kind != TransferKind::between) || args.given("member")) {
        return fail(Exit::usage,
                    Text{"--organisation 只用于 --kind out 和 between，不写党员编号",
                         "--organisation goes with --kind out or between, without a member"},
                    Text{"jiezhuan transfer open --organisation 党组织 --kind out --to 党组织",
                         "jiezhuan transfer open --organisation ORG --kind out --to ORG"});
    }
    return act(context, [&](Work& work) -> Result<Answer> {
        WholeOrganisation whole;
        JZ_TRY(id, work.organisations.resolve(args.required("--organisation"), OrgDirectory::Where::ours));
        JZ_TRY(way, transfer_typed(args, work.organisations));
        whole.organisation = id;
        whole.way = std::move(way);
        whole.title = args.text_or("--batch", "");
        whole.explanation = args.text_or("--explanation", "");
        JZ_TRY(opened, open_whole(work, whole));
        const bool stands = !opened.outcome.refused && !opened.outcome.already;
        Answer answer =
            answer_of("transfer.open", std::move(opened.outcome),
                      say({"已登记整建制转移 {}：{}，正式党员 {} 人、预备党员 {} 人",
                           "{}: the whole of {} is transferred, {} full and {} probationary members"},
                          opened.batch.text(), work.organisations.label(id), opened.full, opened.probationary));
        if (stands) {
            answer.document.next.push_back(
                say({"jiezhuan transfer approve --batch {} --state opened --minutes 会议记录  # 批准",
                     "jiezhuan transfer approve --batch {} --state opened --minutes RECORD  # approve"},
                    opened.batch.text()));
        }
        return answer;
    });
}

Result<Answer> open(Context& context) {
    if (context.args().given("--organisation")) {
        return open_organisation(context);
    }
    JZ_TRY(person, values_given(context, arriving_fields()));
    const TransferKind kind = context.args().code<TransferKind>("--kind").value();
    JZ_CHECK(check_person(context.args(), kind, !person.empty()));
    if (context.args().given("--voucher") && kind != TransferKind::temporary) {
        return fail(
            Exit::usage, Text{"--voucher 只用于 --kind temporary", "--voucher goes with --kind temporary"},
            Text{"转出的开介绍信：jiezhuan letter issue 编号", "who leaves has a letter: jiezhuan letter issue ID"});
    }
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(opened, open_one(context, work, person));
        const bool stands = !opened.outcome.refused; // also where it was opened before: a script goes on with its id
        Answer answer = answer_of("transfer.open", std::move(opened.outcome),
                                  say({"已登记转接 {}", "transfer {} was opened"}, opened.transfer.text()));
        if (stands) {
            JZ_TRY(stored, work.ledger.transfer(opened.transfer));
            JZ_TRY(rows, transfer_rows(work.ledger, work.organisations, {*stored}));
            answer.document.sections.push_back(std::move(rows));
            JZ_CHECK(say_way_on(work, *stored, answer.document));
        }
        return answer;
    });
}

// The migrant's relation comes to us, or that of a member who is away goes there: the stay ends, a transfer begins.
Result<Answer> convert(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(id, transfer_id(context.args().required("transfer")));
        JZ_TRY(wanted, way_typed(context.args(), work.organisations, TransferKind::none));
        JZ_TRY(outcome, convert_transfer(work, id, std::move(wanted)));
        const TransferId created{outcome.created};
        JZ_TRY(stored, created ? work.ledger.transfer(created) : Result<std::optional<Transfer>>(std::nullopt));
        const bool comes_in = stored && comes(stored->kind);
        Answer answer = answer_of(
            "transfer.convert", std::move(outcome),
            comes_in ? say({"{} 已转为转入 {}，待介绍信", "{} became the transfer {}, which waits for its letter"},
                           id.text(), created.text())
                     : say({"{} 已转为转出 {}，待批准", "{} became the transfer {}, to be approved"}, id.text(),
                           created.text()));
        if (created) {
            JZ_CHECK(say_way_on(work, *stored, answer.document));
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
        filter.waiting = args.code<Waiting>("--waiting").value_or(Waiting::none);
        filter.limit = args.number("--limit").value_or(0);
        if (const auto batch = args.text("--batch"); batch) {
            JZ_TRY(id, batch_called(view.ledger, *batch));
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
        if (!on_a_screen(context)) {
            add_held(rows, transfers);
        }
        answer.document.sections.push_back(std::move(rows));
        if (filter.batch && filter.open_only && filter.limit == 0) {
            filter.open_only = false;
            JZ_TRY(all, select_transfers(view.ledger, view.organisations, filter));
            if (all.size() > transfers.size()) {
                answer.document.next.push_back(
                    say({"jiezhuan transfer list --batch {} --all  # 另有 {} 件已结束的没有列出",
                         "jiezhuan transfer list --batch {} --all  # ended and not listed: {}"},
                        filter.batch.text(), all.size() - transfers.size()));
            }
        }
        return answer;
    });
}

Result<Answer> show(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(id, transfer_id(context.args().required("transfer")));
        TransferFilter filter;
        filter.ids = {id};
        JZ_TRY(transfers, select_transfers(view.ledger, view.organisations, filter));
        JZ_TRY(document,
               transfer_document(view.ledger, view.organisations, view.profile, transfers.front(), view.as_of));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

constexpr std::array kOpen = {
    OptionRow{"member",
              OptionType::text,
              {"党员编号，如 M12；新转入的写 --name、--id 等", "the member, like M12; who is new: --name, --id …"},
              false,
              false,
              nullptr,
              "M…"},
    OptionRow{"--kind", OptionType::code, {"转接类型", "kind of transfer"}, true, false, transfer_kinds},
    OptionRow{"--to", OptionType::text, {"转入党组织（代码、名称或编号）", "where to: code, name or id"}},
    OptionRow{"--from", OptionType::text, {"转出党组织（转入时）", "where from (of kind in)"}},
    kAsWritten,
    OptionRow{"--addressee",
              OptionType::text,
              {"抬头，默认那里的基层党委；转入的，介绍信上的抬头",
               "addressee; default the basic committee there; of kind in, as on the letter"}},
    OptionRow{"--destination", OptionType::text, {"去往单位", "the unit the member goes to"}},
    OptionRow{"--reason", OptionType::code, {"转接原因", "why"}, false, false, code_table<TransferReason>},
    OptionRow{"--note", OptionType::text, {"原因说明", "the reason in words"}},
    OptionRow{"--voucher",
              OptionType::code,
              {"临时外出带的凭证", "the paper taken along (of kind temporary)"},
              false,
              false,
              code_table<Voucher>},
    OptionRow{"--until", OptionType::date, {"外出到哪天", "until when the member is away"}},
    OptionRow{"--organisation",
              OptionType::text,
              {"整建制转移：这个党组织及其下级的全部党员，一信一份名单（out、between）",
               "the whole of an organisation (of kind out or between): one letter with a list"}},
    OptionRow{"--batch",
              OptionType::text,
              {"整建制转移的批次名称；单独登记的，归入已有批次 B7",
               "title of the batch of a whole organisation; of one person, a batch there is, B7"}},
    OptionRow{"--explanation",
              OptionType::text,
              {"整建制转移的说明，年度统计用", "why a whole organisation is transferred, for the statistics"}},
    OptionRow{
        "--channel", OptionType::code, {"方式，默认纸质", "channel; default paper"}, false, false, code_table<Channel>},
    OptionRow{"--online-no", OptionType::text, {"系统流水号", "the online system's number"}},
    OptionRow{
        "--letter-no", OptionType::text, {"带来的介绍信编号（转入）", "number of the letter brought (of kind in)"}},
    OptionRow{"--letter-date", OptionType::date, {"介绍信开具日期", "date of the letter"}},
    kValidDays,
    kIssuer,
    OptionRow{"--dues", OptionType::month, {"介绍信上的党费交至", "dues paid through, as on the letter"}},
    kFlaw,
};
// Where a newcomer is placed, and by whom the relation is kept, the transfer says.
std::span<const std::string_view> arriving_fields() {
    static const std::vector<std::string_view> kFields = [] {
        std::vector<std::string_view> fields(registered_fields().begin(), registered_fields().end());
        std::erase_if(fields, [](std::string_view id) { return id == "branch" || id == "relation_org"; });
        return fields;
    }();
    return kFields;
}
std::span<const OptionRow> open_options() {
    static RecordOptions options{kOpen};
    static const bool kAdded = (options.add_fields<Member>(arriving_fields()), true);
    static_cast<void>(kAdded);
    return options.rows();
}
constexpr std::array kOpenExamples = {
    Example{"jiezhuan transfer open M12 --kind out --to 滨海区海港街道党工委 "
            "--destination 中国共产党海州市滨海区海港街道第二社区支部委员会 --reason moved_home",
            {"转往外地", "to another place"}},
    Example{"jiezhuan transfer open --kind in --name 王芳 --id - --stage full --from 中共江南机床厂委员会 "
            "--letter-no 江机组转20260117 --letter-date 2026-11-02 --valid-days 30 --dues 2026-11",
            {"一个人带介绍信来：登记此人、转接和介绍信", "one person brings a letter: all in one act"}},
    Example{"jiezhuan transfer open M15 --kind within --to 江滨社区第二支部",
            {"在本街道内调整支部", "to another branch of ours"}},
    Example{"jiezhuan transfer open M15 --kind temporary --voucher membership_certificate --to 滨海区海港街道党工委 "
            "--until 2027-03-01 --reason working_away",
            {"外出六个月以内，开证明信", "away for six months at most, with a certificate"}}};
constexpr std::array kList = {
    OptionRow{"--state", OptionType::code, {"状态", "state"}, false, true, code_table<TransferState>},
    OptionRow{"--kind", OptionType::code, {"类型", "kind"}, false, true, transfer_kinds},
    OptionRow{"--batch", OptionType::text, {"批次", "batch"}, false, false, nullptr, "B…"},
    OptionRow{"--member", OptionType::text, {"党员", "member"}, false, false, nullptr, "M…"},
    OptionRow{"--org", OptionType::text, {"党组织及其下级", "an organisation and those below it"}},
    OptionRow{"--waiting",
              OptionType::code,
              {"等着办的事，同 status", "what they wait for, as in status"},
              false,
              false,
              code_table<Waiting>},
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

constexpr std::array kConvert = {
    OptionRow{"transfer", OptionType::text, {"转接编号", "the transfer"}, true, false, nullptr, "T…"},
    OptionRow{"--to",
              OptionType::text,
              {"转入党组织，默认证明信上的（转出时）", "where to (of who is away); default as on the certificate"}},
    OptionRow{
        "--addressee", OptionType::text, {"抬头，默认那里的基层党委", "addressee; default the basic committee there"}},
    OptionRow{"--destination", OptionType::text, {"去往单位", "the unit the member goes to"}},
    OptionRow{"--reason", OptionType::code, {"转接原因", "why"}, false, false, code_table<TransferReason>},
    OptionRow{"--note", OptionType::text, {"原因说明", "the reason in words"}},
    OptionRow{
        "--channel", OptionType::code, {"方式，默认纸质", "channel; default paper"}, false, false, code_table<Channel>},
};
constexpr std::array kConvertExamples = {
    Example{"jiezhuan transfer convert T12",
            {"流动党员落户，转为正式转入", "a migrant settled: the relation comes to us"}},
    Example{"jiezhuan transfer convert T13 --to 滨海区海港街道党工委 --reason new_employer",
            {"外出的党员转移正式组织关系", "of a member who is away the relation goes there"}}};

const std::array kRows = {
    CommandRow{
        "transfer", "open", {"登记转接", "open a transfer"}, Access::writes, open_options(), kOpenExamples, open},
    CommandRow{"transfer",
               "convert",
               {"流动党员编入转为转入，临时外出转为转出", "turn a migrant's stay, or a time away, into a transfer"},
               Access::writes,
               kConvert,
               kConvertExamples,
               convert},
    CommandRow{"transfer", "list", {"列出转接", "list transfers"}, Access::reads, kList, kListExamples, list},
    CommandRow{"transfer", "show", {"查看转接", "show a transfer"}, Access::reads, kShow, kShowExamples, show},
};

} // namespace

CommandTable transfer_commands() { return kRows; }

} // namespace jiezhuan::cli
