// The rules' numbers and switches of a ledger: adopted from a file, and seen beside what is built in.
#pragma once

#include "jiezhuan/model/profile_record.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

inline constexpr std::uint64_t kLargestProfile = 1U << 20U; // bytes

// What a ledger adopts of a profile as a place writes it. Exit::usage as read_local_profile() and check_rule_settings().
[[nodiscard]] Result<ProfileRecord> profile_record(std::string_view toml, std::string_view file, Date on);

// Adopts it from the work's day on. The one that is in force then is done already; refused for a day before that on which the last
// one was adopted, since what was judged by it stays judged. Exit::usage as profile_record().
[[nodiscard]] Result<Outcome> adopt_profile(Work& work, std::string_view toml, std::string_view file);

// Where the profile in force on a day differs from the built-in one, each with its source.
[[nodiscard]] Result<Document> profile_document(Reading& ledger, Date on);
// All that it sets, with what is changed.
[[nodiscard]] Result<Document> settings_document(Reading& ledger, Date on);

// One of its settings by its key, and how to change it; nothing where there is no such key. Without a ledger, of the built-in profile.
[[nodiscard]] Result<std::optional<Document>> setting_document(Reading* ledger, Date on, std::string_view key);
// All keys, for those who mistype one.
[[nodiscard]] std::vector<std::string> setting_keys();

} // namespace jiezhuan
