// What holds for every check, whatever it looks for: no facts are too few, and dates known to a month or a year accuse nobody.
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/org_name.hpp"
#include "jiezhuan/rules/probation.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

const Profile& national() {
    static const Profile kProfile = parse_profile(national_profile_text(), "national-2019.toml").value();
    return kProfile;
}

template <class Facts> std::string said_by(std::span<const Rule<Facts>> rules, const Facts& facts) {
    std::string ids;
    for (const Rule<Facts>& rule : rules) {
        if (rule.check(facts)) {
            ids += std::string(rule.text.id) + " ";
        }
    }
    return ids;
}

constexpr Date kToday(2026, 3, 10);

// A member all of whose dates are known as little as can be.
Member with_dates(Date date) {
    Member member;
    member.birth = Date(date.year() - 30);
    member.admission = date;
    member.conversion = date;
    member.standing_since = date;
    member.settled_since = date;
    member.away_since = date;
    member.dues_paid_through = date;
    member.last_activity = date;
    member.status_since = date;
    return member;
}

} // namespace

TEST_CASE("checks: of an empty record only what must be there is missed") {
    const Member member;
    const Organisation organisation;
    const Transfer transfer;
    const Letter letter;
    CHECK(said_by(member_rules(), MemberFacts{member, national(), kToday, {}}) == "");
    CHECK(said_by(organisation_rules(), OrganisationFacts{organisation, national()}) == "");
    CHECK(said_by(transfer_rules(), TransferFacts{transfer, member, national(), kToday}) == "");
    CHECK(said_by(letter_rules(), LetterFacts{letter, national(), kToday}) == "LT-01 LT-05 LT-10 LT-12 ");
    CHECK(said_by(receipt_rules(), ReceiptFacts{letter, national(), "", "", "", kToday, kToday}) == "");
    CHECK(said_by(deadline_rules(), DeadlineFacts{national(), kToday, {}, {}, {}}) == "");
    CHECK(said_by(deadline_rules(), DeadlineFacts{national(), kToday, member, transfer, letter}) == "");
}

TEST_CASE("checks: a year or a month that may mean today makes no error") {
    for (const Date date : {Date(2026), Date(2026, 3)}) {
        CAPTURE(date.text());
        Member member = with_dates(date);
        member.stage = Stage::probationary;
        member.standing = Standing::home;
        member.away_place = "某市";
        member.away_reason = TransferReason::working_away;
        member.phone = "13800000000";
        member.conversion = {};
        CHECK(said_by(member_rules(), MemberFacts{member, national(), kToday, {}}) == "");
        CHECK(said_by(deadline_rules(), DeadlineFacts{national(), kToday, member, {}, {}}) == "");
        const Transfer transfer{.kind = TransferKind::within};
        CHECK(said_by(transfer_rules(), TransferFacts{transfer, member, national(), kToday}) == "");
        const Letter letter{.no = "1", .valid_until = date, .addressee = "x", .dues_paid_through = date};
        CHECK(said_by(letter_rules(), LetterFacts{letter, national(), kToday}) == "LT-05 RT-02 ");
    }
}

TEST_CASE("deadlines: a term is judged by what was in force when it began, an absence by what is now") {
    const auto late = [](Date as_of, const Transfer& transfer, const Letter& letter) {
        std::string ids;
        for (const Finding& one : ask_deadlines({national(), as_of, {}, transfer, letter}, "")) {
            ids += one.rule + " ";
        }
        return ids;
    };
    Transfer owed;
    owed.kind = TransferKind::in;
    owed.state = TransferState::assigned;
    owed.received_on = owed.assigned_on = Date(2005, 3, 6);
    Letter voucher;
    voucher.kind = LetterKind::introduction;
    voucher.direction = LetterDirection::incoming;
    voucher.state = LetterState::used;
    CHECK(late(Date(2026, 1, 1), owed, voucher) == ""); // no month was set for the receipt before 2007
    owed.received_on = owed.assigned_on = Date(2007, 1, 1);
    CHECK(late(Date(2026, 1, 1), owed, voucher) == "RC-01 ");

    Transfer sent;
    sent.kind = TransferKind::out;
    sent.state = TransferState::sent;
    Letter ours;
    ours.kind = LetterKind::introduction;
    ours.direction = LetterDirection::issued_by_us;
    ours.state = LetterState::issued;
    ours.issued_on = Date(2010, 4, 3);
    ours.valid_until = Date(2010, 5, 3);
    CHECK(late(Date(2010, 5, 4), sent, ours) == "LT-09 ");
    CHECK(late(Date(2010, 8, 1), sent, ours) == "LT-09 RC-02 ");
    ours.issued_on = Date(2006, 4, 3);
    ours.valid_until = Date(2006, 5, 3);
    CHECK(late(Date(2026, 1, 1), sent, ours) == "");

    Member member;
    member.standing = Standing::home;
    member.away_since = Date(2015, 1, 1);
    member.away_place = "江北市";
    member.away_reason = TransferReason::working_away;
    const Findings now = ask_deadlines({national(), Date(2026, 1, 1), member, {}, {}}, "");
    CHECK(std::any_of(now.begin(), now.end(), [](const Finding& one) { return one.rule == kDutyToTransfer; }));
}

TEST_CASE("probation: it ends a year after admission, as exactly as that is known") {
    Member member;
    CHECK(probation_end(member, national()) == std::nullopt);
    member.admission = Date(2024, 2, 29);
    CHECK(probation_end(member, national()) == DateRange{Date(2025, 2, 28), Date(2025, 2, 28)});
    member.admission = Date(2024, 7);
    CHECK(probation_end(member, national()) == DateRange{Date(2025, 7, 1), Date(2025, 7, 31)});
    CHECK(range_text(*probation_end(member, national())) == "2025-07-01~2025-07-31");
    member.probation_extended_to = Date(2026, 1, 1);
    CHECK(range_text(*probation_end(member, national())) == "2026-01-01");
    CHECK(regular_probation_end(member, national())->earliest == Date(2025, 7, 1));
}

TEST_CASE("probation: there was none before September 1977") {
    Member member;
    for (const Date admission : {Date(1977, 8, 31), Date(1977, 8), Date(1977), Date(1970, 7, 1)}) {
        member.admission = admission;
        CHECK(probation_end(member, national()) == std::nullopt);
    }
    member.admission = Date(1977, 9, 1);
    CHECK(probation_end(member, national())->earliest == Date(1978, 9, 1));
}

TEST_CASE("names of organisations: in full as on the seal") {
    for (const std::string_view name :
         {"中国共产党北京市东城区幸福街道工作委员会", "中共北京市东城区幸福街道工作委员会", "中共某厂委员会",
          "中共某厂第二党支部", "中共某厂总支部委员会", "中共北京市东城区委员会组织部", "中共东城区委组织部",
          "中国共产党北京市东城区幸福街道办事处机关支部委员会", "某部队政治工作部", " 中共某厂委员会 "}) {
        CHECK_MESSAGE(is_full_org_name(name), name);
    }
    for (const std::string_view name : {"", "幸福街办", "中共幸福街道党工委", "中共某厂党委", "幸福街道工作委员会",
                                        "幸福社区居民委员会", "中共幸福社区居委会支部", "中共某厂"}) {
        CHECK_FALSE_MESSAGE(is_full_org_name(name), name);
    }
    CHECK(abbreviation_in("东城区幸福街办") == "街办");
    CHECK(abbreviation_in("中共某厂党委") == "党委");
    CHECK(abbreviation_in("中共东城区委组织部").empty());
}
