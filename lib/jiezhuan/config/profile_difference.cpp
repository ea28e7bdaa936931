#include "jiezhuan/config/profile_difference.hpp"

#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/config/toml_reading.hpp"

#include <map>
#include <sstream>

namespace jiezhuan {
namespace {

struct Setting {
    std::string value;
    std::string source;
};
using Settings = std::map<std::string, Setting>;

std::string spelled(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) {
        return *text;
    }
    std::ostringstream out;
    node.visit([&](const auto& value) { out << value; });
    return out.str();
}

std::string text_of(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    return node == nullptr ? std::string() : spelled(*node);
}

void add_routes(Settings& settings, const toml::array& routes) {
    for (const toml::node& node : routes) {
        const toml::table& route = *node.as_table();
        const std::string channel = text_of(route, "channel");
        settings["routes." + text_of(route, "id")] = {text_of(route, "distance") + ": " + text_of(route, "policy") +
                                                          (channel.empty() ? "" : ", " + channel),
                                                      text_of(route, "source")};
    }
}

Settings settings_of(const toml::table& root) {
    Settings settings;
    for (const auto& [key, node] : root) {
        if (key == "routes") {
            add_routes(settings, *node.as_array());
        } else if (key == "rules") {
            for (const auto& [rule, setting] : *node.as_table()) {
                const toml::table& table = *setting.as_table();
                settings["rules." + std::string(rule.str())] = {text_of(table, "value"), text_of(table, "source")};
            }
        } else if (const toml::table* table = node.as_table(); table != nullptr) {
            settings[std::string(key.str())] = {text_of(*table, "value"), text_of(*table, "source")};
        }
    }
    return settings;
}

} // namespace

Result<std::vector<ProfileSetting>> settings_of_profile(std::string_view toml, std::string_view file) {
    JZ_CHECK(parse_adopted_profile(toml, file));
    JZ_TRY(here, config::read_toml(toml, file));
    JZ_TRY(national, config::read_toml(national_profile_text(), "national-2019"));
    const Settings ours = settings_of(here);
    const Settings theirs = settings_of(national);
    std::map<std::string, ProfileSetting> all;
    for (const auto& [key, setting] : theirs) {
        const bool gone = key.starts_with("routes.") && !ours.contains(key);
        all[key] = {key, gone ? "" : setting.value, setting.value, gone ? "" : setting.source};
    }
    for (const auto& [key, setting] : ours) {
        ProfileSetting& one = all[key];
        one = {key, setting.value, one.national, setting.source};
    }
    std::vector<ProfileSetting> rows;
    rows.reserve(all.size());
    for (auto& [key, setting] : all) {
        rows.push_back(std::move(setting));
    }
    return rows;
}

Result<std::vector<ProfileSetting>> differences_from_national(std::string_view toml, std::string_view file) {
    JZ_TRY(settings, settings_of_profile(toml, file));
    std::erase_if(settings, [](const ProfileSetting& one) { return !one.changed(); });
    return std::move(settings);
}

} // namespace jiezhuan
