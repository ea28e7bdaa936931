#include "jiezhuan/service/intake/migrant_import.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

namespace jiezhuan {
namespace {

Finding not_verified(const std::string& subject) {
    Finding finding = state_finding(
        subject, Text{"没有核实依据，只作登记，未编入支部", "no basis of a verification: taken down, not placed"},
        Text{"先核实党员身份再编入（2004年10月《意见》第五部分）；核实后补填“核实依据”再导入，或用 transfer verify",
             "verify the membership first (founding document of 2004, section 5), then fill in the basis and import "
             "again, or use transfer verify"});
    finding.severity = Severity::warning;
    return finding;
}

} // namespace

void MigrantImport::read(Cells& row) {
    if (!columns_) {
        columns_.emplace(row.schema(), std::initializer_list<std::string_view>{"branch"});
    }
    row_ = Row{};
    columns_->read(row, row_.member);
    row_.member.document_no = normal_document_no(row_.member.document_no);
    complete_birth(row, row_.member);
    row_.branch = row.organisation(row.column("branch"), OrgDirectory::Where::ours);
    row_.contact_person = row.name(row.column("contact_person"));
    row_.verified.verified_basis = row.text(row.column("verified_basis"));
    row_.verified.verified_items = row.text(row.column("verified_items"));
    if (const auto items = verified_items(row_.verified.verified_items)) {
        row_.verified.verified_items = *items; // what else a list of migrants says was checked is kept as it stands
    }
    row_.verified.verified_by = row.name(row.column("verified_by"));
    row_.verified.branch = row_.branch;
    row_.verified_on = row.date(row.column("verified_on"));
}

void MigrantImport::look(Cells& row) {
    read(row);
    identities_.look(row, row_.member);
    persons_.push_back({{row_.member.citizen_id, row_.member.document_type, row_.member.document_no}, {}, {}, {}, {}});
}

Result<void> MigrantImport::begin(Work& work, const IntakeCounts& expected) {
    identities_.seal();
    return batch_.begin(work, expected.rows - identities_.repeated(), persons_);
}

void MigrantImport::judge(const Work& work, Cells& row) {
    identities_.judge(row, row_.member);
    judge_not_future(work, row, row.column("verified_on"), row_.verified_on);
    if (row.wrong()) {
        row.add(in_their_cells(
            ask(member_rules(), Moment::record, MemberFacts{row_.member, work.profile, work.today(), std::nullopt}, ""),
            row, row_.member, work.today()));
    }
}

Result<Transfer> MigrantImport::wanted(Work& work, Cells& row) {
    Transfer transfer;
    transfer.kind = TransferKind::enrol;
    const NamedOrg from = named_org(work, row, row.column("relation_org"));
    transfer.from = from.id;
    transfer.from_name = from.name;
    transfer.contact_person = row_.contact_person;
    transfer.reason_note = row_.member.remarks;
    return transfer;
}

Result<bool> MigrantImport::step(Work& work, Cells& row, TransferId id, Action action, RowOutcome& outcome) {
    JZ_TRY(done, step_transfer(work, id, action, row_.verified));
    row.add(std::move(done.findings));
    if (!done.refused && !done.already && outcome.fate == RowFate::unchanged) {
        outcome.fate = RowFate::changed;
    }
    return !done.refused;
}

// The row as an open transfer of kind enrol: the one there is, or a new one; none where that is refused.
Result<TransferId> MigrantImport::enrol(Work& work, Cells& row, RowOutcome& outcome) {
    JZ_TRY(known, work.ledger.member_by_identity(
                      {row_.member.citizen_id, row_.member.document_type, row_.member.document_no}));
    if (known) {
        JZ_TRY(member, work.ledger.member(*known));
        if (auto other = another_name(*member, row_.member.name)) {
            row.add({std::move(*other)});
            return TransferId();
        }
        JZ_TRY(before, latest_transfer(work.ledger, *known, TransferKind::enrol));
        if (before &&
            (is_open(before->state) || before->state == TransferState::converted || batch_.had_and_over(*before))) {
            outcome.subject = known->text() + " " + row_.member.name;
            outcome.fate = RowFate::unchanged;
            batch_.met(before->batch);
            if (batch_.had_and_over(*before)) {
                row.add({stays_over(outcome.subject, *before)});
            }
            return before->id;
        }
    }
    JZ_TRY(transfer, wanted(work, row));
    JZ_TRY(batch, batch_.open(work, OrgId()));
    transfer.batch = batch;
    JZ_TRY(came, arrive(work, Arrival{row_.member, transfer, std::nullopt}));
    outcome.subject = (came.member ? came.member.text() + " " : std::string()) + row_.member.name;
    // Said once for the list, with the command that names them.
    settled_ += std::erase_if(came.outcome.findings, [](const Finding& finding) { return finding.rule == "FL-05"; });
    row.add(in_their_cells(std::move(came.outcome.findings), row, row_.member, work.today()));
    if (came.outcome.refused) {
        return TransferId();
    }
    outcome.fate = RowFate::added;
    batch_.keep(batch); // undone with the row where a later step is refused: see apply()
    return came.transfer;
}

// Verified, then placed; what was done before is not done again.
Result<bool> MigrantImport::place(Work& work, Cells& row, TransferId id, RowOutcome& outcome) {
    JZ_TRY(transfer, work.ledger.transfer(id));
    if (transfer->state == TransferState::opened) {
        JZ_TRY(verified, step(work, row, id, Action::verify, outcome));
        if (!verified) {
            return false;
        }
    }
    const bool over = transfer->state == TransferState::active || !is_open(transfer->state);
    if (over || !row_.branch) {
        return true;
    }
    return step(work, row, id, Action::assign, outcome);
}

Result<RowOutcome> MigrantImport::apply(Work& work, Cells& row) {
    read(row);
    judge(work, row);
    RowOutcome outcome{RowFate::refused, row_.member.name, {}};
    if (row.wrong()) {
        return outcome;
    }
    const bool verified = !row_.verified.verified_basis.empty();
    const OnDay day(work, verified ? row_.verified_on : Date());
    ListBatch before = batch_;
    bool open = false;
    bool active = false;
    JZ_TRY(stands, work.ledger.attempt([&]() -> Result<bool> {
        JZ_TRY(id, enrol(work, row, outcome));
        if (!id || row.wrong()) {
            return false;
        }
        if (verified) {
            JZ_TRY(placed, place(work, row, id, outcome));
            if (!placed) {
                return false;
            }
        }
        JZ_TRY(after, work.ledger.transfer(id));
        open = is_open(after->state);
        active = after->state == TransferState::active;
        if (!verified && after->state == TransferState::opened) {
            row.add({not_verified(outcome.subject)});
        }
        return true;
    }));
    if (!stands) {
        batch_ = std::move(before);
        outcome.fate = RowFate::refused;
        return outcome;
    }
    placed_ += active ? 1 : 0;
    waiting_ += open && !active ? 1 : 0;
    return outcome;
}

void MigrantImport::describe(Document& document, const IntakeCounts&, bool stands) {
    if (auto nothing = stands ? batch_.found() : std::nullopt) {
        document.findings.push_back(std::move(*nothing));
    }
    if (!stands || placed_ + waiting_ == 0) {
        return;
    }
    RowSet card = card_called("batch");
    add_cell(card, "batch", Text{"批次", "Batch"}, ColumnType::id, batch_.id());
    add_cell(card, "placed", Text{"已核实并编入", "Verified and placed"}, ColumnType::number, placed_);
    add_cell(card, "waiting", Text{"待核实或编入", "Not yet"}, ColumnType::number, waiting_);
    document.sections.push_back(std::move(card));
    if (waiting_ > 0 && batch_.id()) {
        document.next.push_back(
            say({"jiezhuan batch show {}  # 谁还没有核实", "jiezhuan batch show {}  # who is not verified"},
                batch_.id().text()));
    }
    if (settled_ > 0) {
        document.next.push_back(say(
            {"jiezhuan transfer due  # 其中 {} 人已有稳定职业和固定住所，应转为正式转入",
             "jiezhuan transfer due  # {} of them have a stable job and a fixed residence: their relation should come"},
            settled_));
    }
}

} // namespace jiezhuan
