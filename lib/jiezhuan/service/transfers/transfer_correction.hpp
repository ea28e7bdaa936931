// What was written down wrongly of a transfer is put right, with the reason; what it was and what it is now stay in the ledger. Days on
// which the member moved are part of the acts themselves and are not corrected here.
#pragma once

#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/records/record_values.hpp"
#include "jiezhuan/service/transfers/sender_names.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct TransferCorrection {
    std::optional<SenderName> from; // of who comes to us
    std::optional<OrgId> to;        // of who leaves; the addressee follows where it followed before
    std::optional<OrgId> addressee;
    FieldValues values; // fields that are set as they stand, in canonical spelling
    FieldValues letter; // of the letter that came: no, issued_on, valid_days
    std::string reason; // required
};
struct CorrectedTransfer {
    Outcome outcome;
    Transfer before;
    Transfer after;
    std::optional<Letter> letter_before = std::nullopt;
    std::optional<Letter> letter_after = std::nullopt;
};
// `together`: all that are corrected alike by the same act; who leaves with a whole organisation has the same destination as the
// others. Refused: nothing of the kind is in such a transfer, it stands on a letter that was issued (LT-18: 介绍信不得涂改) or was
// sent, the other side took over, days out of order, what open_transfer() refuses, a rule; no letter came, several came and shall have one number, or it would be younger than its
// presentation. With the sender go the record of the letter that came and of the member; of a receipt that was written otherwise a warning
// says so. Nothing that differs is done already.
[[nodiscard]] Result<CorrectedTransfer> correct_transfer(Work& work, const Transfer& before,
                                                         const TransferCorrection& correction,
                                                         std::span<const Transfer> together);
// A batch whose transfers all have one sender now has that sender, too.
[[nodiscard]] Result<void> correct_senders_of_batches(Work& work, std::span<const CorrectedTransfer> corrected,
                                                      const std::string& reason);

// Section "changes": a row a field, what it was and what it is.
[[nodiscard]] RowSet changed_fields(const OrgDirectory& organisations, std::span<const CorrectedTransfer> corrected);
// The id of the next section.
inline constexpr std::string_view kCorrections = "corrections";
// The same of every correction there was, of the letter that came too, with its reason. Empty where there was none.
[[nodiscard]] Result<RowSet> corrections_of(Reading& ledger, const OrgDirectory& organisations, TransferId id);

} // namespace jiezhuan
