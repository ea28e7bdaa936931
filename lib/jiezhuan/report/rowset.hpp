// What a command returns: data, to be rendered. Columns have an id for programs and a title for people; so do coded values.
#pragma once

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/code.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/model/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jiezhuan {

enum class ColumnType { text, number, date, code, id };

struct Column {
    std::string id;
    Message title;
    ColumnType type = ColumnType::text;
};

// A typed value: what a program reads, and what a person reads where that differs.
class Cell {
  public:
    Cell() = default;                                          // absent: empty for people, null in JSON
    Cell(std::int64_t number) : value_(number) {}              // NOLINT(google-explicit-constructor)
    Cell(std::string text) : value_(std::move(text)) {}        // NOLINT(google-explicit-constructor)
    Cell(std::string_view text) : value_(std::string(text)) {} // NOLINT(google-explicit-constructor)
    Cell(const char* text) : value_(std::string(text)) {}      // NOLINT(google-explicit-constructor)
    Cell(Date date) : value_(date.text()) {}                   // NOLINT(google-explicit-constructor)
    Cell(std::string machine, Message people) : value_(std::move(machine)), shown_(std::move(people)) {}
    template <RecordKind K> Cell(Id<K> id) : value_(id.text()) {} // NOLINT(google-explicit-constructor)

    template <class E>
    requires std::is_enum_v<E>
    static Cell code(E value) { return {std::string(code_id(value)), Message(code_title(value))}; }

    // An empty text counts as absent.
    [[nodiscard]] bool absent() const;
    [[nodiscard]] const std::int64_t* number() const { return std::get_if<std::int64_t>(&value_); }
    [[nodiscard]] std::string machine() const;
    [[nodiscard]] std::string shown(Lang lang) const;
    // Do people read something else than a program?
    [[nodiscard]] bool has_words() const { return !shown_.empty(); }

  private:
    std::variant<std::monostate, std::int64_t, std::string> value_;
    Message shown_;
};

// A list of records, or (as a card) one record shown field by field.
struct RowSet {
    enum class Shape { list, card };
    std::string id; // key in JSON
    Message title;  // may be empty
    Shape shape = Shape::list;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; // each as long as columns; a card has one
    Message when_empty;                  // said to people instead of an empty table
};

// A card without fields yet, and a field more on one.
[[nodiscard]] RowSet card_called(std::string id, Message title = {});
void add_cell(RowSet& card, std::string id, Message title, ColumnType type, Cell cell);

// What a command answers.
struct Document {
    std::string schema; // "transfer.list": schemas/output/transfer.list.schema.json
    Message headline;   // one sentence for people; may be empty
    std::vector<RowSet> sections;
    Findings findings;
    std::vector<Message> next; // "next: jiezhuan letter issue T12" - what to do now
};

} // namespace jiezhuan
