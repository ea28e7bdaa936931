#include "cli/settings.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/config/workplace.hpp"

namespace jiezhuan::cli {
namespace {

constexpr std::uint64_t kLargestFile = 1U << 20U;

std::optional<std::string> unless_empty(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace

Result<Settings> load_settings(const Env& env) {
    Settings settings;
    const auto file = find_workplace(env.working_directory, file_exists);
    if (!file) {
        return settings;
    }
    settings.file = *file;
    JZ_TRY(content, read_file(*file, kLargestFile));
    JZ_TRY(workplace, parse_workplace(content, *file));
    settings.ledger = unless_empty(ledger_path(workplace, *file));
    settings.op = unless_empty(workplace.operator_name);
    settings.lang = workplace.language;
    settings.format = unless_empty(workplace.format);
    return settings;
}

Lang language_of_locale(const Env& env) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string value = env.variable(name); !value.empty()) {
            return value.starts_with("zh") ? Lang::zh : Lang::en;
        }
    }
    return Lang::en;
}

} // namespace jiezhuan::cli
