// letter issue, reissue, void, deliver: what is done with letters of ours. Looking at them is in letter_reading.cpp.
#include "cli/commands/commands.hpp"
#include "cli/commands/letter_common.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_stock.hpp"
#include "jiezhuan/service/letters/letters.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

// Which transfers get a letter: those named; or of a filter those that wait for one (none on hold), or have it already.
Result<std::vector<TransferId>> transfers_for_letters(Context& context, Work& work) {
    JZ_TRY(filter, filter_of(context, work, Action::send));
    const bool named = !filter.ids.empty();
    if (!named && filter.kinds.empty()) {
        filter.kinds = {TransferKind::out, TransferKind::between, TransferKind::temporary};
    }
    if (!named && filter.states.empty()) {
        filter.states = {TransferState::approved, TransferState::sent};
    }
    JZ_TRY(transfers, select_transfers(work.ledger, work.organisations, filter));
    std::vector<TransferId> ids;
    for (const Transfer& transfer : transfers) {
        const bool sent_without = transfer.state == TransferState::sent && !transfer.letter;
        const bool has_letter = transfer.channel != Channel::online && transfer.voucher != Voucher::activity_card;
        if (named || (has_letter && !sent_without && !transfer.held())) {
            ids.push_back(transfer.id);
        }
    }
    return ids;
}

IssueInput issue_input(const Args& args) {
    IssueInput input;
    input.valid_days = args.number("--valid-days").value_or(0);
    input.number = args.text_or("--number", "");
    input.member_contact = args.text_or("--contact", "");
    return input;
}

Result<void> prepare_pages(Context& context, Work& work, const std::vector<LetterId>& letters, PrintedPages& pages) {
    const auto file = context.args().text("--print");
    if (!file || letters.empty()) {
        return {};
    }
    JZ_TRY(format, format_of_file(*file));
    JZ_TRY(printed, letter_pages(work.ledger, letters, LetterPaper::three_parts, format));
    return pages.prepare(*file, std::move(printed));
}

Result<RowSet> rows_of(Reading& ledger, const std::vector<LetterId>& ids, Date as_of) {
    std::vector<Letter> letters;
    for (const LetterId id : ids) {
        JZ_TRY(letter, ledger.letter(id));
        ensure(letter.has_value(), "a letter that was just issued");
        letters.push_back(std::move(*letter));
    }
    return letter_rows(letters, as_of);
}

// The answer of issuing: the letters, where they were printed, and what to do next.
Result<void> add_letters(Context& context, Work& work, const std::vector<LetterId>& letters, PrintedPages& pages,
                         Answer& answer) {
    if (letters.empty()) {
        return {};
    }
    JZ_CHECK(prepare_pages(context, work, letters, pages));
    JZ_TRY(rows, rows_of(work.ledger, letters, work.today()));
    answer.document.sections.push_back(std::move(rows));
    if (pages.prepared()) {
        JZ_TRY(samples, about_samples(work.ledger, letters));
        answer.document.findings.insert(answer.document.findings.end(), samples.begin(), samples.end());
    } else {
        const std::string command = print_command(LetterPaper::three_parts, letters);
        answer.document.next.push_back(say({"{} --output 介绍信.html  # 打印", "{} --output FILE  # print"}, command));
    }
    if (letters.size() == 1) {
        answer.document.next.push_back(
            say({"jiezhuan letter deliver {}  # 登记领取", "jiezhuan letter deliver {}  # who collected it"},
                letters.front().text()));
    }
    return {};
}

// Runs an act, then writes the pages that belong to it.
Result<Answer> act_and_print(Context& context,
                             const std::function<Result<Answer>(Work&, std::vector<LetterId>&, PrintedPages&)>& run) {
    JZ_CHECK(PrintedPages::check(context.args().text("--print")));
    std::vector<LetterId> letters;
    PrintedPages pages;
    JZ_TRY(answer, act(context, [&](Work& work) { return run(work, letters, pages); }));
    if (!context.dry_run()) {
        pages.write(print_command(LetterPaper::three_parts, letters), answer);
    }
    return std::move(answer);
}

