#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/near_rules.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"
#include "jiezhuan/service/records/profiles.hpp"
#include "jiezhuan/service/work.hpp"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>
#include <iterator>

namespace jiezhuan::cli {
namespace {

constexpr std::array kSeverityRows = {CodeRow{1, "error", {"错误", "error"}, ""},
                                      CodeRow{2, "warning", {"提醒", "warning"}, ""},
                                      CodeRow{3, "info", {"说明", "note"}, ""}};
const CodeTable& severities() {
    static constexpr CodeTable kTable{"severity", {"级别", "Severity"}, kSeverityRows};
    return kTable;
}

const Column kHere{"here", Text{"本账本", "Here"}, ColumnType::code};
const Column kInForceFrom{"in_force_from", Text{"施行", "In force from"}, ColumnType::date};

Cell severity_cell(const RuleText& rule) {
    return {std::string(severity_id(rule.severity)), severity_title(rule.severity)};
}

// Where the ledger's profile differs from the built-in one; with --all, everything that it sets.
Result<Answer> settings(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(document, context.args().flag("--all") ? settings_document(view.ledger, view.as_of)
                                                      : profile_document(view.ledger, view.as_of));
        Answer answer;
        answer.document = std::move(document);
        return answer;
    });
}

// The profile of the ledger that is at hand; nothing where there is none: rules are there to be read without one.
std::optional<Profile> profile_here(Context& context) {
    auto store = context.store();
    if (!store) {
        return std::nullopt;
    }
    auto ledger = (*store)->read();
    if (!ledger) {
        return std::nullopt;
    }
    auto in_force = profile_in_force(**ledger, context.as_of());
    return in_force ? std::optional(std::move(in_force->profile)) : std::nullopt;
}

// A number or switch of that profile; without a ledger of the one that is built in.
Result<std::optional<Document>> setting_here(Context& context, const std::string& wanted) {
    auto store = context.store();
    if (!store) {
        return setting_document(nullptr, context.as_of(), wanted);
    }
    JZ_TRY(ledger, (*store)->read());
    return setting_document(ledger.get(), context.as_of(), wanted);
}

// What the profile makes of a rule; empty where it leaves it alone.
Cell cell_here(const RuleText& rule, const std::optional<Profile>& profile) {
    if (!profile) {
        return {};
    }
    if (switched_off(rule, *profile)) {
        return {"off", Text{"不问", "off"}};
    }
    const Severity here = severity_under(rule, *profile);
    return here == rule.severity ? Cell() : Cell(std::string(severity_id(here)), severity_title(here));
}

Result<Answer> list(Context& context) {
    if (context.args().flag("--profile") || context.args().flag("--all")) {
        return settings(context);
    }
    const std::string severity = context.args().text_or("--severity", "");
    const std::string group = context.args().text_or("--group", "");
    Answer answer;
    answer.document.schema = "rules.list";
    RowSet set;
    set.id = "rules";
    set.columns = {{"id", Text{"规则", "Rule"}, ColumnType::id},
                   {"severity", Text{"级别", "Severity"}, ColumnType::code},
                   kHere,
                   {"title", Text{"内容", "What it says"}, ColumnType::text},
                   {"overridable", Text{"可说明理由后通过", "May be accepted"}, ColumnType::code},
                   kInForceFrom,
                   {"citation", Text{"依据", "Basis"}, ColumnType::text}};
    set.when_empty = Text{"没有符合条件的规则", "no rule fits"};
    const std::optional<Profile> profile = profile_here(context);
    for (const RuleText* rule : all_rules()) {
        const bool fits = in_force(*rule, context.as_of()) &&
                          (severity.empty() || severity_id(rule->severity) == severity) &&
                          (group.empty() || lowered_ascii(rule->id).starts_with(lowered_ascii(group)));
        if (fits) {
            set.rows.push_back({std::string(rule->id), severity_cell(*rule), cell_here(*rule, profile),
                                rule->title.in(context.lang()), Cell::code(rule->overridable ? Flag::yes : Flag::no),
                                in_force_from(rule->citation), std::string(rule->citation)});
        }
    }
    answer.document.headline = say({"{} 条规则", "{} rules"}, set.rows.size());
    answer.document.sections.push_back(std::move(set));
    return answer;
}

Result<Answer> adopt(Context& context) {
    const std::string file = context.args().required("file");
    JZ_TRY(text, context.read(file, kLargestProfile));
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(outcome, adopt_profile(work, text, file));
        Answer answer = answer_of("rules.adopt", std::move(outcome),
                                  say({"自 {} 起采用规则参数 {}", "from {} on the ledger is judged by the profile {}"},
                                      work.on.text(), printable(file)));
        if (answer.exit == Exit::done) {
            JZ_TRY(differences, profile_document(work.ledger, work.on));
            answer.document.sections = std::move(differences.sections);
            answer.document.next = {Text{"jiezhuan rules list --profile  # 看与内置参数的不同",
                                         "jiezhuan rules list --profile  # where it differs from the built-in one"}};
        }
        return answer;
    });
}

