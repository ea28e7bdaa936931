#include "jiezhuan/service/org_directory.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <fmt/ranges.h>

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
    return directory;
}

void OrgDirectory::put(Organisation organisation) {
    const std::int64_t id = organisation.id.value;
    if (by_id_.contains(id)) {
        std::erase_if(by_words_, [id](const auto& entry) { return entry.second == id; });
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

const Organisation* OrgDirectory::basic_committee_of(OrgId id) const {
    for (const Organisation* at = find(id); at != nullptr; at = find(at->parent)) {
        if (at->can_approve_probationary == Authority::yes) {
            return at;
        }
    }
    return nullptr;
}

bool OrgDirectory::same_basic_committee(OrgId a, OrgId b) const {
    const Organisation* left = basic_committee_of(a);
    return left != nullptr && left == basic_committee_of(b);
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

// The shortest names that it may abbreviate.
std::vector<std::string> spelt_out(std::string_view typed, std::vector<std::string> names) {
    constexpr std::size_t kLetters = 4;
    constexpr std::size_t kMost = 3;
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
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    names.resize(std::min(names.size(), kMost));
    return names;
}

} // namespace

Result<OrgId> OrgDirectory::resolve(std::string_view words, Where where) const {
    const auto fits = [&](std::int64_t id) {
        return where == Where::anywhere || is_ours(OrgId{id}) == (where == Where::ours);
    };
    if (const auto id = parse_id_of<RecordKind::organisation>(trimmed(words));
        id && by_id_.contains(id->value) && fits(id->value)) {
        return *id;
    }
    std::vector<std::int64_t> found;
    const auto [first, last] = by_words().equal_range(folded_words(words));
    for (auto at = first; at != last; ++at) {
        if (fits(at->second)) {
            found.push_back(at->second);
        }
    }
    if (found.size() == 1) {
        return OrgId{found.front()};
    }
    if (found.empty() && where == Where::ours) {
        if (const auto outside = resolve(words); outside) {
            return fail(
                Exit::not_found,
                say({"“{}”（{}）是外部党组织，不在本级之下", "'{}' ({}) is an outside organisation, none of ours"},
                    printable(words), outside->text()),
                Text{"填本级或下级的党组织", "name one of ours"});
        }
    }
    if (found.empty()) {
        std::vector<std::string> names;
        for (const auto& [word, id] : by_words()) {
            if (fits(id) && !all_ascii_digits(word)) {
                names.push_back(word);
            }
        }
        const std::string typed = folded_words(words);
        std::vector<std::string> near = nearest(typed, names);
        near = near.empty() ? spelt_out(typed, names) : near;
        auto error = fail(Exit::not_found, say({"没有党组织“{}”", "there is no organisation '{}'"}, printable(words)));
        if (!near.empty()) {
            error.value().hint = Message(fmt::format("是不是：{}", fmt::join(near, "、")),
                                         fmt::format("did you mean: {}", fmt::join(near, ", ")));
        } else {
            error.value().hint = Text{"用 jiezhuan org list 查看；没有的先用 jiezhuan org add 登记",
                                      "see jiezhuan org list; add it with jiezhuan org add"};
        }
        return error;
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> several;
    for (const std::int64_t id : found) {
        // Below ours the way there tells them apart, outside the full name.
        several.push_back(OrgId{id}.text() + " " + (is_ours(OrgId{id}) ? path_of(OrgId{id}) : find(OrgId{id})->name));
    }
    return fail(Exit::usage,
                say({"有 {} 个党组织叫“{}”", "{} organisations are called '{}'"}, found.size(), printable(words)),
                Message(fmt::format("请用代码或编号指明：{}", fmt::join(several, "、")),
                        fmt::format("name it by code or id: {}", fmt::join(several, ", "))));
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
