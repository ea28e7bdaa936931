// Branches that members can be placed in, below an organisation that is named.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jiezhuan {

// Those below it that are in force, without itself; general branches among them.
[[nodiscard]] std::vector<OrgId> branches_below(const OrgDirectory& directory, OrgId organisation);
// "O6 江滨一支部、O7 江滨二支部"; of many the first five.
[[nodiscard]] Message first_few(const OrgDirectory& directory, const std::vector<OrgId>& branches);

// Every member is in a branch (《中国共产党党员教育管理工作条例》第二十五条): of a general branch (党总支) that has branches, that it is not
// said which of them. Nothing of a branch, and of a general branch without any, which holds its members itself.
[[nodiscard]] std::optional<Message> which_branch(const OrgDirectory& directory, OrgId named);

} // namespace jiezhuan
