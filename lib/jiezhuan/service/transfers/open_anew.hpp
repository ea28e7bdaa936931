// A transfer that came to nothing, once more.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/transfer.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

namespace jiezhuan {

// The command that opens it again with what was said of it: where from or to, what for. Of an organisation that was dissolved, the one
// that it went to; where there is none, a placeholder.
[[nodiscard]] Message open_anew_command(const OrgDirectory& organisations, const Transfer& transfer);

} // namespace jiezhuan
