#include "jiezhuan/service/letters/letters.hpp"

#include "jiezhuan/letters/letter_form.hpp"
#include "jiezhuan/service/letters/letter_stock.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "tests/support/letter_life.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;
using jiezhuan::testing::LetterLife;

namespace {

IssueOutcome issue(LetterLife& life, TransferId transfer, const IssueInput& input = {}) {
    auto issued = life.act([&](Work& work) { return issue_letter(work, transfer, input); });
    REQUIRE(issued);
    return *issued;
}

std::string rules_of(const Outcome& outcome) {
    std::string rules;
    for (const Finding& finding : outcome.findings) {
        rules += (rules.empty() ? "" : " ") + finding.rule;
    }
    return rules;
}

std::string page(LetterLife& life, LetterId letter, LetterFormat format = LetterFormat::text) {
    auto pages = letter_pages(*life.fixture.read(), std::vector{letter}, LetterPaper::three_parts, format);
    REQUIRE_MESSAGE(pages.has_value(), pages.error().message.en);
    return *pages;
}

} // namespace

TEST_CASE("a letter is filled in from the transfer, the member and the committees, and sends the transfer") {
    LetterLife life;
    const MemberId member = life.member(15);
    const TransferId transfer = life.approved(member);
    const IssueOutcome issued = issue(life, transfer);
    REQUIRE_MESSAGE(!issued.outcome.refused, rules_of(issued.outcome));
    CHECK(issued.no == "20260001");
    const Letter letter = life.letter(issued.letter);
    CHECK(letter.state == LetterState::issued);
    CHECK(letter.issuer == jiezhuan::testing::LedgerFixture::kOwn);
    CHECK(letter.serial == 1);
    CHECK(letter.year == 2026);
    CHECK(letter.name == "张15");
    CHECK(letter.age == 71); // born in June 1955
    CHECK(letter.id_no == life.who(member).citizen_id.text());
    CHECK(letter.from_unit == "中国共产党江南市临江区望江街道滨江社区第一支部委员会");
    CHECK(letter.addressee == "中国共产党海州市滨海区海港街道工作委员会");
    CHECK(letter.to_unit == "中国共产党海州市滨海区海港街道第二社区支部委员会");
    CHECK(letter.dues_paid_through == Date(2026, 11));
    CHECK(letter.committee_phone == "0000-80000002");
    CHECK(letter.committee_postcode == "000100");
    CHECK(letter.member_contact == "00000001234");
    CHECK(letter.valid_days == 60); // to another province
    CHECK(letter.valid_until == Date(2027, 1, 22));
    const Transfer sent = life.transfer(transfer);
    CHECK(sent.state == TransferState::sent);
    CHECK(sent.letter == issued.letter);
    CHECK(sent.sent_on == life.on);
    CHECK(life.who(member).standing == Standing::in_transit);
}

TEST_CASE("issuing again is done already and names the letter, with other parameters it is refused") {
    LetterLife life;
    const TransferId transfer = life.approved(15);
    const IssueOutcome first = issue(life, transfer);
    const std::size_t events = life.events();
    const IssueOutcome again = issue(life, transfer);
    CHECK(again.outcome.already);
    CHECK(again.letter == first.letter);
    CHECK(issue(life, transfer, {.valid_days = 60}).outcome.already);
    CHECK(issue(life, transfer, {.valid_days = 30}).outcome.refused);
    CHECK(issue(life, transfer, {.number = "20260009"}).outcome.refused);
    CHECK(life.events() == events);
}

TEST_CASE("numbers go on without gaps, past a void letter and over the new year") {
    LetterLife life(Date(2026, 12, 30));
    const TransferId first = life.approved(15);
    CHECK(issue(life, first).no == "20260001");
    const TransferId second = life.approved(16);
    const IssueOutcome issued = issue(life, second);
    CHECK(issued.no == "20260002");
    auto voided = life.act([&](Work& work) { return void_letter(work, issued.letter, {.reason = "去向有误"}); });
    REQUIRE(voided);
    CHECK_FALSE(voided->refused);
    CHECK(issue(life, second).no == "20260003");
    LetterLife next(Date(2027, 1, 4));
    CHECK(issue(next, next.approved(15)).no == "20270001");
}

