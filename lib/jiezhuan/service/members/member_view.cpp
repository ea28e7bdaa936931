#include "jiezhuan/service/members/member_view.hpp"

#include "jiezhuan/service/letters/letter_chain.hpp"

#include "jiezhuan/model/item_list.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/rules/probation.hpp"
#include "jiezhuan/rules/way_rules.hpp"
#include "jiezhuan/service/dues/dues_hand_over.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/members/conversion.hpp"
#include "jiezhuan/service/members/member_contacts.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/migrant_register.hpp"
#include "jiezhuan/service/records/named_cells.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

struct Picture {
    const OrgDirectory& organisations;
    const Profile& profile;
    const Member& member;
    Date as_of;
    bool reveal;
    std::vector<Transfer> transfers;
    std::vector<Letter> letters;
    const Transfer* open = nullptr; // the open transfer
    const Letter* letter = nullptr; // its letter
};

void add(RowSet& set, const Picture& picture, const std::vector<std::string_view>& ids) {
    add_fields(set, picture.member, picture.reveal, picture.organisations, ids);
}

RowSet person_card(const Picture& picture) {
    const Member& member = picture.member;
    RowSet set = card_called("member", Text{"本人", "Person"});
    add(set, picture, {"id", "name", "sex", "birth"});
    add_cell(set, "age", Text{"年龄", "Age"}, ColumnType::number,
             member.birth.empty() || member.leave_reason == LeaveReason::died
                 ? Cell()
                 : Cell(std::int64_t{age_on(member.birth, picture.as_of)}));
    add(set, picture,
        {"ethnic", "education", "citizen_id", "document_type", "document_no", "phone", "address", "category",
         "retired_kind", "employer", "employer_has_org", "labour_relation", "stable_job", "fixed_residence",
         "settled_since", "remarks"});
    return set;
}

Cell months_behind(const Picture& picture) {
    const Date paid = picture.member.dues_paid_through;
    const bool counted = on_roster(picture.member.standing);
    return paid.empty() || !counted ? Cell() : Cell(std::int64_t{months_unpaid(paid, picture.as_of)});
}

RowSet membership_card(const Picture& picture) {
    const Member& member = picture.member;
    RowSet set = card_called("membership", Text{"党籍和党费", "Membership and dues"});
    add(set, picture, {"stage", "activist_since", "candidate_since", "admission", "conversion"});
    const auto end = member.stage == Stage::probationary ? probation_end(member, picture.profile) : std::nullopt;
    add_cell(set, "probation_end", Text{"预备期满", "Probation ends"}, ColumnType::date,
             end ? Cell(range_text(*end)) : Cell());
    std::optional<Transfer> open;
    if (picture.open != nullptr) {
        open = *picture.open;
    }
    const Message converts = who_converts(picture.organisations, picture.profile, member, open);
    add_cell(set, "converted_by", Text{"转正由谁讨论", "Who discusses the conversion"}, ColumnType::text,
             converts.empty() ? Cell() : Cell(converts.zh, converts));
    add(set, picture,
        {"probation_extended_to", "conversion_meeting", "conversion_approved_on", "conversion_approved_by"});
    const Message papers = items_in_words(member.file_items, code_table<FileItem>());
    add_cell(set, "file_items", Text{"档案材料", "Admission papers"}, ColumnType::text,
             papers.empty() ? Cell() : Cell(member.file_items, papers));
    add(set, picture, {"dues_paid_through"});
    add_cell(set, "dues_months_behind", Text{"欠交整月数", "Whole months unpaid"}, ColumnType::number,
             months_behind(picture));
    const Message collector = dues_collector(picture.organisations, member, picture.transfers, picture.letters);
    add_cell(set, "dues_next", Text{"下次应交", "Next dues for"}, ColumnType::date,
             !on_roster(member.standing) || next_dues(member).empty() ? Cell() : Cell(next_dues(member)));
    add_cell(set, "dues_collected_by", Text{"由谁收缴", "Collected by"}, ColumnType::text,
             collector.empty() ? Cell() : Cell(collector.zh, collector));
    add(set, picture,
        {"last_activity", "last_contact", "file_held_by", "at_school_since", "status", "status_since", "status_basis",
         "status_decided_by", "status_until", "loss_cause", "abroad_purpose"});
    // What is left of the last mark: a departure, a contact that was found again.
    if (member.status == MemberStatus::none) {
        for (Column& column : set.columns) {
            column.title = column.id == "status_since"        ? Text{"登记日期", "Marked on"}
                           : column.id == "status_basis"      ? Text{"登记依据", "Basis of the mark"}
                           : column.id == "status_decided_by" ? Text{"由谁决定", "Decided by"}
                                                              : column.title;
        }
    }
    return set;
}

