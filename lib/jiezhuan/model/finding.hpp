// What a rule says about the user's data.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

enum class Severity : std::uint8_t { info, warning, error };
[[nodiscard]] constexpr std::string_view severity_id(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}
[[nodiscard]] constexpr Text severity_title(Severity severity) {
    return severity == Severity::error     ? Text("错误", "error")
           : severity == Severity::warning ? Text("提醒", "warning")
                                           : Text("说明", "note");
}

struct Finding {
    std::string rule; // "LT-21"
    Severity severity = Severity::error;
    std::string subject; // "M12", "T40", or a name; empty for a row of a file
    Position position;
    Message message;                  // what is wrong, with the values
    Message fix;                      // what to do
    std::vector<std::string> named{}; // the numbers of records that `fix` was filled in with

    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

// A number that is not known, or not the same of all, in a command to type.
inline constexpr Text kSomeNumber = {"编号", "NUMBER"};
// What to do, said of several at once: without the numbers of each.
[[nodiscard]] Message fix_of_many(const Finding& finding);

[[nodiscard]] bool has_errors(const Findings& findings);
// By severity (worst first), then place, then rule: a total order.
void sort_findings(Findings& findings);
// Those that are not among the earlier ones.
[[nodiscard]] Findings without(Findings findings, const Findings& earlier);

} // namespace jiezhuan
