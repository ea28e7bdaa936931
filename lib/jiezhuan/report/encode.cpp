#include "jiezhuan/report/encode.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <new>

namespace jiezhuan {
namespace {

class Converter {
  public:
    Converter() : handle_(iconv_open("GB18030", "UTF-8")) {}
    ~Converter() {
        if (usable()) {
            iconv_close(handle_);
        }
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool usable() const {
        return handle_ != iconv_t(-1);
    } // NOLINT(performance-no-int-to-ptr): iconv's way
    // Appends what it could convert; the number of bytes of `text` that it took.
    std::size_t convert(std::string_view text, std::string& out) {
        std::array<char, 8192> buffer{};
        char* from = const_cast<char*>(text.data()); // NOLINT: iconv does not write through it
        std::size_t left = text.size();
        while (left > 0) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t result = iconv(handle_, &from, &left, &to, &room);
            out.append(buffer.data(), buffer.size() - room);
            if (result == static_cast<std::size_t>(-1) && errno != E2BIG) {
                break;
            }
        }
        return text.size() - left;
    }

  private:
    iconv_t handle_;
};

tl::unexpected<Error> has_no_place(std::string_view text, std::size_t at) {
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    const std::size_t start = at;
    const char32_t point = next_code_point(text, at);
    return fail(
        Exit::usage,
        say({"第 {} 行的字符“{}”（U+{:04X}）不能用 GB18030 表示", "line {}: '{}' (U+{:04X}) has no place in GB18030"},
            line, printable(text.substr(start, at - start)), static_cast<unsigned>(point)),
        Text{"请改用 UTF-8（加 --bom 便于表格软件打开）", "use UTF-8 (with --bom for spreadsheets)"});
}

} // namespace

Result<OutputEncoding> encoding_named(std::string_view name) {
    const std::string lowered = lowered_ascii(name);
    if (lowered.empty() || lowered == "utf-8" || lowered == "utf8") {
        return OutputEncoding::utf8;
    }
    if (lowered == "gb18030") {
        return OutputEncoding::gb18030;
    }
    return fail(Exit::usage, say({"不能写成“{}”编码", "there is no encoding '{}' to write"}, printable(name)),
                Text{"可以用的编码：utf-8, gb18030", "the encodings are: utf-8, gb18030"});
}

Result<std::string> encoded(std::string utf8, OutputEncoding encoding) {
    if (encoding == OutputEncoding::utf8) {
        return utf8;
    }
    Converter converter;
    if (!converter.usable()) {
        if (errno == ENOMEM) {
            throw std::bad_alloc();
        }
        return fail(Exit::usage, Text{"这台机器没有安装 GB18030 转换", "this machine has no conversion to GB18030"},
                    Text{"请改用 UTF-8", "use UTF-8"});
    }
    std::string out;
    out.reserve(utf8.size());
    const std::size_t taken = converter.convert(utf8, out);
    if (taken < utf8.size()) {
        return has_no_place(utf8, taken);
    }
    return out;
}

} // namespace jiezhuan
