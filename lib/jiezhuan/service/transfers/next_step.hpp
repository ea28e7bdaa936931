// Where an open transfer stands in a clerk's words, and the commands that take it on. Every advice to type one comes from here.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/member.hpp"
#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <optional>
#include <vector>

namespace jiezhuan {

struct NextStep {
    Message waits_for; // "未见介绍信", "等江南机械党委：待核实"; empty where nothing is waited for
    Message command;   // with what it needs as placeholders; empty where there is none for this clerk
};
// `letter` is the transfer's live or last letter, if it has one. `organisations` say for whose clerk (OrgDirectory::clerk()): another
// committee's step comes without a command.
[[nodiscard]] NextStep next_step(const OrgDirectory& organisations, const Transfer& transfer,
                                 const std::optional<Letter>& letter);

// The command of a step, what it needs as placeholders; complete where the letter is known.
[[nodiscard]] Message step_command(Action action, const Transfer& transfer,
                                   const std::optional<Letter>& letter = std::nullopt);
// The same for who is told to take it: where it is another committee's, for whom to wait.
[[nodiscard]] Message advice(const OrgDirectory& organisations, Action action, const Transfer& transfer,
                             const std::optional<Letter>& letter = std::nullopt);
// How the receipt of a letter of ours is recorded: by number and name, which decide together which letter a slip is for.
[[nodiscard]] Message record_receipt_command(const Letter& letter);
// The command that records what a department on the way gives for that letter; for one that a department gave, by its issuer.
[[nodiscard]] Message exchange_command(const Letter& letter);
// What the step is called for this transfer: on paper, to send is to issue the letter.
[[nodiscard]] Text step_title(Action action, const Transfer& transfer);
// The steps that take the transfer on, the usual one first; none where it is over.
[[nodiscard]] std::vector<Action> next_actions(const Transfer& transfer, const std::optional<Letter>& letter);
// The same, the clerk's own before those of another committee; of a letter that was sent back between two of ours also the sender's.
[[nodiscard]] std::vector<Action> next_actions(const OrgDirectory& organisations, const Transfer& transfer,
                                               const std::optional<Letter>& letter);
// Their commands, each with a comment that says what it does; of another committee's steps for whom to wait.
[[nodiscard]] std::vector<Message> next_commands(const OrgDirectory& organisations, const Transfer& transfer,
                                                 const std::optional<Letter>& letter = std::nullopt);
// Was received with the whole organisation, and is placed in the branch of before as soon as that has moved to the receiver?
[[nodiscard]] bool waits_for_organisation(const OrgDirectory& organisations, const Transfer& transfer);
// How one that came to nothing (refused, withdrawn, revoked) is begun anew, by mistake or because it is to be after all; empty of any other,
// and where the member cannot move.
[[nodiscard]] Message begin_anew_command(const Transfer& transfer, const Member& member);
// The letter was past its validity when it was presented: it goes back, nobody is received on it (LT-08).
[[nodiscard]] bool presented_too_late(const Transfer& transfer, const std::optional<Letter>& letter);

} // namespace jiezhuan
