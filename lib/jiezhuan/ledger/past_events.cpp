#include "jiezhuan/ledger/past_events.hpp"

#include "jiezhuan/model/records.hpp"

namespace jiezhuan {
namespace {

// The record that a field refers to; 0 where it refers to none.
std::int64_t referred_to(RecordKind kind, const std::string& name, const json::Value& value) {
    return with_record_type(kind, [&]<class T>() -> std::int64_t {
        const Field<T>* field = field_named<T>(name);
        const bool reference = field != nullptr && field->type == FieldType::reference && value.number() != nullptr;
        return reference ? *value.number() : 0;
    });
}

bool corrects(const Event& event) {
    const EventType* type = event_type(event.type);
    return type != nullptr && type->corrects;
}

constexpr std::string_view kEvent = "of_event";
constexpr std::string_view kDay = "happened_on";

std::optional<std::pair<std::int64_t, Date>> day_put_right(const Event& event) {
    const std::int64_t seq = json::number_of(event.about, kEvent);
    const auto day = Date::parse(json::text_of(event.about, kDay));
    return corrects(event) && seq > 0 && day ? std::optional(std::pair(seq, *day)) : std::nullopt;
}

} // namespace

void happened_on(Event& correction, std::int64_t seq, Date day) {
    correction.about.emplace(kEvent, json::Value(seq));
    correction.about.emplace(kDay, json::Value(day.text()));
}

PastEvents::PastEvents(const Past& past, std::int64_t size)
    : past_(past), counts_(static_cast<std::size_t>(size) + 1, false) {}

bool PastEvents::counts(std::int64_t seq) const {
    return seq > 0 && seq < static_cast<std::int64_t>(counts_.size()) && counts_[static_cast<std::size_t>(seq)];
}

bool PastEvents::later(std::int64_t seq, const Event& event) const {
    const auto moved = moved_.find(seq);
    return !past_.as_of.empty() && (moved == moved_.end() ? event.date : moved->second) > past_.as_of;
}

void PastEvents::need(RecordKind kind, const json::Object& fields) {
    for (const auto& [name, value] : fields) {
        if (const std::int64_t id = referred_to(kind, name, value); id > 0 && id <= known_) {
            counts_[static_cast<std::size_t>(id)] = true;
        }
    }
}

void PastEvents::choose(std::int64_t seq, const Event& event) {
    if (known_ == 0 && past_.known_at && event.at > *past_.known_at) {
        all_ = false;
        return;
    }
    known_ = known_ == 0 ? seq : known_;
    if (const auto day = day_put_right(event)) {
        moved_.insert(*day); // seen first: the last correction
    }
    const bool too_late = later(seq, event);
    all_ = all_ && !too_late;
    if (too_late && !counts(seq)) {
        return;
    }
    counts_[static_cast<std::size_t>(seq)] = true;
    if (event.create) {
        need(event.create->kind, event.create->fields);
    }
    for (const Change& change : event.set) {
        if (!too_late && change.id > 0 && change.id <= known_) {
            counts_[static_cast<std::size_t>(change.id)] = true;
            need(change.kind, change.to);
        }
    }
}

void PastEvents::note_later(const Event& event) {
    for (const Change& change : event.set) {
        for (const auto& [name, value] : change.to) {
            later_.emplace(change.kind, change.id, name);
        }
    }
}

void PastEvents::forget_later(const Event& event) {
    for (const Change& change : later_.empty() ? std::vector<Change>() : event.set) {
        for (const auto& [name, value] : change.to) {
            later_.erase({change.kind, change.id, name});
        }
    }
}

void PastEvents::keep_what_was_wrong_then(Change& change) const {
    std::erase_if(change.to, [&](const auto& field) {
        const std::int64_t other = referred_to(change.kind, field.first, field.second);
        return later_.contains({change.kind, change.id, field.first}) || (other != 0 && !counts(other));
    });
}

std::optional<Event> PastEvents::applying(std::int64_t seq, Event event) {
    if (!later(seq, event)) {
        forget_later(event);
        return event;
    }
    if (!counts(seq)) {
        event.create.reset();
    }
    if (!corrects(event)) {
        note_later(event);
        event.set.clear();
    }
    for (Change& change : event.set) {
        keep_what_was_wrong_then(change);
    }
    std::erase_if(event.set, [&](const Change& change) { return change.to.empty() || !counts(change.id); });
    if (!event.create && event.set.empty()) {
        return std::nullopt;
    }
    counts_[static_cast<std::size_t>(seq)] = true;
    return event;
}

} // namespace jiezhuan
