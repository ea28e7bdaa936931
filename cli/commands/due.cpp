#include "jiezhuan/service/deadlines/due.hpp"
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/transfer_selection.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> due(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        DueFilter filter;
        filter.all = context.args().flag("--all");
        if (const auto member = context.args().text("member")) {
            JZ_TRY(id, member_id(*member));
            filter.member = id;
        }
        if (const auto org = context.args().text("--org"); org) {
            JZ_TRY(id, view.organisations.resolve(*org, OrgDirectory::Where::ours));
            filter.org = id;
        }
        JZ_TRY(document, due_document(view.ledger, view.profile, view.organisations, view.as_of, filter));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

constexpr std::array kOptions = {
    OptionRow{"member",
              OptionType::text,
              {"只看这一名党员：应不应转，为什么", "this member alone: due or not, and why"},
              false,
              false,
              nullptr,
              "M…"},
    OptionRow{
        "--all", OptionType::flag, {"也列出暂不需转的，并说明原因", "also who need not be transferred yet, and why"}},
    OptionRow{"--org", OptionType::text, {"只看该党组织及其下级", "only at or below that organisation"}},
};
constexpr std::array kExamples = {
    Example{"jiezhuan transfer due", {"今天应转未转的", "who should have been transferred by today"}},
    Example{"jiezhuan transfer due M12", {"一名党员应不应转，为什么", "one member: due or not, and why"}},
    Example{"jiezhuan transfer due --all --org 江滨社区党委 --as-of 2026-12-31",
            {"某社区到年底的情况，含暂不需转的", "a community at the end of the year, with those who need not"}},
};
const std::array kRows = {
    CommandRow{"transfer",
               "due",
               {"应转尽转：哪些人应转未转", "who should be transferred, and by which clause"},
               Access::reads,
               kOptions,
               kExamples,
               due},
};

} // namespace

CommandTable due_commands() { return kRows; }

} // namespace jiezhuan::cli
