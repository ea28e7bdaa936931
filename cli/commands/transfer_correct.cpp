// What was written down wrongly of transfers is put right.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/transfers/transfer_channel.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

// Options that set a field as they stand.
struct Plain {
    std::string_view option;
    std::string_view field;
};
constexpr std::array kPlain = {
    Plain{"--destination", "destination"},
    Plain{"--channel", "channel"},
    Plain{"--online-no", "online_no"},
    Plain{"--transfer-reason", "reason"},
    Plain{"--note", "reason_note"},
    Plain{"--opened-on", "opened_on"},
    Plain{"--online-accepted-on", "online_state_on"},
    Plain{"--approved-on", "approved_on"},
    Plain{"--until", "away_until"},
    Plain{"--minutes", "minutes"},
    Plain{"--remarks", "remarks"},
};

constexpr std::array kOfLetter = {Plain{"--letter-no", "no"}, Plain{"--letter-date", "issued_on"},
                                  Plain{"--valid-days", "valid_days"}};

Result<TransferCorrection> correction_typed(Context& context, const OrgDirectory& organisations) {
    const Args& args = context.args();
    TransferCorrection correction;
    correction.reason = args.required("--reason");
    if (const auto words = args.text("--from"); words) {
        JZ_TRY(from, sender_called(organisations, *words, args.texts("--as-written")));
        correction.from = std::move(from);
    }
    if (const auto words = args.text("--to"); words) {
        JZ_TRY(to, organisations.resolve_in_force(*words));
        correction.to = to;
    }
    if (const auto words = args.text("--addressee"); words) {
        JZ_TRY(addressee, organisations.resolve_in_force(*words));
        correction.addressee = addressee;
    }
    if (const auto words = args.text("--online-receiver"); words) {
        correction.values.emplace("online_receiver", receiver_name(organisations, *words));
    }
    for (const Plain& plain : kPlain) {
        if (const auto value = args.text(plain.option); value) {
            correction.values.emplace(plain.field, *value);
        }
    }
    for (const Plain& plain : kOfLetter) {
        if (const auto value = args.text(plain.option); value) {
            correction.letter.emplace(plain.field, *value);
        }
    }
    if (!correction.from && !correction.to && !correction.addressee && correction.values.empty() &&
        correction.letter.empty()) {
        return fail(
            Exit::usage, Text{"没有写要改哪一项", "it is not said what to correct"},
            Text{"看有哪些：jiezhuan transfer correct --help", "see what there is: jiezhuan transfer correct --help"});
    }
    return correction;
}

struct Corrections {
    std::vector<CorrectedTransfer> done;
    std::size_t refused = 0;
    std::size_t already = 0;
};

Result<Corrections> correct_all(Work& work, const std::vector<Transfer>& transfers,
                                const TransferCorrection& correction, Findings& findings) {
    Corrections all;
    for (const Transfer& transfer : transfers) {
        JZ_TRY(one, correct_transfer(work, transfer, correction, transfers));
        findings.insert(findings.end(), one.outcome.findings.begin(), one.outcome.findings.end());
        all.refused += one.outcome.refused ? 1 : 0;
        all.already += one.outcome.already ? 1 : 0;
        if (one.outcome.corrected) {
            all.done.push_back(std::move(one));
        }
    }
    sort_findings(findings);
    return all;
}

Message headline_of(const Corrections& all) {
    if (all.done.empty()) {
        return Text{"此前已办理，没有变化", "done before; nothing changed"};
    }
    const Message before =
        all.already == 0 ? Message() : say({"，另有 {} 件本来就是这样", ", {} were so already"}, all.already);
    return say({"已更正：{} 件{}", "corrected: {}{}"}, all.done.size(), before);
}

Result<Answer> correct(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(filter, filter_of(context, work));
        JZ_TRY(transfers, select_transfers(work.ledger, work.organisations, filter));
        JZ_TRY(correction, correction_typed(context, work.organisations));
        Answer answer;
        Document& document = answer.document;
        document.schema = "transfer.correct";
        JZ_TRY(all, correct_all(work, transfers, correction, document.findings));
        const bool keep = all.refused == 0 || (context.args().flag("--allow-partial") && !all.done.empty());
        answer.exit = all.refused == 0 ? Exit::done : keep ? Exit::partly_applied : Exit::refused;
        if (!keep) {
            document.headline = Text{"未办理，账本没有变化", "not done; the ledger is as it was"};
            return answer;
        }
        document.headline =
            transfers.empty() ? Message(Text{"没有符合条件的转接", "no transfer fits"}) : headline_of(all);
        JZ_CHECK(correct_senders_of_batches(work, all.done, correction.reason));
        if (!all.done.empty()) {
            document.sections.push_back(changed_fields(work.organisations, all.done));
        }
        if (all.done.size() == 1 && transfers.size() == 1) {
            JZ_CHECK(say_way_on(work, all.done.front().after, document));
        }
        return answer;
    });
}

