#include "jiezhuan/model/code.hpp"

#include "jiezhuan/base/text.hpp"

namespace jiezhuan {

const CodeRow* CodeTable::by_value(int value) const {
    for (const CodeRow& row : rows) {
        if (row.value == value) {
            return &row;
        }
    }
    return nullptr;
}

const CodeRow* CodeTable::by_id(std::string_view id) const {
    for (const CodeRow& row : rows) {
        if (row.id == id) {
            return &row;
        }
    }
    return nullptr;
}

const CodeRow* CodeTable::by_word(std::string_view word) const {
    const std::string wanted = lowered_ascii(word);
    for (const CodeRow& row : rows) {
        if (wanted == lowered_ascii(row.id) || wanted == row.title.zh || wanted == lowered_ascii(row.title.en)) {
            return &row;
        }
        for (const std::string_view alias : split(row.aliases, '|')) {
            if (!alias.empty() && wanted == lowered_ascii(alias)) {
                return &row;
            }
        }
    }
    return nullptr;
}

} // namespace jiezhuan
