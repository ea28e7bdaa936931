// Ledgers that many days of acts were written into: of every day and every commit is told afterwards what the tables were then. And
// events written in any order, with any day: what counts of them is what a simple model says.
#include "jiezhuan/model/records.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr int kLedgers = 4;
constexpr int kDays = 10;
constexpr int kCommits = 2; // a day
constexpr int kActs = 8;    // a commit

// Every record, and which events each of them had.
std::string tables_of(Reading& ledger) {
    std::string all;
    const auto add = [&](const auto& records) {
        REQUIRE(records);
        for (const auto& record : *records) {
            all += record.id.text() + json::encode(to_json(record));
            const auto events = ledger.history(RecordTraits<std::decay_t<decltype(record)>>::kKind, record.id.value);
            REQUIRE(events);
            for (const LoggedEvent& event : *events) {
                all += ' ' + std::to_string(event.seq);
            }
            all += '\n';
        }
    };
    add(ledger.organisations({}));
    add(ledger.members({}));
    add(ledger.batches({}));
    add(ledger.transfers({}));
    add(ledger.letters({}));
    add(ledger.stocks({}));
    add(ledger.intakes({}));
    add(ledger.profiles({}));
    return all;
}

struct Acts {
    std::mt19937 random;
    std::vector<OrgId> branches;
    OrgId far;
    std::vector<MemberId> members;
    std::vector<TransferId> transfers;

    int pick(std::size_t below) { return static_cast<int>(random() % below); }
    template <class T> T one_of(const std::vector<T>& all) { return all[static_cast<std::size_t>(pick(all.size()))]; }

    void begin(Work& work) {
        for (const char* name : {"中共望江街道第一支部委员会", "中共望江街道第二支部委员会"}) {
            branches.push_back(add_organisation(work, OrgKind::branch, name, LedgerFixture::kOwn));
        }
        far = add_organisation(work, OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    }

    void act(Work& work) {
        switch (members.empty() ? 0 : pick(6)) {
        case 0:
            members.push_back(add_member(work, synthetic_member(static_cast<int>(members.size())), one_of(branches)));
            break;
        case 1:
            REQUIRE(change_member(work, one_of(members), {{"remarks", "备注" + std::to_string(pick(1000))}}));
            break;
        case 2:
            open(work);
            break;
        default:
            step(work);
            break;
        }
    }

    void open(Work& work) {
        Transfer wanted;
        wanted.member = one_of(members);
        wanted.kind = pick(2) == 0 ? TransferKind::out : TransferKind::within;
        wanted.channel = Channel::online;
        wanted.reason = TransferReason::moved_home;
        wanted.destination = "某处";
        wanted.to = wanted.kind == TransferKind::out ? far : one_of(branches);
        const auto opened = open_transfer(work, wanted);
        REQUIRE(opened);
        if (!opened->refused && !opened->already) {
            transfers.emplace_back(TransferId{opened->created});
        }
    }

    void step(Work& work) {
        if (transfers.empty()) {
            return;
        }
        const TransferId id = one_of(transfers);
        const auto transfer = *work.ledger.transfer(id);
        const auto allowed = allowed_actions(transfer->kind, transfer->state);
        StepInput input;
        input.reason = "某原因";
        input.online_no = "123";
        input.evidence = "系统回执";
        input.minutes = "第1次会议";
        input.branch = one_of(branches);
        if (!allowed.empty()) {
            REQUIRE(step_transfer(work, id, one_of(allowed), input));
        }
    }
};

struct Told {
    Past past;
    std::string tables;
};

} // namespace

TEST_CASE("past: what is told of a day and of an instant is what the tables were then") {
    for (int round = 0; round < kLedgers; ++round) {
        CAPTURE(round);
        const Date first(2026, 9, 1);
        LedgerFixture ledger(first);
        Acts acts{std::mt19937(static_cast<unsigned>(20261101 + round)), {}, {}, {}, {}};
        std::vector<Told> told;
        for (int i = 0; i < kDays; ++i) {
            const Date day = first.plus_days(i + 1);
            ledger.env() = fake_env(day);
            for (int commit = 0; commit < kCommits; ++commit) {
                Working working(ledger, day);
                if (acts.branches.empty()) {
                    acts.begin(working.work());
                }
                for (int act = 0; act < kActs; ++act) {
                    acts.act(working.work());
                }
                working.commit();
                told.push_back({{{}, ledger.env().now()}, tables_of(*ledger.read())});
            }
            told.push_back({{day, std::nullopt}, told.back().tables});
            told.push_back({{day, told[told.size() - 2].past.known_at}, told.back().tables});
        }
        const auto store = ledger.store();
        for (const Told& one : told) {
            CAPTURE(one.past.as_of.text());
            const auto past = store->read_past(one.past);
            REQUIRE_MESSAGE(past, past.error().message.en);
            CHECK(tables_of(**past) == one.tables);
        }
        CHECK(told.front().tables != told.back().tables);
    }
}

namespace {

// What was written about a field: on which day it was so, what, and whether it was always so.
struct Written {
    Date day;
    std::string value;
    bool correction;
};

// The value on a day: the last one written about it, without what happened later; a correction of that is of no other.
std::string on_that_day(const std::vector<Written>& all, Date day) {
    std::string value;
    bool of_later = false;
    for (const Written& one : all) {
        const bool later = one.day > day;
        if (!later || (one.correction && !of_later)) {
            value = one.value;
        }
        of_later = one.correction && later ? of_later : later;
    }
    return value;
}

} // namespace

TEST_CASE("past: events written in any order count by their day, and corrections whatever their day") {
    for (unsigned round = 0; round < 40; ++round) {
        CAPTURE(round);
        std::mt19937 random(20261201 + round);
        LedgerFixture ledger(Date(2026, 9, 1));
        std::vector<Written> all;
        const MemberId id = [&] {
            Working working(ledger, Date(2026, 9, 1));
            const MemberId member = add_member(working.work(), synthetic_member(1), LedgerFixture::kOwn);
            all.push_back({Date(2026, 9, 1), "", false});
            for (int i = 0; i < 12; ++i) {
                const Date day(2026, 9, 1 + static_cast<int>(random() % 20));
                const bool correction = random() % 3 == 0;
                Event event = event_of(correction ? "member_corrected" : "member_changed", day);
                event.set = {{RecordKind::member, member.value, {{"remarks", json::Value(std::to_string(i))}}}};
                REQUIRE(working->ledger.append(std::move(event)));
                all.push_back({day, std::to_string(i), correction});
            }
            working.commit();
            return member;
        }();
        const auto store = ledger.store();
        for (int day = 1; day <= 21; ++day) {
            CAPTURE(day);
            const auto past = store->read_past({Date(2026, 9, day), std::nullopt});
            REQUIRE(past);
            CHECK((*(*past)->member(id))->remarks == on_that_day(all, Date(2026, 9, day)));
        }
    }
}
