#include "jiezhuan/tabular/foreign_file.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr Text kSaveAsCsv = {"请在表格软件中打开，另存为“CSV UTF-8（逗号分隔）”后再导入",
                             "open it in a spreadsheet program and save it as 'CSV UTF-8 (comma delimited)'"};

struct Signature {
    std::string_view start; // lower case where it is text
    Text what;
};
constexpr Signature kSignatures[] = {
    {"pk\x03\x04",
     {"文件是 Excel 工作簿（.xlsx）或压缩包，不是 CSV 文本",
      "an Excel workbook (.xlsx) or a zip archive, not CSV text"}},
    {"pk\x05\x06", {"文件是空的压缩包，不是 CSV 文本", "an empty zip archive, not CSV text"}},
    {"\xD0\xCF\x11\xE0",
     {"文件是旧版 Excel 工作簿（.xls）或加密的工作簿，不是 CSV 文本",
      "an old Excel workbook (.xls) or an encrypted one, not CSV text"}},
    {"%pdf", {"文件是 PDF，不是 CSV 文本", "a PDF, not CSV text"}},
    {"<html",
     {"文件是网页（有的系统导出的 .xls 其实是网页），不是 CSV 文本",
      "a web page (as some systems export), not CSV text"}},
    {"<!doctype",
     {"文件是网页（有的系统导出的 .xls 其实是网页），不是 CSV 文本",
      "a web page (as some systems export), not CSV text"}},
    {"<table",
     {"文件是网页（有的系统导出的 .xls 其实是网页），不是 CSV 文本",
      "a web page (as some systems export), not CSV text"}},
    {"<?xml", {"文件是 XML 表格，不是 CSV 文本", "an XML spreadsheet, not CSV text"}},
};
constexpr std::size_t kLooked = 64;

tl::unexpected<Error> refuse(const std::string& file, Message what, Message hint) {
    return fail(Error{Exit::invalid_input, std::move(what), std::move(hint), {file, 0, 0, {}}, {}});
}

} // namespace

Result<void> refuse_foreign(std::string_view bytes, const std::string& file) {
    if (bytes.empty()) {
        return refuse(file, Text{"文件是空的", "the file is empty"},
                      Text{"请检查是否选错了文件", "is it the right file?"});
    }
    std::string_view start = bytes.substr(0, kLooked);
    if (start.starts_with("\xEF\xBB\xBF")) {
        start.remove_prefix(3);
    }
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    const std::string lowered = lowered_ascii(start);
    for (const Signature& signature : kSignatures) {
        if (lowered.starts_with(signature.start)) {
            return refuse(file, signature.what, kSaveAsCsv);
        }
    }
    return {};
}

Result<void> refuse_nul(std::string_view text, const std::string& file, std::size_t width) {
    const std::size_t at = text.find('\0');
    if (at == std::string_view::npos) {
        return {};
    }
    if (width == 2) {
        return refuse(file, Text{"文件含有空字符（NUL），不是文本", "the file holds a NUL character: not text"},
                      kSaveAsCsv);
    }
    return refuse(file,
                  say({"文件在字节偏移 {} 处含有空字符（NUL），不是 CSV 文本（或是没有 BOM 的 UTF-16）",
                       "a NUL at byte offset {}: not CSV text (or UTF-16 without a byte order mark)"},
                      at),
                  kSaveAsCsv);
}

Result<void> refuse_blank(std::string_view text, const std::string& file) {
    if (text.find_first_not_of(" \t\n\v\f\r") != std::string_view::npos) {
        return {};
    }
    return refuse(file, Text{"文件里没有内容（只有空白）", "the file holds nothing but blanks"},
                  Text{"请检查是否选错了文件", "is it the right file?"});
}

} // namespace jiezhuan
