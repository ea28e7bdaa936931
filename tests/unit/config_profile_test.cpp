#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/config/profile_difference.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace jiezhuan;

namespace {

// The national profile with one line changed. The line must be there, or the test would test nothing.
std::string with(std::string_view line, std::string_view instead) {
    std::string text(national_profile_text());
    const std::size_t at = text.find(line);
    REQUIRE(at != std::string::npos);
    text.replace(at, line.size(), instead);
    return text;
}

Error error_of(const std::string& text) {
    const Result<Profile> profile = parse_profile(text, "p.toml");
    REQUIRE_FALSE(profile.has_value());
    return profile.error();
}

std::uint64_t row_of(std::string_view text, std::string_view what) {
    const std::string_view before = text.substr(0, text.find(what));
    return 1 + static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
}

constexpr std::string_view kDefaultDays = "valid_days_default = { value = 30, source = \"本工具默认,无全国规定\" }";

} // namespace

TEST_CASE("profile: the national one is complete, and says what is national") {
    const Result<Profile> profile = parse_profile(national_profile_text(), "national-2019.toml");
    REQUIRE_MESSAGE(profile.has_value(), profile.error().message.en);
    CHECK(profile->name == "national-2019");
    CHECK(profile->valid_days_max == 90);
    CHECK(profile->transfer_duty_months == 6);
    CHECK(profile->number_source == NumberSource::pattern);
    CHECK(profile->number_pattern == "{yyyy}{seq:04}");
    CHECK(profile->capital_numerals);
    CHECK_FALSE(profile->allow_self_printing);
}

TEST_CASE("profile: the route table names a way for every distance, and says by which policy") {
    const Profile profile = parse_profile(national_profile_text(), "national-2019.toml").value();
    for (const CodeRow& row : code_table<Distance>().rows) {
        const auto distance = static_cast<Distance>(row.value);
        const auto route = std::find_if(profile.routes.begin(), profile.routes.end(),
                                        [&](const Route& one) { return one.distance == distance; });
        REQUIRE_MESSAGE(route != profile.routes.end(), row.id);
        CHECK(route->policy ==
              (distance == Distance::military ? RoutePolicy::military_organ : RoutePolicy::art25_direct));
        CHECK(route->channel == (distance == Distance::military ? Channel::paper : Channel::none));
    }
}

TEST_CASE("profile: an unknown key is refused at its place, with the nearest") {
    const std::string text = with("valid_days_max =", "valid_days_mx =");
    const Error error = error_of(text);
    CHECK(error.code == Exit::usage);
    CHECK(error.message.en == "unknown key 'valid_days_mx'");
    CHECK(error.hint.en == "did you mean 'valid_days_max'?");
    CHECK(error.position.file == "p.toml");
    CHECK(error.position.row == row_of(text, "valid_days_mx"));
    CHECK(error.position.column == 1);
    CHECK(error_of(with(kDefaultDays, "valid_days_default = { value = 30, sorce = \"x\" }")).hint.en ==
          "did you mean 'source'?");
}

TEST_CASE("profile: a value without a source is refused") {
    const std::string without = with(kDefaultDays, "valid_days_default = { value = 30 }");
    CHECK(error_of(without).message.en == "'source' is missing");
    CHECK(error_of(without).position.row == row_of(without, "valid_days_default = {"));
    CHECK(error_of(with(kDefaultDays, "valid_days_default = { value = 30, source = \" \" }")).message.en ==
          "the source of 'valid_days_default' is empty");
    CHECK(error_of(with(kDefaultDays, "valid_days_default = 30")).message.zh ==
          "“valid_days_default”应写成 { value = …, source = \"…\" }");
}

TEST_CASE("profile: a missing key is refused") {
    CHECK(error_of(with(kDefaultDays, "")).message.en == "'valid_days_default' is missing");
    CHECK(error_of("name = \"x\"").message.en == "'valid_days_max' is missing");
}

TEST_CASE("profile: ranges are checked at the limit and one beyond") {
    const auto days = [](std::string_view value) {
        return with("valid_days_max = { value = 90,", "valid_days_max = { value = " + std::string(value) + ",");
    };
    CHECK(parse_profile(days("366"), "p.toml").has_value());
    CHECK(error_of(days("367")).message.en == "'value' is 367, must be between 1 and 366");
    CHECK(error_of(days("0")).message.en == "'value' is 0, must be between 1 and 366");
    CHECK(error_of(days("\"90\"")).message.en == "'value' must be an integer");
    CHECK(error_of(days("59")).message.en == "'valid_days_default_outside' is 60, more than valid_days_max 59");
}

TEST_CASE("profile: what is no TOML is said with line and column") {
    const Error error = error_of("name = \"x\"\n[组织]\n");
    CHECK(error.code == Exit::usage);
    CHECK(error.position.row == 2);
    CHECK(error.position.column > 0);
}

