#include "jiezhuan/service/transfers/sender_names.hpp"

#include "jiezhuan/base/pinyin.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>

namespace jiezhuan {
namespace {

// The longer before those they contain.
constexpr std::array<std::string_view, 16> kGeneric = {
    "中国共产党",   "工作委员会", "总支部委员会", "支部委员会", "委员会", "党工委", "党总支", "党支部",
    "有限责任公司", "有限公司",   "党委",         "中共",       "总支",   "支部",   "街道",   "社区",
};

// What tells an organisation from others of its kind: 海港 of 海港街道党工委.
std::string own_part(std::string name) {
    for (const std::string_view word : kGeneric) {
        for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word)) {
            name.erase(at, word.size());
        }
    }
    return name;
}

bool has_letters_of(std::string_view whole, std::string_view part) {
    std::size_t at = 0;
    for (std::size_t next = 0; next < part.size();) {
        const std::size_t start = next;
        static_cast<void>(next_code_point(part, next));
        const std::size_t found = whole.find(part.substr(start, next - start), at);
        if (found == std::string_view::npos) {
            return false;
        }
        at = found + (next - start);
    }
    return true;
}

// 海港街道党工委 and 望江街道党工委 have nearly all letters in common, and are two all the same.
bool may_be_meant(const std::string& written, const std::string& known) {
    const std::string a = own_part(written);
    const std::string b = own_part(known);
    const std::size_t letters = std::min(count_code_points(a), count_code_points(b));
    return has_letters_of(b, a) || has_letters_of(a, b) || edit_distance(a, b) <= std::max<std::size_t>(1, letters / 3);
}

// Those that the words may have meant, each once, whether its full name is near or its short one. Nobody comes to us from one of ours.
std::vector<std::string> near_ones(const OrgDirectory& organisations, const std::string& name) {
    std::vector<std::string> near;
    const bool in_pinyin = SoundsLike::can_be(name);
    for (const std::string& word : organisations.near_to(name, OrgDirectory::Where::outside)) {
        if (!in_pinyin && !may_be_meant(folded_words(name), word)) {
            continue;
        }
        const std::vector<OrgId> ids = organisations.meant(word, OrgDirectory::Where::outside);
        const std::string label = ids.size() == 1 ? organisations.label(ids.front()) : word;
        if (std::find(near.begin(), near.end(), label) == near.end()) {
            near.push_back(label);
        }
    }
    return near;
}

} // namespace

Result<SenderName> sender_called(const OrgDirectory& organisations, std::string_view words,
                                 std::span<const std::string> as_written) {
    const std::string name = to_nfc(trimmed(words));
    const std::vector<OrgId> meant_by_it = organisations.meant(name);
    if (meant_by_it.size() == 1) {
        return SenderName{meant_by_it.front(), {}};
    }
    const bool coded = parse_id(name).has_value() || all_ascii_digits(name); // a code or number of nobody is no name
    if (!meant_by_it.empty() || coded) {
        return tl::unexpected(organisations.resolve(name).error());
    }
    const std::string folded = folded_words(name);
    const bool meant = std::any_of(as_written.begin(), as_written.end(),
                                   [&](const std::string& one) { return folded_words(one) == folded; });
    const std::vector<std::string> near = meant ? std::vector<std::string>() : near_ones(organisations, name);
    if (near.empty()) {
        return SenderName{{}, name};
    }
    return fail(
        Exit::not_found,
        Message(fmt::format("名录中没有“{}”，相近的有“{}”", printable(name), fmt::join(near, "”、“")),
                fmt::format("'{}' is in no directory; near to it is '{}'", printable(name), fmt::join(near, "', '"))),
        say({"写错的，改正后再办；确是另一个党组织的，加 --as-written {}",
             "mend it where it is misspelt; where it really is another one: --as-written {}"},
            shell_word(printable(name))));
}

} // namespace jiezhuan
