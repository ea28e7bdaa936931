// A rule of the catalogue, and how it is asked.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/rules/facts.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace jiezhuan {

enum class Basis : std::uint8_t { regulation, form, standard, practice, logic };

// Where in the work a rule is asked.
enum class Moment : std::uint8_t {
    record,  // the data of a member, an organisation or a letter (void, lost, replaced) are written
    open,    // a transfer is opened
    send,    // a letter is issued, or the online system used
    present, // an incoming letter is presented
    receive, // we receive
    assign,
    refuse,  // the receiver declines, or it is held or withdrawn: a reason is given
    receipt, // a receipt is recorded, or an online acceptance
    file,    // a file is imported
    review,  // reconcile and reports
};

// What a check found: the sentence with the values, in both languages. Nothing means the facts are in order.
using Explanation = std::optional<Message>;

struct RuleText {
    std::string_view id; // "LT-21": domain.md section 12; never reused
    Severity severity;
    Text title;
    std::string_view citation; // the regulation and article, in Chinese
    Basis basis;
    bool overridable; // --accept RULE=REASON is allowed: errors that say so, and whatever rests on practice alone
    Text fix;         // what to do
};

// A text may stand in two arrays, where two kinds of facts can show the same thing.
template <class Facts> struct Rule {
    RuleText text;
    std::span<const Moment> moments;
    Explanation (*check)(const Facts&);
};

} // namespace jiezhuan
