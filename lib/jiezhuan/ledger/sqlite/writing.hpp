// The one write path of the store port.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/ledger/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <string>

namespace jiezhuan::sqlite {

enum class Anchors { append, none };

// BEGIN IMMEDIATE on that connection, then the log resumed. Without commit() everything is rolled back.
[[nodiscard]] Result<std::unique_ptr<Writing>>
open_writing(const Env& env, const std::string& path, std::unique_ptr<SQLite::Database> database, Anchors anchors);

// One line of anchors.log: ledger, size, root.
[[nodiscard]] std::string anchor_line(const std::string& ledger_id, const Checkpoint& checkpoint);

} // namespace jiezhuan::sqlite
