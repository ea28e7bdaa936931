// What is written down beside the steps of a transfer and changes none of its data. Used by the files of such acts alone.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct BesideTransfer {
    Transfer transfer;
    Member member;
    std::vector<LoggedEvent> entries; // of that type, by day

    [[nodiscard]] std::string subject() const;
};
// Exit::not_found for an unknown transfer.
[[nodiscard]] Result<BesideTransfer> beside_transfer(Reading& ledger, TransferId id, std::string_view type);
// The entries of a type about a transfer, by day; those of one day as they were written.
[[nodiscard]] Result<std::vector<LoggedEvent>> entries_beside(Reading& ledger, TransferId id, std::string_view type);
// The refusal of a day before the transfer was opened; nothing for any other.
[[nodiscard]] std::optional<Outcome> before_opening(const Work& work, const BesideTransfer& beside);
// Writes it; where the same was written of that day, it is done already.
[[nodiscard]] Result<Outcome> write_beside(Work& work, const BesideTransfer& beside, std::string_view type,
                                           json::Object about);
// Adds a text that is not empty.
void add_said(json::Object& about, std::string_view key, std::string_view text);

} // namespace jiezhuan
