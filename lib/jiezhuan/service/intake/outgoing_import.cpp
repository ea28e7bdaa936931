#include "jiezhuan/service/intake/outgoing_import.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/service/intake/changes.hpp"
#include "jiezhuan/service/letters/letter_draft.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"

#include <algorithm>
#include <map>

namespace jiezhuan {
namespace {

Finding no_such_member(const Cells& row, std::size_t column) {
    Finding finding = state_finding({}, Text{"名册中没有这个人", "nobody of our roster"},
                                    Text{"核对证件号码；查找：jiezhuan member find --name 姓名",
                                         "check the number; look: jiezhuan member find --name NAME"});
    finding.position = row.position(column);
    return finding;
}

Finding other_name(const Cells& row, const Member& member) {
    Finding finding =
        state_finding(member.id.text(), say({"名册上此人叫“{}”", "the roster calls this person '{}'"}, member.name),
                      Text{"核对是否填错了人", "is it the right person?"});
    finding.position = row.position(row.column("name"));
    return finding;
}

} // namespace

void OutgoingImport::read(Cells& row) {
    row_ = Row{};
    row_.member = row.text(row.column("member"));
    row_.person.citizen_id = row.citizen_id(row.column("citizen_id"));
    row_.person.name = row.name(row.column("name"));
    Transfer& transfer = row_.transfer;
    transfer.kind = TransferKind::out;
    transfer.to = row.organisation(row.column("to"));
    transfer.addressee = row.organisation(row.column("addressee"));
    transfer.destination = row.text(row.column("destination"));
    transfer.reason = row.code<TransferReason>(row.column("reason"));
    transfer.channel = row.code<Channel>(row.column("channel"));
    transfer.online_no = row.text(row.column("online_no"));
    transfer.remarks = row.text(row.column("remarks"));
    if (!transfer.to) {
        transfer.to = transfer.addressee;
    }
    row_.dues = row.month(row.column("dues_paid_through"));
    row_.issue.valid_days = row.valid_days(row.column("valid_days"));
    row_.issue.member_contact = row.phone(row.column("member_contact"));
}

void OutgoingImport::look(Cells& row) {
    read(row);
    if (!row_.person.citizen_id.empty()) {
        repeats_.add(row_.person.citizen_id.number(), row.row());
    } else if (!row_.member.empty()) {
        repeats_.add(row_.member, row.row());
    }
    persons_.push_back({{row_.person.citizen_id, {}, {}},
                        parse_id_of<RecordKind::member>(row_.member).value_or(MemberId()),
                        {},
                        {},
                        row_.transfer.destination});
    const std::size_t to = row.column("to");
    receivers_.emplace_back(row.raw(row.given(to) ? to : row.column("addressee")));
}

// The first pass knows no organisations.
void OutgoingImport::resolve_receivers(const Work& work) {
    std::map<std::string, OrgId, std::less<>> known;
    for (std::size_t i = 0; i < persons_.size(); ++i) {
        const auto [at, is_new] = known.emplace(receivers_[i], OrgId());
        if (is_new) {
            at->second = work.organisations.resolve(receivers_[i]).value_or(OrgId());
        }
        persons_[i].to = at->second;
    }
}

Result<void> OutgoingImport::begin(Work& work, const IntakeCounts& expected) {
    repeats_.seal();
    resolve_receivers(work);
    return batch_.begin(work, expected.rows - static_cast<std::int64_t>(repeats_.repeated()), persons_);
}

// The member of the row; findings where there is none or it is somebody else.
Result<std::optional<Member>> OutgoingImport::find(Work& work, Cells& row) const {
    const std::size_t number = row.column("citizen_id");
    const std::size_t words = row.column("member");
    if (const std::uint64_t earlier = repeats_.earlier(row.row()); earlier != 0) {
        row.met("ID-09", number, say({"与第 {} 行是同一人", "the same person as in row {}"}, earlier));
    }
    std::optional<MemberId> id;
    if (!row_.member.empty()) {
        id = parse_id_of<RecordKind::member>(row_.member);
    } else if (!row_.person.citizen_id.empty()) {
        JZ_TRY(found, work.ledger.member_by_identity({row_.person.citizen_id, {}, {}}));
        id = found;
    } else if (!row.given(number)) {
        row.met("IN-08", number, Text{"证件号码和党员编号都为空", "neither an ID number nor a member number"});
    }
    if (row.wrong()) {
        return std::optional<Member>();
    }
    JZ_TRY(member, id ? work.ledger.member(*id) : Result<std::optional<Member>>(std::optional<Member>()));
    if (!member) {
        row.add({no_such_member(row, row_.member.empty() ? number : words)});
        return std::optional<Member>();
    }
    if (normal_name(member->name) != normal_name(row_.person.name)) {
        row.add({other_name(row, *member)});
        return std::optional<Member>();
    }
    if (!row_.person.citizen_id.empty() && member->citizen_id != row_.person.citizen_id) {
        row.met("IN-07", number, Text{"号码与党员编号不是同一个人", "the two numbers are of different persons"});
        return std::optional<Member>();
    }
    return std::optional(std::move(*member));
}

// The same move is over already: what the list asks for was done, or came to nothing.
Result<bool> OutgoingImport::left_before(Work& work, Cells& row, const Member& member) {
    JZ_TRY(latest, latest_transfer(work.ledger, member.id, TransferKind::out));
    if (!latest) {
        return false;
    }
    JZ_TRY(same_move, is_the_move(work.ledger, *latest, row_.transfer.to, row_.transfer.destination));
    if (same_move) {
        batch_.met(latest->batch);
    }
    if (same_move && batch_.had_and_over(*latest)) {
        row.add({stays_over(member.id.text() + " " + member.name, *latest)});
        return true;
    }
    return same_move && (latest->state == TransferState::received || latest->state == TransferState::closed);
}

// Arrears that are to be reviewed (DU-02) are gone with the list's month: nobody may have paid them.
void OutgoingImport::warn_of_arrears(const Work& work, Cells& row, const Member& member) const {
    if (!dues_to_review(member.dues_paid_through, work.on, work.profile)) {
        return;
    }
    const std::string known = member.dues_paid_through.month_of().text();
    Finding finding = state_finding(
        subject_of(member),
        say({"账本里党费交至 {}，到 {} 已满 {} 个月未交；按名单改为 {}，不再列为欠交",
             "the ledger has dues paid through {}; as of {}, {} whole months unpaid. By the list it is {} now, and no "
             "arrears are left"},
            known, work.on.text(), months_unpaid(member.dues_paid_through, work.on), row_.dues.month_of().text()),
        say({"核对收据；没有补交的改回：jiezhuan member correct {} --dues-paid-through {} --reason 原因",
             "check the receipts; where it was not made up: jiezhuan member correct {} --dues-paid-through {} --reason "
             "WHY"},
            member.id.text(), known));
    finding.severity = Severity::warning;
    finding.position = row.position(row.column("dues_paid_through"));
    row.add({std::move(finding)});
}

// What the list knows better of a member who leaves.
Result<void> OutgoingImport::update(Work& work, Cells& row, const Member& member, RowOutcome& outcome) {
    if (row_.dues.empty() || row_.dues == member.dues_paid_through ||
        dues_say_less(row, row.column("dues_paid_through"), member, row_.dues)) {
        return {};
    }
    if (auto far = paid_far_ahead(row_.dues, work.on)) {
        row.met("IN-07", row.column("dues_paid_through"), std::move(*far), kCheckTheMonth);
        return {};
    }
    warn_of_arrears(work, row, member);
    Member after = member;
    after.dues_paid_through = row_.dues;
    Event event = work.event("member_changed");
    event.set.push_back({RecordKind::member, member.id.value, difference(member, after)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    outcome.changes = changes_between(member, after, work.organisations);
    return {};
}

// The letter will need it.
Result<void> OutgoingImport::remind_of_destination(const Work& work, Cells& row, TransferId id) const {
    JZ_TRY(transfer, work.ledger.transfer(id));
    if (!approval_.issue && transfer->channel != Channel::online && !says_destination(*transfer)) {
        Finding finding = state_finding(
            "", Text{"没有写去往单位，开介绍信时必填", "the unit the member goes to is not said: the letter needs it"},
            say({"补写：jiezhuan transfer correct {} --destination 去往单位 --reason 漏填",
                 "say it: jiezhuan transfer correct {} --destination UNIT --reason WHY"},
                id.text()));
        finding.named = {id.text()};
        finding.severity = Severity::warning;
        finding.position = row.position(row.column("destination"));
        row.add({std::move(finding)});
    }
    return {};
}

// The list is older than the correction, which stays.
void OutgoingImport::tell_of_correction(Cells& row, const Member& member, const Transfer& open) const {
    if (open.destination == row_.transfer.destination) {
        return;
    }
    const std::size_t column = row.column("destination");
    Finding finding =
        state_finding(open.id.text() + " " + member.name,
                      say({"去往单位已更正为“{}”，没有采用名单的",
                           "the destination unit was corrected to '{}'; that of the list is not taken over"},
                          printable(open.destination)),
                      say({"名单对的：jiezhuan transfer correct {} --destination 去往单位 --reason 原因",
                           "where the list is right: jiezhuan transfer correct {} --destination UNIT --reason WHY"},
                          open.id.text()));
    finding.severity = Severity::info;
    finding.position = row.position(column);
    row.add({std::move(finding)});
}

Result<TransferId> OutgoingImport::open(Work& work, Cells& row, const Member& member, RowOutcome& outcome) {
    JZ_TRY(latest, latest_transfer(work.ledger, member.id, TransferKind::out));
    JZ_TRY(under_way, latest && is_open(latest->state)
                          ? is_the_move(work.ledger, *latest, row_.transfer.to, row_.transfer.destination)
                          : Result<bool>(false));
    if (under_way) {
        tell_of_correction(row, member, *latest);
        batch_.met(latest->batch);
        outcome.fate = RowFate::unchanged;
        return latest->id;
    }
    Transfer wanted = row_.transfer;
    wanted.member = member.id;
    wanted.opened_on = work.on;
    if (!approval_.on.empty()) {
        wanted.opened_on = std::min(work.on, approval_.on);
    }
    JZ_TRY(batch, batch_.open(work, OrgId()));
    wanted.batch = batch;
    const OnDay day(work, wanted.opened_on); // the list that was approved is what opened it
    JZ_TRY(opened, open_transfer(work, wanted));
    row.add(std::move(opened.findings));
    if (opened.refused) {
        return TransferId();
    }
    JZ_CHECK(update(work, row, member, outcome));
    outcome.fate = RowFate::added;
    batch_.keep(batch);
    const TransferId created{opened.created};
    JZ_CHECK(remind_of_destination(work, row, created));
    return created;
}

namespace {

// A destination that is no full name is seen in its cell: of a list it is said once, with the rows.
Findings at_destination(Findings findings, const Cells& row, const std::string& destination) {
    const std::size_t column = row.column("destination");
    for (Finding& finding : findings) {
        const bool about_it =
            !destination.empty() && finding.message.zh.find(printable(destination)) != std::string::npos;
        if (finding.rule == "LT-13" && about_it) {
            finding.position = row.position(column);
            finding.message = Text{"不是以公章为准的党组织全称", "not the full name as on the seal"};
        }
    }
    return findings;
}

} // namespace

// Approval and letter, where they are asked for.
Result<bool> OutgoingImport::go_on(Work& work, Cells& row, TransferId id, RowOutcome& outcome) {
    if (!approval_.on.empty()) {
        const OnDay day(work, approval_.on);
        StepInput input;
        input.minutes = approval_.minutes;
        JZ_TRY(approved, step_transfer(work, id, Action::approve, input));
        row.add(std::move(approved.findings));
        if (approved.refused) {
            return false;
        }
        if (!approved.already && outcome.fate == RowFate::unchanged) {
            outcome.fate = RowFate::changed;
        }
    }
    JZ_TRY(transfer, work.ledger.transfer(id));
    if (!approval_.issue || transfer->channel == Channel::online) {
        return true;
    }
    if (!says_destination(*transfer)) {
        row.met("IN-08", row.column("destination"),
                Text{"没有写去往单位，介绍信必填", "the unit the member goes to is not said, and the letter needs it"},
                Text{"填去往单位的全称，以公章为准", "give its full name, as on the seal"});
        return false;
    }
    JZ_TRY(issued, issue_letter(work, id, row_.issue));
    row.add(at_destination(std::move(issued.outcome.findings), row, row_.transfer.destination));
    if (issued.outcome.refused) {
        return false;
    }
    if (!issued.outcome.already && outcome.fate == RowFate::unchanged) {
        outcome.fate = RowFate::changed;
    }
    issued_ += issued.outcome.already ? 0 : 1;
    letters_.push_back(issued.letter);
    return true;
}

Result<RowOutcome> OutgoingImport::apply(Work& work, Cells& row) {
    read(row);
    RowOutcome outcome{RowFate::refused, row_.person.name, {}};
    JZ_TRY(member, find(work, row));
    if (!member || row.wrong()) {
        return outcome;
    }
    outcome.subject = member->id.text() + " " + member->name;
    JZ_TRY(done, left_before(work, row, *member));
    if (done) {
        outcome.fate = RowFate::unchanged;
        return outcome;
    }
    ListBatch before = batch_;
    const std::size_t letters = letters_.size();
    const std::int64_t issued = issued_;
    JZ_TRY(stands, work.ledger.attempt([&]() -> Result<bool> {
        JZ_TRY(id, open(work, row, *member, outcome));
        if (!id || row.wrong()) {
            return false;
        }
        return go_on(work, row, id, outcome);
    }));
    if (!stands) {
        batch_ = std::move(before);
        letters_.resize(letters);
        issued_ = issued;
        outcome.fate = RowFate::refused;
        outcome.changes.clear();
    }
    dues_changed_ += outcome.changes.empty() ? 0 : 1;
    return outcome;
}

// Its letter, where it still holds, is printed with those of the list.
Result<void> OutgoingImport::look_back(Work& work, Cells& row) {
    read(row);
    JZ_TRY(member, print_ ? find(work, row) : Result<std::optional<Member>>(std::optional<Member>()));
    row.findings().clear();
    if (!member) {
        return {};
    }
    JZ_TRY(transfer, latest_transfer(work.ledger, member->id, TransferKind::out));
    JZ_TRY(letter,
           transfer ? letter_of(work.ledger, *transfer) : Result<std::optional<Letter>>(std::optional<Letter>()));
    if (letter && (letter->state == LetterState::issued || letter->state == LetterState::used)) {
        letters_.push_back(letter->id);
    }
    return {};
}

Result<void> OutgoingImport::finish(Work& work, const IntakeCounts&) {
    return print_ && !letters_.empty() ? print_(work.ledger, letters_) : Result<void>();
}

void OutgoingImport::describe(Document& document, const IntakeCounts&, bool stands) {
    if (auto nothing = stands ? batch_.found() : std::nullopt) {
        document.findings.push_back(std::move(*nothing));
    }
    if (!stands || !batch_.id()) {
        return;
    }
    const std::string id = batch_.id().text();
    RowSet card = card_called("batch");
    add_cell(card, "batch", Text{"批次", "Batch"}, ColumnType::id, batch_.id());
    add_cell(card, "letters", Text{"新开介绍信", "Letters issued"}, ColumnType::number, issued_);
    if (print_) {
        add_cell(card, "printed", Text{"打印介绍信", "Letters printed"}, ColumnType::number,
                 static_cast<std::int64_t>(letters_.size()));
    }
    if (dues_changed_ > 0) {
        add_cell(card, "dues_changed", Text{"党费交至有变更", "Dues changed"}, ColumnType::number, dues_changed_);
    }
    document.sections.push_back(std::move(card));
    if (approval_.on.empty()) {
        document.next.push_back(say({"jiezhuan transfer approve --batch {} --state opened --minutes 会议记录  # 批准",
                                     "jiezhuan transfer approve --batch {} --state opened --minutes RECORD  # approve"},
                                    id));
    } else if (!approval_.issue) {
        document.next.push_back(say({"jiezhuan letter issue --batch {} --print 介绍信.html  # 开具并打印",
                                     "jiezhuan letter issue --batch {} --print LETTERS.html  # issue and print"},
                                    id));
    } else {
        document.next.push_back(
            say({"jiezhuan batch show {}  # 谁还没有回执", "jiezhuan batch show {}  # whose receipt is missing"}, id));
    }
}

} // namespace jiezhuan
