#include "jiezhuan/service/member_history.hpp"
#include "jiezhuan/service/member_marks.hpp"
#include "jiezhuan/service/member_search.hpp"
#include "jiezhuan/service/member_view.hpp"
#include "jiezhuan/service/members.hpp"
#include "jiezhuan/service/reveal.hpp"
#include "jiezhuan/service/transfers.hpp"
#include "tests/support/working.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace jiezhuan;
using namespace jiezhuan::testing;

namespace {

std::string citizen_id(std::string first17) { return first17 + citizen_id_check(first17); }

struct Fixture {
    LedgerFixture ledger;
    Working working{ledger};
    Work& work = working.work();
    OrgId first = add_organisation(work, OrgKind::branch, "中共望江街道江滨社区第一支部委员会", LedgerFixture::kOwn);
    OrgId far = add_organisation(work, OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    MemberId li = jiezhuan::testing::add_member(work, synthetic_member(1), first);

    [[nodiscard]] Member member() const { return **work.ledger.member(li); }
    [[nodiscard]] std::int64_t next() const { return work.ledger.next_seq(); }

    // An outgoing transfer; sent through the online system where that is asked for.
    TransferId transfer_out(bool sent) {
        Transfer wanted;
        wanted.kind = TransferKind::out;
        wanted.member = li;
        wanted.to = far;
        wanted.reason = TransferReason::moved_home;
        wanted.destination = "海港街道第二社区";
        wanted.channel = Channel::online;
        const TransferId id{open_transfer(work, wanted)->created};
        StepInput input;
        input.minutes = "党工委会议纪要[2026]12号";
        input.online_no = "ZX2026110001";
        REQUIRE_FALSE(step_transfer(work, id, Action::approve, input)->refused);
        if (sent) {
            REQUIRE_FALSE(step_transfer(work, id, Action::send, input)->refused);
        }
        return id;
    }
};

Outcome must(Result<Outcome> result) {
    REQUIRE_MESSAGE(result, result.error().message.en);
    return std::move(*result);
}

bool says_rule(const Findings& findings, std::string_view rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; });
}

FieldValues wang() {
    return {{"name", "王 芳"},         {"citizen_id", citizen_id("11000019600302004")},
            {"stage", "full"},         {"admission", "1985-07"},
            {"conversion", "1986-07"}, {"branch", "中共望江街道江滨社区第一支部委员会"}};
}

} // namespace

TEST_CASE("service members: a member is registered at home, completed from the ID number") {
    Fixture f;
    const Outcome outcome = must(jiezhuan::add_member(f.work, wang()));
    REQUIRE(outcome.created != 0);
    const Member stored = **f.work.ledger.member(MemberId{outcome.created});
    CHECK(stored.name == "王芳");
    CHECK(stored.birth == Date(1960, 3, 2));
    CHECK(stored.sex == Sex::female);
    CHECK(stored.standing == Standing::home);
    CHECK(stored.standing_since == Date(2026, 11, 23));
    CHECK(stored.branch == f.first);
    CHECK_FALSE(has_errors(outcome.findings));
}

TEST_CASE("service members: registering again is done already, with other data it is refused") {
    Fixture f;
    must(jiezhuan::add_member(f.work, wang()));
    const std::int64_t next = f.next();
    CHECK(must(jiezhuan::add_member(f.work, wang())).already);
    FieldValues other = wang();
    other["name"] = "王方";
    CHECK(must(jiezhuan::add_member(f.work, other)).refused);
    CHECK(f.next() == next);
}

TEST_CASE("service members: what is missing or wrong is refused and appends nothing") {
    Fixture f;
    const std::int64_t next = f.next();
    for (const std::string_view field : {"name", "stage", "citizen_id"}) {
        FieldValues values = wang();
        values.erase(values.find(field));
        CAPTURE(field);
        CHECK(must(jiezhuan::add_member(f.work, values)).refused);
    }
    FieldValues wrong = wang();
    wrong["citizen_id"].back() = wrong["citizen_id"].back() == '1' ? '2' : '1';
    const Outcome outcome = must(jiezhuan::add_member(f.work, wrong));
    CHECK(outcome.refused);
    CHECK(says_rule(outcome.findings, "ID-02"));
    CHECK(outcome.findings.size() == 1); // not also that there is no number
    FieldValues early = wang();
    early["conversion"] = "1985-08";
    CHECK(says_rule(must(jiezhuan::add_member(f.work, early)).findings, "PB-03"));
    CHECK(f.next() == next);
}

