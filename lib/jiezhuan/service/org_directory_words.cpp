// How an organisation is found by what people call it.
#include "jiezhuan/base/pinyin.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/org_directory.hpp"
#include "jiezhuan/service/org_names.hpp"

#include <algorithm>
#include <fmt/ranges.h>

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
    if (!SoundsLike::can_be(typed)) {
        return {};
    }
    const SoundsLike like(typed);
    std::erase_if(names, [&](const std::string& name) { return !like.matches(name); });
    return shortest(std::move(names));
}

} // namespace

bool OrgDirectory::fits(std::int64_t id, Where where) const {
    return where == Where::anywhere || is_ours(OrgId{id}) == (where == Where::ours);
}

// Who is called so: those that exist before those that were dissolved.
std::vector<std::int64_t> OrgDirectory::called(const Words& words, std::string_view folded, Where where) const {
    std::vector<std::int64_t> existing;
    std::vector<std::int64_t> dissolved;
    const auto [first, last] = words.equal_range(std::string(folded));
    for (auto at = first; at != last; ++at) {
        if (fits(at->second, where)) {
            (find(OrgId{at->second})->state == OrgState::dissolved ? dissolved : existing).push_back(at->second);
        }
    }
    std::vector<std::int64_t>& found = existing.empty() ? dissolved : existing;
    std::sort(found.begin(), found.end());
    return found;
}

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
    const std::vector<std::string> near = near_to(words, where);
    const Message message = say({"没有党组织“{}”", "there is no organisation '{}'"}, printable(words));
    if (near.empty()) {
        return fail(Exit::not_found, message,
                    Text{"用 jiezhuan org list 查看；没有的先用 jiezhuan org add 登记",
                         "see jiezhuan org list; add it with jiezhuan org add"});
    }
    Error error{
        Exit::not_found,
        message,
        {fmt::format("是不是：{}", fmt::join(near, "、")), fmt::format("did you mean: {}", fmt::join(near, ", "))},
        {},
        {}};
    const std::int64_t first = by_words().find(near.front())->second;
    const bool only_one = std::all_of(near.begin(), near.end(), [&](const std::string& name) {
        const auto [from, to] = by_words().equal_range(name);
        return std::all_of(from, to, [first](const auto& each) { return each.second == first; });
    });
    if (only_one) {
        error.instead = {std::string(words), near.front()};
    }
    return fail(std::move(error));
}

// The one in force that has this full name, which no two have. While few were asked for the ledger is asked, so that a command that names
// one organisation in full does not read the others.
const Organisation* OrgDirectory::with_full_name(std::string_view name) const {
    std::vector<OrgId> called_so;
    if (reads_singly()) {
        auto found = ledger_->organisations(Query().equal("name", std::string(name)));
        if (!found) {
            note(std::move(found.error()));
            return nullptr;
        }
        for (Organisation& organisation : *found) {
            called_so.push_back(organisation.id);
            take(std::move(organisation));
        }
    } else {
        const auto [first, last] = by_words().equal_range(folded_words(name));
        std::for_each(first, last, [&](const auto& entry) { called_so.push_back(OrgId{entry.second}); });
    }
    std::erase_if(called_so, [&](OrgId id) {
        const Organisation* one = find(id);
        return one->state == OrgState::dissolved || one->name != name;
    });
    return called_so.size() == 1 ? find(called_so.front()) : nullptr;
}

std::vector<OrgId> OrgDirectory::meant(std::string_view words, Where where) const {
    if (const auto id = parse_id_of<RecordKind::organisation>(trimmed(words));
        id && find(*id) != nullptr && fits(id->value, where)) {
        return {*id};
    }
    if (const Organisation* named = with_full_name(trimmed(words)); named != nullptr && fits(named->id.value, where)) {
        return {named->id};
    }
    const std::string folded = folded_words(words);
    std::vector<std::int64_t> found = called(by_words(), folded, where);
    found = found.empty() ? called(by_former_, folded, where) : found;
    std::vector<OrgId> ids;
    for (const std::int64_t id : found) {
        ids.push_back(OrgId{id});
    }
    return ids;
}

Result<OrgId> OrgDirectory::resolve(std::string_view words, Where where) const {
    const std::vector<OrgId> found = meant(words, where);
    if (found.size() == 1) {
        return found.front();
    }
    if (found.empty()) {
        return unknown(words, where);
    }
    std::vector<std::string> several;
    for (const OrgId id : found) {
        // Below ours the way there tells them apart, outside the full name.
        several.push_back(id.text() + " " + (is_ours(id) ? path_of(id) : find(id)->name));
    }
    return fail(Error{Exit::usage,
                      say({"有 {} 个党组织叫“{}”", "{} organisations are called '{}'"}, found.size(), printable(words)),
                      {fmt::format("请用代码或编号指明：{}", fmt::join(several, "、")),
                       fmt::format("name it by code or id: {}", fmt::join(several, ", "))},
                      {},
                      {}});
}

Result<OrgId> OrgDirectory::resolve_in_force(std::string_view words, Where where) const {
    JZ_TRY(id, resolve(words, where));
    if (const Organisation* now = in_force(id); now != nullptr) {
        return now->id;
    }
    return fail(Exit::refused,
                say({"党组织“{}”（{}）已于 {} 撤销", "the organisation '{}' ({}) was dissolved {}"}, label(id),
                    id.text(), find(id)->dissolved_on.text()),
                Text{"填现在的党组织：jiezhuan org tree", "name one of today: jiezhuan org tree"});
}

std::optional<Message> OrgDirectory::known_as(std::string_view words, OrgId id) const {
    const Organisation* now = find(id);
    const std::string folded = folded_words(words);
    const bool by_its_name = folded == folded_words(now->name) || folded == folded_words(now->short_name) ||
                             folded == folded_words(now->code) || trimmed(words) == id.text();
    if (by_its_name) {
        return std::nullopt;
    }
    const std::vector<OrgId> named = meant(words);
    if (named.size() == 1 && named.front() != id) {
        return say({"“{}”已并入“{}”（{}），按后者办理", "'{}' was merged into '{}' ({}), which is taken"},
                   printable(words), label(id), id.text());
    }
    return say({"“{}”是“{}”（{}）的曾用名", "'{}' is a former name of '{}' ({})"}, printable(words), label(id),
               id.text());
}

} // namespace jiezhuan
