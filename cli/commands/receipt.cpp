#include "cli/commands/commands.hpp"
#include "cli/commands/letter_common.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "cli/importing.hpp"
#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/service/intake/receipt_import.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/receipts/receipt_corrections.hpp"
#include "jiezhuan/service/receipts/receipts.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> record(Context& context) {
    const Args& args = context.args();
    ReceiptInput input;
    input.no = args.required("letter");
    input.name = args.required("--name");
    input.date = args.date("--date").value();
    input.handler = args.text_or("--handler", "");
    input.phone = args.text_or("--phone", "");
    input.remarks = args.text_or("--remarks", "");
    input.reason = args.text_or("--reason", "");
    for (const std::string& words : args.texts("--except")) {
        JZ_TRY(id, transfer_id(words));
        input.except.push_back(id);
    }
    JZ_TRY(id_no, context.text_or_ask("--id", Text{"身份证号码：", "citizen ID number: "}));
    input.id_no = id_no;
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(stub, letter_of_slip(work.ledger, input.no, input.name));
        JZ_TRY(outcome, record_receipt(work, input));
        const bool done = !outcome.refused && !outcome.already;
        Answer answer =
            answer_of("receipt.record", std::move(outcome),
                      say({"介绍信 {} 的回执已登记，{} 的组织关系已转出，已销号",
                           "the receipt of letter {} is recorded; the relation of {} has been transferred out"},
                          stub.no, input.name));
        if (done) {
            JZ_TRY(letter, work.ledger.letter(stub.id));
            if (is_live(*letter)) { // it names others, too
                answer.document.headline =
                    say({"介绍信 {} 的回执已登记，{} 的组织关系已转出；名单上还有人没有回执，尚未销号",
                         "the receipt of letter {} is recorded; the relation of {} has been transferred out; others on "
                         "its list are still awaited"},
                        stub.no, input.name);
                answer.document.next.push_back(say(
                    {"jiezhuan batch show {}  # 名单上还差谁", "jiezhuan batch show {}  # who on the list is missing"},
                    letter->batch.text()));
            }
            answer.document.sections.push_back(letter_rows(std::vector{*letter}, work.today()));
            answer.document.next.push_back(Text{"把回执贴在存根上", "paste the receipt on the stub"});
        }
        return answer;
    });
}

// What to type when the true receipt comes: for the letter that is out now; where none is, one must be given first.
Message when_the_true_one_comes(const Letter& letter, const Transfer& transfer, const std::optional<Letter>& out) {
    return out ? say({"jiezhuan receipt record {} --name {} --date 日期  # 收到真的回执时",
                      "jiezhuan receipt record {} --name {} --date DATE  # when the true one comes"},
                     out->no, letter.name)
               : say({"jiezhuan letter issue {}  # 没有有效的介绍信，重新开具",
                      "jiezhuan letter issue {}  # no letter is in force: issue one anew"},
                     transfer.id.text());
}

Result<Answer> revoke(Context& context) {
    const std::string reason = context.args().required("--reason");
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(letter, find_letter(work.ledger, context.args().required("letter")));
        JZ_TRY(outcome, revoke_receipt(work, letter, reason));
        const bool done = !outcome.refused && !outcome.already;
        Answer answer = answer_of("receipt.revoke", std::move(outcome), Message());
        if (done) {
            JZ_TRY(transfer, work.ledger.transfer(letter.transfer));
            JZ_TRY(letters, letters_of(work.ledger, *transfer));
            JZ_TRY(out, letter_of(work.ledger, *transfer));
            answer.document.headline =
                out ? say({"介绍信 {} 的回执登记已撤销，{} 仍在途",
                           "the receipt of letter {} is taken back; {} is in transit again"},
                          letter.no, letter.name)
                    : say({"介绍信 {} 的回执登记已撤销，{} 仍在册，没有在途的介绍信",
                           "the receipt of letter {} is taken back; {} is at home again, without a letter"},
                          letter.no, letter.name);
            answer.document.sections.push_back(letter_rows(letters, work.today()));
            answer.document.next.push_back(when_the_true_one_comes(letter, *transfer, out));
        }
        return answer;
    });
}

Result<Answer> import_receipts(Context& context) {
    ReceiptImport import;
    return import_file(context, import, "receipt import", "receipt");
}

