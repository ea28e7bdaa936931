#include "tests/arch/checks.hpp"

#include "tests/support/directory.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <regex>

namespace jiezhuan::testing {
namespace {

// A module and what it may include besides itself: prefixes of include paths.
struct Module {
    std::string_view path;
    std::vector<std::string_view> may;
};

const std::vector<Module>& modules() {
    static const std::vector<Module> kModules = {
        {"lib/jiezhuan/base/", {}},
        {"lib/jiezhuan/model/", {"jiezhuan/base/"}},
        // A profile names codes, and lowers rules by their severity.
        {"lib/jiezhuan/config/", {"jiezhuan/base/", "jiezhuan/model/code", "jiezhuan/model/finding"}},
        {"lib/jiezhuan/rules/", {"jiezhuan/base/", "jiezhuan/model/", "jiezhuan/config/profile"}},
        // A cell that cannot be read is a finding.
        {"lib/jiezhuan/tabular/",
         {"jiezhuan/base/", "jiezhuan/model/finding", "jiezhuan/model/ids", "jiezhuan/model/code"}},
        // Columns come from the field tables of records.
        {"lib/jiezhuan/report/", {"jiezhuan/base/", "jiezhuan/model/"}},
        {"lib/jiezhuan/letters/", {"jiezhuan/base/", "jiezhuan/model/"}},
        {"lib/jiezhuan/ledger/", {"jiezhuan/base/", "jiezhuan/model/"}},
        {"lib/jiezhuan/service/",
         {"jiezhuan/base/", "jiezhuan/model/", "jiezhuan/config/", "jiezhuan/rules/", "jiezhuan/tabular/",
          "jiezhuan/report/", "jiezhuan/letters/", "jiezhuan/ledger/"}},
        {"cli/", {"jiezhuan/"}},
    };
    return kModules;
}

const Module* module_of(std::string_view path) {
    const auto found = std::find_if(modules().begin(), modules().end(),
                                    [&](const Module& module) { return path.starts_with(module.path); });
    return found == modules().end() ? nullptr : &*found;
}

std::string include_prefix(const Module& module) {
    std::string_view path = module.path;
    path.remove_prefix(path.starts_with("lib/") ? 4 : 0);
    return std::string(path);
}

struct Forbidden {
    std::vector<std::string_view> hints; // a line without any of these is in order: regular expressions are slow
    std::regex what;                     // over a line of code_only()
    std::string_view why;
    std::vector<std::string_view> but_in; // prefixes of paths
};

const std::vector<Forbidden>& forbidden() {
    static const std::vector<Forbidden> kForbidden = {
        {{"sqlite3.h", "SQLiteCpp"},
         std::regex(R"(#\s*include\s*[<"](sqlite3\.h|SQLiteCpp/))"),
         "SQLite is spoken to only behind the store port",
         {"lib/jiezhuan/ledger/sqlite/"}},
        {{"std::c", "print", "put"},
         std::regex(R"(\bstd::(cout|cerr|clog)\b|\b(printf|fprintf|puts|fputs|putchar)\s*\()"),
         "only the output writes to streams",
         {"cli/output.cpp", "cli/main.cpp"}},
        {{"fmt::print", "include"},
         std::regex(R"(\bfmt::print\b|#\s*include\s*<(cstdio|stdio\.h|fmt/ostream\.h)>)"),
         "only the output writes to streams",
         {"cli/output.cpp", "cli/main.cpp"}},
        {{"_clock", "time"},
         std::regex(
             R"(\b(system_clock|steady_clock|high_resolution_clock)\b|\b(time|clock_gettime|gettimeofday|localtime|gmtime)(_r)?\s*\()"),
         "the time comes from Env",
         {"lib/jiezhuan/base/env.cpp"}},
        {{"rand", "mt19937"},
         std::regex(
             R"(\b(rand|srand|random|getrandom|arc4random)\s*\(\s*[^)\s]|\bs?rand\s*\(\s*\)|\brandom_device\b|\bmt19937)"),
         "randomness comes from Env",
         {"lib/jiezhuan/base/env.cpp"}},
        {{"getenv"},
         std::regex(R"(\b(secure_)?getenv\s*\()"),
         "the environment comes from Env",
         {"lib/jiezhuan/base/env.cpp"}},
        {{"throw"},
         std::regex(R"(\bthrow\s+std::(?!bad_alloc\b))"),
         "what cannot be done is a Result, a broken invariant is a Bug",
         {"lib/jiezhuan/base/env.cpp"}}, // where the kernel gives no randomness nothing can be answered
        {{"source_location", "views::"},
         std::regex(R"(\bsource_location\b|\bviews::(filter|transform)\b)"),
         "clang 14 with the library of GCC 12 cannot compile it",
         {}},
        {{"locale", "strtod", "stod", "atof"},
         std::regex(R"(\bsetlocale\s*\(|\bstd::locale\b|\b(stod|strtod|atof)\s*\()"),
         "nothing depends on the locale",
         {}},
    };
    return kForbidden;
}

bool is_under(std::string_view path, const std::vector<std::string_view>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view p) { return path.starts_with(p); });
}

