#include "jiezhuan/service/intake/handover_import.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/intake/changes.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// Whom everybody in the batch came from; nothing where that differs.
Result<SenderName> sender_of_batch(Reading& ledger, BatchId id) {
    JZ_TRY(transfers, ledger.transfers(Query().equal("batch", id.text())));
    SenderName from;
    for (const Transfer& transfer : transfers) {
        const bool first = !from.id && from.name.empty();
        if (!first && (transfer.from != from.id || transfer.from_name != from.name)) {
            return SenderName();
        }
        from = {transfer.from, transfer.from_name};
    }
    return from;
}

std::string subject_of(MemberId id, const Member& member) { return id.text() + " " + member.name; }

// A request for the same move asks again for what is under way, whatever else the list now says of it.
void take_over(const Transfer& open, Transfer& wanted) {
    wanted.to = open.to;
    wanted.addressee = open.addressee;
    wanted.destination = open.destination;
    wanted.reason = open.reason;
    wanted.channel = open.channel;
    wanted.batch = open.batch;
}

// Who came before is not written over by a later list, which may be an older one: what differs is for the clerk to decide.
std::optional<Finding> not_taken_over(const Work& work, const std::string& subject, const Member& member,
                                      const Member& said) {
    std::string zh;
    std::string en;
    for (const FieldChange& change : changes_between(member, said, work.organisations)) {
        zh += fmt::format("{}{}（{}，名单为 {}）", zh.empty() ? "" : "、", change.field.zh,
                          change.before.shown(Lang::zh), change.after.shown(Lang::zh));
        en += fmt::format("{}{} ({}, on the list {})", en.empty() ? "" : ", ", change.field.en,
                          change.before.shown(Lang::en), change.after.shown(Lang::en));
    }
    if (zh.empty()) {
        return std::nullopt;
    }
    Finding finding = state_finding(
        subject,
        Message("名单与账本不同，没有采用：" + zh, "the list differs from the ledger and is not taken over: " + en),
        say({"名单对的：jiezhuan member correct {} --reason 原因",
             "where the list is right: jiezhuan member correct {} "
             "--reason REASON"},
            member.id.text()));
    finding.severity = Severity::warning;
    return finding;
}

} // namespace

void HandoverImport::read(Cells& row) {
    if (!columns_) {
        columns_.emplace(row.schema(), std::initializer_list<std::string_view>{"branch", "remarks"});
    }
    row_ = Row{};
    columns_->read(row, row_.member);
    row_.member.document_no = normal_document_no(row_.member.document_no);
    complete_birth(row, row_.member);
    Transfer& transfer = row_.transfer;
    Letter& letter = row_.letter;
    letter.from_unit = row.text(row.column("from_unit"));
    letter.no = row.text(row.column("letter_no"));
    letter.issuer_name = row.text(row.column("letter_issuer"));
    letter.issued_on = row.date(row.column("letter_issued_on"));
    letter.valid_days = row.valid_days(row.column("letter_valid_days"));
    row_.addressee = row.text(row.column("addressee"));
    transfer.destination = row.text(row.column("destination"));
    row_.presented_on = row.date(row.column("presented_on"));
    transfer.reason = row.code<TransferReason>(row.column("reason"));
    transfer.channel = row.code<Channel>(row.column("channel"));
    transfer.online_no = row.text(row.column("online_no"));
    transfer.branch = row.organisation(row.column("branch"), OrgDirectory::Where::ours);
    transfer.remarks = row.text(row.column("remarks"));
    transfer.kind = TransferKind::in;
    if (listed_ && transfer.reason == TransferReason::none) {
        transfer.reason = TransferReason::whole_organisation;
    }
}

void HandoverImport::look(Cells& row) {
    read(row);
    static_cast<void>(row.text(row.column("from")));
    identities_.look(row, row_.member);
    persons_.push_back(
        {{row_.member.citizen_id, row_.member.document_type, row_.member.document_no}, {}, row_.letter.no, {}, {}});
    probationary_ += row_.member.stage == Stage::probationary ? 1 : 0;
}

