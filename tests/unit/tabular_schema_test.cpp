#include "jiezhuan/tabular/schema.hpp"

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/model/member.hpp"
#include "jiezhuan/model/organisation.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace jiezhuan;

namespace {

constexpr std::string_view kHead = "id = \"x\"\ntitle = { zh = \"甲\", en = \"x\" }\n";

std::string bug_of(std::string_view text) {
    try {
        const ImportSchema schema = parse_import_schema(std::string(kHead) + std::string(text), "x.toml");
        return "none: " + schema.id;
    } catch (const Bug& bug) {
        return bug.what;
    }
}

} // namespace

TEST_CASE("schema: every schema that was built in can be read") {
    for (const std::string_view id :
         {"member", "organisation", "transfer_in", "transfer_out", "migrant", "receipt", "worksheet"}) {
        const ImportSchema schema = import_schema(id);
        CHECK(schema.id == id);
        CHECK(!schema.columns.empty());
        CHECK(!schema.title.en.empty());
    }
    CHECK_THROWS_AS(static_cast<void>(import_schema("nothing")), Bug);
}

TEST_CASE("schema: a roster can bring every field of a member but those that only events set") {
    const std::set<std::string_view> never = {"standing",     "standing_since",        "left_on",
                                              "leave_reason", "conversion_meeting",    "conversion_approved_on",
                                              "file_items",   "conversion_approved_by"};
    const ImportSchema schema = import_schema("member");
    for (const Field<Member>& field : fields_of<Member>()) {
        const auto index = schema.index_of(field.id);
        CHECK_MESSAGE(index.has_value() == !never.contains(field.id), field.id);
        if (index) {
            const ImportColumn& column = schema.columns[*index];
            CHECK(column.title.zh == field.title.zh);
            CHECK(column.title.en == field.title.en);
            CHECK(column.private_data == field.private_data);
            CHECK(column.codes == (field.codes == nullptr ? nullptr : field.codes()));
        }
    }
    CHECK(schema.columns.size() == fields_of<Member>().size() - never.size());
}

TEST_CASE("schema: an organisation's columns are its fields but its state and how it ended") {
    const std::set<std::string_view> never = {"state", "dissolved_on", "dissolved_basis", "successor"};
    const ImportSchema schema = import_schema("organisation");
    for (const Field<Organisation>& field : fields_of<Organisation>()) {
        CHECK_MESSAGE(schema.index_of(field.id).has_value() == !never.contains(field.id), field.id);
    }
}

TEST_CASE("schema: a list of letters has the member's columns and its own") {
    const ImportSchema schema = import_schema("transfer_in");
    CHECK(schema.columns[*schema.index_of("citizen_id")].type == ImportType::citizen_id);
    CHECK(schema.columns[*schema.index_of("branch")].title.zh == "编入支部"); // replaced
    CHECK(!schema.index_of("status"));                                        // dropped
    CHECK(schema.columns[*schema.index_of("reason")].codes->name == "transfer_reason");
    CHECK(schema.one_of.size() == 1);
}

TEST_CASE("schema: words of a column") {
    const ImportSchema schema = import_schema("worksheet");
    const ImportColumn& action = schema.columns[*schema.index_of("action")];
    CHECK(action.choice(" 暂缓 ")->id == "hold");
    CHECK(action.choice("RETURN")->id == "return");
    CHECK(action.choice("同意接收")->id == "receive");
    CHECK(action.choice("也许") == nullptr);
    const ImportSchema members = import_schema("member");
    CHECK(members.columns[*members.index_of("stage")].knows_word("正式党员"));
    CHECK(!members.columns[*members.index_of("category")].knows_word("正式党员"));
    CHECK(!members.columns[*members.index_of("name")].knows_word("是"));
    CHECK(members.columns[*members.index_of("stable_job")].knows_word("是"));
}

TEST_CASE("schema: a faulty schema is a bug that says what is wrong") {
    CHECK(bug_of("column = [").find("x.toml: line 3") == 0);
    CHECK(bug_of("colour = 1") == "x.toml: unknown key colour");
    CHECK(bug_of("") == "x.toml: no columns");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", type = "text" }])") == "x.toml: en is missing or no text");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", en = "a", type = "words" }])") == "x.toml: a: no type words");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", en = "a", type = "code:none" }])") ==
          "x.toml: a: no code table for code:none");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", en = "a", type = "text:sex" }])") ==
          "x.toml: a: a code table goes with the type code alone");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", en = "a", type = "choice" }])") ==
          "x.toml: a: choices go with the type choice alone");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", en = "a", type = "text", required = 1 }])") ==
          "x.toml: required is neither true nor false");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", en = "a", type = "text" },
                              { id = "a", zh = "乙", en = "b", type = "text" }])") == "x.toml: a stands twice");
    CHECK(bug_of(R"(column = [{ id = "a", zh = "甲", en = "a", type = "text" },
                              { id = "b", zh = "甲", en = "b", type = "text" }])") == "x.toml: 甲 means both a and b");
    CHECK(bug_of(R"(one_of = [["b"]]
                    column = [{ id = "a", zh = "甲", en = "a", type = "text" }])") == "x.toml: one_of: no column b");
    CHECK(bug_of(R"(extends = "member"
                    keep = ["nothing"])") == "x.toml: nothing cannot be kept: there is none");
    CHECK(bug_of(R"(extends = "member"
                    drop = ["nothing"])") == "x.toml: nothing cannot be dropped: there is none");
}
