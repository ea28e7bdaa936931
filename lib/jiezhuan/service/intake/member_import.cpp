#include "jiezhuan/service/intake/member_import.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/intake/changes.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/intake/roster_days.hpp"
#include "jiezhuan/service/intake/roster_kept.hpp"
#include "jiezhuan/service/members/member_dates.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/readmission.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/migrants/migrant_acts.hpp"
#include "jiezhuan/service/organisations/branches_below.hpp"
#include "jiezhuan/service/records/put_right.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// A branch, or a general branch, where members may stand whose branch is its own affair.
bool holds_members(const Organisation* organisation) {
    return organisation != nullptr && (is_branch(organisation->kind) || organisation->kind == OrgKind::general_branch);
}

// Who is on the roster has no transfer that could be assigned.
Message place_in_branch() {
    return Text{"补填“所在党支部”后再导入；已登记的：jiezhuan transfer open 编号 --kind within --to 支部",
                "fill in the branch and import again; who is in the ledger already: jiezhuan transfer open ID --kind "
                "within --to BRANCH"};
}

// What the clerk can do about a person whom a roster cannot change.
Finding not_at_home(const Member& member) {
    const Text title = code_title(member.standing);
    Message fix =
        membership_ended(member)
            ? say({"重新入党的：{}；不是的，从名册中删去这一行", "who was admitted anew: {}; if not, take the row out"},
                  admit_anew_command(member))
        : member.standing == Standing::left || member.standing == Standing::not_admitted
            ? say({"确已回来的，用 transfer open 或 transfer import 登记转入；不是的，从名册中删去这一行",
                   "if the person came back, record the transfer in; if not, take the row out"})
            : say({"先办完转接（jiezhuan member show {}），或从名册中删去这一行",
                   "finish the transfer first (jiezhuan member show {}), or take the row out"},
                  member.id.text());
    return state_finding(
        subject_of(member),
        Message(fmt::format("账本中此人的归属状态是“{}”（{} 起），不在册", title.zh, member.standing_since.text()),
                fmt::format("in the ledger this person is '{}' since {}, not at home with us", title.en,
                            member.standing_since.text())),
        std::move(fix));
}

// Where there is no such column, one that was not read may be it.
Message unread_instead(const Cells& row, std::string_view column) {
    const std::vector<std::string> unread = row.unread_titles();
    if (row.has_column(row.column(column)) || unread.empty()) {
        return {};
    }
    Message titles;
    for (const std::string& title : unread) {
        titles.zh += (titles.zh.empty() ? "“" : "、“") + printable(trimmed(title)) + "”";
        titles.en += (titles.en.empty() ? "'" : ", '") + printable(trimmed(title)) + "'";
    }
    const Text called = field_named<Member>(column)->title;
    return say(
        {"；没有读取的列：{}，其中就是它的，把表头改为“{}”", "; not read: {}. Where one of them is it, call it {}"},
        titles, called);
}

// Who has a conversion behind him is a full member, also where the list does not say it; of others it must.
void derive_stage(Cells& row, Member& member, Date today) {
    if (member.conversion.empty() || member.conversion.latest() > today) {
        Finding missing = state_finding(
            "", Text{"没有写是正式党员还是预备党员，也没有转正日期", "neither full nor probationary, nor a conversion"},
            say({"补填“正式/预备”{}", "fill in full or probationary{}"}, unread_instead(row, "stage")));
        missing.position = row.position(row.column("stage"));
        row.add({std::move(missing)});
        return;
    }
    member.stage = Stage::full;
    warn_at(row, "stage",
            Text{"没有写正式或预备，有转正日期：按正式党员登记",
                 "full or probationary is not said, but there is a conversion: entered as a full member"},
            Text{"不是的，补填“正式/预备”后再导入", "where that is wrong, fill it in and import again"});
}

} // namespace

void MemberImport::read(Cells& row) {
    if (!columns_) {
        columns_.emplace(row.schema(), std::initializer_list<std::string_view>{});
        citizen_id_ = row.column("citizen_id");
        document_type_ = row.column("document_type");
        branch_ = row.column("branch");
    }
    columns_->read(row, member_);
    member_.document_no = normal_document_no(member_.document_no);
    complete_birth(row, member_);
}

void MemberImport::look(Cells& row) {
    read(row);
    namesakes_.add_row(member_, row.row());
    if (!member_.citizen_id.empty()) {
        repeats_.add(member_.citizen_id.number(), row.row(), member_.name);
    } else if (!member_.document_no.empty()) {
        repeats_.add(std::string(code_id(member_.document_type)) + " " + member_.document_no, row.row(), member_.name);
    }
}

