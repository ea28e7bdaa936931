// The roster, one person at a time: registering, changing, correcting. Nothing here moves a relation: that is what
// transfers are for (RC-05), and nothing deletes (IN-06).
#pragma once

#include "jiezhuan/service/records/record_values.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jiezhuan {

// "M12 李明"
[[nodiscard]] std::string subject_of(const Member& member);
// The member called M12. Exit::usage for another shape (how to find the number), Exit::not_found.
[[nodiscard]] Result<Member> member_called(Reading& ledger, std::string_view words);

// Which fields an act may set. The identity is set when somebody is registered, and by a correction alone; where somebody
// stands, only by marks and transfers.
[[nodiscard]] std::span<const std::string_view> registered_fields();
[[nodiscard]] std::span<const std::string_view> changeable_fields();
[[nodiscard]] std::span<const std::string_view> correctable_fields();

// What the ID number says and the record does not: the birth date and the sex. What is there stays, right or wrong (ID-05, ID-06).
void complete_from_id(Member& member);

// Somebody as an act describes them, completed from the ID number; the findings say what is missing or wrong.
struct PersonSaid {
    Member member;
    Findings findings;
};
[[nodiscard]] Result<PersonSaid> person_said(const Work& work, const FieldValues& values);

// Registers somebody whose relation is with us (standing home). Where no branch is given, the ledger's own organisation (RC-06).
// Refused: no name, stage or identity, an ID number that is none, a rule; the identity is known, with other data. The same person
// with the same data is done already. Whose membership ended is entered anew with the basis admitted, under the known number
// (readmission.hpp).
[[nodiscard]] Result<Outcome> add_member(Work& work, const FieldValues& values);

// Somebody who came by no transfer was with us when the ledger began, unless it is said otherwise; asked about (a finding) where the
// ledger began before work.on.
[[nodiscard]] Result<Findings> assume_entry_basis(Work& work, Member& member);

// What is so from work.on. Refused for who has left, and by the rules; what the rules had to say before is not said again.
[[nodiscard]] Result<Outcome> change_member(Work& work, MemberId id, const FieldValues& values);
// The same by an act that has an event of its own, with what that says about itself; one of before the member left may be supplied.
[[nodiscard]] Result<Outcome> change_member(Work& work, MemberId id, const FieldValues& values, Event event);

// What was always wrong, with the reason. The identity too: refused where another member has it.
[[nodiscard]] Result<Outcome> correct_member(Work& work, MemberId id, const FieldValues& values,
                                             const std::string& reason);

} // namespace jiezhuan
