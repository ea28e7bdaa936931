// The coded enums of the field. Words and ids stand in codes.cpp, one table an enum.
#pragma once

#include "jiezhuan/model/code.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace jiezhuan {

enum class Flag : std::uint8_t { none, yes, no };

// GB/T 2261.1
enum class Sex : std::uint8_t { none, male, female };
// GB/T 3304-1991: the value is the number of the standard, the id its two letters.
enum class Ethnic : std::uint8_t { none };
// GB/T 4658-2006: the value is the code of the standard.
enum class Education : std::uint8_t { none };
enum class DocumentType : std::uint8_t {
    none,
    passport,
    officer_card,
    soldier_card,
    hong_kong_macao_permit,
    taiwan_permit,
    police_registered,
    other
};

// 党员类别: the groups of the founding document, and the others.
enum class Category : std::uint8_t { none, employed, retired, laid_off, migrant, student, demobilised, other };
enum class RetiredKind : std::uint8_t { none, retired_worker, retired_cadre, veteran_cadre };
enum class LabourRelation : std::uint8_t { none, kept, ended };
// 正式党员 / 预备党员
enum class Stage : std::uint8_t { none, full, probationary };
// Where a person stands with us (design: everybody has exactly one).
enum class Standing : std::uint8_t { none, arriving, home, in_transit, hosted, suspended, left, not_admitted };
// Who is counted in our roster and in every statistic: the sender counts a member until the receiver has taken over.
inline constexpr std::array kRoster = {Standing::home, Standing::in_transit};
[[nodiscard]] constexpr bool on_roster(Standing standing) { return standing == kRoster[0] || standing == kRoster[1]; }
// The ids of those standings, for a query.
[[nodiscard]] std::vector<std::string> roster_ids();
// What is known of the membership beside the stage.
enum class MemberStatus : std::uint8_t {
    none,
    lost_contact,
    abroad,
    probation_discipline,
    rectification,
    restored,
    under_discipline, // 警告、严重警告、撤销党内职务
    pending_verify,   // 待核实
};
// Why contact was lost: the seven causes of the form for members out of contact.
enum class LossCause : std::uint8_t {
    none,
    working_away,
    unit_changed,
    graduated,
    job_changed,
    went_abroad,
    moved,
    other
};
enum class AbroadPurpose : std::uint8_t { none, study, private_affairs, official };
// Why somebody is on our roster who came by no transfer: there when the ledger began, admitted to the Party, restored, or found to be
// ours and missing from the roster.
enum class EntryBasis : std::uint8_t { none, initial, admitted, restored, found };
// What an admission file holds, and goes along with a probationary member.
enum class FileItem : std::uint8_t {
    none,
    application,
    admission_form,
    political_review,
    training_record,
    observation_form,
    conversion_application
};
enum class LeaveReason : std::uint8_t { none, transferred, died, withdrew, struck_off, expelled, probation_cancelled };

enum class OrgKind : std::uint8_t {
    none,
    working_committee,        // 党工委
    committee,                // 党委 (基层党委)
    community_committee,      // 社区党委 / 村党委, under a street or township committee
    general_branch,           // 党总支
    branch,                   // 党支部
    joint_branch,             // 联合党支部
    org_department,           // 组织部
    organ_work_committee,     // 机关工委
    military_political_organ, // 部队政治机关
    temporary,                // 临时党组织
};
// Of any kind: also one that is set up for a time (a general branch has branches).
[[nodiscard]] constexpr bool is_branch(OrgKind kind) {
    return kind == OrgKind::branch || kind == OrgKind::joint_branch || kind == OrgKind::temporary;
}
// Where members are placed: in a branch, or in a general branch itself.
[[nodiscard]] constexpr bool holds_members(OrgKind kind) { return is_branch(kind) || kind == OrgKind::general_branch; }
enum class Authority : std::uint8_t { none, yes, no, unknown }; // 具有审批预备党员权限
enum class OrgState : std::uint8_t { none, active, dissolved };
// Where an outside organisation lies, seen from ours.
enum class Distance : std::uint8_t { none, same_county, same_city, same_province, other_province, military };

