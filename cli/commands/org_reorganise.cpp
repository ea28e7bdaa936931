// Organisations that are merged, split and dissolved.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/record_options.hpp"
#include "cli/values.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "jiezhuan/service/organisations/reorganise.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

RowSet moved_card(const Reorganised& done) {
    RowSet card = card_called("moved");
    add_cell(card, "members", Text{"改编党员", "Members placed anew"}, ColumnType::number, done.members);
    add_cell(card, "organisations", Text{"改属的下级党组织", "Organisations with another superior"}, ColumnType::number,
             done.organisations);
    add_cell(card, "transfers", Text{"随之改动的在办转接", "Open transfers that follow"}, ColumnType::number,
             done.transfers);
    return card;
}

// The answer with what was moved, or with what is still open.
Answer answer_about(std::string schema, Reorganised done, Message headline, OrgId about) {
    const bool written = !done.outcome.refused && !done.outcome.already;
    const bool moved = done.members + done.organisations + done.transfers != 0;
    RowSet card = moved_card(done);
    RowSet open = std::move(done.open);
    const bool listed = !open.id.empty() && !open.rows.empty();
    Answer answer = answer_of(std::move(schema), std::move(done.outcome), std::move(headline));
    if (written) {
        if (moved) {
            answer.document.sections.push_back(std::move(card));
        }
        const std::string show = "jiezhuan org show " + about.text();
        answer.document.next.emplace_back(show, show);
    }
    if (listed) {
        answer.document.sections.push_back(std::move(open));
    }
    return answer;
}

Result<Answer> merge(Context& context) {
    const Args& args = context.args();
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(into, work.organisations.resolve(args.required("--into")));
        std::vector<OrgId> from;
        for (const std::string& words : args.texts("organisation")) {
            JZ_TRY(id, work.organisations.resolve(words));
            from.push_back(id);
        }
        JZ_TRY(done, merge_organisations(work, from, into, args.text_or("--basis", "")));
        return answer_about("org.merge", std::move(done),
                            say({"已并入 {} {}；没有办理转接，统计不变",
                                 "merged into {} {}; nobody was transferred, the statistics are as they were"},
                                into.text(), work.organisations.path_of(into)),
                            into);
    });
}

Result<Answer> split(Context& context) {
    const Args& args = context.args();
    JZ_TRY(values, values_given(context, organisation_fields()));
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(from, work.organisations.resolve(args.required("organisation"), OrgDirectory::Where::ours));
        Split wanted{from, values, {}, {}, args.text_or("--basis", "")};
        for (const std::string& words : args.texts("member")) {
            const auto id = parse_id_of<RecordKind::member>(words);
            if (!id) {
                return fail(
                    Exit::usage, say({"“{}”不是党员编号", "'{}' is no member's id"}, as_typed(words)),
                    Text{"查编号：jiezhuan member find --name 姓名", "look it up: jiezhuan member find --name NAME"});
            }
            wanted.members.push_back(*id);
        }
        for (const std::string& words : args.texts("--below")) {
            JZ_TRY(id, work.organisations.resolve(words, OrgDirectory::Where::ours));
            wanted.below.push_back(id);
        }
        JZ_TRY(done, split_organisation(work, wanted));
        const OrgId fresh{done.outcome.created};
        Message headline;
        if (fresh) {
            headline = say({"已从“{}”分设 {} {}；没有办理转接，统计不变",
                            "{1} {2} was set up out of {0}; nobody was transferred, the statistics are as they were"},
                           work.organisations.label(from), fresh.text(), work.organisations.path_of(fresh));
        }
        return answer_about("org.split", std::move(done), std::move(headline), fresh);
    });
}

Result<Answer> dissolve(Context& context) {
    const Args& args = context.args();
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(id, work.organisations.resolve(args.required("organisation")));
        OrgId successor;
        if (const auto words = args.text("--successor")) {
            JZ_TRY(next, work.organisations.resolve(*words));
            successor = next;
        }
        JZ_TRY(done, dissolve_organisation(work, id, args.text_or("--basis", ""), successor));
        return answer_about("org.dissolve", std::move(done),
                            say({"{} {} 已撤销", "{} {} is dissolved"}, id.text(), work.organisations.path_of(id)), id);
    });
}

