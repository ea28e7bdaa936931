// report case, overrides, sample: what an inspector asks for.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/reports/inspection.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::int64_t kSampled = 30;
constexpr std::int64_t kMostSampled = 100'000;

Result<Answer> one_case(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(id, transfer_id(context.args().required("transfer")));
        JZ_TRY(document, case_document(view.ledger, view.organisations, view.profile, id, view.as_of));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

Result<Answer> overrides(Context& context) {
    const Args& args = context.args();
    OverrideFilter filter;
    filter.from = args.date("--from").value_or(Date());
    filter.to = args.date("--to").value_or(Date());
    if (const auto typed = args.text("--rule")) {
        const RuleText* rule = rule_called(*typed);
        if (rule == nullptr) {
            return fail(Exit::not_found, say({"没有规则“{}”", "there is no rule '{}'"}, printable(*typed)),
                        Text{"查看：jiezhuan rules list", "see: jiezhuan rules list"});
        }
        filter.rule = rule->id;
    }
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(document, overrides_document(view.ledger, filter));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

Result<Answer> sample(Context& context) {
    const Args& args = context.args();
    SampleFilter filter;
    filter.count = args.number("--count").value_or(kSampled);
    filter.seed = args.number("--seed").value();
    filter.from = args.date("--from").value_or(Date());
    filter.to = args.date("--to").value_or(Date());
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(document, sample_document(view.ledger, view.organisations, filter));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

constexpr std::array kCase = {
    OptionRow{"transfer", OptionType::text, {"转接编号", "the transfer"}, true, false, nullptr, "T…"}};
constexpr std::array kOverrides = {
    OptionRow{"--rule", OptionType::text, {"只看这条规则", "of one rule"}, false, false, nullptr, "RULE"},
    OptionRow{"--from", OptionType::date, {"业务日期从", "from this day on"}},
    OptionRow{"--to", OptionType::date, {"业务日期到", "up to this day"}}};
constexpr std::array kSample = {
    OptionRow{"--count",
              OptionType::number,
              {"抽几件，默认 30", "how many; default 30"},
              false,
              false,
              nullptr,
              {},
              kMostSampled},
    OptionRow{"--seed",
              OptionType::number,
              {"种子：同一账本、同一种子，抽出的相同", "the seed: the same of the same ledger draws the same"},
              true},
    OptionRow{"--from", OptionType::date, {"登记日期从", "opened from this day on"}},
    OptionRow{"--to", OptionType::date, {"登记日期到", "opened up to this day"}}};
constexpr std::array kCaseExamples = {
    Example{"jiezhuan report case T345", {"从批准到回执，一页", "from approval to receipt, on a page"}},
    Example{"jiezhuan report case T345 --format json", {"供脚本读取", "for a script"}}};
constexpr std::array kOverridesExamples = {
    Example{"jiezhuan report overrides", {"放行过的规则和理由", "every rule that was passed, and why"}},
    Example{"jiezhuan report overrides --rule PB-01 --from 2026-01-01", {"今年某一条", "one rule, this year"}}};
constexpr std::array kSampleExamples = {
    Example{"jiezhuan report sample --count 30 --seed 7", {"抽查 30 件", "thirty to look at"}},
    Example{"jiezhuan report sample --seed 7 --from 2026-01-01 --to 2026-06-30",
            {"上半年登记的", "of those opened in half a year"}}};

const std::array kRows = {
    CommandRow{"report",
               "case",
               {"一件转接的全过程", "one transfer from approval to receipt"},
               Access::reads,
               kCase,
               kCaseExamples,
               one_case},
    CommandRow{"report",
               "overrides",
               {"放行过的规则", "rules that were passed"},
               Access::reads,
               kOverrides,
               kOverridesExamples,
               overrides},
    CommandRow{"report",
               "sample",
               {"抽查的转接", "transfers for inspection, at random"},
               Access::reads,
               kSample,
               kSampleExamples,
               sample},
};

} // namespace

CommandTable report_commands() { return kRows; }

} // namespace jiezhuan::cli
