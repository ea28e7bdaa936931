#include "jiezhuan/service/letters/letter_near.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace jiezhuan {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool is_digit(char c) { return kDigits.find(c) != std::string_view::npos; }

// Whatever becomes `number` by one slip of a hand at a digit.
std::vector<std::string> slips_of(const std::string& number) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= number.size(); ++at) {
        const bool here = at < number.size() && is_digit(number[at]);
        if (here || (at > 0 && is_digit(number[at - 1]))) {
            for (const char digit : kDigits) {
                all.push_back(std::string(number).insert(at, 1, digit));
            }
        }
        if (!here) {
            continue;
        }
        all.push_back(std::string(number).erase(at, 1));
        if (at + 1 < number.size() && is_digit(number[at + 1])) {
            all.push_back(number);
            std::swap(all.back()[at], all.back()[at + 1]);
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace

Result<std::vector<Letter>> letters_near(Reading& ledger, std::string_view number, LetterDirection direction) {
    constexpr std::size_t kLongest = 40;
    const std::string plain = plain_number(number);
    if (plain.size() > kLongest || std::none_of(plain.begin(), plain.end(), is_digit)) {
        return std::vector<Letter>();
    }
    JZ_TRY(found, ledger.letters(Query().one_of("no", slips_of(plain))));
    std::erase_if(found, [&](const Letter& letter) { return !has_direction(letter, direction); });
    return std::move(found);
}

Result<std::vector<Letter>> letters_out_of(Reading& ledger, std::string_view name) {
    std::vector<Letter> out;
    JZ_TRY(members, ledger.members(Query().equal("name", normal_name(name))));
    for (const Member& member : members) {
        JZ_TRY(letters, ledger.letters(Query().equal("member", member.id.text())));
        std::copy_if(letters.begin(), letters.end(), std::back_inserter(out), still_out);
    }
    return out;
}

Message did_you_mean(const std::vector<Letter>& letters) {
    constexpr std::size_t kShown = 5;
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (std::size_t i = 0; i < std::min(letters.size(), kShown); ++i) {
        zh.push_back(fmt::format("{}（{}）", letters[i].no, letters[i].name));
        en.push_back(fmt::format("{} ({})", letters[i].no, letters[i].name));
    }
    return zh.empty() ? Message()
                      : Message(fmt::format("是不是：{}", fmt::join(zh, "、")),
                                fmt::format("did you mean: {}", fmt::join(en, ", ")));
}

} // namespace jiezhuan
