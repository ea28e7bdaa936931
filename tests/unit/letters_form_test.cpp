#include "jiezhuan/base/text.hpp"
#include "jiezhuan/letters/html_renderer.hpp"
#include "jiezhuan/letters/line_breaking.hpp"
#include "jiezhuan/letters/text_renderer.hpp"
#include "letters_samples.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace jiezhuan;

namespace {

std::string rendered(const Letter& letter, LetterFormat format, const LetterStyle& style = {}) {
    auto made = render_letter(letter, LetterPaper::three_parts, format, style);
    REQUIRE(made);
    return *made;
}

std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) {
        ++count;
    }
    return count;
}

std::string without_breaks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '\n' && c != ' ') {
            out += c;
        }
    }
    return out;
}

// The text between the tags with the references resolved; what a reader of the file sees.
std::string text_content(std::string_view html) {
    std::string out;
    bool tag = false;
    for (const char c : html.substr(html.find("<body>"))) {
        tag = c == '<' || (tag && c != '>');
        if (!tag && c != '>') {
            out += c;
        }
    }
    for (const auto& [reference, sign] :
         {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
        for (std::size_t at = out.find(reference); at != std::string::npos; at = out.find(reference, at + 1)) {
            out.replace(at, std::string_view(reference).size(), sign);
        }
    }
    return out;
}

rc::Gen<std::string> field_text() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                            "张", "·", "委员会", "（", "。", "a", "7", "&", "<", ">", "\"", "'", "</title>", "<script>",
                            "-->", "{{name}}", "||", "[3:", "]", "== ", "&lt;", "𠮷", " ", "/*", "\\")),
                        [](const std::vector<std::string>& pieces) {
                            std::string text = "字";
                            for (const std::string& piece : pieces) {
                                text += piece;
                            }
                            return text + "字";
                        });
}

} // namespace

TEST_CASE("letters form: required fields that are empty are named, and nothing is rendered") {
    CHECK(required_missing(sample_letter()).empty());
    Letter letter = sample_letter();
    letter.name = " 　";
    letter.valid_days = 0;
    const auto missing = required_missing(letter);
    REQUIRE(missing.size() == 2);
    CHECK(missing[0].zh == "姓名");
    const auto made = render_letter(letter, LetterPaper::three_parts, LetterFormat::text, {});
    REQUIRE_FALSE(made);
    CHECK(made.error().code == Exit::refused);
    CHECK(made.error().message.zh == "介绍信未填写：姓名、有效期（天）");
}

TEST_CASE("letters form: the issuer is not named where the seal goes, and the number is on all three parts") {
    const std::string text = rendered(sample_letter(), LetterFormat::text);
    CHECK(count_of(text, "20260012") == 3);
    CHECK(text.find(sample_letter().issuer_name) == std::string::npos);
    CHECK(count_of(text, "（盖章）") == 2);
}

TEST_CASE("letters form: a sample says so on every part") {
    for (const LetterFormat format : {LetterFormat::text, LetterFormat::html}) {
        CHECK(count_of(rendered(sample_letter(), format, {{}, true, {}}), "样张") == 3);
        CHECK(count_of(rendered(sample_letter(), format), "样张") == 0);
    }
}

TEST_CASE("letters form: a letter is on the form it names, and an unknown one is refused") {
    Letter letter = sample_letter();
    letter.template_id = current_template_id(LetterKind::introduction);
    CHECK(rendered(letter, LetterFormat::text) == rendered(sample_letter(), LetterFormat::text));
    letter.template_id = "introduction-2099.1";
    CHECK(render_letter(letter, LetterPaper::three_parts, LetterFormat::text, {}).error().code == Exit::newer);
    CHECK(render_letter(sample_certificate(), LetterPaper::receipt, LetterFormat::text, {}).error().code ==
          Exit::not_found);
}

TEST_CASE("letters form: the receipt of an incoming letter is addressed to where the member came from") {
    Letter letter = sample_letter();
    letter.receipt_issued_on = Date(2026, 12, 1);
    letter.receipt_handler = "李明";
    letter.receipt_phone = "010-00000009";
    const auto made = render_letter(letter, LetterPaper::receipt, LetterFormat::text, {});
    REQUIRE(made);
    CHECK(*made == *render_receipt(sample_receipt(), LetterFormat::text, {}));
    letter.receipt_issued_on = Date();
    CHECK(render_letter(letter, LetterPaper::receipt, LetterFormat::text, {}).error().code == Exit::refused);
}

TEST_CASE("letters form: of several letters the one at fault is named") {
    const std::array letters = {sample_letter(), sample_letter()};
    auto wrong = letters;
    wrong[1].no.clear();
    CHECK(render_letters(letters, LetterPaper::three_parts, LetterFormat::text, {})->find('\f') != std::string::npos);
    const auto made = render_letters(wrong, LetterPaper::three_parts, LetterFormat::text, {});
    REQUIRE_FALSE(made);
    CHECK(made.error().context.at(0).zh.find("张建国") != std::string::npos);
}

