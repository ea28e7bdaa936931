#include "jiezhuan/ledger/count_history.hpp"

#include <numeric>

namespace jiezhuan {
namespace {

using C = CountChange;

constexpr CodeRow kChanges[] = {
    {int(C::registered), "registered", {"登记", "Registered"}, ""},
    {int(C::transferred_in), "transferred_in", {"转入", "In"}, ""},
    {int(C::restored), "restored", {"恢复党籍", "Restored"}, ""},
    {int(C::put_back), "put_back", {"撤销减少", "Put back"}, ""},
    {int(C::transferred_out), "transferred_out", {"转出", "Out"}, ""},
    {int(C::died), "died", {"去世", "Died"}, ""},
    {int(C::out_of_party), "out_of_party", {"出党", "Out of the Party"}, ""},
    {int(C::suspended), "suspended", {"停止党籍", "Suspended"}, ""},
    {int(C::never_ours), "never_ours", {"撤销增加", "Never ours"}, ""},
};
constexpr CodeTable kChangeTable = {"change", {"增减", "Change"}, kChanges};

C increase_of(Standing from, const Event& event) {
    if (from == Standing::none || event.type == "member_readmitted") { // a new membership
        return C::registered;
    }
    if (from == Standing::arriving || from == Standing::hosted) {
        return C::transferred_in;
    }
    return json::text_of(event.about, "mark") == "restored" ? C::restored : C::put_back;
}

C decrease_of(Standing to, const json::Object& fields) {
    if (to == Standing::suspended) {
        return C::suspended;
    }
    if (to != Standing::left) {
        return C::never_ours;
    }
    switch (code_from_id<LeaveReason>(json::text_of(fields, "leave_reason")).value_or(LeaveReason::none)) {
    case LeaveReason::transferred:
        return C::transferred_out;
    case LeaveReason::died:
        return C::died;
    default:
        return C::out_of_party;
    }
}

} // namespace

template <> const CodeTable& code_table<CountChange>() { return kChangeTable; }

std::int64_t YearOfCount::increase() const {
    const auto first_decrease = changes.begin() + static_cast<int>(C::transferred_out);
    return std::accumulate(changes.begin(), first_decrease, std::int64_t{0});
}

std::int64_t YearOfCount::decrease() const {
    const auto first_decrease = changes.begin() + static_cast<int>(C::transferred_out);
    return std::accumulate(first_decrease, changes.end(), std::int64_t{0});
}

void CountTally::stands(std::int64_t member, Standing to, const Event& event, const json::Object& fields) {
    const auto at = static_cast<std::size_t>(member);
    if (at >= standings_.size()) {
        standings_.resize(at + 1);
    }
    const Standing from = std::exchange(standings_[at], to);
    if (on_roster(from) == on_roster(to)) {
        return;
    }
    const C change = on_roster(to) ? increase_of(from, event) : decrease_of(to, fields);
    ++years_[event.date.year()].changes[static_cast<std::size_t>(change)];
}

void CountTally::see(std::int64_t seq, const Event& event) {
    const auto standing_in = [](const json::Object& fields) {
        return code_from_id<Standing>(json::text_of(fields, "standing"));
    };
    if (event.create && event.create->kind == RecordKind::member) {
        ++registered_;
        if (const auto standing = standing_in(event.create->fields); standing) {
            stands(seq, *standing, event, event.create->fields);
        }
    }
    for (const Change& change : event.set) {
        if (change.kind != RecordKind::member) {
            continue;
        }
        if (const auto standing = standing_in(change.to); standing) {
            stands(change.id, *standing, event, change.to);
        }
    }
}

CountHistory CountTally::result() const {
    CountHistory history;
    history.registered = registered_;
    if (years_.empty()) {
        return history;
    }
    std::int64_t opening = 0;
    for (std::int64_t year = years_.begin()->first; year <= years_.rbegin()->first; ++year) {
        const auto known = years_.find(year);
        YearOfCount one = known == years_.end() ? YearOfCount{} : known->second;
        one.year = year;
        one.opening = opening;
        opening = one.closing();
        history.years.push_back(one);
    }
    return history;
}

} // namespace jiezhuan
