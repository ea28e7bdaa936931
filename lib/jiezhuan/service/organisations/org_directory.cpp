#include "jiezhuan/service/organisations/org_directory.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/organisations/org_names.hpp"

#include <fmt/format.h>

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

Result<OrgDirectory> OrgDirectory::of(Reading& ledger) {
    JZ_TRY(first, ledger.organisations(Query().at_most(1)));
    ensure_there(!first.empty(), lost::kOrganisation);
    OrgDirectory directory;
    directory.ledger_ = &ledger;
    directory.own_ = first.front().id; // the first organisation of a ledger is its own
    directory.take(std::move(first.front()));
    return directory;
}

Result<void> OrgDirectory::trouble() const { return trouble_ ? Result<void>(fail(*trouble_)) : Result<void>(); }

void OrgDirectory::take(Organisation organisation) const {
    const OrgId id = organisation.id;
    if (by_id_.contains(id.value)) {
        return;
    }
    const bool authority_changed = !organisation.authority_since.empty();
    below_.emplace(organisation.parent.value, id.value);
    by_id_.emplace(id.value, std::move(organisation));
    if (authority_changed) {
        read_periods(id);
    }
}

// So many take about as long one by one as thousands together; whoever asks for more gets all.
bool OrgDirectory::reads_singly() const {
    constexpr int kFew = 64;
    if (ledger_ == nullptr || all_read_) {
        return false;
    }
    if (++read_singly_ <= kFew) {
        return true;
    }
    read_all();
    return false;
}

void OrgDirectory::read(OrgId id) const {
    auto found = ledger_->organisation(id);
    if (!found) {
        note(std::move(found.error()));
    } else if (*found) {
        take(std::move(**found));
    }
}

void OrgDirectory::read_all() const {
    if (all_read_ || ledger_ == nullptr) {
        return;
    }
    all_read_ = true;
    auto organisations = ledger_->organisations({});
    if (!organisations) {
        note(std::move(organisations.error()));
        return;
    }
    by_id_.reserve(organisations->size());
    for (Organisation& organisation : *organisations) {
        take(std::move(organisation));
    }
}

void OrgDirectory::note(Error error) const {
    if (!trouble_) {
        trouble_ = std::move(error);
    }
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
    auto found = by_id_.find(id.value);
    if (found == by_id_.end() && id && reads_singly()) {
        read(id);
    }
    found = by_id_.find(id.value);
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
    read_all();
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
        path = path.empty() ? label(at->id) : fmt::format("{} › {}", label(at->id), path);
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
    read_all();
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