RowSet rule_card() {
    RowSet set;
    set.id = "rule";
    set.shape = RowSet::Shape::card;
    set.columns = {{"id", Text{"规则", "Rule"}, ColumnType::id},
                   {"severity", Text{"级别", "Severity"}, ColumnType::code},
                   kHere,
                   {"title", Text{"内容", "What it says"}, ColumnType::text},
                   {"citation", Text{"依据", "Basis"}, ColumnType::text},
                   kInForceFrom,
                   {"fix", Text{"怎么办", "What to do"}, ColumnType::text},
                   {"overridable", Text{"可说明理由后通过", "May be accepted"}, ColumnType::code}};
    return set;
}

// What findings and deadlines name without a row in the catalogue.
struct Unruled {
    std::string_view id;
    Severity severity;
    Text says;
    Text basis;
    Text fix;
};
constexpr std::array kUnruled = {
    Unruled{kExpiring,
            Severity::warning,
            {"介绍信快要过期", "a letter is about to expire"},
            {"账本的规则参数 expiring_days", "the profile of the ledger: expiring_days"},
            {"提醒党员，或抓紧接收：照 jiezhuan todo 列出的命令办",
             "remind the member, or receive in time: by the command that todo names"}},
    Unruled{kHeld,
            Severity::warning,
            {"暂缓很久没有复核", "a hold that nobody reviews"},
            {"账本的规则参数 hold_review_days", "the profile of the ledger: hold_review_days"},
            {"复核，能办即恢复：jiezhuan transfer resume 编号",
             "review it; where it can go on: jiezhuan transfer resume ID"}},
    Unruled{kStuck,
            Severity::warning,
            {"一步之后迟迟没有下一步", "a step with no next one"},
            {"账本的规则参数 transit_sla_days", "the profile of the ledger: transit_sla_days"},
            {"照 jiezhuan todo 列出的命令办理下一步", "take the next step, by the command that todo names"}},
    Unruled{kStateRule,
            Severity::error,
            {"不是规则：账本现在的情形使这件事不能办，或有需要知道的情况",
             "no rule: as things stand in the ledger the act cannot be done, or there is something to know"},
            {"账本里的记录", "what is recorded in the ledger"},
            {"照这一条的“怎么办”办", "do what the finding itself says"}},
};

// In words, for people.
Message name_of_unruled(const Unruled& one) {
    const auto limit = limit_name(one.id);
    return limit ? Message(*limit) : Message(std::string(one.id), std::string(one.id));
}

std::vector<Unruled> unruled_called(const std::string& wanted) {
    std::vector<std::string> names = deadlines_called(wanted);
    if (lowered_ascii(wanted) == lowered_ascii(kStateRule)) {
        names.emplace_back(kStateRule);
    }
    std::vector<Unruled> called(kUnruled.begin(), kUnruled.end());
    for (const DeadlineRule& row : member_limits()) {
        const RuleText& text = row.text;
        called.push_back({text.id, text.severity, text.title, {text.citation, text.citation}, text.fix});
    }
    std::erase_if(called,
                  [&](const Unruled& one) { return std::find(names.begin(), names.end(), one.id) == names.end(); });
    return called;
}

// Under the one word that lists show for the limits, all of them.
Answer explained(const std::vector<Unruled>& called, Lang lang) {
    const Unruled& first = called.front();
    const bool one = called.size() == 1;
    const auto all = [&](Text Unruled::*text) {
        std::string words;
        for (const Unruled& each : called) {
            words += words.empty() ? "" : Text("；", "; ").in(lang);
            words += one ? std::string() : name_of_unruled(each).in(lang) + std::string(Text("：", ": ").in(lang));
            words += (each.*text).in(lang);
        }
        return words;
    };
    Answer answer;
    answer.document.schema = "rules.show";
    RowSet set = rule_card();
    set.rows.push_back({one ? Cell(std::string(first.id), name_of_unruled(first)) : Cell("limit", kLimit),
                        Cell(std::string(severity_id(first.severity)), severity_title(first.severity)), Cell(),
                        all(&Unruled::says), all(&Unruled::basis), Date(), all(&Unruled::fix), Cell::code(Flag::no)});
    answer.document.sections.push_back(std::move(set));
    return answer;
}

