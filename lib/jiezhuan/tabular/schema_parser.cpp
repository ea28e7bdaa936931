#include "jiezhuan/base/embedded.hpp"
#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/tabular/header.hpp"
#include "jiezhuan/tabular/schema.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <initializer_list>
#include <map>
#include <toml++/toml.h>
#include <utility>

namespace jiezhuan {
namespace {

constexpr std::array kTypes = {
    std::pair{std::string_view("text"), ColumnType::text},
    std::pair{std::string_view("name"), ColumnType::name},
    std::pair{std::string_view("citizen_id"), ColumnType::citizen_id},
    std::pair{std::string_view("date"), ColumnType::date},
    std::pair{std::string_view("month"), ColumnType::month},
    std::pair{std::string_view("code"), ColumnType::code},
    std::pair{std::string_view("flag"), ColumnType::flag},
    std::pair{std::string_view("choice"), ColumnType::choice},
    std::pair{std::string_view("integer"), ColumnType::integer},
    std::pair{std::string_view("phone"), ColumnType::phone},
    std::pair{std::string_view("organisation"), ColumnType::organisation},
    std::pair{std::string_view("letter_no"), ColumnType::letter_no},
};

// The code tables a column can name: what a person may write in a file.
const CodeTable *table_named(std::string_view name) {
    const std::array tables = {
        &code_table<Sex>(),          &code_table<Ethnic>(),         &code_table<Education>(),
        &code_table<DocumentType>(), &code_table<Category>(),       &code_table<RetiredKind>(),
        &code_table<Stage>(),        &code_table<LabourRelation>(), &code_table<MemberStatus>(),
        &code_table<OrgKind>(),      &code_table<Authority>(),      &code_table<Distance>(),
        &code_table<Channel>(),      &code_table<TransferReason>(), &code_table<TransferState>(),
    };
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const CodeTable *table) { return table->name == name; });
    return found == tables.end() ? nullptr : *found;
}

// Reads one schema text; every complaint is a Bug that names the file.
class Parser {
  public:
    explicit Parser(std::string_view name) : name_(name) {}

    ImportSchema parse(std::string_view text) const {
        const toml::table root = parse_toml(text);
        known_keys(root, {"id", "title", "extends", "drop", "one_of", "column"});
        ImportSchema schema;
        schema.id = text_of(root, "id");
        const toml::table *title = root["title"].as_table();
        check(title != nullptr, "no title");
        schema.title = {text_of(*title, "zh"), text_of(*title, "en")};
        if (root.contains("extends")) {
            inherit(schema, root);
        }
        const toml::array *columns = root["column"].as_array();
        check(columns != nullptr && !columns->empty(), "no columns");
        for (const toml::node &node : *columns) {
            check(node.is_table(), "a column is no table");
            add(schema, column(*node.as_table()));
        }
        groups(schema, root);
        check_headers(schema);
        return schema;
    }

  private:
    toml::table parse_toml(std::string_view text) const {
        try {
            return toml::parse(text);
        } catch (const toml::parse_error &error) {
            throw bug(fmt::format("line {}: {}", error.source().begin.line, error.description()));
        }
    }

    [[nodiscard]] Bug bug(std::string_view what) const { return {fmt::format("import schema {}: {}", name_, what)}; }
    void check(bool holds, std::string_view what) const {
        if (!holds) {
            throw bug(what);
        }
    }

    void known_keys(const toml::table &table, std::initializer_list<std::string_view> known) const {
        for (const auto &[key, value] : table) {
            check(std::find(known.begin(), known.end(), key.str()) != known.end(),
                  fmt::format("unknown key {}", key.str()));
        }
    }

    std::string text_of(const toml::table &table, std::string_view key) const {
        const auto text = table[key].value_exact<std::string>();
        check(text.has_value() && !text->empty(), fmt::format("{} is missing or no text", key));
        return *text;
    }

    std::vector<std::string> texts(const toml::table &table, std::string_view key) const {
        const toml::array *array = table[key].as_array();
        check(array != nullptr || !table.contains(key), fmt::format("{} is no list", key));
        return array == nullptr ? std::vector<std::string>() : texts(*array, key);
    }

    std::vector<std::string> texts(const toml::array &array, std::string_view key) const {
        std::vector<std::string> list;
        for (const toml::node &node : array) {
            const auto text = node.value_exact<std::string>();
            check(text.has_value() && !text->empty(), fmt::format("{} holds something else than text", key));
            list.push_back(*text);
        }
        return list;
    }

    bool flag_of(const toml::table &table, std::string_view key) const {
        const auto flag = table[key].value_exact<bool>();
        check(flag.has_value() || !table.contains(key), fmt::format("{} is neither true nor false", key));
        return flag.value_or(false);
    }