enum class TransferKind : std::uint8_t { none, within, out, in, between, enrol, temporary };
enum class TransferState : std::uint8_t {
    none,
    opened,
    approved,
    sent,
    expected,
    presented,
    verified,
    received,
    assigned,
    active,
    closed,
    ended,
    returned,
    refused,
    withdrawn,
    revoked,
    converted,
};
enum class Channel : std::uint8_t { none, paper, online, both };
// How far one way of a transfer is. ended: void, lost or withdrawn.
enum class WayState : std::uint8_t { none, under_way, accepted, returned, ended };
enum class TransferReason : std::uint8_t {
    none,
    retired_handover,
    labour_relation_ended,
    new_employer,
    moved_home,
    settled_migrant,
    boundary_change,
    graduated,
    demobilised,
    whole_organisation,
    other,
    working_away,  // 外出务工经商
    studying_away, // 外出学习
    care_or_visit, // 就医、探亲
};
// The paper that somebody takes along whose relation stays: for six months at a fixed place, or where place and time are not certain.
enum class Voucher : std::uint8_t { none, membership_certificate, activity_card };
// 流向: to what kind of place a migrant goes.
enum class FlowDirection : std::uint8_t {
    none,
    organ,
    public_institution,
    talent_agency,
    public_enterprise,
    non_enterprise_unit,
    private_enterprise,
    self_employed,
    urban_community,
    town_community,
    village,
    other,
    not_known
};

// By whose word a route goes: straight between basic committees (条例第二十五条); by the county organisation departments, each of which
// exchanges the letter for one of its own (换信); or by a political organ of the forces. It decides to whom a letter is addressed.
enum class RoutePolicy : std::uint8_t { none, art25_direct, via_county_od, military_organ };

// Between two basic committees of this ledger one letter is both: issued by the one, answered by the other. Onward: a department on
// the way gave it in exchange for ours; it goes to where ours was to go.
enum class LetterDirection : std::uint8_t { none, issued_by_us, incoming, between, onward };
enum class LetterKind : std::uint8_t { none, introduction, certificate };
enum class LetterState : std::uint8_t { none, issued, used, void_, lost, replaced, returned };
// What the clerk sees on a paper that is presented: numbers of its three parts that differ, figures that are not in capitals (大写), an
// alteration without its seal; sound where it was looked at and nothing is wrong.
enum class PaperFlaw : std::uint8_t { none, part_numbers, not_capital, altered, sound };
enum class NumberSource : std::uint8_t { none, pattern, preprinted };

template <> const CodeTable& code_table<Ethnic>();
template <> const CodeTable& code_table<Education>();
template <> const CodeTable& code_table<Flag>();
template <> const CodeTable& code_table<Sex>();
template <> const CodeTable& code_table<DocumentType>();
template <> const CodeTable& code_table<Category>();
template <> const CodeTable& code_table<RetiredKind>();
template <> const CodeTable& code_table<LabourRelation>();
template <> const CodeTable& code_table<Stage>();
template <> const CodeTable& code_table<Standing>();
template <> const CodeTable& code_table<MemberStatus>();
template <> const CodeTable& code_table<LossCause>();
template <> const CodeTable& code_table<AbroadPurpose>();
template <> const CodeTable& code_table<EntryBasis>();
template <> const CodeTable& code_table<FileItem>();
template <> const CodeTable& code_table<LeaveReason>();
template <> const CodeTable& code_table<OrgKind>();
template <> const CodeTable& code_table<Authority>();
template <> const CodeTable& code_table<OrgState>();
template <> const CodeTable& code_table<Distance>();
template <> const CodeTable& code_table<TransferKind>();
template <> const CodeTable& code_table<TransferState>();
template <> const CodeTable& code_table<Channel>();
template <> const CodeTable& code_table<WayState>();
template <> const CodeTable& code_table<TransferReason>();
template <> const CodeTable& code_table<Voucher>();
template <> const CodeTable& code_table<FlowDirection>();
template <> const CodeTable& code_table<RoutePolicy>();
template <> const CodeTable& code_table<LetterDirection>();
template <> const CodeTable& code_table<LetterKind>();
template <> const CodeTable& code_table<LetterState>();
template <> const CodeTable& code_table<PaperFlaw>();
template <> const CodeTable& code_table<NumberSource>();

} // namespace jiezhuan
