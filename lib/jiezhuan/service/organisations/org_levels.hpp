// Which kinds of organisations stand below which.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/organisation.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <optional>

namespace jiezhuan {

// Why an organisation of that kind cannot stand below `above`; nothing where it can. A branch has members and nothing below it; a
// general branch (党总支) has branches; a community's or village's committee is itself below a street's or township's, so that no
// such committee is below it (《中国共产党发展党员工作细则》第二十三条 tells the two apart).
[[nodiscard]] std::optional<Message> cannot_stand_below(const Organisation& above, OrgKind below);

// The first of the organisations below `organisation` that cannot stay there with the kind it has now, and why.
[[nodiscard]] std::optional<Message> cannot_stay_below(const OrgDirectory& directory, const Organisation& organisation);

} // namespace jiezhuan
