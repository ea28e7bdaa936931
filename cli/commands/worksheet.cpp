#include "jiezhuan/service/batches/worksheet.hpp"
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/letter_common.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "cli/importing.hpp"
#include "jiezhuan/report/encode.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/intake/worksheet_import.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

// The mark is for UTF-8 only.
Result<std::string> in_encoding(Context& context, std::string csv) {
    JZ_TRY(encoding, encoding_named(context.args().text_or("--encoding", "")));
    return encoding == OutputEncoding::utf8 ? Result<std::string>(std::move(csv))
                                            : encoded(csv.substr(kMark.size()), encoding);
}

Result<Answer> worksheet(Context& context) {
    return look_at_private(context, [&](View& view, std::vector<MemberId>& members) -> Result<Answer> {
        JZ_TRY(id, batch_called(view.ledger, context.args().required("batch")));
        JZ_TRY(batch, find_batch(view.ledger, id));
        JZ_TRY(sheet, worksheet_of(view.ledger, view.organisations, view.profile, batch, context.reveal()));
        members = sheet.members;
        JZ_TRY(bytes, in_encoding(context, std::move(sheet.csv)));
        Answer answer;
        answer.text = std::move(bytes);
        answer.document.headline =
            say({"{} {} 的办理表，{} 人", "worksheet of {} {}: {}"}, id.text(), batch.title, sheet.rows);
        answer.document.next.emplace_back(
            Text{"填写核实结果、依据、处理和编入支部，再运行 jiezhuan transfer apply 文件",
                 "fill in result, basis, action and branch, then jiezhuan transfer apply FILE"});
        return answer;
    });
}

Result<Answer> apply(Context& context) {
    JZ_CHECK(PrintedPages::check(context.args().text("--receipts")));
    PrintedPages pages;
    std::vector<LetterId> printed;
    WorksheetImport::Print print;
    if (const auto to = context.args().text("--receipts"); to) {
        JZ_TRY(format, format_of_file(*to));
        print = [&pages, &printed, to, format](Reading& ledger, const std::vector<LetterId>& letters) -> Result<void> {
            printed = letters;
            JZ_TRY(made, letter_pages(ledger, letters, LetterPaper::receipt, format));
            return pages.prepare(*to, std::move(made));
        };
    }
    WorksheetImport import(print);
    JZ_TRY(answer, import_file(context, import, "transfer apply", "worksheet", {}, "--receipts"));
    const bool stands = answer.exit == Exit::done || answer.exit == Exit::partly_applied;
    if (!print || !stands || context.dry_run()) {
        return std::move(answer);
    }
    pages.write(print_command(LetterPaper::receipt, printed), answer);
    return std::move(answer);
}

constexpr std::array kSheet = {
    OptionRow{"batch", OptionType::text, {"批次编号，如 B7", "the batch, like B7"}, true, false, nullptr, "B…"},
};
constexpr std::array kApply = {
    kImportFile,
    OptionRow{"--receipts",
              OptionType::file,
              {"开具已接收的回执，并打印到文件（.html 或 .txt）", "write our receipts, and print them to a file"},
              false,
              false,
              nullptr,
              "FILE"},
    kImportMap,
    kImportReject,
    kImportPartial,
};
constexpr std::array kSheetExamples = {
    Example{"jiezhuan transfer worksheet B7 --output 办理表.csv",
            {"导出一个批次，逐人填写", "a batch, to be filled in"}},
    Example{"jiezhuan transfer worksheet B7 --encoding gb18030 --output 办理表.csv",
            {"给较旧的 Excel", "for an older spreadsheet"}},
};
constexpr std::array kApplyExamples = {
    Example{"jiezhuan transfer apply 办理表.csv --dry-run", {"先看结果", "look at the outcome first"}},
    Example{"jiezhuan transfer apply 办理表.csv --receipts 回执.html",
            {"核实、接收、编入、退回一次办完，并打印回执", "all steps at once, and our receipts printed"}},
};
const std::array kRows = {
    CommandRow{"transfer",
               "worksheet",
               {"导出批次办理表，含建议支部", "a batch as a sheet to fill in, with proposed branches"},
               Access::reads,
               kSheet,
               kSheetExamples,
               worksheet},
    CommandRow{"transfer",
               "apply",
               {"按填好的办理表办理", "take a filled-in worksheet back"},
               Access::writes,
               kApply,
               kApplyExamples,
               apply},
};

} // namespace

CommandTable worksheet_commands() { return kRows; }

} // namespace jiezhuan::cli
