#include "jiezhuan/service/intake/closing_rows.hpp"

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/header.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace jiezhuan {
namespace {

constexpr std::array<std::string_view, 3> kTotals = {"合计", "总计", "小计"};
// What stands before the name or the seal of who made, checked or handed over a list.
constexpr std::array<std::string_view, 24> kSigned = {
    "填表人",   "填报人",     "制表人",   "制表",     "审核人",   "审核",     "复核人",   "经办人",
    "负责人",   "单位负责人", "移交人",   "接收人",   "交接人",   "监交人",   "移交单位", "接收单位",
    "填报单位", "填表单位",   "填表日期", "填报日期", "制表日期", "移交日期", "单位盖章", "盖章"};

// What explains the list as a whole.
constexpr std::array<std::string_view, 4> kNotes = {"注:", "说明:", "备注:", "附注:"};

bool blank(std::string_view cell) { return trimmed(cell).empty(); }

// A person has an ID number beside the name, whatever the name is.
bool holds_long_number(std::string_view cell) {
    constexpr std::ptrdiff_t kOldNumber = 15;
    return std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; }) >= kOldNumber;
}

// "填表人:李明", "移交人(签字)"; not "审核员".
bool is_signed(const std::string& word) {
    return std::any_of(kSigned.begin(), kSigned.end(), [&](std::string_view who) {
        const std::string_view rest = word.starts_with(who) ? std::string_view(word).substr(who.size()) : "-";
        return rest.empty() || rest.starts_with(':') || rest.starts_with('(');
    });
}

// "合计", "合计:", "合计7个".
bool is_total(const std::string& word) {
    return std::any_of(kTotals.begin(), kTotals.end(), [&](std::string_view total) {
        std::string_view rest = word.starts_with(total) ? std::string_view(word).substr(total.size()) : "-";
        const std::size_t counted = rest.find_first_not_of(":0123456789");
        rest = counted == std::string_view::npos ? "" : rest.substr(counted);
        return rest.empty() || rest == "个" || rest == "人" || rest == "名";
    });
}

} // namespace

std::optional<Message> closing_row(const MappedRow& row, const ColumnMatch& match) {
    if (std::any_of(row.original.begin(), row.original.end(), holds_long_number)) {
        return std::nullopt;
    }
    std::vector<std::string_view> cells; // without what a reject file says of the row
    for (std::size_t column = 0; column < row.original.size(); ++column) {
        if (column >= match.ignored.size() || !match.ignored[column]) {
            cells.push_back(row.original[column]);
        }
    }
    const auto first = std::find_if_not(cells.begin(), cells.end(), blank);
    if (first == cells.end()) {
        return std::nullopt;
    }
    const std::string word = folded_header(*first);
    if (is_signed(word)) {
        return Text{"落款行（填表人、审核人等），不是数据，没有读取", "a line of who made the list was left out"};
    }
    const bool note =
        std::any_of(kNotes.begin(), kNotes.end(), [&](std::string_view n) { return word.starts_with(n); });
    const bool alone = std::all_of(first + 1, cells.end(), blank);
    if (const auto date = alone ? read_date(*first) : std::nullopt; date && !date->serial) {
        return Text{"只有日期的落款行，不是数据，没有读取", "a line that is only a date was left out"};
    }
    if (alone && note) {
        return Text{"表下的说明，不是数据，没有读取", "a note below the list was left out"};
    }
    if (is_total(word)) {
        return Text{"合计行，不是人，没有读取", "a row that adds up was left out"};
    }
    return std::nullopt;
}

} // namespace jiezhuan