TEST_CASE("letters form: the hash of the text is the same for the same letter for ever") {
    CHECK(content_hash(rendered(sample_letter(), LetterFormat::text)) ==
          "a86f4e082f7498a57f900dc4cf085cb7df6f4f977968d67de417ede05dbc62cd");
}

TEST_CASE("letters text: no line is too wide, ends in a blank or begins with a closing sign") {
    for (const Letter& letter : {sample_letter(), long_letter(), sample_certificate()}) {
        const std::string text = rendered(letter, LetterFormat::text, {{}, true, {}});
        for (const std::string_view line : split(text, '\n')) {
            CAPTURE(std::string(line));
            CHECK(display_width(line) <= kTextColumns);
            CHECK_FALSE(line.ends_with(' '));
            const std::string_view content = trimmed(line);
            CHECK_FALSE(content.starts_with("，"));
            CHECK_FALSE(content.starts_with("。"));
        }
    }
}

TEST_CASE("letters text: names and numbers stay in one line") {
    const std::string text = rendered(long_letter(), LetterFormat::text);
    CHECK(count_of(text, long_letter().name) == 2);
    CHECK(count_of(text, long_letter().id_no) == 1);
}

TEST_CASE("letters line breaking: a piece longer than a line is broken all the same") {
    const Spans spans = {{Span::Kind::field, std::string(30, '7'), 4, true}, {Span::Kind::plain, "。", 0, false}};
    const auto lines = broken_lines(spans, 12, 4);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "    77777777");
    for (const std::string& line : lines) {
        CHECK(display_width(line) <= 12);
    }
}

TEST_CASE("letters line breaking: a name moves to the next line whole, a long name is broken but leaves no scrap") {
    const Span before{Span::Kind::plain, "同志系中共党员", 0, false};
    const auto whole = broken_lines({before, {Span::Kind::field, "阿不都·热合曼", 8, true}}, 20, 0);
    CHECK(whole == std::vector<std::string>{"同志系中共党员", "阿不都·热合曼"});
    const auto broken = broken_lines({before, {Span::Kind::field, "中共江南市支部委员会", 8, false}}, 30, 0);
    CHECK(broken == std::vector<std::string>{"同志系中共党员 中共江南市支部", "委员会"});
    const auto tail = broken_lines({before, {Span::Kind::field, "中共江南市支部委员会", 8, false}}, 32, 0);
    CHECK(tail == std::vector<std::string>{"同志系中共党员 中共江南市支部", "委员会"});
}

TEST_CASE("letters html: nothing is loaded and nothing runs") {
    const std::string html = rendered(sample_letter(), LetterFormat::html);
    CHECK(html.find("default-src 'none'") != std::string::npos);
    for (const char* word : {"http://", "https://", "url(", "@import", "<script", "src=", "href=", "javascript"}) {
        CAPTURE(word);
        CHECK(html.find(word) == std::string::npos);
    }
}

TEST_CASE("letters property: data stay data in HTML, and are all there in the text") {
    CHECK(rc::check("no field breaks out", [] {
        Letter letter = sample_letter();
        letter.name = *field_text();
        letter.no = *field_text();
        letter.from_unit = *field_text();
        letter.addressee = *field_text();
        letter.committee_address = *field_text();
        const auto html =
            render_letter(letter, LetterPaper::three_parts, LetterFormat::html, {{}, false, *field_text()});
        const auto plain = render_letter(sample_letter(), LetterPaper::three_parts, LetterFormat::html, {});
        RC_ASSERT(html.has_value());
        RC_ASSERT(std::count(html->begin(), html->end(), '<') == std::count(plain->begin(), plain->end(), '<'));
        RC_ASSERT(std::count(html->begin(), html->end(), '>') == std::count(plain->begin(), plain->end(), '>'));
        RC_ASSERT(std::count(html->begin(), html->end(), '"') == std::count(plain->begin(), plain->end(), '"'));
        const std::string seen = text_content(*html);
        for (const std::string& value :
             {letter.name, letter.no, letter.from_unit, letter.addressee, letter.committee_address}) {
            RC_ASSERT(seen.find(value) != std::string::npos);
        }
        const auto text = render_letter(letter, LetterPaper::three_parts, LetterFormat::text, {});
        RC_ASSERT(text.has_value());
        for (const std::string_view line : split(*text, '\n')) {
            RC_ASSERT(display_width(line) <= kTextColumns);
        }
        RC_ASSERT(without_breaks(*text).find(without_breaks(letter.name)) != std::string::npos ||
                  display_width(letter.name) > 60);
    }));
}
