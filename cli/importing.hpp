// The options of every import, and the way one runs.
#pragma once

#include "cli/command.hpp"
#include "cli/context.hpp"
#include "jiezhuan/service/intake/intake.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::cli {

inline constexpr OptionRow kImportFile = {"file",
                                          OptionType::file,
                                          {"要导入的 CSV 文件；- 为标准输入", "the CSV file; - for standard input"},
                                          true,
                                          false,
                                          nullptr,
                                          "FILE"};
inline constexpr OptionRow kImportMap = {
    "--map",
    OptionType::file,
    {"表头对应表（TOML）:\"您的表头\" = \"栏目\"", "what your headers mean (TOML): \"your header\" = \"field\""},
    false,
    false,
    nullptr,
    "FILE"};
inline constexpr OptionRow kImportReject = {
    "--reject",
    OptionType::file,
    {"退回文件，默认在原文件旁，名为 原名.reject.csv", "the reject file; default NAME.reject.csv beside the input"},
    false,
    false,
    nullptr,
    "FILE"};
inline constexpr OptionRow kImportPartial = {
    "--allow-partial", OptionType::flag, {"有错误的行退回，其余照常登记", "apply the good rows, give the others back"}};

// Reads the file, takes the second pass in one act, answers with the summary. `options`: those that change what rows do, with
// their values, in an order that does not depend on how they were typed; --on is added where it was given. `pages`: the option that
// names a file to print into, where the command has one.
[[nodiscard]] Result<Answer> import_file(Context& context, RowImport& import, std::string_view command,
                                         std::string_view schema, std::vector<std::string> options = {},
                                         std::string_view pages = {});

// The file that is named, with --map where it is given, as a table of that schema: of a list that is compared and not imported.
[[nodiscard]] Result<Table> list_given(Context& context, std::string_view schema);

// An empty file with the titles of that schema.
[[nodiscard]] Result<Answer> template_of(std::string_view schema);

} // namespace jiezhuan::cli
