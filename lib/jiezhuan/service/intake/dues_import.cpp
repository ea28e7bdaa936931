#include "jiezhuan/service/intake/dues_import.hpp"

#include "jiezhuan/service/members.hpp"
#include "jiezhuan/service/same_person.hpp"

namespace jiezhuan {
namespace {

// An older list, or somebody who paid ahead: what the ledger has covers the row, and stays. Months that overlap are another matter.
bool says_less(Cells& row, const Member& member, const DuesInput& input) {
    const Date known = member.dues_paid_through.month_of();
    if (known.empty() || input.through >= known || !input.from.empty()) {
        return false;
    }
    Finding finding = state_finding("",
                                    say({"账本里党费已交至 {}，名单写 {}：保留账本里的",
                                         "the ledger has dues paid through {}, the list {}: the former is kept"},
                                        known.text(), input.through.text()),
                                    say({"不用改；账本里的确实错了的：jiezhuan member correct {} --dues-paid-through "
                                         "年月 --reason 原因",
                                         "nothing to do; where the ledger is wrong: jiezhuan member correct {} "
                                         "--dues-paid-through MONTH --reason REASON"},
                                        member.id.text()));
    finding.severity = Severity::warning;
    finding.position = row.position(row.column("through"));
    row.add({std::move(finding)});
    return true;
}

} // namespace

DuesImport::Row DuesImport::read(Cells& row) {
    Row read;
    read.person.name = std::string(row.name(row.column("name")));
    read.person.citizen_id = row.citizen_id(row.column("citizen_id"));
    read.person.document_type = row.code<DocumentType>(row.column("document_type"));
    read.person.document_no = normal_document_no(row.text(row.column("document_no")));
    read.input.from = row.month(row.column("from"));
    read.input.through = row.month(row.column("through"));
    read.input.reason = std::string(row.text(row.column("reason")));
    read.paid_on = row.date(row.column("paid_on"));
    return read;
}

void DuesImport::look(Cells& row) { identities_.look(row, read(row).person); }

Result<void> DuesImport::begin(Work&, const IntakeCounts&) {
    identities_.seal();
    return {};
}

Result<RowOutcome> DuesImport::apply(Work& work, Cells& row) {
    const Row read = DuesImport::read(row);
    identities_.judge(row, read.person);
    judge_not_future(work, row, row.column("paid_on"), read.paid_on);
    RowOutcome outcome{RowFate::refused, {}, {}};
    if (row.wrong()) {
        return outcome;
    }
    JZ_TRY(member, member_of_row(work, row, read.person));
    if (!member) {
        return outcome;
    }
    outcome.subject = subject_of(*member);
    if (says_less(row, *member, read.input)) {
        outcome.fate = RowFate::unchanged;
        return outcome;
    }
    const OnDay day(work, read.paid_on);
    JZ_TRY(recorded, record_dues(work, member->id, read.input));
    row.add(std::move(recorded.findings));
    outcome.fate = recorded.refused ? RowFate::refused : recorded.already ? RowFate::unchanged : RowFate::changed;
    if (outcome.fate == RowFate::changed) {
        const Field<Member>* field = field_named<Member>("dues_paid_through");
        outcome.changes.push_back({field->title, Cell(member->dues_paid_through), Cell(read.input.through)});
    }
    return outcome;
}

void DuesImport::describe(Document& document, const IntakeCounts& counts, bool stands) {
    if (stands && counts.changed > 0) {
        document.next.emplace_back(
            Text{"jiezhuan dues list  # 还有谁欠交", "jiezhuan dues list  # who is still behind"});
    }
}

} // namespace jiezhuan
