// SHA-256, and the RFC 6962 Merkle tree over leaves that only ever grows at its end.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

using Digest = std::array<std::uint8_t, 32>;

// A reusable SHA-256 context: one for many messages. Every failure of the library below throws Bug, never yields a digest.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    Sha256& begin();
    Sha256& add(std::string_view bytes);
    Sha256& add(std::span<const std::uint8_t> bytes);
    [[nodiscard]] Digest end();

    [[nodiscard]] Digest of(std::string_view bytes) { return begin().add(bytes).end(); }

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

[[nodiscard]] std::string hex(std::span<const std::uint8_t> bytes);
// Nothing where it is not 64 hexadecimal digits.
[[nodiscard]] std::optional<Digest> digest_from_hex(std::string_view text);

// Known answers of FIPS 180-4; fails with Exit::internal where this machine's library does not give them.
[[nodiscard]] Result<void> hash_self_test();

// RFC 6962 section 2.1. Holds only the frontier: the roots of the complete subtrees, largest first.
class MerkleTree {
  public:
    MerkleTree() = default;
    // The tree of `size` leaves whose frontier was stored; nothing where the number of digests does not fit the size.
    [[nodiscard]] static std::optional<MerkleTree> resume(std::uint64_t size, std::span<const Digest> frontier);

    [[nodiscard]] static Digest leaf(Sha256& hash, std::string_view body); // SHA-256(0x00 ‖ body)
    void append(Sha256& hash, const Digest& leaf);
    [[nodiscard]] Digest root(Sha256& hash) const; // of the empty tree: SHA-256("")
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] const std::vector<Digest>& frontier() const { return frontier_; }

  private:
    std::uint64_t size_ = 0;
    std::vector<Digest> frontier_;
};

} // namespace jiezhuan