// The batch that is named, where it is a whole organisation: its letters have lists.
Result<std::optional<Batch>> whole_named(Context& context, Work& work) {
    const auto words = context.args().text("--batch");
    if (!words) {
        return std::optional<Batch>();
    }
    JZ_TRY(id, batch_called(work.ledger, *words));
    JZ_TRY(batch, find_batch(work.ledger, id));
    return batch.whole == Flag::yes ? std::optional(std::move(batch)) : std::optional<Batch>();
}

Result<Answer> issue_lists(Context& context, Work& work, const Batch& batch, std::vector<LetterId>& letters,
                           PrintedPages& pages) {
    const IssueInput input = issue_input(context.args());
    if (!input.number.empty()) {
        return fail(Exit::usage, Text{"--number 只能用于一份介绍信", "--number is for one letter"},
                    Text{"整建制的介绍信按顺序编号", "letters of a whole organisation get the next numbers"});
    }
    JZ_TRY(issued, issue_list_letters(work, batch, input));
    letters = std::move(issued.letters);
    Tally tally;
    tally.add(std::move(issued.outcome));
    tally.done = tally.done == 0 ? 0 : letters.size();
    Answer answer = answer_of("letter.issue", std::move(tally), false, {"开具介绍信", "letters issued"});
    JZ_CHECK(add_letters(context, work, letters, pages, answer));
    return answer;
}

Result<Answer> issue(Context& context) {
    return act_and_print(
        context, [&](Work& work, std::vector<LetterId>& letters, PrintedPages& pages) -> Result<Answer> {
            JZ_TRY(whole, whole_named(context, work));
            if (whole) {
                return issue_lists(context, work, *whole, letters, pages);
            }
            JZ_TRY(transfers, transfers_for_letters(context, work));
            const IssueInput input = issue_input(context.args());
            if (!input.number.empty() && transfers.size() > 1) {
                return fail(Exit::usage, Text{"--number 只能用于一份介绍信", "--number is for one letter"});
            }
            const bool partial = context.args().flag("--allow-partial");
            Tally tally;
            for (const TransferId transfer : transfers) {
                JZ_TRY(issued, issue_letter(work, transfer, input));
                if (!issued.outcome.refused) {
                    letters.push_back(issued.letter);
                }
                tally.add(std::move(issued.outcome));
            }
            const bool stands = tally.stands(partial);
            Answer answer = answer_of("letter.issue", std::move(tally), partial, {"开具介绍信", "letters issued"});
            if (!stands) {
                letters.clear();
            }
            JZ_CHECK(add_letters(context, work, letters, pages, answer));
            return answer;
        });
}

Result<Answer> reissue(Context& context) {
    return act_and_print(
        context, [&](Work& work, std::vector<LetterId>& letters, PrintedPages& pages) -> Result<Answer> {
            const Args& args = context.args();
            JZ_TRY(old, find_letter(work.ledger, args.required("letter"), LetterDirection::issued_by_us));
            const ReissueInput input{args.text_or("--reason", ""), args.date("--notified").value_or(Date()),
                                     issue_input(args)};
            JZ_TRY(issued, reissue_letter(work, old.id, input));
            const bool refused = issued.outcome.refused;
            const bool only_told = old.state == LetterState::replaced && !refused && !issued.outcome.already;
            Answer answer = answer_of(
                "letter.reissue", std::move(issued.outcome),
                only_told ? say({"介绍信 {} 已登记通知接收单位的日期",
                                 "the day the receiver was told of letter {} is recorded"},
                                old.no)
                          : say({"介绍信 {} 已补开为 {}", "letter {} was replaced by {}"}, old.no, issued.no));
            if (only_told && !args.given("--print")) {
                return answer;
            }
            if (!refused) {
                letters.push_back(issued.letter);
            }
            JZ_CHECK(add_letters(context, work, letters, pages, answer));
            return answer;
        });
}

// A letter of ours by id or number, or a blank of the stock by its number.
Result<Outcome> void_named(Work& work, const std::string& words, const Result<Letter>& letter, const VoidInput& input) {
    if (letter) {
        return void_letter(work, letter->id, input);
    }
    const Exit code = letter.error().code;
    if (parse_id(trimmed(words)) || (code != Exit::not_found && code != Exit::refused)) {
        return fail(letter.error());
    }
    auto blank = void_blank(work, words, input);
    return !blank && blank.error().code == Exit::not_found && code == Exit::refused ? fail(letter.error())
                                                                                    : std::move(blank);
}

