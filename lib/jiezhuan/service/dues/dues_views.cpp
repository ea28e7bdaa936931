#include "jiezhuan/service/dues/dues_views.hpp"

#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/service/dues/dues_hand_over.hpp"
#include "jiezhuan/service/records/named_cells.hpp"

#include <algorithm>
#include <map>

namespace jiezhuan {
namespace {

Query of_roster(const OrgDirectory& organisations, OrgId org) {
    Query query = Query().one_of("standing", roster_ids());
    if (org) {
        std::vector<std::string> below;
        for (const OrgId id : organisations.subtree(org)) {
            below.push_back(id.text());
        }
        query.one_of("branch", std::move(below));
    }
    return query;
}

// Behind by `months` whole months or more on a day of that month.
Query behind(const OrgDirectory& organisations, Date as_of, const DuesFilter& filter) {
    const Date recently = as_of.month_of().plus_months(-static_cast<int>(filter.months));
    return of_roster(organisations, filter.org).less("dues_paid_through", recently.month_of().text());
}

Query unknown(const OrgDirectory& organisations, const DuesFilter& filter) {
    return of_roster(organisations, filter.org).absent("dues_paid_through");
}

std::int64_t months_behind(const Member& member, Date as_of) { return months_unpaid(member.dues_paid_through, as_of); }

RowSet member_rows(const OrgDirectory& organisations, const std::vector<Member>& members, Date as_of) {
    RowSet set = named_list<Member>({"id", "name", "branch", "standing", "status", "dues_paid_through"}, members, false,
                                    organisations);
    set.id = "members";
    set.when_empty = Text{"没有", "nobody"};
    set.columns.push_back({"dues_next", Text{"下次应交", "Next dues for"}, ColumnType::date});
    set.columns.push_back({"dues_months_behind", Text{"欠交整月数", "Whole months unpaid"}, ColumnType::number});
    for (std::size_t at = 0; at < members.size(); ++at) {
        const bool known = !members[at].dues_paid_through.empty();
        set.rows[at].push_back(known ? Cell(next_dues(members[at])) : Cell());
        set.rows[at].push_back(known ? Cell(months_behind(members[at], as_of)) : Cell());
    }
    return set;
}

struct Arrears {
    std::int64_t members = 0; // on the roster
    std::int64_t behind = 0;
    std::int64_t months = 0; // of all of them together
    std::int64_t longest = 0;
    std::int64_t unknown = 0; // of whom no month is recorded
};

void add(Arrears& sum, const Arrears& one) {
    sum.members += one.members;
    sum.behind += one.behind;
    sum.months += one.months;
    sum.longest = std::max(sum.longest, one.longest);
    sum.unknown += one.unknown;
}

RowSet arrears_rows(const OrgDirectory& organisations, const std::map<OrgId, Arrears>& by_branch,
                    const Arrears& together) {
    RowSet set;
    set.id = "organisations";
    set.when_empty = Text{"没有欠交的", "nobody is behind"};
    set.columns = {{"id", Text{"编号", "ID"}, ColumnType::id},
                   {"organisation", Text{"党组织", "Organisation"}, ColumnType::text},
                   {"members", Text{"在册", "On the roster"}, ColumnType::number},
                   {"behind", Text{"欠交", "Behind"}, ColumnType::number},
                   {"months", Text{"欠交月数合计", "Months in all"}, ColumnType::number},
                   {"longest", Text{"最长", "Longest"}, ColumnType::number},
                   {"unknown", Text{"没有登记", "Not recorded"}, ColumnType::number}};
    const auto row = [&](Cell id, Cell name, const Arrears& one) {
        set.rows.push_back({std::move(id), std::move(name), Cell(one.members), Cell(one.behind), Cell(one.months),
                            Cell(one.longest), Cell(one.unknown)});
    };
    for (const auto& [branch, one] : by_branch) {
        if (one.behind > 0 || one.unknown > 0) {
            const std::string path = organisations.path_of(branch);
            row(Cell(branch), Cell(path, Message(path, path)), one);
        }
    }
    if (set.rows.size() > 1) {
        row(Cell(), Cell("", Text{"合计", "all"}), together);
    }
    return set;
}

Result<std::map<OrgId, Arrears>> counted(Reading& ledger, const OrgDirectory& organisations, Date as_of,
                                         const DuesFilter& filter) {
    std::map<OrgId, Arrears> by_branch;
    const std::vector<OrgId> below = filter.org ? organisations.subtree(filter.org) : std::vector<OrgId>();
    JZ_TRY(groups, ledger.member_counts());
    for (const Reading::MemberCount& group : groups) {
        const bool wanted = !filter.org || std::find(below.begin(), below.end(), group.branch) != below.end();
        if (wanted && on_roster(group.standing)) {
            by_branch[group.branch].members += group.members;
        }
    }
    JZ_CHECK(ledger.each_member(behind(organisations, as_of, filter), [&](const Member& member) -> Result<void> {
        Arrears& one = by_branch[member.branch];
        const std::int64_t months = months_behind(member, as_of);
        add(one, {0, 1, months, months, 0});
        return {};
    }));
    JZ_CHECK(ledger.each_member(unknown(organisations, filter), [&](const Member& member) -> Result<void> {
        ++by_branch[member.branch].unknown;
        return {};
    }));
    return by_branch;
}

void say_what_next(Document& document, std::int64_t behind, std::int64_t unknown) {
    if (behind > 0) {
        document.next.emplace_back(Text{"jiezhuan dues record 编号 --through 年月  # 收到后登记",
                                        "jiezhuan dues record NUMBER --through MONTH  # when it was paid"});
    }
    if (unknown > 0) {
        document.next.emplace_back(Text{"jiezhuan dues list --unknown  # 没有登记交至月份的",
                                        "jiezhuan dues list --unknown  # of whom no month is recorded"});
    }
}

} // namespace

Result<Document> dues_list(Reading& ledger, const OrgDirectory& organisations, Date as_of, const DuesFilter& filter) {
    Query query = filter.unknown ? unknown(organisations, filter) : behind(organisations, as_of, filter);
    JZ_TRY(members, ledger.members(query.order("dues_paid_through")));
    JZ_TRY(all, ledger.count(RecordKind::member, of_roster(organisations, filter.org)));
    JZ_TRY(without, ledger.count(RecordKind::member, unknown(organisations, filter)));
    Document document;
    document.schema = "dues.list";
    document.headline =
        filter.unknown
            ? say({"截至 {}：在册 {} 名，没有登记交至月份的 {} 名",
                   "as of {}: {} on the roster, of {} no month is recorded"},
                  as_of.text(), all, without)
            : say({"截至 {}：在册 {} 名，欠交满 {} 个月的 {} 名，没有登记交至月份的 {} 名",
                   "as of {}: {} on the roster; whole months unpaid, {} or more: {}; of {} no month is recorded"},
                  as_of.text(), all, filter.months, members.size(), without);
    document.sections.push_back(member_rows(organisations, members, as_of));
    say_what_next(document, static_cast<std::int64_t>(members.size()), filter.unknown ? 0 : without);
    return document;
}

Result<Document> dues_arrears(Reading& ledger, const OrgDirectory& organisations, Date as_of,
                              const DuesFilter& filter) {
    JZ_TRY(by_branch, counted(ledger, organisations, as_of, filter));
    Arrears together;
    for (const auto& [branch, one] : by_branch) {
        add(together, one);
    }
    Document document;
    document.schema = "dues.arrears";
    document.headline =
        say({"截至 {}：在册 {} 名，欠交满 {} 个月的 {} 名，没有登记交至月份的 {} 名",
             "as of {}: {} on the roster; whole months unpaid, {} or more: {}; of {} no month is recorded"},
            as_of.text(), together.members, filter.months, together.behind, together.unknown);
    document.sections.push_back(arrears_rows(organisations, by_branch, together));
    if (together.behind > 0) {
        document.next.emplace_back(Text{"jiezhuan dues list --org 党组织  # 是哪些人",
                                        "jiezhuan dues list --org ORGANISATION  # who they are"});
    }
    if (together.unknown > 0) {
        document.next.emplace_back(Text{"jiezhuan dues list --unknown  # 没有登记交至月份的",
                                        "jiezhuan dues list --unknown  # of whom no month is recorded"});
    }
    return document;
}

} // namespace jiezhuan
