// Rules of a transfer: the letter's two ends (LT), the member (DU, PB, ST). The way between the ends is in route_rules.cpp.
#include "jiezhuan/rules/transfer_rules.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/rules/org_name.hpp"
#include "jiezhuan/rules/probation.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

using namespace rule_text;

constexpr int kBeforeDeparture = 3; // months: admitted so shortly before leaving is asked about

Explanation dues_behind_at_sending(const TransferFacts& facts) {
    return between_committees(facts) ? dues_behind(facts.member.dues_paid_through, facts.on, facts.profile)
                                     : std::nullopt;
}
Explanation dues_to_review_at_sending(const TransferFacts& facts) {
    return between_committees(facts) ? dues_to_review(facts.member.dues_paid_through, facts.on, facts.profile)
                                     : std::nullopt;
}
Explanation dues_ahead_at_sending(const TransferFacts& facts) {
    return between_committees(facts) ? dues_ahead(facts.member.dues_paid_through, facts.on, facts.profile)
                                     : std::nullopt;
}

Explanation no_addressee(const TransferFacts& facts) {
    const bool paper = facts.transfer.channel != Channel::online;
    if (!on_paper_of_ours(facts) || !paper || facts.addressee || facts.transfer.addressee ||
        !facts.addressee_name.empty()) {
        return std::nullopt;
    }
    return Message("没有抬头（接收党组织）", "there is no addressee (the organisation that receives)");
}

Explanation ends_not_in_full(const TransferFacts& facts) {
    if (!on_paper_of_ours(facts)) {
        return std::nullopt;
    }
    for (const std::optional<Organisation>* end : {&facts.issuer, &facts.from, &facts.to}) {
        if (*end && !(*end)->name.empty() && !is_full_org_name((*end)->name)) {
            return say({"“{}”不是以公章为准的党组织全称", "'{}' is not the full name as on the seal"},
                       printable((*end)->name));
        }
    }
    const std::string& destination = facts.transfer.destination;
    return destination.empty() || is_full_org_name(destination)
               ? std::nullopt
               : Explanation(say({"去往单位“{}”不是以公章为准的党组织全称",
                                  "the destination '{}' is not the full name as on the seal"},
                                 printable(destination)));
}

Explanation addressee_abbreviated(const TransferFacts& facts) {
    const std::string& name = facts.addressee ? facts.addressee->name : facts.addressee_name;
    if (!on_paper_of_ours(facts) || name.empty() || is_full_org_name(name)) {
        return std::nullopt;
    }
    const std::string_view part = abbreviation_in(name);
    return part.empty()
               ? say({"抬头“{}”不像党组织全称", "the addressee '{}' is not the full name of a Party organisation"},
                     printable(name))
               : say({"抬头“{}”含简称“{}”", "the addressee '{}' has the abbreviation '{}'"}, printable(name), part);
}

Explanation other_live_letter(const TransferFacts& facts) {
    if (!facts.live_letter) {
        return std::nullopt;
    }
    return say({"该党员已有在途介绍信 {}", "the member has another live letter, {}"}, *facts.live_letter);
}

Explanation issuer_without_authority(const TransferFacts& facts) {
    if (!between_committees(facts)) {
        return std::nullopt;
    }
    if (!facts.issuer) {
        return Message("转出党组织及其上级都没有登记审批预备党员权限",
                       "neither the sending organisation nor any above it is recorded with the authority");
    }
    if (facts.issuer->can_approve_probationary != Authority::no) {
        return std::nullopt;
    }
    return say({"开具单位“{}”无审批预备党员权限", "the issuer '{}' has no authority to approve"},
               printable(facts.issuer->name));
}

Explanation approval_missing(const TransferFacts& facts) {
    if (!on_paper_of_ours(facts) || (!facts.transfer.approved_on.empty() && !facts.transfer.minutes.empty())) {
        return std::nullopt;
    }
    return facts.transfer.approved_on.empty()
               ? Message("没有批准日期", "there is no date of approval")
               : say({"{} 批准，没有会议记录或批准依据", "approved {}, with no minutes or other basis"},
                     facts.transfer.approved_on.text());
}

Explanation probation_over(const TransferFacts& facts) {
    const auto end = probation_end(facts.member, facts.profile);
    if (!between_committees(facts) || facts.member.stage != Stage::probationary || !end || facts.on <= end->latest) {
        return std::nullopt;
    }
    return say({"预备期 {} 已满，至 {} 尚未转正", "the probation ended {}; by {} the member was not converted"},
               range_text(*end), facts.on.text());
}

