// What each mark does: one row a mark, the only place that knows it.
#pragma once

#include "jiezhuan/model/member.hpp"
#include "jiezhuan/service/members/member_marks.hpp"

#include <array>

namespace jiezhuan {

// What a mark says beyond its basis and who decided.
enum class MarkDetail : std::uint8_t { none, until, loss, purpose };

// A standing of none stays; a leave reason other than none means that the member leaves.
struct MarkRow {
    Mark mark;
    std::array<Standing, 6> from; // the standings it fits; none at the end
    Standing to;
    LeaveReason leave;
    MemberStatus needs; // the status it ends; none: any
    MemberStatus status;
    MarkDetail detail;
    bool decision; // somebody decided it
};
// A mark without a row is a Bug.
[[nodiscard]] const MarkRow& mark_row(Mark mark);

[[nodiscard]] inline bool ends_membership_here(const MarkRow& row) {
    return row.to == Standing::left || row.to == Standing::suspended;
}

// The member as the mark leaves them on a day.
[[nodiscard]] Member marked(const Member& before, const MarkRow& row, Date on, const MarkInput& input);
// `member` with everything that marks set as `earlier` had it.
[[nodiscard]] Member unmarked(Member member, const Member& earlier);
// The same for the status alone.
[[nodiscard]] Member with_status_of(Member member, const Member& earlier);

} // namespace jiezhuan
