#include "jiezhuan/service/members/members.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/model/item_list.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/cells.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/service/members/member_change_warnings.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/member_findings.hpp"
#include "jiezhuan/service/members/member_naming.hpp"
#include "jiezhuan/service/members/readmission.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/organisations/branches_below.hpp"
#include "jiezhuan/service/records/put_right.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

struct Filled {
    Member member;
    Findings findings;
};

Result<void> set_branch(const Work& work, Member& member, std::string_view words) {
    if (words.empty()) {
        member.branch = work.organisations.own().id;
        return {};
    }
    JZ_TRY(branch, work.organisations.resolve_in_force(words, OrgDirectory::Where::ours));
    member.branch = branch;
    return {};
}

void set_citizen_id(const Work& work, Filled& filled, std::string_view written) {
    if (written.empty()) {
        filled.member.citizen_id = CitizenId();
        return;
    }
    const ReadCitizenId read = read_citizen_id(written, work.today());
    judge_citizen_id(filled.findings, read, written, work.profile, {});
    if (read.problem == CitizenIdProblem::none) {
        filled.member.citizen_id = read.id;
    }
}

void set_name(const Work& work, Filled& filled, std::string_view written) {
    filled.member.name = normal_name(written);
    if (auto why = no_name(filled.member.name, NameOf::person)) {
        met(filled.findings, "IN-07", work.profile, std::move(*why));
        filled.findings.back().fix = Text{"用 --name 重新写", "say it anew with --name"};
    }
    judge_brackets(filled.findings, filled.member.name, work.profile, {}, subject_of(filled.member));
}

Result<void> set_file_items(Member& member, std::string_view written) {
    const CodeTable& table = code_table<FileItem>();
    auto items = item_list(written, table);
    if (!items) {
        return fail(Exit::usage, say({"档案材料“{}”无法识别", "'{}' is not known as a paper"}, printable(written)),
                    say({"可以填：{}", "there are: {}"}, all_items_in_words(table)));
    }
    member.file_items = std::move(*items);
    return {};
}

Result<void> set_dues(const Work& work, Filled& filled, std::string_view written) {
    JZ_CHECK(set_field(filled.member, "dues_paid_through", written));
    judge_far_ahead(filled.findings, filled.member.dues_paid_through, work.today(), work.profile,
                    subject_of(filled.member));
    return {};
}

Result<Filled> filled_in(const Work& work, Member member, const FieldValues& values) {
    Filled filled{std::move(member), {}};
    for (const auto& [id, written] : values) {
        if (id == "citizen_id") {
            set_citizen_id(work, filled, written);
        } else if (id == "branch") {
            JZ_CHECK(set_branch(work, filled.member, written));
        } else if (id == "name") {
            set_name(work, filled, written);
        } else if (id == "file_items") {
            JZ_CHECK(set_file_items(filled.member, written));
        } else if (id == "dues_paid_through") {
            JZ_CHECK(set_dues(work, filled, written));
        } else if (id == "document_no") {
            filled.member.document_no = normal_document_no(written);
        } else {
            JZ_CHECK(set_field(filled.member, id, written));
        }
    }
    return filled;
}

Result<std::optional<Member>> known_by_identity(Reading& ledger, const Member& member) {
    if (!has_identity(member)) {
        return std::optional<Member>();
    }
    JZ_TRY(id, ledger.member_by_identity({member.citizen_id, member.document_type, member.document_no}));
    return id ? ledger.member(*id) : Result<std::optional<Member>>(std::optional<Member>());
}

// What an act needs that no rule of the catalogue asks.
void require(Findings& findings, bool there, std::string_view subject, Text what, Text how) {
    if (!there) {
        findings.push_back(state_finding(std::string(subject), what, how));
    }
}

void require_person(Findings& findings, const Member& member) {
    const std::string subject = subject_of(member);
    require(findings, !member.name.empty(), subject, {"没有写姓名", "the name is missing"},
            {"用 --name 补充", "say it with --name"});
    require(findings, member.stage != Stage::none, subject,
            {"没有写是正式党员还是预备党员", "the stage is missing: full or probationary"},
            {"用 --stage full 或 --stage probationary 补充", "say it with --stage full or --stage probationary"});
    const bool number_refused = has_errors(findings) && member.citizen_id.empty();
    require(findings, has_identity(member) || number_refused, subject,
            {"没有公民身份号码，也没有其他证件", "neither a citizen ID number nor another document"},
            {"用 --id - 从标准输入读号码；没有的写 --document-type 和 --document-no",
             "--id - reads the number from standard input; who has none: --document-type and --document-no"});
    require(findings, member.document_no.empty() == (member.document_type == DocumentType::none), subject,
            {"证件类型和证件号码要一起写", "document type and number go together"},
            {"补充 --document-type 或 --document-no", "add --document-type or --document-no"});
}

Outcome refused_with(Findings findings) {
    sort_findings(findings);
    return Outcome{true, false, std::move(findings), 0};
}

