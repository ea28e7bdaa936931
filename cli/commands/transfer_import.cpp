#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/letter_common.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "cli/importing.hpp"
#include "jiezhuan/service/intake/handover_import.hpp"
#include "jiezhuan/service/intake/migrant_import.hpp"
#include "jiezhuan/service/intake/outgoing_import.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::string_view kCommand = "transfer import";
constexpr std::int64_t kMostPersons = 100'000; // on one letter

constexpr std::array kKindRows = {
    CodeRow{int(TransferKind::in), "in", {"转入", "in"}, ""},
    CodeRow{int(TransferKind::out), "out", {"转出", "out"}, ""},
    CodeRow{int(TransferKind::enrol), "enrol", {"流动党员登记", "enrol"}, ""},
};
const CodeTable& list_kinds() {
    static constexpr CodeTable kTable{"list", {"名单类型", "kind of list"}, kKindRows};
    return kTable;
}
constexpr int kWorksheet = 100;
constexpr std::array kTemplateRows = {
    kKindRows[0],
    kKindRows[1],
    kKindRows[2],
    CodeRow{kWorksheet, "worksheet", {"办理表", "worksheet"}, ""},
};
const CodeTable& template_kinds() {
    static constexpr CodeTable kTable{"template", {"表格类型", "kind of form"}, kTemplateRows};
    return kTable;
}

std::string_view schema_of(const std::string& kind) {
    return kind == "in" ? "transfer_in" : kind == "out" ? "transfer_out" : kind == "enrol" ? "migrant" : "worksheet";
}

// "转出 2026-11-23"
std::string default_title(TransferKind kind, Date on) {
    return std::string(list_kinds().by_value(int(kind))->title.zh) + " " + on.text();
}

ListBatch batch_of(Context& context, TransferKind kind) {
    const std::string file = context.args().required("file");
    const auto letter = context.args().text("--list-letter");
    const std::string title = letter ? "整建制转入 " + *letter : default_title(kind, context.on());
    return {kind, context.args().text_or("--batch", ""), title, file};
}

// What only some lists know.
Result<void> check_options(const Args& args, TransferKind kind) {
    for (const std::string_view option : {"--approved-on", "--minutes", "--issue", "--print"}) {
        if (args.given(option) && kind != TransferKind::out) {
            return fail(Exit::usage, say({"{} 只用于 --kind out", "{} goes with --kind out"}, option));
        }
    }
    for (const std::string_view option :
         {"--list-letter", "--letter-date", "--valid-days", "--persons", "--sealed", "--explanation", "--addressee"}) {
        if (args.given(option) && (kind != TransferKind::in || !args.given("--list-letter"))) {
            return fail(Exit::usage,
                        say({"{} 用于 --kind in 的整建制名单，要写 --list-letter 编号",
                             "{} is of a whole organisation's list (--kind in) and needs --list-letter"},
                            option),
                        Text{"用法见 jiezhuan transfer import --help", "see jiezhuan transfer import --help"});
        }
    }
    if (args.given("--list-letter") && !args.given("--persons")) {
        return fail(Exit::usage, Text{"没有写介绍信上的人数", "how many persons the letter names is not given"},
                    Text{"加 --persons 人数", "add --persons NUMBER"});
    }
    for (const std::string_view option : {"--from", "--as-written"}) {
        if (args.given(option) && kind != TransferKind::in) {
            return fail(Exit::usage, say({"{} 只用于 --kind in", "{} goes with --kind in"}, option));
        }
    }
    if ((args.given("--minutes") || args.given("--issue")) && !args.given("--approved-on")) {
        return fail(Exit::usage, Text{"没有写批准日期", "the day of the approval is not given"},
                    Text{"加 --approved-on 日期", "add --approved-on DATE"});
    }
    if (args.given("--print") && !args.given("--issue")) {
        return fail(Exit::usage, Text{"--print 须与 --issue 同用", "--print goes with --issue"});
    }
    return {};
}

