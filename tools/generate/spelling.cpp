#include "spelling.hpp"

#include <fmt/format.h>

namespace jiezhuan::generate {
namespace {

std::string written_month(Date date, DateStyle style) {
    switch (style) {
    case DateStyle::slashes:
        return fmt::format("{}/{}", date.year(), date.month());
    case DateStyle::dots:
        return fmt::format("{}.{:02}", date.year(), date.month());
    case DateStyle::chinese:
        return fmt::format("{}年{}月", date.year(), date.month());
    case DateStyle::compact:
        return fmt::format("{}{:02}", date.year(), date.month());
    default:
        return date.text();
    }
}

} // namespace

std::string written(Date date, DateStyle style) {
    if (date.empty()) {
        return {};
    }
    if (!date.is_day()) {
        return written_month(date, style);
    }
    switch (style) {
    case DateStyle::slashes:
        return fmt::format("{}/{}/{}", date.year(), date.month(), date.day());
    case DateStyle::dots:
        return fmt::format("{}.{:02}.{:02}", date.year(), date.month(), date.day());
    case DateStyle::chinese:
        return fmt::format("{}年{}月{}日", date.year(), date.month(), date.day());
    case DateStyle::compact:
        return std::to_string(date.packed());
    default:
        return date.text();
    }
}

DateStyle some_style(Random& random) {
    static constexpr DateStyle kStyles[] = {DateStyle::slashes, DateStyle::slashes, DateStyle::dashes,
                                            DateStyle::dots,    DateStyle::chinese, DateStyle::compact};
    return random.pick(kStyles);
}

} // namespace jiezhuan::generate