constexpr std::array kOptions = {
    OptionRow{"transfer", OptionType::text, {"转接编号，如 T12", "transfers, like T12"}, false, true, nullptr, "T…"},
    OptionRow{"--reason", OptionType::text, {"为什么更正，记入账本", "why; kept in the ledger"}, true},
    OptionRow{"--from", OptionType::text, {"转出党组织（转入的）", "where from (of kind in)"}},
    kAsWritten,
    OptionRow{"--to", OptionType::text, {"转入党组织（转出的）", "where to (of who leaves)"}},
    OptionRow{"--addressee", OptionType::text, {"抬头（转出的）", "addressee (of who leaves)"}},
    OptionRow{"--destination", OptionType::text, {"去往单位", "the unit the member goes to"}},
    OptionRow{"--channel", OptionType::code, {"方式", "channel"}, false, false, code_table<Channel>},
    OptionRow{"--online-no", OptionType::text, {"系统流水号", "the online system's number"}},
    OptionRow{"--online-receiver", OptionType::text, {"网上接收的党组织", "who accepted online"}},
    OptionRow{"--online-accepted-on", OptionType::date, {"网上接收日期", "the day it was accepted online"}},
    OptionRow{"--transfer-reason",
              OptionType::code,
              {"转接原因", "why the member is transferred"},
              false,
              false,
              code_table<TransferReason>},
    OptionRow{"--note", OptionType::text, {"原因说明", "that reason in words"}},
    OptionRow{"--opened-on", OptionType::date, {"登记日期（转出的）", "the day it was opened (of who leaves)"}},
    OptionRow{"--approved-on", OptionType::date, {"批准日期", "the day of the approval"}},
    OptionRow{"--until", OptionType::date, {"外出到哪天（临时外出的延期、提前）", "until when (of a time away)"}},
    OptionRow{"--minutes", OptionType::text, {"批准依据（会议记录或文号）", "record of the approval"}},
    OptionRow{
        "--letter-no", OptionType::text, {"带来的介绍信编号（转入）", "number of the letter brought (of kind in)"}},
    OptionRow{"--letter-date", OptionType::date, {"介绍信开具日期", "date of the letter"}},
    kValidDays,
    OptionRow{"--remarks", OptionType::text, {"备注", "remarks"}},
    OptionRow{"--batch", OptionType::text, {"该批次的全部", "all of a batch"}, false, false, nullptr, "B…"},
    OptionRow{
        "--state", OptionType::code, {"处于该状态的全部", "all in a state"}, false, true, code_table<TransferState>},
    OptionRow{"--kind", OptionType::code, {"该类型的全部", "all of a kind"}, false, true, transfer_kinds},
    OptionRow{"--org", OptionType::text, {"该党组织及其下级的全部", "all of an organisation and those below it"}},
    OptionRow{"--allow-partial", OptionType::flag, {"不能办的除外，其余照办", "do those that can be done"}},
};
constexpr std::array kExamples = {
    Example{
        "jiezhuan transfer correct T12 --destination 中国共产党海州市滨海区海港街道第二社区支部委员会 --reason 漏填",
        {"开信之前补写去往单位", "name the destination before the letter is issued"}},
    Example{"jiezhuan transfer correct --batch B7 --from 江南机床厂党委 --reason 名单上写了简称",
            {"一批转入的转出党组织写错了", "the sender of a whole list was misspelt"}},
    Example{"jiezhuan transfer correct T18 --letter-no 江机组转20260012 --reason 抄错",
            {"带来的介绍信编号抄错了", "the number of the letter brought was copied wrongly"}},
    Example{"jiezhuan transfer correct T15 --until 2026-12-31 --reason 延期",
            {"临时外出延期", "a time away is extended"}},
};
const std::array kRows = {
    CommandRow{"transfer",
               "correct",
               {"更正登记错的内容（写在已开介绍信上的除外）",
                "put right what was written down wrongly (not what stands on an issued letter)"},
               Access::writes,
               kOptions,
               kExamples,
               correct},
};

} // namespace

CommandTable transfer_correct_commands() { return kRows; }

} // namespace jiezhuan::cli
