// What a record, a rule or an exit code means, in a clerk's words. Of a record: how it stands, who is responsible and by which clause,
// what is still to be done, what happened so far, what the rules say, and the next command.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/rules/rule.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace jiezhuan {

[[nodiscard]] Result<Document> explain_member(Reading& ledger, const OrgDirectory& organisations,
                                              const Profile& profile, const Member& member, Date as_of);
// Exit::not_found.
[[nodiscard]] Result<Document> explain_transfer(Reading& ledger, const OrgDirectory& organisations,
                                                const Profile& profile, TransferId id, Date as_of);
[[nodiscard]] Result<Document> explain_letter(Reading& ledger, const OrgDirectory& organisations,
                                              const Profile& profile, const Letter& letter, Date as_of);
// Exit::not_found.
[[nodiscard]] Result<Document> explain_batch(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                             BatchId id, Date as_of, Lang lang);

[[nodiscard]] Document explain_rule(const RuleText& rule);
[[nodiscard]] Document explain_exit(Exit exit);
// "5", "exit-5", "exit 5", "refused". Nothing where it is none of them.
[[nodiscard]] std::optional<Exit> exit_called(std::string_view words);

// A step that is still to be done: what is waited for stands with the first one.
struct RemainingStep {
    Message title;
    Message waits_for;
    Message command;
};
// From where the transfer stands to where it is over, on the usual path; none where it is.
// Another committee's steps name it, without a command.
[[nodiscard]] std::vector<RemainingStep> remaining_steps(const OrgDirectory& organisations, const Transfer& transfer,
                                                         const std::optional<Letter>& letter);

} // namespace jiezhuan
