// Where stub and receipt of a letter lie: volume and page.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <string>

namespace jiezhuan {

struct ArchiveInput {
    std::string volume;
    std::int64_t page = 0;
    std::string reason; // why it lies elsewhere than was recorded: required where it does
};
// "2026-组-3 卷第 12 页"; empty where the letter is not archived.
[[nodiscard]] Message archive_place(const Letter& letter);

// Is the paper, or its stub, with us, so that it can be put away? One that was given in exchange lies elsewhere, one that was sent back at its
// issuer's.
[[nodiscard]] bool lies_here(const Letter& letter);

// Records where a letter lies, ours or an incoming one, from work.on. Exit::not_found. Refused: it does not lie here, it is still on its way or waits for us,
// another one lies on that page, it lies elsewhere and no reason is given, a day before that of issue. The same place again is done
// already.
[[nodiscard]] Result<Outcome> archive_letter(Work& work, LetterId id, const ArchiveInput& input);

} // namespace jiezhuan
