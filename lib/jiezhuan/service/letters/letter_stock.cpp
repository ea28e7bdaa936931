#include "jiezhuan/service/letters/letter_stock.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/organisations/org_contents.hpp"

#include <algorithm>
#include <set>

namespace jiezhuan {
namespace {

constexpr std::int64_t kLargestPack = 100'000;
constexpr std::size_t kMostDigits = 15;

// "京2026-0001": what stands before the last run of digits, and that run.
struct Split {
    std::string prefix;
    std::string digits;
};
Split split_number(std::string_view number) {
    std::size_t at = number.size();
    while (at > 0 && number[at - 1] >= '0' && number[at - 1] <= '9') {
        --at;
    }
    return {std::string(number.substr(0, at)), std::string(number.substr(at))};
}

std::int64_t value_of(std::string_view digits) {
    std::int64_t value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return value;
}

Result<Stock> pack_of(const StockInput& input) {
    const std::string first_no = plain_number(input.first);
    const std::string last_no = plain_number(input.last);
    const Split first = split_number(first_no);
    const Split last = split_number(last_no);
    const bool numbers = !first.digits.empty() && first.digits.size() <= kMostDigits &&
                         first.digits.size() == last.digits.size() && first.prefix == last.prefix;
    if (!numbers || first_unprintable(first_no)) {
        return fail(Exit::usage,
                    say({"“{}”到“{}”不是一段编号", "'{}' to '{}' is no range of numbers"}, printable(input.first),
                        printable(input.last)),
                    Text{"起号和止号照印好的写，位数相同，例如 --from 20260001 --to 20260100",
                         "both as printed, with as many digits: --from 20260001 --to 20260100"});
    }
    Stock stock;
    stock.kind = input.kind;
    stock.prefix = first.prefix;
    stock.width = static_cast<std::int64_t>(first.digits.size());
    stock.first = value_of(first.digits);
    stock.last = value_of(last.digits);
    Message why;
    if (stock.first == 0) {
        why = say({"起号 {} 是零", "the first number, {}, is zero"}, first_no);
    } else if (stock.last < stock.first) {
        why = say({"止号 {1} 小于起号 {0}", "the last number, {1}, is below the first, {0}"}, first_no, last_no);
    } else if (stock.last - stock.first >= kLargestPack) {
        why = say({"起号 {} 到止号 {} 有 {} 份，一次最多 {} 份", "from {} to {} there are {}; at most {} at once"},
                  first_no, last_no, stock.last - stock.first + 1, kLargestPack);
    } else {
        return stock;
    }
    return fail(Exit::usage, std::move(why),
                Text{"照印好的写，例如 --from 20260001 --to 20260100；多的分几次登记",
                     "as printed, for example --from 20260001 --to 20260100; more than that in several packs"});
}

bool same_series(const Stock& a, const Stock& b) {
    return a.kind == b.kind && a.issuer == b.issuer && a.year == b.year && a.prefix == b.prefix && a.width == b.width;
}

bool same_pack(const Stock& a, const Stock& b, bool day_counts) {
    return same_series(a, b) && a.first == b.first && a.last == b.last && a.received_from == b.received_from &&
           (!day_counts || a.received_on == b.received_on);
}

std::string range_of(const Stock& stock) {
    return printed_number(stock, stock.first) + "–" + printed_number(stock, stock.last);
}

Result<std::set<std::int64_t>> gone_from(Reading& ledger, const Stock& stock) {
    JZ_TRY(letters, letters_of(ledger, stock));
    std::set<std::int64_t> gone;
    for (const Letter& letter : letters) {
        if (const auto place = place_in(stock, letter.no)) {
            gone.insert(*place);
        }
    }
    return gone;
}

std::string first_blank(const Stock& stock, const std::set<std::int64_t>& gone) {
    for (std::int64_t number = stock.first; number <= stock.last; ++number) {
        if (!gone.contains(number)) {
            return printed_number(stock, number);
        }
    }
    return {};
}

} // namespace

Result<std::vector<Letter>> letters_of(Reading& ledger, const Stock& stock) {
    return ledger.letters(Query()
                              .equal("issuer", stock.issuer.text())
                              .equal("kind", std::string(code_id(stock.kind)))
                              .equal("year", std::to_string(stock.year))
                              .one_of("direction", directions_like(LetterDirection::issued_by_us)));
}

std::string printed_number(const Stock& stock, std::int64_t number) {
    const std::string digits = std::to_string(number);
    const auto width = static_cast<std::size_t>(stock.width);
    return stock.prefix + std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::optional<std::int64_t> place_in(const Stock& stock, std::string_view number) {
    const Split split = split_number(number);
    if (split.prefix != stock.prefix || split.digits.size() != static_cast<std::size_t>(stock.width)) {
        return std::nullopt;
    }
    const std::int64_t value = value_of(split.digits);
    return value >= stock.first && value <= stock.last ? std::optional(value) : std::nullopt;
}

Result<Outcome> receive_stock(Work& work, const StockInput& input) {
    JZ_TRY(stock, pack_of(input));
    stock.issuer = input.issuer ? input.issuer : work.organisations.own().id;
    const Organisation* committee = work.organisations.basic_committee_of(stock.issuer);
    if (!work.organisations.is_ours(stock.issuer) || committee == nullptr || committee->id != stock.issuer) {
        return refusal(
            stock.issuer.text() + " " + work.organisations.label(stock.issuer),
            Text{"不是本账本有审批预备党员权限的基层党委，不开具介绍信",
                 "is no basic committee of this ledger, and issues no letters"},
            Text{"--issuer 写开具介绍信的基层党委", "--issuer names the basic committee that issues letters"});
    }
    stock.year = input.year == 0 ? work.on.year() : input.year;
    stock.received_on = work.on;
    stock.received_from = input.from;
    JZ_TRY(packs, work.ledger.stocks({}));
    for (const Stock& other : packs) {
        if (same_pack(other, stock, work.on_given)) {
            return Outcome::done_already();
        }
        if (same_series(other, stock) && stock.first <= other.last && other.first <= stock.last) {
            return refusal(other.id.text(),
                           say({"与 {} 领取的 {} 重叠", "overlaps the pack {1} received {0}"}, other.received_on.text(),
                               range_of(other)),
                           Text{"核对起止号：jiezhuan letter stock", "check the numbers: jiezhuan letter stock"});
        }
    }
    JZ_TRY(early, before_registration(work, *committee));
    if (early) {
        return std::move(*early);
    }
    Event event = work.event("stock_received");
    event.create = Creation{RecordKind::stock, to_json(stock)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return Outcome{false, false, {}, seq};
}

Message always_blanks() {
    return Text{"一律用预印的：参数文件写三行 base = \"national-2019\"、name = \"本街道\" 和 number_source = { value = "
                "\"preprinted\", source = "
                "\"本街道规定\" }，再 jiezhuan rules adopt 文件",
                "always: a file of three lines, base = \"national-2019\", name = \"ours\" and number_source = { value "
                "= \"preprinted\", source = "
                "\"our own rule\" }, then jiezhuan rules adopt FILE"};
}

std::optional<Finding> blanks_not_used(const Profile& profile, const std::vector<StockCount>& counts) {
    const bool any = std::any_of(counts.begin(), counts.end(), [](const StockCount& count) { return count.blank > 0; });
    if (!any || profile.number_source == NumberSource::preprinted) {
        return std::nullopt;
    }
    return Finding{std::string(kStateRule),
                   Severity::warning,
                   {},
                   {},
                   Text{"参数 number_source 是 pattern：letter issue 自行编号，不用这些空白介绍信",
                        "number_source of the profile is 'pattern': letter issue does not use these blanks"},
                   say({"用的时候写 --number 编号；{}", "to use one: --number; {}"}, always_blanks())};
}

Result<std::vector<StockCount>> stock_counts(Reading& ledger) {
    JZ_TRY(packs, ledger.stocks({}));
    std::vector<StockCount> counts;
    for (const Stock& stock : packs) {
        StockCount count{stock, stock.last - stock.first + 1, 0, 0, 0, 0, {}};
        std::set<std::int64_t> gone;
        JZ_TRY(letters, letters_of(ledger, stock));
        for (const Letter& letter : letters) {
            const auto place = place_in(stock, letter.no);
            if (!place) {
                continue;
            }
            gone.insert(*place);
            (letter.state == LetterState::void_  ? count.spoiled
             : letter.state == LetterState::lost ? count.lost
                                                 : count.used) += 1;
        }
        count.blank = count.received - count.used - count.spoiled - count.lost;
        count.next = first_blank(stock, gone);
        counts.push_back(std::move(count));
    }
    return counts;
}

Result<BlankSearch> find_blank(Reading& ledger, OrgId issuer, LetterKind kind, const std::string& wanted) {
    JZ_TRY(packs, ledger.stocks(Query().equal("issuer", issuer.text()).equal("kind", std::string(code_id(kind)))));
    BlankSearch search;
    for (const Stock& stock : packs) {
        const auto place = wanted.empty() ? std::optional<std::int64_t>() : place_in(stock, wanted);
        if (!wanted.empty() && !place) {
            continue;
        }
        search.known = true;
        JZ_TRY(gone, gone_from(ledger, stock));
        const std::string no = wanted.empty()          ? first_blank(stock, gone)
                               : gone.contains(*place) ? std::string()
                                                       : wanted;
        if (!no.empty()) {
            search.blank = Blank{stock, no};
            return search;
        }
    }
    return search;
}

} // namespace jiezhuan