std::vector<std::string> options_with_effect(const Args& args) {
    std::vector<std::string> options;
    for (const std::string_view option :
         {"--addressee", "--approved-on", "--batch", "--explanation", "--from", "--issue", "--kind", "--letter-date",
          "--list-letter", "--minutes", "--persons", "--sealed", "--valid-days"}) {
        if (args.given(option)) {
            const bool flag = option == "--issue" || option == "--sealed";
            options.push_back(std::string(option) + (flag ? "" : "=" + args.text_or(option, "")));
        }
    }
    for (const std::string& sender : args.texts("--as-written")) {
        options.push_back("--as-written=" + sender);
    }
    return options;
}

Result<Answer> import_outgoing(Context& context, std::vector<std::string> options) {
    const Args& args = context.args();
    ListApproval approval{args.date("--approved-on").value_or(Date()), args.text_or("--minutes", ""),
                          args.flag("--issue")};
    if (approval.on > context.on()) {
        return fail(Exit::usage, say({"批准日期 {} 晚于办理日期 {}", "approved on {}, after the act on {}"},
                                     approval.on.text(), context.on().text()));
    }
    PrintedPages pages;
    std::vector<LetterId> printed;
    OutgoingImport::Print print;
    JZ_CHECK(PrintedPages::check(args.text("--print")));
    if (const auto to = args.text("--print"); to) {
        JZ_TRY(format, format_of_file(*to));
        print = [&pages, &printed, to, format](Reading& ledger, const std::vector<LetterId>& letters) -> Result<void> {
            printed = letters;
            JZ_TRY(made, letter_pages(ledger, letters, LetterPaper::three_parts, format));
            return pages.prepare(*to, std::move(made));
        };
    }
    OutgoingImport import(batch_of(context, TransferKind::out), std::move(approval), print);
    JZ_TRY(answer, import_file(context, import, kCommand, "transfer_out", std::move(options), "--print"));
    const bool stands = answer.exit == Exit::done || answer.exit == Exit::partly_applied;
    if (!print || !stands || context.dry_run()) {
        return std::move(answer);
    }
    pages.write(print_command(LetterPaper::three_parts, printed), answer);
    return std::move(answer);
}

// The letter of a whole organisation that came with the list.
std::optional<ListedLetter> listed_letter(const Args& args) {
    if (!args.given("--list-letter")) {
        return std::nullopt;
    }
    ListedLetter listed;
    listed.letter.no = args.text_or("--list-letter", "");
    listed.letter.issued_on = args.date("--letter-date").value_or(Date());
    listed.letter.valid_days = args.number("--valid-days").value_or(0);
    listed.letter.persons = args.number("--persons").value_or(0);
    listed.letter.addressee = args.text_or("--addressee", "");
    listed.sealed = args.flag("--sealed");
    listed.explanation = args.text_or("--explanation", "");
    return listed;
}

Result<Answer> import_list(Context& context) {
    const Args& args = context.args();
    const auto kind = static_cast<TransferKind>(list_kinds().by_id(args.required("--kind"))->value);
    JZ_CHECK(check_options(args, kind));
    std::vector<std::string> options = options_with_effect(args);
    if (kind == TransferKind::out) {
        return import_outgoing(context, std::move(options));
    }
    if (kind == TransferKind::in) {
        HandoverImport import(batch_of(context, kind), args.text_or("--from", ""), args.texts("--as-written"),
                              listed_letter(args));
        return import_file(context, import, kCommand, "transfer_in", std::move(options));
    }
    MigrantImport import(batch_of(context, kind));
    return import_file(context, import, kCommand, "migrant", std::move(options));
}

Result<Answer> list_template(Context& context) { return template_of(schema_of(context.args().required("--kind"))); }

