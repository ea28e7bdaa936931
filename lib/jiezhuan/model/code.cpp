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

namespace {

bool is_word_of(const CodeRow& row, std::string_view wanted) {
    if (wanted == lowered_ascii(row.id) || wanted == row.title.zh || wanted == lowered_ascii(row.title.en)) {
        return true;
    }
    for (const std::string_view alias : split(row.aliases, '|')) {
        if (!alias.empty() && wanted == lowered_ascii(alias)) {
            return true;
        }
    }
    return false;
}

} // namespace

const CodeRow* CodeTable::by_word(std::string_view word) const {
    const std::string wanted = lowered_ascii(word);
    for (const CodeRow& row : rows) {
        if (is_word_of(row, wanted)) {
            return &row;
        }
    }
    const std::string narrow = narrowed(wanted); // 社区(村)党委 is 社区（村）党委
    for (const CodeRow& row : rows) {
        if (narrow == narrowed(row.title.zh)) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace jiezhuan
