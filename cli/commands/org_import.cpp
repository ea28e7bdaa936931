#include "jiezhuan/service/intake/org_import.hpp"
#include "cli/commands/commands.hpp"
#include "cli/importing.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> import_organisations(Context& context) {
    OrgImport import;
    return import_file(context, import, "org import", "organisation");
}

Result<Answer> org_template(Context&) { return template_of("organisation"); }

constexpr std::array kImportOptions = {kImportFile, kImportMap, kImportReject, kImportPartial};
constexpr std::array kImportExamples = {
    Example{"jiezhuan org import organisations.csv --dry-run",
            {"先看结果，不写入", "look at the outcome first, without writing"}},
    Example{"jiezhuan org import organisations.csv",
            {"导入党组织名录；有一行不对就全部不登记", "import the tree: nothing of it where one row is wrong"}},
};
constexpr std::array kTemplateExamples = {
    Example{"jiezhuan org template --output organisations.csv", {"写出空白名录", "write an empty list"}},
    Example{"jiezhuan org template | head -1", {"看有哪些栏目", "see the columns"}},
};
const std::array kRows = {
    CommandRow{"org",
               "import",
               {"导入党组织：本级以下的和外部的（空单元格不改动已有内容）",
                "import organisations, yours and outside ones (an empty cell takes nothing away)"},
               Access::writes,
               kImportOptions,
               kImportExamples,
               import_organisations},
    CommandRow{"org",
               "template",
               {"空白党组织名录，用于填写和导入", "an empty list of organisations to fill in and import"},
               Access::none,
               {},
               kTemplateExamples,
               org_template},
};

} // namespace

CommandTable org_import_commands() { return kRows; }

} // namespace jiezhuan::cli
