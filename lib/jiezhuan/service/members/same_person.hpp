// Does who comes with a known identity bear the name that is known? A number that was miscopied must turn nobody into another.
#pragma once

#include "jiezhuan/model/finding.hpp"
#include "jiezhuan/model/member.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

// A document's number as it is kept: capital letters, half-width, without blanks. E123 and "e 123" are one person.
[[nodiscard]] std::string normal_document_no(std::string_view written);

// Nothing where the names agree in their normal form, or `name` is empty.
[[nodiscard]] std::optional<Finding> another_name(const Member& known, std::string_view name);

} // namespace jiezhuan