Result<Answer> show(Context& context) {
    const std::string wanted = context.args().required("rule");
    if (const auto called = unruled_called(wanted); !called.empty()) {
        Answer answer = explained(called, context.lang());
        JZ_TRY(setting, setting_here(context, std::string(called.front().id)));
        if (called.size() == 1 && setting) {
            std::move(setting->sections.begin(), setting->sections.end(), std::back_inserter(answer.document.sections));
            answer.document.next = std::move(setting->next);
        }
        return answer;
    }
    const RuleText* rule = rule_called(wanted);
    if (rule == nullptr) {
        JZ_TRY(setting, setting_here(context, wanted));
        if (setting) {
            return Answer{std::move(*setting)};
        }
        std::vector<std::string> near = near_rules(wanted);
        if (near.empty()) {
            near = nearest(lowered_ascii(wanted), setting_keys());
        }
        return fail(Exit::not_found, say({"没有规则“{}”", "there is no rule '{}'"}, printable(wanted)),
                    near.empty() ? Message(Text{"查看：jiezhuan rules list", "see: jiezhuan rules list"})
                                 : Message(fmt::format("是不是：{}", fmt::join(near, "、")),
                                           fmt::format("did you mean: {}", fmt::join(near, ", "))));
    }
    Answer answer;
    answer.document.schema = "rules.show";
    RowSet set = rule_card();
    const std::optional<Profile> profile = profile_here(context);
    const bool off = profile && switched_off(*rule, *profile);
    set.rows.push_back({std::string(rule->id), severity_cell(*rule), cell_here(*rule, profile),
                        rule->title.in(context.lang()), std::string(rule->citation), in_force_from(rule->citation),
                        fix_of(*rule).in(context.lang()), Cell::code(rule->overridable ? Flag::yes : Flag::no)});
    answer.document.sections.push_back(std::move(set));
    if (off) {
        answer.document.next = {Text{"jiezhuan rules list --profile  # 由谁规定不问",
                                     "jiezhuan rules list --profile  # who says that it is off"}};
    } else if (rule->overridable) {
        answer.document.next = {
            say({"确需通过时：--accept {}=理由，理由记入账本", "to accept it: --accept {}=REASON; the reason is kept"},
                rule->id)};
    }
    return answer;
}

constexpr std::array kList = {
    OptionRow{"--severity", OptionType::code, {"级别", "severity"}, false, false, severities},
    OptionRow{"--group", OptionType::text, {"编号开头，如 LT", "beginning of the id, like LT"}},
    OptionRow{
        "--profile",
        OptionType::flag,
        {"改为列出本账本的参数与内置的不同", "list instead where the ledger's profile differs from the built-in one"}},
    OptionRow{"--all",
              OptionType::flag,
              {"与 --profile 一起：列出全部参数、来源和是否改过",
               "with --profile: every number and switch, with its source and whether it is changed"}},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan rules list --group LT", {"介绍信的规则", "rules about letters"}},
    Example{"jiezhuan rules list --severity error --format csv", {"全部错误级规则", "all that refuse"}}};
constexpr std::array kShow = {OptionRow{
    "rule",
    OptionType::text,
    {"规则编号，如 LT-21；或一项参数，如 valid_days_max", "the rule, like LT-21, or a setting, like valid_days_max"},
    true,
    false,
    nullptr,
    "RULE"}};
constexpr std::array kShowExamples = {Example{"jiezhuan rules show LT-21", {"一条规则的全文", "all about one rule"}},
                                      Example{"jiezhuan rules show pb-01 --lang en", {"英文", "in English"}}};

constexpr std::array kAdopt = {OptionRow{"file",
                                         OptionType::file,
                                         {"规则参数文件；写 base = \"national-2019\" 的只写不同之处",
                                          "the profile; with base = \"national-2019\" it says only what differs"},
                                         true,
                                         false,
                                         nullptr,
                                         "FILE"}};
constexpr std::array kAdoptExamples = {
    Example{"jiezhuan rules adopt 本市.toml --on 2026-11-01", {"自那一天起按本市的规定办", "from that day on"}},
    Example{"jiezhuan rules adopt 本市.toml --dry-run", {"只检查文件", "only check the file"}}};

const std::array kRows = {
    CommandRow{"rules", "list", {"列出规则", "list the rules"}, Access::reads, kList, kListExamples, list},
    CommandRow{"rules", "show", {"查看规则", "show a rule"}, Access::reads, kShow, kShowExamples, show},
    CommandRow{"rules", "adopt", {"采用规则参数", "adopt a profile"}, Access::writes, kAdopt, kAdoptExamples, adopt},
};

} // namespace

CommandTable rules_commands() { return kRows; }

} // namespace jiezhuan::cli
