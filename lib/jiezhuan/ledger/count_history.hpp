// How many members are counted (at home and in transit), told from the events alone: what came, what went, and why. Beside it the
// tables must say the same, or somebody was lost.
#pragma once

#include "jiezhuan/model/code.hpp"
#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/event.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace jiezhuan {

// Why the count changed, after table 1 of the annual statistics (党员数量变化情况).
enum class CountChange : std::uint8_t {
    none,
    registered,      // entered as one of ours
    transferred_in,  // received, arriving or hosted before
    restored,        // 恢复党籍
    put_back,        // a leaving that was none is taken back
    transferred_out, // received by the other side
    died,
    out_of_party, // 出党
    suspended,    // 停止党籍
    never_ours,   // an arrival or a registration is taken back
};
inline constexpr std::size_t kCountChanges = 10;

// The changes of one calendar year of business dates.
struct YearOfCount {
    std::int64_t year = 0;
    std::int64_t opening = 0;
    std::array<std::int64_t, kCountChanges> changes{}; // by CountChange
    [[nodiscard]] std::int64_t increase() const;
    [[nodiscard]] std::int64_t decrease() const;
    [[nodiscard]] std::int64_t closing() const { return opening + increase() - decrease(); }
};

struct CountHistory {
    std::int64_t registered = 0;    // everybody that ever was, of whatever standing
    std::vector<YearOfCount> years; // in order, without gaps
    [[nodiscard]] std::int64_t counted() const { return years.empty() ? 0 : years.back().closing(); }
};

// Sees every event of a ledger, in order.
class CountTally {
  public:
    void see(std::int64_t seq, const Event& event);
    [[nodiscard]] CountHistory result() const;

  private:
    void stands(std::int64_t member, Standing to, const Event& event, const json::Object& fields);

    std::vector<Standing> standings_; // by id, which is the seq of the event that created the member
    std::map<std::int64_t, YearOfCount> years_;
    std::int64_t registered_ = 0;
};

template <> const CodeTable& code_table<CountChange>();

} // namespace jiezhuan
