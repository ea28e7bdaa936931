#include "jiezhuan/service/deadlines/due.hpp"

#include "jiezhuan/rules/absence.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

struct ClauseRow {
    DueClause clause;
    std::string_view id;
    Text title; // short: a column of a table
    std::string_view citation;
};
constexpr std::string_view kArticle25 = "《中国共产党党员教育管理工作条例》第二十五条";
constexpr ClauseRow kClauses[] = {
    {DueClause::settled,
     "settled",
     {"职住稳定", "settled here"},
     "《中共中央组织部关于进一步加强和改进街道社区党的建设工作的意见》（2004年10月）第五部分"},
    {DueClause::here_long, "here_long", {"来此半年", "six months here"}, kArticle25},
    {DueClause::away_long, "away_long", {"外出半年", "six months away"}, kArticle25},
    {DueClause::employer_org, "employer_org", {"单位有组织", "employer has one"}, kArticle25},
};

const ClauseRow& row_of(DueClause clause) {
    for (const ClauseRow& row : kClauses) {
        if (row.clause == clause) {
            return row;
        }
    }
    throw Bug{"no clause"};
}

// The last day a date can mean, and the duty of the regulation after it.
Date duty_begins(Date since, const Profile& profile) {
    return since.latest().plus_months(static_cast<int>(profile.transfer_duty_months));
}

bool is_migrant_here(const Member& member) {
    return member.standing == Standing::hosted || member.standing == Standing::arriving;
}

// Since when the member is at a fixed place other than where the relation is; absent where that is not so.
Date fixed_since(const Member& member) {
    if (is_migrant_here(member)) {
        return member.fixed_residence == Flag::yes ? member.settled_since : Date();
    }
    const bool fixed = at_fixed_place(member);
    return member.standing == Standing::home && fixed ? member.away_since : Date();
}

bool at_work(const Member& member) {
    return member.employer_has_org == Flag::yes && !member.employer.empty() && member.category != Category::retired &&
           member.labour_relation != LabourRelation::ended;
}

} // namespace

template <> const CodeTable& code_table<DueClause>() {
    static constexpr CodeRow kRows[] = {
        {int(DueClause::settled), kClauses[0].id, kClauses[0].title, ""},
        {int(DueClause::here_long), kClauses[1].id, kClauses[1].title, ""},
        {int(DueClause::away_long), kClauses[2].id, kClauses[2].title, ""},
        {int(DueClause::employer_org), kClauses[3].id, kClauses[3].title, ""},
    };
    static constexpr CodeTable kTable = {"due_clause", {"应转情形", "Clause"}, kRows};
    return kTable;
}

std::string_view citation_of(DueClause clause) { return row_of(clause).citation; }

std::vector<DueReason> due_reasons(const Member& member, const Profile& profile, Date as_of) {
    std::vector<DueReason> reasons;
    const bool here = is_migrant_here(member);
    if (!here && member.standing != Standing::home) {
        return reasons;
    }
    const bool here_by_then = here && (member.settled_since.empty() || member.settled_since.earliest() <= as_of);
    if (here_by_then && member.stable_job == Flag::yes && member.fixed_residence == Flag::yes) {
        reasons.push_back({DueClause::settled, member.settled_since});
    }
    if (const Date since = fixed_since(member); !since.empty() && as_of >= duty_begins(since, profile)) {
        reasons.push_back({here ? DueClause::here_long : DueClause::away_long, duty_begins(since, profile)});
    }
    if (at_work(member) && (!here || here_by_then)) {
        reasons.push_back({DueClause::employer_org, here ? member.settled_since : Date()});
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const DueReason& a, const DueReason& b) {
        return !a.since.empty() && (b.since.empty() || a.since.earliest() < b.since.earliest());
    });
    return reasons;
}

std::optional<Date> due_later(const Member& member, const Profile& profile, Date as_of) {
    const Date since = fixed_since(member);
    if (since.empty() || as_of >= duty_begins(since, profile)) {
        return std::nullopt;
    }
    return duty_begins(since, profile);
}

} // namespace jiezhuan
