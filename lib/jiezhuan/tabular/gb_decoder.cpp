#include "jiezhuan/tabular/gb_decoder.hpp"

#include <algorithm>
#include <cstring>

namespace jiezhuan {
namespace {

constexpr unsigned kFirstLead = 0x81;
constexpr unsigned kLastLead = 0xFE;
constexpr unsigned kFirstTrail = 0x40;
constexpr unsigned kLastTrail = 0xFE;
constexpr std::size_t kTrails = kLastTrail - kFirstTrail + 1;
constexpr std::size_t kSlack = 16; // a whole word or character may be stored past the place that is needed

unsigned byte_of(char c) { return static_cast<unsigned char>(c); }

std::size_t utf8_length(char lead) {
    const unsigned byte = byte_of(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Copies words of eight ASCII bytes; the number of bytes copied. `to` has room for all that is left.
std::size_t copy_ascii(char* to, const char* from, std::size_t left) {
    std::size_t copied = 0;
    while (copied + sizeof(std::uint64_t) <= left) {
        std::uint64_t word = 0;
        std::memcpy(&word, from + copied, sizeof word);
        if ((word & 0x8080808080808080ULL) != 0) {
            break;
        }
        std::memcpy(to + copied, &word, sizeof word);
        copied += sizeof word;
    }
    while (copied < left && byte_of(from[copied]) < 0x80) {
        to[copied] = from[copied];
        ++copied;
    }
    return copied;
}

} // namespace

GbDecoder::GbDecoder(const char* charset) : iconv_("UTF-8", charset), pairs_((kLastLead - kFirstLead + 1) * kTrails) {}

GbDecoder::Utf8 GbDecoder::look_up(std::string_view code) {
    Utf8 character{};
    scratch_.clear();
    if (!iconv_.append(scratch_, code) && scratch_.size() == utf8_length(scratch_[0])) {
        std::copy(scratch_.begin(), scratch_.end(), character.begin());
    }
    return character;
}

std::size_t GbDecoder::append_new(std::string& out, std::size_t used, std::string_view code, Utf8* pair) {
    for (const std::size_t length : {std::size_t{2}, std::size_t{1}, std::size_t{4}}) {
        if (length > code.size() || (length == 2 && pair == nullptr)) {
            continue;
        }
        const Utf8 character = look_up(code.substr(0, length));
        if (character[0] != 0) {
            if (length == 2) {
                *pair = character;
            }
            std::copy(character.begin(), character.end(), out.begin() + static_cast<std::ptrdiff_t>(used));
            return length;
        }
    }
    return 0;
}

std::optional<std::size_t> GbDecoder::decode(std::string& out, std::string_view bytes) {
    std::size_t used = 0;
    out.resize(bytes.size() + bytes.size() / 2 + kSlack); // two bytes become at most three, four at most four
    for (std::size_t at = 0; at < bytes.size();) {
        if (out.size() - used < bytes.size() - at + kSlack) { // GBK's one-byte euro becomes three
            out.resize(out.size() + (bytes.size() - at) * 3 + kSlack);
        }
        const std::size_t ascii = copy_ascii(out.data() + used, bytes.data() + at, bytes.size() - at);
        used += ascii;
        at += ascii;
        while (at < bytes.size() && byte_of(bytes[at]) >= 0x80 && out.size() - used >= kSlack) {
            const unsigned lead = byte_of(bytes[at]);
            const unsigned trail = at + 1 < bytes.size() ? byte_of(bytes[at + 1]) : 0;
            std::size_t length = 2;
            const bool pair = lead >= kFirstLead && lead <= kLastLead && trail >= kFirstTrail && trail <= kLastTrail;
            Utf8* known = pair ? &pairs_[(lead - kFirstLead) * kTrails + (trail - kFirstTrail)] : nullptr;
            if (known != nullptr && (*known)[0] != 0) {
                std::memcpy(out.data() + used, known->data(), known->size());
            } else {
                length = append_new(out, used, bytes.substr(at), known);
                if (length == 0) {
                    out.resize(used);
                    return at;
                }
            }
            used += utf8_length(out[used]);
            at += length;
        }
    }
    out.resize(used);
    return std::nullopt;
}

} // namespace jiezhuan
