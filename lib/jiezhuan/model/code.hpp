// Coded values: an enum, and for each of its values the id that is stored, the words people use, and what else is accepted.
#pragma once

#include "jiezhuan/base/message.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace jiezhuan {

struct CodeRow {
    int value;
    std::string_view id; // stored in events and shown in JSON; the same in every language, never reused
    Text title;
    std::string_view aliases; // other spellings accepted in files, separated by |
};

struct CodeTable {
    std::string_view name;
    Text title;
    std::span<const CodeRow> rows;

    [[nodiscard]] const CodeRow* by_value(int value) const;
    [[nodiscard]] const CodeRow* by_id(std::string_view id) const;
    // By id, title in either language or alias, letter case of ASCII ignored; nothing where no row has that spelling.
    [[nodiscard]] const CodeRow* by_word(std::string_view word) const;
};

// Specialised for every coded enum, beside it: template <> const CodeTable& code_table<Sex>();
template <class E> [[nodiscard]] const CodeTable& code_table();

// Every coded enum has its zero as "absent", which has no row.
template <class E> [[nodiscard]] std::string_view code_id(E value) {
    const CodeRow* row = code_table<E>().by_value(static_cast<int>(value));
    return row == nullptr ? std::string_view() : row->id;
}
template <class E> [[nodiscard]] Text code_title(E value) {
    const CodeRow* row = code_table<E>().by_value(static_cast<int>(value));
    return row == nullptr ? Text("", "") : row->title;
}
template <class E> [[nodiscard]] std::optional<E> code_from_id(std::string_view id) {
    const CodeRow* row = code_table<E>().by_id(id);
    return row == nullptr ? std::nullopt : std::optional(static_cast<E>(row->value));
}

} // namespace jiezhuan