Result<void> HandoverImport::begin(Work& work, const IntakeCounts& expected) {
    identities_.seal();
    if (!from_words_.empty()) {
        JZ_TRY(from, sender_called(work.organisations, from_words_, as_written_));
        from_ = std::move(from);
    }
    const std::int64_t persons = expected.rows - identities_.repeated();
    JZ_CHECK(batch_.begin(work, persons, persons_));
    if (from_words_.empty() && batch_.id()) {
        JZ_TRY(from, sender_of_batch(work.ledger, batch_.id()));
        from_ = std::move(from);
    }
    return listed_ ? judge_list(work, persons) : Result<void>();
}

// The list is compared with its letter before anybody is entered; a part of it that was refused is compared no more.
Result<void> HandoverImport::judge_list(const Work& work, std::int64_t persons) {
    Batch batch;
    batch.whole = Flag::yes;
    batch.explanation = listed_->explanation;
    ListFacts facts{.batch = batch, .profile = work.profile};
    facts.persons = batch_.id() ? persons : listed_->letter.persons;
    facts.full = persons - probationary_;
    facts.probationary = probationary_;
    facts.sealed = listed_->sealed;
    const std::string subject = listed_->letter.no;
    of_list_ = ask(list_rules(), Moment::present, facts, subject);
    for (Finding& finding : ask(list_rules(), Moment::open, facts, subject)) {
        of_list_.push_back(std::move(finding));
    }
    for (const Finding& finding : of_list_) {
        if (finding.severity == Severity::error) {
            return fail(Exit::invalid_input,
                        say({"{}：{}；没有登记任何人", "{}: {}; nobody was entered"}, finding.rule, finding.message),
                        finding.fix);
        }
    }
    return {};
}

