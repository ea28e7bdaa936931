// Lists of migrants: ours, taken into the register; the other side's, compared with it.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/importing.hpp"
#include "cli/screen.hpp"
#include "jiezhuan/service/intake/migrant_list.hpp"
#include "jiezhuan/service/intake/outflow_import.hpp"
#include "jiezhuan/service/migrants/migrant_match.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::string_view kOutflow = "outflow";
constexpr std::string_view kMigrantList = "migrant_list";

Result<Answer> import_outflow(Context& context) {
    OutflowImport import;
    return import_file(context, import, "migrant import", kOutflow);
}

Result<Answer> empty_list(Context& context) {
    return template_of(context.args().flag("--match") ? kMigrantList : kOutflow);
}

Result<MatchOrder> order_given(const Args& args) {
    MatchOrder order;
    order.of = args.code<MigrantRegister>("--register").value_or(MigrantRegister::outflow);
    order.partial = args.flag("--allow-partial");
    order.place = args.text_or("--place", "");
    if (order.of == MigrantRegister::residence) {
        return fail(Exit::usage,
                    Text{"比对的是流出或流入台账", "it is the register of outflow or of inflow that is matched"},
                    Text{"在居住地报到的也与流出台账一起比对：去掉 --register",
                         "who reported in where they live is matched with the outflow: leave --register out"});
    }
    if (order.partial && !args.flag("--record")) {
        return fail(Exit::usage, Text{"--allow-partial 与 --record 一起用", "--allow-partial goes with --record"},
                    Text{"只比对的，不写 --allow-partial", "to match only, leave --allow-partial out"});
    }
    if (args.flag("--record") && order.of == MigrantRegister::inflow) {
        return fail(Exit::usage,
                    Text{"--record 登记的是本级党员向对方报到，不用于流入台账",
                         "--record records that ours reported in there: not with the register of inflow"},
                    Text{"去掉 --record", "leave --record out"});
    }
    return order;
}

Answer answer_of(MigrantMatch match, const MatchOrder& order, const OrgDirectory& organisations, MigrantView view) {
    Answer answer;
    const bool in_part = order.partial && match.records && match.recordable > 0;
    answer.exit = has_errors(match.findings) ? in_part ? Exit::partly_applied : Exit::invalid_input
                  : all_agree(match)         ? Exit::done
                                             : Exit::answer_is_no;
    answer.document.schema = "migrant.match";
    answer.document.headline = match_headline(match);
    answer.document.sections.push_back(match_rows(match, organisations, view));
    answer.document.next = match_steps(match, order);
    answer.document.findings = std::move(match.findings);
    return answer;
}

Result<Answer> match(Context& context) {
    JZ_TRY(order, order_given(context.args()));
    JZ_CHECK(context.store()); // no ledger is said before a large file is read
    JZ_TRY(table, list_given(context, kMigrantList));
    const MigrantView view = on_a_screen(context) ? MigrantView::narrow : MigrantView::all;
    const auto below = [&](const OrgDirectory& organisations) -> Result<void> {
        if (const auto org = context.args().text("--org"); org) {
            JZ_TRY(id, organisations.resolve(*org, OrgDirectory::Where::ours));
            order.org = id;
        }
        return {};
    };
    if (!context.args().flag("--record")) { // only looks, and keeps nobody waiting
        return look(context, [&](View& seen) -> Result<Answer> {
            JZ_CHECK(below(seen.organisations));
            const MatchSide ours{seen.ledger, seen.organisations, seen.profile, context.env().today()};
            JZ_TRY(list, read_migrant_list(ours, table));
            JZ_TRY(found, match_migrants(ours, std::move(list), order));
            return answer_of(std::move(found), order, seen.organisations, view);
        });
    }
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_CHECK(below(work.organisations));
        JZ_TRY(list, read_migrant_list({work.ledger, work.organisations, work.profile, work.today()}, table));
        JZ_TRY(found, match_and_record(work, std::move(list), order));
        return answer_of(std::move(found), order, work.organisations, view);
    });
}

constexpr std::array kImport = {kImportFile, kImportMap, kImportReject, kImportPartial};
constexpr std::array kTemplate = {OptionRow{
    "--match", OptionType::flag, {"对方的名单（用于 migrant match）", "the other side's list, for migrant match"}}};
constexpr std::array kMatch = {
    kImportFile,
    kImportMap,
    OptionRow{"--register",
              OptionType::code,
              {"与哪一本台账比对：流出（默认，对方是流入名单）或流入",
               "with which register: outflow (default; theirs is a list of inflow) or inflow"},
              false,
              false,
              code_table<MigrantRegister>},
    OptionRow{
        "--org",
        OptionType::text,
        {"只问该党组织及其下级的谁不在对方名单上", "who of ours is not on it: only at or below that organisation"}},
    OptionRow{"--place",
              OptionType::text,
              {"只问流出地（流入的：组织关系所在）含有这些字的谁不在对方名单上",
               "who of ours is not on it: only whose place (of guests: where the relation is) has these words"}},
    OptionRow{"--record",
              OptionType::flag,
              {"按对方名单登记报到；不写则只比对", "record as reported in who agrees; else nothing is written"}},
    OptionRow{"--allow-partial", OptionType::flag, {"不能登记的除外，其余照办", "record those that can be recorded"}},
};
constexpr std::array kImportExamples = {
    Example{"jiezhuan migrant import 流出.csv --dry-run", {"先看结果，不写入", "look at the outcome first"}},
    Example{"jiezhuan migrant import 流出.csv", {"登记一份流出名单", "take a list of outflow into the register"}}};
constexpr std::array kMatchExamples = {
    Example{"jiezhuan migrant match 对方流入.csv --place 海州市",
            {"两边都有谁、只在一边的、哪里不同", "who is on both, on one only, and what differs"}},
    Example{"jiezhuan migrant match 对方流入.csv --place 海州市 --record",
            {"并按对方名单登记报到", "and record who reported in there"}}};
constexpr std::array kTemplateExamples = {
    Example{"jiezhuan migrant template --output 流出.csv", {"写出空白流出登记表", "write an empty list of outflow"}},
    Example{"jiezhuan migrant template --match | head -1",
            {"对方名单可以有哪些栏目", "the columns of the other side's list"}}};

const std::array kRows = {
    CommandRow{"migrant",
               "import",
               {"导入流出名单", "import a list of members who are away"},
               Access::writes,
               kImport,
               kImportExamples,
               import_outflow},
    CommandRow{"migrant",
               "match",
               {"与对方的流入（流出）名单比对", "match the other side's list with our register"},
               Access::writes,
               kMatch,
               kMatchExamples,
               match},
    CommandRow{"migrant",
               "template",
               {"空白流出登记表、对方名单的栏目", "an empty list to import, or the columns of theirs"},
               Access::none,
               kTemplate,
               kTemplateExamples,
               empty_list},
};

} // namespace

CommandTable migrant_list_commands() { return kRows; }

} // namespace jiezhuan::cli
