// Columns and cells made from the field table of a record, so that no list names the fields again.
#pragma once

#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/model/record.hpp"
#include "jiezhuan/report/mask.hpp"
#include "jiezhuan/report/rowset.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// A citizen ID number is an identifier: it is never cut in a table.
[[nodiscard]] constexpr ColumnType column_type_of(FieldType type) {
    switch (type) {
    case FieldType::integer:
        return ColumnType::number;
    case FieldType::date:
    case FieldType::month:
        return ColumnType::date;
    case FieldType::code:
        return ColumnType::code;
    case FieldType::reference:
    case FieldType::citizen_id:
        return ColumnType::id;
    case FieldType::text:
        break;
    }
    return ColumnType::text;
}

template <class T> [[nodiscard]] Column column_of(const Field<T>& field) {
    return {std::string(field.id), field.title, column_type_of(field.type)};
}

// The column of a record's own identifier, which is no field.
[[nodiscard]] inline Column id_column() { return {"id", Text("编号", "ID"), ColumnType::id}; }

// Private data are masked unless `reveal`: citizen ID numbers keep region and last four, telephones the first three and the
// last four, all other private text its first character. An ID number that somebody wrote into another text is masked in it.
template <class T> [[nodiscard]] Cell cell_of(const Field<T>& field, const T& record, bool reveal) {
    if (field.absent(record)) {
        return {};
    }
    if (field.private_data && !reveal) {
        return field.type == FieldType::citizen_id ? Cell(CitizenId::from_number(field.number(record)).masked())
               : field.id == "phone" || field.id == "member_contact" ? Cell(masked_phone(field.text(record)))
                                                                     : Cell(masked_text(field.text(record)));
    }
    if (field.type == FieldType::integer) {
        return field.number(record);
    }
    if (field.type == FieldType::code) {
        const CodeRow* row = field.codes()->by_value(static_cast<int>(field.number(record)));
        ensure(row != nullptr, "a coded value without a row");
        return {std::string(row->id), row->title};
    }
    return reveal ? field.text(record) : with_ids_masked(field.text(record));
}

// The named fields; a null pointer stands for "id", the record's own identifier. A name that is no field is a Bug.
template <class T> [[nodiscard]] std::vector<const Field<T>*> fields_named(const std::vector<std::string_view>& ids) {
    std::vector<const Field<T>*> fields;
    for (const std::string_view id : ids) {
        fields.push_back(field_named<T>(id));
        ensure(fields.back() != nullptr || id == "id", "a list names a field that the record does not have");
    }
    return fields;
}

template <class T> [[nodiscard]] std::vector<Column> columns_of(const std::vector<const Field<T>*>& fields) {
    std::vector<Column> columns;
    for (const Field<T>* field : fields) {
        columns.push_back(field == nullptr ? id_column() : column_of(*field));
    }
    return columns;
}

template <class T>
[[nodiscard]] std::vector<Cell> cells_of(const std::vector<const Field<T>*>& fields, const T& record, bool reveal) {
    std::vector<Cell> cells;
    cells.reserve(fields.size());
    for (const Field<T>* field : fields) {
        cells.push_back(field == nullptr ? Cell(record.id) : cell_of(*field, record, reveal));
    }
    return cells;
}

// A row a record; `ids` are fields, or "id" for the record's own. The caller gives the set its id and title.
template <class T>
[[nodiscard]] RowSet list_of(const std::vector<std::string_view>& ids, std::span<const T> records, bool reveal) {
    const std::vector<const Field<T>*> fields = fields_named<T>(ids);
    RowSet set;
    set.columns = columns_of(fields);
    set.rows.reserve(records.size());
    for (const T& record : records) {
        set.rows.push_back(cells_of(fields, record, reveal));
    }
    return set;
}

// One record field by field: its identifier and the named fields; all of them in the order of the table where none is named.
template <class T> [[nodiscard]] RowSet card_of(const T& record, bool reveal, std::vector<std::string_view> ids = {}) {
    if (ids.empty()) {
        ids.emplace_back("id");
        for (const Field<T>& field : fields_of<T>()) {
            ids.push_back(field.id);
        }
    }
    const std::vector<const Field<T>*> fields = fields_named<T>(ids);
    RowSet set;
    set.shape = RowSet::Shape::card;
    set.columns = columns_of(fields);
    set.rows.push_back(cells_of(fields, record, reveal));
    return set;
}

} // namespace jiezhuan
