#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/record_options.hpp"
#include "cli/screen.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

Result<Answer> add(Context& context) {
    JZ_TRY(values, values_given(context, organisation_fields()));
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(outcome, add_organisation(work, values));
        const OrgId created{outcome.created};
        Message done;
        if (created) {
            done = say({"已登记 {} {}", "registered {} {}"}, created.text(), work.organisations.path_of(created));
            if (const Organisation* added = work.organisations.find(created); added != nullptr && added->parent) {
                done = say({"{}，上级是“{}”", "{}, below '{}'"}, done, work.organisations.label(added->parent));
            }
        }
        Answer answer = answer_of("org.add", std::move(outcome), std::move(done));
        if (created) {
            const std::string show = "jiezhuan org show " + created.text();
            answer.document.next.emplace_back(show, show);
        }
        return answer;
    });
}

Result<Answer> change(Context& context) {
    JZ_TRY(values, values_given(context, organisation_fields()));
    if (values.empty()) {
        return fail(Exit::usage, Text{"没有写要改哪一项", "it is not said what to change"},
                    Text{"看有哪些：jiezhuan org change --help", "see what there is: jiezhuan org change --help"});
    }
    return act(context, [&](Work& work) -> Result<Answer> {
        std::vector<OrgId> ids;
        for (const std::string& words : context.args().texts("organisation")) {
            JZ_TRY(id, work.organisations.resolve(words));
            ids.push_back(id);
        }
        JZ_TRY(outcome, change_organisations(work, ids, values));
        const bool done = !outcome.refused && !outcome.already;
        const OrgId first = ids.front();
        const Message headline =
            ids.size() == 1 ? say({"{} {}：已变更", "{} {}: changed"}, first.text(), work.organisations.path_of(first))
                            : say({"{} 个党组织已变更", "{} organisations were changed"}, ids.size());
        Answer answer = answer_of("org.change", std::move(outcome), headline);
        if (done) {
            const std::string show = ids.size() == 1 ? "jiezhuan org show " + first.text() : "jiezhuan org tree";
            answer.document.next.emplace_back(show, show);
        }
        return answer;
    });
}

Result<Answer> list(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        OrgFilter filter;
        filter.outside = context.args().flag("--outside");
        filter.name = context.args().text_or("--name", "");
        filter.kind = context.args().code<OrgKind>("--kind").value_or(OrgKind::none);
        Answer answer;
        answer.document.schema = "org.list";
        answer.document.sections = {organisation_rows(view.organisations, filter)};
        return answer;
    });
}

// People see the level by the indent.
void drop_levels(RowSet& set) {
    const auto level =
        std::find_if(set.columns.begin(), set.columns.end(), [](const Column& c) { return c.id == "depth"; });
    if (level == set.columns.end()) {
        return;
    }
    const auto at = level - set.columns.begin();
    set.columns.erase(level);
    for (std::vector<Cell>& row : set.rows) {
        row.erase(row.begin() + at);
    }
}

// The answer of a look at organisations: findings count where --fail-on was named.
Answer answer_to_look(const Context& context, Document document) {
    Answer answer;
    answer.exit = context.args().given("--fail-on") ? context.verdict(document.findings) : Exit::done;
    answer.document = std::move(document);
    if (on_a_screen(context)) {
        std::for_each(answer.document.sections.begin(), answer.document.sections.end(), drop_levels);
    }
    return answer;
}

Result<Answer> tree(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        OrgId top = view.organisations.own().id;
        if (const auto words = context.args().text("organisation")) {
            JZ_TRY(id, view.organisations.resolve(*words, OrgDirectory::Where::ours));
            top = id;
        }
        JZ_TRY(document, organisation_tree(view.ledger, view.organisations, view.profile, top));
        return answer_to_look(context, std::move(document));
    });
}

Result<Answer> show(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(id, view.organisations.resolve(context.args().required("organisation")));
        JZ_TRY(document, organisation_document(view.ledger, view.organisations, view.profile, id));
        return answer_to_look(context, std::move(document));
    });
}

