#include "cli/settings.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"

#include <filesystem>
#include <toml++/toml.h>

namespace jiezhuan::cli {
namespace {

constexpr std::uint64_t kLargestFile = 1U << 20U;

std::string find_upwards(const std::string& from) {
    for (std::filesystem::path directory = from; !directory.empty(); directory = directory.parent_path()) {
        const std::string candidate = (directory / "jiezhuan.toml").string();
        if (file_exists(candidate)) {
            return candidate;
        }
        if (directory == directory.root_path()) {
            break;
        }
    }
    return "";
}

std::optional<std::string> text_in(const toml::table& table, std::string_view key) {
    return table[key].value_exact<std::string>();
}

} // namespace

Result<Settings> load_settings(const Env& env) {
    Settings settings;
    settings.file = find_upwards(env.working_directory);
    if (settings.file.empty()) {
        return settings;
    }
    JZ_TRY(content, read_file(settings.file, kLargestFile));
    try {
        const toml::table table = toml::parse(std::string_view(content), std::string_view(settings.file));
        if (const auto ledger = text_in(table, "ledger"); ledger) {
            settings.ledger = (std::filesystem::path(settings.file).parent_path() / *ledger).string();
        }
        settings.op = text_in(table, "operator");
        settings.format = text_in(table, "format");
        if (const auto language = text_in(table, "language"); language) {
            settings.lang = *language == "zh" ? Lang::zh : Lang::en;
        }
        return settings;
    } catch (const toml::parse_error& error) {
        const auto& where = error.source().begin;
        return fail(Error{Exit::usage,
                          say({"配置文件不是正确的 TOML", "the configuration file is no correct TOML"}),
                          say({"请改正这一行:{}", "correct this line: {}"}, printable(error.description())),
                          {settings.file, where.line, where.column, ""},
                          {}});
    }
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
