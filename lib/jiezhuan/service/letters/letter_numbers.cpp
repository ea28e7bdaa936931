#include "jiezhuan/service/letters/letter_numbers.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/letters/number_pattern.hpp"
#include "jiezhuan/service/letters/letter_stock.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// The unit of a number is the issuer's own level of its code: 003 of 001003.
std::int64_t unit_of(const Organisation& issuer) {
    constexpr std::size_t kLevel = 3;
    const std::string_view code(issuer.code);
    if (code.empty() || !all_ascii_digits(code)) {
        return 0;
    }
    std::int64_t unit = 0;
    for (const char digit : code.substr(code.size() - std::min(code.size(), kLevel))) {
        unit = unit * 10 + (digit - '0');
    }
    return unit;
}

const std::string& pattern_of(const Profile& profile, LetterKind kind) {
    return kind == LetterKind::certificate ? profile.certificate_number_pattern : profile.number_pattern;
}

Result<std::variant<TakenNumber, Outcome>> from_stock(Work& work, const Organisation& issuer, LetterKind kind,
                                                      const std::string& wanted) {
    JZ_TRY(search, find_blank(work.ledger, issuer.id, kind, wanted));
    if (search.blank) {
        const std::int64_t year = search.blank->stock.year;
        return TakenNumber{search.blank->no, year, serial_of(work.profile, kind, year, search.blank->no),
                           NumberSource::preprinted};
    }
    const Text blank =
        kind == LetterKind::certificate ? Text{"空白证明信", "blank certificate"} : Text{"空白介绍信", "blank letter"};
    const Message receive = say({"领到后登记：jiezhuan letter stock --receive{} --issuer {} --from 起号 --to 止号",
                                 "record a pack: jiezhuan letter stock --receive{} --issuer {} --from FIRST --to LAST"},
                                kind == LetterKind::certificate ? " --kind certificate" : "", issuer.id.text());
    if (wanted.empty()) {
        return refusal(
            "",
            search.known ? say({"“{}”领取的{}已经用完", "no {1} of '{0}' is left"}, issuer.name, blank)
                         : say({"没有登记“{}”领取的{}", "no pack of a {1} of '{0}' was recorded"}, issuer.name, blank),
            receive);
    }
    JZ_TRY(same, work.ledger.letters(Query().equal("no", wanted)));
    const auto taken = std::find_if(same.begin(), same.end(), [&](const Letter& letter) {
        return issued_here(letter) && letter.issuer == issuer.id && letter.kind == kind;
    });
    if (search.known || taken != same.end()) {
        return refusal("", say({"编号 {} 已经用过", "the number {} was used before"}, printable(wanted)),
                       taken == same.end()
                           ? Message(Text{"查看：jiezhuan letter stock", "see: jiezhuan letter stock"})
                           : say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, taken->id.text()));
    }
    return refusal("",
                   say({"编号 {0} 不在“{1}”领取的{2}里", "the number {0} is in no pack of a {2} of '{1}'"},
                       printable(wanted), issuer.name, blank),
                   receive);
}

bool in_a_pack(const std::vector<Stock>& packs, OrgId issuer, LetterKind kind, std::string_view number) {
    return std::any_of(packs.begin(), packs.end(), [&](const Stock& pack) {
        return pack.issuer == issuer && pack.kind == kind && place_in(pack, number);
    });
}

// The next of its own numbers, which is none of a pack: that one is printed on a blank.
Result<std::variant<TakenNumber, Outcome>> from_pattern(Work& work, const Organisation& issuer, LetterKind kind) {
    JZ_TRY(pattern, NumberPattern::parse(pattern_of(work.profile, kind)));
    const int year = work.on.year();
    JZ_TRY(last, work.ledger.last_serial(issuer.id, kind, year, NumberSource::pattern));
    JZ_TRY(packs, work.ledger.stocks({}));
    for (std::int64_t serial = last + 1;; ++serial) {
        const auto number = pattern.format(year, unit_of(issuer), serial);
        if (!number) {
            return refusal("", number.error().message,
                           say({"改参数里的 {}", "change {} in the profile"},
                               kind == LetterKind::certificate ? "certificate_number_pattern" : "number_pattern"));
        }
        if (!in_a_pack(packs, issuer.id, kind, *number)) {
            return TakenNumber{*number, year, serial, NumberSource::pattern};
        }
    }
}

