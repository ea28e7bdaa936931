// jiezhuan.toml: the habits of a workplace. Nothing in it decides about a record (see config/profile.hpp for what does).
#pragma once

#include "jiezhuan/base/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

inline constexpr std::string_view kWorkplaceFile = "jiezhuan.toml";

struct Workplace {
    std::string ledger;        // as written; a relative path starts at the directory of the file (see ledger_path)
    std::string operator_name; // 经办人
    std::string committee;     // the basic committee that the operator works for; empty where one clerk does all
    std::optional<Lang> language;
    std::string format; // "table", "json" or "csv"; empty where not set

    bool operator==(const Workplace&) const = default;
};

// Keys ledger, operator, committee, language, format; all may be absent. Exit::usage with file, line and column where it is not TOML, a key is
// unknown (with the nearest), or a value is of another type or none of the words allowed.
[[nodiscard]] Result<Workplace> parse_workplace(std::string_view toml, std::string_view file);

// The text of a fresh file, which parse_workplace reads back as the same workplace.
[[nodiscard]] std::string workplace_text(const Workplace& workplace);

// The jiezhuan.toml of a directory or of the nearest one above it. Precondition: an absolute path.
[[nodiscard]] std::optional<std::string> find_workplace(std::string_view directory,
                                                        const std::function<bool(const std::string&)>& exists);

// Where the ledger of a workplace file is; empty where the file names none.
[[nodiscard]] std::string ledger_path(const Workplace& workplace, const std::string& workplace_file);

} // namespace jiezhuan
