// The pattern of letter numbers: "{yyyy}{seq:04}", "{yy}{unit:02}{seq:03}", "组转〔{yyyy}〕{seq}号".
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// What a number says. A part that the pattern does not have is 0.
struct LetterNumber {
    int year = 0;
    std::int64_t unit = 0;
    std::int64_t seq = 0;

    bool operator==(const LetterNumber&) const = default;
};

// Placeholders are yyyy, yy, unit[:width] and seq[:width], each at most once, seq always. A width is a minimum, filled with
// zeros; only a unit that touches seq (nothing but digits between them) has exactly its width, or numbers could not be told apart.
class NumberPattern {
  public:
    // Exit::usage where it is no pattern: an unknown or repeated placeholder, no seq, a stray brace, a width outside 1..9,
    // a control character.
    [[nodiscard]] static Result<NumberPattern> parse(std::string_view text);

    // Exit::refused where it cannot be written: seq below 1, a year that is none of 2000..2099 with {yy}, a unit that does not fit.
    [[nodiscard]] Result<std::string> format(int year, std::int64_t unit, std::int64_t seq) const;
    // The one reading of a number in this pattern; nothing where it is none (zeros too many or too few count).
    [[nodiscard]] std::optional<LetterNumber> match(std::string_view number) const;

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    enum class Kind { literal, year4, year2, unit, seq };
    struct Piece {
        Kind kind = Kind::literal;
        std::string literal;
        std::size_t width = 1;
        bool exact = false;
    };
    static Result<Piece> placeholder(std::string_view inner);
    [[nodiscard]] bool read_from(std::string_view number, std::size_t piece, LetterNumber& read) const;
    static void assign(Kind kind, std::int64_t value, LetterNumber& read);
    Result<void> check();
    bool unit_touches_seq() const;

    std::string text_;
    std::vector<Piece> pieces_;
};

} // namespace jiezhuan
