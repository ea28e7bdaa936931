#include "jiezhuan/service/members/mark_rows.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr CodeRow kMarks[] = {
    {int(Mark::died), "died", {"去世", "died"}, "死亡"},
    {int(Mark::withdrew), "withdrew", {"退党", "withdrew"}, ""},
    {int(Mark::struck_off), "struck_off", {"除名", "struck off"}, ""},
    {int(Mark::expelled), "expelled", {"开除党籍", "expelled"}, "开除"},
    {int(Mark::probation_cancelled), "probation_cancelled", {"取消预备党员资格", "probation cancelled"}, ""},
    {int(Mark::suspended), "suspended", {"停止党籍", "suspended"}, ""},
    {int(Mark::restored), "restored", {"恢复党籍", "membership restored"}, ""},
    {int(Mark::mistaken), "mistaken", {"登记有误，恢复原状", "the last mark was a mistake"}, "误登"},
    {int(Mark::not_ours), "not_ours", {"误登在册，实未转入", "registered by mistake, never ours"}, ""},
    {int(Mark::lost_contact), "lost_contact", {"失联", "lost contact"}, ""},
    {int(Mark::found), "found", {"失联后取得联系", "found again"}, "找到"},
    {int(Mark::abroad), "abroad", {"出国（境）保留组织关系", "abroad, relation kept"}, "出国"},
    {int(Mark::returned), "returned", {"回国（境）", "returned from abroad"}, "回国"},
    {int(Mark::probation_discipline), "probation_discipline", {"留党察看", "probation within the Party"}, ""},
    {int(Mark::discipline_ended), "discipline_ended", {"恢复党员权利", "rights as a member restored"}, "留党察看期满"},
    {int(Mark::rectification), "rectification", {"限期改正", "rectification"}, ""},
    {int(Mark::rectified), "rectified", {"限期改正期满，已改正", "rectified"}, ""},
    {int(Mark::under_discipline), "under_discipline", {"党纪处分", "disciplined"}, "警告|严重警告|撤销党内职务"},
    {int(Mark::discipline_lifted), "discipline_lifted", {"党纪处分解除", "discipline lifted"}, "处分解除"},
    {int(Mark::pending_verify), "pending_verify", {"身份待核实", "membership to be verified"}, "待核实"},
    {int(Mark::verified), "verified", {"身份已核实", "membership verified"}, "已核实"},
};
constexpr CodeTable kMarkTable = {"mark", {"登记事项", "Mark"}, kMarks};

using S = Standing;
using St = MemberStatus;
using L = LeaveReason;
using D = MarkDetail;

constexpr MarkRow kRows[] = {
    {Mark::died,
     {S::home, S::in_transit, S::arriving, S::hosted, S::suspended},
     S::left,
     L::died,
     St::none,
     St::none,
     D::none,
     false},
    // Decided by the organisation that has the relation: not for those who are hosted or only arriving.
    {Mark::withdrew, {S::home, S::in_transit, S::suspended}, S::left, L::withdrew, St::none, St::none, D::none, true},
    {Mark::struck_off,
     {S::home, S::in_transit, S::suspended},
     S::left,
     L::struck_off,
     St::none,
     St::none,
     D::none,
     true},
    {Mark::expelled, {S::home, S::in_transit, S::suspended}, S::left, L::expelled, St::none, St::none, D::none, true},
    {Mark::probation_cancelled,
     {S::home, S::in_transit},
     S::left,
     L::probation_cancelled,
     St::none,
     St::none,
     D::none,
     true},
    {Mark::suspended, {S::home, S::in_transit}, S::suspended, L::none, St::none, St::none, D::loss, true},
    {Mark::restored, {S::suspended, S::left}, S::home, L::none, St::none, St::restored, D::none, true},
    {Mark::mistaken,
     {S::left, S::suspended, S::not_admitted, S::home, S::in_transit, S::hosted},
     S::none,
     L::none,
     St::none,
     St::none,
     D::none,
     false},
    {Mark::not_ours, {S::home}, S::not_admitted, L::none, St::none, St::none, D::none, false},
    {Mark::lost_contact,
     {S::home, S::in_transit, S::hosted},
     S::none,
     L::none,
     St::none,
     St::lost_contact,
     D::loss,
     false},
    {Mark::found, {S::home, S::in_transit, S::hosted}, S::none, L::none, St::lost_contact, St::none, D::none, false},
    {Mark::abroad, {S::home}, S::none, L::none, St::none, St::abroad, D::purpose, true},
    {Mark::returned, {S::home}, S::none, L::none, St::abroad, St::none, D::none, false},
    {Mark::probation_discipline,
     {S::home, S::in_transit},
     S::none,
     L::none,
     St::none,
     St::probation_discipline,
     D::until,
     true},
    {Mark::discipline_ended,
     {S::home, S::in_transit},
     S::none,
     L::none,
     St::probation_discipline,
     St::none,
     D::none,
     true},
    {Mark::rectification, {S::home, S::in_transit}, S::none, L::none, St::none, St::rectification, D::until, true},
    {Mark::rectified, {S::home, S::in_transit}, S::none, L::none, St::rectification, St::none, D::none, false},
    {Mark::under_discipline, {S::home, S::in_transit}, S::none, L::none, St::none, St::under_discipline, D::none, true},
    {Mark::discipline_lifted,
     {S::home, S::in_transit},
     S::none,
     L::none,
     St::under_discipline,
     St::none,
     D::none,
     true},
    {Mark::pending_verify, {S::home, S::hosted}, S::none, L::none, St::none, St::pending_verify, D::none, false},
    {Mark::verified, {S::home, S::hosted}, S::none, L::none, St::pending_verify, St::none, D::none, false},
};

