#include "jiezhuan/model/query.hpp"

namespace jiezhuan {

Query& Query::equal(std::string_view field, std::string value) {
    where.push_back({field, Condition::Is::equal, {std::move(value)}});
    return *this;
}
Query& Query::not_equal(std::string_view field, std::string value) {
    where.push_back({field, Condition::Is::not_equal, {std::move(value)}});
    return *this;
}
Query& Query::one_of(std::string_view field, std::vector<std::string> values) {
    where.push_back({field, Condition::Is::one_of, std::move(values)});
    return *this;
}
Query& Query::less(std::string_view field, std::string value) {
    where.push_back({field, Condition::Is::less, {std::move(value)}});
    return *this;
}
Query& Query::at_least(std::string_view field, std::string value) {
    where.push_back({field, Condition::Is::at_least, {std::move(value)}});
    return *this;
}
Query& Query::contains(std::string_view field, std::string value) {
    where.push_back({field, Condition::Is::contains, {std::move(value)}});
    return *this;
}
Query& Query::sounds_like(std::string_view field, std::string typed) {
    where.push_back({field, Condition::Is::sounds_like, {std::move(typed)}});
    return *this;
}
Query& Query::ends_with(std::string_view field, std::string digits) {
    where.push_back({field, Condition::Is::ends_with, {std::move(digits)}});
    return *this;
}
Query& Query::present(std::string_view field) {
    where.push_back({field, Condition::Is::present, {}});
    return *this;
}
Query& Query::absent(std::string_view field) {
    where.push_back({field, Condition::Is::absent, {}});
    return *this;
}
Query& Query::order(std::string_view field, bool down) {
    order_by = field;
    descending = down;
    return *this;
}
Query& Query::at_most(std::int64_t rows) {
    limit = rows;
    return *this;
}

} // namespace jiezhuan