Result<Answer> receipt_template(Context&) { return template_of("receipt"); }

// Letters that are named, or the incoming ones of a batch that fit.
Result<std::vector<LetterId>> letters_of(Context& context, Reading& ledger, bool (*fits)(const Letter&)) {
    const Args& args = context.args();
    std::vector<LetterId> ids;
    for (const std::string& words : args.texts("letter")) {
        JZ_TRY(letter, incoming_letter(ledger, words));
        ids.push_back(letter.id);
    }
    const auto batch = args.text("--batch");
    if (ids.empty() != batch.has_value()) {
        return fail(Exit::usage, Text{"写转接或介绍信编号，或用 --batch 选一批",
                                      "name transfers or letters, or a batch with --batch"});
    }
    if (batch) {
        LetterFilter filter;
        JZ_TRY(id, batch_called(ledger, *batch));
        filter.batch = id;
        filter.direction = LetterDirection::incoming;
        filter.state = LetterState::used;
        JZ_TRY(letters, letters_matching(ledger, filter, context.on()));
        for (const Letter& letter : letters) {
            if (fits(letter)) {
                ids.push_back(letter.id);
            }
        }
    }
    return ids;
}

Result<RowSet> rows_of(Reading& ledger, const std::vector<LetterId>& ids) {
    std::vector<Letter> letters;
    for (const LetterId id : ids) {
        JZ_TRY(letter, ledger.letter(id));
        letters.push_back(std::move(*letter));
    }
    RowSet rows =
        list_of<Letter>({"id", "no", "name", "receipt_issued_on", "receipt_sent_on", "transfer"}, letters, false);
    rows.id = "receipts";
    rows.columns[1].title = Text("介绍信", "Letter");
    rows.columns.insert(rows.columns.begin() + 3, {"addressee", Text("寄往", "To"), ColumnType::text});
    for (std::size_t i = 0; i < letters.size(); ++i) {
        rows.rows[i].insert(rows.rows[i].begin() + 3, org_name_cell(receipt_addressee(letters[i])));
    }
    return rows;
}

Result<Answer> issue(Context& context) {
    const Args& args = context.args();
    const bool partial = args.flag("--allow-partial");
    JZ_CHECK(PrintedPages::check(args.text("--print")));
    const auto file = args.text("--print");
    JZ_TRY(format, format_of_file(file.value_or("")));
    std::vector<LetterId> issued;
    PrintedPages pages;
    JZ_TRY(answer, act(context, [&](Work& work) -> Result<Answer> {
               JZ_TRY(letters, letters_of(context, work.ledger, [](const Letter&) { return true; }));
               // A login is nobody's name: on an official paper it is not printed.
               const ReceiptIssue input{args.text_or("--handler", context.op_named() ? context.op() : ""),
                                        args.text_or("--phone", "")};
               Tally tally;
               for (const LetterId letter : letters) {
                   JZ_TRY(outcome, issue_receipt(work, letter, input));
                   if (!outcome.refused) {
                       issued.push_back(letter);
                   }
                   tally.add(std::move(outcome));
               }
               if (!tally.stands(partial)) {
                   issued.clear();
               }
               Answer said = answer_of("receipt.issue", std::move(tally), partial, {"开具回执", "receipts issued"});
               if (file && !issued.empty()) {
                   JZ_TRY(printed, letter_pages(work.ledger, issued, LetterPaper::receipt, format));
                   JZ_CHECK(pages.prepare(*file, std::move(printed)));
               }
               if (!issued.empty()) {
                   JZ_TRY(rows, rows_of(work.ledger, issued));
                   said.document.sections.push_back(std::move(rows));
                   if (!pages.prepared()) {
                       said.document.next.push_back(say({"{} --output 回执.html  # 打印", "{} --output FILE  # print"},
                                                        print_command(LetterPaper::receipt, issued)));
                   }
                   said.document.next.push_back(
                       say({"{} --how 邮寄  # 寄出后登记", "{} --how mail  # when it is mailed"},
                           command_on("jiezhuan receipt sent", issued)));
               }
               return said;
           }));
    if (!context.dry_run()) {
        pages.write(print_command(LetterPaper::receipt, issued), answer);
    }
    return std::move(answer);
}

