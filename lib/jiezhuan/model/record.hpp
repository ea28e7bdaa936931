// A record is described once, by the table of its fields. The table drives everything that would otherwise list the fields again:
// events, the store, imports, lists and what changed between two states.
#pragma once

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/json.hpp"
#include "jiezhuan/model/citizen_id.hpp"
#include "jiezhuan/model/code.hpp"
#include "jiezhuan/model/ids.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace jiezhuan {

enum class FieldType { text, integer, date, month, code, reference, citizen_id };

template <class T> struct Field {
    std::string_view id; // ASCII snake_case: key in events and JSON, column in the store and in CSV
    Text title;
    FieldType type;
    bool private_data;           // masked unless revealed
    const CodeTable* (*codes)(); // for FieldType::code
    bool (*same)(const T&, const T&);
    bool (*absent)(const T&);
    // The canonical spelling: empty where absent; codes as ids, dates as YYYY[-MM[-DD]], references as M12.
    std::string (*text)(const T&);
    // Reads the canonical spelling; false where it is none.
    bool (*read)(T&, std::string_view);
    // How it is stored: everything but text as an integer, 0 = absent. One of the two pairs is set.
    std::int64_t (*number)(const T&);
    void (*set_number)(T&, std::int64_t);
    const std::string& (*string)(const T&);
    void (*set_string)(T&, std::string_view);

    [[nodiscard]] bool is_text() const { return string != nullptr; }
};

// Specialised for every record type: fields in byte order of their ids (tested), and its kind.
template <class T> struct RecordTraits; // static constexpr RecordKind kKind; static std::span<const Field<T>> fields();

template <class T> [[nodiscard]] std::span<const Field<T>> fields_of() { return RecordTraits<T>::fields(); }

template <class T> [[nodiscard]] const Field<T>* field_named(std::string_view id) {
    for (const Field<T>& field : fields_of<T>()) {
        if (field.id == id) {
            return &field;
        }
    }
    return nullptr;
}

namespace detail {

template <class V> inline constexpr bool is_id = false;
template <RecordKind K> inline constexpr bool is_id<Id<K>> = true;

template <class M> struct MemberPointer;
template <class T, class V> struct MemberPointer<V T::*> {
    using Owner = T;
    using Value = V;
};

template <class V> std::int64_t to_number(const V& value) {
    if constexpr (std::is_same_v<V, Date>) {
        return value.packed();
    } else if constexpr (std::is_same_v<V, CitizenId>) {
        return value.number();
    } else if constexpr (is_id<V>) {
        return value.value;
    } else {
        return static_cast<std::int64_t>(value);
    }
}

template <class V> V from_number(std::int64_t number) {
    if constexpr (std::is_same_v<V, Date>) {
        return Date::from_packed(static_cast<std::int32_t>(number));
    } else if constexpr (std::is_same_v<V, CitizenId>) {
        return CitizenId::from_number(number);
    } else if constexpr (is_id<V>) {
        return V{number};
    } else {
        return static_cast<V>(number);
    }
}

template <class V> std::string to_text(const V& value) {
    if constexpr (std::is_same_v<V, std::string>) {
        return value;
    } else if constexpr (std::is_same_v<V, Date> || std::is_same_v<V, CitizenId> || is_id<V>) {
        return value.text();
    } else if constexpr (std::is_enum_v<V>) {
        return std::string(code_id(value));
    } else {
        return value == 0 ? std::string() : std::to_string(value);
    }
}

template <class V> bool from_text(V& value, std::string_view text) {
    if (text.empty()) {
        value = V{};
        return true;
    }
    if constexpr (std::is_same_v<V, std::string>) {
        value = std::string(text);
        return true;
    } else if constexpr (std::is_same_v<V, Date>) {
        const auto date = Date::parse(text);
        value = date.value_or(Date());
        return date.has_value();
    } else if constexpr (std::is_same_v<V, CitizenId>) {
        const auto id = CitizenId::parse(text);
        value = id.value_or(CitizenId());
        return id.has_value();
    } else if constexpr (is_id<V>) {
        const auto id = parse_id_of<V::kKind>(text);
        value = id.value_or(V{});
        return id.has_value();
    } else if constexpr (std::is_enum_v<V>) {
        const auto code = code_from_id<V>(text);
        value = code.value_or(V{});
        return code.has_value();
    } else {
        std::int64_t number = 0;
        for (const char c : text) {
            if (c < '0' || c > '9' || text.size() > 17) {
                return false;
            }
            number = number * 10 + (c - '0');
        }
        value = static_cast<V>(number);
        return true;
    }
}

template <class V> constexpr FieldType type_of() {
    if constexpr (std::is_same_v<V, std::string>) {
        return FieldType::text;
    } else if constexpr (std::is_same_v<V, Date>) {
        return FieldType::date;
    } else if constexpr (std::is_same_v<V, CitizenId>) {
        return FieldType::citizen_id;
    } else if constexpr (is_id<V>) {
        return FieldType::reference;
    } else if constexpr (std::is_enum_v<V>) {
        return FieldType::code;
    } else {
        return FieldType::integer;
    }
}

} // namespace detail

