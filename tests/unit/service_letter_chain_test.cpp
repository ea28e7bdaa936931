#include "jiezhuan/service/letters/letter_chain.hpp"

#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/receipts/receipts.hpp"
#include "jiezhuan/service/transfers/routes.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"
#include "tests/support/answers.hpp"
#include "tests/support/letter_life.hpp"
#include "tests/support/working.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

constexpr const char* kDirect = "distance = \"other_province\"\npolicy = \"art25-direct\"";
constexpr const char* kVia = "distance = \"other_province\"\npolicy = \"via-county-od\"";

// A life in a place where letters to another province are exchanged on the way.
struct Chain : LetterLife {
    Chain() { adopt(kDirect, kVia); }

    OrgId department(const std::string& name, OrgId parent = {}, Distance distance = Distance::none) {
        return outside(OrgKind::org_department, name, parent, distance);
    }
    OrgId outside(OrgKind kind, const std::string& name, OrgId parent, Distance distance) {
        auto ledger = fixture.write();
        Organisation one;
        one.kind = kind;
        one.name = name;
        one.outside = Flag::yes;
        one.parent = parent;
        one.distance = distance;
        one.can_approve_probationary = Authority::yes;
        one.state = OrgState::active;
        Event event = event_of("organisation_added", on);
        event.create = Creation{RecordKind::organisation, to_json(one)};
        const OrgId id{must(ledger->append(std::move(event)))};
        commit(*ledger);
        return id;
    }
    void put_below(OrgId id, OrgId parent) {
        auto ledger = fixture.write();
        Event event = event_of("organisation_changed", on);
        event.set.push_back({RecordKind::organisation, id.value, {{"parent", json::Value(parent.value)}}});
        must(ledger->append(std::move(event)));
        commit(*ledger);
    }
    OrgId planned(TransferReason reason = TransferReason::moved_home, Channel channel = Channel::paper) {
        return act([&](Work& work) {
            Transfer wanted;
            wanted.kind = TransferKind::out;
            wanted.from = branch;
            wanted.to = elsewhere;
            wanted.reason = reason;
            wanted.channel = channel;
            wanted.opened_on = on;
            return planned_addressee(work, wanted);
        });
    }
    LetterId issued(TransferId transfer) {
        auto outcome = act([&](Work& work) { return issue_letter(work, transfer, {}); });
        REQUIRE(outcome);
        REQUIRE(!outcome->outcome.refused);
        return outcome->letter;
    }
    Outcome exchange(LetterId letter, const std::string& no, const std::string& reason = "") {
        ExchangeInput input;
        input.by = "某县委组织部";
        input.no = no;
        input.valid_days = 30;
        input.reason = reason;
        return must(act([&](Work& work) { return exchange_letter(work, letter, input); }));
    }
};

} // namespace

TEST_CASE("a letter by the departments is addressed to ours where the directory knows it, else to that over there") {
    Chain life;
    CHECK(life.planned() == life.elsewhere); // it knows none
    const OrgId theirs = life.department("中国共产党海州市滨海区委员会组织部");
    CHECK(life.planned() == life.elsewhere); // whose it is, nobody said
    life.put_below(life.elsewhere, theirs);
    CHECK(life.planned() == theirs);
    const OrgId ours = life.department("中国共产党江南市临江区委员会组织部", {}, Distance::same_county);
    CHECK(life.planned() == ours);
    CHECK(life.planned(TransferReason::whole_organisation) == life.elsewhere);
    CHECK(life.planned(TransferReason::moved_home, Channel::online) == life.elsewhere);
    static_cast<void>(life.department("中国共产党江南市临江区委员会老干部组织部", {}, Distance::same_county));
    CHECK(life.planned() == theirs); // two of them: which, the directory does not say
}

TEST_CASE("a county committee's department is found beside the committee, not below somebody else") {
    Chain life;
    auto ledger = life.fixture.write();
    Work work = life.work_on(*ledger);
    const OrgId county = add_organisation(work, OrgKind::committee, "中国共产党海州市滨海区委员会");
    LetterLife::commit(*ledger);
    ledger.reset();
    const OrgId theirs = life.department("中国共产党海州市滨海区委员会组织部", county);
    life.put_below(life.elsewhere, county);
    CHECK(life.planned() == theirs);
}

TEST_CASE("the addressee follows where a transfer that is corrected goes now") {
    Chain life;
    const OrgId ours = life.department("中国共产党江南市临江区委员会组织部", {}, Distance::same_county);
    const TransferId transfer = life.approved(15);
    CHECK(life.transfer(transfer).addressee == ours);
    const OrgId near =
        life.outside(OrgKind::working_committee, "中国共产党江南市城北区东湖街道工作委员会", {}, Distance::same_city);
    TransferCorrection correction;
    correction.to = near;
    correction.reason = "去向有误";
    const Transfer before = life.transfer(transfer);
    const auto corrected =
        must(life.act([&](Work& work) { return correct_transfer(work, before, correction, std::span(&before, 1)); }));
    REQUIRE(!corrected.outcome.refused);
    CHECK(life.transfer(transfer).addressee == near); // inside the city it goes straight
}

