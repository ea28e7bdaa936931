#include "jiezhuan/config/workplace.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace jiezhuan;

TEST_CASE("workplace: a fresh file reads back as what it was made from") {
    for (const Workplace& workplace :
         {Workplace{}, Workplace{"街道.jz", "王\"五\"\\\n", "望江街道党工委", Lang::zh, "json"},
          Workplace{"/var/a.jz", "", "", Lang::en, ""}}) {
        const Result<Workplace> back = parse_workplace(workplace_text(workplace), "jiezhuan.toml");
        REQUIRE_MESSAGE(back.has_value(), back.error().message.en);
        CHECK(*back == workplace);
    }
}

TEST_CASE("workplace: unknown keys and words are refused at their place") {
    const auto error = [](std::string_view text) { return parse_workplace(text, "jiezhuan.toml").error(); };
    const Error key = error("ledger = \"a\"\nlanguag = \"zh\"\n");
    CHECK(key.code == Exit::usage);
    CHECK(key.hint.en == "did you mean 'language'?");
    CHECK(key.position == Position{"jiezhuan.toml", 2, 1, {}});
    CHECK(error("language = \"fr\"").message.en == "'language' cannot be 'fr': one of zh, en");
    CHECK(error("format = \"pdf\"").message.en == "'format' cannot be 'pdf': one of table, json, ndjson, csv");
    CHECK(error("ledger = 3").message.en == "'ledger' must be a string");
    CHECK(error("ledger = ").position.row == 1);
    // A threshold does not belong here, but in the profile.
    CHECK(error("valid_days_max = 30").code == Exit::usage);
}

TEST_CASE("workplace: the nearest file upwards is found") {
    std::set<std::string> there = {"/srv/jiezhuan.toml", "/srv/street/a/jiezhuan.toml"};
    const auto exists = [&there](const std::string& path) { return there.contains(path); };
    CHECK(find_workplace("/srv/street/a/b/c", exists) == "/srv/street/a/jiezhuan.toml");
    CHECK(find_workplace("/srv/street/a", exists) == "/srv/street/a/jiezhuan.toml");
    CHECK(find_workplace("/srv/street", exists) == "/srv/jiezhuan.toml");
    CHECK(find_workplace("/home", exists) == std::nullopt);
    there = {"/jiezhuan.toml"};
    CHECK(find_workplace("/home/x", exists) == "/jiezhuan.toml");
}

TEST_CASE("workplace: a relative ledger lies beside its file") {
    CHECK(ledger_path({"a.jz", "", "", {}, ""}, "/srv/street/jiezhuan.toml") == "/srv/street/a.jz");
    CHECK(ledger_path({"/var/a.jz", "", "", {}, ""}, "/srv/street/jiezhuan.toml") == "/var/a.jz");
    CHECK(ledger_path({}, "/srv/street/jiezhuan.toml").empty());
}
