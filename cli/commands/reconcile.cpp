#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/screen.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::size_t kCommandsShown = 3;

Result<std::vector<std::string>> rules_named_by(const std::string& typed) {
    std::vector<std::string> called = deadlines_called(typed);
    if (!called.empty()) {
        return called;
    }
    Message names;
    for (const Message& name : deadline_names()) {
        names.zh += (names.zh.empty() ? "" : " ") + name.zh;
        names.en += (names.en.empty() ? "" : " ") + name.en;
    }
    return fail(Exit::usage, say({"“{}”不是期限规则", "'{}' is no rule about deadlines"}, printable(typed)),
                say({"可用：{}", "there are: {}"}, names));
}

Message headline(const std::vector<Deadline>& found, Date as_of) {
    const auto count = [&found](Urgency urgency) {
        return std::count_if(found.begin(), found.end(), [&](const Deadline& one) { return one.urgency == urgency; });
    };
    return say({"截至 {}：逾期 {} 项，临期 {} 项，待查 {} 项", "as of {}: {} overdue, {} soon, {} to review"},
               as_of.text(), count(Urgency::overdue), count(Urgency::soon), count(Urgency::review));
}

Result<Answer> reconcile_deadlines(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        DeadlineFilter filter;
        if (const auto org = context.args().text("--org"); org) {
            JZ_TRY(id, view.organisations.resolve(*org));
            filter.org = id;
        }
        for (const std::string& typed : context.args().texts("--rule")) {
            JZ_TRY(rules, rules_named_by(typed));
            filter.rules.insert(filter.rules.end(), rules.begin(), rules.end());
        }
        JZ_TRY(found, deadlines(view.ledger, view.organisations, view.profile, view.as_of, filter));
        const std::int64_t limit = context.args().number("--limit").value_or(0);
        Answer answer;
        answer.document.schema = "reconcile.deadlines";
        answer.document.headline = headline(found, view.as_of);
        answer.document.sections.push_back(
            deadline_rows(found, view.as_of, limit, on_a_screen(context) ? DeadlineView::narrow : DeadlineView::all));
        answer.document.next = most_urgent(found, kCommandsShown);
        answer.exit = context.verdict(deadline_findings(found));
        return answer;
    });
}

constexpr std::array kOptions = {
    OptionRow{"--org", OptionType::text, {"只看该党组织及其下级", "only what concerns it or what is below it"}},
    OptionRow{"--rule",
              OptionType::text,
              {"只看这些规则，如 RC-01、办理时限、时限（全部时限）",
               "only these rules, like RC-01, 'step limit', or limit for all limits"},
              false,
              true,
              nullptr,
              "RULE"},
    OptionRow{"--limit", OptionType::number, {"最多几项", "at most so many"}},
};
constexpr std::array kExamples = {
    Example{"jiezhuan reconcile deadlines",
            {"今天逾期、临期和待查的；有逾期时退出码为 1",
             "what is late or about to be; exit 1 where something is overdue"}},
    Example{"jiezhuan reconcile deadlines --rule RC-01 --fail-on warning --format json",
            {"夜间核对：有逾期或待收的回执时退出码为 1", "every night: exit 1 where a receipt is late or about to be"}},
};
const std::array kRows = {
    CommandRow{
        "reconcile",
        "deadlines",
        {"到期和逾期：介绍信、回执、编入、预备期、党费、流动", "what is late: letters, receipts, branches, probation"},
        Access::reads,
        kOptions,
        kExamples,
        reconcile_deadlines},
};

} // namespace

CommandTable reconcile_commands() { return kRows; }

} // namespace jiezhuan::cli
