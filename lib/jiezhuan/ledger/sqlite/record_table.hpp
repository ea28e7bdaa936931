// The table of a record type: its columns are the record's fields (a test compares them with the schema). Text is TEXT, references
// are INTEGER or NULL, everything else INTEGER with 0 for what is absent.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/record.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <string>

namespace jiezhuan::sqlite {

inline std::string quoted(std::string_view identifier) { return '"' + std::string(identifier) + '"'; }

template <class T> std::string table_of() { return quoted(name_of(RecordTraits<T>::kKind).id); }

template <class T> std::string columns_of() {
    std::string columns = "id";
    for (const Field<T>& field : fields_of<T>()) {
        columns += ", " + quoted(field.id);
    }
    return columns;
}

template <class T> void bind_field(SQLite::Statement& statement, int at, const Field<T>& field, const T& record) {
    if (field.is_text()) {
        statement.bindNoCopy(at, field.string(record));
        return;
    }
    const std::int64_t number = field.number(record);
    if (number == 0 && field.type == FieldType::reference) {
        statement.bind(at);
    } else {
        statement.bind(at, number);
    }
}

// A row of "SELECT id, <fields>".
template <class T> T record_of(SQLite::Statement& row) {
    T record;
    record.id.value = row.getColumn(0).getInt64();
    int at = 1;
    for (const Field<T>& field : fields_of<T>()) {
        const SQLite::Column column = row.getColumn(at++);
        if (field.is_text()) {
            field.set_string(record, std::string_view(column.getText(), static_cast<std::size_t>(column.getBytes())));
        } else {
            field.set_number(record, column.getInt64());
        }
    }
    return record;
}

template <class T> class RecordTable {
  public:
    explicit RecordTable(SQLite::Database& database) : database_(database) {}

    void insert(const T& record) {
        if (!insert_) {
            std::string values = "?1";
            for (std::size_t i = 0; i < fields_of<T>().size(); ++i) {
                values += ", ?" + std::to_string(i + 2);
            }
            insert_.emplace(database_,
                            "INSERT INTO " + table_of<T>() + " (" + columns_of<T>() + ") VALUES (" + values + ")");
        }
        insert_->bind(1, record.id.value);
        int at = 2;
        for (const Field<T>& field : fields_of<T>()) {
            bind_field(*insert_, at++, field, record);
        }
        insert_->exec();
        insert_->reset();
    }

    void update(const T& record) {
        if (!update_) {
            std::string values;
            int at = 2;
            for (const Field<T>& field : fields_of<T>()) {
                values += (values.empty() ? "" : ", ") + quoted(field.id) + " = ?" + std::to_string(at++);
            }
            update_.emplace(database_, "UPDATE " + table_of<T>() + " SET " + values + " WHERE id = ?1");
        }
        update_->bind(1, record.id.value);
        int at = 2;
        for (const Field<T>& field : fields_of<T>()) {
            bind_field(*update_, at++, field, record);
        }
        ensure(update_->exec() == 1, "an update met no row");
        update_->reset();
    }

    std::optional<T> find(std::int64_t id) {
        if (!find_) {
            find_.emplace(database_, "SELECT " + columns_of<T>() + " FROM " + table_of<T>() + " WHERE id = ?1");
        }
        find_->bind(1, id);
        std::optional<T> found;
        if (find_->executeStep()) {
            found = record_of<T>(*find_);
        }
        find_->reset();
        return found;
    }

  private:
    SQLite::Database& database_;
    std::optional<SQLite::Statement> insert_;
    std::optional<SQLite::Statement> update_;
    std::optional<SQLite::Statement> find_;
};

// "WHERE … ORDER BY … LIMIT …" for a query, and binding its values.
template <class T> class Selection {
  public:
    explicit Selection(const Query& query) : query_(query) {
        for (const Condition& condition : query.where) {
            add(condition);
        }
    }

    [[nodiscard]] std::string where() const { return where_.empty() ? "" : " WHERE " + where_; }
    [[nodiscard]] std::string order() const {
        std::string order = " ORDER BY ";
        if (!query_.order_by.empty()) {
            order += quoted(named(query_.order_by).id) + (query_.descending ? " DESC, " : ", ");
        }
        order += query_.descending ? "id DESC" : "id";
        return query_.limit > 0 ? order + " LIMIT " + std::to_string(query_.limit) : order;
    }
    void bind(SQLite::Statement& statement) const {
        int at = 1;
        for (const Condition& condition : query_.where) {
            for (const std::string& value : condition.values) {
                if (condition.is == Condition::Is::ends_with) {
                    statement.bind(at++, static_cast<std::int64_t>(std::stoll(value)));
                } else {
                    bind_value(statement, at++, condition.field, value);
                }
            }
        }
    }

  private:
    static const Field<T>& named(std::string_view id) {
        const Field<T>* field = field_named<T>(id);
        ensure(field != nullptr, "a query names no field: " + std::string(id));
        return *field;
    }

    void add(const Condition& condition) {
        const std::string column = condition.field == "id" ? "id" : quoted(named(condition.field).id);
        const bool text = condition.field != "id" && named(condition.field).is_text();
        using Is = Condition::Is;
        std::string sql;
        switch (condition.is) {
        case Is::equal:
            sql = column + " = ?";
            break;
        case Is::not_equal:
            sql = column + " IS NOT ?";
            break;
        case Is::one_of:
            sql = column + " IN (";
            for (std::size_t i = 0; i < condition.values.size(); ++i) {
                sql += i == 0 ? "?" : ", ?";
            }
            sql += ")";
            break;
        case Is::less:
            sql = column + " < ?" + (text ? "" : " AND " + column + " <> 0");
            break;
        case Is::at_least:
            sql = column + " >= ?";
            break;
        case Is::contains:
            sql = "instr(" + column + ", ?) > 0";
            break;
        case Is::sounds_like:
            sql = "sounds_like(" + column + ", ?)";
            break;
        case Is::ends_with:
            sql = column + " <> 0 AND " + column + " % 1" + std::string(condition.values.front().size(), '0') + " = ?";
            break;
        case Is::present:
            sql = text ? column + " <> ''" : "ifnull(" + column + ", 0) <> 0";
            break;
        case Is::absent:
            sql = text ? column + " = ''" : "ifnull(" + column + ", 0) = 0";
            break;
        }
        where_ += (where_.empty() ? "" : " AND ") + sql;
    }

    static void bind_value(SQLite::Statement& statement, int at, std::string_view field_id, const std::string& value) {
        if (field_id == "id") {
            const auto id = parse_id(value);
            ensure(id.has_value(), "a query has no id: " + value);
            statement.bind(at, id->value);
            return;
        }
        const Field<T>& field = named(field_id);
        if (field.is_text()) {
            statement.bind(at, value);
            return;
        }
        T holder;
        ensure(field.read(holder, value), "a query has a value that is none: " + value);
        statement.bind(at, field.number(holder));
    }

    const Query& query_;
    std::string where_;
};

} // namespace jiezhuan::sqlite
