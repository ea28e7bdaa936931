// Which records are meant, as conditions on their fields.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Conditions on fields of one record type, all of which must hold. Values are canonical spellings (codes as ids, dates
// as YYYY-MM-DD, references as O3); an unknown field or a value that is none is a bug, not an error of the user.
struct Condition {
    // sounds_like: in pinyin (base/pinyin.hpp). ends_with: the last digits of the number that the field is kept as (of a citizen ID
    // number its first 17 digits).
    enum class Is { equal, not_equal, one_of, less, at_least, contains, sounds_like, ends_with, present, absent };
    std::string_view field;
    Is is = Is::equal;
    std::vector<std::string> values;
};
struct Query {
    std::vector<Condition> where;
    std::string_view order_by; // a field id; then, always, the record's id
    bool descending = false;
    std::int64_t limit = 0; // 0 = all

    Query& equal(std::string_view field, std::string value);
    Query& not_equal(std::string_view field, std::string value);
    Query& one_of(std::string_view field, std::vector<std::string> values);
    Query& less(std::string_view field, std::string value);
    Query& at_least(std::string_view field, std::string value);
    Query& contains(std::string_view field, std::string value);
    Query& sounds_like(std::string_view field, std::string typed);
    Query& ends_with(std::string_view field, std::string digits);
    Query& present(std::string_view field);
    Query& absent(std::string_view field);
    Query& order(std::string_view field, bool down = false);
    Query& at_most(std::int64_t rows);
};

} // namespace jiezhuan
