#include "jiezhuan/service/intake/outflow_import.hpp"

#include "jiezhuan/service/intake/changes.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/migrants/activity_card.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"

namespace jiezhuan {
namespace {

void lacks(Cells& row, std::string_view column, Message what, Message how) {
    Finding finding = state_finding("", std::move(what), std::move(how));
    finding.position = row.position(row.column(column));
    row.add({std::move(finding)});
}

FlowInput entry_of(const Member& said) {
    return {said.away_since, said.away_place, said.away_reason, said.away_direction, said.away_contact, said.phone};
}

} // namespace

void OutflowImport::read(Cells& row) {
    if (!columns_) {
        columns_.emplace(row.schema(), std::initializer_list<std::string_view>{});
    }
    said_ = Member{};
    columns_->read(row, said_);
    said_.document_no = normal_document_no(said_.document_no);
}

void OutflowImport::look(Cells& row) {
    read(row);
    identities_.look(row, said_);
}

Result<void> OutflowImport::begin(Work&, const IntakeCounts&) {
    identities_.seal();
    return {};
}

void OutflowImport::judge(const Work& work, Cells& row, const Member& known) const {
    judge_not_future(work, row, row.column("card_issued_on"), said_.card_issued_on);
    judge_not_future(work, row, row.column("card_checked_on"), said_.card_checked_on);
    judge_not_future(work, row, row.column("report_in_on"), said_.report_in_on);
    if (said_.away_since.empty() && away_since(known).empty()) {
        lacks(row, "away_since", Text{"没有写流出日期", "the day of leaving is missing"},
              Text{"填写流出日期，可以只写到月", "say since when; the month is enough"});
    }
    if (said_.report_in_on.empty() != said_.report_in_to.empty()) {
        lacks(row, said_.report_in_on.empty() ? "report_in_on" : "report_in_to",
              Text{"报到日期和报到党组织要一起写", "the day of reporting in and the organisation go together"},
              Text{"补上另一项，或两项都不写", "add the other, or leave both out"});
    }
    if (said_.card_no.empty() && !said_.card_issued_on.empty()) {
        lacks(row, "card_no", Text{"有发证日期而没有活动证编号", "a card was given, and its number is missing"},
              Text{"补上活动证编号", "add the number of the card"});
    }
}

// True where every act stands, or stood before.
Result<bool> OutflowImport::act(Work& work, Cells& row, const Member& known) const {
    const MemberId id = known.id;
    const auto stands = [&row](Result<Outcome> outcome) -> Result<bool> {
        JZ_TRY(done, std::move(outcome));
        row.add(std::move(done.findings));
        return !done.refused;
    };
    JZ_TRY(recorded, stands(record_flow(work, id, entry_of(said_))));
    bool all = recorded;
    if (all && !said_.card_no.empty()) {
        const OnDay day(work, said_.card_issued_on);
        JZ_TRY(given, stands(give_card(work, id, {said_.card_no, "", !said_.card_issued_on.empty()})));
        all = given;
    }
    if (all && said_.card_checked_on > known.card_checked_on) {
        const OnDay day(work, said_.card_checked_on);
        JZ_TRY(inspected, stands(inspect_card(work, id)));
        all = inspected;
    }
    if (all && !said_.report_in_to.empty()) {
        const OnDay day(work, said_.report_in_on);
        JZ_TRY(there, stands(report_in(work, id, said_.report_in_to)));
        all = there;
    }
    return all;
}

Result<RowOutcome> OutflowImport::apply(Work& work, Cells& row) {
    read(row);
    identities_.judge(row, said_);
    RowOutcome outcome{RowFate::refused, said_.name, {}};
    if (row.wrong()) {
        return outcome;
    }
    JZ_TRY(known, member_of_row(work, row, said_));
    if (!known) {
        return outcome;
    }
    outcome.subject = subject_of(*known);
    judge(work, row, *known);
    if (row.wrong()) {
        return outcome;
    }
    JZ_TRY(stands, work.ledger.attempt([&] { return act(work, row, *known); }));
    if (!stands) {
        return outcome;
    }
    JZ_TRY(after, work.ledger.member(known->id));
    outcome.fate = *after == *known ? RowFate::unchanged : RowFate::changed;
    outcome.changes = changes_between(*known, *after, work.organisations);
    return outcome;
}

void OutflowImport::describe(Document& document, const IntakeCounts& counts, bool stands) {
    if (stands && counts.changed > 0) {
        document.next.emplace_back(Text{"jiezhuan migrant list  # 流出台账，待办的规则在最后一列",
                                        "jiezhuan migrant list  # the register, with the rules that speak of each"});
    }
}

} // namespace jiezhuan
