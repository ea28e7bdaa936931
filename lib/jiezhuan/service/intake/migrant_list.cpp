#include "jiezhuan/service/intake/migrant_list.hpp"

#include "jiezhuan/service/intake/closing_rows.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/intake/summary.hpp"
#include "jiezhuan/service/members/same_person.hpp"

namespace jiezhuan {
namespace {

Member read_row(Cells& cells, const RecordColumns<Member>& columns) {
    Member said;
    columns.read(cells, said);
    said.document_no = normal_document_no(said.document_no);
    return said;
}

void judge_days(Date today, Cells& cells, const Member& said) {
    judge_not_future(today, cells, cells.column("report_in_on"), said.report_in_on);
    if (said.away_since.earliest() > today) {
        judge_not_future(today, cells, cells.column("away_since"), said.away_since);
    }
}

} // namespace

Result<MigrantList> read_migrant_list(const MatchSide& ours, Table& table) {
    Cells cells(table, ours.today);
    const RecordColumns<Member> columns(cells.schema(), {});
    Identities identities;
    JZ_CHECK(table.for_each([&](const MappedRow& row) {
        if (!closing_row(row, table.match())) {
            cells.start(row);
            identities.look(cells, read_row(cells, columns));
        }
    }));
    identities.seal();
    cells.judge_by(ours.profile, ours.organisations);
    MigrantList list;
    list.findings = unread_columns(table);
    JZ_CHECK(table.for_each([&](const MappedRow& row) {
        if (closing_row(row, table.match())) {
            return;
        }
        cells.start(row);
        Member said = read_row(cells, columns);
        identities.judge(cells, said);
        judge_days(ours.today, cells, said);
        list.findings.insert(list.findings.end(), cells.findings().begin(), cells.findings().end());
        (cells.wrong() ? list.wrong : list.rows).push_back({std::move(said), row.row, cells.position()});
    }));
    return list;
}

} // namespace jiezhuan