// One look at every member of the ledger finds those that the file names, and their namesakes.
Result<void> MemberImport::begin(Work& work, const IntakeCounts&) {
    repeats_.seal();
    namesakes_.seal();
    registered_ = work.event("member_registered");
    no_tree_ = work.organisations.all().size() == 1;
    Member unsaid;
    unsaid.entry_basis = basis_;
    JZ_TRY(assumed, assume_entry_basis(work, unsaid));
    basis_ = unsaid.entry_basis;
    if (!assumed.empty()) {
        assumed.front().subject.clear();
        assumed_ = std::move(assumed.front());
    }
    JZ_CHECK(work.ledger.each_member({}, [&](const Member& member) -> Result<void> {
        ledger_has_members_ = true;
        const std::int64_t number = member.citizen_id.number();
        if (number != 0 && repeats_.has(number)) {
            known_.emplace_back(number, member.id.value);
        }
        namesakes_.add_member(member);
        return {};
    }));
    std::sort(known_.begin(), known_.end());
    return {};
}

Result<std::optional<MemberId>> MemberImport::known(Work& work) const {
    if (!ledger_has_members_) {
        return std::optional<MemberId>();
    }
    if (member_.citizen_id.empty()) {
        return work.ledger.member_by_identity({{}, member_.document_type, member_.document_no});
    }
    const std::int64_t number = member_.citizen_id.number();
    const auto at = std::lower_bound(known_.begin(), known_.end(), std::pair(number, std::int64_t{0}));
    return at != known_.end() && at->first == number ? std::optional(MemberId{at->second}) : std::nullopt;
}

void MemberImport::judge_identity(Cells& row) {
    const bool by_document = member_.citizen_id.empty() && !row.given(citizen_id_);
    judge_repeated(row, repeats_, by_document ? row.column("document_no") : citizen_id_);
    if (!member_.citizen_id.empty() || row.given(citizen_id_)) {
        return;
    }
    if (member_.document_no.empty()) {
        row.met("IN-08", citizen_id_,
                Text{"身份证号码和其他证件号码都为空", "neither an ID number nor another document"});
    } else if (member_.document_type == DocumentType::none) {
        row.met("IN-08", document_type_,
                Text{"有证件号码而没有证件类型", "a document number without the type of the document"});
    }
}

void MemberImport::judge_branch(const Work& work, Cells& row) {
    if (!member_.branch && row.given(branch_)) {
        return; // unknown: already said
    }
    if (!member_.branch) {
        member_.branch = work.organisations.own().id;
        row.met("RC-06", branch_, Text{"没有填所在党支部", "no branch is given"}, place_in_branch());
    } else if (!holds_members(work.organisations.find(member_.branch))) {
        row.met("RC-06", branch_, Text{"填的不是党支部", "that is no branch"}, place_in_branch());
    } else if (auto which = which_branch(work.organisations, member_.branch)) {
        row.met("RC-06", branch_, std::move(*which),
                Text{"改填其中的支部后再导入；已登记的：jiezhuan transfer open 编号 --kind within --to 支部",
                     "write one of them and import again; who is in the ledger already: jiezhuan transfer open ID "
                     "--kind within --to BRANCH"});
    }
}

Findings MemberImport::findings_of(const Work& work, const Cells& row, const Member& member) const {
    Findings findings = ask(member_rules(), Moment::file,
                            MemberFacts{member, work.profile, work.today(), namesakes_.in_ledger(member)}, "");
    // What could not be read is not missing: that was said of the cell.
    if (!row.findings().empty() && row.wrong()) {
        std::erase_if(findings, [](const Finding& finding) { return finding.rule == "MB-05"; });
    }
    return in_their_cells(std::move(findings), row, member, work.today());
}

Result<RowOutcome> MemberImport::apply(Work& work, Cells& row) {
    read(row);
    judge_identity(row);
    if (const std::uint64_t earlier = namesakes_.earlier_row(row.row()); earlier != 0) {
        row.met("ID-10", citizen_id_,
                say({"与第 {} 行姓名和出生日期相同，身份证号码不同",
                     "same name and birth date as row {}, with a different ID number"},
                    earlier));
    }
    JZ_TRY(known_as, known(work));
    return known_as ? change(work, row, *known_as) : add(work, row);
}

