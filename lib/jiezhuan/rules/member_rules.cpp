#include "jiezhuan/rules/member_rules.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/probation.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

using namespace rule_text;

// GB/T 2260, the first two digits, with those of the residence permits for Hong Kong, Macao and Taiwan (81 to 83).
constexpr std::array kProvinces = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43,
                                   44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
constexpr int kAdult = 18;

bool may_be(Date date, Date day) { return date.earliest() <= day && day <= date.latest(); }

Date birth_of(const Member& member) { return member.birth.empty() ? member.citizen_id.birth() : member.birth; }

bool migrant(const Member& member) { return member.category == Category::migrant || !member.away_since.empty(); }

Explanation sex_differs_from_id(const MemberFacts& facts) {
    const Member& member = facts.member;
    if (member.citizen_id.empty() || member.sex == Sex::none || member.citizen_id.male() == (member.sex == Sex::male)) {
        return std::nullopt;
    }
    const Text by_id = code_title(member.citizen_id.male() ? Sex::male : Sex::female);
    return Message(
        fmt::format("性别为“{}”，身份证号码第17位表示“{}”", code_title(member.sex).zh, by_id.zh),
        fmt::format("the sex is {}, digit 17 of the ID number says {}", code_title(member.sex).en, by_id.en));
}

// The date in the personnel file may rightly differ, so it is enough to say so in the remarks.
Explanation birth_differs_from_id(const MemberFacts& facts) {
    const Member& member = facts.member;
    const Date by_id = member.citizen_id.birth();
    if (by_id.empty() || member.birth.empty() || may_be(member.birth, by_id) ||
        member.remarks.find("以档案为准") != std::string::npos) {
        return std::nullopt;
    }
    return say({"出生日期为 {}，身份证号码中为 {}", "the birth date is {}, the ID number says {}"}, member.birth.text(),
               by_id.text());
}

Explanation no_such_province(const MemberFacts& facts) {
    const CitizenId& id = facts.member.citizen_id;
    if (id.empty() || std::find(kProvinces.begin(), kProvinces.end(), id.province()) != kProvinces.end()) {
        return std::nullopt;
    }
    return say({"身份证号码前两位是 {}，不是省级行政区代码", "the ID number begins with {}, which is no province"},
               id.province());
}

Explanation two_numbers_for_one_person(const MemberFacts& facts) {
    if (!facts.same_name_and_birth) {
        return std::nullopt;
    }
    return say(
        {"与 {} 姓名和出生日期相同，身份证号码不同", "same name and birth date as {}, with a different ID number"},
        facts.same_name_and_birth->text());
}

// Before the Constitution of 1977 there was no probation, so no conversion is missed.
Explanation dates_missing(const MemberFacts& facts) {
    const Member& member = facts.member;
    if (member.stage != Stage::full) {
        return std::nullopt;
    }
    if (member.admission.empty()) {
        return Message("正式党员没有入党日期", "a full member without a date of admission");
    }
    const auto end = regular_probation_end(member, facts.profile);
    if (!member.conversion.empty() || !end) {
        return std::nullopt;
    }
    if (facts.today < end->earliest) {
        return say(
            {"正式党员（{} 入党）没有转正日期，预备期还没有满：应是预备党员",
             "a full member (admitted {}) without a date of conversion, and the probation is not over: probationary?"},
            member.admission.text());
    }
    return say({"正式党员（{} 入党）没有转正日期", "a full member (admitted {}) without a date of conversion"},
               member.admission.text());
}

Explanation admitted_too_young(const MemberFacts& facts) {
    const Date birth = birth_of(facts.member);
    const Date admission = facts.member.admission;
    const bool unborn = admission.latest() < birth.earliest(); // MB-07
    if (birth.empty() || admission.empty() || unborn || age_on(birth.earliest(), admission.latest()) >= kAdult) {
        return std::nullopt;
    }
    // Without the dates: one sentence for the many of a roster.
    return say({"入党时 {} 周岁，不满 {} 周岁", "admitted at the age of {}: not yet {}"},
               age_on(birth.earliest(), admission.latest()), kAdult);
}

