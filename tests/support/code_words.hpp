// Codes by the words that files have for them.
#pragma once

#include "jiezhuan/model/code.hpp"

#include <optional>
#include <string_view>

namespace jiezhuan::testing {

template <class E> [[nodiscard]] std::optional<E> code_from_word(std::string_view word) {
    const CodeRow* row = code_table<E>().by_word(word);
    return row == nullptr ? std::nullopt : std::optional(static_cast<E>(row->value));
}

} // namespace jiezhuan::testing
