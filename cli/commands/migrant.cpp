// Acts of the registers of migrants: entries, contacts, cards, reporting in, returns.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "jiezhuan/service/members/member_contacts.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/activity_card.hpp"
#include "jiezhuan/service/migrants/migrant_register.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"
#include "jiezhuan/service/records/record_values.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

// One act on the member that is named. `done` is said of them where it was done just now; what the register lacks then comes after it.
Result<Answer> act_on_member(Context& context, const std::function<Result<Outcome>(Work&, MemberId)>& run,
                             const Message& done) {
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(member, member_called(work.ledger, context.args().required("member")));
        JZ_TRY(outcome, run(work, member.id));
        const bool stands = !outcome.refused;
        Answer answer = answer_of("migrant." + std::string(context.command().verb), std::move(outcome),
                                  say({"{}：{}", "{}: {}"}, subject_of(member), done));
        if (stands) {
            JZ_TRY(after, work.ledger.member(member.id));
            JZ_TRY(open, open_transfer_of(work.ledger, member.id));
            answer.document.next = migrant_steps({work.profile, work.today(), after, open, std::nullopt});
        }
        return answer;
    });
}

Result<Answer> record(Context& context) {
    const Args& args = context.args();
    FlowInput input;
    input.since = args.date("--since").value_or(Date());
    input.place = args.text_or("--place", "");
    input.reason = args.code<TransferReason>("--reason").value_or(TransferReason::none);
    input.direction = args.code<FlowDirection>("--direction").value_or(FlowDirection::none);
    input.contact = args.text_or("--contact", "");
    input.phone = args.text_or("--phone", "");
    return act_on_member(
        context, [&](Work& work, MemberId id) { return record_flow(work, id, input); },
        Text{"已登记流动情况", "the entry is recorded"});
}

Result<Answer> contact(Context& context) {
    const ContactInput input{context.args().required("--how"), context.args().text_or("--note", "")};
    return act_on_member(
        context, [&](Work& work, MemberId id) { return record_contact(work, id, input); },
        say({"已登记 {} 的联系", "the contact of {} is recorded"}, context.on().text()));
}

Result<Answer> card(Context& context) {
    const CardInput input{kept_text("card_no", context.args().required("--card-no")),
                          context.args().text_or("--reason", "")};
    return act_on_member(
        context, [&](Work& work, MemberId id) { return give_card(work, id, input); },
        say({"已登记发放活动证 {}", "the activity card {} was given"}, input.no));
}

Result<Answer> check(Context& context) {
    return act_on_member(context, inspect_card,
                         say({"活动证已于 {} 年审", "the card was inspected on {}"}, context.on().text()));
}

Result<Answer> report_in_there(Context& context) {
    const std::string to = context.args().required("--to");
    return act_on_member(
        context, [&](Work& work, MemberId id) { return report_in(work, id, to); },
        say({"已登记向“{}”报到，组织关系不变", "reported in to '{}'; the relation stays"}, to));
}

Result<Answer> back(Context& context) {
    const std::string reason = context.args().required("--reason");
    return act_on_member(
        context, [&](Work& work, MemberId id) { return come_back(work, id, reason); },
        Text{"已返回，不再登记为外出", "is back, and no longer recorded as away"});
}

constexpr OptionRow kMember = {
    "member", OptionType::text, {"党员编号，如 M12", "the member, like M12"}, true, false, nullptr, "M…"};