TEST_CASE("profile: words are taken from their lists") {
    CHECK(error_of(with("value = \"pattern\"", "value = \"patern\"")).hint.en == "did you mean 'pattern'?");
    CHECK(error_of(with("distance = \"same_city\"", "distance = \"same_ctiy\"")).hint.en ==
          "did you mean 'same_city'?");
    CHECK(error_of(with("{yyyy}{seq:04}", "{yyyy}")).message.en == "'number_pattern' has no {seq}");
}

TEST_CASE("profile: a route that is there twice is refused") {
    CHECK(error_of(with("id = \"T3\"", "id = \"T2-city\"")).message.en == "the route 'T2-city' is there twice");
    CHECK(error_of(with("distance = \"same_province\"", "distance = \"same_city\"")).message.en ==
          "the distance of the route 'T3' has the route 'T2-city'");
}

TEST_CASE("profile: rules are lowered or switched off, never raised, each with a source") {
    const auto rule = [](std::string_view setting) {
        return std::string(national_profile_text()) + "\n[rules]\n\"RT-09\" = " + std::string(setting) + "\n";
    };
    const Profile off = parse_profile(rule("{ value = \"off\", source = \"某省\" }"), "p.toml").value();
    CHECK(off.is_off("RT-09"));
    CHECK_FALSE(off.is_off("RT-10"));
    const Profile low = parse_profile(rule("{ value = \"info\", source = \"某省\" }"), "p.toml").value();
    CHECK(low.severities.at("RT-09") == Severity::info);
    CHECK_FALSE(low.is_off("RT-09"));
    CHECK(error_of(rule("{ value = \"error\", source = \"某省\" }")).message.en ==
          "'value' cannot be 'error': one of off, info, warning");
    CHECK(error_of(rule("{ value = \"off\" }")).message.en == "'source' is missing");
    CHECK(error_of(rule("\"off\"")).code == Exit::usage);
}

TEST_CASE("profile: a local one says only what differs, and what is adopted says everything") {
    const std::string text = "base = \"national-2019\"\nname = \"江南市\"\n"
                             "assign_days = { value = 10, source = \"江南市委组织部\" }\n";
    const LocalProfile local = read_local_profile(text, "本市.toml").value();
    CHECK(local.profile.name == "江南市");
    CHECK(local.profile.assign_days == 10);
    CHECK(local.profile.receipt_months == 1);
    CHECK(local.content.find("base") == std::string::npos);
    const Profile whole = parse_profile(local.content, "adopted").value(); // needs no base any more
    CHECK(whole.assign_days == 10);
    CHECK(whole.routes.size() == local.profile.routes.size());
    const auto rows = differences_from_national(local.content, "adopted").value();
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().key == "assign_days");
    CHECK(rows.front().value == "10");
    CHECK(rows.front().national == "30");
    CHECK(rows.front().source == "江南市委组织部");
}

TEST_CASE("profile: a local one with a route says of that route only what differs") {
    const auto with = [](const std::string& id, const std::string& distance) {
        return "base = \"national-2019\"\nname = \"江南市\"\n[[routes]]\nid = \"" + id + "\"\ndistance = \"" +
               distance + "\"\npolicy = \"via-county-od\"\nsource = \"江南市委组织部\"\n";
    };
    const Profile national = parse_profile(national_profile_text(), "national-2019").value();
    const LocalProfile local = read_local_profile(with("T4", "other_province"), "本市.toml").value();
    REQUIRE(local.profile.routes.size() == national.routes.size());
    for (std::size_t i = 0; i < national.routes.size(); ++i) {
        CHECK(local.profile.routes[i].id == national.routes[i].id);
        CHECK((local.profile.routes[i].policy == national.routes[i].policy) == (national.routes[i].id != "T4"));
    }
    const auto rows = differences_from_national(local.content, "adopted").value();
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().key == "routes.T4");
    CHECK(parse_profile(local.content, "adopted").value().routes.size() == national.routes.size());
    const auto twice = read_local_profile(with("T4-江南", "other_province"), "本市.toml");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().hint.en == "to change that one, write id = \"T4\"");
    const auto both =
        read_local_profile(with("T4", "other_province") + with("T4", "other_province").substr(45), "本市.toml");
    CHECK_FALSE(both);
}

TEST_CASE("profile: what an older program did not know yet has the built-in value") {
    const Profile old =
        parse_adopted_profile("name = \"旧\"\nassign_days = { value = 10, source = \"旧\" }\n", "旧").value();
    CHECK(old.assign_days == 10);
    CHECK(old.valid_days_max == 90);
    CHECK_FALSE(parse_profile("name = \"旧\"\n", "旧").has_value()); // a file must be complete
}