TEST_CASE("a refused letter takes no number") {
    LetterLife life;
    const TransferId transfer = life.approved(15);
    const std::size_t events = life.events();
    const IssueOutcome refused = issue(life, transfer, {.valid_days = 91}); // above the ceiling
    CHECK(refused.outcome.refused);
    CHECK(rules_of(refused.outcome).find("LT-05") != std::string::npos);
    CHECK(life.events() == events);
    CHECK(life.transfer(transfer).state == TransferState::approved);
    CHECK(issue(life, transfer, {.valid_days = 90}).no == "20260001");
}

TEST_CASE("what the form asks for and nobody recorded is named, all of it at once") {
    LetterLife life;
    const MemberId member = life.member(15, [](Member& person) {
        person.ethnic = Ethnic::none;
        person.dues_paid_through = Date();
    });
    const TransferId transfer = life.approved(member);
    const IssueOutcome refused = issue(life, transfer);
    REQUIRE(refused.outcome.refused);
    REQUIRE(refused.outcome.findings.size() == 2);
    const auto& findings = refused.outcome.findings;
    const bool dues_first = findings.front().rule == "LT-10";
    const Finding& dues = dues_first ? findings.front() : findings.back();
    const Finding& others = dues_first ? findings.back() : findings.front();
    CHECK(others.message.zh == "介绍信缺：民族");
    CHECK(others.fix.zh.starts_with("jiezhuan member correct "));
    CHECK(dues.rule == "LT-10");
    CHECK(dues.fix.zh.starts_with("jiezhuan dues record ")); // nobody recorded it: that is no mistake
    CHECK(life.transfer(transfer).state == TransferState::approved);
}

TEST_CASE("no letter before the approval, none for a transfer online, none for one that does not exist") {
    LetterLife life;
    const MemberId member = life.member(15);
    const TransferId opened = life.act([&](Work& work) {
        Transfer wanted;
        wanted.kind = TransferKind::out;
        wanted.member = member;
        wanted.to = life.elsewhere;
        return TransferId{open_transfer(work, wanted)->created};
    });
    CHECK(issue(life, opened).outcome.refused);
    const MemberId other = life.member(16);
    const TransferId online = life.act([&](Work& work) {
        Transfer wanted;
        wanted.kind = TransferKind::out;
        wanted.member = other;
        wanted.to = life.elsewhere;
        wanted.channel = Channel::online;
        const TransferId id{open_transfer(work, wanted)->created};
        CHECK_FALSE(step_transfer(work, id, Action::approve, {})->refused);
        return id;
    });
    CHECK(issue(life, online).outcome.refused);
    auto none = life.act([&](Work& work) { return issue_letter(work, TransferId{9999}, {}); });
    CHECK(none.error().code == Exit::not_found);
}

TEST_CASE("a letter is printed again byte for byte, whatever the profile and the records say later") {
    LetterLife life;
    const MemberId member = life.member(15);
    const IssueOutcome issued = issue(life, life.approved(member));
    const std::string text = page(life, issued.letter);
    const std::string html = page(life, issued.letter, LetterFormat::html);
    CHECK(content_hash(text) == life.letter(issued.letter).content_hash);
    CHECK(text.find("（有效期 陆拾 天）") != std::string::npos);
    life.adopt("capital_numerals = { value = true", "capital_numerals = { value = false");
    (void)life.act([&](Work& work) {
        Event event = work.event("member_changed");
        event.set.push_back({RecordKind::member, member.value, {{"name", json::Value("李改")}}});
        return work.ledger.append(std::move(event));
    });
    CHECK_FALSE(life.act([&](Work& work) { return deliver_letter(work, issued.letter, {}); })->refused);
    CHECK(page(life, issued.letter) == text);
    CHECK(page(life, issued.letter, LetterFormat::html) == html);
    const IssueOutcome later = issue(life, life.approved(16));
    CHECK(page(life, later.letter).find("（有效期 60 天）") != std::string::npos);
    auto both = letter_pages(*life.fixture.read(), std::vector{issued.letter, later.letter}, LetterPaper::three_parts,
                             LetterFormat::text);
    REQUIRE(both);
    CHECK(*both == text + "\f" + page(life, later.letter));
}

