#include "jiezhuan/model/credit_code.hpp"

#include <cstddef>

namespace jiezhuan {
namespace {
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t kBody = 17;
} // namespace

std::optional<char> credit_code_check(std::string_view first17) {
    if (first17.size() != kBody) {
        return std::nullopt;
    }
    std::size_t sum = 0;
    std::size_t weight = 1; // 3^(i-1) mod 31
    for (const char c : first17) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        sum += value * weight;
        weight = weight * 3 % kAlphabet.size();
    }
    return kAlphabet[(kAlphabet.size() - sum % kAlphabet.size()) % kAlphabet.size()];
}

bool credit_code_valid(std::string_view code) {
    return code.size() == kBody + 1 && credit_code_check(code.substr(0, kBody)) == code.back();
}

} // namespace jiezhuan
