// Packs of pre-printed blanks: received, used up number by number, and counted.
#pragma once

#include "jiezhuan/service/work.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

struct StockInput {
    LetterKind kind = LetterKind::introduction;
    std::string first; // as printed
    std::string last;
    std::int64_t year = 0; // 0: of the act
    std::string from;      // who gave them out
    OrgId issuer;          // whose letters they are; none: the ledger's own organisation
};
// Records a pack. Refused: the issuer is no basic committee of ours. Exit::usage where first and last are no range of numbers. Refused: it overlaps a pack recorded before.
[[nodiscard]] Result<Outcome> receive_stock(Work& work, const StockInput& input);

struct CountInput {
    std::string pack;         // its id, or a number that is in it; empty: the only one there is
    std::int64_t counted = 0; // blanks in hand
};
// Records on work.on how many blanks of a pack were counted by hand; where they are not as many as the ledger has for that day, RC-09 is
// said, and stays until a count agrees. Exit::not_found where there is no such pack, Exit::usage where it is not said which of
// several. Refused: more than were received, a day before the pack came or before an earlier count. The same count is done already.
[[nodiscard]] Result<Outcome> count_stock(Work& work, const CountInput& input);
// What the rules say of the packs as they were last counted.
[[nodiscard]] Findings stock_findings(const Profile& profile, std::span<const Stock> packs);

// What became of the numbers of a pack: received = used + void + lost + blank.
struct StockCount {
    Stock stock;
    std::int64_t received = 0;
    std::int64_t used = 0; // became letters, whatever happened to them later, unless void or lost
    std::int64_t spoiled = 0;
    std::int64_t lost = 0;
    std::int64_t blank = 0;
    std::string next; // the first blank; empty: none is left
};
// How to say once and for all that letters are written on blanks.
[[nodiscard]] Message always_blanks();
// Blanks that no letter gets unless it is asked for by number: the profile numbers by its pattern.
[[nodiscard]] std::optional<Finding> blanks_not_used(const Profile& profile, const std::vector<StockCount>& counts);
// Every pack, oldest first.
[[nodiscard]] Result<std::vector<StockCount>> stock_counts(Reading& ledger);

// The letters of a pack's series, whatever became of them; not all of them need be of the pack (place_in()).
[[nodiscard]] Result<std::vector<Letter>> letters_of(Reading& ledger, const Stock& stock);
// The number of a pack as it is printed. Precondition: first <= number <= last.
[[nodiscard]] std::string printed_number(const Stock& stock, std::int64_t number);
// Its place in the pack; nothing where it is not in it.
[[nodiscard]] std::optional<std::int64_t> place_in(const Stock& stock, std::string_view number);

// A pack with a blank: the one that has `wanted` blank, or the oldest with any.
struct Blank {
    Stock stock;
    std::string no;
};
struct BlankSearch {
    std::optional<Blank> blank;
    bool known = false; // `wanted` is in a pack, only not blank any more
};
[[nodiscard]] Result<BlankSearch> find_blank(Reading& ledger, OrgId issuer, LetterKind kind, const std::string& wanted);

} // namespace jiezhuan