// Is everything that was said of the person known already?
bool says_nothing_new(const Work& work, const Member& known, const Member& said) {
    for (const Field<Member>& field : fields_of<Member>()) {
        const bool by_us = field.id == "standing" || field.id == "standing_since" ||
                           (field.id == "branch" && said.branch == work.organisations.own().id);
        if (!by_us && !field.absent(said) && !field.same(known, said)) {
            return false;
        }
    }
    return known.standing == Standing::home;
}

Outcome known_already(const Member& known, const Member& said) {
    const std::string id = known.id.text();
    const bool away = known.standing == Standing::left || known.standing == Standing::not_admitted;
    const Message anew =
        membership_ended(known)
            ? say({"重新入党的，编号不变：{}", "who was admitted anew keeps the number: {}"}, admit_anew_command(known))
            : Message();
    return refusal(
        subject_of(said),
        Message(
            fmt::format("这个证件号码已登记为 {}，归属状态是“{}”", subject_of(known), code_title(known.standing).zh),
            fmt::format("this identity is registered as {}, standing '{}'", subject_of(known),
                        code_title(known.standing).en)),
        !anew.empty() ? anew
        : away ? say({"重新转入的，编号不变：jiezhuan transfer open {} --kind in --from 转出党组织",
                      "who comes back keeps the number: jiezhuan transfer open {} --kind in --from ORGANISATION"},
                     id)
               : say({"信息有变化：jiezhuan member change {0}；原来记错：jiezhuan member correct {0}",
                      "changed: jiezhuan member change {0}; was wrong: jiezhuan member correct {0}"},
                     id));
}

Result<Outcome> write_changes(Work& work, Event event, const Member& before, const Member& after, Findings findings) {
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    json::Object changes = difference(before, after);
    if (changes.empty()) {
        Outcome outcome = Outcome::done_already();
        outcome.findings = std::move(judgement.findings);
        return outcome;
    }
    event.set.push_back({RecordKind::member, before.id.value, std::move(changes)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{false, false, std::move(judgement.findings), 0};
}

// A new member; or a new membership of who is known.
Result<Outcome> write_registration(Work& work, const Member& member, const std::optional<Member>& known,
                                   Findings findings) {
    Event event = work.event(known ? "member_readmitted" : "member_registered");
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return Outcome{true, false, std::move(judgement.findings), 0};
    }
    if (known) {
        event.set.push_back({RecordKind::member, known->id.value, difference(*known, member)});
    } else {
        event.create = Creation{RecordKind::member, to_json(member)};
    }
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return Outcome{false, false, std::move(judgement.findings), known ? known->id.value : seq};
}

Result<Member> existing(Reading& ledger, MemberId id) {
    JZ_TRY(member, ledger.member(id));
    if (!member) {
        return fail(
            Exit::not_found, say({"没有党员 {}", "there is no member {}"}, id.text()),
            Text{"查编号：jiezhuan member find --name 姓名", "find the number: jiezhuan member find --name NAME"});
    }
    return std::move(*member);
}

Result<std::optional<Outcome>> identity_taken(Work& work, const Member& before, const Member& after) {
    if (same_identity(before, after)) {
        return std::optional<Outcome>();
    }
    JZ_TRY(other, known_by_identity(work.ledger, after));
    if (!other || other->id == before.id) {
        return std::optional<Outcome>();
    }
    return std::optional(
        refusal(subject_of(before), say({"这个证件号码已属于 {}", "this identity belongs to {}"}, subject_of(*other)),
                say({"核对两人：jiezhuan member show {}；同一人不能有两个编号，请报告上级",
                     "compare the two: jiezhuan member show {}; one person cannot keep two numbers, report it"},
                    other->id.text())));
}

} // namespace

std::string subject_of(const Member& member) { return member.id ? member.id.text() + " " + member.name : member.name; }

Result<Member> member_called(Reading& ledger, std::string_view words) {
    const auto id = parse_id_of<RecordKind::member>(trimmed(words));
    if (!id) {
        return fail(not_a_number(ledger, words));
    }
    return existing(ledger, *id);
}

void complete_from_id(Member& member) {
    if (member.citizen_id.empty()) {
        return;
    }
    if (member.birth.empty()) {
        member.birth = member.citizen_id.birth();
    }
    if (member.sex == Sex::none) {
        member.sex = member.citizen_id.male() ? Sex::male : Sex::female;
    }
}

Result<PersonSaid> person_said(const Work& work, const FieldValues& values) {
    JZ_TRY(filled, filled_in(work, Member(), values));
    complete_from_id(filled.member);
    require_person(filled.findings, filled.member);
    return PersonSaid{std::move(filled.member), std::move(filled.findings)};
}

