#include "jiezhuan/service/intake/member_import.hpp"
#include "cli/commands/commands.hpp"
#include "cli/importing.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> import_members(Context& context) {
    const auto basis = context.args().code<EntryBasis>("--basis");
    MemberImport import(basis.value_or(EntryBasis::none));
    std::vector<std::string> options;
    if (basis) {
        options.push_back("--basis=" + std::string(code_id(*basis)));
    }
    return import_file(context, import, "member import", "member", std::move(options));
}

Result<Answer> member_template(Context&) { return template_of("member"); }

constexpr OptionRow kBasis = {"--basis",
                              OptionType::code,
                              {"新增人员的入册依据，名册里没有写的", "why those are new whose row does not say it"},
                              false,
                              false,
                              code_table<EntryBasis>};
constexpr std::array kImportOptions = {kImportFile, kBasis, kImportMap, kImportReject, kImportPartial};
constexpr std::array kImportExamples = {
    Example{"jiezhuan member import roster.csv --dry-run",
            {"先看结果，不写入", "look at the outcome first, without writing"}},
    Example{"jiezhuan member import roster.csv",
            {"导入花名册；有一行不对就全部不登记", "import a roster: nothing of it where one row is wrong"}},
};
constexpr std::array kTemplateExamples = {
    Example{"jiezhuan member template --output roster.csv", {"写出空白花名册", "write an empty roster"}},
    Example{"jiezhuan member template | head -1", {"看有哪些栏目", "see the columns"}},
};
const std::array kRows = {
    CommandRow{"member",
               "import",
               {"导入党员花名册（空单元格不改动已有内容）", "import a roster (an empty cell takes nothing away)"},
               Access::writes,
               kImportOptions,
               kImportExamples,
               import_members},
    CommandRow{"member",
               "template",
               {"空白花名册，用于填写和导入", "an empty roster to fill in and import"},
               Access::none,
               {},
               kTemplateExamples,
               member_template},
};

} // namespace

CommandTable member_import_commands() { return kRows; }

} // namespace jiezhuan::cli
