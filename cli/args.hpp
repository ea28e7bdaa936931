// What was typed for one command, checked against its row of the table: typed access for command functions.
#pragma once

#include "cli/command.hpp"
#include "jiezhuan/base/date.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

// Asking for an option that neither the command's row nor the shared ones have is a bug. Options are named with their dashes, positional
// arguments without: text("--batch"), text("member").
class Args {
  public:
    using Values = std::map<std::string, std::vector<std::string>, std::less<>>;
    Args(const CommandRow& command, Values values) : command_(&command), values_(std::move(values)) {}

    [[nodiscard]] bool given(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const { return given(name); }
    [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
    // The value, or what to take where it was not given.
    [[nodiscard]] std::string text_or(std::string_view name, std::string_view otherwise) const;
    // Precondition: the row says that it is required.
    [[nodiscard]] std::string required(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& texts(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
    [[nodiscard]] std::optional<Date> date(std::string_view name) const;      // of a date, month or period
    [[nodiscard]] std::optional<Instant> moment(std::string_view name) const; // the last instant that is meant
    template <class E> [[nodiscard]] std::optional<E> code(std::string_view name) const {
        const auto id = text(name);
        return id ? code_from_id<E>(*id) : std::nullopt;
    }
    template <class E> [[nodiscard]] std::vector<E> codes(std::string_view name) const {
        std::vector<E> all;
        for (const std::string& id : texts(name)) {
            all.push_back(code_from_id<E>(id).value());
        }
        return all;
    }
    // Everything that was given, by name; for commands that take a field of a record as an option each.
    [[nodiscard]] const Values& all() const { return values_; }

  private:
    const CommandRow* command_;
    Values values_;
};

} // namespace jiezhuan::cli
