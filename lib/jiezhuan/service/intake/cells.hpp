// A row of a clerk's file as typed values. Every cell that is read is judged by the rules about cells, and becomes part of the
// canonical row by which a file is known again.
#pragma once

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/model/record.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/tabular/table.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jiezhuan {

class Cells {
  public:
    // The table must outlive it. Without judge_by() nothing is judged and no organisation is resolved: for the first pass over a
    // file, which only wants its values.
    Cells(const Table& table, Date today);
    void judge_by(const Profile& profile, const OrgDirectory& organisations);

    // The row to read from now on; its cells must stay valid. Required cells and cells without a title are judged at once.
    void start(const MappedRow& row);

    [[nodiscard]] std::uint64_t row() const { return row_->row; }
    [[nodiscard]] const ImportSchema& schema() const { return table_.schema(); }
    // A column of the schema; one that it does not have is a Bug.
    [[nodiscard]] std::size_t column(std::string_view id) const;
    // Has the file that column, and is something written there?
    [[nodiscard]] bool given(std::size_t column) const { return !clean_[column].empty(); }
    [[nodiscard]] bool has_column(std::size_t column) const { return table_.match().column_of[column] != kNoColumn; }
    // Titles of columns of the file that mean nothing to this import.
    [[nodiscard]] std::vector<std::string> unread_titles() const { return table_.unknown_headers(); }
    // As the clerk wrote it, without blanks around it.
    [[nodiscard]] std::string_view raw(std::size_t column) const { return clean_[column]; }

    // Each is the value, or an absent one where the cell is empty or has none (which is then a finding).
    // A view stays valid until the next cell is read. Invisible characters and full-width letters are mended, and said (IN-04).
    [[nodiscard]] std::string_view text(std::size_t column);
    [[nodiscard]] std::string_view name(std::size_t column);  // IN-05
    [[nodiscard]] std::string_view phone(std::size_t column); // several: joined by 、; without +86
    [[nodiscard]] CitizenId citizen_id(std::size_t column);   // ID-01 … ID-04, ID-07, IN-04
    [[nodiscard]] Date date(std::size_t column);              // IN-03, IN-07
    [[nodiscard]] Date month(std::size_t column);             // IN-07; a day is left out
    [[nodiscard]] std::int64_t integer(std::size_t column);   // IN-07
    [[nodiscard]] std::int64_t
    valid_days(std::size_t column);                   // of a letter: IN-07, also where no letter is valid for so long
    [[nodiscard]] int code_value(std::size_t column); // MB-01 … MB-04, IN-07
    template <class E> [[nodiscard]] E code(std::size_t column) { return static_cast<E>(code_value(column)); }
    [[nodiscard]] const Choice* choice(std::size_t column); // IN-07
    // IN-07 with the nearest ones where there is none or several; also where it was dissolved.
    [[nodiscard]] OrgId organisation(std::size_t column, OrgDirectory::Where where = OrgDirectory::Where::anywhere);

    [[nodiscard]] Position position(std::size_t column) const { return table_.position(row_->row, column); }
    [[nodiscard]] Position position() const { return table_.position_of_column(row_->row, 0); }
    // IN-07: what a spreadsheet took for a number lacks its last digits.
    void digits_lost(std::size_t column);
    // A finding of a rule of the catalogue about a cell, or about the row.
    void met(std::string_view rule, std::size_t column, Message message);
    // The same with a remedy of its own instead of the rule's.
    void met(std::string_view rule, std::size_t column, Message message, Message fix);
    void met(std::string_view rule, Message message);
    // Findings that something else made; those without a place get this row.
    void add(Findings findings);
    [[nodiscard]] Findings& findings() { return findings_; }
    [[nodiscard]] const Findings& findings() const { return findings_; }
    [[nodiscard]] bool wrong() const { return has_errors(findings_); }

    // Everything that was read of this row, in its canonical spelling, in the order it was read.
    [[nodiscard]] std::string_view canonical() const { return canonical_; }

  private:
    struct Words { // of one column: what was read before
        std::unordered_map<std::string, int> codes;
        std::unordered_map<std::string, OrgId> organisations;
        std::unordered_map<std::string, Finding> unknown;
    };

    [[nodiscard]] bool judging() const { return profile_ != nullptr; }
    void judge_width(const MappedRow& row);
    void keep(std::size_t column, std::string_view value);
    void keep(std::size_t column, std::int64_t value);
    [[nodiscard]] std::string_view mended(std::size_t column);

    const Table& table_;
    Date today_;
    const Profile* profile_ = nullptr;
    const OrgDirectory* organisations_ = nullptr;
    const MappedRow* row_ = nullptr;
    std::vector<std::string_view> clean_;
    std::vector<std::uint32_t> tags_; // of the columns, for the canonical row
    std::vector<std::size_t> required_;
    std::vector<Words> words_;
    std::string key_; // for look-ups without allocation
    std::string scratch_;
    Findings findings_;
    std::string canonical_;
};

// The columns of a schema that are fields of a record, read together.
template <class T> class RecordColumns {
  public:
    // `but`: columns that the caller reads itself.
    RecordColumns(const ImportSchema& schema, std::initializer_list<std::string_view> but) {
        for (std::size_t column = 0; column < schema.columns.size(); ++column) {
            const Field<T>* field = field_named<T>(schema.columns[column].id);
            const bool left_out = std::find(but.begin(), but.end(), schema.columns[column].id) != but.end();
            if (field != nullptr && !left_out) {
                columns_.push_back({column, field, schema.columns[column].type});
            }
        }
    }

    // Sets every one of these fields; absent where the cell is empty or has no value.
    void read(Cells& cells, T& record) const {
        for (const Each& each : columns_) {
            read_one(cells, record, each);
        }
    }
    // Sets those fields of `record` that are given in the row to what `row` has.
    void merge(const Cells& cells, const T& row, T& record) const {
        for (const Each& each : columns_) {
            if (!cells.given(each.column) || each.field->absent(row)) {
                continue;
            }
            if (each.field->is_text()) {
                each.field->set_string(record, each.field->string(row));
            } else {
                each.field->set_number(record, each.field->number(row));
            }
        }
    }

  private:
    struct Each {
        std::size_t column;
        const Field<T>* field;
        ImportType type;
    };

    static void read_one(Cells& cells, T& record, const Each& each) {
        const Field<T>& field = *each.field;
        if (field.is_text()) {
            field.set_string(record, each.type == ImportType::name    ? cells.name(each.column)
                                     : each.type == ImportType::phone ? cells.phone(each.column)
                                                                      : cells.text(each.column));
            return;
        }
        field.set_number(record, number_of(cells, each));
    }

    static std::int64_t number_of(Cells& cells, const Each& each) {
        switch (each.type) {
        case ImportType::citizen_id:
            return cells.citizen_id(each.column).number();
        case ImportType::date:
            return cells.date(each.column).packed();
        case ImportType::month:
            return cells.month(each.column).packed();
        case ImportType::code:
        case ImportType::flag:
            return cells.code_value(each.column);
        case ImportType::organisation:
            return cells.organisation(each.column, OrgDirectory::Where::ours).value;
        case ImportType::integer:
            return cells.integer(each.column);
        default:
            throw Bug{"a column whose type does not fit its field: " + std::string(each.field->id)};
        }
    }

    std::vector<Each> columns_;
};

} // namespace jiezhuan
