#include "jiezhuan/service/members/status_notes.hpp"

#include "jiezhuan/service/work.hpp"

namespace jiezhuan {
namespace {

Finding goes_along(const std::string& subject, Message message, Message fix) {
    return {std::string(kStateRule), Severity::info, subject, {}, std::move(message), std::move(fix)};
}

} // namespace

Findings status_notes(const Member& member, const Transfer& transfer, const std::string& subject) {
    if (transfer.kind == TransferKind::in || transfer.kind == TransferKind::enrol) {
        return {};
    }
    switch (member.status) {
    case MemberStatus::pending_verify:
        return {state_finding(subject,
                              say({"自 {} 身份待核实：{}", "the membership is to be verified since {}: {}"},
                                  member.status_since.text(), member.status_basis),
                              say({"核实后登记：jiezhuan member mark {} --as verified --basis 依据",
                                   "verify it first: jiezhuan member mark {} --as verified --basis DOC"},
                                  member.id.text()))};
    case MemberStatus::under_discipline:
        return {goes_along(subject,
                           say({"自 {} 受党纪处分（{}）", "disciplined since {} ({})"}, member.status_since.text(),
                               member.status_basis),
                           Text{"处分决定随档案转递", "the decision goes along with the file"})};
    case MemberStatus::rectification:
        return {
            goes_along(subject,
                       say({"自 {} 限期改正，至 {}", "under rectification since {}, until {}"},
                           member.status_since.text(), member.status_until.empty() ? "?" : member.status_until.text()),
                       Text{"告知接收党组织", "tell the receiver"})};
    default:
        return {};
    }
}

} // namespace jiezhuan
