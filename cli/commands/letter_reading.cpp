// letter list, show, print.
#include "cli/commands/commands.hpp"
#include "cli/commands/letter_common.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/receipts/list_receipt_page.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<LetterFilter> letter_filter(Reading& ledger, const Args& args) {
    LetterFilter filter;
    filter.state = args.code<LetterState>("--state");
    filter.direction = args.code<LetterDirection>("--direction").value_or(LetterDirection::issued_by_us);
    filter.from = args.date("--from").value_or(Date());
    filter.to = args.date("--to").value_or(Date());
    filter.overdue = args.flag("--overdue");
    filter.unarchived = args.flag("--unarchived");
    if (const auto batch = args.text("--batch"); batch) {
        JZ_TRY(id, batch_called(ledger, *batch));
        filter.batch = id;
    }
    return filter;
}

Result<Answer> list(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(filter, letter_filter(view.ledger, context.args()));
        JZ_TRY(letters, letters_matching(view.ledger, filter, view.as_of));
        Answer answer;
        answer.document.schema = "letter.list";
        answer.document.sections.push_back(letter_rows(letters, view.as_of));
        return answer;
    });
}

Result<Answer> show(Context& context) {
    return look_at_private(context, [&](View& view, std::vector<MemberId>& members) -> Result<Answer> {
        JZ_TRY(letter, find_letter(view.ledger, context.args().required("letter")));
        if (letter.member) {
            members.push_back(letter.member);
        }
        JZ_TRY(document,
               letter_document(view.ledger, view.organisations, view.profile, letter, view.as_of, context.reveal()));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

LetterDirection direction_of(LetterPaper paper) {
    return paper == LetterPaper::receipt ? LetterDirection::incoming : LetterDirection::issued_by_us;
}

tl::unexpected<Error> nothing_to_print(const Batch& batch, LetterPaper paper) {
    const std::string id = batch.id.text();
    if (paper == LetterPaper::receipt) {
        return fail(Exit::refused, say({"{} 还没有开出的回执", "no receipts were issued for {}"}, id),
                    say({"先开：jiezhuan receipt issue --batch {} --print 回执.html",
                         "issue them: jiezhuan receipt issue --batch {} --print FILE"},
                        id));
    }
    if (batch.kind == TransferKind::out) {
        return fail(Exit::refused, say({"{} 还没有开出的介绍信", "no letters were issued for {}"}, id),
                    say({"先开：jiezhuan letter issue --batch {} --print 介绍信.html",
                         "issue them: jiezhuan letter issue --batch {} --print FILE"},
                        id));
    }
    return fail(
        Exit::refused,
        say({"{} 里没有本单位开具的介绍信，没有可打印的", "{} has no letters of ours: there is nothing to print"}, id),
        say({"打印回执：jiezhuan letter print --batch {} --paper receipt --output 回执.html",
             "our receipts: jiezhuan letter print --batch {} --paper receipt --output FILE"},
            id));
}

struct ToPrint {
    std::vector<Letter> letters;
    Findings left_out; // of a batch: what was written once and is not in force any more
};

// Those of a batch that can be printed.
Result<ToPrint> batch_to_print(Context& context, Reading& ledger, const std::string& words, LetterPaper paper) {
    LetterFilter filter;
    JZ_TRY(id, batch_called(ledger, words));
    JZ_TRY(batch, find_batch(ledger, id));
    filter.batch = id;
    filter.direction = direction_of(paper);
    JZ_TRY(of_batch, letters_matching(ledger, filter, context.as_of()));
    ToPrint found;
    for (Letter& letter : of_batch) {
        if (paper == LetterPaper::receipt && letter.receipt_issued_on.empty()) {
            continue;
        }
        if (auto may = may_be_printed(ledger, letter, paper); may) {
            found.letters.push_back(std::move(letter));
        } else if (may.error().code == Exit::refused) {
            found.left_out.push_back(state_finding(subject_of(letter), may.error().message, may.error().hint));
            found.left_out.back().severity = Severity::info;
        } else {
            return fail(std::move(may.error()));
        }
    }
    return found.letters.empty() ? Result<ToPrint>(nothing_to_print(batch, paper)) : Result<ToPrint>(std::move(found));
}

// The letters that are named, or those of a batch.
Result<ToPrint> letters_to_print(Context& context, Reading& ledger, LetterPaper paper) {
    const Args& args = context.args();
    ToPrint named;
    for (const std::string& words : args.texts("letter")) {
        JZ_TRY(letter, find_letter(ledger, words, direction_of(paper)));
        named.letters.push_back(std::move(letter));
    }
    const auto batch = args.text("--batch");
    if (named.letters.empty() != batch.has_value()) {
        return fail(Exit::usage, Text{"写介绍信编号，或用 --batch 选一批", "name letters, or a batch with --batch"});
    }
    return batch ? batch_to_print(context, ledger, *batch, paper) : Result<ToPrint>(std::move(named));
}

Result<Answer> print(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        const Args& args = context.args();
        const LetterPaper paper =
            args.text_or("--paper", "letter") == "receipt" ? LetterPaper::receipt : LetterPaper::three_parts;
        auto format = Result<LetterFormat>(args.text("--as") == "html" ? LetterFormat::html : LetterFormat::text);
        const std::string form = args.text_or("--format", context.settings().format.value_or("table"));
        if (!args.given("--as") && form == "table") {
            format = format_of_file(args.text_or("--output", ""));
            JZ_CHECK(format);
        }
        JZ_TRY(found, letters_to_print(context, view.ledger, paper));
        std::vector<LetterId> ids;
        for (const Letter& letter : found.letters) {
            ids.push_back(letter.id);
        }
        Answer answer;
        answer.document.schema = "letter.print";
        answer.document.sections.push_back(letter_rows(found.letters, view.as_of));
        answer.document.findings = std::move(found.left_out);
        JZ_TRY(pages, letter_pages(view.ledger, ids, paper, *format));
        answer.text = std::move(pages);
        JZ_TRY(said, paper == LetterPaper::receipt ? receipts_that_changed(view.ledger, found.letters)
                                                   : about_samples(view.ledger, ids));
        answer.document.findings.insert(answer.document.findings.end(), said.begin(), said.end());
        return answer;
    });
}

constexpr std::array kList = {
    OptionRow{"--state", OptionType::code, {"状态", "state"}, false, false, code_table<LetterState>},
    OptionRow{"--direction",
              OptionType::code,
              {"默认本单位开具的", "default those of ours"},
              false,
              false,
              code_table<LetterDirection>},
    OptionRow{"--from", OptionType::date, {"开具日期从", "issued from"}},
    OptionRow{"--to", OptionType::date, {"开具日期到", "issued until"}},
    OptionRow{
        "--overdue", OptionType::flag, {"只看过期而没有回执的", "only those past their validity, with no receipt"}},
    OptionRow{
        "--unarchived", OptionType::flag, {"只看已了结而没有归档的", "only those that are over and not archived"}},
    OptionRow{"--batch", OptionType::text, {"批次", "batch"}, false, false, nullptr, "B…"},
};
constexpr std::array kShow = {OptionRow{"letter",
                                        OptionType::text,
                                        {"介绍信的编号，或 L88", "the letter: its number, or L88"},
                                        true,
                                        false,
                                        nullptr,
                                        "L…"}};
constexpr std::array kPrint = {
    OptionRow{"letter",
              OptionType::text,
              {"介绍信的编号，或 L88", "letters: their numbers, or L88"},
              false,
              true,
              nullptr,
              "L…"},
    OptionRow{"--batch", OptionType::text, {"该批次的全部", "all of a batch"}, false, false, nullptr, "B…"},
    OptionRow{"--as",
              OptionType::code,
              {"格式，默认按 --output 的后缀", "form; default by the suffix of --output"},
              false,
              false,
              letter_formats},
    OptionRow{"--paper",
              OptionType::code,
              {"打印介绍信，或我方寄出的回执联", "the letter, or our receipt for one that came in"},
              false,
              false,
              letter_papers},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan letter list --overdue", {"过期而没有回执的", "past their validity, no receipt"}},
    Example{"jiezhuan letter list --from 2026-01-01 --to 2026-12-31 --format csv --output 存根.csv",
            {"全年的存根", "a year's stubs"}}};
constexpr std::array kShowExamples = {
    Example{"jiezhuan letter show 20260012", {"一份介绍信的全过程", "the life of one letter"}},
    Example{"jiezhuan letter show L88 --format json", {"供脚本读取", "for a script"}}};
constexpr std::array kPrintExamples = {
    Example{"jiezhuan letter print 20260012 --output 介绍信.html", {"再打印一份", "print it again"}},
    Example{"jiezhuan letter print --batch B7 --paper receipt --output 回执.html",
            {"一批的回执打印在一起", "the receipts of a batch in one file"}}};
const std::array kRows = {
    CommandRow{"letter", "print", {"再打印", "print again"}, Access::reads, kPrint, kPrintExamples, print},
    CommandRow{"letter", "list", {"列出介绍信", "list letters"}, Access::reads, kList, kListExamples, list},
    CommandRow{"letter", "show", {"查看介绍信", "show a letter"}, Access::reads, kShow, kShowExamples, show},
};

} // namespace

CommandTable letter_reading_commands() { return kRows; }

} // namespace jiezhuan::cli