TEST_CASE("a page that is no longer what was issued is not printed") {
    LetterLife life;
    const IssueOutcome issued = issue(life, life.approved(15));
    life.fixture.tamper("UPDATE letter SET addressee = '某处' WHERE id = " + std::to_string(issued.letter.value));
    auto pages =
        letter_pages(*life.fixture.read(), std::vector{issued.letter}, LetterPaper::three_parts, LetterFormat::text);
    REQUIRE_FALSE(pages);
    CHECK(pages.error().code == Exit::damaged);
}

TEST_CASE("a void letter takes the transfer back to approved and the member home") {
    LetterLife life;
    const MemberId member = life.member(15);
    const TransferId transfer = life.approved(member);
    const IssueOutcome issued = issue(life, transfer);
    const auto act = [&](const VoidInput& input) {
        auto outcome = life.act([&](Work& work) { return void_letter(work, issued.letter, input); });
        REQUIRE(outcome);
        return *outcome;
    };
    CHECK(act({}).refused); // no reason
    CHECK_FALSE(act({.reason = "写错去向"}).refused);
    CHECK(life.letter(issued.letter).state == LetterState::void_);
    CHECK(life.transfer(transfer).state == TransferState::approved);
    CHECK_FALSE(life.transfer(transfer).letter);
    CHECK(life.who(member).standing == Standing::home);
    CHECK(act({.reason = "写错去向"}).already);
    CHECK(act({.reason = "别的原因"}).refused);
    auto pages =
        letter_pages(*life.fixture.read(), std::vector{issued.letter}, LetterPaper::three_parts, LetterFormat::text);
    CHECK(pages.error().code == Exit::refused);
}

TEST_CASE("a lost letter: the receiver may be told later, and the next letter names it") {
    LetterLife life;
    const TransferId transfer = life.approved(15);
    const IssueOutcome lost = issue(life, transfer);
    const auto act = [&](const VoidInput& input) {
        auto outcome = life.act([&](Work& work) { return void_letter(work, lost.letter, input); });
        REQUIRE(outcome);
        return *outcome;
    };
    CHECK_FALSE(act({.reason = "途中遗失", .lost = true}).refused);
    CHECK(life.letter(lost.letter).state == LetterState::lost);
    const Outcome told = act({.reason = "途中遗失", .lost = true, .receiver_notified_on = life.on});
    CHECK_FALSE(told.refused);
    CHECK_FALSE(told.already);
    CHECK(life.letter(lost.letter).receiver_notified_on == life.on);
    CHECK(act({.reason = "途中遗失", .lost = true}).already);
    CHECK(life.letter(issue(life, transfer).letter).replaces == lost.letter);
}

TEST_CASE("reissuing replaces the old letter in one event") {
    LetterLife life;
    const MemberId member = life.member(15);
    const TransferId transfer = life.approved(member);
    const IssueOutcome old = issue(life, transfer);
    const std::size_t events = life.events();
    const auto act = [&](const ReissueInput& input) {
        auto outcome = life.act([&](Work& work) { return reissue_letter(work, old.letter, input); });
        REQUIRE(outcome);
        return *outcome;
    };
    CHECK(act({}).outcome.refused);
    const IssueOutcome fresh = act({"过期未用", {}, {}});
    REQUIRE_FALSE(fresh.outcome.refused);
    CHECK(rules_of(fresh.outcome).find("LT-19") != std::string::npos); // the receiver was not told: a warning
    CHECK(rules_of(fresh.outcome).find("LT-20") == std::string::npos);
    CHECK(life.events() == events + 1);
    CHECK(fresh.no == "20260002");
    CHECK(life.letter(old.letter).state == LetterState::replaced);
    CHECK(life.letter(old.letter).replaced_by == fresh.letter);
    CHECK(life.letter(fresh.letter).replaces == old.letter);
    CHECK(life.transfer(transfer).letter == fresh.letter);
    CHECK(life.who(member).standing == Standing::in_transit);
    const IssueOutcome again = act({"过期未用", {}, {}});
    CHECK(again.outcome.already);
    CHECK(again.letter == fresh.letter);
    CHECK(act({"遗失", {}, {}}).outcome.refused);
    const IssueOutcome told = act({"过期未用", life.on, {}}); // the receiver was told later
    CHECK_FALSE(told.outcome.refused);
    CHECK_FALSE(told.outcome.already);
    CHECK(told.letter == fresh.letter);
    CHECK(life.letter(old.letter).receiver_notified_on == life.on);
    CHECK(act({"过期未用", life.on, {}}).outcome.already);
    auto verified = life.fixture.store()->verify();
    REQUIRE_MESSAGE(verified.has_value(), verified.error().message.en);
}