TEST_CASE("what is given for a letter ends as it does: with a death on the way, with the letter") {
    Chain life;
    const MemberId member = life.member(15);
    const LetterId ours = life.issued(life.approved(member));
    const LetterId onward{life.exchange(ours, "县组1").created};
    CHECK(life.letter(onward).exchanges == ours);
    CHECK(life.letter(ours).exchanged_for == onward);
    CHECK(is_live(life.letter(onward)));
    MarkInput death;
    death.mark = Mark::died;
    death.basis = "死亡证明";
    REQUIRE(!must(life.act([&](Work& work) { return mark_member(work, member, death); })).refused);
    CHECK(life.letter(ours).state == LetterState::void_);
    CHECK(life.letter(onward).state == LetterState::void_);
    CHECK(life.exchange(onward, "县组2").refused);
}

TEST_CASE("only an introduction letter of ours under way is exchanged, and each once") {
    Chain life;
    const TransferId came = life.received(30, "海组转1");
    CHECK(life.exchange(life.transfer(came).letter, "县组1").refused);
    const LetterId ours = life.issued(life.approved(15));
    const std::size_t events = life.events();
    CHECK(!life.exchange(ours, "县组1").refused);
    CHECK(life.exchange(ours, "县组1").already);
    CHECK(life.exchange(ours, "县组2").refused);
    CHECK(life.events() == events + 1);
    const Outcome corrected = life.exchange(ours, "县组2", "抄错");
    CHECK(corrected.corrected);
    CHECK(life.exchange(ours, "县组2").already);
    CHECK(life.letter(life.letter(ours).exchanged_for).no == "县组2");
}

TEST_CASE("a department that exchanged the letter is no other receiver than the one online") {
    Letter letter;
    letter.addressee = "中共某县委组织部";
    Transfer transfer;
    transfer.online_receiver = "中共某街道工作委员会";
    CHECK(receivers_differ(letter, transfer));
    letter.exchanged_for = LetterId{7};
    CHECK_FALSE(receivers_differ(letter, transfer));
}

// In any order of acts: a chain is live as long as the letter of ours with which it began, one letter of it is in the bearer's hands, and
// the events replay to the same tables.
TEST_CASE("property: a chain of letters stands and falls with its beginning") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        std::mt19937 random(seed);
        const auto pick = [&random](std::size_t below) { return static_cast<std::size_t>(random() % below); };
        Chain life;
        std::vector<LetterId> letters;
        for (int number = 20; number < 24; ++number) {
            letters.push_back(life.issued(life.approved(number)));
        }
        for (int step = 0; step < 24; ++step) {
            const LetterId one = letters[pick(letters.size())];
            const Letter before = life.letter(one);
            const std::size_t events = life.events();
            Outcome outcome;
            switch (pick(6)) {
            case 0: {
                auto ended = life.act([&](Work& work) { return void_letter(work, one, {.reason = "有误"}); });
                if (!ended) {
                    continue; // of another issuer
                }
                outcome = std::move(*ended);
                break;
            }
            case 1: {
                auto again = life.act([&](Work& work) { return reissue_letter(work, one, {"过期", {}, {}}); });
                if (!again) {
                    continue;
                }
                outcome = std::move(again->outcome);
                break;
            }
            case 2: {
                ReceiptInput slip;
                slip.no = before.no;
                slip.name = before.name;
                slip.date = life.on;
                outcome = must(life.act([&](Work& work) { return record_receipt(work, slip); }));
                break;
            }
            default:
                outcome = life.exchange(one, "县组" + std::to_string(step));
                break;
            }
            CHECK((!(outcome.refused || outcome.already) || life.events() == events));
            if (outcome.created != 0) {
                letters.push_back(LetterId{outcome.created});
            }
            for (const LetterId id : letters) {
                const Letter letter = life.letter(id);
                const Letter first = must(chain_beginning(*life.fixture.read(), letter));
                CHECK(is_live(letter) == is_live(first));
                const auto chain = must(chain_from(*life.fixture.read(), first));
                CHECK(is_carried(chain.back()) == is_live(first));
                CHECK(std::count_if(chain.begin(), chain.end(), [](const Letter& link) { return is_carried(link); }) <=
                      1);
            }
        }
        CHECK(life.fixture.store()->verify());
    }
}
