#include "jiezhuan/service/intake/migrant_list.hpp"

#include "jiezhuan/service/intake/closing_rows.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/same_person.hpp"

namespace jiezhuan {
namespace {

Member read_row(Cells& cells, const RecordColumns<Member>& columns) {
    Member said;
    columns.read(cells, said);
    said.document_no = normal_document_no(said.document_no);
    return said;
}

void judge_days(const Work& work, Cells& cells, const Member& said) {
    judge_not_future(work, cells, cells.column("report_in_on"), said.report_in_on);
    if (said.away_since.earliest() > work.today()) {
        judge_not_future(work, cells, cells.column("away_since"), said.away_since);
    }
}

} // namespace

Result<MigrantList> read_migrant_list(const Work& work, Table& table) {
    Cells cells(table, work.today());
    const RecordColumns<Member> columns(cells.schema(), {});
    Identities identities;
    JZ_CHECK(table.for_each([&](const MappedRow& row) {
        if (!closing_row(row, table.match())) {
            cells.start(row);
            identities.look(cells, read_row(cells, columns));
        }
    }));
    identities.seal();
    cells.judge_by(work.profile, work.organisations);
    MigrantList list;
    JZ_CHECK(table.for_each([&](const MappedRow& row) {
        if (closing_row(row, table.match())) {
            return;
        }
        cells.start(row);
        Member said = read_row(cells, columns);
        identities.judge(cells, said);
        judge_days(work, cells, said);
        list.findings.insert(list.findings.end(), cells.findings().begin(), cells.findings().end());
        if (!cells.wrong()) {
            list.rows.push_back({std::move(said), row.row, cells.position()});
        }
    }));
    return list;
}

} // namespace jiezhuan