TEST_CASE("who collected the letter: the member, or somebody and how") {
    LetterLife life;
    const IssueOutcome mine = issue(life, life.approved(15));
    const IssueOutcome other = issue(life, life.approved(16));
    const auto act = [&](LetterId letter, const DeliverInput& input) {
        auto outcome = life.act([&](Work& work) { return deliver_letter(work, letter, input); });
        REQUIRE(outcome);
        return *outcome;
    };
    CHECK_FALSE(act(mine.letter, {}).refused);
    CHECK(life.letter(mine.letter).delivered_how == "本人领取");
    CHECK(act(mine.letter, {}).already);
    CHECK(act(mine.letter, {"李代", "邻居"}).refused);
    const Outcome unsaid = act(other.letter, {"李代", ""}); // recorded, and asked about
    CHECK_FALSE(unsaid.refused);
    REQUIRE(unsaid.findings.size() == 1);
    CHECK(unsaid.findings.front().rule == "RC-07");
    CHECK(act(other.letter, {"李代", ""}).already);
    CHECK(act(other.letter, {"王代", "党支部派人领取"}).refused);
    const Outcome supplied = act(other.letter, {"李代", "党支部派人领取"});
    CHECK_FALSE(supplied.refused);
    CHECK(supplied.findings.empty());
    CHECK(act(other.letter, {"李代", ""}).already);
    CHECK(act(other.letter, {"李代", "邻居"}).refused);
    CHECK(life.letter(other.letter).delivered_to == "李代");
    CHECK(life.letter(other.letter).delivered_how == "党支部派人领取");
}

TEST_CASE("pre-printed numbers come from the stock, and the stock adds up") {
    LetterLife life;
    life.adopt("number_source = { value = \"pattern\"", "number_source = { value = \"preprinted\"");
    const TransferId transfer = life.approved(15);
    CHECK(issue(life, transfer).outcome.refused); // nothing was received
    const StockInput pack{LetterKind::introduction, "江字0007", "江字0010", 0, "区委组织部"};
    CHECK_FALSE(life.act([&](Work& work) { return receive_stock(work, pack); })->refused);
    CHECK(life.act([&](Work& work) { return receive_stock(work, pack); })->already);
    StockInput overlap = pack;
    overlap.first = "江字0010";
    overlap.last = "江字0020";
    CHECK(life.act([&](Work& work) { return receive_stock(work, overlap); })->refused);
    overlap.last = "江字00020";
    CHECK(life.act([&](Work& work) { return receive_stock(work, overlap); }).error().code == Exit::usage);

    CHECK(issue(life, transfer, {.number = "江字0011"}).outcome.refused); // in no pack
    const IssueOutcome first = issue(life, transfer);
    CHECK(first.no == "江字0007");
    CHECK(page(life, first.letter).find("样") != std::string::npos);
    CHECK(issue(life, life.approved(16), {.number = "江字0009"}).no == "江字0009");
    CHECK(issue(life, life.approved(17), {.number = "江字0009"}).outcome.refused); // used
    CHECK_FALSE(life.act([&](Work& work) { return void_blank(work, "江字0008", {.reason = "卡纸"}); })->refused);
    CHECK(issue(life, life.approved(18)).no == "江字0010");
    auto counts = stock_counts(*life.fixture.read());
    REQUIRE(counts);
    REQUIRE(counts->size() == 1);
    const StockCount& count = counts->front();
    CHECK(count.received == 4);
    CHECK(count.used == 3);
    CHECK(count.spoiled == 1);
    CHECK(count.blank == 0);
    CHECK(count.next.empty());
    CHECK(life.act([&](Work& work) { return void_blank(work, "江字0099", {.reason = "x"}); }).error().code ==
          Exit::not_found);
}

