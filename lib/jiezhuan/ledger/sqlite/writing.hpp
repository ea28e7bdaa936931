// The one write path of the store port.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/ledger/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <string>

namespace jiezhuan::sqlite {

enum class AtCommit { anchors, nothing };

// BEGIN IMMEDIATE on that connection, then the log resumed and, with AtCommit::anchors, the anchors compared and made up. Without
// commit() everything is rolled back.
[[nodiscard]] Result<std::unique_ptr<Writing>>
open_writing(const Env& env, const std::string& path, std::unique_ptr<SQLite::Database> database, AtCommit at_commit);

} // namespace jiezhuan::sqlite
