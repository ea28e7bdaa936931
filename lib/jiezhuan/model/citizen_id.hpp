// The citizen ID number of GB 11643.
#pragma once

#include "jiezhuan/base/date.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

// A valid 18-digit number, kept as its first 17 digits (the check digit follows from them); 0 = absent.
class CitizenId {
  public:
    constexpr CitizenId() = default;
    [[nodiscard]] static constexpr CitizenId from_number(std::int64_t first17) {
        CitizenId id;
        id.number_ = first17;
        return id;
    }
    // The canonical spelling only: 18 characters, X upper case, check digit right, a calendar date.
    [[nodiscard]] static std::optional<CitizenId> parse(std::string_view text);
    [[nodiscard]] constexpr std::int64_t number() const { return number_; }
    [[nodiscard]] constexpr bool empty() const { return number_ == 0; }
    [[nodiscard]] std::string text() const;   // 18 characters, X upper case; empty if absent
    [[nodiscard]] std::string masked() const; // 999999********0016: region and last four stay
    [[nodiscard]] std::string last_four() const;
    [[nodiscard]] Date birth() const;
    [[nodiscard]] bool male() const;    // the 17th digit is odd
    [[nodiscard]] int province() const; // the first two digits

    constexpr auto operator<=>(const CitizenId&) const = default;

  private:
    std::int64_t number_ = 0;
};

// GB 11643-1999, 5.2: the check character of 17 digits. Precondition: 17 ASCII digits.
[[nodiscard]] char citizen_id_check(std::string_view first17);

enum class CitizenIdProblem {
    none,
    shape,       // not 15 or 18 characters, or a character that cannot be there (rule ID-01)
    checksum,    // the 18th does not fit (ID-02)
    birth,       // no such day, in the future, or over 120 years ago (ID-03)
    spreadsheet, // 3.30106E+17, or 000 at the end with a wrong check (ID-07)
};
struct ReadCitizenId {
    CitizenId id; // absent where there is a problem
    CitizenIdProblem problem = CitizenIdProblem::none;
    char expected_check = 0; // with checksum
    bool upgraded = false;   // it had 15 digits (ID-04)
    bool normalised = false; // full-width digits, blanks, an apostrophe or a small x were mended (IN-04)
};
// What stands in a cell. Never guesses a digit: what a spreadsheet destroyed stays a problem.
[[nodiscard]] ReadCitizenId read_citizen_id(std::string_view cell, Date today);
// Could somebody have typed this as a citizen ID number? (15 or 18 digits and X.) For refusing it on a command line.
[[nodiscard]] bool looks_like_citizen_id(std::string_view text);

} // namespace jiezhuan
