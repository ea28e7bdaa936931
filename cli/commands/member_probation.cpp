// How a probation ends.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "jiezhuan/service/members/conversion.hpp"
#include "jiezhuan/service/members/members.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> convert(Context& context) {
    const Args& args = context.args();
    ConversionInput input;
    input.meeting = args.date("--meeting").value_or(Date());
    input.approved_on = args.date("--approved-on").value_or(Date());
    input.committee = args.text_or("--committee", "");
    input.conversion = args.date("--conversion").value_or(Date());
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(member, member_called(work.ledger, args.required("member")));
        JZ_TRY(outcome, convert_member(work, member.id, input));
        JZ_TRY(after, member_called(work.ledger, member.id.text()));
        const Message done =
            after.stage == Stage::full
                ? say({"{}：转为正式党员，转正日期 {}", "{}: a full member, from {}"}, subject_of(after),
                      after.conversion.text())
                : say({"{}：已登记支部大会 {} 讨论转正，待党委审批", "{}: discussed on {}, to be approved"},
                      subject_of(after), after.conversion_meeting.text());
        return answer_of("member.convert", std::move(outcome), done);
    });
}

Result<Answer> extend(Context& context) {
    const Args& args = context.args();
    const ExtensionInput input{args.date("--to").value(), args.text_or("--basis", "")};
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(member, member_called(work.ledger, args.required("member")));
        JZ_TRY(outcome, extend_probation(work, member.id, input));
        return answer_of(
            "member.extend", std::move(outcome),
            say({"{}：预备期延长至 {}", "{}: the probation is extended to {}"}, subject_of(member), input.to.text()));
    });
}

constexpr OptionRow kMember = {
    "member", OptionType::text, {"党员编号，如 M12", "the member, like M12"}, true, false, nullptr, "M…"};
constexpr std::array kConvert = {
    kMember,
    OptionRow{"--meeting", OptionType::date, {"支部大会讨论的日期", "the day of the branch meeting"}},
    OptionRow{"--approved-on",
              OptionType::date,
              {"党委审批的日期；还没有审批的先不写", "the day of the approval; left out where it is awaited"}},
    OptionRow{"--committee",
              OptionType::text,
              {"审批的党委", "the committee that approved"},
              false,
              false,
              nullptr,
              "COMMITTEE"},
    OptionRow{"--conversion",
              OptionType::period,
              {"转正日期；默认为预备期满日", "the conversion; by default the day on which the probation ends"}},
};
constexpr std::array kExtend = {
    kMember,
    OptionRow{"--to", OptionType::date, {"延长到哪一天", "the last day of the extension"}, true},
    OptionRow{"--basis",
              OptionType::text,
              {"支部决议和党委批复", "the resolution and its approval"},
              true,
              false,
              nullptr,
              "DOC"},
};
constexpr std::array kConvertExamples = {
    Example{"jiezhuan member convert M12 --meeting 2026-11-05 --approved-on 2026-11-20 --committee 望江街道党工委",
            {"支部大会通过、党委已审批", "agreed and approved"}},
    Example{"jiezhuan member convert M12 --meeting 2026-11-05",
            {"先登记支部大会，审批后再登记", "the meeting first, the approval later"}},
};
constexpr std::array kExtendExamples = {
    Example{"jiezhuan member extend M12 --to 2027-05-05 --basis 街工委〔2026〕18号",
            {"延长预备期半年", "another half year"}},
    Example{"jiezhuan member extend M12 --to 2027-05-05 --basis 街工委〔2026〕18号 --dry-run",
            {"先看结果，不写入", "look at the outcome first, without writing"}},
};
const std::array kRows = {
    CommandRow{"member",
               "convert",
               {"预备党员转正（支部大会和党委审批）", "convert a probationary member"},
               Access::writes,
               kConvert,
               kConvertExamples,
               convert},
    CommandRow{"member",
               "extend",
               {"延长预备期（一次，半年至一年）", "extend a probation: once, half a year to a year"},
               Access::writes,
               kExtend,
               kExtendExamples,
               extend},
};

} // namespace

CommandTable member_probation_commands() { return kRows; }

} // namespace jiezhuan::cli