TEST_CASE("service members: who has no ID number is known by another document") {
    Fixture f;
    FieldValues values = wang();
    values.erase("citizen_id");
    values["document_type"] = "officer_card";
    CHECK(must(jiezhuan::add_member(f.work, values)).refused); // a type without a number
    values["document_no"] = "军字第12345号";
    CHECK(must(jiezhuan::add_member(f.work, values)).created != 0);
}

TEST_CASE("service members: the same name and birth date under another number is pointed out") {
    Fixture f;
    must(jiezhuan::add_member(f.work, wang()));
    FieldValues twin = wang();
    twin["citizen_id"] = citizen_id("11000019600302006");
    CHECK(says_rule(must(jiezhuan::add_member(f.work, twin)).findings, "ID-10"));
}

TEST_CASE("service members: without a branch the member is ours, and RC-06 says that a branch is missing") {
    Fixture f;
    FieldValues values = wang();
    values.erase("branch");
    const Outcome outcome = must(jiezhuan::add_member(f.work, values));
    CHECK((*f.work.ledger.member(MemberId{outcome.created}))->branch == LedgerFixture::kOwn);
    CHECK(says_rule(outcome.findings, "RC-06"));
}

TEST_CASE("service members: a change is one event with what changed, and once") {
    Fixture f;
    const std::int64_t next = f.next();
    CHECK_FALSE(must(change_member(f.work, f.li, {{"employer", "江南机械厂"}, {"sex", "male"}})).refused);
    CHECK(f.next() == next + 1);
    CHECK(f.member().employer == "江南机械厂");
    CHECK(must(change_member(f.work, f.li, {{"employer", " 江南机械厂 "}})).already);
    CHECK(f.next() == next + 1);
    CHECK_FALSE(must(change_member(f.work, f.li, {{"employer", ""}})).already);
    CHECK(f.member().employer.empty());
}

TEST_CASE("service members: a change is judged by what it brings, not by what was there") {
    Fixture f;
    Member odd = synthetic_member(2);
    odd.conversion = Date(odd.admission.year(), 8); // PB-03, written before the rule was asked
    const MemberId id = jiezhuan::testing::add_member(f.work, odd, f.first);
    CHECK_FALSE(must(change_member(f.work, id, {{"employer", "江南机械厂"}})).refused);
    CHECK(must(change_member(f.work, f.li, {{"conversion", "1966-08"}})).refused == false);
    CHECK(must(change_member(f.work, f.li, {{"conversion", "2027-01-01"}})).refused);
}

TEST_CASE("service members: nothing changes for who has left, but what was wrong is corrected") {
    Fixture f;
    must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    CHECK(must(change_member(f.work, f.li, {{"employer", "江南机械厂"}})).refused);
    CHECK_FALSE(must(correct_member(f.work, f.li, {{"employer", "江南机械厂"}}, "录入错误")).refused);
}

TEST_CASE("service members: a correction wants a reason and keeps it") {
    Fixture f;
    CHECK(must(correct_member(f.work, f.li, {{"ethnic", "HU"}}, "  ")).refused);
    CHECK_FALSE(must(correct_member(f.work, f.li, {{"ethnic", "HU"}}, "已核对户口簿")).refused);
    const auto events = f.work.ledger.history(RecordKind::member, f.li.value);
    CHECK(events->back().event.type == "member_corrected");
    CHECK(json::text_of(events->back().event.about, "reason") == "已核对户口簿");
}

