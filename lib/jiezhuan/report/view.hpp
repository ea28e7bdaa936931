// What of a section is shown, and in which order, without copying it.
#pragma once

#include "jiezhuan/report/render.hpp"

#include <cstddef>
#include <vector>

namespace jiezhuan {

class View {
  public:
    // Everything in the order given. A row that is not as long as the columns, or a card of several rows, is a Bug.
    // The set must live as long as the view.
    explicit View(const RowSet& set);

    [[nodiscard]] const RowSet& set() const { return *set_; }
    [[nodiscard]] bool is_list() const { return set_->shape == RowSet::Shape::list; }
    [[nodiscard]] bool nothing() const { return columns_.empty() && rows_.empty(); }
    [[nodiscard]] std::size_t row_count() const { return rows_.size(); }
    [[nodiscard]] std::size_t column_count() const { return columns_.size(); }
    [[nodiscard]] const Column& column(std::size_t column) const { return set_->columns[columns_[column]]; }
    [[nodiscard]] const Cell& cell(std::size_t row, std::size_t column) const {
        return set_->rows[rows_[row]][columns_[column]];
    }

    // Shows only these columns of the set, in this order.
    void show_columns(std::vector<std::size_t> columns) { columns_ = std::move(columns); }
    // By that column of the set: numbers by value, identifiers by letter and number, all else bytewise. Stable; what is
    // absent comes last in both directions.
    void sort_by(std::size_t column, bool descending);

  private:
    const RowSet* set_;
    std::vector<std::size_t> columns_;
    std::vector<std::size_t> rows_;
};

// The sections as --columns and --sort want them. They speak of the lists; of a card only where the document has no list.
// A list that has none of the named columns stays whole. Columns are named by id or by title.
// Exit::usage for a column that no such section has, with the nearest ones or all there are.
[[nodiscard]] Result<std::vector<View>> views_of(const Document& document, const RenderOptions& options);

} // namespace jiezhuan