constexpr std::size_t kLongest = 400;

} // namespace

std::string code_only(std::string_view text) {
    static const std::regex kNoise(
        R"re(//[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|R"\w*\((?:[^)]|\)(?!\w*"))*\)\w*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')re");
    std::string out;
    for (const std::string& line : lines_of(text)) {
        const std::size_t hash = line.find_first_not_of(' ');
        if (hash != std::string::npos && line[hash] == '#') {
            out += line.substr(0, line.find("//")) + "\n";
        } else if (line.find_first_of("\"'/") == std::string::npos) {
            out += line + "\n";
        } else {
            // A literal of one line only; the others begin and end on lines of their own and hold no code that is looked for.
            out += std::regex_replace(line, kNoise, "\"\"") + "\n";
        }
    }
    return out;
}

Complaints check_includes(std::string_view path, std::string_view text) {
    Complaints complaints;
    const Module* module = module_of(path);
    if (module == nullptr) {
        return {fmt::format("{} is in no module of the include test", path)};
    }
    static const std::regex kInclude(R"re(^\s*#\s*include\s*[<"]((jiezhuan|cli|tests)/[^>"]+)[>"])re");
    std::smatch match;
    for (const std::string& line : lines_of(text)) {
        if (!std::regex_search(line, match, kInclude)) {
            continue;
        }
        const std::string file = match[1];
        const bool own = file.starts_with(include_prefix(*module));
        const bool engine = file.starts_with("jiezhuan/ledger/sqlite/") && !path.starts_with("lib/jiezhuan/ledger/");
        if ((!own && !is_under(file, module->may)) || engine) {
            complaints.push_back(fmt::format("{} must not include {}", path, file));
        }
    }
    return complaints;
}

Complaints check_calls(std::string_view path, std::string_view text) {
    Complaints complaints;
    for (const std::string& line : lines_of(code_only(text))) {
        for (const Forbidden& rule : forbidden()) {
            std::smatch match;
            const bool hinted = std::any_of(rule.hints.begin(), rule.hints.end(), [&](std::string_view hint) {
                return line.find(hint) != std::string::npos;
            });
            if (hinted && !is_under(path, rule.but_in) && std::regex_search(line, match, rule.what)) {
                complaints.push_back(fmt::format("{}: '{}': {}", path, match.str(), rule.why));
            }
        }
    }
    return complaints;
}

Complaints check_deletions(std::string_view path, std::string_view text) {
    static const std::regex kDeletes(
        R"re("[a-z]+_(?:deleted|removed|erased|purged)"|\b(?:DELETE\s+FROM|DROP\s+TABLE|REPLACE\s+INTO|TRUNCATE\s+TABLE|ON\s+DELETE\s+CASCADE)\b[^\n]*)re",
        std::regex::icase);
    struct Known {
        std::string_view path;
        std::string_view statement;
    };
    static constexpr std::array kKnown = {
        Known{"lib/jiezhuan/ledger/sqlite/projector.cpp", "DELETE FROM member_by_citizen_id"},
        Known{"lib/jiezhuan/ledger/sqlite/projector.cpp", "DELETE FROM member_by_document"},
        Known{"lib/jiezhuan/ledger/sqlite/verify.cpp", "DELETE FROM \" + quoted(table.name)"},
    };
    Complaints complaints;
    const std::string all(text);
    for (auto at = std::sregex_iterator(all.begin(), all.end(), kDeletes); at != std::sregex_iterator(); ++at) {
        const std::string statement = at->str();
        const bool known = std::any_of(kKnown.begin(), kKnown.end(), [&](const Known& one) {
            return path == one.path && statement.starts_with(one.statement);
        });
        if (!known) {
            complaints.push_back(fmt::format("{}: nothing deletes (IN-06): {}", path, statement));
        }
    }
    return complaints;
}

Complaints check_length(std::string_view path, std::string_view text) {
    const std::size_t lines = lines_of(text).size();
    if (lines <= kLongest) {
        return {};
    }
    return {fmt::format("{} has {} lines, more than {}: has it one subject?", path, lines, kLongest)};
}

Complaints check_test_names(std::string_view path, std::string_view text) {
    static const std::regex kName(R"re(\b(?:TEST_CASE|SUBCASE|SCENARIO)\w*\s*\(\s*"([^"]*)")re");
    Complaints complaints;
    const std::string all(text);
    for (auto at = std::sregex_iterator(all.begin(), all.end(), kName); at != std::sregex_iterator(); ++at) {
        if ((*at)[1].str().find(';') != std::string::npos) {
            complaints.push_back(fmt::format("{}: a semicolon in the test name '{}'", path, (*at)[1].str()));
        }
    }
    return complaints;
}

} // namespace jiezhuan::testing
