// Blanks as they are counted by hand, beside what the ledger has of them.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_stock.hpp"

namespace jiezhuan {
namespace {

std::string subject_of(const Stock& stock) {
    return fmt::format("{} {}–{}", stock.id.text(), printed_number(stock, stock.first),
                       printed_number(stock, stock.last));
}

Message see_packs() { return Text{"查看：jiezhuan letter stock", "see: jiezhuan letter stock"}; }

Result<Stock> pack_called(Reading& ledger, const std::string& words) {
    JZ_TRY(packs, ledger.stocks({}));
    if (words.empty() && packs.size() > 1) {
        return fail(
            Exit::usage,
            Text{"有几批空白介绍信，没有说明清点的是哪一批", "there are several packs: which was counted?"},
            Text{"用 --pack 写编号（S12）或其中一个号码", "say it with --pack: its id (S12) or a number in it"});
    }
    const std::string number = plain_number(words);
    for (Stock& pack : packs) {
        if (words.empty() || pack.id.text() == trimmed(words) || place_in(pack, number)) {
            return std::move(pack);
        }
    }
    return fail(Exit::not_found,
                words.empty() ? Message(Text{"没有登记空白介绍信", "no pack of blank letters was recorded"})
                              : say({"没有“{}”这批空白介绍信", "there is no pack '{}'"}, printable(words)),
                words.empty() ? Message(Text{"登记领取的：jiezhuan letter stock --receive --from 起号 --to 止号",
                                             "record one: jiezhuan letter stock --receive --from FIRST --to LAST"})
                              : see_packs());
}

// As many as were blank at the end of a day: a number is taken by a letter, or was spoiled or lost unused.
Result<std::int64_t> blank_on(Reading& ledger, const Stock& stock, Date day) {
    JZ_TRY(letters, letters_of(ledger, stock));
    std::int64_t blank = stock.last - stock.first + 1;
    for (const Letter& letter : letters) {
        const Date taken = letter.issued_on.empty() ? letter.state_on : letter.issued_on;
        blank -= place_in(stock, letter.no) && taken <= day ? 1 : 0;
    }
    return blank;
}

std::optional<Outcome> cannot_be(const Stock& stock, std::int64_t counted, Date on) {
    const std::int64_t received = stock.last - stock.first + 1;
    if (counted > received) {
        return refusal(subject_of(stock),
                       say({"清点 {} 份，这一批只领取了 {} 份", "{} were counted, of a pack of {}"}, counted, received),
                       Text{"核对份数；别的批次分开清点", "check the count; other packs are counted on their own"});
    }
    if (on < stock.received_on || on < stock.counted_on) {
        const bool early = on < stock.received_on;
        return refusal(subject_of(stock),
                       early ? say({"清点日期 {} 早于领取日期 {}", "counted {}, before the pack came on {}"}, on.text(),
                                   stock.received_on.text())
                             : say({"清点日期 {} 早于上次清点 {}", "counted {}, before the last count of {}"},
                                   on.text(), stock.counted_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    return std::nullopt;
}

} // namespace

Result<Outcome> count_stock(Work& work, const CountInput& input) {
    JZ_TRY(before, pack_called(work.ledger, input.pack));
    if (auto why = cannot_be(before, input.counted, work.on)) {
        return std::move(*why);
    }
    JZ_TRY(expected, blank_on(work.ledger, before, work.on));
    Stock after = before;
    after.counted = input.counted;
    after.counted_expected = expected;
    after.counted_on = work.on;
    if (after == before) {
        return Outcome::done_already();
    }
    Event event = work.event("stock_counted");
    event.set.push_back({RecordKind::stock, before.id.value, difference(before, after)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    // What was counted is recorded as it is: that it does not add up is then said as long as it does not.
    Outcome outcome;
    outcome.findings = ask(stock_rules(), Moment::record, StockFacts{after, work.profile}, subject_of(after));
    for (Finding& finding : outcome.findings) {
        finding.severity = std::min(finding.severity, Severity::warning);
    }
    return outcome;
}

Findings stock_findings(const Profile& profile, std::span<const Stock> packs) {
    Findings findings;
    for (const Stock& stock : packs) {
        for (Finding& finding : ask(stock_rules(), Moment::review, StockFacts{stock, profile}, subject_of(stock))) {
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace jiezhuan
