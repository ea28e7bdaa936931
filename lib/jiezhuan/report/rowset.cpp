#include "jiezhuan/report/rowset.hpp"

namespace jiezhuan {

bool Cell::absent() const {
    const auto* text = std::get_if<std::string>(&value_);
    return std::holds_alternative<std::monostate>(value_) || (text != nullptr && text->empty());
}

std::string Cell::machine() const {
    if (const std::int64_t* value = number()) {
        return std::to_string(*value);
    }
    const auto* text = std::get_if<std::string>(&value_);
    return text == nullptr ? std::string() : *text;
}

std::string Cell::shown(Lang lang) const {
    const std::string& words = shown_.in(lang);
    return words.empty() ? machine() : words;
}

} // namespace jiezhuan
