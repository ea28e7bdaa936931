// Dues: recorded one at a time or as a list, and who is behind.
#include "jiezhuan/service/dues/dues.hpp"
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/importing.hpp"
#include "jiezhuan/service/dues/dues_views.hpp"
#include "jiezhuan/service/intake/dues_import.hpp"
#include "jiezhuan/service/members/members.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::int64_t kMostMonths = 1200;

Result<Answer> record(Context& context) {
    const Args& args = context.args();
    DuesInput input;
    input.through = args.date("--through").value();
    input.from = args.date("--from").value_or(Date());
    input.reason = args.text_or("--reason", "");
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(member, member_called(work.ledger, args.required("member")));
        JZ_TRY(outcome, record_dues(work, member.id, input));
        const bool supplied = outcome.corrected;
        return answer_of("dues.record", std::move(outcome),
                         supplied ? say({"{}：已补记原因", "{}: the reason is recorded"}, subject_of(member))
                                  : say({"{}：党费交至 {}", "{}: dues are paid through {}"}, subject_of(member),
                                        input.through.text()));
    });
}

Result<Answer> import_dues(Context& context) {
    DuesImport import;
    return import_file(context, import, "dues import", "dues");
}

Result<Answer> dues_template(Context&) { return template_of("dues"); }

Result<Answer> looked_up(Context& context,
                         Result<Document> (*view_of)(Reading&, const OrgDirectory&, Date, const DuesFilter&)) {
    return look(context, [&](View& view) -> Result<Answer> {
        const Args& args = context.args();
        DuesFilter filter;
        filter.months = args.number("--months").value_or(filter.months);
        if (const auto org = args.text("--org")) {
            JZ_TRY(id, view.organisations.resolve(*org, OrgDirectory::Where::ours));
            filter.org = id;
        }
        filter.unknown = context.command().verb == "list" && args.flag("--unknown");
        JZ_TRY(document, view_of(view.ledger, view.organisations, view.as_of, filter));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

Result<Answer> list(Context& context) {
    if (context.args().flag("--unknown") && context.args().given("--months")) {
        return fail(Exit::usage,
                    Text{"--unknown 和 --months 不能同时使用", "--unknown and --months do not go together"},
                    Text{"--unknown 列出没有登记交至月份的，不知道欠几个月",
                         "--unknown lists those of whom it is not known how many months they are behind"});
    }
    return looked_up(context, dues_list);
}

Result<Answer> by_organisation(Context& context) { return looked_up(context, dues_arrears); }

constexpr std::array kRecord = {
    OptionRow{"member", OptionType::text, {"党员编号，如 M12", "the member, like M12"}, true, false, nullptr, "M…"},
    OptionRow{"--through", OptionType::month, {"交至哪个月", "the last month paid"}, true},
    OptionRow{"--from", OptionType::month, {"从哪个月起，默认接着上次", "the first month; by default the next one"}},
    OptionRow{"--reason", OptionType::text, {"补交的原因", "why months are made up"}},
};
constexpr std::array kImport = {kImportFile, kImportMap, kImportReject, kImportPartial};
constexpr OptionRow kOrg = {"--org", OptionType::text, {"只看该党组织及其下级", "only at or below that organisation"}};
constexpr OptionRow kMonths = {"--months",
                               OptionType::number,
                               {"欠交满几个整月，默认 1", "behind by so many whole months; default 1"},
                               false,
                               false,
                               nullptr,
                               {},
                               kMostMonths};
constexpr std::array kList = {
    kMonths,
    kOrg,
    OptionRow{"--unknown", OptionType::flag, {"改列没有登记交至月份的", "instead those of whom no month is recorded"}},
};
constexpr std::array kArrears = {kMonths, kOrg};
constexpr std::array kRecordExamples = {
    Example{"jiezhuan dues record M12 --through 2026-12", {"接着上次交到十二月", "paid through December"}},
    Example{"jiezhuan dues record M12 --from 2026-01 --through 2026-11 --reason 外出务工未及时交纳",
            {"补交，写明原因", "made up, and why"}},
};
constexpr std::array kImportExamples = {
    Example{"jiezhuan dues import 党费.csv --dry-run", {"先看结果，不写入", "look at the outcome first"}},
    Example{"jiezhuan dues import 党费.csv", {"登记一个支部收缴的党费", "record what a branch collected"}},
};
constexpr std::array kTemplateExamples = {
    Example{"jiezhuan dues template --output 党费.csv", {"写出空白登记表", "write an empty list"}},
    Example{"jiezhuan dues template | head -1", {"看有哪些栏目", "see the columns"}},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan dues list", {"哪些人欠交", "who is behind"}},
    Example{"jiezhuan dues list --months 3 --org 江滨社区党委",
            {"一个社区欠交满三个月的", "three months behind, in a community"}},
};
constexpr std::array kArrearsExamples = {
    Example{"jiezhuan dues arrears", {"各党组织欠交多少", "how much each organisation is behind"}},
    Example{"jiezhuan dues arrears --months 6 --as-of 2026-12-31",
            {"到年底欠交满六个月的", "six months behind at the end of the year"}},
};

const std::array kRows = {
    CommandRow{"dues",
               "record",
               {"登记一名党员的党费交至", "record through which month a member has paid"},
               Access::writes,
               kRecord,
               kRecordExamples,
               record},
    CommandRow{"dues",
               "import",
               {"导入党费收缴登记表", "import a list of dues"},
               Access::writes,
               kImport,
               kImportExamples,
               import_dues},
    CommandRow{"dues",
               "template",
               {"空白党费收缴登记表，用于填写和导入", "an empty list of dues to fill in and import"},
               Access::none,
               {},
               kTemplateExamples,
               dues_template},
    CommandRow{
        "dues", "list", {"欠交党费的党员", "members behind with the dues"}, Access::reads, kList, kListExamples, list},
    CommandRow{"dues",
               "arrears",
               {"各党组织欠交党费的情况", "how much each organisation is behind with the dues"},
               Access::reads,
               kArrears,
               kArrearsExamples,
               by_organisation},
};

} // namespace

CommandTable dues_commands() { return kRows; }

} // namespace jiezhuan::cli
