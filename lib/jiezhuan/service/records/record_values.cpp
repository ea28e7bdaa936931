#include "jiezhuan/service/records/record_values.hpp"

#include "jiezhuan/base/regular_text.hpp"
#include "jiezhuan/service/members/phones.hpp"

namespace jiezhuan {

std::string kept_text(std::string_view field, std::string_view written) {
    const std::string regular = regular_text(written);
    const bool number = (field == "phone" || field == "fax") && !plain_phone(regular);
    return number ? regular_phones(regular) : std::string(trimmed(regular));
}

} // namespace jiezhuan
