#include "jiezhuan/base/date.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <vector>

namespace jiezhuan {
namespace {

namespace chr = std::chrono;
constexpr int kFirstYear = 1850;
constexpr int kLastYear = 2199;

chr::year_month_day civil(Date date) {
    const Date first = date.earliest();
    return {chr::year(first.year()), chr::month(static_cast<unsigned>(first.month())),
            chr::day(static_cast<unsigned>(first.day()))};
}

int last_day(int year, int month) {
    const chr::year_month_day_last last(chr::year(year), chr::month_day_last(chr::month(static_cast<unsigned>(month))));
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<Date> made(int year, int month, int day) {
    return Date::valid(year, month, day) ? std::optional(Date(year, month, day)) : std::nullopt;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The numbers of a spelling whose separators are - / . or 年 月 日; nothing where anything else stands in it.
std::optional<std::vector<std::string_view>> parts_of(std::string_view text) {
    static constexpr std::array<std::string_view, 9> kSeparators = {"-", "/", ".", "年", "月", "日", "号", "—", "、"};
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t digits = text.find_first_not_of("0123456789");
        if (digits == 0) {
            return std::nullopt;
        }
        parts.push_back(text.substr(0, digits));
        if (digits == std::string_view::npos) {
            break;
        }
        text.remove_prefix(digits);
        bool separated = false;
        for (const std::string_view separator : kSeparators) {
            if (text.starts_with(separator)) {
                text.remove_prefix(separator.size());
                separated = true;
                break;
            }
        }
        if (!separated) {
            return std::nullopt;
        }
        while (text.starts_with(' ')) {
            text.remove_prefix(1);
        }
    }
    return parts;
}

// The commonest spellings, 1975-07-01 and 1975/7/1 and 1975.7.1, without any copy. Nothing where it is another one, or no such day.
std::optional<Date> read_plain(std::string_view text) {
    constexpr std::size_t kYear = 4;
    if (text.size() < 8 || text.size() > 10) {
        return std::nullopt;
    }
    const char separator = text[kYear];
    const std::size_t second = text.find(separator, kYear + 1);
    if ((separator != '-' && separator != '/' && separator != '.') || second == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view month_text = text.substr(kYear + 1, second - kYear - 1);
    const std::string_view day_text = text.substr(second + 1);
    if (month_text.size() > 2 || day_text.size() > 2) {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, kYear));
    const auto month = number(month_text);
    const auto day = number(day_text);
    return year && month && day && *month > 0 && *day > 0 ? made(*year, *month, *day) : std::nullopt;
}

std::optional<ReadDate> read_digits(std::string_view digits) {
    switch (digits.size()) {
    case 4:
        if (const auto date = made(*number(digits), 0, 0)) {
            return ReadDate{*date, false};
        }
        return std::nullopt;
    case 5: { // a spreadsheet's serial: days since 1899-12-30
        constexpr int kUnixEpochSerial = 25569;
        return ReadDate{Date::from_days(*number(digits) - kUnixEpochSerial), true};
    }
    case 6:
        if (const auto date = made(*number(digits.substr(0, 4)), *number(digits.substr(4)), 0)) {
            return ReadDate{*date, false};
        }
        return std::nullopt;
    case 8:
        if (const auto date =
                made(*number(digits.substr(0, 4)), *number(digits.substr(4, 2)), *number(digits.substr(6)))) {
            return ReadDate{*date, false};
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace

bool Date::valid(int year, int month, int day) {
    if (year < kFirstYear || year > kLastYear || month < 0 || month > 12 || day < 0) {
        return false;
    }
    if (month == 0 || day == 0) {
        return day == 0;
    }
    return day <= last_day(year, month);
}

Date Date::from_days(std::int64_t days) {
    static const std::int64_t kFirst = Date(kFirstYear, 1, 1).days();
    static const std::int64_t kLast = Date(kLastYear, 12, 31).days();
    const chr::year_month_day ymd{chr::sys_days(chr::days(std::clamp(days, kFirst, kLast)))};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<Date> Date::parse(std::string_view text) {
    const bool shape = (text.size() == 4 || text.size() == 7 || text.size() == 10) &&
                       (text.size() < 7 || text[4] == '-') && (text.size() < 10 || text[7] == '-');
    if (!shape) {
        return std::nullopt;
    }
    const std::string_view year = text.substr(0, 4);
    const std::string_view month = text.size() >= 7 ? text.substr(5, 2) : std::string_view("00");
    const std::string_view day = text.size() >= 10 ? text.substr(8, 2) : std::string_view("00");
    if (!all_digits(year) || !all_digits(month) || !all_digits(day) || (text.size() >= 7 && month == "00") ||
        (text.size() >= 10 && day == "00")) {
        return std::nullopt;
    }
    return made(*number(year), *number(month), *number(day));
}

Date Date::earliest() const {
    return empty() ? *this : Date(year(), month() == 0 ? 1 : month(), day() == 0 ? 1 : day());
}

Date Date::latest() const {
    if (empty()) {
        return *this;
    }
    const int last_month = month() == 0 ? 12 : month();
    return {year(), last_month, day() == 0 ? last_day(year(), last_month) : day()};
}

std::int64_t Date::days() const { return chr::sys_days(civil(*this)).time_since_epoch().count(); }

Date Date::plus_months(int months) const {
    constexpr std::int64_t kFirst = std::int64_t{kFirstYear} * 12;
    constexpr std::int64_t kLast = std::int64_t{kLastYear} * 12 + 11;
    const std::int64_t sum = std::int64_t{year()} * 12 + month() - 1 + months;
    if (is_day() && (sum < kFirst || sum > kLast)) {
        return sum < kFirst ? Date(kFirstYear, 1, 1) : Date(kLastYear, 12, 31);
    }
    const int index = static_cast<int>(std::clamp(sum, kFirst, kLast));
    const int new_year = index / 12;
    const int new_month = index % 12 + 1;
    return {new_year, new_month, is_day() ? std::min(day(), last_day(new_year, new_month)) : 0};
}

Date Date::plus_days(std::int64_t count) const {
    constexpr std::int64_t kRange = std::int64_t{kLastYear - kFirstYear + 1} * 366; // so that the sum cannot overflow
    return from_days(days() + std::clamp(count, -kRange, kRange));
}

std::string Date::text() const {
    if (empty()) {
        return {};
    }
    std::string out = "0000";
    const auto put = [&out](std::size_t at, std::size_t width, int value) {
        for (std::size_t i = width; i-- > 0; value /= 10) {
            out[at + i] = static_cast<char>('0' + value % 10);
        }
    };
    put(0, 4, year());
    if (month() != 0) {
        out += "-00";
        put(5, 2, month());
    }
    if (day() != 0) {
        out += "-00";
        put(8, 2, day());
    }
    return out;
}

std::int64_t days_between(Date a, Date b) { return b.days() - a.days(); }

int months_between(Date a, Date b) {
    const Date from = a.earliest();
    const Date to = b.earliest();
    return (to.year() - from.year()) * 12 + to.month() - from.month();
}

int whole_months_between(Date a, Date b) {
    const Date from = a.latest();
    const int calendar = months_between(from, b);
    return from.plus_months(calendar) > b ? calendar - 1 : calendar;
}

int age_on(Date birth, Date day) {
    const Date from = birth.earliest();
    const Date to = day.earliest();
    const bool reached = to.month() * 100 + to.day() >= from.month() * 100 + from.day();
    return to.year() - from.year() - (reached ? 0 : 1);
}

std::optional<ReadDate> read_date(std::string_view text) {
    if (const auto plain = read_plain(text)) {
        return ReadDate{*plain, false};
    }
    const std::string narrow = narrowed(text);
    std::string_view clean = trimmed(narrow);
    constexpr std::string_view kMidnight = " 00:00:00";
    if (clean.ends_with(kMidnight)) {
        clean.remove_suffix(kMidnight.size());
    } else if (clean.ends_with(" 0:00:00") || clean.ends_with(" 0:00")) {
        clean = clean.substr(0, clean.find(' '));
    }
    if (all_digits(clean)) {
        return read_digits(clean);
    }
    const auto parts = parts_of(clean);
    if (!parts || parts->empty() || parts->size() > 3 || parts->front().size() != 4) {
        return std::nullopt;
    }
    std::array<int, 3> values = {0, 0, 0};
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto value = (*parts)[i].size() <= 4 ? number((*parts)[i]) : std::nullopt;
        if (!value || (i > 0 && *value == 0)) {
            return std::nullopt;
        }
        values[i] = *value;
    }
    const auto date = made(values[0], values[1], values[2]);
    return date ? std::optional(ReadDate{*date, false}) : std::nullopt;
}

Date date_in_china(Instant instant) {
    constexpr std::int64_t kDay = 86'400'000;
    constexpr std::int64_t kOffset = std::int64_t{8} * 3'600'000;
    const std::int64_t local = instant.ms + kOffset;
    return Date::from_days(local >= 0 ? local / kDay : (local - kDay + 1) / kDay);
}

std::string time_in_china(Instant instant) {
    constexpr std::int64_t kOffset = std::int64_t{8} * 3'600'000;
    const std::int64_t seconds = (instant.ms + kOffset) / 1000 % 86'400;
    return fmt::format("{} {:02}:{:02}:{:02}", date_in_china(instant).text(), seconds / 3600, seconds / 60 % 60,
                       seconds % 60);
}

} // namespace jiezhuan
