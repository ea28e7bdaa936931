// Where an open transfer stands in a clerk's words, and the one command that takes it on.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/model/transfer_paths.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

struct NextStep {
    Message waits_for;   // "未见介绍信"; empty where nothing is waited for
    std::string command; // without its options, of which it names those it lacks; empty where there is none
    Message complete;    // with the options that it needs, as placeholders in the language of the reader
};
// `letter` is the transfer's live or last letter, if it has one.
[[nodiscard]] NextStep next_step(const Transfer& transfer, const std::optional<Letter>& letter);

// The command for a step, complete as above. Of the receipt of a letter that is not given the number is a placeholder, too.
[[nodiscard]] Message command_for_step(Action action, const Transfer& transfer, const std::optional<Letter>& letter);

} // namespace jiezhuan
