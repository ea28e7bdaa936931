#include "jiezhuan/config/workplace.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/config/toml_reading.hpp"

#include <array>
#include <filesystem>
#include <vector>

namespace jiezhuan {
namespace {

constexpr std::array<std::string_view, 4> kFormats = {"table", "json", "ndjson", "csv"};

// One of the words; the empty text where the key is absent.
Result<std::string> word_at(const toml::table& table, std::string_view key, std::span<const std::string_view> words,
                            std::string_view file) {
    if (!table.contains(key)) {
        return std::string();
    }
    JZ_TRY(text, config::text_at(table, key, file));
    std::string known;
    for (const std::string_view word : words) {
        if (word == text) {
            return text;
        }
        known += (known.empty() ? "" : ", ") + std::string(word);
    }
    return config::fail_at(
        table.get(key)->source(), file,
        say({"“{}”不能是“{}”，应为 {} 之一", "'{}' cannot be '{}': one of {}"}, key, printable(text), known));
}

// A basic string of TOML.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        } else {
            out += c;
        }
    }
    return out + '"';
}

} // namespace

Result<Workplace> parse_workplace(std::string_view toml, std::string_view file) {
    static const std::vector<std::string> kKeys = {"ledger", "operator", "committee", "language", "format"};
    static constexpr std::array<std::string_view, 2> kLanguages = {"zh", "en"};
    JZ_TRY(root, config::read_toml(toml, file));
    JZ_CHECK(config::only_keys(root, kKeys, file));
    Workplace workplace;
    if (root.contains("ledger")) {
        JZ_TRY(ledger, config::text_at(root, "ledger", file));
        workplace.ledger = ledger;
    }
    if (root.contains("operator")) {
        JZ_TRY(name, config::text_at(root, "operator", file));
        workplace.operator_name = name;
    }
    if (root.contains("committee")) {
        JZ_TRY(committee, config::text_at(root, "committee", file));
        workplace.committee = committee;
    }
    JZ_TRY(language, word_at(root, "language", kLanguages, file));
    if (!language.empty()) {
        workplace.language = language == "zh" ? Lang::zh : Lang::en;
    }
    JZ_TRY(format, word_at(root, "format", kFormats, file));
    workplace.format = format;
    return workplace;
}

std::string workplace_text(const Workplace& workplace) {
    std::string out =
        "# 本单位的使用习惯。影响记录的参数不在这里，在账本采用的参数表里。\n"
        "# Habits of this workplace. What decides about records is in the profile that the ledger adopted.\n";
    const auto line = [&out](std::string_view key, std::string_view value, std::string_view what) {
        out += fmt::format("\n# {}\n{}{} = {}\n", what, value.empty() ? "# " : "", key, quoted(value));
    };
    const std::string_view language = !workplace.language ? "" : *workplace.language == Lang::zh ? "zh" : "en";
    line("ledger", workplace.ledger, "账本文件，相对路径从本文件所在目录算起 (the ledger, relative to this file)");
    line("operator", workplace.operator_name, "经办人 (who operates the program)");
    line("committee", workplace.committee,
         "经办哪个基层党委，账本里只有一个的不写 (the basic committee you act for, where the ledger has several)");
    line("language", language, "zh 或 en (zh or en)");
    line("format", workplace.format, "table, json, ndjson, csv");
    return out;
}

std::optional<std::string> find_workplace(std::string_view directory,
                                          const std::function<bool(const std::string&)>& exists) {
    for (std::filesystem::path here = std::filesystem::path(directory).lexically_normal();; here = here.parent_path()) {
        const std::string candidate = (here / kWorkplaceFile).string();
        if (exists(candidate)) {
            return candidate;
        }
        if (here == here.parent_path()) {
            return std::nullopt;
        }
    }
}

std::string ledger_path(const Workplace& workplace, const std::string& workplace_file) {
    if (workplace.ledger.empty()) {
        return {};
    }
    const std::filesystem::path ledger(workplace.ledger);
    return ledger.is_absolute() ? workplace.ledger
                                : (std::filesystem::path(directory_of(workplace_file)) / ledger).string();
}

} // namespace jiezhuan
