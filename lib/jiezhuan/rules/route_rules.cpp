// Rules of the way: to whom, by which paper, into which branch, and a receiver's refusal.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/shared_texts.hpp"
#include "jiezhuan/rules/transfer_rules.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

using namespace rule_text;

// Reasons that organisations give and the regulation does not know.
constexpr std::array<std::string_view, 16> kNoReasons = {
    "无房", "没有房", "没房",   "不是业主", "开不了会", "无法开会", "不能开会", "开会不便",
    "人满", "名额",   "人数多", "人太多",   "满员",     "人手不足", "不再接收", "超编",
};

// By which row of the profile's route table the addressee was looked at; where none is for that distance, by article 25 itself.
Message by_policy(const TransferFacts& facts) {
    return facts.route ? say({"（路径 {}，{}）", " (route {}, {})"}, facts.route->id, code_id(facts.route->policy))
                       : Message(Text{"（政策 art25-direct）", " (policy art25-direct)"});
}

Explanation addressee_without_authority(const TransferFacts& facts) {
    if (!between_committees(facts) || !facts.addressee || facts.addressee->can_approve_probationary != Authority::no) {
        return std::nullopt;
    }
    const Text kind = code_title(facts.addressee->kind);
    return say({"抬头“{}”（{}）无审批预备党员权限{}",
                "the addressee '{}' ({}) has no authority to approve probationary members{}"},
               printable(facts.addressee->name), kind, by_policy(facts));
}

Explanation addressee_unknown(const TransferFacts& facts) {
    if (!between_committees(facts)) {
        return std::nullopt;
    }
    if (!facts.addressee) {
        return facts.addressee_name.empty()
                   ? std::nullopt
                   : Explanation(say({"抬头“{}”不在组织名录里，无法确认接收权限{}",
                                      "the addressee '{}' is in no directory: its authority is not known{}"},
                                     printable(facts.addressee_name), by_policy(facts)));
    }
    const Authority authority = facts.addressee->can_approve_probationary;
    if (authority == Authority::yes || authority == Authority::no) {
        return std::nullopt;
    }
    return say(
        {"未登记抬头“{}”有无审批预备党员权限{}", "whether the addressee '{}' has the authority is not recorded{}"},
        printable(facts.addressee->name), by_policy(facts));
}

Explanation stays_where_it_is(const TransferFacts& facts) {
    const Transfer& transfer = facts.transfer;
    if (transfer.kind == TransferKind::enrol || transfer.kind == TransferKind::temporary) {
        return std::nullopt;
    }
    if (transfer.from && transfer.from == transfer.to) {
        return say({"转出和转入是同一党组织（{}）", "the sending and the receiving organisation are the same ({})"},
                   transfer.from.text());
    }
    if (facts.same_basic_committee && between_committees(facts)) {
        return Message("转出和转入在同一基层党委之内，不开介绍信，用内部调整（within）",
                       "both ends are inside one basic committee: no letter; open it as 'within'");
    }
    return std::nullopt;
}

// Exactly six months is due for a transfer (article 25: 以上), so only less is asked about.
Explanation too_short_for_a_letter(const TransferFacts& facts) {
    const Date until = facts.transfer.away_until;
    const int months = static_cast<int>(facts.profile.transfer_duty_months);
    if (!between_committees(facts) || until.empty() || until.latest() >= facts.on.earliest().plus_months(months)) {
        return std::nullopt;
    }
    return say({"外出从 {} 至 {}，不满 {} 个月", "away from {} to {}: less than {} months"}, facts.on.text(),
               until.text(), months);
}

Explanation long_enough_for_a_transfer(const TransferFacts& facts) {
    const Transfer& transfer = facts.transfer;
    const Date from = transfer.opened_on.empty() ? facts.on : transfer.opened_on;
    const int months = static_cast<int>(facts.profile.transfer_duty_months);
    const bool named = transfer.voucher != Voucher::activity_card && !transfer.destination.empty();
    const bool fixed = named || facts.member.fixed_residence == Flag::yes;
    if (transfer.kind != TransferKind::temporary || transfer.away_until.empty() || !fixed ||
        transfer.away_until.earliest() < from.latest().plus_months(months)) {
        return std::nullopt;
    }
    const Message long_enough =
        say({"外出从 {} 至 {}，满 {} 个月且地点固定", "away from {} to {}: {} months or more, at a fixed place"},
            from.text(), transfer.away_until.text(), months);
    // On the very day the two texts read differently; the later one prevails.
    return transfer.away_until == from.plus_months(months)
               ? say({"{}（恰满的，中组发〔2004〕10号开证明信，2019年条例“以上”应转移）",
                      "{} (exactly so long: 中组发〔2004〕10号 has a certificate, 条例 of 2019 a transfer)"},
                     long_enough)
               : long_enough;
}

