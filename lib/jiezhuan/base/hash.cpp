// The hash alone, not the way to it through providers: fetching one reads all names that the library has for all its algorithms, which takes
// longer than most commands. OpenSSL calls these functions deprecated since 3.0 and keeps them.
#define OPENSSL_API_COMPAT 0x10100000L

#include "jiezhuan/base/hash.hpp"

#include <bit>
#include <openssl/sha.h>

namespace jiezhuan {

struct Sha256::Context {
    SHA256_CTX running;
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { begin(); }

Sha256::~Sha256() = default;

Sha256& Sha256::begin() {
    ensure(SHA256_Init(&context_->running) == 1, "SHA-256 cannot begin");
    return *this;
}

Sha256& Sha256::add(std::string_view bytes) {
    ensure(SHA256_Update(&context_->running, bytes.data(), bytes.size()) == 1, "SHA-256 update failed");
    return *this;
}

Sha256& Sha256::add(std::span<const std::uint8_t> bytes) {
    ensure(SHA256_Update(&context_->running, bytes.data(), bytes.size()) == 1, "SHA-256 update failed");
    return *this;
}

Digest Sha256::end() {
    Digest digest{};
    ensure(SHA256_Final(digest.data(), &context_->running) == 1, "SHA-256 final failed");
    return digest;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 0x0FU];
    }
    return out;
}

std::optional<Digest> digest_from_hex(std::string_view text) {
    Digest digest{};
    if (text.size() != digest.size() * 2) {
        return std::nullopt;
    }
    const auto nibble = [](char c) -> int {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = nibble(text[i * 2]);
        const int low = nibble(text[i * 2 + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        digest[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

Result<void> hash_self_test() {
    Sha256 hash;
    const bool right = hex(hash.of("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" &&
                       hex(hash.of("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    if (!right) {
        return fail(Exit::internal,
                    Text{"本机的 SHA-256 算得不对，不能使用", "SHA-256 on this machine gives wrong answers"});
    }
    return {};
}

std::optional<MerkleTree> MerkleTree::resume(std::uint64_t size, std::span<const Digest> frontier) {
    if (static_cast<std::size_t>(std::popcount(size)) != frontier.size()) {
        return std::nullopt;
    }
    MerkleTree tree;
    tree.size_ = size;
    tree.frontier_.assign(frontier.begin(), frontier.end());
    return tree;
}

Digest MerkleTree::leaf(Sha256& hash, std::string_view body) {
    static constexpr std::array<std::uint8_t, 1> kLeaf = {0x00};
    return hash.begin().add(kLeaf).add(body).end();
}

static Digest node(Sha256& hash, const Digest& left, const Digest& right) {
    std::array<std::uint8_t, 65> bytes{};
    bytes[0] = 0x01;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 33);
    return hash.begin().add(bytes).end();
}

void MerkleTree::append(Sha256& hash, const Digest& leaf) {
    Digest grown = leaf;
    for (std::uint64_t bits = size_; (bits & 1U) != 0; bits >>= 1U) {
        grown = node(hash, frontier_.back(), grown);
        frontier_.pop_back();
    }
    frontier_.push_back(grown);
    ++size_;
}

Digest MerkleTree::root(Sha256& hash) const {
    if (frontier_.empty()) {
        return hash.of("");
    }
    Digest root = frontier_.back();
    for (std::size_t i = frontier_.size() - 1; i-- > 0;) {
        root = node(hash, frontier_[i], root);
    }
    return root;
}

} // namespace jiezhuan