RowSet relation_card(const Picture& picture) {
    const Member& member = picture.member;
    RowSet set = card_called("relation", Text{"组织关系", "Relation"});
    add(set, picture, {"standing", "standing_since", "entry_basis", "branch"});
    const Organisation* committee = picture.organisations.basic_committee_of(member.branch);
    add_cell(set, "basic_committee", Text{"基层党委", "Basic committee"}, ColumnType::id,
             committee == nullptr ? Cell() : cell_of(picture.organisations, committee->id));
    const Message responsible =
        responsible_for(picture.organisations, picture.member, picture.transfers, picture.as_of);
    add_cell(set, "responsible", Text{"现由谁负责", "Responsible today"}, ColumnType::text,
             responsible.empty() ? Cell() : Cell(responsible.zh, responsible));
    add(set, picture,
        {"relation_org", "away_since", "away_place", "away_reason", "away_direction", "away_contact", "report_in_on",
         "report_in_to", "card_no", "card_issued_on", "card_checked_on", "leave_reason", "left_on"});
    return set;
}

RowSet letter_rows(const Picture& picture) {
    RowSet set = named_list<Letter>({"id", "no", "direction", "state", "issued_on", "valid_until", "receipt_on"},
                                    picture.letters, picture.reveal, picture.organisations);
    set.id = "letters";
    set.title = Text{"介绍信", "Letters"};
    set.when_empty = Text{"没有介绍信", "none"};
    set.columns.push_back({"expired", Text{"是否过期", "Expired"}, ColumnType::code});
    for (std::size_t i = 0; i < picture.letters.size(); ++i) {
        const Letter& letter = picture.letters[i];
        const bool limited = is_live(letter) && !letter.valid_until.empty();
        set.rows[i].push_back(limited ? Cell::code(picture.as_of > letter.valid_until.latest() ? Flag::yes : Flag::no)
                                      : Cell());
    }
    return set;
}

Result<DeadlineFacts> deadline_facts(Reading& ledger, const Picture& picture) {
    DeadlineFacts facts{
        .profile = picture.profile, .as_of = picture.as_of, .member = picture.member, .transfer = {}, .letter = {}};
    if (picture.open != nullptr) {
        facts.transfer = *picture.open;
        const auto own = picture.letter != nullptr ? std::optional(*picture.letter) : std::nullopt;
        JZ_TRY(counted, letter_that_counts(ledger, *picture.open, own));
        facts.letter = std::move(counted);
    }
    return facts;
}