Explanation past_the_employer(const TransferFacts& facts) {
    const Member& member = facts.member;
    const bool works = member.category != Category::retired && member.category != Category::laid_off;
    const bool home = facts.transfer.reason == TransferReason::moved_home ||
                      (facts.to && facts.to->kind == OrgKind::community_committee);
    if (!works || !home || member.employer_has_org != Flag::yes) {
        return std::nullopt;
    }
    return say({"所在单位“{}”已建党组织，而去向是居住地",
                "the employer '{}' has a Party organisation, but the destination is the residence"},
               printable(member.employer));
}

// Of a migrant the relation stays elsewhere: nobody's branch grows by a guest.
Explanation branch_too_large(const TransferFacts& facts) {
    if (facts.transfer.kind == TransferKind::enrol) {
        return std::nullopt;
    }
    const bool counted = facts.branch && facts.member.branch == facts.branch->id;
    const std::int64_t after = facts.branch_members + (counted ? 0 : 1);
    if (!facts.branch || after <= facts.profile.branch_members_max) {
        return std::nullopt;
    }
    // Without the number, which differs from one to the next: of many who come together it is said once.
    return say({"“{}”编入后党员超过 {} 名", "'{}' would have more than {} members"}, printable(facts.branch->name),
               facts.profile.branch_members_max);
}

Explanation abroad(const TransferFacts& facts) {
    if (facts.member.status != MemberStatus::abroad) {
        return std::nullopt;
    }
    return say({"该党员自 {} 出国（境）保留组织关系", "the member is abroad since {}, the relation is kept"},
               facts.member.status_since.empty() ? "?" : facts.member.status_since.text());
}

Explanation paper_where_online(const TransferFacts& facts) {
    if (!facts.route || facts.route->channel != Channel::online || facts.transfer.channel != Channel::paper) {
        return std::nullopt;
    }
    return say({"路径 {}（{}）应网上转接，而方式是纸质", "route {} ({}) is online, but the channel is paper"},
               facts.route->id, code_id(facts.route->policy));
}

Explanation refused_without_reason(const TransferFacts& facts) {
    if (facts.transfer.state != TransferState::refused || !trimmed(facts.transfer.outcome_reason).empty()) {
        return std::nullopt;
    }
    return Message("拒接没有写理由", "the refusal gives no reason");
}

Explanation refused_for_no_reason(const TransferFacts& facts) {
    if (facts.transfer.state != TransferState::refused) {
        return std::nullopt;
    }
    for (const std::string_view word : kNoReasons) {
        if (facts.transfer.outcome_reason.find(word) != std::string::npos) {
            return say({"拒接理由“{}”（含“{}”）不是正当理由", "the reason '{}' (with '{}') is no ground for a refusal"},
                       printable(facts.transfer.outcome_reason), word);
        }
    }
    return std::nullopt;
}

// What the online system says, or people of it, where it gives a transfer back for want of data.
constexpr std::array<std::string_view, 5> kUnitData = {"单位信息", "党组织信息", "交换区", "数据交换", "信息不完整"};

Explanation given_back_by_system(const TransferFacts& facts) {
    const Transfer& transfer = facts.transfer;
    const std::string& reason = transfer.held()                               ? transfer.hold_reason
                                : transfer.online_state == WayState::returned ? transfer.online_note
                                                                              : transfer.outcome_reason;
    const bool online = transfer.channel == Channel::online || transfer.channel == Channel::both;
    const bool named = std::any_of(kUnitData.begin(), kUnitData.end(),
                                   [&](std::string_view word) { return reason.find(word) != std::string::npos; });
    if (!online || !named) {
        return std::nullopt;
    }
    return say({"网上转接未办成：{}", "the online transfer did not go through: {}"}, printable(reason));
}

constexpr Moment kSend[] = {Moment::send};
constexpr Moment kOpenSend[] = {Moment::open, Moment::send};
constexpr Moment kAssign[] = {Moment::assign};
constexpr Moment kRefuse[] = {Moment::refuse};

