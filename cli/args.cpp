#include "cli/args.hpp"

#include "jiezhuan/base/moment.hpp"

#include <algorithm>
#include <charconv>

namespace jiezhuan::cli {

const std::vector<std::string>& Args::texts(std::string_view name) const {
    static const std::vector<std::string> kNone;
    const auto found = values_.find(name);
    if (found != values_.end()) {
        return found->second;
    }
    const auto has = [name](std::span<const OptionRow> rows) {
        return std::any_of(rows.begin(), rows.end(), [&](const OptionRow& row) { return row.name == name; });
    };
    const bool declared =
        has(command_->options) || has(common_options()) || has(reading_options()) || has(writing_options());
    ensure(declared, fmt::format("the command '{}' has no option '{}'", name_of(*command_), name));
    return kNone;
}

bool Args::given(std::string_view name) const { return !texts(name).empty(); }

std::optional<std::string> Args::text(std::string_view name) const {
    const auto& all = texts(name);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

std::string Args::text_or(std::string_view name, std::string_view otherwise) const {
    return text(name).value_or(std::string(otherwise));
}

std::string Args::required(std::string_view name) const {
    const auto value = text(name);
    ensure(value.has_value(), fmt::format("'{}' of '{}' is not declared as required", name, name_of(*command_)));
    return *value;
}

std::optional<std::int64_t> Args::number(std::string_view name) const {
    const auto value = text(name);
    if (!value) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    ensure(error == std::errc() && end == value->data() + value->size(), fmt::format("'{}' is no number option", name));
    return number;
}

std::optional<Date> Args::date(std::string_view name) const {
    const auto value = text(name);
    if (!value) {
        return std::nullopt;
    }
    const auto date = Date::parse(*value);
    ensure(date.has_value(), fmt::format("'{}' is no date option", name));
    return date;
}

std::optional<Instant> Args::moment(std::string_view name) const {
    const auto value = text(name);
    return value ? last_instant_of(*value) : std::nullopt;
}

} // namespace jiezhuan::cli
