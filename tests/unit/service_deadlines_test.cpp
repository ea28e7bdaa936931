#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

// A ledger with two branches and an outside committee. Records are written as they are to stand: the services that lead there have
// tests of their own.
class Street {
  public:
    Street()
        : working_(ledger_),
          first(add_organisation(working_.work(), OrgKind::branch, "江滨社区第一支部", LedgerFixture::kOwn)),
          second(add_organisation(working_.work(), OrgKind::branch, "江滨社区第二支部", LedgerFixture::kOwn)),
          far(add_organisation(working_.work(), OrgKind::working_committee, "海港街道党工委")) {}

    Member at_home(int number) const {
        Member member = synthetic_member(number);
        member.branch = first;
        return member;
    }
    template <class T> std::int64_t write(std::string type, const T& record) {
        Event event = working_->event(std::move(type));
        event.create = Creation{RecordTraits<T>::kKind, to_json(record)};
        return must(working_->ledger.append(std::move(event)));
    }
    MemberId add(const Member& member) { return MemberId{write("member_registered", member)}; }
    TransferId open(MemberId member, TransferKind kind, TransferState state, Date on) {
        Transfer transfer;
        transfer.member = member;
        transfer.kind = kind;
        transfer.state = state;
        transfer.channel = Channel::paper;
        transfer.opened_on = on;
        (kind == TransferKind::out ? transfer.from : transfer.to) = first;
        (kind == TransferKind::out ? transfer.to : transfer.from) = far;
        return open(transfer);
    }
    TransferId open(const Transfer& transfer) { return TransferId{write("transfer_opened", transfer)}; }
    // A letter of the transfer, and the transfer as it is then.
    LetterId letter(Transfer transfer, TransferId id, Letter letter) {
        letter.kind = LetterKind::introduction;
        letter.state = letter.state == LetterState::none ? LetterState::issued : letter.state;
        letter.no = letter.no.empty() ? "20260001" : letter.no;
        letter.transfer = id;
        letter.member = transfer.member;
        letter.issuer = letter.direction == LetterDirection::incoming ? far : LedgerFixture::kOwn;
        letter.year = 2026;
        const LetterId made{write("letter_issued", letter)};
        const Transfer before = must(working_->ledger.transfer(id)).value();
        transfer.id = id;
        transfer.letter = made;
        Event event = working_->event("transfer_stepped");
        event.set.push_back({RecordKind::transfer, id.value, difference(before, transfer)});
        must(working_->ledger.append(std::move(event)));
        return made;
    }
    Transfer stored(TransferId id) { return must(working_->ledger.transfer(id)).value(); }

    std::vector<Deadline> late(Date as_of, const DeadlineFilter& filter = {}) {
        return must(deadlines(working_->ledger, working_->organisations, working_->profile, as_of, filter));
    }
    // "RC-01 overdue 2026-10-05": rule, urgency and the day of those that are about it.
    std::vector<std::string> said(Date as_of, const DeadlineFilter& filter = {}) {
        std::vector<std::string> lines;
        for (const Deadline& one : late(as_of, filter)) {
            lines.push_back(fmt::format("{} {} {}", one.rule, code_id(one.urgency), one.due.text()));
        }
        return lines;
    }
    Work& work() { return working_.work(); }

  private:
    LedgerFixture ledger_;
    Working working_;

