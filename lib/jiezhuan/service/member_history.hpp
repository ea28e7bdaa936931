// What happened to a member, event by event, in words.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/org_directory.hpp"

#include <span>
#include <vector>

namespace jiezhuan {

// The record as the events up to `last` (a seq) left it. Precondition: the event that created it is among them.
template <class T>
[[nodiscard]] T replayed(std::span<const LoggedEvent> events, decltype(T::id) id, std::int64_t last) {
    T record;
    record.id = id;
    for (const LoggedEvent& logged : events) {
        if (logged.seq > last) {
            break;
        }
        if (logged.seq == id.value && logged.event.create) {
            ensure(assign(record, logged.event.create->fields), "an event with fields the record does not have");
        }
        for (const Change& change : logged.event.set) {
            if (change.kind == RecordTraits<T>::kKind && change.id == id.value) {
                ensure(assign(record, change.to), "an event with fields the record does not have");
            }
        }
    }
    return record;
}

// Every event of the member, their transfers and letters, oldest first: sections "events" (when, written when, what, who, which
// overrides were accepted) and "changes" (a row a field: old and new, in titles). Private data masked unless `reveal`.
[[nodiscard]] Result<std::vector<RowSet>> history_of(Reading& ledger, const OrgDirectory& organisations,
                                                     const Member& member, bool reveal);

} // namespace jiezhuan