// Of one that the other way settled, or that is over, no letter follows: what to do then. Nothing where one may.
Result<std::optional<std::vector<Message>>> next_without_letter(Work& work, const Letter& letter) {
    std::optional<std::vector<Message>> commands;
    if (has_list(letter) || !letter.transfer) {
        return commands;
    }
    JZ_TRY(transfer, work.ledger.transfer(letter.transfer));
    const bool may_follow = !transfer || transfer->received_on.empty();
    if (!may_follow) {
        commands = next_commands(work.organisations, *transfer, std::nullopt);
    }
    return commands;
}

Result<Answer> void_(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const Args& args = context.args();
        const std::string words = args.required("letter");
        const VoidInput input{args.text_or("--reason", ""), args.flag("--lost"),
                              args.date("--notified").value_or(Date())};
        const auto letter = find_letter(work.ledger, words, LetterDirection::issued_by_us);
        JZ_TRY(outcome, void_named(work, words, letter, input));
        const bool done = !outcome.refused && !outcome.already;
        const std::string no = letter ? letter->no : words;
        JZ_TRY(ended, letter ? work.ledger.letter(letter->id) : Result<std::optional<Letter>>(std::optional<Letter>()));
        const bool still_used = ended && ended->state == LetterState::used;
        const bool known_lost = letter && letter->state == LetterState::lost;
        Answer answer = answer_of("letter.void", std::move(outcome),
                                  known_lost ? say({"介绍信 {} 已登记通知接收单位的日期",
                                                    "the day the receiver was told of letter {} is recorded"},
                                                   no)
                                  : still_used ? say({"介绍信 {} 已使用：有人凭它接收；其余的回到已批准",
                                                      "letter {} is used: some were received by it; the others are "
                                                      "approved again"},
                                                     no)
                                  : input.lost ? say({"介绍信 {} 登记为遗失", "letter {} is recorded as lost"}, no)
                                               : say({"介绍信 {} 已作废", "letter {} is void"}, no));
        if (!done || !letter) {
            return answer;
        }
        if (input.lost && input.receiver_notified_on.empty()) {
            answer.document.next.push_back(
                say({"通知接收单位后登记：同一命令加 --notified 日期",
                     "tell the receiver, then record it: the same command with --notified DATE"}));
        }
        JZ_TRY(without, next_without_letter(work, *letter));
        if (without) {
            answer.document.next.insert(answer.document.next.end(), without->begin(), without->end());
            return answer;
        }
        const std::string transfer = letter->transfer.text();
        answer.document.next.push_back(
            say({"jiezhuan letter issue {}  # 重新开具", "jiezhuan letter issue {}  # issue anew"},
                has_list(*letter) ? "--batch " + letter->batch.text() : transfer));
        if (has_list(*letter)) {
            return answer;
        }
        answer.document.next.push_back(say({"jiezhuan transfer withdraw {} --reason 原因  # 不再转出的",
                                            "jiezhuan transfer withdraw {} --reason REASON  # no longer to be sent"},
                                           transfer));
        return answer;
    });
}

Result<Answer> deliver(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const Args& args = context.args();
        JZ_TRY(letter, find_letter(work.ledger, args.required("letter"), LetterDirection::issued_by_us));
        const DeliverInput input{args.text_or("--to", ""), args.text_or("--how", "")};
        JZ_TRY(outcome, deliver_letter(work, letter.id, input));
        const std::string to = input.to.empty() ? letter.name : input.to;
        return answer_of("letter.deliver", std::move(outcome),
                         say({"介绍信 {} 由 {} 领取", "letter {} was collected by {}"}, letter.no, to));
    });
}

constexpr OptionRow kLetter = {
    "letter", OptionType::text, {"介绍信的编号，或 L88", "the letter: its number, or L88"}, true, false, nullptr, "L…"};
constexpr OptionRow kReason = {"--reason", OptionType::text, {"原因", "why"}, true};
constexpr OptionRow kNotified = {
    "--notified", OptionType::date, {"通知接收单位的日期", "the day the receiver was told"}};
constexpr OptionRow kPrint = {
    "--print",
    OptionType::file,
    {"同时打印到文件（.html 或 .txt），不覆盖", "print to a file (.html or .txt), never over another"},
    false,
    false,
    nullptr,
    "FILE"};
