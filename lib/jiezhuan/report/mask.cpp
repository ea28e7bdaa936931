#include "jiezhuan/report/mask.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/citizen_id.hpp"

namespace jiezhuan {
namespace {

constexpr std::size_t kPhoneHead = 3;
constexpr std::size_t kPhoneTail = 4;
constexpr std::size_t kMobileLength = 11;

bool all_ascii(std::string_view text) { return count_code_points(text) == text.size(); }

} // namespace

std::string masked_phone(std::string_view phone) {
    if (phone.size() < kMobileLength || !all_ascii(phone)) {
        return masked_text(phone);
    }
    return std::string(phone.substr(0, kPhoneHead)) + "****" + std::string(phone.substr(phone.size() - kPhoneTail));
}

std::string masked_text(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    if (const auto id = CitizenId::parse(text)) { // copied into a text, as on a letter
        return id->masked();
    }
    std::size_t end = 0;
    if (!first_invalid_utf8(text)) {
        static_cast<void>(next_code_point(text, end));
    }
    return std::string(text.substr(0, end)) + "***";
}

} // namespace jiezhuan