TEST_CASE("service members: an identity is corrected to one that nobody has, and the number stays") {
    Fixture f;
    const Outcome added = must(jiezhuan::add_member(f.work, wang()));
    const std::string taken = f.member().citizen_id.text();
    const Outcome refused = must(correct_member(f.work, MemberId{added.created}, {{"citizen_id", taken}}, "抄错"));
    CHECK(refused.refused);
    CHECK(refused.findings.front().message.zh.find(taken) == std::string::npos);
    CHECK(refused.findings.front().message.zh.find(f.li.text()) != std::string::npos);
    const std::string right = citizen_id("11000019600302006");
    CHECK_FALSE(must(correct_member(f.work, MemberId{added.created}, {{"citizen_id", right}}, "抄错一位")).refused);
    CHECK(**f.work.ledger.member_by_identity({*CitizenId::parse(right), {}, {}}) == MemberId{added.created});
    CHECK_FALSE(f.work.ledger.member_by_identity({*CitizenId::parse(wang()["citizen_id"]), {}, {}})->has_value());
}

TEST_CASE("service members: a death takes the open transfer with it, in one commit") {
    Fixture f;
    const TransferId transfer = f.transfer_out(true);
    CHECK(f.member().standing == Standing::in_transit);
    f.work.on = Date(2026, 11, 1); // before the transfer was sent: it happened before anybody knew
    const Outcome outcome = must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    CHECK_FALSE(outcome.refused);
    CHECK((*f.work.ledger.transfer(transfer))->state == TransferState::withdrawn);
    CHECK((*f.work.ledger.transfer(transfer))->outcome_reason == "去世：死亡医学证明");
    const Member gone = f.member();
    CHECK(gone.standing == Standing::left);
    CHECK(gone.leave_reason == LeaveReason::died);
    CHECK(gone.left_on == Date(2026, 11, 1));
    CHECK(f.work.on == Date(2026, 11, 1));
}

TEST_CASE("service members: a relation that was received stays with us until its receipt is done") {
    Fixture f;
    Arrival arrival;
    arrival.member = synthetic_member(7);
    arrival.member.standing = Standing::none;
    arrival.member.standing_since = Date();
    arrival.transfer.kind = TransferKind::in;
    arrival.transfer.from_name = "中共江南机床厂委员会";
    arrival.transfer.channel = Channel::both;
    const auto arrived = arrive(f.work, arrival);
    REQUIRE(arrived);
    REQUIRE_FALSE(arrived->outcome.refused);
    Transfer received = **f.work.ledger.transfer(arrived->transfer);
    const Transfer before = received;
    received.state = TransferState::received;
    received.received_on = Date(2026, 11, 20);
    Event event = f.work.event("transfer_stepped");
    event.set = {{RecordKind::transfer, received.id.value, difference(before, received)},
                 {RecordKind::member, arrived->member.value, {{"standing", json::Value("home")}}}};
    REQUIRE(f.work.ledger.append(std::move(event)));
    const Outcome outcome = must(mark_member(f.work, arrived->member, {Mark::died, "家属报告"}));
    CHECK_FALSE(outcome.refused);
    CHECK((*f.work.ledger.transfer(arrived->transfer))->state == TransferState::received);
    CHECK(has_errors(outcome.findings) == false);
    CHECK(outcome.findings.front().severity == Severity::warning);
}

TEST_CASE("service members: who only arrives and dies was never counted, and is not counted as having left") {
    Fixture f;
    Arrival arrival;
    arrival.member = synthetic_member(7);
    arrival.member.standing = Standing::none;
    arrival.transfer.kind = TransferKind::in;
    arrival.transfer.from_name = "中共江南机床厂委员会";
    const auto arrived = arrive(f.work, arrival);
    CHECK_FALSE(must(mark_member(f.work, arrived->member, {Mark::died, "家属报告"})).refused);
    const Member member = **f.work.ledger.member(arrived->member);
    CHECK(member.standing == Standing::not_admitted);
    CHECK(member.leave_reason == LeaveReason::died);
    CHECK((*f.work.ledger.transfer(arrived->transfer))->state == TransferState::withdrawn);
}

TEST_CASE("service members: no mark without a basis, none that does not fit, and nothing is left behind") {
    Fixture f;
    const TransferId transfer = f.transfer_out(true);
    const std::int64_t next = f.next();
    for (const CodeRow& row : code_table<Mark>().rows) {
        CAPTURE(row.id);
        CHECK(must(mark_member(f.work, f.li, {static_cast<Mark>(row.value), " "})).refused);
    }
    for (const Mark mark : {Mark::found, Mark::returned, Mark::restored, Mark::mistaken, Mark::probation_cancelled,
                            Mark::discipline_ended, Mark::rectified, Mark::abroad}) {
        CAPTURE(code_id(mark));
        CHECK(must(mark_member(f.work, f.li, {mark, "支部记录"})).refused);
    }
    CHECK(f.next() == next);
    CHECK((*f.work.ledger.transfer(transfer))->state == TransferState::sent);
}

