// The registers of migrants, to be looked at.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/screen.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/migrants/migrant_register.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

// The rule of migrants that is called so; "" where none is asked for. Exit::usage for another.
Result<std::string> rule_called(const Args& args) {
    const std::string typed = args.text_or("--rule", "");
    std::string ids;
    for (const DeadlineRule* row : migrant_rules()) {
        if (lowered_ascii(typed) == lowered_ascii(row->text.id)) {
            return std::string(row->text.id);
        }
        ids += (ids.empty() ? "" : " ") + std::string(row->text.id);
    }
    if (typed.empty()) {
        return typed;
    }
    return fail(Exit::usage, say({"“{}”不是流动党员的规则", "'{}' is no rule about migrants"}, printable(typed)),
                say({"可用：{}", "there are: {}"}, ids));
}

Result<Answer> list(Context& context) {
    return look_at_private(context, [&](View& view, std::vector<MemberId>& members) -> Result<Answer> {
        const Args& args = context.args();
        MigrantFilter filter;
        filter.of = args.code<MigrantRegister>("--register").value_or(MigrantRegister::outflow);
        JZ_TRY(rule, rule_called(args));
        filter.rule = rule;
        if (const auto org = args.text("--org"); org) {
            JZ_TRY(id, view.organisations.resolve(*org, OrgDirectory::Where::ours));
            filter.org = id;
        }
        JZ_TRY(found, migrants(view.ledger, view.organisations, view.profile, view.as_of, filter));
        Answer answer;
        answer.document.next = migrant_counts(found);
        const std::size_t all = found.size();
        const std::int64_t limit = args.number("--limit").value_or(0);
        if (limit > 0 && all > static_cast<std::size_t>(limit)) {
            found.erase(found.begin() + limit, found.end());
        }
        for (const Migrant& one : found) {
            members.push_back(one.member.id);
        }
        answer.document.schema = "migrant.list";
        answer.document.headline =
            found.size() == all
                ? say({"截至 {}，{}：{} 名", "as of {}, {}: {}"}, view.as_of.text(), code_title(filter.of), all)
                : say({"截至 {}，{}：{} 名，列出 {} 名", "as of {}, {}: {}, shown: {}"}, view.as_of.text(),
                      code_title(filter.of), all, found.size());
        answer.document.sections.push_back(migrant_rows(found, view.organisations, filter,
                                                        on_a_screen(context) ? MigrantView::narrow : MigrantView::all,
                                                        context.reveal()));
        return answer;
    });
}

constexpr std::array kList = {
    OptionRow{"--register",
              OptionType::code,
              {"哪一本台账，默认流出", "which register; default outflow"},
              false,
              false,
              code_table<MigrantRegister>},
    OptionRow{"--org", OptionType::text, {"只看该党组织及其下级", "only at or below that organisation"}},
    OptionRow{"--rule",
              OptionType::text,
              {"只看这条规则提到的，如 FL-02（未报到）", "only whom that rule names, like FL-02 (not reported in)"},
              false,
              false,
              nullptr,
              "RULE"},
    OptionRow{"--limit", OptionType::number, {"最多列出几名", "show at most so many"}},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan migrant list --rule FL-02", {"外出而未报到的", "who is away and did not report in"}},
    Example{"jiezhuan migrant list --register inflow --format csv --output 流入.csv",
            {"流入台账，存为文件", "the guests, as a file"}},
};
const std::array kRows = {
    CommandRow{"migrant",
               "list",
               {"流出、流入、居住地报到台账", "the registers of outflow, inflow and reporting in"},
               Access::reads,
               kList,
               kListExamples,
               list},
};

} // namespace

CommandTable migrant_view_commands() { return kRows; }

} // namespace jiezhuan::cli
