#include "jiezhuan/tabular/template.hpp"

#include "jiezhuan/tabular/csv_writer.hpp"

#include <vector>

namespace jiezhuan {

std::string template_file(const ImportSchema& schema) {
    std::vector<std::string> titles;
    for (const ImportColumn& column : schema.columns) {
        titles.push_back(column.title.zh + (column.required ? "（必填）" : ""));
    }
    std::string text = "\xEF\xBB\xBF";
    append_csv_row(text, std::vector<std::string_view>(titles.begin(), titles.end()), {});
    return text;
}

} // namespace jiezhuan
