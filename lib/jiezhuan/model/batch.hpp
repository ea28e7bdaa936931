// Transfers that belong together: a hand-over, a whole organisation.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>

namespace jiezhuan {

struct Batch {
    BatchId id;
    std::string title;
    TransferKind kind = TransferKind::none;
    OrgId from;
    Flag whole = Flag::none; // 整建制: `from` changes its affiliation as a whole, by one letter with a list
    std::string explanation; // of that, for the statistics (SA-04)
    Date opened_on;
    std::int64_t listed = 0;
    std::int64_t left_out = 0;   // of these, who are not to be entered
    std::string left_out_reason; // why
    std::string source;

    bool operator==(const Batch&) const = default;
};

template <> struct RecordTraits<Batch> {
    static constexpr RecordKind kKind = RecordKind::batch;
    static std::span<const Field<Batch>> fields();
};

} // namespace jiezhuan