Result<Answer> sent(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const Args& args = context.args();
        const bool partial = args.flag("--allow-partial");
        JZ_TRY(letters, letters_of(context, work.ledger,
                                   [](const Letter& letter) { return !letter.receipt_issued_on.empty(); }));
        Tally tally;
        for (const LetterId letter : letters) {
            JZ_TRY(outcome, send_receipt(work, letter, args.text_or("--how", "")));
            tally.add(std::move(outcome));
        }
        const bool stands = tally.stands(partial);
        Answer answer = answer_of("receipt.sent", std::move(tally), partial, {"寄出回执", "receipts sent"});
        if (stands) {
            JZ_TRY(rows, rows_of(work.ledger, letters));
            answer.document.sections.push_back(std::move(rows));
        }
        return answer;
    });
}

Result<Answer> list(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        const bool missing = context.args().flag("--missing");
        const bool to_send = context.args().flag("--to-send");
        Answer answer;
        answer.document.schema = "receipt.list";
        const auto add = [&answer](OwedReceipts owed) {
            answer.document.sections.push_back(std::move(owed.rows));
            for (Finding& finding : owed.findings) {
                answer.document.findings.push_back(std::move(finding));
            }
        };
        if (missing || !to_send) {
            JZ_TRY(owed, missing_receipts(view.ledger, view.organisations, view.profile, view.as_of));
            add(std::move(owed));
        }
        if (to_send || !missing) {
            JZ_TRY(owed, receipts_to_send(view.ledger, view.organisations, view.profile, view.as_of));
            add(std::move(owed));
        }
        sort_findings(answer.document.findings);
        answer.exit = context.verdict(answer.document.findings);
        return answer;
    });
}

constexpr OptionRow kLetters = {"letter",
                                OptionType::text,
                                {"转接（T12）或介绍信（L88、编号）", "transfers (T12) or letters (L88, a number)"},
                                false,
                                true,
                                nullptr,
                                "T…"};
constexpr OptionRow kBatch = {"--batch", OptionType::text, {"该批次的全部", "all of a batch"}, false, false, nullptr,
                              "B…"};
constexpr OptionRow kPartial = {
    "--allow-partial", OptionType::flag, {"不能办的除外，其余照办", "do those that can be done"}};

constexpr std::array kRecord = {
    OptionRow{"letter", OptionType::text, {"回执上的介绍信编号", "the letter's number on the receipt"}, true},
    OptionRow{"--name", OptionType::text, {"回执上的姓名", "the name on the receipt"}, true},
    OptionRow{"--date", OptionType::date, {"回执日期", "the date of the receipt"}, true},
    OptionRow{"--id",
              OptionType::text,
              {"写“-”则从标准输入读身份证号码核对", "'-' reads the ID number from standard input, to compare it"}},
    OptionRow{"--except",
              OptionType::text,
              {"带名单的介绍信：没有接收的转接，如 T12", "of a letter with a list: a transfer that was not received"},
              false,
              true,
              nullptr,
              "T…"},
    OptionRow{"--handler", OptionType::text, {"回执上的经办人", "handler on the receipt"}},
    OptionRow{"--phone", OptionType::text, {"回执上的联系电话", "telephone on the receipt"}},
    OptionRow{"--remarks", OptionType::text, {"备注", "remarks"}},
    OptionRow{"--reason",
              OptionType::text,
              {"介绍信已作废、遗失或补开，而接收单位凭它接收的：为什么",
               "why a letter that is void, lost or replaced counts"}},
};
constexpr std::array kIssue = {
    kLetters,
    kBatch,
    OptionRow{"--handler",
              OptionType::text,
              {"经办人，默认配置的或 --operator 写的，没有的留空",
               "handler; default the operator who is configured or given, else blank"}},
    OptionRow{"--phone", OptionType::text, {"联系电话，默认本级党委的", "telephone; default the committee's"}},
    OptionRow{"--print",
              OptionType::file,
              {"同时打印到文件（.html 或 .txt），不覆盖", "print to a file (.html or .txt), never over another"},
              false,
              false,
              nullptr,
              "FILE"},
    kPartial,
};
constexpr std::array kSent = {kLetters, kBatch,
                              OptionRow{"--how",
                                        OptionType::text,
                                        {"方式，如 邮寄、机要、传真；以后可补记、更正",
                                         "how, like mail or fax; may be supplied or put right later"}},
                              kPartial};
