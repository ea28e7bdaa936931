// What an act changes of a record, written into its event.
#pragma once

#include "jiezhuan/model/event.hpp"
#include "jiezhuan/model/record.hpp"

namespace jiezhuan {

// Nothing where nothing differs.
template <class T> void add_change(Event& event, const T& before, const T& after) {
    if (json::Object changes = difference(before, after); !changes.empty()) {
        event.set.push_back({RecordTraits<T>::kKind, before.id.value, std::move(changes)});
    }
}

} // namespace jiezhuan
