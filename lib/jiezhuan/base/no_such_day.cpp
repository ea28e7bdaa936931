#include "jiezhuan/base/no_such_day.hpp"

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/base/text.hpp"

#include <string>
#include <vector>

namespace jiezhuan {
namespace {

// The runs of digits, each of at most four; 20260230 is three of them.
std::vector<int> numbers_in(std::string_view text) {
    std::string plain = narrowed(trimmed(text));
    if (plain.size() == 8 && plain.find_first_not_of("0123456789") == std::string::npos) {
        plain.insert(6, "-").insert(4, "-");
    }
    std::vector<int> numbers;
    std::size_t digits = 0;
    for (const char c : plain) {
        if (c < '0' || c > '9') {
            digits = 0;
            continue;
        }
        if (digits++ == 0) {
            numbers.push_back(0);
        }
        if (digits > 4) {
            return {};
        }
        numbers.back() = numbers.back() * 10 + (c - '0');
    }
    return numbers;
}

} // namespace

std::optional<Message> no_such_day(std::string_view text) {
    const std::vector<int> numbers = numbers_in(text);
    if (numbers.size() != 3 || !Date::valid(numbers[0], 0, 0) || Date::valid(numbers[0], numbers[1], numbers[2])) {
        return std::nullopt;
    }
    const int month = numbers[1];
    if (month < 1 || month > 12) {
        return say({"没有 {} 月", "there is no month {}"}, month);
    }
    const Date month_of(numbers[0], month);
    return say({"没有这一天：{} 只到 {} 日", "there is no such day: {} has {} days"}, month_of.text(),
               month_of.latest().day());
}

} // namespace jiezhuan