constexpr OptionRow kBasis{
    "--basis", OptionType::text, {"依据：批复、会议或文号", "the decision, meeting or document"}, true};
constexpr std::array kMerge = {
    OptionRow{
        "organisation", OptionType::text, {"被并入的党组织，一个或几个", "what is merged, one or several"}, true, true},
    OptionRow{"--into", OptionType::text, {"并入哪个党组织", "into which"}, true},
    kBasis,
};
constexpr std::array kSplit = {
    OptionRow{"organisation", OptionType::text, {"从哪个党组织分设", "out of which"}, true},
    OptionRow{"member",
              OptionType::text,
              {"编入新设党组织的党员编号", "ids of the members who go to the new one"},
              false,
              true,
              nullptr,
              "M…"},
    OptionRow{"--below",
              OptionType::text,
              {"改属新设党组织的下级党组织", "a subordinate that goes to the new one"},
              false,
              true},
    kBasis,
};
std::span<const OptionRow> split_options() {
    static RecordOptions options{kSplit};
    options.add_fields<Organisation>(organisation_fields());
    options.require("--name");
    return options.rows();
}
constexpr std::array kDissolve = {
    OptionRow{"organisation", OptionType::text, {"党组织（代码、名称或编号）", "code, name or id"}, true},
    kBasis,
    OptionRow{"--successor", OptionType::text, {"党员整体去了哪里", "where its members went as a whole"}},
};
constexpr std::array kMergeExamples = {
    Example{"jiezhuan org merge 江滨社区第二支部 --into 江滨社区第一支部 --basis 街道党工委批复〔2026〕8号",
            {"两个支部合并：党员、在办转接都随之改动", "two branches become one"}},
    Example{"jiezhuan org merge O12 O13 --into O4 --basis 区划调整 --on 2026-11-01 --dry-run",
            {"社区合并：先看结果", "communities that are merged: look first"}},
};
constexpr std::array kSplitExamples = {
    Example{"jiezhuan org split 江滨社区第一支部 M12 M13 M14 --name 中共望江街道江滨社区第三支部委员会 "
            "--short-name 江滨社区第三支部 --basis 街道党工委批复〔2026〕9号",
            {"支部超过五十人，分设一个", "a branch that grew too large"}},
    Example{"jiezhuan org split 江滨社区党委 --below O5 --below O6 --name 中共望江街道江南社区委员会 --basis 区划调整",
            {"社区一分为二，支部随之改属", "a community becomes two, with its branches"}},
};
constexpr std::array kDissolveExamples = {
    Example{"jiezhuan org dissolve 江滨商圈联合支部 --basis 街道党工委批复〔2026〕10号",
            {"撤销党组织；有未了结的事项就列出来", "dissolve one; what is still open is listed"}},
    Example{"jiezhuan org dissolve O6 --basis 撤销 --dry-run", {"看还差什么", "see what is still open"}},
};
const std::array kRows = {
    CommandRow{"org",
               "merge",
               {"合并党组织（同一基层党委内）", "merge organisations inside one basic committee"},
               Access::writes,
               kMerge,
               kMergeExamples,
               merge},
    CommandRow{"org",
               "split",
               {"分设党组织（同一基层党委内）", "set one up out of another, inside one basic committee"},
               Access::writes,
               split_options(),
               kSplitExamples,
               split},
    CommandRow{"org",
               "dissolve",
               {"撤销党组织，先列出未了结的事项", "dissolve an organisation, once nothing is open"},
               Access::writes,
               kDissolve,
               kDissolveExamples,
               dissolve},
};

} // namespace

CommandTable org_reorganise_commands() { return kRows; }

} // namespace jiezhuan::cli
