#include "cli/settings.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/config/workplace.hpp"

namespace jiezhuan::cli {
namespace {

constexpr std::uint64_t kLargestFile = 1U << 20U;

std::optional<std::string> unless_empty(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// A directory, a pipe, a link to nothing: a mistake in the configuration, not in a file to be imported.
Result<std::string> content_of(const std::string& file) {
    auto content = read_file(file, kLargestFile);
    if (!content && content.error().code == Exit::not_found) {
        content.error().message =
            say({"“{}”是符号链接，指向的文件不存在", "'{}' is a symbolic link to nothing"}, printable(file));
    }
    if (!content && content.error().code != Exit::storage) {
        return fail(
            std::move(content.error())
                .with_code(Exit::usage)
                .because(Text{"在读配置文件 jiezhuan.toml 时", "while reading the configuration, jiezhuan.toml"})
                .advise(Text{"把它移开，或换成普通文件", "move it away, or put a plain file there"}));
    }
    return content;
}

} // namespace

Result<Settings> load_settings(const Env& env) {
    Settings settings;
    const auto file = find_workplace(env.working_directory, file_exists);
    if (!file) {
        return settings;
    }
    settings.file = *file;
    JZ_TRY(content, content_of(*file));
    JZ_TRY(workplace, parse_workplace(content, *file));
    settings.ledger = unless_empty(ledger_path(workplace, *file));
    settings.op = unless_empty(workplace.operator_name);
    settings.committee = unless_empty(workplace.committee);
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
