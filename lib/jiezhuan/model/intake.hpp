// A file that was imported, under the key by which it is known again.
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
    Date on;

    bool operator==(const Intake&) const = default;
};

template <> struct RecordTraits<Intake> {
    static constexpr RecordKind kKind = RecordKind::intake;
    static std::span<const Field<Intake>> fields();
};

} // namespace jiezhuan
