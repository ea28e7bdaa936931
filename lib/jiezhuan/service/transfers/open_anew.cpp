#include "jiezhuan/service/transfers/open_anew.hpp"

#include "jiezhuan/base/shell.hpp"

namespace jiezhuan {
namespace {

// The other side, as it is typed.
Message other_side(const OrgDirectory& organisations, OrgId id, const std::string& name) {
    const Organisation* const now = organisations.in_force(id);
    return now != nullptr         ? Message(now->id.text(), now->id.text())
           : !id && !name.empty() ? Message(shell_word(name), shell_word(name))
                                  : Message(Text{"党组织", "ORG"});
}

std::string what_for(const Transfer& transfer) {
    std::string words;
    if (!transfer.destination.empty()) {
        words += " --destination " + shell_word(transfer.destination);
    }
    if (transfer.reason != TransferReason::none) {
        words += fmt::format(" --reason {}", code_id(transfer.reason));
    }
    return words;
}

} // namespace

Message open_anew_command(const OrgDirectory& organisations, const Transfer& transfer) {
    const bool comes_in = transfer.kind == TransferKind::in || transfer.kind == TransferKind::enrol;
    const std::string begin =
        fmt::format("jiezhuan transfer open {} --kind {}", transfer.member.text(), code_id(transfer.kind));
    if (transfer.kind == TransferKind::temporary) {
        return Message(begin, begin);
    }
    return say({"{} --{} {}{}", "{} --{} {}{}"}, begin, comes_in ? "from" : "to",
               other_side(organisations, comes_in ? transfer.from : transfer.to, transfer.from_name),
               what_for(transfer));
}

} // namespace jiezhuan
