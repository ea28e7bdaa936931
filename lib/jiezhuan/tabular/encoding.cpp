#include "jiezhuan/tabular/encoding.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/foreign_file.hpp"
#include "jiezhuan/tabular/gb_decoder.hpp"
#include "jiezhuan/tabular/iconv.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr CodeRow kEncodings[] = {
    {int(Encoding::utf8), "utf-8", {"UTF-8", "UTF-8"}, "utf8"},
    {int(Encoding::utf8_bom), "utf-8-bom", {"UTF-8（带 BOM）", "UTF-8 with a byte order mark"}, "utf8-bom|utf-8-sig"},
    {int(Encoding::utf16le), "utf-16le", {"UTF-16LE（小端）", "UTF-16, little endian"}, "utf-16|utf16|utf16le|unicode"},
    {int(Encoding::utf16be), "utf-16be", {"UTF-16BE（大端）", "UTF-16, big endian"}, "utf16be"},
    {int(Encoding::gb18030), "gb18030", {"GB18030", "GB18030"}, "gb-18030"},
    {int(Encoding::gbk), "gbk", {"GBK", "GBK"}, "cp936|gb2312|ansi"},
};
constexpr CodeTable kEncodingTable = {"encoding", {"编码", "Encoding"}, kEncodings};

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

std::string_view mark_of(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf8_bom:
        return kUtf8Mark;
    case Encoding::utf16le:
        return kUtf16LittleMark;
    case Encoding::utf16be:
        return kUtf16BigMark;
    default:
        return {};
    }
}

Encoding marked(std::string_view bytes) {
    for (const Encoding encoding : {Encoding::utf8_bom, Encoding::utf16le, Encoding::utf16be}) {
        if (bytes.starts_with(mark_of(encoding))) {
            return encoding;
        }
    }
    return Encoding::none;
}

const char* iconv_name(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf16le:
        return "UTF-16LE";
    case Encoding::utf16be:
        return "UTF-16BE";
    case Encoding::gb18030:
        return "GB18030";
    case Encoding::gbk:
        return "GBK";
    default:
        throw Bug{"UTF-8 needs no conversion"};
    }
}

// The text in `text`; the offset of the first undecodable byte, counted from the start of the file.
std::optional<std::size_t> convert(std::string& text, std::string_view bytes, Encoding encoding) {
    if (encoding == Encoding::gb18030 || encoding == Encoding::gbk) {
        return GbDecoder(iconv_name(encoding)).decode(text, bytes);
    }
    const std::size_t mark = bytes.starts_with(mark_of(encoding)) ? mark_of(encoding).size() : 0;
    text.clear();
    const auto bad = Iconv("UTF-8", iconv_name(encoding)).append(text, bytes.substr(mark));
    return bad ? std::optional(*bad + mark) : std::nullopt;
}

// Text in GB18030 is hardly ever valid UTF-8 for several characters in a row: three Chinese ones are proof enough that the
// file is UTF-8 and damaged, and reading it as GB18030 would give nonsense.
bool looks_like_damaged_utf8(std::string_view bytes, std::size_t bad) {
    constexpr int kProof = 4;
    int long_sequences = 0;
    for (const char c : bytes.substr(0, bad)) {
        long_sequences += static_cast<unsigned char>(c) >= 0xE0 ? 1 : 0;
        if (long_sequences == kProof) {
            return true;
        }
    }
    return false;
}

tl::unexpected<Error> undecodable(const std::string& file, Message what) {
    return fail(Error{Exit::invalid_input,
                      std::move(what),
                      Text{"请在表格软件中打开核对，另存为“CSV UTF-8”后再导入",
                           "open it in a spreadsheet program, check it, and save it as 'CSV UTF-8'"},
                      {file, 0, 0, {}},
                      {}});
}

tl::unexpected<Error> undecodable_as(const std::string& file, Encoding encoding, std::size_t bad) {
    return undecodable(file,
                       say({"文件不是有效的 {} 文本：字节偏移 {} 处有误", "not valid {} text: byte offset {} is wrong"},
                           code_title(encoding), bad));
}