// The letter is written once, with the first who comes by it.
Result<LetterId> HandoverImport::letter_of_list(Work& work, Cells& row, BatchId batch) {
    if (letter_) {
        return letter_;
    }
    JZ_TRY(known, work.ledger.letters(Query().equal("batch", batch.text()).equal("no", listed_->letter.no)));
    if (!known.empty()) {
        return known.front().id;
    }
    Letter letter = voucher_of(work, row_.transfer, Member(), listed_->letter);
    letter.direction = LetterDirection::incoming;
    letter.state = LetterState::issued;
    letter.batch = batch;
    letter.name = list_name(row_.member.name, letter.persons);
    letter.stage = row_.member.stage;
    JZ_TRY(facts, letter_facts(work.ledger, work.organisations, work.profile, letter, row_.member, work.on));
    facts.member.reset();
    Findings findings = ask(letter_rules(), Moment::present, facts, letter.no);
    for (Finding& finding : findings) {
        finding.severity = std::min(finding.severity, Severity::warning); // it is taken down; receiving will say so
    }
    row.add(std::move(findings));
    Event event = work.event("letter_presented");
    event.create = Creation{RecordKind::letter, to_json(letter)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return LetterId{seq};
}

// False where the transfer cannot go by the letter.
Result<bool> HandoverImport::come_by_list(Work& work, Cells& row, BatchId batch, ArrivalOutcome& came) {
    JZ_TRY(letter, letter_of_list(work, row, batch));
    StepInput input;
    input.listed = letter;
    JZ_TRY(presented, step_transfer(work, came.transfer, Action::present, input));
    came.outcome.findings.insert(came.outcome.findings.end(), presented.findings.begin(), presented.findings.end());
    came.outcome.refused = presented.refused;
    return !presented.refused;
}

void HandoverImport::resolve(const Work& work, Cells& row) {
    const std::size_t column = row.column("from");
    const SenderName from = row.given(column) ? sender_of(work, row) : from_;
    row_.transfer.from = from.id;
    row_.transfer.from_name = from.name;
    if (row.given(column) && !from_words_.empty() && (from.id != from_.id || from.name != from_.name)) {
        Finding unused = state_finding("", Text{"此栏已填，--from 没有采用", "this is filled in: --from is not used"},
                                       Text{"以 --from 为准的，清空此栏", "where --from is right, empty it"});
        unused.severity = Severity::warning;
        unused.position = row.position(column);
        row.add({std::move(unused)});
    }
    if (!row.given(column) && !from.id && from.name.empty()) {
        no_sender_ = true;
        row.met("IN-08", column,
                Text{"没有转出党组织：填写此栏，或用 --from 写明", "no sender: fill it in, or name it with --from"});
    }
}

// A sender that is in no directory, and near to nobody who is, is kept as it was written.
SenderName HandoverImport::sender_of(const Work& work, Cells& row) {
    const std::size_t column = row.column("from");
    const std::string words(row.text(column));
    auto at = senders_.find(words);
    const bool is_new = at == senders_.end();
    if (is_new) {
        at = senders_.emplace(words, sender_called(work.organisations, words, as_written_)).first;
    }
    const Result<SenderName>& sender = at->second;
    const auto say_of = [&](Severity severity, Message message, Message fix) {
        Finding finding = state_finding("", std::move(message), std::move(fix));
        finding.severity = severity;
        finding.position = row.position(column);
        row.add({std::move(finding)});
    };
    if (!sender && sender.error().code == Exit::usage) {
        row.met("IN-07", column, sender.error().message, sender.error().hint);
        return {};
    }
    if (!sender) {
        say_of(Severity::error, sender.error().message, sender.error().hint);
        return {};
    }
    if (is_new && !sender->id) {
        say_of(Severity::info,
               say({"名录中没有“{}”，按所写登记", "'{}' is in no directory; it is kept as written"}, printable(words)),
               Text{"常来往的，用 jiezhuan org add 或 org import 登记",
                    "register it with jiezhuan org add or org import if more will come from there"});
    }
    return *sender;
}

void HandoverImport::judge(const Work& work, Cells& row) {
    identities_.judge(row, row_.member);
    judge_not_future(work, row, row.column("presented_on"), row_.presented_on);
    if (listed_ && !row_.letter.no.empty()) {
        row.met("IN-07", row.column("letter_no"),
                say({"名单随介绍信 {} 一并登记，此栏应留空", "all of the list come by letter {}: leave this empty"},
                    listed_->letter.no),
                Text{"单独带介绍信来的，另行导入", "who brings a letter alone is imported on another list"});
    }
    if (row_.letter.no.empty() && (!row_.letter.issued_on.empty() || row_.letter.valid_days != 0)) {
        row.met("IN-08", row.column("letter_no"), Text{"有介绍信日期而没有编号", "a letter's date without its number"});
    }
}

// The list as what happened: somebody comes, with or without a letter.
Arrival HandoverImport::arrival(const Work& work) const {
    Arrival arrival{row_.member, row_.transfer, std::nullopt};
    const Organisation* from = work.organisations.find(row_.transfer.from);
    const std::string from_name = from == nullptr ? row_.transfer.from_name : from->name;
    arrival.member.relation_org = from_name;
    if (row_.letter.no.empty()) {
        return arrival;
    }
    Letter written = row_.letter;
    written.addressee = row_.addressee;
    arrival.voucher = voucher_of(work, row_.transfer, row_.member, std::move(written));
    return arrival;
}

// The same letter, or the same list: what became of it since then is not undone. Who was sent away begins anew with another letter,
// or on a list that is given as another batch.
Result<bool> HandoverImport::came_before(Work& work, const Transfer& earlier, const Member& known) const {
    const bool over = came_to_nothing(earlier.state) || known.standing == Standing::left;
    const bool listed = batch_.had(earlier);
    if (row_.letter.no.empty()) {
        return listed;
    }
    if (!earlier.letter || (over && !listed && batch_.named())) {
        return false;
    }
    JZ_TRY(letter, work.ledger.letter(earlier.letter));
    return letter && letter->no == row_.letter.no;
}

Result<RowOutcome> HandoverImport::let_arrive(Work& work, Cells& row, Arrival arrival) {
    RowOutcome outcome{RowFate::refused, {}, {}};
    const OnDay day(work, row_.letter.no.empty() ? Date() : row_.presented_on);
    bool presented = false;
    JZ_TRY(stands, work.ledger.attempt([&]() -> Result<bool> {
        const bool joins = !arrival.transfer.batch; // who is under way stays in the batch that has him
        JZ_TRY(batch, joins ? batch_.open(work, row_.transfer.from) : Result<BatchId>(arrival.transfer.batch));
        arrival.transfer.batch = batch;
        JZ_TRY(came, arrive(work, arrival));
        presented = arrival.voucher.has_value();
        if (!came.outcome.refused && row_.transfer.channel == Channel::online && !row_.transfer.online_no.empty() &&
            !came.outcome.already) {
            StepInput input;
            input.online_no = row_.transfer.online_no;
            JZ_TRY(online, step_transfer(work, came.transfer, Action::present, input));
            came.outcome.refused = online.refused;
            came.outcome.findings.insert(came.outcome.findings.end(), online.findings.begin(), online.findings.end());
            presented = true;
        }
        if (listed_ && !came.outcome.refused && !came.outcome.already) {
            JZ_TRY(comes, come_by_list(work, row, batch, came));
            presented = comes;
        }
        outcome.subject = came.member ? subject_of(came.member, row_.member) : row_.member.name;
        row.add(in_their_cells(std::move(came.outcome.findings), row, row_.member, work.today()));
        if (came.outcome.refused || row.wrong()) {
            return false;
        }
        outcome.fate = came.outcome.already ? RowFate::unchanged : RowFate::added;
        if (listed_ && presented) {
            JZ_TRY(transfer, work.ledger.transfer(came.transfer));
            letter_ = transfer->letter;
        }
        if (joins) {
            batch_.keep(batch);
        } else {
            batch_.met(batch);
        }
        return true;
    }));
    if (stands) {
        ++(presented ? presented_ : expected_);
    }
    return outcome;
}

Result<RowOutcome> HandoverImport::apply(Work& work, Cells& row) {
    read(row);
    resolve(work, row);
    judge(work, row);
    if (row.wrong()) {
        Findings more =
            ask(member_rules(), Moment::record, MemberFacts{row_.member, work.profile, work.today(), std::nullopt}, "");
        row.add(in_their_cells(std::move(more), row, row_.member, work.today()));
        return RowOutcome{RowFate::refused, row_.member.name, {}};
    }
    Arrival coming = arrival(work);
    JZ_TRY(known, work.ledger.member_by_identity(
                      {row_.member.citizen_id, row_.member.document_type, row_.member.document_no}));
    if (known) {
        JZ_TRY(member, work.ledger.member(*known));
        if (auto other = another_name(*member, row_.member.name)) {
            row.add({std::move(*other)});
            return RowOutcome{RowFate::refused, subject_of(*known, *member), {}};
        }
        JZ_TRY(earlier, latest_transfer(work.ledger, *known, TransferKind::in));
        if (earlier) {
            JZ_TRY(before, came_before(work, *earlier, *member));
            if (before) {
                batch_.met(earlier->batch);
                if (came_to_nothing(earlier->state)) {
                    row.add({stays_over(subject_of(*known, *member), *earlier)});
                }
                Member said = *member;
                columns_->merge(row, row_.member, said);
                if (auto differs = not_taken_over(work, subject_of(*known, *member), *member, said)) {
                    row.add({std::move(*differs)});
                }
                return RowOutcome{RowFate::unchanged, subject_of(*known, *member), {}};
            }
            if (is_open(earlier->state) && earlier->from == row_.transfer.from &&
                earlier->from_name == row_.transfer.from_name) {
                take_over(*earlier, coming.transfer);
            }
        }
    }
    return let_arrive(work, row, std::move(coming));
}

void HandoverImport::describe(Document& document, const IntakeCounts&, bool stands) {
    if (auto nothing = stands ? batch_.found() : std::nullopt) {
        document.findings.push_back(std::move(*nothing));
    }
    document.findings.insert(document.findings.end(), of_list_.begin(), of_list_.end());
    if (!stands || !batch_.id()) {
        return;
    }
    RowSet card = card_called("batch");
    add_cell(card, "batch", Text{"批次", "Batch"}, ColumnType::id, batch_.id());
    add_cell(card, "presented", Text{"带介绍信", "With a letter"}, ColumnType::number, presented_);
    add_cell(card, "expected", Text{"未见介绍信", "Without"}, ColumnType::number, expected_);
    document.sections.push_back(std::move(card));
    const std::string id = batch_.id().text();
    document.next.push_back(
        say({"jiezhuan batch show {}  # 还差谁，差在哪一步", "jiezhuan batch show {}  # who is missing"}, id));
    document.next.push_back(
        say({"jiezhuan transfer worksheet {} --output 办理表.csv  # 填好后用 transfer apply 一次办理",
             "jiezhuan transfer worksheet {} --output SHEET.csv  # fill it in, then transfer apply"},
            id));
}

} // namespace jiezhuan
