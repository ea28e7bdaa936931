#include "jiezhuan/service/members/member_naming.hpp"

#include "jiezhuan/base/pinyin.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::int64_t kShown = 5;

Query called(std::string_view words) {
    Query query;
    if (SoundsLike::can_be(words)) {
        query.sounds_like("name", std::string(words));
    } else {
        query.equal("name", normal_name(words));
    }
    return query.at_most(kShown + 1);
}

std::string branch_of(Reading& ledger, const Member& member) {
    if (const auto branch = ledger.organisation(member.branch); branch && *branch) {
        return (*branch)->short_name.empty() ? (*branch)->name : (*branch)->short_name;
    }
    return "";
}

// "M147 王洁 1990-10-23 999999********0016, home, 柳岸社区第一党支部"; birth date and ID number as far as they are known.
Message told_apart(Reading& ledger, const Member& member) {
    const std::string branch = branch_of(ledger, member);
    const Text standing = code_title(member.standing);
    const std::string birth = member.birth.empty() ? "" : " " + member.birth.text();
    const std::string number = member.citizen_id.empty() ? "" : " " + member.citizen_id.masked();
    const std::string who = member.id.text() + " " + printable(member.name) + birth + number;
    return {fmt::format("{}，{}{}{}", who, standing.zh, branch.empty() ? "" : "，", printable(branch)),
            fmt::format("{}, {}{}{}", who, standing.en, branch.empty() ? "" : ", ", printable(branch))};
}

// Is it a name, perhaps? Those who are called so, and one more than are shown.
std::vector<Member> candidates(Reading& ledger, std::string_view words) {
    if (trimmed(words).empty() || first_invalid_utf8(words)) {
        return {};
    }
    auto found = ledger.members(called(trimmed(words)));
    return found ? std::move(*found) : std::vector<Member>();
}

} // namespace

Error not_a_number(Reading& ledger, std::string_view words) {
    const std::string said = truncated(with_long_numbers_masked(printable(words)), 40); // nearly an ID number, perhaps
    const bool name = std::none_of(said.begin(), said.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::string find = shell_word(said);
    Error error{Exit::usage, say({"“{}”不是党员编号", "'{}' is no member's number"}, said), {}, {}, {}};
    const std::vector<Member> found = name ? candidates(ledger, words) : std::vector<Member>();
    if (found.empty()) {
        error.hint = say({"编号写作 M12；按姓名查：jiezhuan member find --name {}",
                          "a number is written M12; by name: jiezhuan member find --name {}"},
                         name ? Text(find, find) : Text("姓名", "NAME"));
        return error;
    }
    for (std::size_t i = 0; i < found.size() && i < static_cast<std::size_t>(kShown); ++i) {
        error.context.push_back(told_apart(ledger, found[i]));
    }
    if (found.size() ==
        1) { // of several the list is the answer: a command about the wrong person would only have to be pasted
        error.instead = {std::string(words), found.front().id.text()};
    }
    error.hint =
        static_cast<std::int64_t>(found.size()) > kShown
            ? say({"还有更多：jiezhuan member find --name {}；再用编号代替姓名",
                   "there are more: jiezhuan member find --name {}; then write the number in place of the name"},
                  find)
            : Message(Text{"用编号代替姓名", "write the number in place of the name"});
    return error;
}

} // namespace jiezhuan
