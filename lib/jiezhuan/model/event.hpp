// An event: something that happened, with everything that a replay needs. Replay never judges again: an event says
// what it created and what it set, and the tables follow from that alone.
#pragma once

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/json.hpp"
#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/ids.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// What an event sets on a record that was there before it: field id -> new value ("" or 0 where now absent).
struct Change {
    RecordKind kind;
    std::int64_t id = 0;
    json::Object to;

    bool operator==(const Change&) const = default;
};

// The record that an event creates; its id is the event's seq.
struct Creation {
    RecordKind kind;
    json::Object fields;

    bool operator==(const Creation&) const = default;
};

struct Event {
    std::string type; // one of event_types()
    std::int64_t version = 1;
    Instant at;               // when it was written
    Date date;                // the business date: when it happened
    std::string op;           // 经办人
    std::int64_t commit = 0;  // the commit it belongs to, counted from 1
    std::int64_t profile = 0; // the profile it was judged by; 0 where no rule was asked
    std::optional<Creation> create;
    std::vector<Change> set;
    json::Object
        about; // evidence that no field holds: overrides accepted, purpose of a reveal, what a correction is based on

    bool operator==(const Event&) const = default;
};

struct EventType {
    std::string_view id;
    Text title;
    bool corrects = false; // it sets what was so all along, whatever its day
};
// Every type an event can have, in byte order of the ids.
[[nodiscard]] std::span<const EventType> event_types();
[[nodiscard]] const EventType* event_type(std::string_view id);

// The canonical body: what is hashed and kept for ever.
[[nodiscard]] std::string encode(const Event& event);
// Exit::damaged where the bytes are no canonical event; Exit::newer for a type or version this program does not know.
[[nodiscard]] Result<Event> decode_event(std::string_view body);

} // namespace jiezhuan
