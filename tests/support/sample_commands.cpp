#include "tests/support/sample_commands.hpp"

#include "cli/context.hpp"
#include "jiezhuan/model/codes.hpp"

#include <array>
#include <new>
#include <stdexcept>

namespace jiezhuan::testing {
namespace {

using namespace jiezhuan::cli;

// Answers with what the frame made of the arguments.
Result<Answer> echo(Context& context) {
    RowSet rows{"given", Text{"所得", "given"}, RowSet::Shape::list, {}, {}, {}};
    rows.columns = {{"name", Text{"名称", "name"}}, {"value", Text{"值", "value"}}};
    for (const auto& [name, values] : context.args().all()) {
        for (const std::string& value : values) {
            rows.rows.push_back({Cell(name), Cell(value)});
        }
    }
    rows.rows.push_back({Cell("op"), Cell(context.op())});
    rows.rows.push_back({Cell("on"), Cell(context.on())});
    rows.rows.push_back({Cell("as_of"), Cell(context.as_of())});
    for (const auto& [rule, reason] : context.accepted()) {
        rows.rows.push_back({Cell("accepted " + rule), Cell(reason)});
    }
    if (context.command().access == Access::writes && !context.dry_run()) {
        context.has_committed();
    }
    Answer answer;
    answer.document = {
        "test.echo", Text{"标题句", "the headline"}, {std::move(rows)}, {}, {Text{"下一步甲", "do this next"}}};
    return answer;
}

Result<Answer> verdict(Context& context) {
    Answer answer;
    answer.document.schema = "test.verdict";
    answer.document.findings = {
        {"LT-06", Severity::warning, "T1", {}, Text{"有效期偏长", "long validity"}, Text{"改短", "shorten it"}}};
    answer.exit = context.verdict(answer.document.findings);
    return answer;
}

Result<Answer> letter(Context&) {
    Answer answer;
    answer.text = "a letter\n";
    answer.document.findings = {
        {"LT-06", Severity::warning, "T1", {}, Text{"有效期偏长", "long validity"}, Text{"改短", "shorten it"}}};
    return answer;
}

Result<Answer> ask(Context& context) {
    JZ_TRY(line, context.text_or_ask("--id", Text{"号码:", "number: "}));
    Answer answer;
    answer.text = "[" + line + "]\n";
    return answer;
}

Result<Answer> open_store(Context& context) {
    JZ_CHECK(context.store());
    return Answer();
}

Result<Answer> where(Context& context) {
    JZ_TRY(path, context.ledger_path());
    Answer answer;
    answer.text = path + "\n";
    return answer;
}

Result<Answer> bug(Context&) { throw Bug{"the count is negative"}; }
Result<Answer> no_memory(Context&) { throw std::bad_alloc(); }
Result<Answer> escaped(Context&) { throw std::runtime_error("李明 110000"); }
Result<Answer> wrong_question(Context& context) {
    (void)context.args().text("--nowhere");
    return Answer();
}

const std::array kWriteOptions = {
    OptionRow{"member", OptionType::text, {"党员", "the member"}, true, true},
    OptionRow{"--count", OptionType::number, {"个数", "how many"}},
    OptionRow{"--birth", OptionType::period, {"出生", "birth"}},
    OptionRow{"--month", OptionType::month, {"月份", "the month"}},
    OptionRow{"--sex", OptionType::code, {"性别", "sex"}, false, false, code_table<Sex>},
    OptionRow{"--tag", OptionType::text, {"标签", "a tag"}, false, true},
    OptionRow{"--fast", OptionType::flag, {"快", "fast"}},
    OptionRow{"--need", OptionType::text, {"必需", "needed"}, true},
};
constexpr std::array kIdOption = {OptionRow{"--id", OptionType::text, {"证件号", "the number"}}};

const std::array kTable = {
    CommandRow{"thing", "write", {"写", "write"}, Access::writes, kWriteOptions, {}, echo},
    CommandRow{"thing", "read", {"读", "read"}, Access::reads, {}, {}, echo},
    CommandRow{"thing", "verdict", {"判", "judge"}, Access::reads, {}, {}, verdict},
    CommandRow{"thing", "letter", {"信", "a letter"}, Access::reads, {}, {}, letter},
    CommandRow{"thing", "ask", {"问", "ask"}, Access::reads, kIdOption, {}, ask},
    CommandRow{"thing", "store", {"账", "the store"}, Access::reads, {}, {}, open_store},
    CommandRow{"thing", "where", {"在哪", "where"}, Access::reads, {}, {}, where},
    CommandRow{"thing", "bug", {"错", "a bug"}, Access::none, {}, {}, bug},
    CommandRow{"thing", "memory", {"内存", "memory"}, Access::none, {}, {}, no_memory},
    CommandRow{"thing", "escape", {"逃", "escape"}, Access::none, {}, {}, escaped},
    CommandRow{"thing", "wrong", {"错问", "wrong"}, Access::none, {}, {}, wrong_question},
    CommandRow{"status", "", {"概况", "status"}, Access::none, {}, {}, letter},
    CommandRow{"reconcile", "deadlines", {"期限", "deadlines"}, Access::none, {}, {}, letter},
};

} // namespace

CommandTable sample_commands() { return kTable; }

} // namespace jiezhuan::testing
