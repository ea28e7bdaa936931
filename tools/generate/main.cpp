// jiezhuan-generate: makes the data of the example and of the benchmarks.
#include "first_day.hpp"
#include "members.hpp"
#include "worksheet.hpp"

#include "jiezhuan/base/files.hpp"

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jiezhuan::generate {
namespace {

constexpr std::string_view kUsage =
    "usage: jiezhuan-generate first-day --out DIR [--seed N]\n"
    "       jiezhuan-generate members --count N --out FILE [--seed N] [--encoding utf-8|utf-8-bom|gb18030|gbk] [--orgs "
    "FILE]\n"
    "       jiezhuan-generate fill-worksheet --in FILE --out FILE [--on DATE] [--column MEANING=TITLE]...\n";
constexpr std::uint64_t kMostWorksheet = 64 << 20;

using Options = std::multimap<std::string, std::string, std::less<>>;

std::string option(const Options& options, std::string_view name, std::string_view otherwise = {}) {
    const auto found = options.find(name);
    return found == options.end() ? std::string(otherwise) : found->second;
}

std::optional<std::uint64_t> number(const std::string& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<FileEncoding> encoding_named(std::string_view name) {
    static const std::map<std::string_view, FileEncoding> kNames = {{"utf-8", FileEncoding::utf8},
                                                                    {"utf-8-bom", FileEncoding::utf8_bom},
                                                                    {"gb18030", FileEncoding::gb18030},
                                                                    {"gbk", FileEncoding::gbk}};
    const auto found = kNames.find(name);
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

tl::unexpected<Error> usage() { return fail(Exit::usage, {std::string(kUsage), std::string(kUsage)}); }

Result<void> first_day(const Options& options) {
    const auto seed = number(option(options, "--seed", std::to_string(kExampleSeed)));
    const std::string directory = option(options, "--out");
    if (!seed || directory.empty()) {
        return usage();
    }
    JZ_TRY(files, make_first_day(*seed));
    std::error_code ignored; // what could not be made shows when the first file is written
    std::filesystem::create_directories(directory, ignored);
    for (const DataFile& file : files) {
        JZ_CHECK(write_file(directory + "/" + file.name, file.bytes, IfExists::replace));
    }
    return {};
}

Result<void> members(const Options& options) {
    const auto seed = number(option(options, "--seed", "1"));
    const auto count = number(option(options, "--count"));
    const auto encoding = encoding_named(option(options, "--encoding", "utf-8"));
    const std::string out = option(options, "--out");
    if (!seed || !count || !encoding || out.empty()) {
        return usage();
    }
    return write_members({*count, *seed, *encoding, out, option(options, "--orgs")});
}

Result<void> worksheet(const Options& options) {
    const auto on = Date::parse(option(options, "--on", "2026-11-23"));
    const std::string out = option(options, "--out");
    if (!on || out.empty()) {
        return usage();
    }
    auto titles = worksheet_titles();
    const auto [from, to] = options.equal_range("--column");
    for (auto at = from; at != to; ++at) {
        const std::size_t equals = at->second.find('=');
        const auto title = titles.find(at->second.substr(0, equals));
        if (equals == std::string::npos || title == titles.end()) {
            return usage();
        }
        title->second = at->second.substr(equals + 1);
    }
    JZ_TRY(text, read_file(option(options, "--in"), kMostWorksheet));
    JZ_TRY(sheet, parse_sheet(text));
    JZ_TRY(counts, fill_worksheet(sheet, *on, titles));
    JZ_TRY(bytes, encoded(sheet.csv(), FileEncoding::utf8_bom));
    JZ_CHECK(write_file(out, bytes, IfExists::replace));
    std::printf("received %d, held %d, returned %d, left open %d\n", counts.received, counts.held, counts.returned,
                counts.left_open);
    return {};
}

Result<void> run(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        if (i + 1 == arguments.size() || !arguments[i].starts_with("--")) {
            return usage();
        }
        options.emplace(arguments[i], arguments[i + 1]);
    }
    const std::string command = arguments.empty() ? std::string() : arguments[0];
    if (command == "first-day") {
        return first_day(options);
    }
    if (command == "members") {
        return members(options);
    }
    return command == "fill-worksheet" ? worksheet(options) : Result<void>(usage());
}

} // namespace
} // namespace jiezhuan::generate

int main(int argc, char** argv) {
    try {
        const auto done = jiezhuan::generate::run(std::vector<std::string>(argv + 1, argv + argc));
        if (!done) {
            std::fprintf(stderr, "%s\n", done.error().message.en.c_str());
            return static_cast<int>(done.error().code);
        }
    } catch (const jiezhuan::Bug& bug) {
        std::fprintf(stderr, "bug: %s\n", bug.what.c_str());
        return static_cast<int>(jiezhuan::Exit::internal);
    }
    return 0;
}