struct DatedField {
    Date Member::*date;
    Text title;
};
constexpr DatedField kPast[] = {
    {&Member::birth, {"出生日期", "birth date"}},
    {&Member::admission, {"入党日期", "admission"}},
    {&Member::conversion, {"转正日期", "conversion"}},
    {&Member::away_since, {"流出日期", "day of leaving"}},
    {&Member::settled_since, {"在本地起始日期", "first day here"}},
    {&Member::last_activity, {"最近参加组织生活的日期", "last organisational life"}},
    {&Member::status_since, {"状况起始日期", "first day of the status"}},
    {&Member::left_on, {"离册日期", "day of leaving the roster"}},
};
// What comes first, and what cannot come before it.
struct DateOrder {
    DatedField first;
    DatedField then;
};
constexpr DateOrder kOrders[] = {
    {kPast[0], kPast[1]}, // birth, admission
    {kPast[1], kPast[2]}, // admission, conversion
    {kPast[0], kPast[3]}, {kPast[0], kPast[4]}, {kPast[1], kPast[6]}, {kPast[1], kPast[7]},
};

Explanation dates_out_of_order(const MemberFacts& facts) {
    const Member& member = facts.member;
    for (const DatedField& field : kPast) {
        const Date date = member.*field.date;
        if (!date.empty() && date.earliest() > facts.today) {
            return Message(
                fmt::format("{} {} 晚于今天 {}", field.title.zh, date.text(), facts.today.text()),
                fmt::format("the {} {} is later than today, {}", field.title.en, date.text(), facts.today.text()));
        }
    }
    for (const DateOrder& order : kOrders) {
        const bool birth = order.first.date == &Member::birth;
        const Date first = birth ? birth_of(member) : member.*order.first.date;
        const Date then = member.*order.then.date;
        if (!first.empty() && !then.empty() && then.latest() < first.earliest()) {
            return Message(
                fmt::format("{} {} 早于{} {}", order.then.title.zh, then.text(), order.first.title.zh, first.text()),
                fmt::format("the {} {} is earlier than the {} {}", order.then.title.en, then.text(),
                            order.first.title.en, first.text()));
        }
    }
    if (member.stage == Stage::probationary && !member.conversion.empty()) {
        return say({"是预备党员，却有转正日期 {}：已转正的写正式党员，没有的不写转正日期",
                    "a probationary member with a conversion on {}: either a full member, or no conversion yet"},
                   member.conversion.text());
    }
    return std::nullopt;
}

// Later than the end of the probation; earlier is PB-03.
Explanation converted_late(const MemberFacts& facts) {
    const auto end = probation_end(facts.member, facts.profile);
    if (!end || facts.member.conversion.empty() || facts.member.conversion.earliest() <= end->latest) {
        return std::nullopt;
    }
    return say({"转正日期 {} 与预备期满日不符，应为 {}", "the conversion {} is not the end of the probation, {}"},
               facts.member.conversion.text(), range_text(*end));
}

// A telephone in China: 11 digits from 1 on (which of them are given to somebody changes), or an area code and 7 or 8 digits, perhaps with an extension.
bool telephone(std::string_view text) {
    std::string digits;
    for (const char c : text.substr(0, text.find_first_of("#x"))) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c != '-' && c != ' ' && c != '(' && c != ')' && c != '+') {
            return false;
        }
    }
    if (digits.size() == 13 && digits.starts_with("86")) {
        digits.erase(0, 2);
    }
    if (digits.size() == 11 && digits[0] == '1') {
        return true;
    }
    if (digits[0] == '1') { // the beginning of a mobile number, never of one in a town
        return false;
    }
    return digits[0] == '0' ? digits.size() >= 10 && digits.size() <= 16 : digits.size() == 7 || digits.size() == 8;
}