constexpr std::array kRecord = {
    kMember,
    OptionRow{"--since",
              OptionType::period,
              {"流出（流入）日期，默认办理当天", "since when away (or here); default the day of the act"}},
    OptionRow{"--place", OptionType::text, {"流出地；流入的，在本地的住处", "where; of a guest, the address here"}},
    OptionRow{"--reason", OptionType::code, {"流动原因", "why"}, false, false, code_table<TransferReason>},
    OptionRow{
        "--direction", OptionType::code, {"流向", "to what kind of unit"}, false, false, code_table<FlowDirection>},
    OptionRow{
        "--contact", OptionType::text, {"那里的联系人和联系方式", "who can be asked there, and how"}, false, false},
    OptionRow{"--phone", OptionType::text, {"本人的联系电话", "the member's own telephone"}},
};
constexpr std::array kContact = {
    kMember,
    OptionRow{"--how", OptionType::text, {"怎样联系的：电话、走访、微信", "how: by telephone, by a visit"}, true},
    OptionRow{"--note", OptionType::text, {"谈了什么", "what was said"}},
};
constexpr std::array kCard = {
    kMember,
    OptionRow{"--card-no", OptionType::text, {"活动证编号", "the card's number"}, true, false, nullptr, "NUMBER"},
    OptionRow{
        "--reason", OptionType::text, {"换发的原因：遗失、用完", "why it takes the place of another: lost, full"}},
};
constexpr std::array kCheck = {kMember};
constexpr std::array kReportIn = {
    kMember,
    OptionRow{"--to",
              OptionType::text,
              {"报到的党组织；可以不在名录里", "to which organisation, in the directory or not"},
              true},
};
constexpr std::array kReturn = {
    kMember, OptionRow{"--reason", OptionType::text, {"为什么回来，如合同到期", "why: the contract ended"}, true}};
constexpr std::array kRecordExamples = {
    Example{"jiezhuan migrant record M12 --since 2026-11-02 --place 海州市滨海区 --reason working_away --direction "
            "private_enterprise",
            {"登记外出", "a member went away"}},
    Example{"jiezhuan migrant record M12 --contact '王强 0571-88000000'", {"补填缺的", "fill in what is missing"}}};
constexpr std::array kContactExamples = {
    Example{"jiezhuan migrant contact M12 --how 电话 --note 工作稳定，年底回来",
            {"登记一次联系", "a call by telephone"}},
    Example{"jiezhuan migrant contact M12 --how 走访 --on 2026-11-20", {"补记前几天的", "some days ago"}}};
constexpr std::array kCardExamples = {
    Example{"jiezhuan migrant card M12 --card-no 0110260012", {"发活动证", "give a card"}},
    Example{"jiezhuan migrant card M12 --card-no 0110260078 --reason 遗失补发",
            {"换发", "another one, as the first was lost"}}};
constexpr std::array kCheckExamples = {
    Example{"jiezhuan migrant check M12", {"今天年审", "inspected today"}},
    Example{"jiezhuan migrant check M12 --on 2026-11-20", {"补记前几天的", "some days ago"}}};
constexpr std::array kReportInExamples = {
    Example{"jiezhuan migrant report-in M12 --to 海港街道第二社区党支部 --on 2026-11-20",
            {"已在流入地报到", "reported in where they are away"}},
    Example{"jiezhuan migrant report-in M12 --to 柳岸社区党委",
            {"没有外出，向居住地报到", "not away, to the organisation of the residence"}}};
constexpr std::array kReturnExamples = {
    Example{"jiezhuan migrant return M12 --reason 合同到期", {"外出返回", "is back"}},
    Example{"jiezhuan migrant return M12 --reason 合同到期 --on 2026-11-20", {"补记前几天的", "some days ago"}}};

const std::array kRows = {
    CommandRow{"migrant",
               "record",
               {"登记外出或流入的情况", "an entry in the register of out- or inflow"},
               Access::writes,
               kRecord,
               kRecordExamples,
               record},
    CommandRow{"migrant",
               "contact",
               {"登记一次联系", "a contact with a member"},
               Access::writes,
               kContact,
               kContactExamples,
               contact},
    CommandRow{
        "migrant", "card", {"发流动党员活动证", "give an activity card"}, Access::writes, kCard, kCardExamples, card},
    CommandRow{
        "migrant", "check", {"年审活动证", "inspect an activity card"}, Access::writes, kCheck, kCheckExamples, check},
    CommandRow{"migrant",
               "report-in",
               {"登记向流入地或居住地报到", "a member reported in where they live or work"},
               Access::writes,
               kReportIn,
               kReportInExamples,
               report_in_there},
    CommandRow{
        "migrant", "return", {"登记外出返回", "a member is back"}, Access::writes, kReturn, kReturnExamples, back},
};

} // namespace

CommandTable migrant_commands() { return kRows; }

} // namespace jiezhuan::cli
