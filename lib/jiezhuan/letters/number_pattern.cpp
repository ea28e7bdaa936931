#include "jiezhuan/letters/number_pattern.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {

namespace {

constexpr std::size_t kMostDigits = 15;
constexpr std::int64_t kMost = 999'999'999'999'999;

const Text kKnown{"可用的占位符：{yyyy} {yy} {unit} {seq}，后两个可写位数，如 {seq:04}",
                  "placeholders are {yyyy} {yy} {unit} {seq}; the last two take a width, as in {seq:04}"};

std::string with_width(std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// The digits as a number, where they are spelled as with_width would.
std::optional<std::int64_t> canonical(std::string_view digits, std::size_t width) {
    if (digits.size() < width || digits.size() > kMostDigits || !all_ascii_digits(digits)) {
        return std::nullopt;
    }
    if (digits.size() > width && digits.front() == '0') {
        return std::nullopt;
    }
    std::int64_t value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

} // namespace

Result<NumberPattern::Piece> NumberPattern::placeholder(std::string_view inner) {
    const std::size_t colon = inner.find(':');
    const std::string_view name = inner.substr(0, colon);
    Piece piece;
    if (name == "yyyy") {
        piece.kind = Kind::year4;
    } else if (name == "yy") {
        piece.kind = Kind::year2;
    } else if (name == "unit") {
        piece.kind = Kind::unit;
    } else if (name == "seq") {
        piece.kind = Kind::seq;
    } else {
        return fail(Exit::usage,
                    say({"编号格式中没有「{{{}}}」", "no placeholder {{{}}} in letter numbers"}, printable(inner)),
                    kKnown);
    }
    if (colon == std::string_view::npos) {
        return piece;
    }
    std::string_view width = inner.substr(colon + 1);
    if (width.size() == 2 && width[0] == '0') {
        width.remove_prefix(1);
    }
    const bool numbered = piece.kind == Kind::unit || piece.kind == Kind::seq;
    if (!numbered || width.size() != 1 || width[0] < '1' || width[0] > '9') {
        return fail(Exit::usage,
                    say({"编号格式「{{{}}}」的位数应为1至9", "the width in {{{}}} must be 1 to 9"}, printable(inner)),
                    kKnown);
    }
    piece.width = static_cast<std::size_t>(width[0] - '0');
    piece.exact = piece.kind == Kind::unit; // until check() finds that it need not be
    return piece;
}

Result<NumberPattern> NumberPattern::parse(std::string_view text) {
    if (first_invalid_utf8(text) || first_unprintable(text) || text.find_first_of("\t\r\n") != std::string_view::npos) {
        return fail(Exit::usage,
                    {"编号格式中有控制字符或不是 UTF-8", "the number pattern has control characters or is no UTF-8"});
    }
    NumberPattern pattern;
    pattern.text_ = std::string(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
        if (brace > at) {
            pattern.pieces_.push_back({Kind::literal, std::string(text.substr(at, brace - at)), 0, false});
        }
        if (brace == text.size()) {
            break;
        }
        const std::size_t close = text[brace] == '{' ? text.find_first_of("{}", brace + 1) : std::string_view::npos;
        if (close == std::string_view::npos || text[close] == '{') {
            return fail(Exit::usage,
                        say({"编号格式「{}」的花括号不成对", "braces do not match in the number pattern {}"}, text),
                        kKnown);
        }
        JZ_TRY(piece, placeholder(text.substr(brace + 1, close - brace - 1)));
        pattern.pieces_.push_back(piece);
        at = close + 1;
    }
    JZ_CHECK(pattern.check());
    return pattern;
}

bool NumberPattern::unit_touches_seq() const {
    std::vector<const Piece*> between;
    bool inside = false;
    for (const Piece& piece : pieces_) {
        if (piece.kind == Kind::unit || piece.kind == Kind::seq) {
            if (inside) {
                break;
            }
            inside = true;
        } else if (inside) {
            between.push_back(&piece);
        }
    }
    return std::all_of(between.begin(), between.end(), [](const Piece* piece) {
        return piece->kind != Kind::literal || all_ascii_digits(piece->literal);
    });
}

Result<void> NumberPattern::check() {
    const auto count = [this](auto... kinds) {
        return std::count_if(pieces_.begin(), pieces_.end(),
                             [&](const Piece& piece) { return ((piece.kind == kinds) || ...); });
    };
    if (count(Kind::seq) == 0) {
        return fail(Exit::usage, say({"编号格式「{}」缺少 {{seq}}", "the number pattern {} has no {{seq}}"}, text_),
                    kKnown);
    }
    if (count(Kind::seq) > 1 || count(Kind::unit) > 1 || count(Kind::year2, Kind::year4) > 1) {
        return fail(
            Exit::usage,
            say({"编号格式「{}」中同一占位符出现两次", "a placeholder stands twice in the number pattern {}"}, text_),
            kKnown);
    }
    const auto unit =
        std::find_if(pieces_.begin(), pieces_.end(), [](const Piece& piece) { return piece.kind == Kind::unit; });
    if (unit == pieces_.end()) {
        return {};
    }
    const bool wide = unit->exact;
    unit->exact = unit_touches_seq();
    if (unit->exact && !wide) {
        return fail(
            Exit::usage,
            say({"编号格式「{}」中 unit 与 seq 相连，unit 须写明位数", "unit touches seq in {} and needs a width"},
                text_),
            {"例如 {unit:02}", "for example {unit:02}"});
    }
    return {};
}

Result<std::string> NumberPattern::format(int year, std::int64_t unit, std::int64_t seq) const {
    const auto cannot = [&](const auto& what) {
        return fail(Exit::refused,
                    say({"编号写不进格式「{}」：{}", "the number does not fit the pattern {}: {}"}, text_, what));
    };
    std::string out;
    for (const Piece& piece : pieces_) {
        if (piece.kind == Kind::literal) {
            out += piece.literal;
        } else if (piece.kind == Kind::year4 || piece.kind == Kind::year2) {
            const bool two = piece.kind == Kind::year2;
            if (year < (two ? 2000 : 1000) || year > (two ? 2099 : 9999)) {
                return cannot(year);
            }
            out += with_width(two ? year % 100 : year, two ? 2 : 4);
        } else {
            const std::int64_t value = piece.kind == Kind::unit ? unit : seq;
            const std::string digits = with_width(value, piece.width);
            if (value < (piece.kind == Kind::seq ? 1 : 0) || value > kMost ||
                (piece.exact && digits.size() != piece.width)) {
                return cannot(value);
            }
            out += digits;
        }
    }
    return out;
}

void NumberPattern::assign(Kind kind, std::int64_t value, LetterNumber& read) {
    switch (kind) {
    case Kind::year4:
        read.year = static_cast<int>(value);
        break;
    case Kind::year2:
        read.year = 2000 + static_cast<int>(value);
        break;
    case Kind::unit:
        read.unit = value;
        break;
    case Kind::seq:
        read.seq = value;
        break;
    case Kind::literal:
        break;
    }
}

// At most two pieces vary in length and they do not touch, so trying each length in turn ends soon and finds one reading.
bool NumberPattern::read_from(std::string_view number, std::size_t piece, LetterNumber& read) const {
    if (piece == pieces_.size()) {
        return number.empty();
    }
    const Piece& here = pieces_[piece];
    if (here.kind == Kind::literal) {
        return number.starts_with(here.literal) && read_from(number.substr(here.literal.size()), piece + 1, read);
    }
    const bool year = here.kind == Kind::year4 || here.kind == Kind::year2;
    const std::size_t width = here.kind == Kind::year4 ? 4 : here.kind == Kind::year2 ? 2 : here.width;
    const std::size_t longest = std::min(number.size(), year || here.exact ? width : kMostDigits);
    for (std::size_t length = width; length <= longest; ++length) {
        const auto value = canonical(number.substr(0, length), width);
        const bool possible =
            value && !(here.kind == Kind::seq && *value == 0) && !(here.kind == Kind::year4 && *value < 1000);
        if (possible && read_from(number.substr(length), piece + 1, read)) {
            assign(here.kind, *value, read);
            return true;
        }
    }
    return false;
}

std::optional<LetterNumber> NumberPattern::match(std::string_view number) const {
    LetterNumber read;
    if (!read_from(number, 0, read)) {
        return std::nullopt;
    }
    return read;
}

} // namespace jiezhuan
