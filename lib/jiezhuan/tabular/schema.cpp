#include "jiezhuan/tabular/schema.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {

const Choice* ImportColumn::choice(std::string_view cell) const {
    const std::string wanted = lowered_ascii(narrowed(trimmed(cell)));
    const auto same = [&](std::string_view word) { return lowered_ascii(narrowed(word)) == wanted; };
    for (const Choice& each : choices) {
        if (same(each.id) || same(each.title.zh) || same(each.title.en) ||
            std::any_of(each.aliases.begin(), each.aliases.end(), same)) {
            return &each;
        }
    }
    return nullptr;
}

bool ImportColumn::knows_word(std::string_view cell) const {
    return (codes != nullptr && codes->by_word(narrowed(trimmed(cell))) != nullptr) || choice(cell) != nullptr;
}

std::optional<std::size_t> ImportSchema::index_of(std::string_view column_id) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ImportColumn& column) { return column.id == column_id; });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

} // namespace jiezhuan