    ImportColumn column(const toml::table &table) const {
        known_keys(table, {"id", "zh", "en", "aliases", "type", "choices", "required", "private"});
        ImportColumn made;
        made.id = text_of(table, "id");
        made.title = {text_of(table, "zh"), text_of(table, "en")};
        made.aliases = texts(table, "aliases");
        made.required = flag_of(table, "required");
        made.private_data = flag_of(table, "private");
        set_type(made, text_of(table, "type"));
        if (const toml::array *choices = table["choices"].as_array()) {
            for (const toml::node &node : *choices) {
                check(node.is_table(), "a choice is no table");
                made.choices.push_back(choice(*node.as_table()));
            }
        }
        check((made.type == ColumnType::choice) == !made.choices.empty(), made.id + ": type and choices do not fit");
        return made;
    }

    void set_type(ImportColumn &made, std::string_view type) const {
        const std::size_t colon = type.find(':');
        const std::string_view kind = type.substr(0, colon);
        const auto *found =
            std::find_if(kTypes.begin(), kTypes.end(), [&](const auto &row) { return row.first == kind; });
        check(found != kTypes.end(), fmt::format("{}: no type {}", made.id, type));
        made.type = found->second;
        if (made.type == ColumnType::flag) {
            made.codes = &code_table<Flag>();
        } else if (made.type == ColumnType::code) {
            made.codes = table_named(colon == std::string_view::npos ? "" : type.substr(colon + 1));
            check(made.codes != nullptr, fmt::format("{}: no code table for {}", made.id, type));
        } else {
            check(colon == std::string_view::npos, fmt::format("{}: no type {}", made.id, type));
        }
    }

    Choice choice(const toml::table &table) const {
        known_keys(table, {"id", "zh", "en", "aliases"});
        return {text_of(table, "id"), {text_of(table, "zh"), text_of(table, "en")}, texts(table, "aliases")};
    }

    // The columns of another schema, but those that are dropped; a column of the same id replaces the inherited one.
    void inherit(ImportSchema &schema, const toml::table &root) const {
        ImportSchema base = import_schema(text_of(root, "extends"));
        for (const std::string &id : texts(root, "drop")) {
            const auto index = base.index_of(id);
            check(index.has_value(), fmt::format("{} cannot be dropped: there is none", id));
            base.columns.erase(base.columns.begin() + static_cast<std::ptrdiff_t>(*index));
        }
        schema.columns = std::move(base.columns);
        inherited_.clear();
        for (const ImportColumn &each : schema.columns) {
            inherited_.push_back(each.id);
        }
        base_one_of_ = import_schema(base.id);
    }

    void add(ImportSchema &schema, ImportColumn made) const {
        const auto index = schema.index_of(made.id);
        if (!index) {
            schema.columns.push_back(std::move(made));
            return;
        }
        const auto inherited = std::find(inherited_.begin(), inherited_.end(), made.id);
        check(inherited != inherited_.end(), fmt::format("{} stands twice", made.id));
        inherited_.erase(inherited);
        schema.columns[*index] = std::move(made);
    }

    void groups(ImportSchema &schema, const toml::table &root) const {
        for (const auto &group : base_one_of_.one_of) {
            std::vector<std::string> ids;
            for (const std::size_t index : group) {
                ids.push_back(base_one_of_.columns[index].id);
            }
            add_group(schema, ids);
        }
        if (const toml::array *array = root["one_of"].as_array()) {
            for (const toml::node &node : *array) {
                check(node.is_array(), "one_of holds something else than lists");
                add_group(schema, texts(*node.as_array(), "one_of"));
            }
        }
    }

    void add_group(ImportSchema &schema, const std::vector<std::string> &ids) const {
        std::vector<std::size_t> &group = schema.one_of.emplace_back();
        for (const std::string &id : ids) {
            const auto index = schema.index_of(id);
            check(index.has_value(), fmt::format("one_of: no column {}", id));
            group.push_back(*index);
        }
    }

    // A header may mean two columns only where the values can decide.
    void check_headers(const ImportSchema &schema) const {
        std::map<std::string, const ImportColumn *> meaning;
        for (const ImportColumn &each : schema.columns) {
            for (const std::string &key : header_keys(each)) {
                const auto [other, fresh] = meaning.emplace(key, &each);
                const bool decidable = each.codes != nullptr && other->second->codes != nullptr;
                check(fresh || other->second == &each || decidable,
                      fmt::format("{} means both {} and {}", key, other->second->id, each.id));
            }
        }
    }

    std::string_view name_;
    mutable std::vector<std::string> inherited_;
    mutable ImportSchema base_one_of_;
};

} // namespace

ImportSchema parse_import_schema(std::string_view toml, std::string_view name) { return Parser(name).parse(toml); }

ImportSchema import_schema(std::string_view id) {
    const std::string path = fmt::format("schemas/import/{}.toml", id);
    return parse_import_schema(embedded_file(path), path);
}

} // namespace jiezhuan
