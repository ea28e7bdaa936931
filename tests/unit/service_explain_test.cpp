#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/explain/explain.hpp"
#include "jiezhuan/service/reports/inspection.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

std::vector<std::string> titles(const Transfer& transfer) {
    std::vector<std::string> all;
    for (const RemainingStep& step : remaining_steps(OrgDirectory(), transfer, std::nullopt)) {
        all.push_back(step.title.en);
    }
    return all;
}

Transfer at(TransferKind kind, TransferState state, Channel channel = Channel::paper) {
    Transfer transfer;
    transfer.id = TransferId{9};
    transfer.kind = kind;
    transfer.state = state;
    transfer.channel = channel;
    return transfer;
}

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("explain: what is still to be done follows the usual path to its end") {
    CHECK(titles(at(TransferKind::out, TransferState::opened)) ==
          Titles{"approve", "issue the letter", "record the receipt"});
    CHECK(titles(at(TransferKind::out, TransferState::approved, Channel::online)) ==
          Titles{"send it online", "record that it was accepted online"});
    CHECK(titles(at(TransferKind::in, TransferState::presented)) ==
          Titles{"verify", "receive", "assign", "write and send our receipt"});
    CHECK(titles(at(TransferKind::in, TransferState::received, Channel::online)) == Titles{"assign"});
    CHECK(titles(at(TransferKind::within, TransferState::closed)).empty());
    CHECK(titles(at(TransferKind::enrol, TransferState::active)).empty());
    Transfer held = at(TransferKind::within, TransferState::approved);
    held.held_since = Date(2026, 11, 2);
    held.hold_reason = "档案存疑";
    CHECK(titles(held) == Titles{"resume", "assign"});
    CHECK(remaining_steps(OrgDirectory(), held, std::nullopt).front().waits_for.zh == "暂缓：档案存疑");
    CHECK(remaining_steps(OrgDirectory(), held, std::nullopt).back().waits_for.empty());
}

TEST_CASE("explain: every exit code is explained, and found by number and name") {
    for (const ExitName& name : exit_names()) {
        const Document document = explain_exit(name.exit);
        CHECK(document.headline.en.ends_with(name.title.en));
        const std::string number = std::to_string(static_cast<int>(name.exit));
        CHECK(exit_called(number) == name.exit);
        CHECK(exit_called("exit-" + number) == name.exit);
        CHECK(exit_called(name.id) == name.exit);
    }
    CHECK_FALSE(exit_called("exit-99").has_value());
    CHECK_FALSE(exit_called("").has_value());
    CHECK_FALSE(exit_called("20260001").has_value());
}

TEST_CASE("explain: a rule is found in any case") {
    for (const RuleText* rule : all_rules()) {
        CHECK(rule_called(rule->id) == rule_named(rule->id));
        CHECK(explain_rule(*rule).headline.zh.starts_with(rule->id));
    }
    CHECK(rule_called(" lt-21 ") == rule_named("LT-21"));
    CHECK(rule_called("LT") == nullptr);
}

TEST_CASE("inspection: a sample is the same again, grows with its count, and spares nobody") {
    LedgerFixture ledger;
    constexpr int kTransfers = 40;
    {
        Working working(ledger);
        for (int i = 0; i < kTransfers; ++i) {
            Transfer transfer = at(TransferKind::within, TransferState::opened);
            transfer.member = add_member(working.work(), synthetic_member(i), LedgerFixture::kOwn);
            transfer.opened_on = i < kTransfers / 2 ? Date(2026, 10, 1) : Date(2026, 11, 1);
            Event event = event_of("transfer_opened");
            event.create = Creation{RecordKind::transfer, to_json(transfer)};
            REQUIRE(working->ledger.append(std::move(event)));
        }
        working.commit();
    }
    const auto reading = ledger.read();
    const OrgDirectory organisations = must(OrgDirectory::of(*reading));
    const auto drawn = [&](std::int64_t count, std::int64_t seed, Date from = {}, Date to = {}) {
        std::vector<std::string> ids;
        const Document document = sample_document(*reading, organisations, {count, seed, from, to}).value();
        for (const auto& row : document.sections.front().rows) {
            ids.push_back(row.front().machine());
        }
        return ids;
    };
    CHECK(drawn(5, 7).size() == 5);
    CHECK(drawn(5, 7) == drawn(5, 7));
    CHECK(drawn(5, 7) != drawn(5, 8));
    const auto more = drawn(10, 7);
    for (const std::string& id : drawn(5, 7)) {
        CHECK(std::find(more.begin(), more.end(), id) != more.end());
    }
    CHECK(drawn(100, 7).size() == kTransfers);
    CHECK(drawn(100, 7, Date(2026, 10, 2)).size() == kTransfers / 2);
    CHECK(drawn(100, 7, {}, Date(2026, 10, 31)).size() == kTransfers / 2);
    std::map<std::string, int> times;
    for (int seed = 0; seed < 60; ++seed) {
        for (const std::string& id : drawn(10, seed)) {
            ++times[id];
        }
    }
    CHECK(times.size() == kTransfers); // 15 times each on the average
    for (const auto& [id, count] : times) {
        CHECK(count > 3);
        CHECK(count < 35);
    }
}
