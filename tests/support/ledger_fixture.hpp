// A ledger in a temporary directory, with a clock and randomness that are the same in every run.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "tests/support/directory.hpp"

#include <memory>
#include <string>

namespace jiezhuan::testing {

// 09:00 at UTC+8 on `today`, a second later at every look; a counter for randomness; no variables; the operator "clerk".
[[nodiscard]] Env fake_env(Date today = Date(2026, 11, 23));

// Runs SQL behind the program's back, as somebody with the sqlite3 shell would.
void tamper_with(const std::string& path, const std::string& sql);

class LedgerFixture {
  public:
    explicit LedgerFixture(Date today = Date(2026, 11, 23));

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] Env& env() { return env_; }
    [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }
    // Opens it anew each time; a failure is a failed test (throws).
    [[nodiscard]] std::unique_ptr<Store> store();
    [[nodiscard]] std::unique_ptr<Writing> write();
    [[nodiscard]] std::unique_ptr<Reading> read();
    void tamper(const std::string& sql) { tamper_with(path_, sql); }

    static constexpr OrgId kOwn{2}; // 中国共产党江南市临江区望江街道工作委员会, code 001

  private:
    TemporaryDirectory directory_;
    Env env_;
    std::string path_;
};

// An event of that type on the fixture's day.
[[nodiscard]] Event event_of(std::string type, Date date = Date(2026, 11, 23));
// A valid record with an ID number of the region 999999, different for each number.
[[nodiscard]] Member synthetic_member(int number);

} // namespace jiezhuan::testing