Explanation probation_ending(const TransferFacts& facts) {
    const auto end = probation_end(facts.member, facts.profile);
    if (!between_committees(facts) || facts.member.stage != Stage::probationary || !end || facts.on > end->latest ||
        days_between(facts.on, end->earliest) > facts.profile.probation_warning_days) {
        return std::nullopt;
    }
    return say({"预备期 {} 届满，距 {} 不超过 {} 天", "the probation ends {}; on {} that is at most {} days away"},
               range_text(*end), facts.on.text(), facts.profile.probation_warning_days);
}

Explanation admitted_shortly_before(const TransferFacts& facts) {
    const Date admission = facts.member.admission;
    const TransferKind kind = facts.transfer.kind;
    if (kind == TransferKind::within || kind == TransferKind::temporary || admission.empty() || facts.on.empty() ||
        admission.earliest() > facts.on || admission.earliest().plus_months(kBeforeDeparture) <= facts.on) {
        return std::nullopt;
    }
    return say({"{} 入党，{} 离开，不满 {} 个月", "admitted {}, leaving {}: less than {} months"}, admission.text(),
               facts.on.text(), kBeforeDeparture);
}

Explanation membership_suspended(const TransferFacts& facts) {
    if (facts.member.standing != Standing::suspended) {
        return std::nullopt;
    }
    return say({"该党员自 {} 停止党籍", "the membership is suspended since {}"},
               facts.member.standing_since.empty() ? "?" : facts.member.standing_since.text());
}

// Who died or whose membership ended has no relation to transfer.
bool membership_ended(LeaveReason reason) { return reason != LeaveReason::none && reason != LeaveReason::transferred; }

// Somebody who was transferred away, stayed with us for a time or was not admitted may come (again).
Explanation not_a_member(const TransferFacts& facts) {
    const Member& member = facts.member;
    const bool coming = comes(facts.transfer.kind);
    if (member.standing == Standing::not_admitted && !coming) {
        return Message("该人员未被接收，不在册", "the person was not admitted and is not on the roster");
    }
    // Whoever died while arriving was never with us, and comes no more all the same.
    const bool gone = member.standing == Standing::left ||
                      (member.standing == Standing::not_admitted && membership_ended(member.leave_reason));
    if (!gone || (coming && !membership_ended(member.leave_reason))) {
        return std::nullopt;
    }
    const bool known = member.leave_reason != LeaveReason::none;
    const Text reason = known ? code_title(member.leave_reason) : Text("原因未登记", "no reason recorded");
    const std::string day = member.left_on.empty() ? "?" : member.left_on.text();
    return Message(fmt::format("该人员已于 {} 离册：{}", day, reason.zh),
                   fmt::format("the person left the roster on {}: {}", day, reason.en));
}

Explanation contact_lost(const TransferFacts& facts) {
    if (facts.member.status != MemberStatus::lost_contact) {
        return std::nullopt;
    }
    return say({"该党员自 {} 失联", "contact with the member is lost since {}"},
               facts.member.status_since.empty() ? "?" : facts.member.status_since.text());
}

Explanation no_vote(const TransferFacts& facts) {
    if (facts.member.status != MemberStatus::probation_discipline) {
        return std::nullopt;
    }
    return say({"该党员自 {} 留党察看，无表决权、选举权和被选举权",
                "the member is on probation within the Party since {}: no vote, no election"},
               facts.member.status_since.empty() ? "?" : facts.member.status_since.text());
}

Explanation removed_without_evidence(const TransferFacts& facts) {
    const Transfer& transfer = facts.transfer;
    const bool gone = transfer.state == TransferState::received || transfer.state == TransferState::closed;
    if (transfer.kind != TransferKind::out || !gone || !trimmed(transfer.received_evidence).empty()) {
        return std::nullopt;
    }
    return Message("既无回执，也无网上接收记录", "there is neither a receipt nor an online acceptance");
}

constexpr Moment kSend[] = {Moment::send};
constexpr Moment kOpenSend[] = {Moment::open, Moment::send};
constexpr Moment kSendAssign[] = {Moment::send, Moment::assign};
constexpr Moment kSendPresent[] = {Moment::send, Moment::present};
constexpr Moment kReceipt[] = {Moment::receipt};

