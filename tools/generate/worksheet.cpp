#include "worksheet.hpp"

#include <algorithm>
#include <charconv>

namespace jiezhuan::generate {
namespace {

using Titles = std::map<std::string, std::string, std::less<>>;

// A title may be followed by what can be filled in, in brackets: 处理（接收/暂缓/退回）. The header's size where there is none.
std::size_t column_titled(const Sheet& sheet, std::string_view title) {
    const auto found = std::find_if(sheet.header.begin(), sheet.header.end(), [&](const std::string& header) {
        return header.starts_with(title) &&
               (header.size() == title.size() || header.substr(title.size()).starts_with("（"));
    });
    return static_cast<std::size_t>(found - sheet.header.begin());
}

// A row of the sheet by what its columns mean.
class RowView {
  public:
    RowView(Sheet& sheet, std::size_t row, const Titles& titles) : sheet_(&sheet), row_(row), titles_(&titles) {}

    [[nodiscard]] std::string_view get(std::string_view meaning) const {
        const auto at = position(meaning);
        return at < sheet_->header.size() ? std::string_view(sheet_->rows[row_][at]) : std::string_view();
    }
    void set(std::string_view meaning, std::string_view text) {
        const auto at = position(meaning);
        if (at < sheet_->header.size()) {
            sheet_->rows[row_][at] = text;
        }
    }

  private:
    [[nodiscard]] std::size_t position(std::string_view meaning) const {
        return column_titled(*sheet_, titles_->find(meaning)->second);
    }
    Sheet* sheet_;
    std::size_t row_;
    const Titles* titles_;
};

bool expired(const RowView& row, Date on) {
    const auto issued = Date::parse(row.get("letter_issued_on"));
    const std::string_view days = row.get("letter_valid_days");
    const auto presented = Date::parse(row.get("presented_on"));
    int valid = 0;
    std::from_chars(days.data(), days.data() + days.size(), valid);
    return issued && valid > 0 && presented.value_or(on) > issued->plus_days(valid);
}

bool to_a_community(const RowView& row) { return row.get("addressee").find("社区") != std::string_view::npos; }

void decide(RowView& row, std::string_view result, std::string_view action, std::string_view reason) {
    row.set("verified_result", result);
    row.set("verified_items", "letter,seal,addressee,id");
    row.set("verified_basis", "介绍信原件、居民身份证");
    row.set("action", action);
    row.set("action_reason", reason);
}

struct Hold {
    int at; // the how-manieth good letter
    std::string_view reason;
};
constexpr Hold kHolds[] = {{20, "档案中缺转正材料,已函询原单位"},
                           {75, "入党志愿书未随档案移交,待补"},
                           {140, "档案与介绍信的入党日期不一致,待核"},
                           {211, "本人住院,未能当面核对身份证"},
                           {290, "档案中缺转正材料,已函询原单位"}};

std::string_view hold_reason(int good) {
    const auto* found =
        std::find_if(std::begin(kHolds), std::end(kHolds), [&](const Hold& hold) { return hold.at == good; });
    return found == std::end(kHolds) ? std::string_view() : found->reason;
}

} // namespace

Titles worksheet_titles() {
    return {{"letter_no", "介绍信编号"},         {"letter_issued_on", "开具日期"},
            {"letter_valid_days", "有效期(天)"}, {"addressee", "抬头"},
            {"presented_on", "报到日期"},        {"proposed_branch", "建议支部"},
            {"verified_result", "核实结果"},     {"verified_items", "核实内容"},
            {"verified_basis", "核实依据"},      {"action", "处理"},
            {"action_reason", "暂缓/退回原因"},  {"branch", "编入支部"}};
}

Result<FillCounts> fill_worksheet(Sheet& sheet, Date on, const Titles& titles) {
    for (const std::string_view needed : {"letter_no", "verified_result", "action"}) {
        const std::string& title = titles.find(needed)->second;
        if (column_titled(sheet, title) == sheet.header.size()) {
            return fail(Exit::invalid_input, say({"办理表没有“{}”一栏", "the worksheet has no column '{}'"}, title));
        }
    }
    FillCounts counts;
    int good = 0;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        RowView row(sheet, i, titles);
        if (row.get("letter_no").empty()) {
            ++counts.left_open;
        } else if (to_a_community(row)) {
            decide(row, "不符", "退回", "介绍信抬头为社区党委,无审批预备党员权限,请改开望江街道工作委员会");
            ++counts.returned;
        } else if (expired(row, on)) {
            decide(row, "不符", "退回", "介绍信已过有效期,请原单位补开");
            ++counts.returned;
        } else if (const std::string_view reason = hold_reason(++good); !reason.empty()) {
            decide(row, "", "暂缓", reason);
            ++counts.held;
        } else {
            decide(row, "符合", "接收", "");
            if (row.get("branch").empty()) {
                row.set("branch", std::string(row.get("proposed_branch")));
            }
            ++counts.received;
        }
    }
    return counts;
}

} // namespace jiezhuan::generate