constexpr std::array kImport = {
    kImportFile,
    OptionRow{"--kind", OptionType::code, {"名单类型", "kind of list"}, true, false, list_kinds},
    OptionRow{
        "--from", OptionType::text, {"转出党组织（名单没有此栏时）", "the sender, where the list has no such column"}},
    kAsWritten,
    OptionRow{"--batch",
              OptionType::text,
              {"批次：名称，或已有批次 B7；默认类型和办理日期", "batch: a title, or B7; default kind and day"},
              false,
              false,
              nullptr,
              "TITLE|B…"},
    OptionRow{"--approved-on", OptionType::date, {"转出名单的批准日期", "the day the list was approved (out)"}},
    OptionRow{"--minutes", OptionType::text, {"批准依据（会议记录或文号）", "record of the approval (out)"}},
    OptionRow{"--list-letter",
              OptionType::text,
              {"整建制转入：附有名单的介绍信编号（转入）",
               "a whole organisation comes: number of the letter with the list (in)"}},
    OptionRow{"--persons",
              OptionType::number,
              {"介绍信写明的人数", "how many persons that letter names"},
              false,
              false,
              nullptr,
              {},
              kMostPersons},
    OptionRow{"--letter-date", OptionType::date, {"那份介绍信的日期", "the date of that letter"}},
    OptionRow{"--valid-days",
              OptionType::number,
              {"那份介绍信的有效期（天）", "valid days of that letter"},
              false,
              false,
              nullptr,
              {},
              kMostValidDays},
    OptionRow{"--addressee", OptionType::text, {"那份介绍信的抬头", "the addressee on that letter"}},
    OptionRow{"--sealed", OptionType::flag, {"名单盖有公章", "the list bears a seal"}},
    OptionRow{"--explanation", OptionType::text, {"整建制转移的说明，年度统计用", "why it is transferred as a whole"}},
    OptionRow{"--issue", OptionType::flag, {"同时开具介绍信", "issue the letters in the same act (out)"}},
    OptionRow{"--print",
              OptionType::file,
              {"同时打印到文件（.html 或 .txt）", "print them to a file (.html or .txt)"},
              false,
              false,
              nullptr,
              "FILE"},
    kImportMap,
    kImportReject,
    kImportPartial,
};
constexpr std::array kImportExamples = {
    Example{"jiezhuan transfer import handover.csv --kind in --batch 机床厂退休移交 --allow-partial",
            {"移交名单：有介绍信的登记报到，没有的等待", "a hand-over: with a letter presented, without expected"}},
    Example{"jiezhuan transfer import 名单.csv --kind in --from 江南机床厂党委 --list-letter 江机组转20260012 "
            "--letter-date 2026-11-10 --valid-days 30 --persons 35 --sealed --explanation 企业破产移交",
            {"整建制转入：一封介绍信，一份盖章的名单", "a whole organisation: one letter, one sealed list"}},
    Example{"jiezhuan transfer import outgoing.csv --kind out --approved-on 2026-11-02 --minutes 2026年第11次会议 "
            "--issue --print 介绍信.html",
            {"转出名单：批准、开信、打印一次办完", "leaving: approved, letters issued and printed at once"}},
};
constexpr std::array kTemplate = {
    OptionRow{"--kind", OptionType::code, {"表格类型", "kind of form"}, true, false, template_kinds},
};
constexpr std::array kTemplateExamples = {
    Example{"jiezhuan transfer template --kind in --output 转入名单.csv", {"空白转入名单", "an empty hand-over list"}},
    Example{"jiezhuan transfer template --kind enrol",
            {"看流动党员登记表有哪些栏目", "the columns of the migrants' list"}},
};
const std::array kRows = {
    CommandRow{"transfer",
               "import",
               {"导入名单：转入、转出、流动党员登记", "import a list: in, out, or migrants to enrol"},
               Access::writes,
               kImport,
               kImportExamples,
               import_list},
    CommandRow{"transfer",
               "template",
               {"空白名单，用于填写和导入", "an empty list to fill in and import"},
               Access::none,
               kTemplate,
               kTemplateExamples,
               list_template},
};

} // namespace

CommandTable transfer_import_commands() { return kRows; }

} // namespace jiezhuan::cli
