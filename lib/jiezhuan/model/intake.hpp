// A file that was imported, wholly or in part, under the key by which it is known again.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>

namespace jiezhuan {

struct Intake {
    IntakeId id;
    std::string key; // SHA-256 of command, options and canonical rows
    std::string command;
    std::string file;
    std::int64_t rows = 0;
    std::int64_t applied = 0;
    std::int64_t unchanged = 0;
    std::int64_t refused = 0;
    std::string
        pending; // rows of data that were refused, from 1, as "3,7-9": only they are tried when the file is given again
    Date on;
    BatchId batch; // that its rows went into; none where they are of no batch

    bool operator==(const Intake&) const = default;
};

template <> struct RecordTraits<Intake> {
    static constexpr RecordKind kKind = RecordKind::intake;
    static std::span<const Field<Intake>> fields();
};

} // namespace jiezhuan
