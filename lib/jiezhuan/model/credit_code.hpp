// The unified social credit code of GB 32100-2015, of an employer.
#pragma once

#include <optional>
#include <string_view>

namespace jiezhuan {

// The check character of the first 17; nothing where they are not 17 characters of the standard's alphabet (no I, O, S, V, Z).
[[nodiscard]] std::optional<char> credit_code_check(std::string_view first17);
// 18 characters whose last fits. Upper case only.
[[nodiscard]] bool credit_code_valid(std::string_view code);

} // namespace jiezhuan