TEST_CASE("service members: the same mark again is done already, with another basis it is refused") {
    Fixture f;
    must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).already);
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "家属报告"})).refused);
    f.work.on = Date(2026, 11, 20);
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).refused); // another day
    f.work.on_given = false;
    CHECK(must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"})).already);
}

TEST_CASE("service members: contact is lost and found, a member goes abroad and returns") {
    Fixture f;
    MarkInput lost{Mark::lost_contact, "支部排查记录"};
    CHECK(must(mark_member(f.work, f.li, lost)).refused); // why, and since when?
    lost.cause = LossCause::working_away;
    lost.last_contact = Date(2026, 3);
    CHECK_FALSE(must(mark_member(f.work, f.li, lost)).refused);
    CHECK(must(mark_member(f.work, f.li, lost)).already);
    lost.cause = LossCause::moved;
    CHECK(must(mark_member(f.work, f.li, lost)).refused);
    CHECK(f.member().loss_cause == LossCause::working_away);
    CHECK(f.member().status == MemberStatus::lost_contact);
    CHECK(f.member().standing == Standing::home); // never a conclusion about the membership
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::found, "本人来电"})).refused);
    CHECK(f.member().status == MemberStatus::none);
    CHECK(f.member().last_contact == f.work.on);
    MarkInput abroad{Mark::abroad, "党委批复", "望江街道党工委"};
    CHECK(must(mark_member(f.work, f.li, abroad)).refused); // what for?
    abroad.purpose = AbroadPurpose::study;
    CHECK(must(mark_member(f.work, f.li, abroad)).findings.empty());
    CHECK(f.member().status_decided_by == "望江街道党工委");
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::returned, "本人申请"})).refused);
}

TEST_CASE("service members: a status that was there before holds on when contact is found again") {
    Fixture f;
    MarkInput discipline{Mark::probation_discipline, "街工委[2026]8号", "望江街道党工委"};
    discipline.until = Date(2029, 1, 1);
    CHECK(must(mark_member(f.work, f.li, discipline)).refused); // ST-07: more than two years
    discipline.until = Date(2027, 11, 1);
    CHECK_FALSE(must(mark_member(f.work, f.li, discipline)).refused);
    MarkInput lost{Mark::lost_contact, "支部排查记录", "", {}, LossCause::moved};
    lost.until = Date(2027, 1, 1);
    CHECK(must(mark_member(f.work, f.li, lost)).refused); // has no period
    lost.until = Date();
    CHECK_FALSE(must(mark_member(f.work, f.li, lost)).refused);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::found, "本人来电"})).refused);
    CHECK(f.member().status == MemberStatus::probation_discipline);
    CHECK(f.member().status_until == Date(2027, 11, 1));
}

TEST_CASE("service members: nobody moves whose membership is to be verified, nor while it is suspended") {
    Fixture f;
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::pending_verify, "档案存疑"})).refused);
    Transfer wanted;
    wanted.kind = TransferKind::out;
    wanted.member = f.li;
    wanted.to = add_organisation(f.work, OrgKind::working_committee, "中国共产党海州市海港街道工作委员会");
    wanted.destination = "中共海港街道第二社区支部委员会";
    CHECK(must(open_transfer(f.work, wanted)).refused);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::verified, "已核对档案"})).refused);
    const MarkInput disciplined{Mark::under_discipline, "警告处分决定", "望江街道党工委"};
    CHECK_FALSE(must(mark_member(f.work, f.li, disciplined)).refused);
    const Outcome opened = must(open_transfer(f.work, wanted));
    CHECK_FALSE(opened.refused);
    const bool said = std::any_of(opened.findings.begin(), opened.findings.end(), [](const Finding& one) {
        return one.fix.zh.find("随档案转递") != std::string::npos;
    });
    CHECK(said);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::suspended, "街工委[2026]9号"})).refused);
    const Outcome refused = must(open_transfer(f.work, wanted));
    CHECK(refused.refused);
    CHECK(refused.findings.front().message.zh.find("ST-01") != std::string::npos);
}