  public:
    OrgId first;
    OrgId second;
    OrgId far;
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("deadlines: a letter of ours expires, then its receipt is missing, and the sender stays responsible") {
    Street street;
    const TransferId id =
        street.open(street.add(street.at_home(1)), TransferKind::out, TransferState::sent, Date(2026, 9, 1));
    Letter letter;
    letter.direction = LetterDirection::issued_by_us;
    letter.issued_on = Date(2026, 9, 1);
    letter.valid_until = Date(2026, 10, 1);
    street.letter(street.stored(id), id, letter);

    CHECK(street.said(Date(2026, 9, 23)).empty());
    CHECK(street.said(Date(2026, 9, 24)) == Lines{"expiring_days soon 2026-10-01"});
    CHECK(street.said(Date(2026, 10, 1)) == Lines{"expiring_days soon 2026-10-01"});
    CHECK(street.said(Date(2026, 10, 2)) == Lines{"LT-09 overdue 2026-10-01"});
    CHECK(street.said(Date(2026, 11, 1)) == Lines{"LT-09 overdue 2026-10-01"});
    CHECK(street.said(Date(2026, 11, 2)) == Lines{"RC-02 overdue 2026-11-01"});
    const Deadline one = street.late(Date(2026, 11, 2)).front();
    CHECK(one.responsible == "江滨社区第一支部");
    CHECK(one.about == id.text());
    CHECK(one.letter_no == "20260001");
    CHECK(one.command.zh == "jiezhuan letter reissue 20260001 --reason 原因");
    CHECK(one.command.en == "jiezhuan letter reissue 20260001 --reason REASON");
}

TEST_CASE("deadlines: the month of a receipt counts from acceptance, on both sides") {
    Street street;
    for (const TransferKind kind : {TransferKind::out, TransferKind::in}) {
        const bool in = kind == TransferKind::in;
        const TransferId id =
            street.open(street.add(street.at_home(in ? 2 : 1)), kind, TransferState::received, Date(2026, 8, 1));
        Transfer transfer = street.stored(id);
        transfer.received_on = Date(2026, 9, 5);
        transfer.assigned_on = Date(2026, 9, 6);
        Letter letter;
        letter.direction = in ? LetterDirection::incoming : LetterDirection::issued_by_us;
        letter.state = LetterState::used;
        letter.no = in ? "转117" : "20260001";
        letter.name = "张1";
        letter.issued_on = Date(2026, 8, 20);
        letter.valid_until = Date(2026, 9, 20);
        street.letter(transfer, id, letter);
    }
    CHECK(street.said(Date(2026, 10, 4)).empty());
    CHECK(street.said(Date(2026, 10, 5)) == Lines{"RC-01 soon 2026-10-05", "RC-01 soon 2026-10-05"});
    CHECK(street.said(Date(2026, 10, 6)) == Lines{"RC-01 overdue 2026-10-05", "RC-01 overdue 2026-10-05"});
    const auto late = street.late(Date(2026, 10, 6));
    CHECK(late[0].command.zh == "jiezhuan receipt record 20260001 --name 张1 --date 日期");
    CHECK(late[0].responsible == "海港街道党工委");
    CHECK(late[1].command.zh == "jiezhuan receipt issue " + late[1].about);
    CHECK(late[1].responsible == "望江街道党工委");
}

TEST_CASE("deadlines: somebody received belongs in a branch") {
    Street street;
    const TransferId id =
        street.open(street.add(street.at_home(1)), TransferKind::in, TransferState::received, Date(2026, 8, 1));
    Transfer transfer = street.stored(id);
    transfer.received_on = Date(2026, 9, 5);
    transfer.channel = Channel::online;
    Letter letter;
    letter.direction = LetterDirection::incoming;
    letter.state = LetterState::used;
    street.letter(transfer, id, letter);
    CHECK(street.said(Date(2026, 10, 4)).empty());
    CHECK(street.said(Date(2026, 10, 5)) == Lines{"RC-06 soon 2026-10-05"});
    CHECK(street.said(Date(2026, 10, 6)) == Lines{"RC-06 overdue 2026-10-05"});
}

TEST_CASE("deadlines: what is held is reviewed, what does not move is late") {
    Street street;
    Transfer held;
    held.member = street.add(street.at_home(1));
    held.kind = TransferKind::in;
    held.state = TransferState::presented;
    held.channel = Channel::paper;
    held.opened_on = held.presented_on = Date(2026, 9, 1);
    held.held_since = Date(2026, 9, 2);
    held.hold_reason = "档案存疑";
    held.to = street.first;
    street.open(held);
    CHECK(street.said(Date(2026, 9, 2)) == Lines{"hold_review_days review 2026-10-02"});
    CHECK(street.said(Date(2026, 9, 1)).empty()); // not held yet
    CHECK(street.said(Date(2026, 10, 3)) == Lines{"hold_review_days overdue 2026-10-02"});

    street.open(street.add(street.at_home(2)), TransferKind::out, TransferState::opened, Date(2026, 10, 10));
    CHECK(street.said(Date(2026, 10, 30)).size() == 1);
    CHECK(street.said(Date(2026, 10, 31)) ==
          Lines{"hold_review_days overdue 2026-10-02", "transit_sla_days soon 2026-10-31"});
    CHECK(street.said(Date(2026, 11, 1)) ==
          Lines{"hold_review_days overdue 2026-10-02", "transit_sla_days overdue 2026-10-31"});
}

TEST_CASE("deadlines: a list without vouchers is one matter, however many stand on it") {
    Street street;
    Batch batch;
    batch.title = "江南机床厂移交";
    batch.kind = TransferKind::in;
    batch.from = street.far;
    batch.opened_on = Date(2026, 11, 2);
    batch.listed = 3;
    const BatchId id{street.write("batch_opened", batch)};
    for (int i = 1; i <= 3; ++i) {
        Member member = street.at_home(i);
        member.standing = Standing::arriving;
        Transfer transfer;
        transfer.member = street.add(member);
        transfer.kind = TransferKind::in;
        transfer.state = TransferState::expected;
        transfer.channel = Channel::paper;
        transfer.batch = id;
        transfer.opened_on = batch.opened_on;
        transfer.from = street.far;
        transfer.to = LedgerFixture::kOwn;
        street.open(transfer);
    }
    CHECK(street.said(Date(2026, 11, 23)) == Lines{"transit_sla_days review 2026-11-23"});
    CHECK(street.said(Date(2026, 11, 24)) == Lines{"transit_sla_days overdue 2026-11-23"});
    const Deadline one = street.late(Date(2026, 11, 24)).front();
    CHECK(one.matter.zh == "3 人未见介绍信");
    CHECK(one.about == id.text());
    CHECK(one.responsible == "海港街道党工委");
}

TEST_CASE("deadlines: members by their probation, dues, last life, absence and settling") {
    Street street;
    Member ending = street.at_home(1);
    ending.stage = Stage::probationary;
    ending.admission = Date(2025, 12, 1);
    ending.conversion = Date();
    street.add(ending);
    CHECK(street.said(Date(2026, 10, 31)).empty());
    CHECK(street.said(Date(2026, 11, 23), {{}, {"PB-02"}}) == Lines{"PB-02 soon 2026-12-01"});
    CHECK(street.said(Date(2026, 12, 2), {{}, {"PB-02"}}).empty());
    CHECK(street.said(Date(2026, 12, 2), {{}, {"PB-01"}}) == Lines{"PB-01 overdue 2026-12-01"});

    Member unpaid = street.at_home(2);
    unpaid.dues_paid_through = Date(2026, 4);
    street.add(unpaid);
    CHECK(street.said(Date(2026, 10, 31), {{}, {"DU-02"}}).empty());
    CHECK(street.said(Date(2026, 11, 1), {{}, {"DU-02"}}) == Lines{"DU-02 review "});
    CHECK(street.said(Date(2026, 11, 1), {{}, {"ST-04"}}) == Lines{"ST-04 review "});
    for (const Deadline& one : street.late(Date(2026, 11, 1), {{}, {"DU-02", "ST-04"}})) {
        CHECK(one.since == Date(2026, 5, 1)); // April is paid
    }

    Member silent = street.at_home(3);
    silent.dues_paid_through = Date();
    silent.last_activity = Date(2026, 2, 28);
    street.add(silent);
    CHECK(street.said(Date(2026, 8, 27), {{}, {"ST-04"}}).empty());
    CHECK(street.said(Date(2026, 8, 28), {{}, {"ST-04"}}).size() == 1);

    Member away = street.at_home(4);
    away.away_since = Date(2025, 8, 31); // six months later is the last of February
    away.away_place = "江北市";
    street.add(away);
    CHECK(street.said(Date(2026, 2, 27), {{}, {"FL-01"}}).empty());
    CHECK(street.said(Date(2026, 2, 28), {{}, {"FL-01"}}) == Lines{"FL-01 overdue 2026-02-28"});

    Member settled = street.at_home(5);
    settled.category = Category::migrant;
    settled.stable_job = settled.fixed_residence = Flag::yes;
    settled.settled_since = Date(2026, 5);
    street.add(settled);
    CHECK(street.said(Date(2026, 11, 1), {{}, {"FL-05"}}) == Lines{"FL-05 review "});
    settled = street.at_home(6);
    settled.category = Category::migrant;
    settled.stable_job = settled.fixed_residence = Flag::yes;
    settled.standing = Standing::left;
    street.add(settled);
    CHECK(street.said(Date(2026, 11, 1), {{}, {"FL-05"}}).size() == 1);
}

TEST_CASE("deadlines: the last day of a limit is said once, and that it is the last") {
    Street street;
    Member away = street.at_home(1);
    away.away_since = Date(2026, 11, 1);
    away.away_place = "江北市";
    away.away_reason = TransferReason::working_away;
    away.phone = "13800000000";
    away.dues_paid_through = Date(2026, 11);
    street.add(away);
    CHECK(street.said(Date(2026, 11, 30)).empty());
    CHECK(street.said(Date(2026, 12, 1)) == Lines{"FL-02 soon 2026-12-01"});
    CHECK(street.said(Date(2026, 12, 2)) == Lines{"FL-02 overdue 2026-12-01"});
    const auto found = street.late(Date(2026, 12, 1));
    CHECK(found.front().explanation.zh == "期限 2026-12-01，当天办理不算逾期");
    CHECK(deadline_rows(found, Date(2026, 12, 1), 0, DeadlineView::narrow).rows[0][5].shown(Lang::zh) == "当天到期");

    Member corrected = street.at_home(2);
    corrected.status = MemberStatus::rectification;
    corrected.status_since = Date(2026, 6, 1);
    corrected.status_until = Date(2026, 12, 1);
    corrected.dues_paid_through = Date(2026, 11);
    street.add(corrected);
    CHECK(street.said(Date(2026, 11, 30), {{}, {"status_until"}}).empty());
    CHECK(street.said(Date(2026, 12, 1), {{}, {"status_until"}}) == Lines{"status_until soon 2026-12-01"});
    CHECK(street.said(Date(2026, 12, 2), {{}, {"status_until"}}) == Lines{"status_until overdue 2026-12-01"});

    Member ending = street.at_home(3);
    ending.stage = Stage::probationary;
    ending.admission = Date(2025, 12, 1);
    ending.conversion = Date();
    ending.dues_paid_through = Date(2026, 11);
    street.add(ending);
    CHECK(street.said(Date(2026, 12, 1), {{}, {"PB-01", "PB-02"}}) == Lines{"PB-02 soon 2026-12-01"});
    CHECK(street.said(Date(2026, 12, 2), {{}, {"PB-01", "PB-02"}}) == Lines{"PB-01 overdue 2026-12-01"});
}

TEST_CASE("deadlines: what somebody waits for comes before the members, and nobody is named twice for unpaid dues") {
    Street street;
    Member away = street.at_home(1);
    away.away_since = Date(2026, 1, 1);
    away.away_place = "江北市";
    away.dues_paid_through = Date(2026, 4);
    street.add(away);
    const MemberId mover = street.add(street.at_home(2));
    street.open(mover, TransferKind::out, TransferState::opened, Date(2026, 10, 1));
    std::vector<std::string> overdue;
    std::vector<std::string> review;
    for (const Deadline& one : street.late(Date(2026, 12, 31), {})) {
        if (one.name == away.name || one.urgency == Urgency::overdue) {
            (one.urgency == Urgency::overdue ? overdue : review).push_back(one.rule);
        }
    }
    CHECK(overdue == std::vector<std::string>{"transit_sla_days", "FL-01"});
    CHECK(std::count(review.begin(), review.end(), "DU-02") == 1);
    CHECK(std::count(review.begin(), review.end(), "ST-04") == 0);
}

TEST_CASE("deadlines: filtered by organisation, sorted by urgency, cut by limit") {
    Street street;
    for (int i = 1; i <= 3; ++i) {
        Member away = street.at_home(i);
        away.branch = i == 3 ? street.second : street.first;
        away.away_since = Date(2026, 1, 10 - i);
        away.away_place = "江北市";
        away.dues_paid_through = i == 1 ? Date(2026, 1) : Date(2026, 11);
        street.add(away);
    }
    const Date day(2026, 11, 23);
    const auto all = street.late(day);
    REQUIRE(all.size() == 4); // who is named for unpaid dues is not named again for the silence
    CHECK(all[0].due == Date(2026, 7, 7));
    CHECK(all[2].due == Date(2026, 7, 9));
    CHECK(all[3].urgency == Urgency::review);
    CHECK(street.late(day, {street.second, {}}).size() == 1);
    CHECK(street.late(day, {LedgerFixture::kOwn, {}}).size() == 4);
    CHECK(street.late(day, {street.far, {}}).empty());

    const RowSet rows = deadline_rows(all, day, 2);
    CHECK(rows.rows.size() == 2);
    CHECK(deadline_rows(all, day, 0).rows.size() == 4);
    const Findings findings = deadline_findings(all);
    REQUIRE(findings.size() == 4);
    CHECK(findings[2].severity == Severity::error); // overdue
    CHECK(findings[3].severity == Severity::warning);
    const RowSet counts = deadline_counts(all);
    REQUIRE(counts.rows.size() == 2);
    CHECK(counts.rows[1][0].machine() == "FL-01");
    CHECK(counts.rows[1][2].machine() == "3");
    CHECK(most_urgent(all, 2).size() == 2);
}
