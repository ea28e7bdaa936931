// Rules of a transfer about a membership that has a history of its own.
#include "jiezhuan/rules/shared_texts.hpp"
#include "jiezhuan/rules/transfer_rules.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/item_list.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using namespace rule_text;

// Who decided may be in no directory: then the names are compared.
Explanation restored_elsewhere(const TransferFacts& facts) {
    const std::string& by = facts.member.status_decided_by;
    if (!between_committees(facts) || facts.member.status != MemberStatus::restored || by.empty() || !facts.issuer) {
        return std::nullopt;
    }
    const Organisation& issuer = *facts.issuer;
    const bool same = facts.restorer ? facts.restorer->id == issuer.id : by == issuer.name || by == issuer.short_name;
    if (same) {
        return std::nullopt;
    }
    return say({"党籍由“{}”决定恢复，介绍信由“{}”开具", "the membership was restored by '{}', the letter is of '{}'"},
               printable(by), printable(issuer.name));
}

// The application for conversion is written at the end of the probation: it goes along where there is one.
bool belongs(const CodeRow& row) { return row.value != int(FileItem::conversion_application); }

Explanation papers_missing(const TransferFacts& facts) {
    const bool moves = between_committees(facts) || facts.transfer.kind == TransferKind::in;
    if (!moves || facts.member.stage != Stage::probationary) {
        return std::nullopt;
    }
    const CodeTable& table = code_table<FileItem>();
    const std::vector<const CodeRow*> there = items_of(facts.member.file_items, table);
    std::string missing;
    for (const CodeRow& row : table.rows) {
        if (belongs(row) && std::find(there.begin(), there.end(), &row) == there.end()) {
            missing += (missing.empty() ? "" : ",") + std::string(row.id);
        }
    }
    return missing.empty() ? std::nullopt
                           : Explanation(say({"预备党员的档案材料缺：{}", "of the admission papers there is no: {}"},
                                             items_in_words(missing, table)));
}

constexpr Moment kSendReceive[] = {Moment::send, Moment::receive};
constexpr Moment kSend[] = {Moment::send};

constexpr Rule<TransferFacts> kRules[] = {
    {{"PB-06",
      Severity::warning,
      {"预备党员的档案材料不全", "the papers of a probationary member are not complete"},
      "中央组织部关于预备党员转正的答复：入党志愿书、考察材料等随组织关系移交",
      Basis::practice,
      true,
      {"补齐后密封移交；齐全的登记：jiezhuan member change {member} --file-items "
       "入党申请书、入党志愿书、政治审查材料、培养教育考察材料、预备党员考察表",
       "complete the file and hand it over sealed; record what it has: jiezhuan member change {member} --file-items "
       "application,admission_form,political_review,training_record,observation_form"}},
     kSendReceive,
     papers_missing},
    {{"ST-11",
      Severity::warning,
      {"恢复党籍的介绍信不是由作出决定的党组织开具", "the letter of a restored member is not of who restored"},
      "各地办理组织关系转接的通行做法：恢复党籍前已变动单位的，由作出恢复决定的党组织开具",
      Basis::practice,
      true,
      {"恢复前已离开的，请作出恢复决定的党组织开具；仍在本单位的，说明后照常办理",
       "who had moved before is sent by the organisation that restored; who is still here goes on as usual"}},
     kSend,
     restored_elsewhere},
};

} // namespace

std::span<const Rule<TransferFacts>> membership_of_transfer_rules() { return kRules; }

} // namespace jiezhuan
