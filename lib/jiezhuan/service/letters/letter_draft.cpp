#include "jiezhuan/service/letters/letter_draft.hpp"

#include "jiezhuan/letters/list_pages.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_validity.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

// The years on the day of issue; by the ID number where the file knows no day of birth.
std::int64_t age_of(const Member& member, Date on) {
    const Date by_id = member.citizen_id.empty() ? Date() : member.citizen_id.birth();
    const Date birth = member.birth.is_day() || by_id.empty() ? member.birth : by_id;
    return birth.empty() ? 0 : age_on(birth, on);
}

std::string name_of_org(const Organisation* organisation) {
    return organisation == nullptr ? std::string() : organisation->name;
}

void add_member(Letter& letter, const Member& member, const std::string& contact) {
    letter.member = member.id;
    letter.name = member.name;
    letter.sex = member.sex;
    letter.age = age_of(member, letter.issued_on);
    letter.ethnic = member.ethnic;
    letter.id_no = member.citizen_id.empty() ? member.document_no : member.citizen_id.text();
    letter.stage = member.stage;
    letter.dues_paid_through = member.dues_paid_through.empty() ? Date() : member.dues_paid_through.month_of();
    letter.member_contact = contact.empty() ? member.phone : contact;
}

// What every letter has, of whatever transfer: its number, its validity, its form.
Result<std::optional<Outcome>> number_and_date(Work& work, Letter& letter, const Transfer& transfer,
                                               const Organisation& issuer, const IssueInput& input) {
    const bool certificate = letter.kind == LetterKind::certificate; // as long as the member is away
    letter.valid_days = input.valid_days != 0 ? input.valid_days
                        : certificate         ? days_between(letter.issued_on, transfer.away_until.latest())
                                              : validity_of(work, transfer);
    letter.valid_until = letter.issued_on.plus_days(letter.valid_days);
    if (auto why = certificate ? outlasts_stay(letter, transfer, "") : std::nullopt) {
        return why;
    }
    JZ_TRY(number, take_number(work, issuer, letter.kind, input.number));
    if (Outcome* none = std::get_if<Outcome>(&number)) {
        return std::optional(std::move(*none));
    }
    const TakenNumber& taken = std::get<TakenNumber>(number);
    letter.no = taken.no;
    letter.year = taken.year;
    letter.serial = taken.serial;
    letter.number_source = taken.source;
    return std::optional<Outcome>();
}

Outcome without_authority(const OrgDirectory& organisations, const std::string& subject, OrgId from) {
    return refusal(
        subject,
        say({"“{}”及其上级都没有登记审批预备党员权限，不能开具介绍信和证明信",
             "neither '{}' nor any organisation above it is recorded with the authority to issue letters"},
            organisations.label(from)),
        Text{"由有权限的上级基层党委开具；登记权限：jiezhuan org change 党组织 --can-approve-probationary yes",
             "the basic committee above it issues them; record its authority: jiezhuan org change ORGANISATION "
             "--can-approve-probationary yes"});
}

void add_way(Letter& letter, const Work& work, const Transfer& transfer, const Organisation& issuer) {
    const Organisation* from = work.organisations.find(transfer.from);
    const Organisation* to = work.organisations.find(transfer.to);
    const Organisation* addressee = work.organisations.find(transfer.addressee);
    letter.issuer = issuer.id;
    letter.issuer_name = issuer.name;
    letter.from_unit = from == nullptr ? issuer.name : from->name;
    letter.to_unit = !transfer.destination.empty() ? transfer.destination
                     : says_destination(transfer)  ? name_of_org(to)
                                                   : std::string();
    letter.addressee = name_of_org(addressee);
    letter.committee_address = issuer.address;
    letter.committee_phone = issuer.phone;
    letter.committee_fax = issuer.fax;
    letter.committee_postcode = issuer.postcode;
}

// A letter of this transfer that was lost, for the new one to name (LT-19).
Result<LetterId> lost_before(Work& work, TransferId transfer) {
    JZ_TRY(lost,
           work.ledger.letters(
               Query().equal("transfer", transfer.text()).equal("state", std::string(code_id(LetterState::lost)))));
    return lost.empty() ? LetterId() : lost.back().id;
}

