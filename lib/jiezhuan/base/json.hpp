// The JSON of event bodies: one spelling for one value, so that the bytes can be hashed.
// 64-bit integers, strings, and arrays and objects of these; keys ASCII snake_case in byte order; no white space;
// escapes only \" \\ and U+0000-1F as \u00xx; strings in UTF-8, NFC. encode(decode(b)) == b.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jiezhuan::json {

class Value;
using Array = std::vector<Value>;
using Object = std::map<std::string, Value, std::less<>>;

class Value {
  public:
    Value() : data_(std::int64_t{0}) {}
    Value(std::int64_t number) : data_(number) {}              // NOLINT(google-explicit-constructor)
    Value(std::string text) : data_(std::move(text)) {}        // NOLINT(google-explicit-constructor)
    Value(std::string_view text) : data_(std::string(text)) {} // NOLINT(google-explicit-constructor)
    Value(const char* text) : data_(std::string(text)) {}      // NOLINT(google-explicit-constructor)
    Value(Array array) : data_(std::move(array)) {}            // NOLINT(google-explicit-constructor)
    Value(Object object) : data_(std::move(object)) {}         // NOLINT(google-explicit-constructor)

    [[nodiscard]] const std::int64_t* number() const { return std::get_if<std::int64_t>(&data_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data_); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&data_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&data_); }
    [[nodiscard]] Array* array() { return std::get_if<Array>(&data_); }
    [[nodiscard]] Object* object() { return std::get_if<Object>(&data_); }

    bool operator==(const Value&) const = default;

  private:
    std::variant<std::int64_t, std::string, Array, Object> data_;
};

void append_string(std::string& out, std::string_view text);
void append(std::string& out, const Value& value);
void append(std::string& out, const Object& object);
[[nodiscard]] std::string encode(const Object& object);
// Exit::damaged where the bytes are not the canonical spelling of an object, with the offset. Depth at most 16.
[[nodiscard]] Result<Object> decode(std::string_view bytes);

// The member of that name and type; a default where it is absent.
[[nodiscard]] std::string_view text_of(const Object& object, std::string_view key);
[[nodiscard]] std::int64_t number_of(const Object& object, std::string_view key);

} // namespace jiezhuan::json
