#include "tests/support/letter_life.hpp"

#include "tests/support/answers.hpp"

#include <stdexcept>

namespace jiezhuan::testing {
namespace {

Outcome must_stand(Result<Outcome> result) {
    Outcome outcome = must(std::move(result));
    if (outcome.refused) {
        throw std::runtime_error(outcome.findings.front().rule + " " + outcome.findings.front().message.en);
    }
    return outcome;
}

} // namespace

LetterLife::LetterLife(Date today) : fixture(today), on(today) {
    auto ledger = fixture.write();
    Event own = event_of("organisation_changed", on);
    own.set.push_back({RecordKind::organisation,
                       LedgerFixture::kOwn.value,
                       {{"address", json::Value("江南市临江区望江路1号")},
                        {"fax", json::Value("0000-80000003")},
                        {"phone", json::Value("0000-80000002")},
                        {"postcode", json::Value("000100")}}});
    must(ledger->append(std::move(own)));
    Organisation ours;
    ours.code = "001001";
    ours.name = "中国共产党江南市临江区望江街道滨江社区第一支部委员会";
    ours.short_name = "滨江一支部";
    ours.kind = OrgKind::branch;
    ours.parent = LedgerFixture::kOwn;
    ours.can_approve_probationary = Authority::no;
    ours.state = OrgState::active;
    Event added = event_of("organisation_added", on);
    added.create = Creation{RecordKind::organisation, to_json(ours)};
    branch = OrgId{must(ledger->append(std::move(added)))};
    Organisation other;
    other.name = "中国共产党海州市滨海区海港街道工作委员会";
    other.short_name = "海港街道党工委";
    other.kind = OrgKind::working_committee;
    other.outside = Flag::yes;
    other.can_approve_probationary = Authority::yes;
    other.distance = Distance::other_province;
    other.state = OrgState::active;
    Event outside = event_of("organisation_added", on);
    outside.create = Creation{RecordKind::organisation, to_json(other)};
    elsewhere = OrgId{must(ledger->append(std::move(outside)))};
    commit(*ledger);
}

void LetterLife::adopt(const std::string& what, const std::string& with) {
    ProfileRecord record;
    record.name = "national-2019";
    record.content = std::string(national_profile_text());
    const std::size_t at = record.content.find(what);
    if (at == std::string::npos) {
        throw std::runtime_error("the profile has no " + what);
    }
    record.content.replace(at, what.size(), with);
    record.adopted_on = on;
    auto ledger = fixture.write();
    Event event = event_of("profile_adopted", on);
    event.create = Creation{RecordKind::profile, to_json(record)};
    must(ledger->append(std::move(event)));
    commit(*ledger);
}

Work LetterLife::work_on(Writing& ledger) {
    auto in_force = must(profile_in_force(ledger, on));
    static Profile profile; // a Work refers to it
    profile = in_force.profile;
    return Work{ledger, fixture.env(), profile, in_force.id, must(OrgDirectory::of(ledger)),
                on,     on_given,      "王芳",  accept};
}

void LetterLife::commit(Writing& ledger) {
    if (ledger.anything_appended()) {
        must(ledger.commit());
    }
}

MemberId LetterLife::member(int number, const std::function<void(Member&)>& change) {
    Member person = synthetic_member(number);
    person.branch = branch;
    person.phone = "00000001234";
    if (change) {
        change(person);
    }
    auto ledger = fixture.write();
    Event event = event_of("member_registered", on);
    event.create = Creation{RecordKind::member, to_json(person)};
    const MemberId id{must(ledger->append(std::move(event)))};
    commit(*ledger);
    return id;
}

TransferId LetterLife::approved(MemberId member) {
    return act([&](Work& work) {
        Transfer wanted;
        wanted.kind = TransferKind::out;
        wanted.member = member;
        wanted.to = elsewhere;
        wanted.destination = "中国共产党海州市滨海区海港街道第二社区支部委员会";
        const TransferId id{must_stand(open_transfer(work, wanted)).created};
        StepInput input;
        input.minutes = "2026年第11次会议";
        must_stand(step_transfer(work, id, Action::approve, input));
        return id;
    });
}

TransferId LetterLife::received(int number, const std::string& letter_no) {
    return act([&](Work& work) {
        Arrival arrival;
        arrival.member = synthetic_member(number);
        arrival.member.standing = Standing::none;
        arrival.member.standing_since = Date();
        arrival.transfer.kind = TransferKind::in;
        arrival.transfer.from = elsewhere;
        Letter voucher;
        voucher.kind = LetterKind::introduction;
        voucher.no = letter_no;
        voucher.issuer = elsewhere;
        voucher.issuer_name = "中国共产党海州市滨海区海港街道工作委员会";
        voucher.name = arrival.member.name;
        voucher.year = on.year();
        voucher.issued_on = on;
        voucher.valid_days = 30;
        voucher.valid_until = on.plus_days(30);
        voucher.addressee = work.organisations.own().name;
        voucher.dues_paid_through = on.month_of();
        arrival.voucher = voucher;
        auto arrived = must(arrive(work, arrival));
        const TransferId id = arrived.transfer;
        StepInput verified;
        verified.verified_basis = "档案";
        must_stand(step_transfer(work, id, Action::verify, verified));
        must_stand(step_transfer(work, id, Action::receive, {}));
        return id;
    });
}

Letter LetterLife::letter(LetterId id) { return must(fixture.read()->letter(id)).value(); }
Transfer LetterLife::transfer(TransferId id) { return must(fixture.read()->transfer(id)).value(); }
Member LetterLife::who(MemberId id) { return must(fixture.read()->member(id)).value(); }
std::size_t LetterLife::events() { return must(fixture.read()->info()).head.size; }

} // namespace jiezhuan::testing
