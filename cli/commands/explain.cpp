#include "jiezhuan/service/explain/explain.hpp"
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/near_rules.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/members/member_naming.hpp"
#include "jiezhuan/service/members/members.hpp"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>

namespace jiezhuan::cli {
namespace {

// What is typed may be nearly a rule, or the name of somebody.
Error meant_otherwise(View& view, const std::string& words, Error error) {
    if (!deadlines_called(words).empty() || lowered_ascii(words) == lowered_ascii(kStateRule)) {
        return {Exit::not_found,
                say({"“{}”不是介绍信编号", "'{}' is no letter's number"}, printable(words)),
                say({"这一条说的是什么：jiezhuan rules show {}", "what it stands for: jiezhuan rules show {}"},
                    shell_word(words)),
                {},
                {}};
    }
    const bool name = std::none_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name) {
        Error somebody = not_a_number(view.ledger, words);
        return somebody.context.empty() ? error : somebody;
    }
    const std::vector<std::string> near =
        words.find('-') == std::string::npos ? std::vector<std::string>() : near_rules(words);
    if (!near.empty()) {
        error.message = say({"没有规则“{}”", "there is no rule '{}'"}, printable(words));
        error.hint = {fmt::format("是不是：{}", fmt::join(near, "、")),
                      fmt::format("did you mean: {}", fmt::join(near, ", "))};
    }
    return error;
}

// A record by its id; whatever else is typed is the number of a letter.
Result<Document> explained(View& view, const std::string& words, Lang lang) {
    const auto id = parse_id(trimmed(words));
    switch (id ? id->kind : RecordKind::letter) {
    case RecordKind::member: {
        JZ_TRY(member, member_called(view.ledger, words));
        return explain_member(view.ledger, view.organisations, view.profile, member, view.as_of);
    }
    case RecordKind::transfer:
        return explain_transfer(view.ledger, view.organisations, view.profile, TransferId{id->value}, view.as_of);
    case RecordKind::batch:
        return explain_batch(view.ledger, view.organisations, view.profile, BatchId{id->value}, view.as_of, lang);
    case RecordKind::letter: {
        auto letter = find_letter(view.ledger, words);
        if (!letter && letter.error().code == Exit::not_found && !id) {
            return fail(meant_otherwise(view, words, std::move(letter.error())));
        }
        if (!letter) {
            return fail(std::move(letter.error()));
        }
        return explain_letter(view.ledger, view.organisations, view.profile, *letter, view.as_of);
    }
    default:
        return fail(Exit::usage, say({"“{}”没有经过可说", "'{}' has no story to tell"}, printable(words)),
                    Text{"可以写 M12、T345、B7、L88、介绍信编号、规则编号或退出码",
                         "it takes M12, T345, B7, L88, a letter's number, a rule or an exit code"});
    }
}

Result<Answer> explain(Context& context) {
    const std::string words = context.args().required("about");
    Answer answer;
    if (const auto exit = exit_called(words)) {
        answer.document = explain_exit(*exit);
        return answer;
    }
    if (const RuleText* rule = rule_called(words)) {
        answer.document = explain_rule(*rule);
        return answer;
    }
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(document, explained(view, words, context.lang()));
        answer.document = std::move(document);
        return answer;
    });
}

constexpr std::array kAbout = {OptionRow{"about",
                                         OptionType::text,
                                         {"M12、T345、B7、L88、介绍信编号、规则编号，或退出码（5、exit-5）",
                                          "M12, T345, B7, L88, a letter's number, a rule, or an exit code (5, exit-5)"},
                                         true,
                                         false,
                                         nullptr,
                                         "WHAT"}};
constexpr std::array kExamples = {
    Example{"jiezhuan explain T12",
            {"经过、由谁负责、还缺什么、下一步", "so far, who is responsible, what is missing"}},
    Example{"jiezhuan explain exit-5", {"退出码 5 是什么意思", "what exit code 5 means"}}};

const std::array kRows = {
    CommandRow{"explain",
               "",
               {"讲清一名党员、一件转接、一份介绍信、一个批次、一条规则或一个退出码",
                "a member, transfer, letter, batch, rule or exit code in plain words"},
               Access::reads,
               kAbout,
               kExamples,
               explain},
};

} // namespace

CommandTable explain_commands() { return kRows; }

} // namespace jiezhuan::cli
