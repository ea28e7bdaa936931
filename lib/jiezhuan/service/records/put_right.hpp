// What a record says because somebody looked it up: corrected on purpose, or decided once and for all. Lists and later changes do
// not undo it.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jiezhuan {

// A full member does not become probationary again: only an entry that was wrong can be corrected. The refusal of a change that
// says so; nothing where it does not.
[[nodiscard]] std::optional<Finding> back_to_probation(const Member& before, const Member& after);

// A value that was last set by a correction, and would be undone.
struct Corrected {
    const Field<Member>* field = nullptr;
    Date since;
    std::string reason;
};
// The fields in which `after` undoes a correction of `before`: it has the very value that was corrected, or another one of what
// never changes in a life (changeable_fields() are those that do).
[[nodiscard]] Result<std::vector<Corrected>> corrections_undone(Reading& ledger, const Member& before,
                                                                const Member& after);

} // namespace jiezhuan
