// schemas/rules.md is the catalogue, for people. JIEZHUAN_ACCEPT=1 writes it.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "tests/support/directory.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

Text group_title(std::string_view group) {
    struct Row {
        std::string_view group;
        Text title;
    };
    static constexpr Row kRows[] = {
        {"DU", {"党费", "dues"}},
        {"FL", {"流动党员", "migrant members"}},
        {"ID", {"身份证号码", "ID numbers"}},
        {"IN", {"文件和数据", "files and data"}},
        {"LT", {"介绍信", "letters"}},
        {"MB", {"党员信息", "members"}},
        {"OR", {"党组织", "organisations"}},
        {"PB", {"预备党员", "probation"}},
        {"RC", {"回执和接收", "receipts"}},
        {"RT", {"转接路径", "routes"}},
        {"SA", {"统计", "statistics"}},
        {"ST", {"党员状况", "statuses"}},
    };
    for (const Row& row : kRows) {
        if (row.group == group) {
            return row.title;
        }
    }
    throw Bug{"a group of rules without a title"};
}

Text basis_title(Basis basis) {
    switch (basis) {
    case Basis::regulation:
        return {"规定", "regulation"};
    case Basis::form:
        return {"式样", "form"};
    case Basis::standard:
        return {"国家标准", "standard"};
    case Basis::practice:
        return {"通行做法", "practice"};
    default:
        return {"逻辑关系", "logic"};
    }
}

std::string both(const Message& text) { return fmt::format("{}<br>{}", text.zh, text.en); }

std::string row_of(const RuleText& rule) {
    const Date from = in_force_from(rule.citation);
    return fmt::format("| {} | {} | {} | {}（{}）{} | {}{} |\n", rule.id, both(severity_title(rule.severity)),
                       both(rule.title), rule.citation, basis_title(rule.basis).zh,
                       from.empty() ? std::string() : fmt::format("<br>自 {} 起 since", from.text()),
                       both(fix_of(rule)),
                       rule.overridable ? fmt::format("<br>`--accept {}=…`", rule.id) : std::string());
}

std::string page() {
    std::string text =
        "# 规则目录 The rules\n\n"
        "由规则目录生成，与 `jiezhuan rules list` 一致；不要手改。Made from the catalogue; not to be edited.\n";
    std::string group;
    for (const RuleText* rule : all_rules()) {
        if (rule->id.substr(0, 2) != group) {
            group = rule->id.substr(0, 2);
            const Text title = group_title(group);
            text += fmt::format(
                "\n## {} {} {}\n\n| 规则 rule | 级别 severity | 内容 what it says | 依据 basis | 怎么办 what "
                "to do |\n| --- | --- | --- | --- | --- |\n",
                group, title.zh, title.en);
        }
        text += row_of(*rule);
    }
    return text;
}

} // namespace

TEST_CASE("schemas/rules.md is what the catalogue says") {
    const auto file = source_tree() / "schemas/rules.md";
    const std::string wanted = page();
    const std::string there = std::filesystem::exists(file) ? content_of(file) : std::string();
    const char* accept = std::getenv("JIEZHUAN_ACCEPT");
    if (there != wanted && accept != nullptr && std::string_view(accept) == "1") {
        write_content(file, wanted);
    }
    CHECK_MESSAGE(there == wanted, "JIEZHUAN_ACCEPT=1 build/dev/tests/golden_tests writes it anew");
}
