#include "jiezhuan/service/records/conservation.hpp"

#include "jiezhuan/rules/catalogue.hpp"

#include <map>

namespace jiezhuan {
namespace {

constexpr std::array kStandings = {Standing::home,      Standing::in_transit, Standing::hosted,      Standing::arriving,
                                   Standing::suspended, Standing::left,       Standing::not_admitted};
constexpr std::size_t kNumberOfStandings = kStandings.size();
using ByStanding = std::array<std::int64_t, kNumberOfStandings>;

// `counted`: who is on the roster today, by the tables; it stands beside what the events of all years come to.
RowSet year_rows(const CountHistory& history, std::int64_t counted) {
    RowSet set;
    set.id = "years";
    set.title = Text{"党员数量变化", "How the count changed"};
    set.columns = {{"year", Text{"年份", "Year"}, ColumnType::number},
                   {"opening", Text{"上年底", "Before"}, ColumnType::number}};
    for (const CodeRow& row : code_table<CountChange>().rows) {
        set.columns.push_back({std::string(row.id), row.title, ColumnType::number});
    }
    set.columns.push_back({"closing", Text{"应有", "Expected"}, ColumnType::number});
    set.columns.push_back({"actual", Text{"实有", "Actual"}, ColumnType::number});
    for (const YearOfCount& year : history.years) {
        std::vector<Cell> cells = {Cell(year.year), Cell(year.opening)};
        for (std::size_t change = 1; change < kCountChanges; ++change) { // as the rows of their table
            cells.emplace_back(year.changes[change]);
        }
        cells.emplace_back(year.closing());
        cells.push_back(&year == &history.years.back() ? Cell(counted) : Cell());
        set.rows.push_back(std::move(cells));
    }
    return set;
}

std::vector<Cell> standing_cells(std::vector<Cell> cells, const ByStanding& numbers) {
    std::int64_t all = 0;
    for (const std::int64_t number : numbers) {
        cells.emplace_back(number);
        all += number;
    }
    cells.emplace_back(all);
    return cells;
}

RowSet standing_rows(const std::map<std::int64_t, ByStanding>& by_organisation, const ByStanding& together,
                     const OrgDirectory& organisations) {
    RowSet set;
    set.id = "standings";
    set.title = Text{"各党组织的党员，每人一处", "Everybody once, by organisation"};
    set.columns = {{"id", Text{"编号", "ID"}, ColumnType::id},
                   {"organisation", Text{"党组织", "Organisation"}, ColumnType::text}};
    for (const Standing standing : kStandings) {
        set.columns.push_back({std::string(code_id(standing)), code_title(standing), ColumnType::number});
    }
    set.columns.push_back({"all", Text{"合计", "All"}, ColumnType::number});
    for (const auto& [id, numbers] : by_organisation) {
        const OrgId organisation{id};
        set.rows.push_back(standing_cells(
            {organisation ? Cell(organisation) : Cell(),
             organisation ? Cell(organisations.label(organisation)) : Cell("", Text{"尚未编入", "not placed yet"})},
            numbers));
    }
    set.rows.push_back(standing_cells({Cell(), Cell("", Text{"合计", "all"})}, together));
    return set;
}

} // namespace

Conservation conservation(const VerifyReport& report, const OrgDirectory& organisations, const Profile& profile) {
    std::map<std::int64_t, ByStanding> by_organisation;
    ByStanding together{};
    std::int64_t everybody = 0;
    std::int64_t counted = 0;
    for (const Reading::MemberCount& group : report.members) {
        const auto at = static_cast<std::size_t>(std::find(kStandings.begin(), kStandings.end(), group.standing) -
                                                 kStandings.begin());
        ensure(at < kNumberOfStandings, "a member without a standing");
        by_organisation[group.branch.value][at] += group.members;
        together[at] += group.members;
        everybody += group.members;
        counted += on_roster(group.standing) ? group.members : 0;
    }
    Conservation proof;
    proof.sections = {year_rows(report.history, counted), standing_rows(by_organisation, together, organisations)};
    if (everybody != report.history.registered) {
        met(proof.findings, "SA-01", profile,
            say({"事件共登记 {} 人，各表有 {} 人", "the events registered {}, the tables hold {}"},
                report.history.registered, everybody));
    }
    if (counted != report.history.counted()) {
        met(proof.findings, "SA-01", profile,
            say({"应有 {} 人，实有 {} 人", "expected {}, actual {}"}, report.history.counted(), counted));
    }
    const std::int64_t in_transit = together[1];
    if (in_transit != report.on_the_way) {
        met(proof.findings, "SA-03", profile,
            say({"在途 {} 人，已转出未接收的转接 {} 件", "{} in transit, {} transfers sent and not received"},
                in_transit, report.on_the_way));
    }
    return proof;
}

} // namespace jiezhuan