TEST_CASE("a blank that is taken out of its turn leaves a gap, and that is said (LT-03)") {
    LetterLife life;
    CHECK(issue(life, life.approved(15)).no == "20260001");
    const StockInput pack{LetterKind::introduction, "20260002", "20260010", 0, "区委组织部"};
    REQUIRE_FALSE(life.act([&](Work& work) { return receive_stock(work, pack); })->refused);
    CHECK(rules_of(issue(life, life.approved(16), {.number = "20260002"}).outcome).find("LT-03") == std::string::npos);
    const Outcome skipped = issue(life, life.approved(17), {.number = "20260005"}).outcome;
    CHECK_FALSE(skipped.refused);
    REQUIRE(rules_of(skipped).find("LT-03") != std::string::npos);
    for (const Finding& finding : skipped.findings) {
        CHECK((finding.rule != "LT-03" || finding.message.zh == "2026 年序号 3 至 4 缺号"));
    }
    CHECK(rules_of(issue(life, life.approved(18), {.number = "20260003"}).outcome).find("LT-03") == std::string::npos);
    // What lies between two packs was never in the drawer.
    const StockInput second{LetterKind::introduction, "20260101", "20260110", 0, "区委组织部"};
    REQUIRE_FALSE(life.act([&](Work& work) { return receive_stock(work, second); })->refused);
    CHECK(rules_of(issue(life, life.approved(19), {.number = "20260101"}).outcome).find("LT-03") == std::string::npos);
    CHECK(rules_of(issue(life, life.approved(20), {.number = "20260103"}).outcome).find("LT-03") != std::string::npos);
}

TEST_CASE("a letter that ended and nobody knows why is shown with that (LT-23)") {
    LetterLife life;
    Letter letter = life.letter(issue(life, life.approved(15)).letter);
    const auto shown = [&] {
        const auto ledger = life.fixture.read();
        auto in_force = profile_in_force(*ledger, life.on);
        const OrgDirectory organisations = *OrgDirectory::of(*ledger);
        return letter_document(*ledger, organisations, in_force->profile, letter, life.on, false)->findings;
    };
    CHECK(shown().empty());
    letter.state = LetterState::void_; // as another program may have written it
    REQUIRE(shown().size() == 1);
    CHECK(shown().front().rule == "LT-23");
    letter.state_reason = "写错";
    CHECK(shown().empty());
}

TEST_CASE("a letter is found by its number however it is typed, and by its id") {
    LetterLife life;
    const IssueOutcome issued = issue(life, life.approved(15));
    const auto ledger = life.fixture.read();
    CHECK(find_letter(*ledger, " 第２０２６０００１号 ")->id == issued.letter);
    CHECK(find_letter(*ledger, issued.letter.text())->no == "20260001");
    CHECK(find_letter(*ledger, "20260002").error().code == Exit::not_found);
}

TEST_CASE("two letters of one number are told apart by their ids") {
    LetterLife life;
    life.received(15, "20260001");
    issue(life, life.approved(16));
    const auto ledger = life.fixture.read();
    const auto found = find_letter(*ledger, "20260001");
    REQUIRE_FALSE(found);
    CHECK(found.error().code == Exit::usage);
    CHECK(find_letter(*ledger, "20260001", LetterDirection::issued_by_us)->name == "张16");
}

TEST_CASE("a letter is overdue from the day after its last, and while nothing came back") {
    LetterLife life;
    const Letter letter = life.letter(issue(life, life.approved(15)).letter);
    CHECK(days_overdue(letter, letter.valid_until) == 0);
    CHECK(days_overdue(letter, letter.valid_until.plus_days(1)) == 1);
    Letter used = letter;
    used.state = LetterState::used;
    CHECK(days_overdue(used, letter.valid_until.plus_days(1)) == 0);
}
