#include "jiezhuan/service/transfers/clerk_side.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

namespace jiezhuan {
namespace {

bool presented(TransferState state) {
    return state == TransferState::presented || state == TransferState::verified || state == TransferState::received ||
           state == TransferState::assigned || state == TransferState::closed;
}

// Of a transfer between two committees of the ledger.
bool by_receiver(TransferState state, Action action) {
    switch (action) {
    case Action::present:
    case Action::verify:
    case Action::receive:
    case Action::accept: // in the online system
    case Action::assign:
    case Action::close: // with the receipt
    case Action::refuse:
    case Action::revoke:
        return true;
    case Action::return_:
    case Action::return_online:
    case Action::hold:
    case Action::resume:
        return presented(state);
    default:
        return false;
    }
}

// The sender's until the letter is presented, then the receiver's; whose relation stays or goes where there is one side only. Null where
// none has the authority.
const Organisation* committee_of_step(const OrgDirectory& organisations, const Transfer& transfer, Action action) {
    if (transfer.kind == TransferKind::between && by_receiver(transfer.state, action)) {
        return organisations.find(transfer.addressee);
    }
    return organisations.basic_committee_of(comes(transfer.kind) ? transfer.to : transfer.from);
}

std::string label_of(const Organisation& organisation) {
    return organisation.short_name.empty() ? organisation.name : organisation.short_name;
}

} // namespace

const Organisation* others_step(const OrgDirectory& organisations, const Transfer& transfer, Action action) {
    const Organisation* const whose =
        organisations.clerk() ? committee_of_step(organisations, transfer, action) : nullptr;
    return whose == nullptr || whose->id == organisations.clerk() ? nullptr : whose;
}

const Organisation* others_work(const OrgDirectory& organisations, OrgId where) {
    const Organisation* const whose = organisations.clerk() ? organisations.basic_committee_of(where) : nullptr;
    return whose == nullptr || whose->id == organisations.clerk() ? nullptr : whose;
}

Message waits_for_others(const Organisation& others, const Message& what) {
    return say({"等{}：{}", "waits for {}: {}"}, label_of(others), what);
}

Message done_by_others(const Organisation& others) { return say({"由{}办理", "for {} to do"}, label_of(others)); }

std::optional<Outcome> step_of_another_committee(const Work& work, const std::string& subject, const Transfer& transfer,
                                                 Action action) {
    const Organisation* const whose = others_step(work.organisations, transfer, action);
    if (whose == nullptr) {
        return std::nullopt;
    }
    const Text step = action == Action::none ? Text{"登记转接", "open the transfer"} : step_title(action, transfer);
    const std::string theirs = label_of(*whose);
    const std::string ours = work.organisations.label(work.organisations.clerk());
    return refusal(subject,
                   Message(fmt::format("{}由“{}”的经办人办理，本人经办“{}”", step.zh, theirs, ours),
                           fmt::format("to {} is for the clerk of '{}'; you act for '{}'", step.en, theirs, ours)),
                   say({"请对方办理；本人兼办两边的，删去 jiezhuan.toml 里的 committee",
                        "ask them; who acts for both sides takes 'committee' out of jiezhuan.toml"}));
}

} // namespace jiezhuan
