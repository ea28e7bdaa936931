#include "jiezhuan/model/ways.hpp"

#include "jiezhuan/base/text.hpp"

#include <string_view>

namespace jiezhuan {
namespace {

WayState state_of(const Letter& letter) {
    switch (letter.state) {
    case LetterState::issued:
        return letter.receipt_recorded_on.empty() ? WayState::under_way : WayState::accepted;
    case LetterState::used:
        return WayState::accepted;
    case LetterState::returned:
        return WayState::returned;
    default:
        return WayState::ended;
    }
}

// "中国共产党…" and "中共…" are the same name.
std::string_view without_party(std::string_view name) {
    for (const std::string_view prefix : {"中国共产党", "中共"}) {
        if (name.starts_with(prefix)) {
            return name.substr(prefix.size());
        }
    }
    return name;
}

bool same_name(std::string_view a, std::string_view b) {
    return without_party(trimmed(a)) == without_party(trimmed(b));
}

} // namespace

bool can_go_both_ways(TransferKind kind) {
    return kind == TransferKind::out || kind == TransferKind::in || kind == TransferKind::between;
}

Way paper_way(const Transfer& transfer, const std::optional<Letter>& letter) {
    Way way;
    way.channel = Channel::paper;
    if (!letter) {
        return way;
    }
    way.state = state_of(*letter);
    way.no = letter->no;
    way.since = letter->direction == LetterDirection::incoming ? transfer.presented_on : letter->issued_on;
    way.receiver = letter->addressee;
    way.note = way.state == WayState::accepted ? letter->receipt_handler : letter->state_reason;
    if (way.state == WayState::accepted) {
        way.on = letter->receipt_recorded_on.empty() ? transfer.received_on : letter->receipt_on;
    } else if (way.state != WayState::under_way) {
        way.on = letter->state_on;
        way.since = way.since > way.on ? Date() : way.since; // the transfer was presented anew, not this letter
    }
    return way;
}

Way online_way(const Transfer& transfer) {
    Way way;
    way.channel = Channel::online;
    way.no = transfer.online_no;
    way.since = transfer.online_since;
    way.state = transfer.online_state;
    way.on = transfer.online_state_on;
    way.receiver = transfer.online_receiver;
    way.note = transfer.online_note;
    const Date alone = transfer.sent_on.empty() ? transfer.presented_on : transfer.sent_on;
    if (transfer.channel == Channel::online && way.since.empty() && !alone.empty()) {
        const bool accepted = !transfer.received_on.empty();
        way.since = alone;
        way.state = accepted ? WayState::accepted : WayState::under_way;
        way.on = transfer.received_on;
        way.note = transfer.received_evidence;
    }
    return way;
}

Transfer as_way(Transfer transfer, Channel way) {
    if (way == Channel::online && transfer.online_state == WayState::returned) {
        transfer.online_no.clear(); // it is submitted under another number
    }
    transfer.channel = way;
    return transfer;
}

bool receivers_differ(const Letter& letter, const Transfer& transfer) {
    const std::string& online = transfer.online_receiver;
    if (letter.exchanged_for) { // addressed to a department on the way, which gave another letter for it
        return false;
    }
    return !online.empty() && !letter.addressee.empty() && !same_name(online, letter.addressee) &&
           !same_name(online, letter.to_unit);
}

} // namespace jiezhuan
