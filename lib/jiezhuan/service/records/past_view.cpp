#include "jiezhuan/service/records/past_view.hpp"

namespace jiezhuan {
namespace {

Result<void> had_begun(Reading& ledger, const Past& past) {
    Event first;
    JZ_CHECK(ledger.each_event(1, 1, [&first](const LoggedEvent& event) -> Result<void> {
        first = event.event;
        return {};
    }));
    if (!past.as_of.empty() && past.as_of < first.date) {
        return fail(
            Exit::usage,
            say({"账本自 {} 起记，说不出 {} 的情况", "the ledger begins on {} and cannot say how things stood on {}"},
                first.date.text(), past.as_of.text()),
            say({"--as-of 写 {} 或以后的日期", "give --as-of {} or a later day"}, first.date.text()));
    }
    if (past.known_at && *past.known_at < first.at) {
        return fail(
            Exit::usage,
            say({"账本 {} 才建立，在那以前没有记载", "the ledger was created at {} and knew nothing before"},
                time_in_china(first.at)),
            say({"--as-known-at 写 {} 或以后的时间", "give --as-known-at '{}' or later"}, time_in_china(first.at)));
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Reading>> read_at(Store& store, const Past& past) {
    JZ_TRY(now, store.read());
    if (past.is_now()) {
        return std::move(now);
    }
    JZ_CHECK(had_begun(*now, past));
    now.reset();
    return store.read_past(past);
}

Message past_in_words(const Past& past) {
    const std::string known = past.known_at ? time_in_china(*past.known_at) : "";
    if (!past.known_at) {
        return say({"以上是 {} 当天的情况；现在的情况和下一步：去掉 --as-of 再看",
                    "this is how things stood on {}; for today, and what to do, leave --as-of out"},
                   past.as_of.text());
    }
    if (past.as_of.empty()) {
        return say({"以上按账本到 {} 为止的记载；现在的情况和下一步：去掉 --as-known-at 再看",
                    "this is what the ledger knew at {}; for today, and what to do, leave --as-known-at out"},
                   known);
    }
    return say({"以上是 {} 当天的情况，按账本到 {} 为止的记载；现在的情况和下一步：去掉 --as-of、--as-known-at 再看",
                "this is how things stood on {}, as the ledger knew it at {}; for today, and what to do, leave --as-of "
                "and --as-known-at out"},
               past.as_of.text(), known);
}

Result<std::int64_t> entered_later(Reading& past, Date as_of) {
    std::int64_t members = 0;
    if (as_of.empty()) {
        return members;
    }
    JZ_CHECK(past.each_event(1, 0, [&](const LoggedEvent& logged) -> Result<void> {
        const Event& event = logged.event;
        members += event.create && event.create->kind == RecordKind::member && event.date > as_of ? 1 : 0;
        return {};
    }));
    return members;
}

Message entered_later_in_words(std::int64_t members) {
    return say(
        {"其中 {} 名党员此后才登记入册，因当时已有办理的事项列在里面；此后登记的其他党员不在里面，人数不是当天的花名册",
         "{} of the members were entered only later and are in it for what happened to them by then; others who were "
         "entered later are not, so that its counts are not the roster of that day"},
        members);
}

} // namespace jiezhuan