constexpr Rule<TransferFacts> kRules[] = {
    {kRt01, kSend, addressee_without_authority},
    {kRt02, kSend, addressee_unknown},
    // On a second look an error: from an organisation to itself nothing can be transferred, whatever offices do.
    {{"RT-03",
      Severity::error,
      {"转出转入是同一党组织", "from an organisation to itself"},
      "逻辑关系：隶属关系未变的，不是转接",
      Basis::logic,
      false,
      {"支部内部变动不需要开介绍信；核对转入党组织", "inside a branch no letter is needed; check the receiving end"}},
     kOpenSend,
     stays_where_it_is},
    {{"RT-04",
      Severity::warning,
      {"外出不满六个月而开介绍信", "a letter for an absence of less than six months"},
      kOpinion2004,
      Basis::regulation,
      false,
      {"外出不满六个月的，一般开具党员证明信：jiezhuan transfer open {member} --kind temporary --voucher "
       "membership_certificate --to 党组织 --until 日期",
       "for less than six months a certificate is usual: jiezhuan transfer open {member} --kind temporary --voucher "
       "membership_certificate --to ORG --until DATE"}},
     kOpenSend,
     too_short_for_a_letter},
    {{"RT-05",
      Severity::warning,
      {"外出满六个月且地点固定，只开了证明信", "only a certificate for six months or more at a fixed place"},
      kArticle25,
      Basis::regulation,
      false,
      {"应转移正式组织关系：--kind out；已外出的 jiezhuan transfer convert {transfer} --to 党组织",
       "the formal relation should be transferred: --kind out; of who is away, jiezhuan transfer convert {transfer} "
       "--to ORG"}},
     kOpenSend,
     long_enough_for_a_transfer},
    {{"RT-06",
      Severity::warning,
      {"单位已建党组织而转往居住地", "to the residence although the employer has an organisation"},
      kArticle25,
      Basis::regulation,
      false,
      {"一般编入所在单位党组织", "in general a member belongs to the employer's organisation"}},
     kOpenSend,
     past_the_employer},
    {{"RT-07",
      Severity::warning,
      {"支部将超过五十人", "the branch would have more than fifty members"},
      "《中国共产党支部工作条例（试行）》（2018）第四条",
      Basis::regulation,
      false,
      {"编入别的支部，或新建支部；不得因此拒接", "assign to another branch or set one up; it is no ground to refuse"}},
     kAssign,
     branch_too_large},
    // The regulation keeps the relation of those who study abroad; for others it is practice, so a reason is enough.
    {{"RT-08",
      Severity::error,
      {"出国（境）保留组织关系期间办理转接", "a transfer while the relation is kept for a stay abroad"},
      "《中国共产党党员教育管理工作条例》第三十四条",
      Basis::regulation,
      true,
      {"回国后先恢复组织生活再转接；确需办理的用 --accept RT-08=原因 写明",
       "on return, restore the organisational life first; otherwise --accept RT-08=REASON"}},
     kOpenSend,
     abroad},
    {{"RT-09",
      Severity::warning,
      {"应网上转接而用纸质介绍信", "paper where the transfer is online"},
      "省内网上转接的通行做法",
      Basis::practice,
      true,
      {"在全国党员管理信息系统办理（--channel online）", "use the online system (--channel online)"}},
     kOpenSend,
     paper_where_online},
    {{"RT-10",
      Severity::warning,
      {"单位信息不完整，网上转接被退回", "given back by the online system: data of the unit are incomplete"},
      "各地网上转接的通行做法：先维护党组织和所在单位信息",
      Basis::practice,
      true,
      {"先在系统和本账本（org change）中补全党组织和所在单位信息，再重新提交；办理期间暂缓（transfer hold），补全后 "
       "transfer resume",
       "complete the data of the organisation and its unit, in the system and here (org change), then submit again; "
       "meanwhile transfer hold, then transfer resume"}},
     kRefuse,
     given_back_by_system},
    {{"RT-11",
      Severity::error,
      {"拒接未写理由", "a refusal without a reason"},
      "《中国共产党党员教育管理工作条例》第二十五条：党组织不得无故拒转拒接党员组织关系",
      Basis::regulation,
      false,
      {"写明理由（--reason）", "give the reason (--reason)"}},
     kRefuse,
     refused_without_reason},
    {{"RT-12",
      Severity::warning,
      {"拒接理由不正当", "no ground for a refusal"},
      "《中国共产党党员教育管理工作条例》第二十五条：党组织不得无故拒转拒接党员组织关系",
      Basis::regulation,
      false,
      {"报上级党组织协调接收", "let the superior organisation settle it"}},
     kRefuse,
     refused_for_no_reason},
};

} // namespace

std::span<const Rule<TransferFacts>> route_rules() { return kRules; }

} // namespace jiezhuan
