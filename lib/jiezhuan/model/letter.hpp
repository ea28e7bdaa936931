// The numbered voucher in three parts: ours, or an incoming one. Every field as it stands on the paper.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

// As many days as the form can say in capitals.
inline constexpr std::int64_t kMostValidDays = 999;

struct Letter {
    LetterId id;
    LetterDirection direction = LetterDirection::none;
    LetterKind kind = LetterKind::none;
    LetterState state = LetterState::none;
    TransferId transfer;
    MemberId member;
    BatchId batch;            // of a whole organisation: one letter with a list, of no single transfer or member
    std::int64_t persons = 0; // on that list
    std::string list;         // of ours: a line a person, as it was printed
    OrgId issuer;
    std::string issuer_name;
    std::string
        receipt_to; // of an incoming one that a department issued (换信): the basic committee the member came from
    std::int64_t year = 0;   // of the act: part of the series
    std::int64_t serial = 0; // within issuer, kind and year
    std::string no;          // as it stands on all three parts
    NumberSource number_source = NumberSource::none;
    Date issued_on;
    std::int64_t valid_days = 0;
    Date valid_until; // issued_on + valid_days
    std::string name;
    Sex sex = Sex::none;
    std::int64_t age = 0; // on the day of issue
    Ethnic ethnic = Ethnic::none;
    std::string id_no;
    Stage stage = Stage::none;
    std::string from_unit;
    std::string addressee;
    std::string to_unit;
    Date dues_paid_through;
    std::string flaws; // of an incoming one, as presented: ids of PaperFlaw, joined by commas
    std::string member_contact;
    std::string committee_address;
    std::string committee_phone;
    std::string committee_fax;
    std::string committee_postcode;
    std::string template_id;
    std::string content_hash;
    LetterId replaces;
    LetterId replaced_by;
    LetterId exchanges;     // of one that a department gave on the way: the letter that it took in
    LetterId exchanged_for; // a department took it in, and gave that one
    Date exchanged_on;
    std::string state_reason;
    Date state_on;
    Date receiver_notified_on; // of a lost letter (LT-19)
    std::string delivered_to;
    Date delivered_on;
    std::string delivered_how;
    Date receipt_on;
    std::string receipt_handler;
    std::string receipt_phone;
    Date receipt_recorded_on; // ours: it came back
    Date receipt_issued_on;   // incoming: we wrote it
    Date receipt_sent_on;
    std::string receipt_sent_how;
    Date archived_on; // when stub and receipt were put where they lie
    std::string archive_volume;
    std::string archive_page;
    std::string remarks;

    bool operator==(const Letter&) const = default;
};

// Nobody has acted on it yet: one of ours is still out, one that was presented waits for us.
[[nodiscard]] inline bool is_live(const Letter& letter) {
    return letter.state == LetterState::issued && letter.receipt_recorded_on.empty();
}

// Void, lost or replaced: nobody can be received on it any more.
[[nodiscard]] inline bool has_ended(const Letter& letter) {
    return letter.state == LetterState::void_ || letter.state == LetterState::lost ||
           letter.state == LetterState::replaced;
}

// Somebody has it in hand, to be presented with it: one that was exchanged lies where it was handed in.
[[nodiscard]] inline bool is_carried(const Letter& letter) { return is_live(letter) && !letter.exchanged_for; }
// How long it is valid, its issuer said. Else, of one given in exchange, the last day is that of the letter handed in for it.
[[nodiscard]] inline bool is_validity_known(const Letter& letter) {
    return letter.direction != LetterDirection::onward || letter.valid_days > 0;
}
// To whom the receipt of an incoming letter is written: the basic committee the member came from, not a department on the way
// (组通字〔2006〕45号: 不层层回执).
[[nodiscard]] inline const std::string& receipt_addressee(const Letter& letter) {
    return letter.receipt_to.empty() ? letter.issuer_name : letter.receipt_to;
}

[[nodiscard]] bool has_flaw(const Letter& letter, PaperFlaw flaw);

// Its number is of a series of ours.
[[nodiscard]] inline bool issued_here(const Letter& letter) {
    return letter.direction == LetterDirection::issued_by_us || letter.direction == LetterDirection::between;
}
// Its receipt is ours to write.
[[nodiscard]] inline bool answered_here(const Letter& letter) {
    return letter.direction == LetterDirection::incoming || letter.direction == LetterDirection::between;
}
// One of ours that is out: neither received nor ended.
[[nodiscard]] inline bool still_out(const Letter& letter) { return issued_here(letter) && is_live(letter); }
// The member has it on the way: one of ours, or one that a department gave for it.
[[nodiscard]] inline bool on_the_way(const Letter& letter) {
    return (issued_here(letter) || letter.direction == LetterDirection::onward) && is_carried(letter);
}
// Back at its issuer: nobody was received on it, and no receipt answers it.
[[nodiscard]] inline bool is_returned(const Letter& letter) { return letter.state == LetterState::returned; }
// Is it a letter of that direction? Issued by us and incoming take those that are both; none takes every one.
[[nodiscard]] bool has_direction(const Letter& letter, LetterDirection direction);
// The ids of the directions that has_direction() takes, for a query.
[[nodiscard]] std::vector<std::string> directions_like(LetterDirection direction);
// One letter for several persons: the members of a whole organisation.
[[nodiscard]] inline bool has_list(const Letter& letter) { return letter.persons > 0; }

template <> struct RecordTraits<Letter> {
    static constexpr RecordKind kKind = RecordKind::letter;
    static std::span<const Field<Letter>> fields();
};

} // namespace jiezhuan
