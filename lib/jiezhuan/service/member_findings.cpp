#include "jiezhuan/service/member_findings.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/member_change_warnings.hpp"
#include "jiezhuan/service/members.hpp"

namespace jiezhuan {
namespace {

Result<std::optional<MemberId>> namesake_of(Reading& ledger, const Member& member) {
    if (member.birth.empty() || !has_identity(member)) {
        return std::optional<MemberId>();
    }
    JZ_TRY(same, ledger.members(Query().equal("name", member.name).equal("birth", member.birth.text())));
    for (const Member& other : same) {
        if (other.id != member.id) {
            return std::optional(other.id);
        }
    }
    return std::optional<MemberId>();
}

} // namespace

bool has_identity(const Member& member) { return !member.citizen_id.empty() || !member.document_no.empty(); }

Result<Findings> record_findings(Work& work, const Member& member, std::string_view subject) {
    MemberFacts facts{.member = member, .profile = work.profile, .today = work.today(), .same_name_and_birth = {}};
    JZ_TRY(namesake, namesake_of(work.ledger, member));
    facts.same_name_and_birth = namesake;
    return ask(member_rules(), Moment::record, facts, subject);
}

Result<Findings> new_record_findings(Work& work, const Member& before, const Member& after) {
    const std::string subject = subject_of(after);
    if (before.name == after.name && before.birth == after.birth && same_identity(before, after)) {
        // Nothing new can come of ID-10, and to look for namesakes reads the whole roster.
        const auto asked = [&](const Member& member) {
            return ask(member_rules(), Moment::record, MemberFacts{member, work.profile, work.today(), {}}, subject);
        };
        return without(asked(after), asked(before));
    }
    JZ_TRY(old, record_findings(work, before, subject));
    JZ_TRY(findings, record_findings(work, after, subject));
    return without(std::move(findings), old);
}

} // namespace jiezhuan
