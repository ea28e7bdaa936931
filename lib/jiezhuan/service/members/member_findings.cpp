#include "jiezhuan/service/members/member_findings.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/members/member_change_warnings.hpp"
#include "jiezhuan/service/members/members.hpp"

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

Findings asked(const Work& work, const Member& member, std::optional<MemberId> namesake, std::string_view subject) {
    return ask(member_rules(), Moment::record, MemberFacts{member, work.profile, work.today(), namesake}, subject);
}

} // namespace

bool has_identity(const Member& member) { return !member.citizen_id.empty() || !member.document_no.empty(); }

Result<Findings> record_findings(Work& work, const Member& member, std::string_view subject) {
    JZ_TRY(namesake, namesake_of(work.ledger, member));
    return asked(work, member, namesake, subject);
}

Result<Findings> new_record_findings(Work& work, const Member& before, const Member& after) {
    const std::string subject = subject_of(after);
    if (before.name == after.name && before.birth == after.birth && same_identity(before, after)) {
        // ID-10 has nothing new to say, and to look for namesakes reads the whole roster.
        return without(asked(work, after, {}, subject), asked(work, before, {}, subject));
    }
    JZ_TRY(old, record_findings(work, before, subject));
    JZ_TRY(findings, record_findings(work, after, subject));
    return without(std::move(findings), old);
}

} // namespace jiezhuan
