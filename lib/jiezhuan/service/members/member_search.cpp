#include "jiezhuan/service/members/member_search.hpp"

#include "jiezhuan/base/pinyin.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/record_rows.hpp"

namespace jiezhuan {
namespace {

template <class E> void add_codes(Query& query, std::string_view field, const std::vector<E>& codes) {
    if (codes.empty()) {
        return;
    }
    std::vector<std::string> ids;
    for (const E code : codes) {
        ids.emplace_back(code_id(code));
    }
    query.one_of(field, std::move(ids));
}

void add_branch(Query& query, const OrgDirectory& organisations, OrgId branch) {
    if (!branch || branch == organisations.own().id) { // everybody with us is at or below our own
        return;
    }
    std::vector<std::string> ids;
    for (const OrgId id : organisations.subtree(branch)) {
        ids.push_back(id.text());
    }
    query.one_of("branch", std::move(ids));
}

// A name as it is compared: whatever dot parts it, typed or not.
std::string without_dots(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t from = at;
        const char32_t c = next_code_point(name, at);
        if (c != U'·' && c != U'.') {
            out += name.substr(from, at - from);
        }
    }
    return out;
}

// Up to the first place where a dot may stand: names that have one are longer.
std::string begin_of_name(const std::string& name) {
    constexpr std::size_t kShortestWithDot = 4;
    const bool dotted = without_dots(name) != name;
    if (!dotted && count_code_points(name) < kShortestWithDot) {
        return name;
    }
    const std::string plain = without_dots(name);
    std::size_t end = 0;
    if (!plain.empty()) {
        static_cast<void>(next_code_point(plain, end));
    }
    return plain.substr(0, end);
}

Query query_of(const OrgDirectory& organisations, const MemberFilter& filter) {
    Query query;
    if (SoundsLike::can_be(filter.name)) {
        query.sounds_like("name", filter.name);
    } else if (!filter.name.empty()) {
        query.contains("name", begin_of_name(normal_name(filter.name))); // narrowed by may_match()
    }
    if (!filter.last_four.empty()) { // the check character is not kept: narrowed by may_match()
        query.ends_with("citizen_id", filter.last_four.substr(0, filter.last_four.size() - 1));
    }
    if (!filter.birth.empty()) { // narrowed by may_match()
        const int year = filter.birth.year();
        query.at_least("birth", Date(year).text()).less("birth", Date(year + 1).text());
    }
    if (!filter.citizen_id.empty()) {
        query.equal("citizen_id", filter.citizen_id.text());
    }
    add_branch(query, organisations, filter.branch);
    add_codes(query, "standing", filter.standings);
    add_codes(query, "category", filter.categories);
    add_codes(query, "stage", filter.stages);
    return query;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
        }
    }
    return digits;
}

// What the store cannot ask.
bool may_match(const Member& member, const MemberFilter& filter) {
    if (!filter.name.empty() && !SoundsLike::can_be(filter.name) &&
        without_dots(member.name).find(without_dots(normal_name(filter.name))) == std::string::npos) {
        return false;
    }
    if (!filter.birth.empty() &&
        (member.birth.latest() < filter.birth.earliest() || filter.birth.latest() < member.birth.earliest())) {
        return false;
    }
    if (!filter.last_four.empty() && (member.citizen_id.empty() || member.citizen_id.last_four() != filter.last_four)) {
        return false;
    }
    return filter.phone_end.empty() || digits_of(member.phone).ends_with(filter.phone_end);
}

bool store_answers(const MemberFilter& filter) {
    const std::string name = normal_name(filter.name);
    const bool whole_name = SoundsLike::can_be(filter.name) || begin_of_name(name) == name;
    return whole_name && filter.birth.empty() && filter.last_four.empty() && filter.phone_end.empty();
}

// A list has no room for the way down the tree: the branch by its own name.
Cell list_cell(const Field<Member>& field, const Member& member, bool reveal, const OrgDirectory& organisations) {
    if (field.id != "branch" || !member.branch) {
        return cell_of(field, member, reveal);
    }
    const std::string label = organisations.label(member.branch);
    return {member.branch.text(), Message(label, label)};
}

} // namespace

std::vector<Standing> roster_standings() { return {kRoster.begin(), kRoster.end()}; }

Result<FoundMembers> search_members(Reading& ledger, const OrgDirectory& organisations, const MemberFilter& filter) {
    FoundMembers found;
    Query query = query_of(organisations, filter);
    if (filter.limit > 0 && store_answers(filter)) { // of a common name only those that are shown are read
        JZ_TRY(first, ledger.members(Query(query).at_most(filter.limit)));
        found.members = std::move(first);
        found.total = static_cast<std::int64_t>(found.members.size());
        if (found.total == filter.limit) {
            JZ_TRY(all, ledger.count(RecordKind::member, query));
            found.total = all;
        }
        return found;
    }
    JZ_CHECK(ledger.each_member(query, [&](const Member& member) -> Result<void> {
        if (may_match(member, filter)) {
            ++found.total;
            if (filter.limit == 0 || found.total <= filter.limit) {
                found.members.push_back(member);
            }
        }
        return {};
    }));
    return found;
}

Result<std::vector<Message>> hosted_instead(Reading& ledger, const OrgDirectory& organisations, MemberFilter filter) {
    filter.standings = {Standing::hosted};
    JZ_TRY(hosted, search_members(ledger, organisations, filter));
    std::vector<Message> next;
    if (hosted.total > 0) {
        next.push_back(say({"jiezhuan member list --branch {} --standing hosted  # {}：{} 名",
                            "jiezhuan member list --branch {} --standing hosted  # {}: {}"},
                           filter.branch.text(), code_title(Standing::hosted), hosted.total));
    }
    return next;
}

RowSet member_rows(const FoundMembers& found, const OrgDirectory& organisations,
                   const std::vector<std::string_view>& ids, bool reveal) {
    const std::vector<const Field<Member>*> fields = fields_named<Member>(ids);
    RowSet set;
    set.id = "members";
    set.columns = columns_of(fields);
    set.when_empty = Text{"没有符合条件的党员", "no member fits"};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i] != nullptr && fields[i]->id == "phone") {
            set.columns[i].type = ColumnType::id; // never cut: a number that lacks its end is none
        }
    }
    set.rows.reserve(found.members.size());
    for (const Member& member : found.members) {
        std::vector<Cell>& row = set.rows.emplace_back();
        for (const Field<Member>* field : fields) {
            row.push_back(field == nullptr ? Cell(member.id) : list_cell(*field, member, reveal, organisations));
        }
    }
    return set;
}

} // namespace jiezhuan
