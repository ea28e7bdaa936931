// What a record was, from its events.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/record.hpp"

#include <span>

namespace jiezhuan {

// Takes a record over one event: what that created of it or set in it. Others leave it as it is.
template <class T> void replay(std::int64_t seq, const Event& event, T& record) {
    if (seq == record.id.value && event.create) {
        ensure(assign(record, event.create->fields), "an event with fields the record does not have");
    }
    for (const Change& change : event.set) {
        if (change.kind == RecordTraits<T>::kKind && change.id == record.id.value) {
            ensure(assign(record, change.to), "an event with fields the record does not have");
        }
    }
}

// The record as the events up to `last` (a seq) left it. Precondition: the event that created it is among them.
template <class T>
[[nodiscard]] T replayed(std::span<const LoggedEvent> events, decltype(T::id) id, std::int64_t last) {
    T record;
    record.id = id;
    for (const LoggedEvent& logged : events) {
        if (logged.seq > last) {
            break;
        }
        replay(logged.seq, logged.event, record);
    }
    return record;
}

} // namespace jiezhuan
