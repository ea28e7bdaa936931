#include "jiezhuan/letters/letter_catalogue.hpp"
#include "jiezhuan/letters/letter_fields.hpp"
#include "jiezhuan/letters/markup.hpp"
#include "jiezhuan/letters/template.hpp"
#include "jiezhuan/model/letter.hpp"
#include "tests/support/code_words.hpp"

#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

Template parsed(std::string_view text) {
    auto made = Template::parse(text);
    REQUIRE(made);
    return *made;
}

Span plain(std::string text) { return {Span::Kind::plain, std::move(text), 0, false}; }

} // namespace

TEST_CASE("letters markup: every mark makes its block") {
    const auto document = parse_markup("// remark\n== 第一联\n# 存根 || 第[=4:]号\n: 抬头：\n正文\n~ 左 || 右\n> "
                                       "日期\n* 电话\n.. 贴\n--\n-- 章\n!! 注");
    REQUIRE(document);
    REQUIRE(document->sections.size() == 5);
    const auto& blocks = document->sections[0].blocks;
    CHECK(document->sections[0].label == "第一联");
    REQUIRE(blocks.size() == 6);
    CHECK(blocks[0].kind == Block::Kind::title);
    CHECK(blocks[0].right == Spans{plain("第"), {Span::Kind::field, "", 4, true}, plain("号")});
    CHECK(blocks[1].kind == Block::Kind::salutation);
    CHECK(blocks[2].kind == Block::Kind::paragraph);
    CHECK(blocks[3].left == Spans{plain("左")});
    CHECK(blocks[3].right == Spans{plain("右")});
    CHECK(blocks[4].kind == Block::Kind::right);
    CHECK(blocks[5].kind == Block::Kind::detail);
    CHECK(document->sections[1].kind == Section::Kind::paste);
    CHECK(document->sections[2].label.empty());
    CHECK(document->sections[3].label == "章");
    CHECK(document->sections[4].kind == Section::Kind::note);
}

TEST_CASE("letters markup: what is no markup is refused with its line") {
    for (const char* wrong : {"", "正文", "== a\n[3:", "== a\n[x:]", "== a\n[3]", "== a\n]", "== a\n> b || c",
                              "== a\n[3：字]", "== a\n\x1f", "== a\n\x1e", "== a\n[3:\x1f", "!! 注\n正文"}) {
        CAPTURE(wrong);
        const auto document = parse_markup(wrong);
        REQUIRE_FALSE(document);
        CHECK(document.error().code == Exit::internal);
    }
    CHECK(parse_markup("== a\n\nb]").error().position.row == 3);
}

TEST_CASE("letters template: data are never read as template or markup") {
    const Template page = parsed("== 第一联\n{{name}}同志\n: [9:{{unit}}]。");
    const std::string evil = "# {{unit}} || [3:] == {{{name}}} {{#unit}}";
    const auto document = page.fill({{"name", evil}, {"unit", "!! 注\n== 第二联\t甲"}});
    REQUIRE(document);
    REQUIRE(document->sections.size() == 1);
    const auto& blocks = document->sections[0].blocks;
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].left == Spans{{Span::Kind::field, evil, 0, true}, plain("同志")});
    CHECK(blocks[1].left[0].text == "!! 注 == 第二联 甲");
}

TEST_CASE("letters template: a variable without a value is an error, not an empty place") {
    const auto document = parsed("== 第一联\n{{name}}同志").fill({});
    REQUIRE_FALSE(document);
    CHECK(document.error().code == Exit::internal);
}

TEST_CASE("letters template: a value that cannot be printed is refused") {
    const Template page = parsed("== 第一联\n{{name}}同志");
    for (const char* wrong : {"张\x1b[2J", "张\xe2\x80\xae国", "\xff", "a\x1e", "a\x1f"}) {
        CAPTURE(wrong);
        const auto document = page.fill({{"name", wrong}});
        REQUIRE_FALSE(document);
        CHECK(document.error().code == Exit::invalid_input);
    }
}

TEST_CASE("letters template: only variables and remarks may stand in braces") {
    CHECK(parsed("== a\n{{! remark }}{{ name }}").variables().size() == 1);
    for (const char* wrong : {"== a\n{{{name}}}", "== a\n{{&name}}", "== a\n{{>name}}", "== a\n{{#name}}b{{/name}}",
                              "== a\n{{=<% %>=}}", "== a\n{{name", "== a\n{{}}", "== a\n{{Name}}", "{{name}}"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Template::parse(wrong));
    }
}

