#include "jiezhuan/service/deadlines/status.hpp"
#include "jiezhuan/service/deadlines/waiting.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

Document page(Working& working) {
    return must(status_document(working->ledger, working->organisations, working->profile, Date(2026, 11, 23)));
}

const RowSet& section(const Document& document, std::string_view id) {
    for (const RowSet& set : document.sections) {
        if (set.id == id) {
            return set;
        }
    }
    throw Bug{"no section"};
}

std::int64_t count(const Document& document, std::string_view column) {
    const RowSet& card = section(document, "members");
    for (std::size_t i = 0; i < card.columns.size(); ++i) {
        if (card.columns[i].id == column) {
            return *card.rows.front()[i].number();
        }
    }
    return -1;
}

void open(Working& working, MemberId member, TransferKind kind, TransferState state, Channel channel = Channel::paper,
          bool held = false, std::string destination = "海港街道第二社区党支部") {
    Transfer transfer;
    transfer.member = member;
    transfer.kind = kind;
    transfer.state = state;
    transfer.channel = channel;
    transfer.destination = std::move(destination);
    transfer.opened_on = Date(2026, 11, 20);
    transfer.held_since = held ? Date(2026, 11, 21) : Date();
    Event event = working->event("transfer_opened");
    event.create = Creation{RecordKind::transfer, to_json(transfer)};
    must(working->ledger.append(std::move(event)));
}

} // namespace

TEST_CASE("status: the roster is who is at home or in transit, and nobody else") {
    LedgerFixture ledger;
    Working working(ledger);
    int number = 0;
    for (const Standing standing : {Standing::home, Standing::home, Standing::in_transit, Standing::arriving,
                                    Standing::hosted, Standing::suspended, Standing::left, Standing::not_admitted}) {
        Member member = synthetic_member(++number);
        member.standing = standing;
        member.stage = number == 2 ? Stage::probationary : Stage::full;
        member.conversion = number == 2 ? Date() : member.conversion;
        add_member(working.work(), member, LedgerFixture::kOwn);
    }
    const Document document = page(working);
    CHECK(count(document, "roster") == 3);
    CHECK(count(document, "full") == 2);
    CHECK(count(document, "probationary") == 1);
    CHECK(count(document, "in_transit") == 1);
    CHECK(count(document, "arriving") == 1);
    CHECK(count(document, "hosted") == 1);
    CHECK(count(document, "suspended") == 1);
}

TEST_CASE("status: what waits is counted by the step that comes next") {
    LedgerFixture ledger;
    Working working(ledger);
    const MemberId member = add_member(working.work(), synthetic_member(1), LedgerFixture::kOwn);
    using K = TransferKind;
    using S = TransferState;
    open(working, member, K::out, S::opened);
    open(working, member, K::within, S::opened);
    open(working, member, K::enrol, S::opened);
    open(working, member, K::out, S::approved);
    open(working, member, K::out, S::approved, Channel::online);
    open(working, member, K::within, S::approved);
    open(working, member, K::out, S::sent);
    open(working, member, K::in, S::expected);
    open(working, member, K::in, S::presented);
    open(working, member, K::in, S::presented, Channel::paper, true);
    open(working, member, K::in, S::verified);
    open(working, member, K::enrol, S::verified);
    open(working, member, K::in, S::received);
    open(working, member, K::in, S::returned);
    open(working, member, K::enrol, S::active);
    open(working, member, K::out, S::closed);
    const WaitingCounts counts = must(waiting_counts(working->ledger, working->organisations));
    const std::map<Waiting, std::int64_t> expected = {{Waiting::to_approve, 2},     {Waiting::to_issue, 1},
                                                      {Waiting::to_send_online, 1}, {Waiting::to_present, 1},
                                                      {Waiting::to_verify, 2},      {Waiting::to_receive, 1},
                                                      {Waiting::to_assign, 3},      {Waiting::receipts_to_record, 1},
                                                      {Waiting::returned, 1},       {Waiting::held, 1}};
    CHECK(counts.of == expected);
    CHECK(waiting_rows(counts).rows.size() == 10);
    for (const std::vector<Cell>& row : waiting_rows(counts).rows) {
        CHECK(row[2].machine().starts_with("jiezhuan "));
    }
}

TEST_CASE("status: whose letter would lack something is to be completed, and the others can have theirs") {
    LedgerFixture ledger;
    Working working(ledger);
    const MemberId member = add_member(working.work(), synthetic_member(1), LedgerFixture::kOwn);
    open(working, member, TransferKind::out, TransferState::approved, Channel::paper, false, "");
    const auto counted = [&] { return must(waiting_counts(working->ledger, working->organisations)); };
    CHECK(counted().of == std::map<Waiting, std::int64_t>{{Waiting::to_complete, 1}});
    open(working, member, TransferKind::out, TransferState::approved);
    const RowSet rows = waiting_rows(counted());
    REQUIRE(rows.rows.size() == 2);
    CHECK(rows.rows[0][2].machine() == "jiezhuan transfer list --waiting to_complete");
    CHECK(rows.rows[1][2].machine() == "jiezhuan letter issue --state approved --allow-partial");
}

TEST_CASE("status: the next command is where to begin, then what waits, but first what is late") {
    LedgerFixture ledger;
    Working working(ledger);
    CHECK(page(working).next.front().en.starts_with("jiezhuan org import"));
    const OrgId branch = add_organisation(working.work(), OrgKind::branch, "江滨社区第一支部", LedgerFixture::kOwn);
    CHECK(page(working).next.front().en.starts_with("jiezhuan member import"));
    const MemberId member = add_member(working.work(), synthetic_member(1), branch);
    CHECK(page(working).next.front().en.starts_with("jiezhuan transfer due"));
    open(working, member, TransferKind::out, TransferState::approved);
    CHECK(page(working).next.front().en.starts_with("jiezhuan letter issue"));
    Member away = synthetic_member(2);
    away.away_since = Date(2026, 1, 1);
    away.away_place = "江北市";
    const MemberId late = add_member(working.work(), away, branch);
    CHECK(page(working).next.front().en.starts_with("jiezhuan transfer open " + late.text()));
    CHECK(section(page(working), "deadlines").rows.size() == 1);
}
