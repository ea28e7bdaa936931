// A rule of the catalogue, and how it is asked.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/rules/facts.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace jiezhuan {

enum class Basis { regulation, form, standard, practice, logic };

// Where in the work a rule is asked.
enum class Moment : std::uint8_t {
    record,  // a member's or organisation's data are written
    open,    // a transfer is opened
    send,    // a letter is issued, or the online system used
    present, // an incoming letter is presented
    receive, // we receive
    assign,
    receipt,
    file,   // a file is imported
    review, // reconcile and reports
};

// What a check found: the sentence with the values, in both languages. Nothing means the facts are in order.
using Explanation = std::optional<Message>;

struct RuleText {
    std::string_view id; // "LT-21": domain.md section 12; never reused
    Severity severity;
    Text title;
    std::string_view citation; // the regulation and article, in Chinese
    Basis basis;
    bool overridable; // --accept RULE=REASON is allowed
    Text fix;
};

template <class Facts> struct Rule {
    RuleText text;
    std::span<const Moment> moments;
    Explanation (*check)(const Facts&);
};

} // namespace jiezhuan
