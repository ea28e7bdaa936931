// For any text in the cells: nothing raw in the output, lines that fit, and programs read back what was written.
#include "report_sample.hpp"

#include "jiezhuan/base/text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <utility>

using namespace jiezhuan;
using namespace jiezhuan::test;

namespace {

// Words, separators, and what an attacker or a spreadsheet puts between them.
rc::Gen<std::string> wild_text() {
    static const std::vector<std::string> kPieces = {"李",
                                                     "欧阳",
                                                     "𠮷",
                                                     "é",
                                                     "e\xCC\x81",
                                                     "a",
                                                     "John",
                                                     " ",
                                                     ",",
                                                     "\"",
                                                     "'",
                                                     "=",
                                                     "+",
                                                     "-1",
                                                     "@",
                                                     "\t",
                                                     "\r",
                                                     "\n",
                                                     "\r\n",
                                                     "\x1b[31m",
                                                     "\x1b]0;x\x07",
                                                     "\x7f",
                                                     "\\n",
                                                     ";",
                                                     "12345",
                                                     "·",
                                                     "…",
                                                     "(",
                                                     "\xC2\x9B", // a one-byte CSI in disguise
                                                     "\xE2\x80\xAE",
                                                     "\xE2\x81\xA6",
                                                     "\xD8\x9C",
                                                     "\xE2\x80\x8B",
                                                     "\xEF\xBB\xBF",
                                                     "\xE2\x80\xA8"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& piece : pieces) {
                                text += piece;
                            }
                            return text;
                        });
}

using Texts = std::vector<std::string>;

// A list of three columns of text beside an identifier, a number and a date.
Document wild_list(const Texts& texts) {
    Document document;
    document.schema = "wild";
    RowSet set;
    set.id = "wild";
    set.columns = {{"id", Text("编号", "ID"), ColumnType::id},     {"a", Text("甲", "A"), ColumnType::text},
                   {"b", Text("乙乙乙", "Bbb"), ColumnType::text}, {"n", Text("数", "N"), ColumnType::number},
                   {"day", Text("日期", "Day"), ColumnType::date}, {"c", Text("丙", "C"), ColumnType::text}};
    for (std::size_t i = 0; i + 2 < texts.size(); i += 3) {
        set.rows.push_back({MemberId{static_cast<std::int64_t>(i + 1)}, texts[i], texts[i + 1],
                            static_cast<std::int64_t>(i), Date(2026, 3, 1), texts[i + 2]});
    }
    document.sections = {std::move(set)};
    return document;
}

Document wild_card(const Texts& texts) {
    Document document = wild_list(texts);
    document.sections[0].shape = RowSet::Shape::card;
    document.sections[0].rows.resize(std::min<std::size_t>(1, document.sections[0].rows.size()));
    return document;
}

rc::Gen<Texts> wild_texts() { return rc::gen::container<Texts>(9, wild_text()); }

// Line ends are the format's own.
bool nothing_raw(std::string_view out) {
    const auto raw = [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r');
    };
    return !first_invalid_utf8(out) && !first_unprintable(out) && std::none_of(out.begin(), out.end(), raw);
}

bool fits(std::string_view out, int width) {
    for (const std::string_view line : split(out, '\n')) {
        if (display_width(line) > width || line.ends_with(' ')) {
            return false;
        }
    }
    return true;
}

// RFC 4180, strictly.
std::vector<Texts> read_csv(std::string_view text) {
    std::vector<Texts> rows;
    Texts row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == ',') {
            row.push_back(std::exchange(cell, {}));
        } else if (!quoted && text.substr(i, 2) == "\r\n") {
            row.push_back(std::exchange(cell, {}));
            rows.push_back(std::exchange(row, {}));
            ++i;
        } else {
            cell += text[i];
        }
    }
    return rows;
}

std::string as_in_csv(const std::string& text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    return (formula ? "'" : "") + printable(text);
}

} // namespace

TEST_CASE("report property: a table and a card fit every terminal and say nothing raw") {
    CHECK(rc::check([] {
        const Texts texts = *wild_texts();
        RenderOptions options = in(Format::table);
        options.width = *rc::gen::inRange(20, 100);
        for (const Document& document : {wild_list(texts), wild_card(texts)}) {
            const std::string out = render(document, options).value();
            RC_ASSERT(nothing_raw(out));
            RC_ASSERT(fits(out, options.width));
        }
    }));
}

TEST_CASE("report property: CSV is read back as it was written") {
    CHECK(rc::check([] {
        const Texts texts = *wild_texts();
        const std::string out = render(wild_list(texts), in(Format::csv)).value();
        RC_ASSERT(nothing_raw(out));
        const std::vector<Texts> rows = read_csv(out);
        RC_ASSERT(rows.size() == 4U);
        for (std::size_t i = 0; i < 9; i += 3) {
            const Texts& row = rows[i / 3 + 1];
            RC_ASSERT(row == Texts({"M" + std::to_string(i + 1), as_in_csv(texts[i]), as_in_csv(texts[i + 1]),
                                    std::to_string(i), "2026-03-01", as_in_csv(texts[i + 2])}));
        }
    }));
}

TEST_CASE("report property: JSON gives back every text") {
    CHECK(rc::check([] {
        const Texts texts = *wild_texts();
        const std::string out = render(wild_list(texts), in(Format::json)).value();
        RC_ASSERT(nothing_raw(out));
        const nlohmann::json rows = nlohmann::json::parse(out)["data"]["wild"];
        for (std::size_t i = 0; i < 9; i += 3) {
            const auto text_of = [&](const char* id) {
                const auto& value = rows[i / 3][id];
                return value.is_null() ? std::string() : value.get<std::string>();
            };
            RC_ASSERT(text_of("a") == texts[i]);
            RC_ASSERT(text_of("b") == texts[i + 1]);
            RC_ASSERT(text_of("c") == texts[i + 2]);
        }
    }));
}

TEST_CASE("report property: findings and errors fit on their lines and say nothing raw") {
    CHECK(rc::check([] {
        const Texts texts = *wild_texts();
        Finding finding;
        finding.rule = texts[0];
        finding.subject = texts[1];
        finding.position = {texts[2], 3, 4, texts[3]};
        finding.message = {texts[4], texts[4]};
        finding.fix = {texts[5], texts[5]};
        Finding again = finding;
        again.position.row = 0;
        RenderOptions options = in(Format::table);
        options.width = *rc::gen::inRange(20, 100);
        const std::string out = render_findings({finding, again}, options);
        RC_ASSERT(nothing_raw(out));
        RC_ASSERT(fits(out, options.width));
        const Error error{Exit::usage, finding.message, finding.fix, finding.position, {{texts[6], texts[7]}}};
        RC_ASSERT(nothing_raw(render_error(error, options)));
        RC_ASSERT(nothing_raw(render_error(error, in(Format::json))));
    }));
}
