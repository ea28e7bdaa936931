// Options made from the field table of a record: an option a field, so that no command lists the fields again.
#pragma once

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "jiezhuan/service/records/record_values.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

// The rows of a command's options. Its strings live as long as the program: command tables are made once.
class RecordOptions {
  public:
    explicit RecordOptions(std::span<const OptionRow> first) : rows_(first.begin(), first.end()) {}
    RecordOptions(const RecordOptions&) = delete;
    RecordOptions& operator=(const RecordOptions&) = delete;

    // An option for each of the fields: --dues-paid-through for dues_paid_through. A citizen ID number is --id, and only "-":
    // it is never typed on a command line.
    template <class T> void add_fields(std::span<const std::string_view> ids) {
        for (const std::string_view id : ids) {
            const Field<T>* field = field_named<T>(id);
            ensure(field != nullptr, "an option for a field that the record does not have");
            add(field->id, field->title, field->type, field->codes == nullptr ? nullptr : field->codes());
        }
    }
    void add(OptionRow row) { rows_.push_back(row); }
    // Without this option the command cannot be meant.
    void require(std::string_view name) {
        for (OptionRow& row : rows_) {
            row.required = row.required || row.name == name;
        }
    }

    [[nodiscard]] std::span<const OptionRow> rows() const { return rows_; }

  private:
    void add(std::string_view id, Text title, FieldType type, const CodeTable* codes);

    std::vector<OptionRow> rows_;
};

// "--dues-paid-through"
[[nodiscard]] std::string option_of(std::string_view field_id);

class Context;
// The values that were given for the fields, by field id; --id is asked for. `--clear FIELD` makes a field absent.
[[nodiscard]] Result<FieldValues> values_given(Context& context, std::span<const std::string_view> ids);
// The row of --clear, for commands that change records.
[[nodiscard]] OptionRow clear_option(Text help = {"清空这一项，如 away_place",
                                                  "make this field empty, like away_place"});

} // namespace jiezhuan::cli
