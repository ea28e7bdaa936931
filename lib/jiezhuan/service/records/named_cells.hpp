// Cells that name what a record refers to: organisations by where they are, everything else by its number.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/item_list.hpp"
#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

#include <string_view>
#include <vector>

namespace jiezhuan {

// O5, for people "江滨社区 › 第一支部"; absent for none.
[[nodiscard]] inline Cell cell_of(const OrgDirectory& organisations, OrgId id) {
    const std::string path = organisations.path_of(id);
    return id ? Cell(id.text(), Message(path, path)) : Cell();
}

// A field that lists codes, for people: flaws of a letter, what was verified; empty of any other.
[[nodiscard]] inline Message listed_words_of(std::string_view field, const std::string& ids) {
    if (field == "flaws") {
        return items_in_words(ids, code_table<PaperFlaw>());
    }
    const std::string items = field == "verified_items" ? verified_items_in_words(ids) : std::string();
    return field == "file_items" ? items_in_words(ids, code_table<FileItem>()) : Message(items, items);
}

template <class T>
[[nodiscard]] Cell named_cell(const Field<T>& field, const T& record, bool reveal, const OrgDirectory& organisations) {
    if (field.type == FieldType::reference) {
        if (const auto id = parse_id_of<RecordKind::organisation>(field.text(record))) {
            return cell_of(organisations, *id);
        }
    }
    const Message words = field.absent(record) ? Message() : listed_words_of(field.id, field.text(record));
    return words.empty() ? cell_of(field, record, reveal) : Cell(field.text(record), words);
}

// The named fields of a record, with what they refer to named, added to a card or to a row of a list.
template <class T>
void add_fields(RowSet& set, const T& record, bool reveal, const OrgDirectory& organisations,
                const std::vector<std::string_view>& ids) {
    const std::vector<const Field<T>*> fields = fields_named<T>(ids);
    const std::vector<Column> columns = columns_of(fields);
    if (set.rows.empty()) {
        set.rows.emplace_back();
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (set.rows.size() == 1) {
            set.columns.push_back(columns[i]);
        }
        set.rows.back().push_back(fields[i] == nullptr ? Cell(record.id)
                                                       : named_cell(*fields[i], record, reveal, organisations));
    }
}

// A list of records with what they refer to named.
template <class T>
[[nodiscard]] RowSet named_list(const std::vector<std::string_view>& ids, const std::vector<T>& records, bool reveal,
                                const OrgDirectory& organisations) {
    const std::vector<const Field<T>*> fields = fields_named<T>(ids);
    RowSet set;
    set.columns = columns_of(fields);
    for (const T& record : records) {
        std::vector<Cell>& row = set.rows.emplace_back();
        for (const Field<T>* field : fields) {
            row.push_back(field == nullptr ? Cell(record.id) : named_cell(*field, record, reveal, organisations));
        }
    }
    return set;
}

} // namespace jiezhuan
