// What somebody is told of a member's status, and how it ends.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/member.hpp"

#include <vector>

namespace jiezhuan {

// "失联，自 2026-02-01（支部记录），最近联系 2025-12": nothing of who has no status, or is no longer with us.
[[nodiscard]] Message status_in_words(const Member& member);

// What is recorded while it lasts, and when it is over.
[[nodiscard]] std::vector<Message> status_commands(const Member& member);

// Does the relation stay where it is as long as the status lasts (RT-08), or until it is cleared?
[[nodiscard]] bool relation_stays(MemberStatus status);

} // namespace jiezhuan