Finding note_of(const Letter& letter, Message message, Message fix) {
    return {std::string(kStateRule), Severity::warning, letter.transfer.text() + " " + letter.name, {},
            std::move(message),      std::move(fix)};
}

Result<std::optional<Finding>> blanks_left_unused(Work& work, const Letter& letter) {
    if (letter.number_source != NumberSource::pattern) {
        return std::optional<Finding>();
    }
    JZ_TRY(search, find_blank(work.ledger, letter.issuer, letter.kind, ""));
    if (!search.blank) {
        return std::optional<Finding>();
    }
    return std::optional(note_of(
        letter,
        say({"按参数 number_source 自行编号，没有用领取的空白介绍信（下一份 {}）",
             "numbered by the pattern, as number_source of the profile says; the blanks were not used (next: {})"},
            search.blank->no),
        say({"用空白介绍信的：letter issue 时写 --number {}；{}", "to use the blanks: --number {} of letter issue; {}"},
            search.blank->no, always_blanks())));
}

// Who looks through the stubs finds the days out of order.
Result<std::optional<Finding>> dated_before_earlier(Work& work, const Letter& letter) {
    if (letter.serial == 0 || letter.issued_on >= work.today()) { // no letter is of a day to come
        return std::optional<Finding>();
    }
    JZ_TRY(later, work.ledger.letters(Query()
                                          .equal("issuer", letter.issuer.text())
                                          .equal("kind", std::string(code_id(letter.kind)))
                                          .equal("year", std::to_string(letter.year))
                                          .less("serial", std::to_string(letter.serial))
                                          .at_least("issued_on", letter.issued_on.plus_days(1).text())
                                          .not_equal("direction", std::string(code_id(LetterDirection::incoming)))
                                          .order("serial", true)
                                          .at_most(1)));
    if (later.empty()) {
        return std::optional<Finding>();
    }
    return std::optional(note_of(
        letter,
        say({"编号 {} 在 {} 之后，日期 {} 却早于它的 {}",
             "the number {} follows {}, its date {} is before that of the other, {}"},
            letter.no, later.front().no, letter.issued_on.text(), later.front().issued_on.text()),
        Text{"补记以前开的，在存根上注明；日期写错的，作废后重开",
             "where it was issued then and is recorded now, note it on the stub; where the date is wrong, void it"}));
}

} // namespace

std::string plain_number(std::string_view typed) {
    constexpr std::string_view kBefore = "第";
    constexpr std::string_view kAfter = "号";
    std::string narrow = narrowed(typed);
    std::string_view number = trimmed(narrow);
    if (number.starts_with(kBefore) && number.ends_with(kAfter)) {
        number.remove_prefix(kBefore.size());
        number.remove_suffix(kAfter.size());
    }
    return std::string(trimmed(number));
}

std::int64_t serial_of(const Profile& profile, LetterKind kind, std::int64_t year, const std::string& number) {
    const auto pattern = NumberPattern::parse(pattern_of(profile, kind));
    const auto read = pattern ? pattern->match(number) : std::nullopt;
    return read && (read->year == 0 || read->year == year) ? read->seq : 0;
}

Result<Findings> notes_on_number(Work& work, const Letter& letter) {
    Findings notes;
    for (const auto note : {blanks_left_unused, dated_before_earlier}) {
        JZ_TRY(found, note(work, letter));
        if (found) {
            notes.push_back(std::move(*found));
        }
    }
    return notes;
}

Result<std::variant<TakenNumber, Outcome>> take_number(Work& work, const Organisation& issuer, LetterKind kind,
                                                       const std::string& wanted) {
    if (work.profile.number_source == NumberSource::preprinted || !wanted.empty()) {
        return from_stock(work, issuer, kind, plain_number(wanted));
    }
    return from_pattern(work, issuer, kind);
}

} // namespace jiezhuan
