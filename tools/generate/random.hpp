// Numbers that are the same on every machine for the same seed. (The distributions of the standard library are not.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace jiezhuan::generate {

// One step of splitmix64: a well-mixed number of any other.
[[nodiscard]] std::uint64_t mixed(std::uint64_t value);

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    // A stream of its own for each purpose, so that a change in one file leaves the others as they are.
    Random(std::uint64_t seed, std::string_view purpose);

    [[nodiscard]] std::uint64_t next();
    // 0 … bound - 1. Precondition: bound > 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
    // low … high, both included.
    [[nodiscard]] int between(int low, int high);
    // True in that many of a thousand cases.
    [[nodiscard]] bool chance(std::uint32_t permille) { return below(1000) < permille; }
    template <class T> [[nodiscard]] const T& pick(std::span<const T> from) {
        return from[below(static_cast<std::uint32_t>(from.size()))];
    }
    template <class T, std::size_t N> [[nodiscard]] const T& pick(const T (&from)[N]) {
        return pick(std::span<const T>(from));
    }

  private:
    std::uint64_t state_;
};

// Every number below `size` exactly once, in random order and without a table: a Feistel network, walked until it is in range.
class Permutation {
  public:
    // Precondition: 1 < size <= 2^60.
    Permutation(std::uint64_t size, std::uint64_t seed);
    [[nodiscard]] std::uint64_t at(std::uint64_t index) const;

  private:
    static constexpr int kRounds = 4;
    std::uint64_t size_;
    int half_bits_;
    std::uint64_t keys_[kRounds];
};

} // namespace jiezhuan::generate
