// How an organisation is found by what people call it.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/organisations/org_names.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace jiezhuan {

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
