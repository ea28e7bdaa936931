#include "jiezhuan/service/deadlines/status.hpp"
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> status(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(document, status_document(view.ledger, view.organisations, view.profile, view.as_of));
        Answer answer;
        answer.document = std::move(document);
        warn_of_anchors(context, answer.document);
        return answer;
    });
}

constexpr std::array kExamples = {
    Example{"jiezhuan status", {"今天要办什么", "what is to be done today"}},
    Example{"jiezhuan status --as-of 2026-12-31", {"到年底会有哪些逾期", "what will be late by the end of the year"}},
};
const std::array kRows = {
    CommandRow{"status",
               "",
               {"首页：人数、待办、逾期和下一步", "the home page: counts, waiting, late, next"},
               Access::reads,
               {},
               kExamples,
               status},
};

} // namespace

CommandTable status_commands() { return kRows; }

} // namespace jiezhuan::cli
