#include "jiezhuan/service/records/put_back.hpp"

#include "jiezhuan/model/records.hpp"
#include "jiezhuan/service/records/replay.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

bool meet(const json::Object& one, const json::Object& other) {
    return std::any_of(one.begin(), one.end(), [&](const auto& field) { return other.contains(field.first); });
}

template <class T>
Result<bool> add_one(Work& work, const Result<std::optional<T>>& stored, const DoneTogether& act, Event& event) {
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    const T& now = **stored;
    JZ_TRY(events, work.ledger.history(RecordTraits<T>::kKind, now.id.value));
    const T before = replayed<T>(events, now.id, act.before);
    const T after = replayed<T>(events, now.id, act.last);
    json::Object back = difference(after, before);
    if (meet(back, difference(after, now))) {
        return false;
    }
    if (!back.empty()) {
        event.set.push_back({RecordTraits<T>::kKind, now.id.value, std::move(back)});
    }
    return true;
}

Result<bool> add_any(Work& work, RecordKind kind, std::int64_t id, const DoneTogether& act, Event& event) {
    switch (kind) {
    case RecordKind::letter:
        return add_one<Letter>(work, work.ledger.letter(LetterId{id}), act, event);
    case RecordKind::transfer:
        return add_one<Transfer>(work, work.ledger.transfer(TransferId{id}), act, event);
    case RecordKind::member:
        return add_one<Member>(work, work.ledger.member(MemberId{id}), act, event);
    default:
        return true; // acts about transfers set nothing else
    }
}

} // namespace

void DoneTogether::take_in(const LoggedEvent& logged) {
    last = last == 0 ? logged.seq : last;
    before = logged.seq - 1;
    for (const Change& change : logged.event.set) {
        touched.emplace(change.kind, change.id);
    }
}

bool DoneTogether::continues(const LoggedEvent& earlier, const LoggedEvent& later) const {
    return earlier.seq == before && earlier.event.commit == later.event.commit;
}

Result<bool> add_put_back(Work& work, const DoneTogether& act, Event& event) {
    for (const auto& [kind, id] : act.touched) {
        JZ_TRY(back, add_any(work, kind, id, act, event));
        if (!back) {
            return false;
        }
    }
    return true;
}

} // namespace jiezhuan
