#include "tests/support/directory.hpp"

#include "report_sample.hpp"

#include "jiezhuan/base/files.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace jiezhuan;
using namespace jiezhuan::test;
using nlohmann::json;

namespace {

json parsed(const Document& document) { return json::parse(render(document, in(Format::json)).value()); }

json schema_json(const std::string& name) {
    const std::string path =
        (jiezhuan::testing::source_tree() / "schemas/output" / (std::string(name) + ".schema.json")).string();
    return json::parse(read_file(path, 1 << 20).value());
}

bool valid(const json& document, const std::string& schema_name) {
    const json text = schema_json(schema_name);
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema);
    valijson::Validator validator;
    return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), nullptr);
}

} // namespace

TEST_CASE("report json: the envelope, a line a record, keys in the order of the columns") {
    CHECK(render(whole_document(), in(Format::json, Lang::en)).value() ==
          R"({
  "schema": "jiezhuan/batch.show/1",
  "data": {
    "batch": {"id":"B7","title":"机械厂退休党员移交","remarks":null},
    "transfers": [
      {"id":"T12","name":"欧阳小明","days":9,"state":"sent","sent_on":"2026-03-01"},
      {"id":"T9","name":"李红","days":120,"state":"opened","sent_on":null},
      {"id":"T100","name":"John Smith","days":null,"state":"sent","sent_on":"2026-01"}
    ]
  },
  "findings": [
    {"rule":"LT-08","severity":"warning","subject":"T12","file":null,"row":null,"column":null,"message":"the letter has expired","fix":"ask for a new one"}
  ],
  "next": [
    "jiezhuan letter reissue L3"
  ]
}
)");
}

TEST_CASE("report json: nothing to say keeps its shape") {
    Document document;
    document.schema = "empty";
    RowSet list;
    list.id = "list";
    RowSet card = batch_card();
    card.rows.clear();
    document.sections = {list, card};
    CHECK(render(document, in(Format::json)).value() ==
          R"({
  "schema": "jiezhuan/empty/1",
  "data": {
    "list": [],
    "batch": null
  },
  "findings": [],
  "next": []
}
)");
}

