// Organisations that words may have meant which name none.
#include "jiezhuan/base/pinyin.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <algorithm>
#include <fmt/ranges.h>
#include <tuple>

namespace jiezhuan {
namespace {

// Is what was typed the name with something left out: 揽月第一支部 of 揽月社区第一党支部?
bool abbreviates(const std::vector<std::string>& typed, std::string_view name) {
    std::size_t at = 0;
    for (const std::string& letter : typed) {
        const std::size_t found = name.find(letter, at);
        if (found == std::string_view::npos) {
            return false;
        }
        at = found + letter.size();
    }
    return true;
}

std::vector<std::string> shortest(std::vector<std::string> names) {
    constexpr std::size_t kMost = 3;
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    names.resize(std::min(names.size(), kMost));
    return names;
}

// The shortest names that it may abbreviate.
std::vector<std::string> spelt_out(std::string_view typed, std::vector<std::string> names) {
    constexpr std::size_t kLetters = 4;
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t start = at;
        static_cast<void>(next_code_point(typed, at));
        letters.emplace_back(typed.substr(start, at - start));
    }
    if (letters.size() < kLetters) {
        return {};
    }
    std::erase_if(names, [&](const std::string& name) { return !abbreviates(letters, name); });
    return shortest(std::move(names));
}

// The shortest names whose pinyin was typed.
std::vector<std::string> sounding_like(std::string_view typed, std::vector<std::string> names) {
    if (typed.size() < 2 || !SoundsLike::can_be(typed)) { // one letter is in nearly every name
        return {};
    }
    const SoundsLike like(typed);
    std::erase_if(names, [&](const std::string& name) { return !like.matches(name); });
    return shortest(std::move(names));
}

// Where an organisation's names hold what was typed; what people call it, first.
enum class Holds { called_so_first, called_so, in_full_name, nowhere };

Holds holds(const Organisation& one, std::string_view typed) {
    const std::string full = folded_words(one.name);
    const std::string called = one.short_name.empty() ? full : folded_words(one.short_name);
    return called.starts_with(typed)                 ? Holds::called_so_first
           : called.find(typed) != std::string::npos ? Holds::called_so
           : full.find(typed) != std::string::npos   ? Holds::in_full_name
                                                     : Holds::nowhere;
}

constexpr std::size_t kShown = 3;

using Where = OrgDirectory::Where;

// Those in whose names it stands as it was typed, each once: those that exist, who is called so first, our own before others.
std::vector<OrgId> holding(const OrgDirectory& organisations, std::string_view words, Where where) {
    const std::string typed = folded_words(words);
    if (count_code_points(typed) < 2) {
        return {};
    }
    using Rank = std::tuple<bool, Holds, bool, bool, std::size_t, std::int64_t>;
    std::vector<Rank> found;
    for (const Organisation* one : organisations.all()) {
        const Holds how = holds(*one, typed);
        const bool ours = organisations.is_ours(one->id);
        if (how != Holds::nowhere && (where == Where::anywhere || ours == (where == Where::ours))) {
            found.emplace_back(one->state == OrgState::dissolved, how, one->id != organisations.own().id, !ours,
                               organisations.label(one->id).size(), one->id.value);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<OrgId> ids;
    for (const Rank& rank : found) {
        ids.push_back(OrgId{std::get<std::int64_t>(rank)});
    }
    return ids;
}

// Those whose names are near in another way, each once, the nearest first.
std::vector<OrgId> near_ones(const OrgDirectory& organisations, std::string_view words, Where where) {
    std::vector<OrgId> ids;
    for (const std::string& name : organisations.near_to(words, where)) {
        for (const OrgId id : organisations.meant(name, where)) {
            if (std::find(ids.begin(), ids.end(), id) == ids.end() && ids.size() < kShown) {
                ids.push_back(id);
            }
        }
    }
    return ids;
}

// Where all of them stand, of which some are not shown.
Message where_all_are(std::string_view words, std::size_t ours, std::size_t outside) {
    const std::string name = " --name " + shell_word(words);
    std::vector<std::string> commands;
    if (ours > 0) {
        commands.push_back("jiezhuan org list" + name);
    }
    if (outside > 0) {
        commands.push_back("jiezhuan org list --outside" + name);
    }
    return Message(
        fmt::format("；名称里有“{}”的共 {} 个：{}", printable(words), ours + outside, fmt::join(commands, "、")),
        fmt::format("; {} have '{}' in their name: {}", ours + outside, printable(words), fmt::join(commands, ", ")));
}

Message did_you_mean(const OrgDirectory& organisations, std::string_view words, const std::vector<OrgId>& near) {
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (std::size_t i = 0; i < std::min(near.size(), kShown); ++i) {
        zh.push_back(fmt::format("{}（{}）", organisations.label(near[i]), near[i].text()));
        en.push_back(fmt::format("{} ({})", organisations.label(near[i]), near[i].text()));
    }
    Message shown(fmt::format("是不是：{}", fmt::join(zh, "、")), fmt::format("did you mean: {}", fmt::join(en, ", ")));
    if (near.size() <= kShown) {
        return shown;
    }
    const auto ours = static_cast<std::size_t>(
        std::count_if(near.begin(), near.end(), [&](OrgId id) { return organisations.is_ours(id); }));
    return say({"{}{}", "{}{}"}, shown, where_all_are(words, ours, near.size() - ours));
}

} // namespace

std::vector<std::string> OrgDirectory::near_to(std::string_view words, Where where) const {
    std::vector<std::string> names;
    for (const auto& [word, id] : by_words()) {
        if (fits(id, where) && !all_ascii_digits(word)) {
            names.push_back(word);
        }
    }
    const std::string typed = folded_words(words);
    std::vector<std::string> near = nearest(typed, names);
    near = near.empty() ? spelt_out(typed, names) : near;
    return near.empty() ? sounding_like(words, names) : near;
}

tl::unexpected<Error> OrgDirectory::unknown(std::string_view words, Where where) const {
    if (where == Where::ours) {
        if (const std::vector<OrgId> outside = meant(words); outside.size() == 1) {
            return fail(
                Exit::not_found,
                say({"“{}”（{}）是外部党组织，不在本级之下", "'{}' ({}) is an outside organisation, none of ours"},
                    printable(words), outside.front().text()),
                Text{"填本级或下级的党组织", "name one of ours"});
        }
    }
    const std::vector<OrgId> called = holding(*this, words, where);
    const std::vector<OrgId> near = called.empty() ? near_ones(*this, words, where) : called;
    const Message message = say({"没有党组织“{}”", "there is no organisation '{}'"}, printable(words));
    if (near.empty()) {
        return fail(Exit::not_found, message,
                    Text{"用 jiezhuan org list 查看；没有的先用 jiezhuan org add 登记",
                         "see jiezhuan org list; add it with jiezhuan org add"});
    }
    Error error{Exit::not_found, message, did_you_mean(*this, words, near), {}, {}};
    if (near.size() == 1) {
        const std::string name = label(near.front());
        error.instead = {std::string(words), meant(name, where).size() == 1 ? name : near.front().text()};
    }
    return fail(std::move(error));
}

} // namespace jiezhuan
