#include "jiezhuan/tabular/iconv.hpp"

#include "jiezhuan/base/result.hpp"

#include <algorithm>
#include <cerrno>

namespace jiezhuan {

Iconv::Iconv(const char* to, const char* from) : handle_(iconv_open(to, from)) {
    ensure(handle_ != reinterpret_cast<iconv_t>(-1),
           "iconv lacks a conversion"); // NOLINT: the interface's own error value
}

Iconv::~Iconv() { iconv_close(handle_); }

std::optional<std::size_t> Iconv::append(std::string& out, std::string_view bytes) {
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    char* from = const_cast<char*>(bytes.data()); // NOLINT: iconv does not write there
    std::size_t left = bytes.size();
    std::size_t used = out.size();
    out.resize(used + bytes.size() + bytes.size() / 2 + 16); // Chinese grows from two bytes to three
    for (;;) {
        char* to = out.data() + used;
        std::size_t room = out.size() - used;
        const std::size_t converted = iconv(handle_, &from, &left, &to, &room);
        const int problem = errno;
        used = out.size() - room;
        if (converted != static_cast<std::size_t>(-1)) {
            out.resize(used);
            return std::nullopt;
        }
        if (problem != E2BIG) {
            out.resize(used);
            return bytes.size() - left;
        }
        out.resize(out.size() + std::max<std::size_t>(left * 2, 64));
    }
}

} // namespace jiezhuan