bool any_telephone(std::string_view text) {
    std::string plain = narrowed(text);
    for (const std::string_view separator : {"、", ";", ",", "/"}) {
        for (std::size_t at = plain.find(separator); at != std::string::npos; at = plain.find(separator)) {
            plain.replace(at, separator.size(), "|");
        }
    }
    const std::vector<std::string_view> parts = split(plain, '|');
    return std::all_of(parts.begin(), parts.end(),
                       [](std::string_view part) { return !trimmed(part).empty() && telephone(trimmed(part)); });
}

Explanation no_telephone(const MemberFacts& facts) {
    if (facts.member.phone.empty()) {
        return migrant(facts.member)
                   ? Explanation(Message("流动党员没有联系电话", "a migrant member without a telephone"))
                   : std::nullopt;
    }
    return any_telephone(facts.member.phone)
               ? std::nullopt
               : Explanation(Message("联系电话的格式不对", "the telephone is not in a known form"));
}

// An empty field means that nobody recorded where the file is; only a file that is said to be missing is found.
Explanation no_file(const MemberFacts& facts) {
    static constexpr std::array<std::string_view, 6> kNone = {"无", "没有", "无档案", "无人事档案", "none", "no"};
    const std::string held = lowered_ascii(trimmed(facts.member.file_held_by));
    if (facts.member.stage != Stage::full || std::find(kNone.begin(), kNone.end(), held) == kNone.end()) {
        return std::nullopt;
    }
    return say({"档案保管单位为“{}”", "the holder of the file is '{}'"}, facts.member.file_held_by);
}

Explanation settled_migrant(const MemberFacts& facts) {
    const Member& member = facts.member;
    if (member.category != Category::migrant || member.stable_job != Flag::yes || member.fixed_residence != Flag::yes) {
        return std::nullopt;
    }
    return say(
        {"流动党员已有稳定职业和固定住所（自 {}）", "a migrant with a stable job and a fixed residence (since {})"},
        member.settled_since.empty() ? "?" : member.settled_since.text());
}

Explanation converted_early(const MemberFacts& facts) {
    const auto end = probation_end(facts.member, facts.profile);
    const Date meeting = facts.member.conversion_meeting;
    if (end && !meeting.empty() && meeting.latest() < end->earliest) {
        return say({"支部大会 {} 讨论转正，早于预备期满日 {}",
                    "the meeting of {} discussed the conversion before the end of the probation, {}"},
                   meeting.text(), range_text(*end));
    }
    if (!end || facts.member.conversion.empty() || facts.member.conversion.latest() >= end->earliest) {
        return std::nullopt;
    }
    return say({"转正日期 {} 早于预备期满日 {}", "the conversion {} is earlier than the end of the probation, {}"},
               facts.member.conversion.text(), range_text(*end));
}

Explanation extension_out_of_bounds(const MemberFacts& facts) {
    constexpr int kShortest = 6;
    constexpr int kLongest = 12;
    const auto end = regular_probation_end(facts.member, facts.profile);
    const Date to = facts.member.probation_extended_to;
    if (!end || to.empty() ||
        (to.latest() >= end->earliest.plus_months(kShortest) && to.earliest() <= end->latest.plus_months(kLongest))) {
        return std::nullopt;
    }
    return say({"预备期 {} 满，延长至 {}，不在 {} 至 {} 个月之间",
                "the probation ends {} and is extended to {}: not between {} and {} months"},
               range_text(*end), to.text(), kShortest, kLongest);
}

constexpr Moment kWritten[] = {Moment::record, Moment::file};

