#include "jiezhuan/base/embedded.hpp"
#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/tabular/checked_toml.hpp"
#include "jiezhuan/tabular/header.hpp"
#include "jiezhuan/tabular/schema.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace jiezhuan {
namespace {

using Ids = std::vector<std::string>;

constexpr std::array kTypes = {
    std::pair{std::string_view("text"), ImportType::text},
    std::pair{std::string_view("name"), ImportType::name},
    std::pair{std::string_view("citizen_id"), ImportType::citizen_id},
    std::pair{std::string_view("date"), ImportType::date},
    std::pair{std::string_view("month"), ImportType::month},
    std::pair{std::string_view("code"), ImportType::code},
    std::pair{std::string_view("flag"), ImportType::flag},
    std::pair{std::string_view("choice"), ImportType::choice},
    std::pair{std::string_view("integer"), ImportType::integer},
    std::pair{std::string_view("phone"), ImportType::phone},
    std::pair{std::string_view("organisation"), ImportType::organisation},
    std::pair{std::string_view("letter_no"), ImportType::letter_no},
};

// The code tables a column can name: those whose words a person may write in a file.
const CodeTable* table_named(std::string_view name) {
    const std::array tables = {
        &code_table<Sex>(),           &code_table<Ethnic>(),         &code_table<Education>(),
        &code_table<DocumentType>(),  &code_table<Category>(),       &code_table<RetiredKind>(),
        &code_table<Stage>(),         &code_table<LabourRelation>(), &code_table<MemberStatus>(),
        &code_table<LossCause>(),     &code_table<AbroadPurpose>(),  &code_table<EntryBasis>(),
        &code_table<OrgKind>(),       &code_table<Authority>(),      &code_table<Distance>(),
        &code_table<Channel>(),       &code_table<TransferReason>(), &code_table<TransferState>(),
        &code_table<FlowDirection>(),
    };
    const auto* const found =
        std::find_if(tables.begin(), tables.end(), [&](const CodeTable* table) { return table->name == name; });
    return found == tables.end() ? nullptr : *found;
}

void set_type(ImportColumn& column, const CheckedTable& table) {
    const std::string type = table.text("type");
    const std::size_t colon = type.find(':');
    const std::string_view kind = std::string_view(type).substr(0, colon);
    const auto* const found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& row) { return row.first == kind; });
    table.check(found != kTypes.end(), fmt::format("{}: no type {}", column.id, type));
    column.type = found->second;
    table.check((colon != std::string::npos) == (column.type == ImportType::code),
                fmt::format("{}: a code table goes with the type code alone", column.id));
    if (column.type == ImportType::flag) {
        column.codes = &code_table<Flag>();
    } else if (column.type == ImportType::code) {
        column.codes = table_named(std::string_view(type).substr(colon + 1));
        table.check(column.codes != nullptr, fmt::format("{}: no code table for {}", column.id, type));
    }
}

Message title_of(const CheckedTable& table) { return {table.text("zh"), table.text("en")}; }

ImportColumn read_column(const CheckedTable& table) {
    table.known_keys({"id", "zh", "en", "aliases", "type", "choices", "required", "private"});
    ImportColumn column;
    column.id = table.text("id");
    column.title = title_of(table);
    column.aliases = table.texts("aliases");
    column.required = table.flag("required");
    column.private_data = table.flag("private");
    set_type(column, table);
    for (const CheckedTable& choice : table.tables("choices")) {
        choice.known_keys({"id", "zh", "en", "aliases"});
        column.choices.push_back({choice.text("id"), title_of(choice), choice.texts("aliases")});
    }
    table.check((column.type == ImportType::choice) == !column.choices.empty(),
                fmt::format("{}: choices go with the type choice alone", column.id));
    return column;
}

// Of the inherited columns only these.
void keep(ImportSchema& schema, const CheckedTable& root) {
    const Ids kept = root.texts("keep");
    for (const std::string& id : kept) {
        root.check(schema.index_of(id).has_value(), fmt::format("{} cannot be kept: there is none", id));
    }
    std::erase_if(schema.columns, [&](const ImportColumn& column) {
        return std::find(kept.begin(), kept.end(), column.id) == kept.end();
    });
}

// The columns of the schema that is extended: those that are kept, or all but those that are dropped. Returns their ids.
Ids inherit(ImportSchema& schema, const CheckedTable& root) {
    schema.columns = import_schema(root.text("extends")).columns;
    if (root.has("keep")) {
        keep(schema, root);
    }
    for (const std::string& id : root.texts("drop")) {
        const auto index = schema.index_of(id);
        root.check(index.has_value(), fmt::format("{} cannot be dropped: there is none", id));
        schema.columns.erase(schema.columns.begin() + static_cast<std::ptrdiff_t>(*index));
    }
    Ids ids;
    for (const ImportColumn& column : schema.columns) {
        ids.push_back(column.id);
    }
    return ids;
}

// A column replaces the inherited one of its id.
void add_columns(ImportSchema& schema, const CheckedTable& root, Ids inherited) {
    for (const CheckedTable& table : root.tables("column")) {
        ImportColumn column = read_column(table);
        const auto index = schema.index_of(column.id);
        const auto replaced = std::find(inherited.begin(), inherited.end(), column.id);
        root.check(!index || replaced != inherited.end(), fmt::format("{} stands twice", column.id));
        if (index) {
            inherited.erase(replaced);
            schema.columns[*index] = std::move(column);
        } else {
            schema.columns.push_back(std::move(column));
        }
    }
    root.check(!schema.columns.empty(), "no columns");
}

void add_groups(ImportSchema& schema, const CheckedTable& root) {
    for (const Ids& ids : root.lists("one_of")) {
        std::vector<std::size_t>& group = schema.one_of.emplace_back();
        for (const std::string& id : ids) {
            const auto index = schema.index_of(id);
            root.check(index.has_value(), fmt::format("one_of: no column {}", id));
            group.push_back(*index);
        }
    }
}

// A header may mean two columns only where their values can decide.
void check_headers(const ImportSchema& schema, const CheckedTable& root) {
    std::map<std::string, const ImportColumn*> meaning;
    for (const ImportColumn& column : schema.columns) {
        for (const std::string& key : header_keys(column)) {
            const auto [other, fresh] = meaning.emplace(key, &column);
            const bool decidable = column.codes != nullptr && other->second->codes != nullptr;
            root.check(fresh || decidable, fmt::format("{} means both {} and {}", key, other->second->id, column.id));
        }
    }
}

} // namespace

ImportSchema parse_import_schema(std::string_view toml, std::string_view name) {
    const toml::table document = CheckedTable::parse(toml, name);
    const CheckedTable root(document, name);
    root.known_keys({"id", "title", "extends", "keep", "drop", "one_of", "column"});
    ImportSchema schema;
    schema.id = root.text("id");
    schema.title = title_of(root.table("title"));
    add_columns(schema, root, root.has("extends") ? inherit(schema, root) : Ids());
    add_groups(schema, root);
    check_headers(schema, root);
    return schema;
}

ImportSchema import_schema(std::string_view id) {
    const std::string path = fmt::format("schemas/import/{}.toml", id);
    return parse_import_schema(embedded_file(path), path);
}

} // namespace jiezhuan
