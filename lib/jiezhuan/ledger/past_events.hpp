// Which events tell how things stood at a moment of the past.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace jiezhuan {

// A correction says of an event that was written before that it happened on another day than the event itself has.
void happened_on(Event& correction, std::int64_t seq, Date day);

// What was written by the instant: the events up to the last one written by then, so that a clock that was once wrong leaves no
// hole. Of these count
// - those that happened up to the day, whenever they were written;
// - the creation of what these refer to: who was sent away in March was here in March, though he was entered in April;
// - corrections, whatever their day: they set what was so all along. Where something that happened after the day had set a
//   field before, the correction is of that, and not of what stood there on the day. One that puts right when something happened
//   (happened_on()) moves the day of that event.
// Events apply in the order in which they were written, as they do in the tables of today.
class PastEvents {
  public:
    // `size`: how many events there are.
    PastEvents(const Past& past, std::int64_t size);

    // First: sees every event, from the last to the first.
    void choose(std::int64_t seq, const Event& event);
    // Then: what of an event applies, nothing where nothing does. Every event up to known(), from the first to the last.
    [[nodiscard]] std::optional<Event> applying(std::int64_t seq, Event event);

    [[nodiscard]] std::int64_t known() const { return known_; } // the last event that was written by then
    [[nodiscard]] bool all() const { return all_; }             // chosen: it is how things stand now
    [[nodiscard]] bool counts(std::int64_t seq) const;

  private:
    [[nodiscard]] bool later(std::int64_t seq, const Event& event) const;
    void need(RecordKind kind, const json::Object& fields);
    void note_later(const Event& event);
    void forget_later(const Event& event);
    void keep_what_was_wrong_then(Change& change) const;

    Past past_;
    std::int64_t known_ = 0;
    bool all_ = true;
    std::map<std::int64_t, Date> moved_;                                // events, and when they did happen
    std::vector<bool> counts_;                                          // by seq
    std::set<std::tuple<RecordKind, std::int64_t, std::string>> later_; // fields as something after the day set them
};

} // namespace jiezhuan
