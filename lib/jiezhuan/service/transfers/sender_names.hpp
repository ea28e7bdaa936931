// Who sends somebody to us, as it was written: a known organisation, or one that is in no directory.
#pragma once

#include "jiezhuan/service/organisations/org_directory.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jiezhuan {

struct SenderName {
    OrgId id;
    std::string name; // where it is in no directory
};

// Words that are near to the name of a known organisation may be a slip: they are taken for another one only where `as_written`
// says so. Exit::usage where several have that name; Exit::not_found where it is near to known ones, with their names and what to
// type.
[[nodiscard]] Result<SenderName> sender_called(const OrgDirectory& organisations, std::string_view words,
                                               std::span<const std::string> as_written);

} // namespace jiezhuan
