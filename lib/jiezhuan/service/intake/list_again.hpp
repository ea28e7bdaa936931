// A list that is given again, on another day or mended: which of the batches it is, and who of it is in others.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Whom a row of a list means, and by what the same move is known again.
struct ListedPerson {
    Identity identity;
    MemberId member;         // where the list names the member by number
    std::string letter_no;   // of those who come
    OrgId to;                // of those who leave
    std::string destination; // of these, too
};

struct ListedBefore {
    BatchId batch;                // the list is that one; none where it is a new one
    std::vector<BatchId> batches; // those which have rows of the list, under way or by the very letter
    std::int64_t there = 0;       // persons of the list in these batches
    std::int64_t stay = 0;        // of these, who stay there whatever batch the list is given
};
// By who is under way, or came by the very letter that the row names. The list is a batch where all of these are in it and it lacks
// as many persons as are new on the list: a list that was entered in part, and mended. Of several batches, or where everybody was
// sent away, it is the one that came from a file of the same name (`source`).
[[nodiscard]] Result<ListedBefore> listed_before(Reading& ledger, TransferKind kind,
                                                 const std::vector<ListedPerson>& persons, std::string_view source);

// The latest transfer of that kind, open ones first; nothing where the member has none.
[[nodiscard]] Result<std::optional<Transfer>> latest_transfer(Reading& ledger, MemberId member, TransferKind kind);

// It came to nothing, or is over without the member having come or gone.
[[nodiscard]] bool came_to_nothing(TransferState state);

// The row of a list of those who leave asks for the move that `transfer` is, or was when it was opened: a destination that was put
// right since makes it no other.
[[nodiscard]] Result<bool> is_the_move(Reading& ledger, const Transfer& transfer, OrgId to,
                                       const std::string& destination);

} // namespace jiezhuan