struct FieldOptions {
    bool private_data = false;
    bool month = false; // a date that never has a day
};

// field<&Member::name>("name", {"姓名", "Name"})
template <auto Pointer> [[nodiscard]] constexpr auto field(std::string_view id, Text title, FieldOptions options = {}) {
    using Owner = typename detail::MemberPointer<decltype(Pointer)>::Owner;
    using Value = typename detail::MemberPointer<decltype(Pointer)>::Value;
    Field<Owner> made{
        id,
        title,
        options.month ? FieldType::month : detail::type_of<Value>(),
        options.private_data,
        nullptr,
        [](const Owner& a, const Owner& b) { return a.*Pointer == b.*Pointer; },
        [](const Owner& owner) { return owner.*Pointer == Value{}; },
        [](const Owner& owner) { return detail::to_text(owner.*Pointer); },
        [](Owner& owner, std::string_view text) { return detail::from_text(owner.*Pointer, text); },
        nullptr,
        nullptr,
        nullptr,
        nullptr,
    };
    if constexpr (std::is_enum_v<Value>) {
        made.codes = [] { return &code_table<Value>(); };
    }
    if constexpr (std::is_same_v<Value, std::string>) {
        made.string = [](const Owner& owner) -> const std::string& { return owner.*Pointer; };
        made.set_string = [](Owner& owner, std::string_view text) { (owner.*Pointer).assign(text); };
    } else {
        made.number = [](const Owner& owner) { return detail::to_number(owner.*Pointer); };
        made.set_number = [](Owner& owner, std::int64_t number) {
            owner.*Pointer = detail::from_number<Value>(number);
        };
    }
    return made;
}

// Integers and references are JSON numbers in events; all else is text.
template <class T> [[nodiscard]] json::Value json_of(const Field<T>& field, const T& record) {
    if (field.type == FieldType::integer || field.type == FieldType::reference) {
        return json::Value(field.number(record));
    }
    return json::Value(field.text(record));
}

// The fields that are present.
template <class T> [[nodiscard]] json::Object to_json(const T& record) {
    json::Object object;
    for (const Field<T>& field : fields_of<T>()) {
        if (!field.absent(record)) {
            object.emplace_hint(object.end(), std::string(field.id), json_of(field, record));
        }
    }
    return object;
}

// The fields in which `after` differs from `before`, with their new values ("" or 0 where now absent).
template <class T> [[nodiscard]] json::Object difference(const T& before, const T& after) {
    json::Object object;
    for (const Field<T>& field : fields_of<T>()) {
        if (!field.same(before, after)) {
            object.emplace_hint(object.end(), std::string(field.id), json_of(field, after));
        }
    }
    return object;
}

// Sets the named fields. False where a key is no field of T or a value is not in its canonical spelling.
template <class T> [[nodiscard]] bool assign(T& record, const json::Object& values) {
    for (const auto& [key, value] : values) {
        const Field<T>* field = field_named<T>(key);
        if (field == nullptr) {
            return false;
        }
        if (field->type == FieldType::integer || field->type == FieldType::reference) {
            if (value.number() == nullptr) {
                return false;
            }
            field->set_number(record, *value.number());
        } else if (value.text() == nullptr || !field->read(record, *value.text())) {
            return false;
        }
    }
    return true;
}

} // namespace jiezhuan
