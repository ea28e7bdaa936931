#include "jiezhuan/rules/letter_rules.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/dues.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

namespace jiezhuan {
namespace {

using namespace rule_text;

bool introduction(const Letter& letter) { return letter.kind != LetterKind::certificate; }

// One letter for many says it of each on its list, which is in their records.
Date dues_of(const LetterFacts& facts) {
    return has_list(facts.letter) && facts.member ? facts.member->dues_paid_through.month_of()
                                                  : facts.letter.dues_paid_through;
}

// On an incoming letter "the month of the transfer" is the month in which it was issued; on ours the transfer's rules have asked.
Explanation dues_behind_on_paper(const LetterFacts& facts) {
    return introduction(facts.letter) ? dues_behind(dues_of(facts), facts.letter.issued_on, facts.profile)
                                      : std::nullopt;
}
Explanation dues_to_review_on_paper(const LetterFacts& facts) {
    return introduction(facts.letter) ? dues_to_review(dues_of(facts), facts.letter.issued_on, facts.profile)
                                      : std::nullopt;
}
Explanation dues_ahead_on_paper(const LetterFacts& facts) {
    return introduction(facts.letter) ? dues_ahead(dues_of(facts), facts.letter.issued_on, facts.profile)
                                      : std::nullopt;
}

Explanation number_missing(const LetterFacts& facts) {
    return trimmed(facts.letter.no).empty() ? Explanation(Message("介绍信没有编号", "the letter has no number"))
                                            : std::nullopt;
}

// By our pattern no number can be wrong: it is made by it, or stands on a blank; and it says nothing about the numbers of others.
Explanation number_taken(const LetterFacts& facts) {
    return facts.number_taken
               ? Explanation(say({"编号 {} 已经用过", "the number {} was used before"}, printable(facts.letter.no)))
               : std::nullopt;
}

Explanation number_skipped(const LetterFacts& facts) {
    const std::int64_t serial = facts.letter.serial;
    if (!facts.previous_serial || serial <= *facts.previous_serial + 1) {
        return std::nullopt;
    }
    return say({"{} 年序号 {} 至 {} 缺号", "serials {1} to {2} of {0} are missing"}, facts.letter.year,
               *facts.previous_serial + 1, serial - 1);
}

Explanation validity_out_of_range(const LetterFacts& facts) {
    const std::int64_t days = facts.letter.valid_days;
    // A certificate lasts as long as the member is away: whether that is too long, RT-05 says.
    const std::int64_t most = introduction(facts.letter) ? facts.profile.valid_days_max : kMostValidDays;
    if (days <= 0) {
        return say({"没有填写有效期（最长 {} 天）", "the period of validity is not filled in (at most {} days)"}, most);
    }
    if (days <= most) {
        return std::nullopt;
    }
    return say({"有效期 {} 天，最长 {} 天", "valid for {} days; at most {}"}, days, most);
}

Explanation validity_unusual(const LetterFacts& facts) {
    const std::int64_t days = facts.letter.valid_days;
    if (days <= 0 || !introduction(facts.letter)) {
        return std::nullopt;
    }
    if (days < facts.profile.valid_days_short) {
        return say({"有效期只有 {} 天，少于 {} 天", "valid for only {} days, less than {}"}, days,
                   facts.profile.valid_days_short);
    }
    const Distance distance = facts.addressee ? facts.addressee->distance : Distance::none;
    const bool near =
        distance == Distance::same_county || distance == Distance::same_city || distance == Distance::same_province;
    if (!near || days <= facts.profile.valid_days_long) {
        return std::nullopt;
    }
    return say({"省内转接有效期 {} 天，长于 {} 天", "valid for {} days inside the province, longer than {}"}, days,
               facts.profile.valid_days_long);
}

Explanation validity_miscounted(const LetterFacts& facts) {
    const Letter& letter = facts.letter;
    if (!letter.issued_on.is_day() || letter.valid_days <= 0 || letter.valid_until.empty() ||
        letter.valid_until == letter.issued_on.plus_days(letter.valid_days)) {
        return std::nullopt;
    }
    return say({"有效期至 {}，而 {} 起 {} 天应至 {}", "valid until {}, but {} and {} days make {}"},
               letter.valid_until.text(), letter.issued_on.text(), letter.valid_days,
               letter.issued_on.plus_days(letter.valid_days).text());
}

Explanation presented_too_late(const LetterFacts& facts) {
    const Letter& letter = facts.letter;
    if (letter.valid_until.empty() || facts.on <= letter.valid_until.latest()) {
        return std::nullopt;
    }
    return say({"有效期至 {}，{} 才报到，过期 {} 天", "valid until {}, presented {}: {} days too late"},
               letter.valid_until.text(), facts.on.text(), days_between(letter.valid_until.latest(), facts.on));
}

Explanation dues_not_stated(const LetterFacts& facts) {
    // On a letter with a list the list says it of everybody.
    return introduction(facts.letter) && !has_list(facts.letter) && facts.letter.dues_paid_through.empty()
               ? Explanation(Message("未填写党费交至年月", "through which month the dues are paid is not filled in"))
               : std::nullopt;
}

Explanation paper_without_addressee(const LetterFacts& facts) {
    return trimmed(facts.letter.addressee).empty()
               ? Explanation(Message("介绍信没有抬头（接收党组织）", "the letter has no addressee"))
               : std::nullopt;
}

bool has_age(const Date& birth, const Letter& letter) {
    return age_on(birth.latest(), letter.issued_on) <= letter.age &&
           letter.age <= age_on(birth.earliest(), letter.issued_on);
}

// By the birth date of the file or by that of the ID number: they may rightly differ (ID-06).
Explanation age_wrong(const LetterFacts& facts) {
    const Letter& letter = facts.letter;
    const Date by_id = read_citizen_id(letter.id_no, facts.on).id.birth();
    const Date by_file = facts.member ? facts.member->birth : Date();
    const Date birth = by_id.empty() ? by_file : by_id;
    if (letter.age == 0 || !letter.issued_on.is_day() || birth.empty() || has_age(birth, letter) ||
        (!by_file.empty() && has_age(by_file, letter))) {
        return std::nullopt;
    }
    return say({"填写年龄 {} 岁，{} 开具时应为 {} 岁", "the age is given as {}; on the day of issue, {}, it is {}"},
               letter.age, letter.issued_on.text(), age_on(birth, letter.issued_on));
}

Explanation replacement_incomplete(const LetterFacts& facts) {
    if (!facts.letter.replaces && !facts.replaced && !facts.replaces_no) {
        return std::nullopt;
    }
    const std::string number = facts.replaced ? facts.replaced->no : facts.replaces_no.value_or("");
    Message missing;
    const auto add = [&missing](Text what) {
        missing.zh += (missing.zh.empty() ? "" : "、") + std::string(what.zh);
        missing.en += (missing.en.empty() ? "" : ", ") + std::string(what.en);
    };
    if (number.empty()) {
        add({"原编号", "the old number"});
    }
    if (facts.replaced && facts.replaced->state_reason.empty()) {
        add({"补开原因", "the reason"});
    }
    if (facts.replaced && facts.replaced->receiver_notified_on.empty()) {
        add({"通知接收单位的日期", "the day the receiver was told"});
    }
    return missing.empty() ? std::nullopt
                           : Explanation(Message("补开缺少：" + missing.zh, "the replacement lacks: " + missing.en));
}

// By which policy sender and addressee of a letter that came were looked at: not said where it came straight from the sender.
Message by_policy(const Letter& letter) {
    return letter.receipt_to.empty() ? Message()
                                     : say({"（政策 {}）", " (policy {})"}, code_id(RoutePolicy::via_county_od));
}

Explanation issued_without_authority(const LetterFacts& facts) {
    if (!introduction(facts.letter) || !facts.issuer || facts.issuer->can_approve_probationary != Authority::no) {
        return std::nullopt;
    }
    return say({"开具单位“{}”无审批预备党员权限{}", "the issuer '{}' has no authority to approve{}"},
               printable(facts.issuer->name), by_policy(facts.letter));
}

// On an incoming letter; of ours the transfer says it before there is a paper.
Explanation addressed_without_authority(const LetterFacts& facts) {
    if (!introduction(facts.letter) || !facts.addressee || facts.addressee->can_approve_probationary != Authority::no) {
        return std::nullopt;
    }
    const Text kind = code_title(facts.addressee->kind);
    const std::string name = printable(facts.addressee->name);
    return say({"抬头“{}”（{}）无审批预备党员权限{}",
                "the addressee '{}' ({}) has no authority to approve probationary members{}"},
               name, kind, by_policy(facts.letter));
}

// On an incoming letter: may we receive on a letter to somebody else?
Explanation addressed_elsewhere(const LetterFacts& facts) {
    const std::string_view addressee = trimmed(facts.letter.addressee);
    if (!introduction(facts.letter) || addressee.empty() ||
        (facts.addressee && facts.addressee->outside != Flag::yes)) {
        return std::nullopt;
    }
    return facts.addressee ? say({"抬头“{}”不是本级或下级党组织，无法确认可由本单位接收{}",
                                  "the addressee '{}' is neither you nor below you: may you receive?{}"},
                                 printable(addressee), by_policy(facts.letter))
                           : say({"抬头“{}”不在组织名录里，无法确认可由本单位接收{}",
                                  "the addressee '{}' is in no directory: may you receive?{}"},
                                 printable(addressee), by_policy(facts.letter));
}

constexpr Moment kSend[] = {Moment::send};
constexpr Moment kPresent[] = {Moment::present};
constexpr Moment kPaper[] = {Moment::send, Moment::present};

constexpr Rule<LetterFacts> kRules[] = {
    {kDu01, kPresent, dues_behind_on_paper},
    {kDu02, kPresent, dues_to_review_on_paper},
    {kDu03, kPresent, dues_ahead_on_paper},
    {{"LT-01",
      Severity::error,
      {"介绍信无编号", "a letter without a number"},
      kForm2006,
      Basis::form,
      false,
      {"未编号的介绍信不得使用，请开具单位编号后重开", "it cannot be used: the issuer numbers and issues it again"}},
     kPaper,
     number_missing},
    {{"LT-02",
      Severity::error,
      {"介绍信编号重复", "the number was used before"},
      kForm2006,
      Basis::form,
      false,
      {"核对编号；三联用同一编号，一个编号只用一次", "check the number: one for all three parts, used once"}},
     kPaper,
     number_taken},
    {{"LT-03",
      Severity::warning,
      {"介绍信缺号", "a number is missing"},
      "各地介绍信管理的通行做法：作废的信也要登记存根",
      Basis::practice,
      true,
      {"登记缺号的去向：作废、遗失或空白", "record what became of it: void, lost or blank"}},
     kSend,
     number_skipped},
    // Overridable: who receives cannot refuse a member because the issuer's place allows more days.
    {{"LT-05",
      Severity::error,
      {"有效期未填或过长", "no validity, or too long"},
      "有效期栏：组通字〔2006〕45号所附介绍信式样；上限为本账本参数，无全国规定",
      Basis::form,
      true,
      {"有效期由开具单位填写；上限见本账本参数",
       "the issuer fills it in; the limit is a value of this ledger's profile"}},
     kPaper,
     validity_out_of_range},
    {{"LT-06",
      Severity::warning,
      {"有效期偏长或偏短", "unusually long or short validity"},
      "各地介绍信管理的通行做法",
      Basis::practice,
      true,
      {"请确认有效期", "make sure that it is meant"}},
     kSend,
     validity_unusual},
    {{"LT-07",
      Severity::error,
      {"有效期至计算不符", "the last day of validity is miscounted"},
      "逻辑关系：有效期至=开具日期+有效期天数",
      Basis::logic,
      false,
      {"改正有效期至或天数", "correct the last day or the number of days"}},
     kPaper,
     validity_miscounted},
    {{"LT-08",
      Severity::error,
      {"介绍信已过期", "the letter has expired"},
      kForm2006,
      Basis::form,
      false,
      {"退回原单位补开（transfer return）", "return it to the issuer for a new one (transfer return)"}},
     kPresent,
     presented_too_late},
    {{"LT-10",
      Severity::error,
      {"未填党费交至", "dues paid through: not filled in"},
      kForm2006,
      Basis::form,
      false,
      {"填写党费交至的年月", "fill in the year and the month"}},
     kPaper,
     dues_not_stated},
    {kLt12, kPaper, paper_without_addressee},
    {{"LT-17",
      Severity::warning,
      {"年龄不符", "the age does not fit"},
      kForm2006,
      Basis::form,
      false,
      {"按开具之日的周岁填写", "give the completed years on the day of issue"}},
     kPaper,
     age_wrong},
    {{"LT-19",
      Severity::warning,
      {"补开手续不全", "the replacement is incomplete"},
      "各地介绍信遗失补开的通行做法：登记原编号、原因，并通知接收单位",
      Basis::practice,
      true,
      {"通知接收单位后，同一命令（letter reissue，遗失的 letter void --lost）加 --notified 日期补登",
       "tell the receiver, then repeat the command (letter reissue; of a lost one letter void --lost) with --notified "
       "DATE"}},
     kSend,
     replacement_incomplete},
    {kLt21, kPresent, issued_without_authority},
    {kRt01, kPresent, addressed_without_authority},
    {kRt02, kPresent, addressed_elsewhere},
};

} // namespace

std::span<const Rule<LetterFacts>> letter_text_rules() { return kRules; }

} // namespace jiezhuan