Result<RowOutcome> MemberImport::add(Work& work, Cells& row) {
    judge_branch(work, row);
    judge_admission(work, row, member_);
    judge_dues_ahead(work, row, member_.dues_paid_through);
    if (!row.given(row.column("stage"))) {
        derive_stage(row, member_, work.today());
    }
    complete_from_id(member_);
    member_.standing = Standing::home;
    member_.standing_since = work.on;
    const bool assumed = assumed_ && member_.entry_basis == EntryBasis::none;
    member_.entry_basis = member_.entry_basis == EntryBasis::none ? basis_ : member_.entry_basis;
    Findings findings = findings_of(work, row, member_);
    if (findings.empty() && !row.wrong()) {
        JZ_CHECK(work.ledger.append_member(registered_, member_));
        assumed_rows_ += assumed ? 1 : 0;
        return RowOutcome{RowFate::added, {}, {}};
    }
    Event event = registered_;
    row.add(judge(std::move(findings), work.accept, event).findings);
    if (row.wrong()) {
        return RowOutcome{RowFate::refused, {}, {}};
    }
    if (event.about.empty()) {
        JZ_CHECK(work.ledger.append_member(registered_, member_));
    } else {
        event.create = Creation{RecordKind::member, to_json(member_)};
        JZ_CHECK(work.ledger.append(std::move(event)));
    }
    assumed_rows_ += assumed ? 1 : 0;
    return RowOutcome{RowFate::added, {}, {}};
}

Result<RowOutcome> MemberImport::change(Work& work, Cells& row, MemberId id) {
    JZ_TRY(found, work.ledger.member(id));
    ensure_there(found.has_value(), lost::kMember);
    const Member& before = *found;
    RowOutcome outcome{RowFate::refused, subject_of(before), {}};
    if (auto other = another_name(before, member_.name)) {
        row.add({std::move(*other)});
        return outcome;
    }
    const bool in_transit = before.standing == Standing::in_transit; // on the roster until the receiver has taken over
    if (before.standing != Standing::home && !in_transit) {
        row.add({not_at_home(before)});
        return outcome;
    }
    Member after = before;
    columns_->merge(row, member_, after);
    if (in_transit && after.branch != before.branch) {
        warn_at(
            row, "branch",
            Text{"此人组织关系在途，所在党组织保持不变", "the relation is under way: the organisation stays as it is"},
            Text{"不用改", "nothing to do"});
        after.branch = before.branch;
    }
    JZ_CHECK(keep_what_is_known_better(work, row, before, after));
    if (after.dues_paid_through != before.dues_paid_through) {
        judge_dues_ahead(work, row, after.dues_paid_through);
    }
    if (auto step_back = back_to_probation(before, after)) {
        step_back->position = row.position(row.column("stage"));
        row.add({std::move(*step_back)});
        return outcome;
    }
    complete_from_id(after);
    if (after.branch != before.branch && holds_members(work.organisations.find(before.branch))) {
        row.add(
            {state_finding(outcome.subject,
                           say({"现在 {}，名册写的是 {}", "is in {}, the roster says {}"},
                               work.organisations.label(before.branch), work.organisations.label(after.branch)),
                           say({"支部之间的调动办转接：jiezhuan transfer open {} --kind within --to {}",
                                "between branches it is a transfer: jiezhuan transfer open {} --kind within --to {}"},
                               before.id.text(), after.branch.text()))});
        return outcome;
    }
    if (row.wrong()) {
        row.add(findings_of(work, row, after));
        return outcome;
    }
    if (after == before) {
        outcome.fate = RowFate::unchanged;
        return outcome;
    }
    Event event = work.event("member_changed");
    event.set.push_back({RecordKind::member, id.value, difference(before, after)});
    row.add(judge(findings_of(work, row, after), work.accept, event).findings);
    if (row.wrong()) {
        return outcome;
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    outcome.fate = RowFate::changed;
    outcome.changes = changes_between(before, after, work.organisations);
    return outcome;
}

void MemberImport::describe(Document& document, const IntakeCounts& counts, bool stands) {
    if (assumed_rows_ > 0) { // said once for all: few rosters have the column
        Finding said = *assumed_;
        said.message = say({"{}（{} 行）", "{} (rows: {})"}, said.message, assumed_rows_);
        document.findings.push_back(std::move(said));
    }
    if (!stands && no_tree_) {
        document.next.emplace_back(Text{"账本里还没有下级党组织，先导入：jiezhuan org import 党组织.csv",
                                        "the ledger has no organisations below yours: first jiezhuan org import FILE"});
    }
    if (stands && counts.added > 0) {
        document.next.emplace_back(Text{"jiezhuan org tree  # 看各支部人数", "jiezhuan org tree  # members by branch"});
        document.next.emplace_back(
            Text{"jiezhuan transfer due  # 看谁应当转接", "jiezhuan transfer due  # who should be transferred"});
    }
}

} // namespace jiezhuan
