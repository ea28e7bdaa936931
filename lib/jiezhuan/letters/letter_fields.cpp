#include "jiezhuan/letters/letter_fields.hpp"

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/base/text.hpp"

namespace jiezhuan {

namespace {

template <auto Field> std::string same(const Letter& letter, const FieldStyle& /*style*/) { return letter.*Field; }

template <auto Field> std::string title(const Letter& letter, const FieldStyle& /*style*/) {
    return std::string(code_title(letter.*Field).zh);
}

std::string number(std::int64_t value) { return value == 0 ? std::string() : std::to_string(value); }

template <Date Letter::*Field> std::string year(const Letter& letter, const FieldStyle& /*style*/) {
    return number((letter.*Field).year());
}
template <Date Letter::*Field> std::string month(const Letter& letter, const FieldStyle& /*style*/) {
    return number((letter.*Field).month());
}
template <Date Letter::*Field> std::string day(const Letter& letter, const FieldStyle& /*style*/) {
    return number((letter.*Field).day());
}

// The form prints 第 and 号 around the blank; a number that has them is not printed with both twice.
std::string number_on_form(const Letter& letter, const FieldStyle& /*style*/) {
    static constexpr std::string_view kBefore = "第";
    static constexpr std::string_view kAfter = "号";
    std::string_view no = letter.no;
    if (no.starts_with(kBefore)) {
        no.remove_prefix(kBefore.size());
    }
    if (no.ends_with(kAfter)) {
        no.remove_suffix(kAfter.size());
    }
    return std::string(no);
}
// The form itself prints 正式 or 预备 before 党员.
std::string stage(const Letter& letter, const FieldStyle& /*style*/) {
    return letter.stage == Stage::full ? "正式" : letter.stage == Stage::probationary ? "预备" : "";
}
// The form prints 族 behind the blank.
std::string ethnic(const Letter& letter, const FieldStyle& /*style*/) {
    static constexpr std::string_view kSuffix = "族";
    std::string_view name = code_title(letter.ethnic).zh;
    if (name.ends_with(kSuffix)) {
        name.remove_suffix(kSuffix.size());
    }
    return std::string(name);
}
std::string dues_year(const Letter& letter, const FieldStyle& style) {
    const int value = letter.dues_paid_through.year();
    return value != 0 && style.capital_numerals ? capital_year(value) : number(value);
}
std::string dues_month(const Letter& letter, const FieldStyle& style) {
    const int value = letter.dues_paid_through.month();
    return value != 0 && style.capital_numerals ? capital_month(value, style.numerals) : number(value);
}
std::string valid_days(const Letter& letter, const FieldStyle& style) {
    const std::int64_t value = letter.valid_days;
    const bool writable = value >= 1 && value <= 999;
    return writable && style.capital_numerals ? capital_days(value, style.numerals) : number(value);
}
std::string persons(const Letter& letter, const FieldStyle& /*style*/) { return number(letter.persons); }
std::string age(const Letter& letter, const FieldStyle& /*style*/) { return number(letter.age); }

constexpr LetterVariable kVariables[] = {
    {"addressee", "addressee", same<&Letter::addressee>},
    {"age", "age", age},
    {"committee_address", "committee_address", same<&Letter::committee_address>},
    {"committee_fax", "committee_fax", same<&Letter::committee_fax>},
    {"committee_phone", "committee_phone", same<&Letter::committee_phone>},
    {"committee_postcode", "committee_postcode", same<&Letter::committee_postcode>},
    {"dues_month", "dues_paid_through", dues_month},
    {"dues_year", "dues_paid_through", dues_year},
    {"ethnic", "ethnic", ethnic},
    {"from_unit", "from_unit", same<&Letter::from_unit>},
    {"id_no", "id_no", same<&Letter::id_no>},
    {"issued_day", "issued_on", day<&Letter::issued_on>},
    {"issued_month", "issued_on", month<&Letter::issued_on>},
    {"issued_year", "issued_on", year<&Letter::issued_on>},
    {"issuer_name", "issuer_name", same<&Letter::issuer_name>},
    {"member_contact", "member_contact", same<&Letter::member_contact>},
    {"name", "name", same<&Letter::name>},
    {"no", "no", number_on_form},
    {"persons", "persons", persons},
    {"receipt_day", "receipt_on", day<&Letter::receipt_on>},
    {"receipt_handler", "receipt_handler", same<&Letter::receipt_handler>},
    {"receipt_month", "receipt_on", month<&Letter::receipt_on>},
    {"receipt_phone", "receipt_phone", same<&Letter::receipt_phone>},
    {"receipt_year", "receipt_on", year<&Letter::receipt_on>},
    {"sex", "sex", title<&Letter::sex>},
    {"stage", "stage", stage},
    {"to_unit", "to_unit", same<&Letter::to_unit>},
    {"valid_days", "valid_days", valid_days},
};

} // namespace

std::span<const LetterVariable> letter_variables() { return kVariables; }

std::set<std::string, std::less<>> variables_of(const std::set<std::string, std::less<>>& fields) {
    std::set<std::string, std::less<>> ids;
    for (const LetterVariable& variable : kVariables) {
        if (fields.contains(variable.field)) {
            ids.insert(std::string(variable.id));
        }
    }
    return ids;
}

std::map<std::string, std::string, std::less<>> values_of(const Letter& letter, const FieldStyle& style) {
    std::map<std::string, std::string, std::less<>> values;
    for (const LetterVariable& variable : kVariables) {
        values.emplace(variable.id, variable.value(letter, style));
    }
    return values;
}

bool is_filled(const Letter& letter, std::string_view field) {
    bool known = false;
    bool filled = true;
    for (const LetterVariable& variable : kVariables) {
        if (variable.field == field) {
            known = true;
            filled = filled && !trimmed(variable.value(letter, {})).empty();
        }
    }
    ensure(known, "a field that templates can use");
    return filled;
}

} // namespace jiezhuan