TEST_CASE("letters template: the linter finds undeclared and unused variables") {
    const Template page = parsed("== a\n{{name}}{{no}}");
    CHECK(lint(page, {"name", "no", "age"}, {"name", "no"}));
    CHECK_FALSE(lint(page, {"name"}, {"name"}));
    CHECK_FALSE(lint(page, {"name", "no", "age"}, {"name", "age"}));
}

TEST_CASE("letters catalogue: what is built in is complete and passes the linter") {
    CHECK(letter_catalogue().size() >= 3);
    REQUIRE(letter_form_by_id("introduction-2006-45.1") != nullptr);
    CHECK(letter_form_by_id("introduction-2006-45.1")->required.size() == 13);
    CHECK(letter_form_by_id("nothing") == nullptr);
    CHECK(current_letter_form(LetterKind::introduction, LetterPaper::receipt)->id == "receipt-2006-45.1");
    CHECK(current_letter_form(LetterKind::certificate, LetterPaper::receipt) == nullptr);
}

TEST_CASE("letters catalogue: a wrong catalogue is refused") {
    const std::string good =
        "[[form]]\nid = \"a.1\"\nkind = \"introduction\"\npaper = \"letter\"\ncurrent = true\nfile = \"a\"\n"
        "source = \"s\"\nrequired = [\"name\"]\noptional = [\"no\"]\n";
    const auto parse = [](const std::string& toml, std::string_view page = "== a\n{{name}}") {
        return parse_letter_catalogue(toml, [page](const std::string&) { return page; });
    };
    const auto with = [&good](const std::string& from, const std::string& to) {
        std::string changed = good;
        changed.replace(changed.find(from), from.size(), to);
        return changed;
    };
    CHECK(parse(good));
    CHECK_FALSE(parse(good, "== a\n{{no}}"));
    CHECK_FALSE(parse(good, "== a\n{{name}}{{age}}"));
    CHECK_FALSE(parse(good + good));
    CHECK_FALSE(parse(with("\"introduction\"", "\"letter\"")));
    CHECK_FALSE(parse(with("\"letter\"", "\"stamp\"")));
    CHECK_FALSE(parse(with("\"name\"", "\"nam\"")));
    CHECK_FALSE(parse(with("\"no\"", "\"name\"")));
    CHECK_FALSE(parse(with("source = \"s\"", "source = \"\"")));
    CHECK_FALSE(parse(with("current = true", "current = 1")));
    CHECK_FALSE(parse(good + "colour = \"red\"\n"));
    CHECK_FALSE(parse("form = ["));
    CHECK_FALSE(parse("[组织]\na = 1"));
    CHECK_FALSE(parse(""));
}

TEST_CASE("letters fields: every variable comes from a field of a letter, in byte order") {
    std::string_view before;
    for (const LetterVariable& variable : letter_variables()) {
        CAPTURE(std::string(variable.id));
        CHECK(field_named<Letter>(variable.field) != nullptr);
        CHECK(before < variable.id);
        before = variable.id;
    }
}

TEST_CASE("letters fields: what the form already prints is not written twice") {
    Letter letter;
    letter.no = "第组转〔2026〕7号";
    letter.ethnic = *testing::code_from_word<Ethnic>("汉族");
    letter.stage = Stage::probationary;
    const auto values = values_of(letter, {});
    CHECK(values.at("no") == "组转〔2026〕7");
    CHECK(values.at("ethnic") == "汉");
    CHECK(values.at("stage") == "预备");
    CHECK(values.at("valid_days").empty());
}

TEST_CASE("letters fields: a date is filled in only when it says enough") {
    Letter letter;
    letter.issued_on = Date(2026, 11);
    letter.dues_paid_through = Date(2026);
    CHECK_FALSE(is_filled(letter, "issued_on"));
    CHECK_FALSE(is_filled(letter, "dues_paid_through"));
    letter.issued_on = Date(2026, 11, 23);
    letter.dues_paid_through = Date(2026, 11);
    CHECK(is_filled(letter, "issued_on"));
    CHECK(is_filled(letter, "dues_paid_through"));
}