Result<Decoded> decode_utf8(std::string bytes, const std::string& file, Encoding encoding) {
    if (const auto bad = first_invalid_utf8(bytes)) {
        return undecodable_as(file, encoding, *bad);
    }
    if (std::string_view(bytes).starts_with(kUtf8Mark)) {
        bytes.erase(0, kUtf8Mark.size());
        encoding = Encoding::utf8_bom;
    }
    return Decoded{std::move(bytes), encoding};
}

Result<Decoded> decode_as(std::string bytes, const std::string& file, Encoding encoding) {
    if (encoding == Encoding::utf8 || encoding == Encoding::utf8_bom) {
        return decode_utf8(std::move(bytes), file, encoding);
    }
    Decoded decoded{{}, encoding};
    if (const auto bad = convert(decoded.text, bytes, encoding)) {
        return undecodable_as(file, encoding, *bad);
    }
    return decoded;
}

Result<Decoded> recognise(std::string bytes, const std::string& file) {
    const auto bad_utf8 = first_invalid_utf8(bytes);
    if (!bad_utf8) {
        return Decoded{std::move(bytes), Encoding::utf8};
    }
    if (looks_like_damaged_utf8(bytes, *bad_utf8)) {
        return undecodable(
            file, say({"文件是 UTF-8 文本，但字节偏移 {} 处已损坏", "UTF-8 text that is damaged at byte offset {}"},
                      *bad_utf8));
    }
    Decoded decoded;
    std::size_t furthest = 0;
    for (const Encoding encoding : {Encoding::gb18030, Encoding::gbk}) {
        const auto bad = convert(decoded.text, bytes, encoding);
        if (!bad) {
            decoded.encoding = encoding;
            return decoded;
        }
        furthest = std::max(furthest, *bad);
    }
    return undecodable(
        file,
        say({"无法识别文件的编码：既不是 UTF-8（字节偏移 {} 处有误），也不是 GB18030 或 GBK（字节偏移 {} 处有误）",
             "the encoding cannot be told: not UTF-8 (byte offset {}), nor GB18030 or GBK (byte offset {})"},
            *bad_utf8, furthest));
}

} // namespace

template <> const CodeTable& code_table<Encoding>() { return kEncodingTable; }

Result<Decoded> decode(std::string bytes, const std::string& file, Encoding forced) {
    JZ_CHECK(refuse_foreign(bytes, file));
    const Encoding encoding = forced != Encoding::none ? forced : marked(bytes);
    const bool utf16 = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
    if (!utf16) {
        JZ_CHECK(refuse_nul(bytes, file, 1));
    }
    auto decoded =
        encoding == Encoding::none ? recognise(std::move(bytes), file) : decode_as(std::move(bytes), file, encoding);
    if (!decoded) {
        return decoded;
    }
    if (utf16) {
        JZ_CHECK(refuse_nul(decoded->text, file, 2));
    }
    JZ_CHECK(refuse_blank(decoded->text, file));
    return decoded;
}

Result<std::string> encode(std::string text, Encoding encoding) {
    if (encoding == Encoding::utf8) {
        return text;
    }
    if (encoding == Encoding::utf8_bom) {
        text.insert(0, kUtf8Mark);
        return text;
    }
    std::string bytes(mark_of(encoding));
    if (const auto bad = Iconv(iconv_name(encoding), "UTF-8").append(bytes, text)) {
        const std::string_view before = std::string_view(text).substr(0, *bad);
        std::size_t end = *bad;
        static_cast<void>(next_code_point(text, end));
        return fail(
            Exit::invalid_input,
            say({"第 {} 行的字符“{}”在 {} 中不存在，不能写出", "line {}: the character '{}' does not exist in {}"},
                std::count(before.begin(), before.end(), '\n') + 1, printable(text.substr(*bad, end - *bad)),
                code_id(encoding)),
            Text{"请改用 UTF-8 或 GB18030 编码", "use UTF-8 or GB18030 instead"});
    }
    return bytes;
}

} // namespace jiezhuan
