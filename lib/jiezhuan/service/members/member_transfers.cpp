#include "jiezhuan/service/members/member_transfers.hpp"

#include "jiezhuan/model/transfer_paths.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

bool came_to_nothing(const Transfer& transfer) {
    return transfer.state == TransferState::withdrawn || transfer.state == TransferState::refused ||
           transfer.state == TransferState::revoked;
}

// The newest of the member's transfers that satisfies the condition.
template <class Condition>
Result<std::optional<Transfer>> newest(Reading& ledger, MemberId member, const Condition& condition) {
    JZ_TRY(transfers, ledger.transfers(Query().equal("member", member.text())));
    std::optional<Transfer> found;
    for (Transfer& transfer : transfers) {
        if (condition(transfer) && (!found || found->id < transfer.id)) {
            found = std::move(transfer);
        }
    }
    return found;
}

} // namespace

Result<std::optional<Transfer>> open_transfer_of(Reading& ledger, MemberId member) {
    return newest(ledger, member, [](const Transfer& transfer) { return is_open(transfer.state); });
}

Result<std::optional<Transfer>> later_transfer(Reading& ledger, const Transfer& transfer) {
    return newest(ledger, transfer.member,
                  [&](const Transfer& other) { return transfer.id < other.id && !came_to_nothing(other); });
}

Result<std::optional<Transfer>> converted_stay(Reading& ledger, const Transfer& in) {
    JZ_TRY(before, newest(ledger, in.member,
                          [&](const Transfer& other) { return other.id < in.id && !came_to_nothing(other); }));
    const bool stay = before && before->state == TransferState::converted && !before->assigned_on.empty();
    return stay ? std::move(before) : std::optional<Transfer>();
}

} // namespace jiezhuan