TEST_CASE("service members: a mark that was a mistake is taken back once") {
    Fixture f;
    const Member before = f.member();
    must(mark_member(f.work, f.li, {Mark::suspended, "街工委[2026]8号"}));
    must(mark_member(f.work, f.li, {Mark::died, "同名误报"}));
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::mistaken, "经核实为同名"})).refused);
    CHECK(f.member().standing == Standing::suspended);
    CHECK(f.member().leave_reason == LeaveReason::none);
    CHECK(must(mark_member(f.work, f.li, {Mark::mistaken, "再撤一次"})).refused);
    CHECK_FALSE(must(mark_member(f.work, f.li, {Mark::restored, "街工委[2026]9号"})).refused);
    CHECK(f.member().standing == before.standing);
    CHECK(f.member().status == MemberStatus::restored);
}

TEST_CASE("service members: who left by a transfer comes back by a transfer") {
    Fixture f;
    const TransferId transfer = f.transfer_out(true);
    StepInput input;
    input.evidence = "网上接收 2026-11-23";
    REQUIRE_FALSE(step_transfer(f.work, transfer, Action::accept, input)->refused);
    CHECK(must(mark_member(f.work, f.li, {Mark::mistaken, "误登"})).refused);
    CHECK(must(mark_member(f.work, f.li, {Mark::restored, "误登"})).refused);
}

TEST_CASE("service members: a branch is corrected inside the basic committee only") {
    Fixture f;
    const OrgId other = add_organisation(f.work, OrgKind::committee, "中共望江街道江南大学委员会", LedgerFixture::kOwn);
    Organisation committee = *f.work.organisations.find(other);
    committee.can_approve_probationary = Authority::yes;
    f.work.organisations.put(committee);
    CHECK(must(correct_member(f.work, f.li, {{"branch", other.text()}}, "录入错误")).refused);
    const Outcome moved = must(correct_member(f.work, f.li, {{"branch", "001"}}, "录入错误"));
    CHECK_FALSE(moved.refused);
    CHECK(moved.findings.front().severity == Severity::warning); // a correction is no transfer
    CHECK(must(correct_member(f.work, f.li, {{"branch", f.first.text()}}, "登记时漏填")).findings.empty());
    CHECK(correct_member(f.work, f.li, {{"branch", f.far.text()}}, "录入错误").error().code == Exit::not_found);
}

TEST_CASE("service members: where nobody is on the roster, those who are hosted are pointed out") {
    Fixture f;
    MemberFilter filter;
    filter.branch = f.first;
    CHECK(hosted_instead(f.work.ledger, f.work.organisations, filter)->empty());
    Member hosted = synthetic_member(5);
    hosted.standing = Standing::hosted;
    jiezhuan::testing::add_member(f.work, hosted, f.first);
    const auto next = *hosted_instead(f.work.ledger, f.work.organisations, filter);
    REQUIRE(next.size() == 1);
    CHECK(next.front().zh ==
          fmt::format("jiezhuan member list --branch {} --standing hosted  # 流入（关系在外）：1 名", f.first.text()));
}

TEST_CASE("service members: people are found by what is known of them") {
    Fixture f;
    must(jiezhuan::add_member(f.work, wang()));
    must(change_member(f.work, f.li, {{"phone", "138-0000-1234"}}));
    const auto found = [&](auto set) {
        MemberFilter filter;
        set(filter);
        return search_members(f.work.ledger, f.work.organisations, filter)->total;
    };
    CHECK(found([](MemberFilter& m) { m.name = "王"; }) == 1);
    CHECK(found([](MemberFilter& m) { m.birth = Date(1960, 3); }) == 1);
    CHECK(found([](MemberFilter& m) { m.birth = Date(1960, 4); }) == 0);
    CHECK(found([](MemberFilter& m) { m.birth = Date(1960); }) == 1);
    CHECK(found([](MemberFilter& m) { m.last_four = wang()["citizen_id"].substr(14); }) == 1);
    CHECK(found([](MemberFilter& m) { m.citizen_id = *CitizenId::parse(wang()["citizen_id"]); }) == 1);
    CHECK(found([](MemberFilter& m) { m.phone_end = "01234"; }) == 1);
    CHECK(found([&](MemberFilter& m) { m.branch = f.first; }) == 2);
    CHECK(found([](MemberFilter& m) { m.branch = LedgerFixture::kOwn; }) == 2);
    CHECK(found([](MemberFilter& m) { m.standings = {Standing::left}; }) == 0);
    MemberFilter one;
    one.limit = 1;
    const auto limited = search_members(f.work.ledger, f.work.organisations, one);
    CHECK(limited->total == 2);
    CHECK(limited->members.size() == 1);
}

