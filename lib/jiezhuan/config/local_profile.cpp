// Profiles that say less than everything: what a ledger adopted of an older program, and what a place writes over the built-in one.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/config/profile_reading.hpp"

#include <algorithm>
#include <sstream>

namespace jiezhuan {
namespace {

constexpr std::string_view kNational = "national-2019";

using config::fail_at;

// The built-in profile with what `local` says instead; its name is not inherited.
Result<toml::table> over_national(toml::table&& local) {
    JZ_TRY(whole, config::read_toml(national_profile_text(), kNational));
    whole.erase("name");
    for (auto&& [key, node] : local) {
        whole.insert_or_assign(key, std::move(node)); // moved: a copy has lost its place in the file
    }
    return std::move(whole);
}

std::string id_of(const toml::node& route) {
    const toml::table* const table = route.as_table();
    const toml::node* const id = table == nullptr ? nullptr : table->get("id");
    return id == nullptr ? std::string() : id->value_or(std::string());
}

// The built-in routes, with those of `local` in place of the ones that have their id. What is none, or is there twice, is left for the
// reader to find.
Result<toml::array> routes_over_national(toml::array& local) {
    JZ_TRY(national, config::read_toml(national_profile_text(), kNational));
    toml::array routes;
    for (toml::node& one : *national.get("routes")->as_array()) {
        const std::string id = id_of(one);
        const auto instead =
            std::find_if(local.begin(), local.end(), [&](const toml::node& own) { return id_of(own) == id; });
        if (instead == local.end()) {
            routes.push_back(std::move(one));
        } else {
            routes.push_back(std::move(*instead));
            local.erase(instead);
        }
    }
    for (toml::node& own : local) {
        routes.push_back(std::move(own));
    }
    return routes;
}

} // namespace

Result<Profile> parse_adopted_profile(std::string_view toml, std::string_view name) {
    JZ_TRY(adopted, config::read_toml(toml, name));
    JZ_TRY(whole, over_national(std::move(adopted)));
    return config::profile_in(whole, name);
}

Result<LocalProfile> read_local_profile(std::string_view toml, std::string_view file) {
    JZ_TRY(local, config::read_toml(toml, file));
    if (!local.contains("base")) {
        JZ_TRY(profile, config::profile_in(local, file));
        return LocalProfile{std::move(profile), std::string(toml)};
    }
    JZ_TRY(base, config::text_at(local, "base", file));
    if (base != kNational) {
        return fail_at(
            local.get("base")->source(), file,
            say({"没有内置的规则参数“{}”", "there is no built-in profile '{}'"}, printable(base)),
            say({"写 base = \"{}\"，或写全部参数", "write base = \"{}\", or give every setting"}, kNational));
    }
    local.erase("base");
    if (toml::array* const routes = local.get_as<toml::array>("routes")) {
        JZ_TRY(all, routes_over_national(*routes));
        local.insert_or_assign("routes", std::move(all));
    }
    JZ_TRY(whole, over_national(std::move(local)));
    JZ_TRY(profile, config::profile_in(whole, file));
    std::ostringstream content;
    content << whole << '\n';
    return LocalProfile{std::move(profile), content.str()};
}

} // namespace jiezhuan