constexpr Rule<MemberFacts> kRules[] = {
    {kFl05, kWritten, settled_migrant},
    {{"ID-05",
      Severity::warning,
      {"性别与身份证号码不符", "sex and ID number disagree"},
      "GB 11643-1999《公民身份号码》",
      Basis::standard,
      false,
      {"核对身份证原件后改正性别或号码", "check the card and correct the sex or the number"}},
     kWritten,
     sex_differs_from_id},
    {{"ID-06",
      Severity::warning,
      {"出生日期与身份证号码不符", "birth date and ID number disagree"},
      "GB 11643-1999《公民身份号码》",
      Basis::standard,
      false,
      {"核对；档案认定的日期不同的，在备注写“以档案为准”",
       "check; where the personnel file says otherwise, write 以档案为准 in the remarks"}},
     kWritten,
     birth_differs_from_id},
    {{"ID-08",
      Severity::warning,
      {"身份证号码前两位不是省级代码", "the ID number begins with no province"},
      "GB/T 2260《中华人民共和国行政区划代码》",
      Basis::standard,
      false,
      {"核对身份证原件", "check the card"}},
     kWritten,
     no_such_province},
    {{"ID-10",
      Severity::warning,
      {"疑似同一人有两个身份证号码", "perhaps one person with two ID numbers"},
      "名册核对的通行做法",
      Basis::practice,
      true,
      {"核对两人是否同一人；是同一人的用 member correct 更正",
       "if it is one person, put it right with member correct"}},
     kWritten,
     two_numbers_for_one_person},
    {{"MB-05",
      Severity::warning,
      {"缺少入党日期或转正日期", "no date of admission or conversion"},
      "全国党员信息采集的通行做法",
      Basis::practice,
      true,
      {"查档案后补填", "look it up in the file and fill it in"}},
     kWritten,
     dates_missing},
    {{"MB-06",
      Severity::warning,
      {"入党时不满18周岁", "admitted before the age of 18"},
      "《中国共产党章程》（2022）第一条",
      Basis::regulation,
      false,
      {"查档案核对出生日期和入党日期", "check both dates in the file"}},
     kWritten,
     admitted_too_young},
    {{"MB-07",
      Severity::error,
      {"日期顺序错误", "dates out of order"},
      "逻辑关系：出生、入党、转正依次在先，已发生的不晚于今天",
      Basis::logic,
      false,
      {"查档案改正日期", "correct the dates from the file"}},
     kWritten,
     dates_out_of_order},
    {{"MB-08",
      Severity::warning,
      {"转正日期与预备期满日不符", "the conversion is not at the end of the probation"},
      kArticle7,
      Basis::regulation,
      false,
      {"党龄从预备期满转为正式党员之日算起；延长过预备期的，请填延长预备期至",
       "the conversion is the day the probation ended; if it was extended, record until when"}},
     kWritten,
     converted_late},
    {{"MB-09",
      Severity::warning,
      {"联系电话无效", "no usable telephone"},
      "党员联系方式登记的通行做法",
      Basis::practice,
      true,
      {"填手机号或带区号的电话，几个号码用顿号分开",
       "a mobile number, or one with its area code; separate several with 、"}},
     kWritten,
     no_telephone},
    {{"MB-10",
      Severity::warning,
      {"正式党员无档案", "a full member without a file"},
      "《中国共产党党员教育管理工作条例》第二十六条",
      Basis::regulation,
      false,
      {"无人事档案的，由有审批预备党员权限的基层党委建立党员档案",
       "the basic committee with the authority to approve sets up a Party file"}},
     kWritten,
     no_file},
    {{"PB-03",
      Severity::error,
      {"转正早于预备期满", "converted before the end of the probation"},
      kArticle7,
      Basis::regulation,
      false,
      {"预备期满才能转正，查档案改正日期",
       "correct the dates from the file: nobody converts before the probation ends"}},
     kWritten,
     converted_early},
    // A warning: the bounds stand in the regulation, but older extensions were decided under other texts, and the record says nothing of them.
    {{"PB-04",
      Severity::warning,
      {"预备期延长时间不合规定", "the extension of the probation is out of bounds"},
      kAdmissionRules,
      Basis::regulation,
      false,
      {"只能延长一次，不少于半年，最长不超过一年；查档案核对", "once, half a year to one year: check in the file"}},
     kWritten,
     extension_out_of_bounds},
};

} // namespace

std::span<const Rule<MemberFacts>> identity_rules() { return kRules; }

} // namespace jiezhuan
