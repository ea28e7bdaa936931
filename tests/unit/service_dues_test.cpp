// Corners of a payment of dues; a clerk's day with them is in tests/golden/transcripts/dues.txt.
#include "jiezhuan/service/dues/dues.hpp"
#include "jiezhuan/service/dues/dues_hand_over.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

// A member of ours who has paid through a month, and what is done on some day.
struct Desk {
    LedgerFixture ledger;
    MemberId member;

    explicit Desk(Date paid) {
        Working work(ledger, Date(2026, 1, 5));
        const OrgId branch =
            add_organisation(work.work(), OrgKind::branch, "中共望江街道江滨社区第一支部委员会", LedgerFixture::kOwn);
        Member person = synthetic_member(1);
        person.dues_paid_through = paid;
        member = add_member(work.work(), person, branch);
        work.commit();
    }
    Outcome pay(Date on, const DuesInput& input, bool on_given = false) {
        Working work(ledger, on);
        work->on_given = on_given;
        Outcome outcome = must(record_dues(work.work(), member, input));
        if (!outcome.refused) {
            work.commit();
        }
        return outcome;
    }
    void mark(Date on, Mark as) {
        Working work(ledger, on);
        MarkInput input;
        input.mark = as;
        input.basis = "街工委〔2026〕3号";
        input.decided_by = "望江街道党工委";
        REQUIRE_FALSE(must(mark_member(work.work(), member, input)).refused);
        work.commit();
    }
    std::string last_from() {
        Working work(ledger, Date(2026, 11, 23));
        const std::vector<LoggedEvent> events = must(work->ledger.history(RecordKind::member, member.value));
        return std::string(json::text_of(events.back().event.about, "from"));
    }
};

DuesInput through(Date month, Date from = {}) { return {month, from, {}}; }

} // namespace

TEST_CASE("dues: a payment goes on where the last one ended, and leaves no month out") {
    Desk desk(Date(2026, 8));
    CHECK(desk.pay(Date(2026, 11, 20), through(Date(2026, 11), Date(2026, 10))).refused);
    CHECK_FALSE(desk.pay(Date(2026, 11, 20), through(Date(2026, 11))).refused);
    CHECK(desk.last_from() == "2026-09");
    CHECK(desk.pay(Date(2026, 11, 23), through(Date(2026, 11))).already);
    CHECK(desk.pay(Date(2026, 11, 20), through(Date(2026, 11)), true).already);
    CHECK(desk.pay(Date(2026, 11, 23), through(Date(2026, 11)), true).refused); // it was paid on another day
}

TEST_CASE("dues: nothing is owed for the months in which the membership was suspended") {
    Desk desk(Date(2026, 3));
    desk.mark(Date(2026, 4, 10), Mark::suspended);
    CHECK(desk.pay(Date(2026, 6, 1), through(Date(2026, 6))).refused);
    desk.mark(Date(2026, 9, 20), Mark::restored);
    CHECK(desk.pay(Date(2026, 11, 20), through(Date(2026, 11), Date(2026, 10))).refused); // September is left out
    const Outcome paid = desk.pay(Date(2026, 11, 20), through(Date(2026, 11)));
    CHECK_FALSE(paid.refused);
    CHECK(paid.findings.empty());
    CHECK(desk.last_from() == "2026-09");
}

TEST_CASE("dues: who was marked dead by mistake owes the months as if nothing had been marked") {
    Desk desk(Date(2026, 9));
    desk.mark(Date(2026, 11, 20), Mark::died);
    desk.mark(Date(2026, 11, 20), Mark::mistaken);
    CHECK(desk.pay(Date(2026, 11, 20), through(Date(2026, 11), Date(2026, 11))).refused); // October is left out
}

TEST_CASE("dues: the sender's months end with the one in which the letter was issued") {
    Letter letter;
    letter.issued_on = Date(2026, 11, 27);
    letter.dues_paid_through = Date(2026, 9);
    CHECK(senders_months(letter).first == Date(2026, 10));
    CHECK(senders_months(letter).last == Date(2026, 11));
    letter.dues_paid_through = Date(2026, 11);
    CHECK(senders_months(letter).last.empty());
    letter.issued_on = Date();
    CHECK(senders_months(letter).last.empty());
}

TEST_CASE("dues: of several letters the last one counts that was used and says a month") {
    Letter used;
    used.direction = LetterDirection::incoming;
    used.state = LetterState::used;
    used.dues_paid_through = Date(2020, 3);
    used.no = "1";
    Letter later = used;
    later.no = "2";
    Letter returned = used;
    returned.state = LetterState::returned;
    Letter ours = used;
    ours.direction = LetterDirection::issued_by_us;
    Letter silent = used;
    silent.dues_paid_through = Date();
    const std::vector<Letter> letters = {used, later, returned, ours, silent};
    REQUIRE(letter_of_dues(letters) != nullptr);
    CHECK(letter_of_dues(letters)->no == "2");
    CHECK(letter_of_dues({returned, ours, silent}) == nullptr);
}