constexpr std::array kList = {
    OptionRow{"--missing", OptionType::flag, {"只看没有收到的", "only those that did not come back"}},
    OptionRow{"--to-send", OptionType::flag, {"只看应寄出的", "only those we have to send"}}};

constexpr std::array kRecordExamples = {Example{"jiezhuan receipt record 20260012 --name 李明 --date 2026-12-03",
                                                {"登记收到的回执", "a receipt came back"}},
                                        Example{"jiezhuan receipt record 20260012 --name 李明 --date 2026-12-03 --id -",
                                                {"连同身份证号码核对", "comparing the ID number, too"}}};
constexpr std::array kImport = {kImportFile, kImportMap, kImportReject, kImportPartial};
constexpr std::array kRevoke = {OptionRow{"letter", OptionType::text, {"介绍信编号", "the letter's number"}, true},
                                OptionRow{"--reason", OptionType::text, {"原因", "why"}, true}};
constexpr std::array kRevokeExamples = {Example{"jiezhuan receipt revoke 20260012 --reason 登错了人",
                                                {"回执登记有误，退回在途", "it was recorded by mistake"}},
                                        Example{"jiezhuan receipt revoke 20260012 --reason 经办人写错 --dry-run",
                                                {"先看结果，不写入", "look at the outcome first"}}};
constexpr std::array kImportExamples = {
    Example{"jiezhuan receipt import 回执.csv --dry-run", {"先看结果，不写入", "look at the outcome first"}},
    Example{"jiezhuan receipt import 回执.csv --allow-partial",
            {"相符的登记，不符的退回", "record those that fit, give the others back"}}};
constexpr std::array kTemplateExamples = {
    Example{"jiezhuan receipt template --output 回执登记表.csv", {"写出空白登记表", "write an empty list"}},
    Example{"jiezhuan receipt template | head -1", {"看有哪些栏目", "see the columns"}}};
constexpr std::array kIssueExamples = {
    Example{"jiezhuan receipt issue T12 --print 回执.html", {"开具并打印一份", "issue and print one"}},
    Example{"jiezhuan receipt issue --batch B7 --print 回执.html", {"一批的回执一次开出", "those of a batch"}}};
constexpr std::array kSentExamples = {
    Example{"jiezhuan receipt sent T12 --how 邮寄 --on 2026-11-20", {"登记寄出", "it was mailed"}},
    Example{"jiezhuan receipt sent --batch B7 --how 机要", {"一批一起寄出", "those of a batch"}}};
constexpr std::array kListExamples = {
    Example{"jiezhuan receipt list --missing", {"没有收到的回执", "receipts that did not come back"}},
    Example{"jiezhuan receipt list --to-send --as-of 2026-12-31 --fail-on warning",
            {"应寄未寄的，有逾期则退出码 1", "those to send; exit 1 where one is late"}}};

const std::array kRows = {
    CommandRow{
        "receipt", "record", {"登记收到的回执", "record a receipt"}, Access::writes, kRecord, kRecordExamples, record},
    CommandRow{"receipt",
               "revoke",
               {"撤销登错的回执", "take back a receipt recorded by mistake"},
               Access::writes,
               kRevoke,
               kRevokeExamples,
               revoke},
    CommandRow{"receipt",
               "import",
               {"导入回执登记表", "import a list of receipts"},
               Access::writes,
               kImport,
               kImportExamples,
               import_receipts},
    CommandRow{"receipt",
               "template",
               {"空白回执登记表", "an empty list of receipts"},
               Access::none,
               {},
               kTemplateExamples,
               receipt_template},
    CommandRow{
        "receipt", "issue", {"开具我方的回执", "issue our receipts"}, Access::writes, kIssue, kIssueExamples, issue},
    CommandRow{
        "receipt", "sent", {"登记回执寄出", "our receipts were sent"}, Access::writes, kSent, kSentExamples, sent},
    CommandRow{
        "receipt", "list", {"欠收和欠寄的回执", "receipts that are owed"}, Access::reads, kList, kListExamples, list},
};

} // namespace

CommandTable receipt_commands() { return kRows; }

} // namespace jiezhuan::cli
