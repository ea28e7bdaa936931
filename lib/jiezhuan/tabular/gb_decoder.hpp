// GB18030 and GBK to UTF-8, at the speed of a table look-up. The table is filled by iconv as characters
// are met, so that both give the same.
#pragma once

#include "jiezhuan/tabular/iconv.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

class GbDecoder {
  public:
    // "GB18030" or "GBK".
    explicit GbDecoder(const char* charset);

    // Replaces `out`. The offset of the first byte that is no character of the charset; nothing if all were.
    [[nodiscard]] std::optional<std::size_t> decode(std::string& out, std::string_view bytes);

  private:
    using Utf8 = std::array<char, 4>; // all zero: no such character, or not met yet

    [[nodiscard]] Utf8 look_up(std::string_view code);
    // Writes the character that the code begins with to out[used...], and remembers it in `pair` (nullptr: not two bytes). Its length
    // in bytes, 0 where there is none.
    [[nodiscard]] std::size_t append_new(std::string& out, std::size_t used, std::string_view code, Utf8* pair);

    Iconv iconv_;
    std::vector<Utf8> pairs_; // lead 0x81..0xFE, trail 0x40..0xFE
    std::string scratch_;
};

} // namespace jiezhuan