Result<Outcome> add_member(Work& work, const FieldValues& values) {
    JZ_TRY(filled, person_said(work, values));
    Member& member = filled.member;
    if (has_errors(filled.findings)) {
        return refused_with(std::move(filled.findings));
    }
    member.branch = member.branch ? member.branch : work.organisations.own().id;
    member.standing = Standing::home;
    member.standing_since = work.on;
    JZ_TRY(known, known_by_identity(work.ledger, member));
    const bool anew = known && membership_ended(*known) && member.entry_basis == EntryBasis::admitted;
    if (anew) {
        JZ_TRY(why, cannot_be_admitted(work, *known, member));
        if (why) {
            return std::move(*why);
        }
        member = admitted_anew(*known, member);
    } else if (known) {
        return says_nothing_new(work, *known, member) ? Outcome::done_already() : known_already(*known, member);
    }
    JZ_TRY(assumed, assume_entry_basis(work, member));
    JZ_TRY(findings, record_findings(work, member, subject_of(member)));
    findings.insert(findings.end(), filled.findings.begin(), filled.findings.end());
    findings.insert(findings.end(), assumed.begin(), assumed.end());
    auto unplaced = member.branch == work.organisations.own().id
                        ? std::optional<Message>(Text{"还没有编入支部", "assigned to no branch yet"})
                        : which_branch(work.organisations, member.branch);
    if (unplaced) {
        met(findings, "RC-06", work.profile, std::move(*unplaced), {}, subject_of(member));
        findings.back().fix = Text{"登记时写明 --branch；已登记的用 transfer open --kind within 编入支部",
                                   "name a --branch; later, transfer open --kind within"};
    }
    return write_registration(work, member, anew ? known : std::nullopt, std::move(findings));
}

namespace {

// Of who had left by that day nothing changes any more.
std::optional<Outcome> gone_by(const Member& member, Date on) {
    const bool left = member.standing == Standing::left && (member.left_on.empty() || member.left_on <= on);
    if (!left && member.standing != Standing::not_admitted) {
        return std::nullopt;
    }
    return refusal(subject_of(member),
                   Message(fmt::format("归属状态是“{}”，不再变更", code_title(member.standing).zh),
                           fmt::format("stands as '{}': nothing changes any more", code_title(member.standing).en)),
                   say({"原来就记错的：jiezhuan member correct {} --reason 原因",
                        "what was always wrong: jiezhuan member correct {} --reason REASON"},
                       member.id.text()));
}

} // namespace

Result<Outcome> change_member(Work& work, MemberId id, const FieldValues& values) {
    JZ_TRY(before, existing(work.ledger, id));
    if (auto gone = gone_by(before, work.today())) {
        return std::move(*gone);
    }
    JZ_TRY(unknown, before_record(work.ledger, before, work.on));
    if (unknown) {
        return std::move(*unknown);
    }
    return change_member(work, id, values, work.event("member_changed"));
}

Result<Outcome> change_member(Work& work, MemberId id, const FieldValues& values, Event event) {
    JZ_TRY(before, existing(work.ledger, id));
    if (auto gone = gone_by(before, work.on)) {
        return std::move(*gone);
    }
    JZ_TRY(filled, filled_in(work, before, values));
    if (auto step_back = back_to_probation(before, filled.member)) {
        return refused_with({std::move(*step_back)});
    }
    require_person(filled.findings, filled.member);
    if (auto early = before_membership(filled.member, work.on); early) {
        return std::move(*early);
    }
    JZ_TRY(late, overtaken(work.ledger, before, filled.member, work.on));
    if (late) {
        return std::move(*late);
    }
    JZ_TRY(findings, new_record_findings(work, before, filled.member));
    findings.insert(findings.end(), filled.findings.begin(), filled.findings.end());
    if (!has_errors(findings)) {
        warn_of_another_name(before, filled.member, findings);
    }
    JZ_CHECK(warn_of_live_letter(work, before, filled.member, findings));
    return write_changes(work, std::move(event), before, filled.member, std::move(findings));
}

Result<Outcome> correct_member(Work& work, MemberId id, const FieldValues& values, const std::string& reason) {
    JZ_TRY(before, existing(work.ledger, id));
    if (trimmed(reason).empty()) {
        return refusal(subject_of(before), Text{"没有写更正的原因", "the reason of the correction is missing"},
                       Text{"用 --reason 补充，例如“录入错误，已核对身份证原件”",
                            "say it with --reason, for example 'typing error, checked against the card'"});
    }
    JZ_TRY(filled, filled_in(work, before, values));
    require_person(filled.findings, filled.member);
    JZ_TRY(taken, identity_taken(work, before, filled.member));
    if (taken) {
        return std::move(*taken);
    }
    if (!work.organisations.same_basic_committee(before.branch, filled.member.branch) &&
        before.branch != filled.member.branch) {
        return refusal(subject_of(before),
                       Text{"两个党组织不在同一基层党委，不能用更正代替转接",
                            "the two organisations have different basic committees: that is a transfer"},
                       say({"jiezhuan transfer open {} …", "jiezhuan transfer open {} …"}, id.text()));
    }
    if (auto why = left_after_reporting(before, filled.member)) {
        return std::move(*why);
    }
    JZ_TRY(findings, new_record_findings(work, before, filled.member));
    findings.insert(findings.end(), filled.findings.begin(), filled.findings.end());
    warn_of_a_move(work, before, filled.member, findings);
    JZ_CHECK(warn_of_live_letter(work, before, filled.member, findings));
    Event event = work.event("member_corrected");
    event.about.emplace("reason", json::Value(to_nfc(trimmed(reason))));
    return write_changes(work, std::move(event), before, filled.member, std::move(findings));
}

} // namespace jiezhuan