// What is known of a member twice, as a record and as of a day, is said once.
Findings findings_of(const Picture& picture, const DeadlineFacts& deadlines) {
    const std::string subject = subject_of(picture.member);
    Findings findings = ask_deadlines(deadlines, subject);
    const MemberFacts facts{
        .member = picture.member, .profile = picture.profile, .today = picture.as_of, .same_name_and_birth = {}};
    for (Finding& finding : ask(member_rules(), Moment::record, facts, subject)) {
        const bool said = std::any_of(findings.begin(), findings.end(),
                                      [&](const Finding& other) { return other.rule == finding.rule; });
        if (!said) {
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

Message headline_of(const Picture& picture) {
    const Member& member = picture.member;
    Message words = Message(
        fmt::format("{}，{}，{}", subject_of(member), code_title(member.stage).zh, code_title(member.standing).zh),
        fmt::format("{}, {}, {}", subject_of(member), code_title(member.stage).en, code_title(member.standing).en));
    if (member.leave_reason != LeaveReason::none) {
        words.zh += fmt::format("（{} {}）", code_title(member.leave_reason).zh, member.left_on.text());
        words.en += fmt::format(" ({} {})", code_title(member.leave_reason).en, member.left_on.text());
    }
    if (picture.open != nullptr) {
        const Transfer& open = *picture.open;
        words.zh += fmt::format("；{} {}：{}", open.id.text(), code_title(open.kind).zh, code_title(open.state).zh);
        words.en += fmt::format("; {} {}: {}", open.id.text(), code_title(open.kind).en, code_title(open.state).en);
    }
    return words;
}

} // namespace

Message responsible_for(const OrgDirectory& organisations, const Member& member, const std::vector<Transfer>& transfers,
                        Date as_of) {
    const auto open = std::find_if(transfers.begin(), transfers.end(),
                                   [](const Transfer& transfer) { return is_open(transfer.state); });
    if (open != transfers.end() && member.standing != Standing::home) {
        return responsible_for(organisations, *open, as_of);
    }
    const std::string branch = organisations.label(member.branch);
    switch (member.standing) {
    case Standing::home:
    case Standing::in_transit:
        return Message(branch, branch);
    case Standing::hosted:
    case Standing::arriving:
        return say({"{}（组织关系所在党组织）", "{} (which has the relation)"}, member.relation_org);
    case Standing::suspended:
        return say({"{}（停止党籍，保管档案）", "{} (membership suspended; keeps the file)"}, branch);
    case Standing::left:
    case Standing::not_admitted: {
        const bool elsewhere = member.standing == Standing::not_admitted || member.leave_reason == LeaveReason::none ||
                               member.leave_reason == LeaveReason::transferred;
        return elsewhere && !transfers.empty() ? responsible_for(organisations, transfers.back(), as_of) : Message();
    }
    default:
        return {};
    }
}

Result<Document> member_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                 const Member& member, Date as_of, bool reveal) {
    JZ_TRY(transfers, ledger.transfers(Query().equal("member", member.id.text())));
    JZ_TRY(letters, ledger.letters(Query().equal("member", member.id.text())));
    Picture picture{organisations, profile, member, as_of, reveal, {}, {}};
    picture.transfers = std::move(transfers);
    picture.letters = std::move(letters);
    for (const Transfer& transfer : picture.transfers) {
        picture.open = is_open(transfer.state) ? &transfer : picture.open;
    }
    for (const Letter& letter : picture.letters) {
        picture.letter = picture.open != nullptr && letter.id == picture.open->letter ? &letter : picture.letter;
    }
    Document document;
    document.schema = "member.show";
    document.headline = headline_of(picture);
    document.sections = {person_card(picture), membership_card(picture), relation_card(picture)};
    JZ_TRY(rows, transfer_rows(ledger, organisations, picture.transfers));
    rows.title = Text{"转接", "Transfers"};
    rows.when_empty = Text{"没有办理过转接", "none"};
    document.sections.push_back(std::move(rows));
    document.sections.push_back(letter_rows(picture));
    JZ_TRY(contacts, contact_rows(ledger, member.id));
    if (!contacts.rows.empty()) {
        document.sections.push_back(std::move(contacts));
    }
    JZ_TRY(deadlines, deadline_facts(ledger, picture));
    document.findings = findings_of(picture, deadlines);
    if (picture.open != nullptr) {
        JZ_TRY(way, way_on(ledger, organisations, profile, *picture.open, as_of));
        for (Finding& finding : way.obstacles) {
            const bool said = finding.rule == kWaysDisagree &&
                              std::any_of(document.findings.begin(), document.findings.end(),
                                          [](const Finding& one) { return one.rule == kWaysDisagree; });
            if (!said) { // it was asked as a deadline, too
                document.findings.push_back(std::move(finding));
            }
        }
        document.next = std::move(way.commands);
    }
    for (Message& step : migrant_steps(deadlines)) {
        document.next.push_back(std::move(step));
    }
    return document;
}

} // namespace jiezhuan
