#include "jiezhuan/service/members/mark_warnings.hpp"

#include "jiezhuan/rules/regulations.hpp"
#include "jiezhuan/rules/shared_texts.hpp"
#include "jiezhuan/service/members/mark_rows.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/readmission.hpp"

namespace jiezhuan {
namespace {

Finding undecided(const Member& member) {
    return {std::string(kStateRule),
            Severity::warning,
            subject_of(member),
            {},
            Text{"没有写由谁决定", "it is not said who decided"},
            say({"补登：jiezhuan member correct {} --status-decided-by 党组织 --reason 补登",
                 "record it: jiezhuan member correct {} --status-decided-by ORGANISATION --reason 'left out'"},
                member.id.text())};
}

// 《中国共产党党员教育管理工作条例》第三十条：限期改正时间不超过1年。
bool rectified_too_long(const Work& work, const MarkRow& row, const MarkInput& input) {
    const int most = static_cast<int>(work.profile.rectification_months_max);
    return row.mark == Mark::rectification && !input.until.empty() && in_force_from(rule_text::kArticle24) <= work.on &&
           input.until.earliest() > work.on.latest().plus_months(most);
}

Finding too_long(const Work& work, const Member& member, const MarkInput& input) {
    return {
        std::string(kStateRule),
        Severity::warning,
        subject_of(member),
        {},
        say({"限期改正自 {} 至 {}，超过 {} 个月（《中国共产党党员教育管理工作条例》第三十条）",
             "a time to rectify from {} to {}: more than {} months (《中国共产党党员教育管理工作条例》第三十条)"},
            work.on.text(), input.until.text(), work.profile.rectification_months_max),
        say({"核对决定；写错的改正：jiezhuan member correct {} --status-until 日期 --reason 写错",
             "check the decision; a slip is corrected: jiezhuan member correct {} --status-until DATE --reason slip"},
            member.id.text())};
}

// Of who left for good the membership is not restored as a rule; who qualifies is admitted anew.
Finding not_restored_as_a_rule(const Member& member) {
    return {std::string(kStateRule),
            Severity::warning,
            subject_of(member),
            {},
            say({"{}的，原则上不能恢复党籍（《中国共产党党员教育管理工作条例》第二十四条）",
                 "{}: in principle such a membership is not restored (条例第二十四条)"},
                code_title(member.leave_reason)),
            say({"核对恢复党籍的决定；是重新入党的，先撤销这一登记（--as mistaken），再：{}",
                 "check the decision; who was admitted anew: undo this mark (--as mistaken), then {}"},
                admit_anew_command(member))};
}

// A death may be learnt of late; what was done since was done for somebody who had died.
Result<void> warn_of_acts_since(const Work& work, const Member& member, Findings& findings) {
    JZ_TRY(later, changed_after(work.ledger, member, work.on));
    if (later) {
        findings.push_back(
            {std::string(kStateRule),
             Severity::warning,
             subject_of(member),
             {},
             say({"{} 去世以后还办理过：{} 起“{}”不同", "something was done after the death of {}: on {}, of '{}'"},
                 work.on.text(), later->day.text(), later->what),
             say({"核对去世日期；经过见 jiezhuan member history {}",
                  "check the day of the death; see jiezhuan member history {}"},
                 member.id.text())});
    }
    return {};
}

} // namespace

Result<void> warn_of_mark(const Work& work, const Member& member, const MarkInput& input, Findings& findings) {
    const MarkRow& row = mark_row(input.mark);
    if (row.decision && input.decided_by.empty()) {
        findings.push_back(undecided(member));
    }
    if (rectified_too_long(work, row, input)) {
        findings.push_back(too_long(work, member, input));
    }
    if (row.mark == Mark::restored && membership_ended(member) && in_force_from(rule_text::kArticle24) <= work.on) {
        findings.push_back(not_restored_as_a_rule(member));
    }
    return row.mark == Mark::died ? warn_of_acts_since(work, member, findings) : Result<void>();
}

} // namespace jiezhuan
