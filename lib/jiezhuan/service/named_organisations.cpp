#include "jiezhuan/service/named_organisations.hpp"

#include "jiezhuan/service/transfer_correction.hpp"
#include "jiezhuan/service/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {

Result<OrgDirectory> organisations_named(Reading& ledger, std::span<const Transfer> transfers,
                                         std::span<const Letter> letters, std::vector<OrgId> others) {
    for (const Transfer& transfer : transfers) {
        others.insert(others.end(), {transfer.from, transfer.to, transfer.addressee, transfer.branch});
    }
    for (const Letter& letter : letters) {
        others.push_back(letter.issuer);
    }
    JZ_TRY(organisations, OrgDirectory::around(ledger, others));
    const bool all_known = std::all_of(letters.begin(), letters.end(), [&](const Letter& letter) {
        return letter.addressee.empty() || addressee_named(organisations, letter.addressee);
    });
    return all_known ? Result<OrgDirectory>(std::move(organisations)) : OrgDirectory::load(ledger);
}

Result<OrgDirectory> organisations_named(Reading& ledger, const Transfer& transfer, std::span<const Letter> letters) {
    JZ_TRY(corrected, organisations_corrected(ledger, transfer.id));
    return organisations_named(ledger, std::span(&transfer, 1), letters, std::move(corrected));
}

} // namespace jiezhuan