TEST_CASE("report json: what is in a text comes back, and is never raw on the way") {
    const std::string wild = "\x1b[2J\x7f\xC2\x9B\xE2\x80\xAE\xE2\x80\x8B\xE2\x80\xA8\n\"\\李";
    Document document = list_document();
    document.sections[0].rows[0][1] = Cell(wild);
    const std::string out = render(document, in(Format::json)).value();
    CHECK(json::parse(out)["data"]["transfers"][0]["name"] == wild);
    for (const char* raw : {"\x1b", "\x7f", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x80\x8B", "\xE2\x80\xA8"}) {
        CHECK(out.find(raw) == std::string::npos);
    }
}

TEST_CASE("report json: a text for people is in the language, a code is a code") {
    Document document = list_document();
    document.sections[0].rows[0][1] = Cell("未见介绍信", Message("未见介绍信", "no letter yet"));
    document.sections[0].rows[1][1] = Cell("out", Message("转出", "sent out"));
    RenderOptions options = in(Format::json);
    options.lang = Lang::en;
    const json rows = json::parse(render(document, options).value())["data"]["transfers"];
    CHECK(rows[0]["name"] == "no letter yet");
    CHECK(rows[1]["name"] == "out");
    CHECK(parsed(document)["data"]["transfers"][0]["name"] == "未见介绍信");
}

TEST_CASE("report json: bytes that are not UTF-8 are made visible") {
    Document document = list_document();
    document.sections[0].rows[0][1] = Cell("a\xFF");
    CHECK(parsed(document)["data"]["transfers"][0]["name"] == "a\\xff");
}

TEST_CASE("report json: findings worst first, with their place") {
    Document document = whole_document();
    Finding error;
    error.rule = "ID-02";
    error.position = {"x.csv", 14, 3, "身份证号"};
    error.message = Text("校验码不符", "the check digit does not fit");
    document.findings.push_back(error);
    const json first = parsed(document)["findings"][0];
    CHECK(first["rule"] == "ID-02");
    CHECK(first["row"] == 14);
    CHECK(first["column"] == 3);
    CHECK(first["subject"].is_null());
    CHECK(first["message"] == "校验码不符");
}

TEST_CASE("report json: columns and order are those asked for") {
    RenderOptions options = in(Format::json);
    options.columns = {"days", "id"};
    options.sort = "id";
    const std::string out = render(list_document(), options).value();
    CHECK(out.find("      {\"days\":120,\"id\":\"T9\"},\n      {\"days\":9,\"id\":\"T12\"},\n") != std::string::npos);
}

TEST_CASE("report json: documents and errors are what their schemas say") {
    CHECK(valid(parsed(whole_document()), "envelope"));
    CHECK(valid(parsed(list_document()), "envelope"));
    CHECK(valid(parsed(Document{"empty", {}, {}, {}, {}}), "envelope"));
    for (const ExitName& name : exit_names()) {
        const Error error{name.exit, {}, {}, {"x.csv", 14, 3, "身份证号"}, {Text("在导入时", "while importing")}};
        CHECK(valid(json::parse(render_error(error, in(Format::json))), "error"));
    }
}

TEST_CASE("report json: the schemas refuse what is not so") {
    const json good = parsed(whole_document());
    json bad = good;
    bad["extra"] = 1;
    CHECK_FALSE(valid(bad, "envelope"));
    bad = good;
    bad["data"]["transfers"][0]["days"] = 1.5;
    CHECK_FALSE(valid(bad, "envelope"));
    bad = good;
    bad["data"]["transfers"][0]["Days"] = 1;
    CHECK_FALSE(valid(bad, "envelope"));
    bad = good;
    bad["schema"] = "other/1";
    CHECK_FALSE(valid(bad, "envelope"));
    for (const char* key : {"rule", "severity", "subject", "file", "row", "column", "message", "fix"}) {
        bad = good;
        bad["findings"][0].erase(key);
        CHECK_FALSE(valid(bad, "envelope"));
    }
    const Error error{Exit::busy, {}, {}, {}, {}};
    bad = json::parse(render_error(error, in(Format::json)));
    bad["code"] = 99;
    CHECK_FALSE(valid(bad, "error"));
    bad["code"] = 11;
    CHECK(valid(bad, "error"));
    bad.erase("context");
    CHECK_FALSE(valid(bad, "error"));
}

TEST_CASE("report ndjson: the envelope first, then every record with its section, a line each") {
    CHECK(
        render(whole_document(), in(Format::ndjson, Lang::en)).value() ==
        R"({"schema":"jiezhuan/batch.show/1","findings":[{"rule":"LT-08","severity":"warning","subject":"T12","file":null,"row":null,"column":null,"message":"the letter has expired","fix":"ask for a new one"}],"next":["jiezhuan letter reissue L3"]}
{"section":"batch","id":"B7","title":"机械厂退休党员移交","remarks":null}
{"section":"transfers","id":"T12","name":"欧阳小明","days":9,"state":"sent","sent_on":"2026-03-01"}
{"section":"transfers","id":"T9","name":"李红","days":120,"state":"opened","sent_on":null}
{"section":"transfers","id":"T100","name":"John Smith","days":null,"state":"sent","sent_on":"2026-01"}
)");
    RenderOptions options = in(Format::ndjson);
    options.columns = {"name"};
    options.sort = "-days";
    const std::string some = render(list_document(), options).value();
    CHECK(some.ends_with(
        "{\"section\":\"transfers\",\"name\":\"李红\"}\n{\"section\":\"transfers\",\"name\":\"欧阳小明\"}\n"
        "{\"section\":\"transfers\",\"name\":\"John Smith\"}\n"));
    CHECK(render_error(fail(Exit::usage, Text{"错", "wrong"}).value(), options) ==
          render_error(fail(Exit::usage, Text{"错", "wrong"}).value(), in(Format::json)));
}