constexpr OptionRow kDays = {
    "--valid-days",
    OptionType::number,
    {"有效期（天），默认省内 30、外省 60（见规则参数）", "valid days; default 30, 60 to another province (profile)"},
    false,
    false,
    nullptr,
    {},
    kMostValidDays};
constexpr OptionRow kNumber = {
    "--number", OptionType::text, {"预印编号，默认下一份空白", "number of a pre-printed blank; default the next"}};
constexpr OptionRow kContact = {
    "--contact", OptionType::text, {"党员联系方式，默认登记的电话", "how to reach the member; default the telephone"}};

constexpr std::array kIssue = {
    OptionRow{"transfer", OptionType::text, {"转接编号，如 T12", "transfers, like T12"}, false, true, nullptr, "T…"},
    OptionRow{"--batch", OptionType::text, {"该批次的全部", "all of a batch"}, false, false, nullptr, "B…"},
    OptionRow{
        "--state", OptionType::code, {"处于该状态的全部", "all in a state"}, false, true, code_table<TransferState>},
    OptionRow{"--kind", OptionType::code, {"该类型的全部", "all of a kind"}, false, true, transfer_kinds},
    OptionRow{"--org", OptionType::text, {"该党组织及其下级的全部", "all of an organisation and those below it"}},
    kDays,
    kNumber,
    kContact,
    kPrint,
    OptionRow{"--allow-partial", OptionType::flag, {"不能办的除外，其余照办", "do those that can be done"}},
};
constexpr std::array kReissue = {kLetter, kReason, kNotified, kDays, kNumber, kContact, kPrint};
constexpr std::array kVoid = {
    kLetter, kReason, OptionRow{"--lost", OptionType::flag, {"遗失（不是写坏作废）", "it was lost, not spoiled"}},
    kNotified};
constexpr std::array kDeliver = {
    kLetter, OptionRow{"--to", OptionType::text, {"领取人，默认党员本人", "who collected it; default the member"}},
    OptionRow{"--how",
              OptionType::text,
              {"领取方式；不是本人的，写由谁指派", "how it was handed over; of somebody else, who sent them"}}};

constexpr std::array kIssueExamples = {
    Example{"jiezhuan letter issue T12 --print 介绍信.html", {"开具并打印一份", "issue and print one"}},
    Example{"jiezhuan letter issue --state approved --print 介绍信.html",
            {"全部已批准的一次开出", "all that are approved"}}};
constexpr std::array kReissueExamples = {
    Example{"jiezhuan letter reissue 20260012 --reason 过期未用 --notified 2026-11-20 --print 补开.html",
            {"过期后补开", "after it expired"}},
    Example{"jiezhuan letter reissue L88 --reason 遗失 --notified 2026-11-20", {"遗失后补开", "after it was lost"}}};
constexpr std::array kVoidExamples = {
    Example{"jiezhuan letter void 20260012 --reason 去向有误", {"作废", "a spoiled letter"}},
    Example{"jiezhuan letter void 20260012 --lost --reason 途中遗失 --notified 2026-11-20",
            {"遗失，已通知接收单位", "lost, and the receiver was told"}}};
constexpr std::array kDeliverExamples = {
    Example{"jiezhuan letter deliver 20260012", {"本人领取", "the member collected it"}},
    Example{"jiezhuan letter deliver 20260012 --to 王芳 --how 党支部派人领取",
            {"党组织派人领取", "somebody sent by the branch"}}};

const std::array kRows = {
    CommandRow{"letter", "issue", {"开具介绍信", "issue letters"}, Access::writes, kIssue, kIssueExamples, issue},
    CommandRow{
        "letter", "reissue", {"补开介绍信", "replace a letter"}, Access::writes, kReissue, kReissueExamples, reissue},
    CommandRow{"letter", "void", {"作废或遗失", "void, or lost"}, Access::writes, kVoid, kVoidExamples, void_},
    CommandRow{
        "letter", "deliver", {"登记领取", "who collected it"}, Access::writes, kDeliver, kDeliverExamples, deliver},
};

} // namespace

CommandTable letter_commands() { return kRows; }

} // namespace jiezhuan::cli
