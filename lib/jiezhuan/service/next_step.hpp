// Where an open transfer stands in a clerk's words, and the one command that takes it on.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/letter.hpp"
#include "jiezhuan/model/transfer.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

struct NextStep {
    Message waits_for;       // "未见介绍信"; empty where nothing is waited for
    std::string command;     // without its options; empty where there is none
    Text options = {"", ""}; // those it cannot do without, with placeholders
    [[nodiscard]] Message complete() const { return say({"{}{}", "{}{}"}, command, options); }
};
// `letter` is the transfer's live or last letter, if it has one.
[[nodiscard]] NextStep next_step(const Transfer& transfer, const std::optional<Letter>& letter);

} // namespace jiezhuan
