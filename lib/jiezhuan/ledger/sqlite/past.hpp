// How a ledger stood at a moment of the past.
#pragma once

#include "jiezhuan/ledger/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <string>

namespace jiezhuan::sqlite {

// The events that count, projected into memory; of the events themselves one snapshot.
[[nodiscard]] Result<std::unique_ptr<Reading>> open_past(const std::string& path,
                                                         std::unique_ptr<SQLite::Database> ledger, const Past& past);

} // namespace jiezhuan::sqlite