constexpr Rule<TransferFacts> kRules[] = {
    {kDu01, kSend, dues_behind_at_sending},
    {kDu02, kSend, dues_to_review_at_sending},
    {kDu03, kSend, dues_ahead_at_sending},
    {kLt12, kSend, no_addressee},
    {{"LT-13",
      Severity::warning,
      {"转出或转入党组织不是全称", "the sending or receiving organisation is not named in full"},
      "组织部门关于党组织名称的说明：以公章全称为准",
      Basis::practice,
      true,
      {"按公章填写“中共…”或“中国共产党…”全称；名录里的用 org change --name",
       "give the name of the seal, 中共… or 中国共产党…; in the directory: org change --name"}},
     kSend,
     ends_not_in_full},
    {{"LT-20",
      Severity::error,
      {"同一党员有两份在途介绍信", "two live letters for one member"},
      "逻辑关系：一名党员的正式组织关系只有一个，只能转往一处",
      Basis::logic,
      false,
      {"用 letter reissue 补开（原介绍信同时作废），或 letter void 作废后 letter issue 重新开具",
       "replace it with letter reissue (which ends the other one), or letter void, then letter issue"}},
     kSend,
     other_live_letter},
    {kLt21, kSend, issuer_without_authority},
    {{"LT-22",
      Severity::warning,
      {"未见党组织批准记录", "no record of the approval"},
      "各地办理组织关系转接的通行做法：先由党组织批准再开具",
      Basis::practice,
      true,
      {"补登会议记录：jiezhuan transfer approve {transfer} --minutes 依据（开具以后也可以）",
       "record the minutes, also later: jiezhuan transfer approve {transfer} --minutes TEXT"}},
     kSend,
     approval_missing},
    {{"LT-24",
      Severity::warning,
      {"抬头疑为简称", "the addressee seems abbreviated"},
      "组织部门关于党组织名称的说明：以公章全称为准",
      Basis::practice,
      true,
      {"写党组织全称，如“中共…街道工作委员会”，不写“…街办”",
       "write the full name, such as 中共…街道工作委员会, not …街办"}},
     kSend,
     addressee_abbreviated},
    {kPb01, kSend, probation_over},
    {kPb02, kSend, probation_ending},
    {{"PB-05",
      Severity::warning,
      {"离开前三个月内发展入党", "admitted within three months before leaving"},
      "中央组织部关于离校、离职前突击发展党员的答复",
      Basis::practice,
      true,
      {"接收单位核查入党材料，有问题的报县级以上组织部门",
       "the receiver checks the admission papers and reports doubts to the county's organisation department"}},
     kSendPresent,
     admitted_shortly_before},
    {{"RC-05",
      Severity::error,
      {"未被接收就下册", "taken off the roster before being received"},
      kArticle25,
      Basis::regulation,
      false,
      {"等回执或网上接收；尚未被接收的党员，原党组织仍负有管理责任",
       "wait for the receipt or the online acceptance: until then the sender is responsible"}},
     kReceipt,
     removed_without_evidence},
    // A warning on a second look, too: article 24 names suspension, but that it bars a transfer is what offices say.
    {{"ST-01",
      Severity::warning,
      {"停止党籍期间办理转接", "a transfer while the membership is suspended"},
      "各地办理组织关系转接的通行做法：停止党籍期间不办理正式转移",
      Basis::practice,
      true,
      {"先按程序恢复党籍，再转接", "restore the membership first"}},
     kOpenSend,
     membership_suspended},
    {{"ST-02",
      Severity::error,
      {"非在册党员", "not on the roster"},
      "逻辑关系：已离册人员没有组织关系可转",
      Basis::logic,
      false,
      {"核对是否选错人；登记有误的：jiezhuan member mark {member} --as mistaken --basis 依据；重新入党的：jiezhuan "
       "member "
       "add --basis admitted",
       "check the person; a mistake is undone with jiezhuan member mark {member} --as mistaken --basis TEXT; who was "
       "admitted anew: jiezhuan member add --basis admitted"}},
     kOpenSend,
     not_a_member},
    {{"ST-03",
      Severity::warning,
      {"失联党员", "contact with the member is lost"},
      kArticle24,
      Basis::regulation,
      false,
      {"先取得联系，再转接", "find the member first"}},
     kOpenSend,
     contact_lost},
    {{"ST-06",
      Severity::warning,
      {"留党察看期间无表决权", "no vote while on probation within the Party"},
      "《中国共产党纪律处分条例》关于留党察看的规定",
      Basis::regulation,
      false,
      {"告知接收单位继续考察；期间无表决权、选举权和被选举权",
       "tell the receiver, who goes on observing; meanwhile no vote and no election"}},
     kSendAssign,
     no_vote},
};

} // namespace

bool on_paper_of_ours(const TransferFacts& facts) {
    return between_committees(facts) || facts.transfer.voucher == Voucher::membership_certificate;
}
bool between_committees(const TransferFacts& facts) {
    return facts.transfer.kind == TransferKind::out || facts.transfer.kind == TransferKind::between;
}

std::span<const Rule<TransferFacts>> member_of_transfer_rules() { return kRules; }

} // namespace jiezhuan
