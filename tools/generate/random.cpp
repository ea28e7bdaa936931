#include "random.hpp"

namespace jiezhuan::generate {
namespace {

constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;

std::uint64_t seed_of(std::uint64_t seed, std::string_view purpose) {
    for (const char c : purpose) {
        seed = mixed(seed ^ static_cast<unsigned char>(c));
    }
    return seed;
}

} // namespace

std::uint64_t mixed(std::uint64_t value) {
    value += kGolden;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

Random::Random(std::uint64_t seed, std::string_view purpose) : state_(seed_of(seed, purpose)) {}

std::uint64_t Random::next() {
    const std::uint64_t value = mixed(state_);
    state_ += kGolden;
    return value;
}

std::uint32_t Random::below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32); }

int Random::between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::uint32_t>(high - low + 1)));
}

Permutation::Permutation(std::uint64_t size, std::uint64_t seed) : size_(size), half_bits_(1) {
    while ((std::uint64_t(1) << (2 * half_bits_)) < size) {
        ++half_bits_;
    }
    for (std::uint64_t& key : keys_) {
        key = seed = mixed(seed);
    }
}

std::uint64_t Permutation::at(std::uint64_t index) const {
    const std::uint64_t mask = (std::uint64_t(1) << half_bits_) - 1;
    do {
        std::uint64_t left = index >> half_bits_;
        std::uint64_t right = index & mask;
        for (const std::uint64_t key : keys_) {
            const std::uint64_t mixed_in = left ^ (mixed(right ^ key) & mask);
            left = right;
            right = mixed_in;
        }
        index = (left << half_bits_) | right;
    } while (index >= size_);
    return index;
}

} // namespace jiezhuan::generate