TEST_CASE("service members: somebody whose month of birth is unknown may have been born in any") {
    Fixture f;
    Member vague = synthetic_member(3);
    vague.birth = Date(1955);
    jiezhuan::testing::add_member(f.work, vague, f.first);
    MemberFilter filter;
    filter.birth = Date(1955, 6);
    CHECK(search_members(f.work.ledger, f.work.organisations, filter)->total == 1);
}

TEST_CASE("service members: the picture of a member shows every field of the record") {
    Fixture f;
    const auto document = member_document(f.work.ledger, f.work.profile, f.member(), f.work.on, false);
    REQUIRE(document);
    std::set<std::string> shown;
    for (const RowSet& section : document->sections) {
        for (const Column& column : section.columns) {
            if (section.shape == RowSet::Shape::card) {
                CHECK_MESSAGE(shown.insert(column.id).second, column.id);
            }
        }
    }
    for (const Field<Member>& field : fields_of<Member>()) {
        CHECK_MESSAGE(shown.contains(std::string(field.id)), field.id);
    }
}

TEST_CASE("service members: the history says what each event changed, and replays to the record") {
    Fixture f;
    f.transfer_out(true);
    must(mark_member(f.work, f.li, {Mark::died, "死亡医学证明"}));
    const auto events = f.work.ledger.history(RecordKind::member, f.li.value);
    CHECK(replayed<Member>(*events, f.li, f.next()) == f.member());
    CHECK(replayed<Member>(*events, f.li, f.li.value).standing == Standing::home);
    const auto sections = history_of(f.work.ledger, f.work.organisations, f.member(), false);
    REQUIRE(sections);
    const RowSet& changes = sections->at(1);
    const auto last = std::find_if(changes.rows.rbegin(), changes.rows.rend(),
                                   [](const auto& row) { return row[2].machine() == "standing"; });
    CHECK((*last)[3].shown(Lang::zh) == "在册");
    CHECK((*last)[4].shown(Lang::zh) == "已离册");
    const std::string number = f.member().citizen_id.text();
    for (const auto& row : changes.rows) {
        CHECK(row[4].machine() != number);
    }
}

TEST_CASE("service members: a reveal is an event before anything is shown") {
    LedgerFixture ledger;
    const auto store = ledger.store();
    CHECK(record_reveal(*store, Date(2026, 11, 23), {"核对介绍信", "member show", {MemberId{12}}, "赵干事"}));
    std::vector<Event> events;
    REQUIRE(ledger.read()->each_event(1, 0, [&](const LoggedEvent& logged) -> Result<void> {
        events.push_back(logged.event);
        return {};
    }));
    CHECK(events.back().type == "private_data_revealed");
    CHECK(json::text_of(events.back().about, "purpose") == "核对介绍信");
    CHECK(events.back().op == "赵干事");
}

TEST_CASE("service members: a reveal that cannot be recorded is an error, so that nothing is shown") {
    LedgerFixture ledger;
    const auto writer = ledger.write();
    OpenOptions options;
    options.wait_ms = 0;
    const auto store = open_ledger(ledger.env(), ledger.path(), options);
    REQUIRE(store);
    const auto recorded = record_reveal(**store, Date(2026, 11, 23), {"核对介绍信", "member show", {}, "赵干事"});
    REQUIRE_FALSE(recorded);
    CHECK(recorded.error().code == Exit::busy);
}
