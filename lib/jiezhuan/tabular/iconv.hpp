// One conversion of glibc's iconv, closed by itself.
#pragma once

#include <cstddef>
#include <iconv.h>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

class Iconv {
  public:
    // Throws Bug where the machine lacks the conversion: both names are part of glibc.
    Iconv(const char* to, const char* from);
    ~Iconv();
    Iconv(const Iconv&) = delete;
    Iconv& operator=(const Iconv&) = delete;

    // Appends the converted bytes. The offset of the first byte that cannot be converted; nothing if all was.
    [[nodiscard]] std::optional<std::size_t> append(std::string& out, std::string_view bytes);

  private:
    iconv_t handle_;
};

} // namespace jiezhuan