// How a field of the form that is empty is filled in: most are in the member's record, some in the transfer's. Through which month the
// dues are paid has a rule of its own (LT-10).
struct Source {
    std::string_view field;
    bool of_transfer;
    Text option; // of member correct, or transfer correct
};
constexpr std::string_view kDues = "dues_paid_through";
constexpr std::array kSources = {
    Source{"addressee", true, {"--addressee 抬头", "--addressee ORG"}},
    Source{"to_unit", true, {"--destination 去往单位", "--destination UNIT"}},
    Source{"name", false, {"--name 姓名", "--name NAME"}},
    Source{"stage", false, {"--stage full", "--stage full"}},
    Source{"sex", false, {"--sex 性别", "--sex SEX"}},
    Source{"age", false, {"--birth 出生日期", "--birth DATE"}},
    Source{"ethnic", false, {"--ethnic 民族", "--ethnic GROUP"}},
    Source{"id_no", false, {"--id -", "--id -"}},
};

void append(Message& all, std::string_view between_zh, std::string_view between_en, const Message& one) {
    all.zh += (all.zh.empty() ? "" : std::string(between_zh)) + one.zh;
    all.en += (all.en.empty() ? "" : std::string(between_en)) + one.en;
}

// The commands that fill in what is missing.
Message fill_in_command(const Letter& letter) {
    Message of_member;
    Message of_transfer;
    for (const std::string& field : required_missing_fields(letter)) {
        const auto source =
            std::find_if(kSources.begin(), kSources.end(), [&](const Source& one) { return one.field == field; });
        if (source != kSources.end()) {
            append(source->of_transfer ? of_transfer : of_member, " ", " ", source->option);
        }
    }
    Message commands;
    const auto add = [&](std::string_view noun, const std::string& id, const Message& options) {
        if (!options.empty()) {
            append(commands, "；", "; ",
                   say({"jiezhuan {} correct {} {} --reason 漏填", "jiezhuan {} correct {} {} --reason REASON"}, noun,
                       id, options));
        }
    };
    add("transfer", letter.transfer.text(), of_transfer);
    add("member", letter.member.text(), of_member);
    return commands;
}

// What was never recorded is no mistake to be corrected: it is recorded.
Finding dues_missing(MemberId member, const std::string& subject, const Profile& profile) {
    Findings findings;
    met(findings, "LT-10", profile,
        Text{"未填写党费交至年月", "through which month the dues are paid is not filled in"}, {}, subject);
    findings.back().fix =
        say({"jiezhuan dues record {} --through 年月", "jiezhuan dues record {} --through MONTH"}, member.text());
    return std::move(findings.back());
}

std::optional<Outcome> missing_fields(const Letter& letter, const std::string& subject, const Profile& profile) {
    Message list;
    const std::vector<std::string> fields = required_missing_fields(letter);
    const std::vector<Text> titles = required_missing(letter);
    Findings findings;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        if (fields[at] == kDues) {
            findings.push_back(dues_missing(letter.member, subject, profile));
            continue;
        }
        const Text title = fields[at] == "to_unit" ? Text{"去往单位", "Destination"} : titles[at]; // the form says 去
        list.zh += (list.zh.empty() ? "" : "、") + std::string(title.zh);
        list.en += (list.en.empty() ? "" : ", ") + std::string(title.en);
    }
    if (!list.empty()) {
        findings.push_back(state_finding(subject,
                                         letter.kind == LetterKind::certificate
                                             ? Message("证明信缺：" + list.zh, "the certificate lacks: " + list.en)
                                             : Message("介绍信缺：" + list.zh, "the letter lacks: " + list.en),
                                         fill_in_command(letter)));
    }
    return findings.empty() ? std::nullopt : std::optional(Outcome{true, false, std::move(findings), 0});
}

LetterDirection direction_of(const Transfer& transfer) {
    return transfer.kind == TransferKind::between ? LetterDirection::between : LetterDirection::issued_by_us;
}

} // namespace

LetterStyle style_of(const Profile& profile, const Letter& letter) {
    LetterStyle style;
    style.fields.capital_numerals = profile.capital_numerals;
    style.fields.numerals.tens_prefix_yi = profile.letter_tens_prefix_yi;
    style.fields.numerals.zero_before_month = profile.letter_zero_before_month;
    style.sample = letter.number_source == NumberSource::preprinted && !profile.allow_self_printing;
    style.committee = letter.issuer_name;
    return style;
}

