#include "jiezhuan/service/org_directory.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/org_names.hpp"

#include <algorithm>

namespace jiezhuan {

std::string folded_words(std::string_view words) {
    std::string folded;
    for (const char c : lowered_ascii(narrowed(trimmed(words)))) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            folded += c;
        }
    }
    return folded;
}

Result<OrgDirectory> OrgDirectory::load(Reading& ledger) {
    JZ_TRY(organisations, ledger.organisations({}));
    OrgDirectory directory;
    directory.by_id_.reserve(organisations.size());
    for (Organisation& organisation : organisations) {
        directory.put(std::move(organisation));
    }
    ensure(directory.own_.value != 0, "a ledger without its own organisation");
    JZ_CHECK(directory.load_periods(ledger));
    return directory;
}

Result<OrgDirectory> OrgDirectory::around(Reading& ledger, const std::vector<OrgId>& some) {
    JZ_TRY(first, ledger.organisations(Query().at_most(1)));
    ensure(!first.empty(), "a ledger without its own organisation");
    OrgDirectory directory;
    directory.put(std::move(first.front()));
    for (OrgId id : some) {
        while (id && directory.find(id) == nullptr) {
            JZ_TRY(found, ledger.organisation(id));
            id = found ? found->parent : OrgId();
            if (found) {
                directory.put(std::move(*found));
            }
        }
    }
    JZ_CHECK(directory.load_periods(ledger));
    return directory;
}

void OrgDirectory::put(Organisation organisation) {
    const std::int64_t id = organisation.id.value;
    if (const Organisation* before = find(organisation.id); before != nullptr) {
        add_period(before, organisation);
        std::erase_if(by_words_, [id](const auto& entry) { return entry.second == id; });
        std::erase_if(by_former_, [id](const auto& entry) { return entry.second == id; });
        std::erase_if(below_, [id](const auto& entry) { return entry.second == id; });
    }
    if (!by_words_.empty()) {
        add_words_of(organisation);
    }
    below_.emplace(organisation.parent.value, id);
    if (own_.value == 0) { // the first organisation of a ledger is its own
        own_ = organisation.id;
    }
    by_id_[id] = std::move(organisation);
}

const OrgDirectory::Words& OrgDirectory::by_words() const {
    if (by_words_.empty()) {
        for (const Organisation* organisation : all()) {
            add_words_of(*organisation);
        }
    }
    return by_words_;
}

void OrgDirectory::add_words_of(const Organisation& organisation) const {
    std::vector<std::string> words = {folded_words(organisation.code), folded_words(organisation.name),
                                      folded_words(organisation.short_name)};
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (std::string& word : words) {
        if (!word.empty()) {
            by_words_.emplace(std::move(word), organisation.id.value);
        }
    }
    for (const std::string& name : former_names_of(organisation)) {
        by_former_.emplace(folded_words(name), organisation.id.value);
    }
}

const Organisation* OrgDirectory::find(OrgId id) const {
    const auto found = by_id_.find(id.value);
    return found == by_id_.end() ? nullptr : &found->second;
}

const Organisation& OrgDirectory::own() const { return by_id_.at(own_.value); }

bool OrgDirectory::is_ours(OrgId id) const {
    for (const Organisation* at = find(id); at != nullptr; at = find(at->parent)) {
        if (at->id == own_) {
            return true;
        }
    }
    return false;
}

const Organisation* OrgDirectory::basic_committee_of(OrgId id, Date on) const {
    for (const Organisation* at = find(id); at != nullptr; at = find(at->parent)) {
        if (authority_on(*at, on) == Authority::yes) {
            return at;
        }
    }
    return nullptr;
}

bool OrgDirectory::same_basic_committee(OrgId a, OrgId b, Date on) const {
    const Organisation* left = basic_committee_of(a, on);
    return left != nullptr && left == basic_committee_of(b, on);
}

const Organisation* OrgDirectory::in_force(OrgId id) const {
    const Organisation* at = find(id);
    while (at != nullptr && at->state == OrgState::dissolved) {
        at = find(at->successor);
    }
    return at;
}

std::vector<OrgId> OrgDirectory::subtree(OrgId id) const {
    std::vector<OrgId> found = {id};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::vector<OrgId> below = children(found[i]);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

std::vector<OrgId> OrgDirectory::children(OrgId id) const {
    std::vector<OrgId> below;
    const auto [first, last] = below_.equal_range(id.value);
    for (auto at = first; at != last; ++at) {
        below.push_back(OrgId{at->second});
    }
    std::sort(below.begin(), below.end(), [this](OrgId a, OrgId b) {
        const Organisation* left = find(a);
        const Organisation* right = find(b);
        return std::tie(left->code, left->id.value) < std::tie(right->code, right->id.value);
    });
    return below;
}

std::string OrgDirectory::path_of(OrgId id) const {
    std::string path;
    for (const Organisation* at = find(id); at != nullptr; at = find(at->parent)) {
        if (at->id == own_ && !path.empty()) {
            break;
        }
        path = path.empty() ? label(at->id) : label(at->id) + " › " + path;
    }
    return path;
}

std::string OrgDirectory::label(OrgId id) const {
    const Organisation* organisation = find(id);
    if (organisation == nullptr) {
        return {};
    }
    return organisation->short_name.empty() ? organisation->name : organisation->short_name;
}

std::vector<const Organisation*> OrgDirectory::all() const {
    std::vector<const Organisation*> organisations;
    for (const auto& [id, organisation] : by_id_) {
        organisations.push_back(&organisation);
    }
    std::sort(organisations.begin(), organisations.end(),
              [](const Organisation* a, const Organisation* b) { return a->id < b->id; });
    return organisations;
}

Authority default_authority(OrgKind kind) {
    switch (kind) {
    case OrgKind::working_committee:
    case OrgKind::org_department:
    case OrgKind::organ_work_committee:
    case OrgKind::military_political_organ:
        return Authority::yes;
    case OrgKind::community_committee:
    case OrgKind::general_branch:
    case OrgKind::branch:
    case OrgKind::joint_branch:
    case OrgKind::temporary:
        return Authority::no;
    default:
        return Authority::unknown;
    }
}

} // namespace jiezhuan
