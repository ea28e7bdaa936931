#include "jiezhuan/service/members/readmission.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/same_person.hpp"

namespace jiezhuan {
namespace {

// What belongs to the person, whatever becomes of the membership.
constexpr std::string_view kPersonal[] = {"sex",        "birth",           "ethnic",   "education",
                                          "phone",      "address",         "employer", "employer_has_org",
                                          "stable_job", "fixed_residence", "remarks"};

} // namespace

bool membership_ended(const Member& member) {
    switch (member.leave_reason) {
    case LeaveReason::withdrew:
    case LeaveReason::struck_off:
    case LeaveReason::expelled:
    case LeaveReason::probation_cancelled:
        return member.standing == Standing::left;
    default:
        return false;
    }
}

Message admit_anew_command(const Member& member) {
    return say(
        {"jiezhuan member add --name {0} --id - --stage probationary --admission 日期 --branch 支部 --basis admitted",
         "jiezhuan member add --name {0} --id - --stage probationary --admission DATE --branch BRANCH --basis "
         "admitted"},
        shell_word(member.name));
}

Member admitted_anew(const Member& known, const Member& said) {
    Member anew = said;
    anew.id = known.id;
    for (const std::string_view id : kPersonal) {
        const Field<Member>& field = *field_named<Member>(id);
        if (field.absent(said)) {
            ensure(field.read(anew, field.text(known)), "a field that cannot be read back");
        }
    }
    return anew;
}

Result<std::optional<Outcome>> cannot_be_admitted(Work& work, const Member& known, const Member& said) {
    if (auto other = another_name(known, said.name)) {
        Outcome refused{true, false, {std::move(*other)}, 0};
        return std::optional(std::move(refused));
    }
    if (said.admission.empty() || said.admission.latest() < known.left_on.earliest()) {
        return std::optional(refusal(
            subject_of(known),
            say({"{} 已离册（{}），重新入党要写这以后的入党日期", "left {} ({}): a new admission is of a later day"},
                known.left_on.text(), code_title(known.leave_reason)),
            Text{"用 --admission 写明支部大会通过接收的日期",
                 "say with --admission when the branch meeting passed it"}));
    }
    return before_entry(work.ledger, known, work.on);
}

} // namespace jiezhuan
