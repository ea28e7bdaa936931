#include "jiezhuan/service/intake/roster_days.hpp"

#include "jiezhuan/rules/dues.hpp"

namespace jiezhuan {

void judge_admission(const Work& work, Cells& row, const Member& said) {
    // Later than today is said by the rule itself.
    if (said.admission.empty() || said.admission.earliest() <= work.on || said.admission.earliest() > work.today()) {
        return;
    }
    row.met("MB-07", row.column("admission"),
            say({"{} 入党，{} 的名册上还没有", "admitted {}: not on a roster of {} yet"}, said.admission.text(),
                work.on.text()),
            Text{"核对入党日期和 --on；后来入党的，以入党以后的日期登记",
                 "check the date and --on; who was admitted later is registered on a later day"});
}

void judge_dues_ahead(const Work& work, Cells& row, Date paid_through) {
    if (auto far = paid_far_ahead(paid_through, work.today())) {
        row.met("IN-07", row.column("dues_paid_through"), std::move(*far), kCheckTheMonth);
        return;
    }
    if (paid_through.empty() || !beyond_the_quarter(paid_through.month_of(), work.on, work.profile)) {
        return;
    }
    Finding finding =
        state_finding("",
                      say({"党费交至 {}，超过 {} 所在的季度", "paid in advance through {}: beyond the quarter of {}"},
                          paid_through.month_of().text(), work.on.text()),
                      kByTheMonth);
    finding.severity = Severity::warning;
    finding.position = row.position(row.column("dues_paid_through"));
    row.add({std::move(finding)});
}

} // namespace jiezhuan
