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

RowSet card_called(std::string id, Message title) {
    RowSet card;
    card.id = std::move(id);
    card.title = std::move(title);
    card.shape = RowSet::Shape::card;
    card.rows.emplace_back();
    return card;
}

void add_cell(RowSet& card, std::string id, Message title, ColumnType type, Cell cell) {
    card.columns.push_back({std::move(id), std::move(title), type});
    card.rows.front().push_back(std::move(cell));
}

} // namespace jiezhuan
