// The words of the command line: nouns with what they stand for, and the Chinese words that are taken as well.
#pragma once

#include "jiezhuan/base/message.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jiezhuan::cli {

struct NounRow {
    std::string_view noun;
    std::string_view chinese; // taken in its place
    Text summary;
};
// In the order of the help.
[[nodiscard]] std::span<const NounRow> nouns();
[[nodiscard]] const NounRow* noun_row(std::string_view noun);

// The noun that a typed word stands for: itself where it is no alias.
[[nodiscard]] std::string noun_meant(std::string_view typed);
// Is the typed word that verb, or a Chinese word for it? 登记 is the open of transfers and the record of receipts.
[[nodiscard]] bool means_verb(std::string_view typed, std::string_view verb);

// One word for a whole command: "todo" is "reconcile deadlines". An empty noun where the word is none.
struct Shortcut {
    std::string_view word;
    std::string_view noun;
    std::string_view verb;
};
[[nodiscard]] Shortcut shortcut(std::string_view typed);
[[nodiscard]] std::span<const Shortcut> shortcuts();

// The Chinese word that is taken for the verb of a noun, as help shows it; empty where there is none.
[[nodiscard]] std::string_view chinese_verb(std::string_view noun, std::string_view verb);

} // namespace jiezhuan::cli
