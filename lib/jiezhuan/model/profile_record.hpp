// The profile that was in force from an event on, with its full content.
#pragma once

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/record.hpp"

#include <string>

namespace jiezhuan {

struct ProfileRecord {
    ProfileId id;
    std::string name;
    std::string content; // the TOML that was adopted
    Date adopted_on;

    bool operator==(const ProfileRecord&) const = default;
};

template <> struct RecordTraits<ProfileRecord> {
    static constexpr RecordKind kKind = RecordKind::profile;
    static std::span<const Field<ProfileRecord>> fields();
};

} // namespace jiezhuan
