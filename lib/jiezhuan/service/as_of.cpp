#include "jiezhuan/service/as_of.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::int64_t kAtOnce = 1024;

// That somebody looked changes nothing.
bool changes_something(const Event& event) { return event.create.has_value() || !event.set.empty(); }

// The latest day after `day` on which one of those events happened; none where there is none.
Result<Date> happened_after(Reading& ledger, Date day, std::int64_t first, std::int64_t last) {
    Date latest;
    JZ_CHECK(ledger.each_event(first, last, [&](const LoggedEvent& logged) -> Result<void> {
        const Date date = logged.event.date;
        if (changes_something(logged.event) && date > day && (latest.empty() || date > latest)) {
            latest = date;
        }
        return {};
    }));
    return latest;
}

} // namespace

Result<void> check_as_of(Reading& ledger, Date as_of, Date today) {
    if (as_of >= today) {
        return {};
    }
    JZ_TRY(info, ledger.info());
    Date happened;
    // The last ones first: what happened lately stands at the end, as a rule.
    for (auto last = static_cast<std::int64_t>(info.head.size); last > 0 && happened.empty(); last -= kAtOnce) {
        JZ_TRY(found, happened_after(ledger, as_of, std::max<std::int64_t>(last - kAtOnce + 1, 1), last));
        happened = found;
    }
    if (happened.empty()) {
        return {};
    }
    return fail(Exit::usage,
                say({"{0} 之后又办理过（最近 {1}），本版本只能按现在的记录回答，说不出 {0} 那天的情况",
                     "something happened after {0} (on {1}): this version answers from the records as they are now, "
                     "and cannot say how things stood on {0}"},
                    as_of.text(), happened.text()),
                say({"--as-of 写 {} 或以后的日期；什么时候发生了什么：jiezhuan member history 编号",
                     "give --as-of {} or a later day; what happened when: jiezhuan member history ID"},
                    happened.text()));
}

} // namespace jiezhuan
