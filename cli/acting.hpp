// Acts of the clerk: one command, one write transaction.
#pragma once

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "jiezhuan/service/work.hpp"

#include <functional>
#include <string>
#include <vector>

namespace jiezhuan::cli {

// Opens the ledger for writing, makes the Work of this command and runs `act` in it. Commits where the answer's exit code is
// done, answer_is_no or partly_applied; with --dry-run, and with any other code, nothing is written.
[[nodiscard]] Result<Answer> act(Context& context, const std::function<Result<Answer>(Work&)>& act);

// The same for a command that only reads: one snapshot.
struct View {
    Reading& ledger;
    const Profile& profile;
    ProfileId profile_id;
    OrgDirectory organisations;
    Date as_of;
};
[[nodiscard]] Result<Answer> look(Context& context, const std::function<Result<Answer>(View&)>& look);

// For answers about the ledger as a whole: a warning where it is not what its last anchor says.
void warn_of_anchors(Context& context, Document& document);

// A command that may show private data in full: `look` answers, naming whose data it holds. With --reveal these are recorded in the
// ledger, after the reading and before anything is shown; where that fails there is no answer.
[[nodiscard]] Result<Answer> look_at_private(Context& context,
                                             const std::function<Result<Answer>(View&, std::vector<MemberId>&)>& look);

// The answer to a single act: exit code and findings of the outcome; `done` is the sentence where it was done just now.
[[nodiscard]] Answer answer_of(std::string schema, Outcome outcome, Message done);

} // namespace jiezhuan::cli
