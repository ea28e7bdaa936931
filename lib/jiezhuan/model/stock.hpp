// A pack of pre-printed blank letters that was received.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>

namespace jiezhuan {

struct Stock {
    StockId id;
    LetterKind kind = LetterKind::none;
    OrgId issuer;
    std::int64_t year = 0;
    std::string prefix;
    std::int64_t width = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    Date received_on;
    std::string received_from;
    Date counted_on; // when the blanks were last counted by hand
    std::int64_t counted = 0;
    std::int64_t counted_expected = 0; // as many as there should have been then

    bool operator==(const Stock&) const = default;
};

template <> struct RecordTraits<Stock> {
    static constexpr RecordKind kKind = RecordKind::stock;
    static std::span<const Field<Stock>> fields();
};

} // namespace jiezhuan