Result<std::variant<Letter, Outcome>> draft_letter(Work& work, const Transfer& transfer, const Member& member,
                                                   const IssueInput& input) {
    const std::string subject = transfer.id.text() + " " + member.name;
    const OrgDirectory& organisations = work.organisations;
    const OrgId from = transfer.from ? transfer.from : organisations.own().id;
    const Organisation* issuer = organisations.basic_committee_of(from, work.on);
    if (issuer == nullptr) {
        return without_authority(organisations, subject, from);
    }
    Letter letter;
    letter.direction = direction_of(transfer);
    letter.kind = transfer.kind == TransferKind::temporary ? LetterKind::certificate : LetterKind::introduction;
    letter.state = LetterState::issued;
    letter.transfer = transfer.id;
    letter.issued_on = letter.state_on = work.on;
    add_member(letter, member, input.member_contact);
    add_way(letter, work, transfer, *issuer);
    letter.template_id = current_template_id(letter.kind);
    JZ_TRY(none, number_and_date(work, letter, transfer, *issuer, input));
    if (none) {
        none->findings.front().subject = subject;
        return std::move(*none);
    }
    JZ_TRY(lost, lost_before(work, transfer.id));
    letter.replaces = lost;
    if (auto missing = missing_fields(letter, subject, work.profile)) {
        return std::move(*missing);
    }
    JZ_TRY(text, render_letter(letter, LetterPaper::three_parts, LetterFormat::text, style_of(work.profile, letter)));
    letter.content_hash = content_hash(text);
    return letter;
}

namespace {

// Of everybody on a list the letter's form asks as of one: number and dues.
std::optional<Outcome> incomplete_persons(std::span<const Member> members, const Profile& profile) {
    Outcome outcome;
    for (const Member& member : members) {
        const std::string subject = member.id.text() + " " + member.name;
        if (member.dues_paid_through.empty()) {
            outcome.findings.push_back(dues_missing(member.id, subject, profile));
        }
        const bool without_id = member.citizen_id.empty() && member.document_no.empty();
        if (without_id || member.sex == Sex::none || member.ethnic == Ethnic::none) {
            outcome.findings.push_back(state_finding(
                subject, Text{"名单缺性别、民族或证件号码", "the list lacks sex, ethnic group or number"},
                say({"看缺哪一项：jiezhuan member show {0}；补填：jiezhuan member correct {0} --reason 漏填",
                     "see which: jiezhuan member show {0}; fill in: jiezhuan member correct {0} --reason REASON"},
                    member.id.text())));
        }
    }
    outcome.refused = !outcome.findings.empty();
    return outcome.refused ? std::optional(std::move(outcome)) : std::nullopt;
}

} // namespace

Result<std::variant<Letter, Outcome>> draft_list_letter(Work& work, const Batch& batch,
                                                        std::span<const Transfer> transfers,
                                                        std::span<const Member> members, const IssueInput& input) {
    const Transfer& way = transfers.front();
    const std::string subject = batch.id.text() + " " + batch.title;
    const Organisation* issuer = work.organisations.basic_committee_of(batch.from, work.on);
    if (issuer == nullptr) {
        return without_authority(work.organisations, subject, batch.from);
    }
    if (auto why = incomplete_persons(members, work.profile)) {
        return std::move(*why);
    }
    Letter letter;
    letter.direction = direction_of(way);
    letter.kind = LetterKind::introduction;
    letter.state = LetterState::issued;
    letter.batch = batch.id;
    letter.persons = static_cast<std::int64_t>(members.size());
    letter.name = list_name(members.front().name, letter.persons);
    letter.stage = members.front().stage;
    letter.list = list_of_persons(members);
    letter.member_contact = input.member_contact;
    letter.issued_on = letter.state_on = work.on;
    Transfer from_whole = way;
    from_whole.from = batch.from;
    add_way(letter, work, from_whole, *issuer);
    if (letter.to_unit.empty()) { // the whole organisation goes to its new superior
        letter.to_unit = name_of_org(work.organisations.find(way.to));
    }
    letter.template_id = "introduction-list.1";
    JZ_TRY(none, number_and_date(work, letter, way, *issuer, input));
    if (none) {
        none->findings.front().subject = subject;
        return std::move(*none);
    }
    JZ_TRY(lost, work.ledger.letters(Query()
                                         .equal("batch", batch.id.text())
                                         .equal("stage", std::string(code_id(letter.stage)))
                                         .equal("state", std::string(code_id(LetterState::lost)))));
    letter.replaces = lost.empty() ? LetterId() : lost.back().id;
    if (auto missing = missing_fields(letter, subject, work.profile)) {
        return std::move(*missing);
    }
    JZ_TRY(text, render_letter(letter, LetterPaper::three_parts, LetterFormat::text, style_of(work.profile, letter)));
    letter.content_hash = content_hash(text);
    return letter;
}

} // namespace jiezhuan
