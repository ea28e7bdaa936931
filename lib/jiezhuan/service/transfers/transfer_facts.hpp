// Gathers the facts that the rules about transfers and letters look at.
#pragma once

#include "jiezhuan/rules/facts.hpp"
#include "jiezhuan/service/work.hpp"

#include <string>

namespace jiezhuan {

// Facts of a transfer as it would be after the step.
[[nodiscard]] Result<TransferFacts> facts_of(Work& work, const Transfer& transfer, const Member& member);
// Facts of a letter, ours or an incoming one, on the day that matters.
[[nodiscard]] Result<LetterFacts> facts_of(Work& work, const Letter& letter, const Member& member, Date on);
// The same for who only reads.
[[nodiscard]] Result<TransferFacts> transfer_facts(Reading& ledger, const OrgDirectory& organisations,
                                                   const Profile& profile, const Transfer& transfer,
                                                   const Member& member, Date on);
[[nodiscard]] Result<LetterFacts> letter_facts(Reading& ledger, const OrgDirectory& organisations,
                                               const Profile& profile, const Letter& letter, const Member& member,
                                               Date on);

// The organisation that a paper names, 中共 and 中国共产党 being the same; nothing where it is in no directory.
[[nodiscard]] std::optional<OrgId> addressee_named(const OrgDirectory& organisations, const std::string& name);

// "M12 李明", "T40": how findings and messages name things.
[[nodiscard]] std::string subject_of(const Transfer& transfer, const Member& member);
// "L88 20260012 李明"; of a blank that was spoiled without the name.
[[nodiscard]] std::string subject_of(const Letter& letter);

// Whose relation it was: the name in the directory, else as it was written.
[[nodiscard]] std::string sender_name(const OrgDirectory& organisations, const Transfer& transfer);

} // namespace jiezhuan
