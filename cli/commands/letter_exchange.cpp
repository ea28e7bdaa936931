// letter exchange.
#include "cli/commands/commands.hpp"
#include "cli/commands/letter_common.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<void> add_what_came_of_it(Reading& ledger, LetterId id, Answer& answer) {
    JZ_TRY(letter, ledger.letter(id));
    JZ_CHECK(add_chain(ledger, letter, answer.document));
    JZ_TRY(in_hand, letter_in_hand(ledger, *letter));
    answer.document.next.push_back(
        say({"{}  # 收到回执后登记（用新信编号）", "{}  # when the receipt is back"}, record_receipt_command(in_hand)));
    return {};
}

Result<Answer> exchange(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const Args& args = context.args();
        JZ_TRY(letter, find_letter(work.ledger, args.required("letter")));
        const ExchangeInput input{args.required("--by"),
                                  args.required("--letter-no"),
                                  args.date("--letter-date").value_or(Date()),
                                  args.number("--valid-days").value_or(0),
                                  args.text_or("--addressee", ""),
                                  args.text_or("--reason", "")};
        JZ_TRY(outcome, exchange_letter(work, letter.id, input));
        const bool stands = !outcome.refused;
        Answer answer = answer_of("letter.exchange", std::move(outcome),
                                  say({"介绍信 {} 已由“{}”换开为 {}", "letter {} was exchanged by '{}' for {}"},
                                      letter.no, printable(input.by), printable(input.no)));
        if (stands) {
            JZ_CHECK(add_what_came_of_it(work.ledger, letter.id, answer));
        }
        return answer;
    });
}

constexpr std::array kExchange = {
    OptionRow{"letter",
              OptionType::text,
              {"交出的介绍信：编号，或 L88", "the letter that was handed in: its number, or L88"},
              true,
              false,
              nullptr,
              "L…"},
    OptionRow{"--by", OptionType::text, {"换信的组织部", "the department that exchanged it"}, true},
    OptionRow{"--letter-no", OptionType::text, {"新信编号", "number of the letter that it gave"}, true},
    OptionRow{"--letter-date",
              OptionType::date,
              {"新信开具日期，默认交出的当天", "its date; default the day on which ours was handed in"}},
    OptionRow{"--valid-days",
              OptionType::number,
              {"新信有效期（天）", "its valid days"},
              false,
              false,
              nullptr,
              {},
              kMostValidDays},
    OptionRow{"--addressee", OptionType::text, {"新信抬头", "its addressee"}},
    OptionRow{"--reason", OptionType::text, {"更正登记的原因", "why what was recorded before was wrong"}},
};
constexpr std::array kExamples = {
    Example{"jiezhuan letter exchange 20260012 --by 中共临江区委组织部 --letter-no 临组转20260117 --valid-days 60",
            {"区委组织部收下我方的信，换开一份", "the district's department took ours in and gave one of its own"}},
    Example{
        "jiezhuan letter exchange 临组转20260117 --by 中共青禾县委组织部 --letter-no 青组转20260009 --on 2026-11-20",
        {"对方县委组织部再换一次", "the department over there exchanged that, too"}}};
const std::array kRows = {
    CommandRow{"letter",
               "exchange",
               {"登记途中换信", "a department on the way exchanged a letter"},
               Access::writes,
               kExchange,
               kExamples,
               exchange},
};

} // namespace

CommandTable letter_exchange_commands() { return kRows; }

} // namespace jiezhuan::cli
