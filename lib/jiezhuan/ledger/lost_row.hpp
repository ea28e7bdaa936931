// What the events say is there and the tables of the ledger lack: somebody changed them behind the program's back.
#pragma once

#include "jiezhuan/base/message.hpp"

namespace jiezhuan {

// Caught in cli::run: Exit::tables_differ, with the commands that find the place and make the tables anew. No Error, as nobody on the way
// could do anything about it; no Bug, as the program is not at fault.
struct LostRow {
    Text what;
};
inline void ensure_there(bool there, Text what) {
    if (!there) {
        throw LostRow{what};
    }
}

namespace lost {

inline constexpr Text kOrganisation = {"本级党组织", "the ledger's own organisation"};
inline constexpr Text kMember = {"记录所指的党员", "a member that a record points to"};
inline constexpr Text kTransfer = {"记录所指的转接", "a transfer that a record points to"};
inline constexpr Text kLetter = {"记录所指的信", "a letter that a record points to"};
inline constexpr Text kBatch = {"记录所指的批次", "a batch that a record points to"};
inline constexpr Text kProfile = {"本账本的规则参数", "the profile in force"};

} // namespace lost
} // namespace jiezhuan
