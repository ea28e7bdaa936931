#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/credit_code.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/shared_texts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using namespace rule_text;

bool ours(const Organisation& organisation) { return organisation.outside != Flag::yes; }

// Levels of three digits, dots between them or not; the flat twelve digits of the national code are four such levels, too.
Explanation code_incomplete(const OrganisationFacts& facts) {
    const std::string& code = facts.organisation.code;
    if (!facts.parent_known) {
        return Message("上级党组织不在账本里", "the superior organisation is not in the ledger");
    }
    std::string digits = code;
    digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
    if (code.empty() || (all_ascii_digits(digits) && digits.size() % 3 == 0)) {
        return std::nullopt;
    }
    return say({"党组织代码“{}”不是每级三位的数字", "the code '{}' is not made of levels of three digits"}, code);
}

Explanation branch_missing(const OrganisationFacts& facts) {
    if (!ours(facts.organisation) || is_branch(facts.organisation.kind) || facts.branches > 0 ||
        facts.full_members < facts.profile.own_branch_full_members) {
        return std::nullopt;
    }
    return say({"有正式党员 {} 名（满 {} 名），没有党支部", "{} full members ({} are enough) and no branch"},
               facts.full_members, facts.profile.own_branch_full_members);
}

Explanation joint_branch_too_wide(const OrganisationFacts& facts) {
    if (facts.organisation.kind != OrgKind::joint_branch ||
        facts.organisation.units <= facts.profile.joint_branch_units_max) {
        return std::nullopt;
    }
    return say({"联合党支部覆盖 {} 个单位，一般不超过 {} 个", "a joint branch covers {} units; in general at most {}"},
               facts.organisation.units, facts.profile.joint_branch_units_max);
}

// Without a record of it nothing is known: full names say 支部委员会 of branches without a committee, too.
Explanation committee_missing(const OrganisationFacts& facts) {
    const bool none = is_branch(facts.organisation.kind) && facts.organisation.has_committee == Flag::no;
    if (!none || facts.full_members < facts.profile.branch_committee_full_members) {
        return std::nullopt;
    }
    return say({"有正式党员 {} 名（满 {} 名），没有设支部委员会", "{} full members ({} are enough) and no committee"},
               facts.full_members, facts.profile.branch_committee_full_members);
}

Explanation not_empty(const OrganisationFacts& facts) {
    if (!facts.closing || (facts.members == 0 && facts.open_letters == 0)) {
        return std::nullopt;
    }
    return say({"还有党员 {} 名、未了结的介绍信 {} 份", "{} members and {} open letters are left"}, facts.members,
               facts.open_letters);
}

Explanation grown_out_of_its_kind(const OrganisationFacts& facts) {
    const OrgKind kind = facts.organisation.kind;
    const std::int64_t most = kind == OrgKind::branch || kind == OrgKind::joint_branch
                                  ? facts.profile.branch_members_max
                              : kind == OrgKind::general_branch ? facts.profile.general_branch_members_max
                                                                : 0;
    if (!ours(facts.organisation) || most == 0 || facts.members <= most) {
        return std::nullopt;
    }
    const Text title = code_title(kind);
    return Message(fmt::format("{}有党员 {} 名，超过 {} 名", title.zh, facts.members, most),
                   fmt::format("a {} with {} members, more than {}", title.en, facts.members, most));
}

Explanation credit_code_wrong(const OrganisationFacts& facts) {
    const std::string& code = facts.organisation.credit_code;
    if (code.empty() || credit_code_valid(code)) {
        return std::nullopt;
    }
    const auto check = credit_code_check(std::string_view(code).substr(0, code.size() - 1));
    return check
               ? say({"统一社会信用代码“{}”校验位应为 {}", "the check character of the credit code '{}' should be {}"},
                     code, *check)
               : say({"统一社会信用代码“{}”不是18位或有不能用的字符",
                      "the credit code '{}' has not 18 characters of the standard"},
                     printable(code));
}

constexpr Moment kWritten[] = {Moment::record, Moment::file};
constexpr Moment kReviewed[] = {Moment::review};
constexpr Moment kBoth[] = {Moment::record, Moment::review};

constexpr Rule<OrganisationFacts> kRules[] = {
    {{"OR-01",
      Severity::warning,
      {"党组织代码层级不完整", "the code of the organisation is incomplete"},
      "各省党组织编码的通行做法：每级三位数字",
      Basis::practice,
      true,
      {"按省平台的代码填写；先登记上级党组织", "use the code of the province's platform; record the superior first"}},
     kWritten,
     code_incomplete},
    {{"OR-02",
      Severity::warning,
      {"正式党员满三名而没有党支部", "three full members and no branch"},
      "《中共中央组织部关于进一步加强和改进街道社区党的建设工作的意见》（2004年10月）第五部分；"
      "《中国共产党支部工作条例（试行）》（2018）第四条",
      Basis::regulation,
      false,
      {"成立党支部（org add）", "set up a branch (org add)"}},
     kReviewed,
     branch_missing},
    {{"OR-03",
      Severity::warning,
      {"联合党支部覆盖单位过多", "a joint branch covers too many units"},
      kBranchRules,
      Basis::regulation,
      false,
      {"单独成立党支部，或分成几个联合党支部", "set up branches of their own, or several joint ones"}},
     kBoth,
     joint_branch_too_wide},
    {{"OR-04",
      Severity::warning,
      {"正式党员满七名而没有设支部委员会", "seven full members and no branch committee"},
      kBranchRules,
      Basis::regulation,
      false,
      {"选举支部委员会；已设的登记：jiezhuan org change 党组织 --has-committee yes",
       "elect a committee; where there is one: jiezhuan org change ORGANISATION --has-committee yes"}},
     kReviewed,
     committee_missing},
    // An error: every member belongs to an organisation, and nobody may be left behind in one that is gone.
    {{"OR-05",
      Severity::error,
      {"党员组织关系未全部移交", "not all members have been handed over"},
      kArticle25,
      Basis::regulation,
      false,
      {"先转走全部党员、了结介绍信，再撤销", "transfer every member and settle the letters first"}},
     kWritten,
     not_empty},
    {{"OR-06",
      Severity::warning,
      {"党员人数已达更高层级的设置标准", "as many members as an organisation of the next kind has"},
      "《中国共产党支部工作条例（试行）》（2018）第四条及基层组织设置的有关规定",
      Basis::regulation,
      false,
      {"研究增设党支部，或改设党总支、党委", "consider another branch, a general branch or a committee"}},
     kReviewed,
     grown_out_of_its_kind},
    {{"OR-07",
      Severity::warning,
      {"统一社会信用代码不对", "the social credit code is wrong"},
      "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》",
      Basis::standard,
      false,
      {"核对营业执照或登记证书", "check the licence or the certificate of registration"}},
     kWritten,
     credit_code_wrong},
};

} // namespace

std::span<const Rule<OrganisationFacts>> organisation_rules() { return kRules; }

} // namespace jiezhuan
