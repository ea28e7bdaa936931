#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "jiezhuan/service/batches/batches.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> list(Context& context) {
    return look(context, [](View& view) -> Result<Answer> {
        JZ_TRY(document, batch_list_document(view.ledger, view.organisations));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

Result<Answer> show(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(id, batch_called(view.ledger, context.args().required("batch")));
        JZ_TRY(batch, find_batch(view.ledger, id));
        JZ_TRY(document,
               batch_document(view.ledger, view.organisations, view.profile, batch, view.as_of, context.lang()));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

Result<Answer> settle(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(id, batch_called(work.ledger, context.args().required("batch")));
        JZ_TRY(outcome, settle_batch(work, id, context.args().required("--reason")));
        JZ_TRY(batch, find_batch(work.ledger, id));
        Answer answer =
            answer_of("batch.settle", std::move(outcome),
                      say({"{}：名单上没有登记的 {} 人不再登记", "{}: {} of the list are not to be entered"}, id.text(),
                          batch.left_out));
        if (answer.exit == Exit::done) {
            answer.document.next.push_back(say(
                {"jiezhuan batch show {}  # 其余的人办到哪一步", "jiezhuan batch show {}  # how far the others are"},
                id.text()));
        }
        return answer;
    });
}

constexpr std::array kShow = {
    OptionRow{"batch", OptionType::text, {"批次编号，如 B7", "the batch, like B7"}, true, false, nullptr, "B…"},
};
constexpr std::array kSettle = {
    kShow[0],
    OptionRow{"--reason", OptionType::text, {"为什么不再登记", "why they are not to be entered"}, true},
};
constexpr std::array kSettleExamples = {
    Example{"jiezhuan batch settle B7 --reason 退回的两人已在本单位",
            {"名单上退回的行不再登记", "refused rows of the list are not to be entered"}},
    Example{"jiezhuan batch settle 机床厂退休移交 --reason 原单位来函更正名单", {"批次按名称", "a batch by its title"}},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan batch list", {"各批移交办到哪一步", "how far every hand-over is"}},
    Example{"jiezhuan batch list --format csv --bom --output 批次.csv", {"导出给 Excel", "for a spreadsheet"}},
};
constexpr std::array kShowExamples = {
    Example{"jiezhuan batch show B7", {"还差谁，差在哪一步", "who is missing, and why"}},
    Example{"jiezhuan batch show B7 --sort -days", {"等得最久的在前", "who has waited longest first"}},
};
const std::array kRows = {
    CommandRow{"batch", "list", {"批次一览", "batches, and how far they are"}, Access::reads, {}, kListExamples, list},
    CommandRow{"batch",
               "show",
               {"一个批次：还差谁，为什么", "one batch: who is missing, and why"},
               Access::reads,
               kShow,
               kShowExamples,
               show},
    CommandRow{"batch",
               "settle",
               {"名单上没有登记的不再登记", "who of the list was not entered is not to be"},
               Access::writes,
               kSettle,
               kSettleExamples,
               settle},
};

} // namespace

CommandTable batch_commands() { return kRows; }

} // namespace jiezhuan::cli