std::span<const OptionRow> add_options() {
    static RecordOptions options{{}};
    options.add_fields<Organisation>(organisation_fields());
    options.require("--name");
    options.require("--kind");
    return options.rows();
}
constexpr std::array kOne = {
    OptionRow{"organisation", OptionType::text, {"党组织（代码、名称或编号）", "code, name or id"}, true},
};
constexpr std::array kSeveral = {
    OptionRow{"organisation", OptionType::text, {"党组织，一个或几个", "code, name or id; one or several"}, true, true},
};
std::span<const OptionRow> change_options() {
    static RecordOptions options{kSeveral};
    options.add_fields<Organisation>(organisation_fields());
    options.add(clear_option({"清空这一项，如 short_name", "make this field empty, like short_name"}));
    return options.rows();
}
constexpr std::array kList = {
    OptionRow{"--outside", OptionType::flag, {"外部党组织名录", "the directory of outside organisations"}},
    OptionRow{"--name",
              OptionType::text,
              {"全称或简称中的几个字，或拼音、首字母", "a part of the full or short name, or its pinyin or initials"}},
    OptionRow{"--kind", OptionType::code, {"类别", "kind"}, false, false, code_table<OrgKind>},
};
constexpr std::array kTree = {
    OptionRow{"organisation", OptionType::text, {"从哪个党组织往下，默认本级", "from where down; default your own"}},
};
constexpr std::array kAddExamples = {
    Example{"jiezhuan org add --name 中共望江街道江滨社区第一支部委员会 --short-name 江滨社区第一支部 --kind branch "
            "--parent 江滨社区党委 --code 001001001",
            {"登记下级党支部", "a branch of ours"}},
    Example{"jiezhuan org add --outside yes --name 中共滨海市海港区海港街道工作委员会 --kind working_committee "
            "--distance other_province",
            {"登记外部党组织，作为抬头或来源", "an outside organisation: an addressee or a source"}},
};
constexpr std::array kChangeExamples = {
    Example{"jiezhuan org change O7 --can-approve-probationary yes --remarks 2026-11-20电话核实",
            {"核实了对方有审批预备党员权限", "the authority of an outside committee was confirmed"}},
    Example{"jiezhuan org change 江滨社区第一支部 江滨社区第二支部 --on 2026-11-01 --parent 江南社区党委",
            {"从这一天起改属同一基层党委内的另一社区",
             "from that day below another community of the same basic committee"}},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan org list", {"本级及下级党组织", "our organisations"}},
    Example{"jiezhuan org list --outside --name 海港", {"外部党组织中查找", "look in the outside directory"}},
};
constexpr std::array kTreeExamples = {
    Example{"jiezhuan org tree", {"党组织树和党员数", "the tree with its members"}},
    Example{"jiezhuan org tree 江滨社区党委", {"只看一个社区", "one community"}},
};
constexpr std::array kShowExamples = {
    Example{"jiezhuan org show 江滨社区党委", {"一个党组织的情况", "all about an organisation"}},
    Example{"jiezhuan org show O5 --format json", {"供脚本读取", "for a script"}},
};

const std::array kRows = {
    CommandRow{
        "org", "add", {"登记一个党组织", "register an organisation"}, Access::writes, add_options(), kAddExamples, add},
    CommandRow{"org",
               "change",
               {"变更党组织信息（从某日起）", "change what is so from a day on"},
               Access::writes,
               change_options(),
               kChangeExamples,
               change},
    CommandRow{"org", "list", {"列出党组织", "list organisations"}, Access::reads, kList, kListExamples, list},
    CommandRow{
        "org", "tree", {"党组织树和党员数", "the tree with its members"}, Access::reads, kTree, kTreeExamples, tree},
    CommandRow{"org", "show", {"查看一个党组织", "show an organisation"}, Access::reads, kOne, kShowExamples, show},
};

} // namespace

CommandTable org_commands() { return kRows; }

} // namespace jiezhuan::cli
