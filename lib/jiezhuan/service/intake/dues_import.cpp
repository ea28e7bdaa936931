#include "jiezhuan/service/intake/dues_import.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/same_person.hpp"

namespace jiezhuan {
namespace {

Finding no_such_member(std::string_view words) {
    return state_finding("", say({"账本里没有党员“{}”", "the ledger has no member '{}'"}, printable(words)),
                         Text{"编号写作 M12；查找：jiezhuan member find --name 姓名",
                              "a number is written M12; look: jiezhuan member find --name NAME"});
}

Result<std::optional<Member>> member_of_number(Reading& ledger, std::string_view words) {
    const auto number = parse_id_of<RecordKind::member>(words);
    return number ? ledger.member(*number) : Result<std::optional<Member>>(std::optional<Member>());
}

// The day stands in the file: no option of the command changes it.
Finding paid_too_early(const Cells& row, std::size_t column, Finding finding, Date since) {
    finding.position = row.position(column);
    finding.fix =
        say({"“交纳日期”写 {} 或以后，实际交纳的日期写在“补交原因”里；或删去这一列，用 --on 写登记的日期",
             "write {} or later as the day of payment, and the true one as the reason; or take the column out "
             "and say the day of the record with --on"},
            since.text());
    return finding;
}

} // namespace

DuesImport::Row DuesImport::read(Cells& row) {
    Row read;
    read.member = std::string(row.text(row.column("member")));
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

void DuesImport::look(Cells& row) {
    const Row read = DuesImport::read(row);
    if (read.member.empty()) {
        identities_.look(row, read.person);
    } else {
        numbered_.push_back({row.row(), read.member, read.person.name});
    }
}

Result<void> DuesImport::begin(Work& work, const IntakeCounts&) {
    for (const Numbered& one : numbered_) {
        JZ_TRY(member, member_of_number(work.ledger, one.member));
        if (member) { // an unknown number is said of its row
            member->name = one.name;
            identities_.look(one.row, *member);
        }
    }
    numbered_ = {};
    identities_.seal();
    return {};
}

void DuesImport::judge_who(Cells& row, const Row& read) const {
    if (read.member.empty()) {
        identities_.judge(row, read.person);
    } else {
        identities_.judge_repeated(row, row.column("member"));
    }
}

// Nothing where the row names nobody of the ledger, or somebody else, which is then said.
Result<std::optional<Member>> DuesImport::payer(Work& work, Cells& row, const Row& read) {
    if (read.member.empty()) {
        return member_of_row(work, row, read.person);
    }
    JZ_TRY(member, member_of_number(work.ledger, read.member));
    if (!member) {
        row.add({no_such_member(read.member)});
        return std::optional<Member>();
    }
    if (!read.person.citizen_id.empty() && member->citizen_id != read.person.citizen_id) {
        row.met("IN-07", row.column("citizen_id"),
                Text{"号码与党员编号不是同一个人", "the two numbers are of different persons"});
        return std::optional<Member>();
    }
    if (auto other = another_name(*member, read.person.name)) {
        row.add({std::move(*other)});
        return std::optional<Member>();
    }
    return member;
}

Result<RowOutcome> DuesImport::apply(Work& work, Cells& row) {
    const Row read = DuesImport::read(row);
    judge_who(row, read);
    judge_not_future(work, row, row.column("paid_on"), read.paid_on);
    RowOutcome outcome{RowFate::refused, {}, {}};
    if (row.wrong()) {
        return outcome;
    }
    JZ_TRY(member, payer(work, row, read));
    if (!member) {
        return outcome;
    }
    outcome.subject = subject_of(*member);
    // Months that overlap are another matter.
    if (read.input.from.empty() && dues_say_less(row, row.column("through"), *member, read.input.through)) {
        outcome.fate = RowFate::unchanged;
        return outcome;
    }
    const OnDay day(work, read.paid_on);
    JZ_TRY(early, before_record(work.ledger, *member, work.on));
    if (early && !read.paid_on.empty()) {
        JZ_TRY(since, registered_on(work.ledger, *member));
        row.add({paid_too_early(row, row.column("paid_on"), std::move(early->findings.front()), since)});
        return outcome;
    }
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