// The last day on which anything was heard: organisational life, dues, a contact.
Date last_heard(const Member& member) {
    return std::max({member.last_contact, member.last_activity, member.dues_paid_through},
                    [](Date a, Date b) { return a.latest() < b.latest(); });
}

void set_details(Member& after, const Member& before, const MarkRow& row, Date on, const MarkInput& input) {
    const bool loss = row.detail == D::loss;
    after.status_until = input.until;
    // Who is suspended because contact was lost stays so: ST-05 counts from there.
    after.loss_cause = !loss ? LossCause::none : input.cause == LossCause::none ? before.loss_cause : input.cause;
    after.abroad_purpose = input.purpose;
    if (!input.last_contact.empty()) {
        after.last_contact = input.last_contact;
    } else if (row.status == St::lost_contact) {
        after.last_contact = last_heard(before);
    } else if (row.needs == St::lost_contact) {
        after.last_contact = on;
    }
}

} // namespace

template <> const CodeTable& code_table<Mark>() { return kMarkTable; }

const MarkRow& mark_row(Mark mark) {
    const auto found =
        std::find_if(std::begin(kRows), std::end(kRows), [&](const MarkRow& row) { return row.mark == mark; });
    ensure(found != std::end(kRows), "a mark without a row");
    return *found;
}

Member marked(const Member& before, const MarkRow& row, Date on, const MarkInput& input) {
    Member after = before;
    after.status = row.status;
    after.status_since = on;
    after.status_basis = input.basis;
    after.status_decided_by = input.decided_by;
    set_details(after, before, row, on, input);
    // Who was never ours is not counted as having left us.
    const bool never_ours = before.standing == S::arriving || before.standing == S::not_admitted;
    const Standing to = never_ours && row.to == S::left ? S::not_admitted : row.to;
    if (to != S::none) { // the day of the mark, also where a stay was ended with it
        after.standing = to;
        after.standing_since = on;
    }
    after.leave_reason = row.leave;
    after.left_on = row.leave == L::none ? Date() : on;
    return after;
}

Member with_status_of(Member member, const Member& earlier) {
    member.status = earlier.status;
    member.status_since = earlier.status_since;
    member.status_basis = earlier.status_basis;
    member.status_decided_by = earlier.status_decided_by;
    member.status_until = earlier.status_until;
    member.loss_cause = earlier.loss_cause;
    member.abroad_purpose = earlier.abroad_purpose;
    return member;
}

Member unmarked(Member member, const Member& earlier) {
    member.standing = earlier.standing;
    member.standing_since = earlier.standing_since;
    member.leave_reason = earlier.leave_reason;
    member.left_on = earlier.left_on;
    member.last_contact = earlier.last_contact;
    return with_status_of(std::move(member), earlier);
}

} // namespace jiezhuan
