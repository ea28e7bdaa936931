// Civil dates that keep the precision they were given in (a year, a month or a day), and instants.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

// A date of the proleptic Gregorian calendar between 1850 and 2199. packed = yyyymmdd with 00 for what is not known; 0 = absent.
class Date {
  public:
    constexpr Date() = default;
    // Precondition: a valid date of that precision (see valid()); used for literals and for values that were checked.
    constexpr Date(int year, int month = 0, int day = 0) : packed_(year * 10000 + month * 100 + day) {}

    [[nodiscard]] static constexpr Date from_packed(std::int32_t packed) {
        Date date;
        date.packed_ = packed;
        return date;
    }
    [[nodiscard]] static bool valid(int year, int month, int day);
    // Days since 1970-01-01; the first or the last day of the range where they lead out of it.
    [[nodiscard]] static Date from_days(std::int64_t days);
    // The canonical spelling only: YYYY, YYYY-MM or YYYY-MM-DD. Nothing if it is not, or if there is no such day.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] constexpr std::int32_t packed() const { return packed_; }
    [[nodiscard]] constexpr int year() const { return packed_ / 10000; }
    [[nodiscard]] constexpr int month() const { return packed_ / 100 % 100; }
    [[nodiscard]] constexpr int day() const { return packed_ % 100; }
    [[nodiscard]] constexpr bool empty() const { return packed_ == 0; }
    [[nodiscard]] constexpr bool is_day() const { return day() != 0; }
    [[nodiscard]] constexpr bool is_month() const { return month() != 0 && day() == 0; }

    // The first and the last day the date can mean.
    [[nodiscard]] Date earliest() const;
    [[nodiscard]] Date latest() const;
    [[nodiscard]] Date month_of() const { return Date(year(), month()); }

    // Days since 1970-01-01 of earliest().
    [[nodiscard]] std::int64_t days() const;
    // Same day of a later (earlier) month, the last day of it where there is no such day. Precondition: at least a month.
    // Both stop at the first and the last day (month) of the range: the sum of a date is a date.
    [[nodiscard]] Date plus_months(int months) const;
    [[nodiscard]] Date plus_days(std::int64_t days) const;

    // Canonical spelling; empty for an absent date.
    [[nodiscard]] std::string text() const;

    constexpr auto operator<=>(const Date&) const = default;

  private:
    std::int32_t packed_ = 0;
};

// Whole days from a to b (negative where b is earlier), both taken at their earliest day.
[[nodiscard]] std::int64_t days_between(Date a, Date b);
// Calendar months from a to b, the days ignored: 2026-03-31 to 2026-05-01 is 2.
[[nodiscard]] int months_between(Date a, Date b);
// Months that are over from a to b, counted from the last day that a may be: 2026-03-31 to 2026-05-01 is 1.
[[nodiscard]] int whole_months_between(Date a, Date b);
// Completed years of age on a day.
[[nodiscard]] int age_on(Date birth, Date day);

// How a clerk wrote a date, and what was read.
struct ReadDate {
    Date date;
    bool serial = false; // a spreadsheet's serial number: recognised, but say so
};
// Every spelling seen in rosters: 1975-07-01, 1975/7/1, 1975.07, 197507, 19750701, 1975年7月1日, 1975年7月, full-width digits, serials.
// Nothing where it is not a date or there is no such day.
[[nodiscard]] std::optional<ReadDate> read_date(std::string_view text);

// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t ms = 0;
    constexpr auto operator<=>(const Instant&) const = default;
};
// The civil date at UTC+8, where this program's users work.
[[nodiscard]] Date date_in_china(Instant instant);
// 2026-11-23 09:00:00 at UTC+8.
[[nodiscard]] std::string time_in_china(Instant instant);

} // namespace jiezhuan
