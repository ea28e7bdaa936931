#include "jiezhuan/config/profile.hpp"

#include "jiezhuan/base/embedded.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/config/profile_reading.hpp"
#include "jiezhuan/config/toml_reading.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

using config::fail_at;

struct Number {
    std::string_view key;
    std::int64_t Profile::*value;
    std::int64_t least;
    std::int64_t most;
};
constexpr std::int64_t kYear = 366; // days: the longest period that a profile may set
constexpr std::array kNumbers = {
    Number{"valid_days_max", &Profile::valid_days_max, 1, kYear},
    Number{"valid_days_default", &Profile::valid_days_default, 1, kYear},
    Number{"valid_days_default_outside", &Profile::valid_days_default_outside, 1, kYear},
    Number{"valid_days_long", &Profile::valid_days_long, 1, kYear},
    Number{"valid_days_short", &Profile::valid_days_short, 0, kYear},
    Number{"receipt_months", &Profile::receipt_months, 1, 12},
    Number{"assign_days", &Profile::assign_days, 1, kYear},
    Number{"transit_sla_days", &Profile::transit_sla_days, 1, kYear},
    Number{"expiring_days", &Profile::expiring_days, 0, kYear},
    Number{"transfer_duty_months", &Profile::transfer_duty_months, 1, 60},
    Number{"loss_of_contact_months", &Profile::loss_of_contact_months, 1, 60},
    Number{"lapse_review_months", &Profile::lapse_review_months, 1, 60},
    Number{"dues_make_up_months", &Profile::dues_make_up_months, 1, 60},
    Number{"suspension_review_months", &Profile::suspension_review_months, 1, 120},
    Number{"study_abroad_months", &Profile::study_abroad_months, 1, 120},
    Number{"abroad_contact_months", &Profile::abroad_contact_months, 1, 120},
    Number{"graduate_keep_months", &Profile::graduate_keep_months, 1, 120},
    Number{"discipline_months_max", &Profile::discipline_months_max, 1, 120},
    Number{"rectification_months_max", &Profile::rectification_months_max, 1, 120},
    Number{"activist_months", &Profile::activist_months, 1, 120},
    Number{"conversion_approval_months", &Profile::conversion_approval_months, 1, 120},
    Number{"probation_months", &Profile::probation_months, 1, 60},
    Number{"probation_warning_days", &Profile::probation_warning_days, 0, kYear},
    Number{"report_in_days", &Profile::report_in_days, 1, kYear},
    Number{"card_check_months", &Profile::card_check_months, 1, 60},
    Number{"branch_members_max", &Profile::branch_members_max, 3, 1000},
    Number{"general_branch_members_max", &Profile::general_branch_members_max, 3, 1000},
    Number{"joint_branch_units_max", &Profile::joint_branch_units_max, 2, 100},
    Number{"branch_committee_full_members", &Profile::branch_committee_full_members, 3, 100},
    Number{"own_branch_full_members", &Profile::own_branch_full_members, 1, 100},
    Number{"hold_review_days", &Profile::hold_review_days, 1, kYear},
    Number{"stub_retention_years", &Profile::stub_retention_years, 1, 100},
};

struct Switch {
    std::string_view key;
    bool Profile::*value;
};
constexpr std::array kSwitches = {
    Switch{"letter_tens_prefix_yi", &Profile::letter_tens_prefix_yi},
    Switch{"letter_zero_before_month", &Profile::letter_zero_before_month},
    Switch{"capital_numerals", &Profile::capital_numerals},
    Switch{"allow_self_printing", &Profile::allow_self_printing},
    Switch{"dues_prepaid_allowed", &Profile::dues_prepaid_allowed},
};

// How letters are numbered that are not pre-printed.
struct Pattern {
    std::string_view key;
    std::string Profile::*value;
};
constexpr std::array kPatterns = {
    Pattern{"number_pattern", &Profile::number_pattern},
    Pattern{"certificate_number_pattern", &Profile::certificate_number_pattern},
};

std::vector<std::string> ids_of(const CodeTable& table) {
    std::vector<std::string> ids;
    for (const CodeRow& row : table.rows) {
        ids.emplace_back(row.id);
    }
    return ids;
}
std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += out.empty() ? word : ", " + word;
    }
    return out;
}

// One profile while it is read.
class Reader {
  public:
    Reader(const toml::table& root, std::string_view file) : root_(root), file_(file) {}

    Result<Profile> profile() {
        JZ_TRY(name, config::text_at(root_, "name", file_));
        profile_.name = name;
        JZ_CHECK(config::only_keys(root_, known_keys(), file_));
        for (const Number& number : kNumbers) {
            JZ_TRY(table, setting(number.key));
            JZ_TRY(value, config::integer_at(*table, "value", number.least, number.most, file_));
            profile_.*number.value = value;
            JZ_CHECK(has_source(number.key, *table));
        }
        for (const Switch& flag : kSwitches) {
            JZ_TRY(table, setting(flag.key));
            JZ_TRY(value, config::flag_at(*table, "value", file_));
            profile_.*flag.value = value;
            JZ_CHECK(has_source(flag.key, *table));
        }
        JZ_CHECK(numbering());
        JZ_CHECK(validity());
        JZ_CHECK(routes());
        JZ_CHECK(rules());
        return std::move(profile_);
    }

  private:
    static std::vector<std::string> known_keys() {
        std::vector<std::string> keys = {"name", "number_source", "routes", "rules"};
        for (const Pattern& pattern : kPatterns) {
            keys.emplace_back(pattern.key);
        }
        for (const Number& number : kNumbers) {
            keys.emplace_back(number.key);
        }
        for (const Switch& flag : kSwitches) {
            keys.emplace_back(flag.key);
        }
        return keys;
    }

    // key = { value = …, source = "…" }
    Result<const toml::table*> setting(std::string_view key) {
        const toml::node* node = root_.get(key);
        if (node == nullptr) {
            return fail_at(root_.source(), file_, say({"缺少“{}”", "'{}' is missing"}, key),
                           Text{"只写不同之处的，开头写一行 base = \"national-2019\"",
                                "a file that says only what differs begins with base = \"national-2019\""});
        }
        const toml::table* table = node->as_table();
        if (table == nullptr) {
            return fail_at(node->source(), file_,
                           say({"“{}”应写成 {{ value = …, source = \"…\" }}",
                                "'{}' must be written {{ value = …, source = \"…\" }}"},
                               key));
        }
        static const std::vector<std::string> kKeys = {"value", "source"};
        JZ_CHECK(config::only_keys(*table, kKeys, file_));
        return table;
    }

    // A value that nobody can justify does not decide about anybody.
    Result<void> source_of(std::string_view key, const toml::table& table) {
        JZ_TRY(source, config::text_at(table, "source", file_));
        if (trimmed(source).empty()) {
            return fail_at(table.get("source")->source(), file_,
                           say({"“{}”的来源（source）为空", "the source of '{}' is empty"}, key));
        }
        return {};
    }

    Result<void> has_source(std::string_view key, const toml::table& table) {
        if (auto source = source_of(key, table); !source) {
            return fail(std::move(source.error()).because(say({"读取“{}”时", "while reading '{}'"}, key)));
        }
        return {};
    }

    tl::unexpected<Error> no_such(const toml::table& table, std::string_view key, const std::string& value,
                                  const std::vector<std::string>& known) {
        const std::vector<std::string> near = nearest(value, known, 1);
        return fail_at(table.get(key)->source(), file_,
                       say({"“{}”不能是“{}”，应为 {} 之一", "'{}' cannot be '{}': one of {}"}, key, printable(value),
                           joined(known)),
                       near.empty() ? Message() : say({"是不是“{}”？", "did you mean '{}'?"}, near.front()));
    }

    template <class E> Result<E> code(const toml::table& table, std::string_view key) {
        JZ_TRY(text, config::text_at(table, key, file_));
        const auto value = code_from_id<E>(text);
        if (!value) {
            return no_such(table, key, text, ids_of(code_table<E>()));
        }
        return *value;
    }
    Result<void> numbering() {
        JZ_TRY(source, setting("number_source"));
        JZ_TRY(from, code<NumberSource>(*source, "value"));
        profile_.number_source = from;
        JZ_CHECK(has_source("number_source", *source));
        for (const Pattern& pattern : kPatterns) {
            JZ_TRY(table, setting(pattern.key));
            JZ_TRY(value, config::text_at(*table, "value", file_));
            if (value.find("{seq") == std::string::npos) {
                return fail_at(table->get("value")->source(), file_,
                               Message(fmt::format("“{}”里没有序号 {{seq}}", pattern.key),
                                       fmt::format("'{}' has no {{seq}}", pattern.key)));
            }
            profile_.*pattern.value = value;
            JZ_CHECK(has_source(pattern.key, *table));
        }
        return {};
    }

    // Values that are each in range and contradict each other.
    Result<void> validity() {
        const std::int64_t most = profile_.valid_days_max;
        for (const std::string_view key : {"valid_days_default", "valid_days_default_outside", "valid_days_short"}) {
            const toml::table* table = root_.get(key)->as_table();
            const std::int64_t value = table->get("value")->value_or(std::int64_t{0});
            if (value > most) {
                return fail_at(table->get("value")->source(), file_,
                               say({"“{}”是 {}，超过 valid_days_max 的 {}", "'{}' is {}, more than valid_days_max {}"},
                                   key, value, most));
            }
        }
        return {};
    }

    Result<void> routes() {
        const toml::node* node = root_.get("routes");
        const toml::array* rows = node == nullptr ? nullptr : node->as_array();
        if (rows == nullptr) {
            return fail_at(root_.source(), file_,
                           Text{"缺少路径表 [[routes]]", "the route table [[routes]] is missing"});
        }
        for (const toml::node& row : *rows) {
            const toml::table* table = row.as_table();
            if (table == nullptr) {
                return fail_at(row.source(), file_, Text{"路径应写成 [[routes]]", "a route is written [[routes]]"});
            }
            JZ_TRY(one, route(*table));
            const auto same = std::find_if(profile_.routes.begin(), profile_.routes.end(), [&one](const Route& other) {
                return other.id == one.id || other.distance == one.distance;
            });
            if (same != profile_.routes.end() && same->id != one.id) {
                return fail_at(
                    table->source(), file_,
                    say({"路径“{}”的地域已有路径“{}”", "the distance of the route '{}' has the route '{}'"},
                        printable(one.id), printable(same->id)),
                    say({"要改它的，写 id = \"{}\"", "to change that one, write id = \"{}\""}, printable(same->id)));
            }
            if (same != profile_.routes.end()) {
                return fail_at(table->source(), file_,
                               say({"路径“{}”重复", "the route '{}' is there twice"}, printable(one.id)));
            }
            profile_.routes.push_back(std::move(one));
        }
        return {};
    }

    Result<Route> route(const toml::table& table) {
        static const std::vector<std::string> kKeys = {"id", "distance", "channel", "policy", "source"};
        JZ_CHECK(config::only_keys(table, kKeys, file_));
        Route route;
        JZ_TRY(id, config::text_at(table, "id", file_));
        JZ_TRY(distance, code<Distance>(table, "distance"));
        JZ_TRY(policy, code<RoutePolicy>(table, "policy"));
        JZ_CHECK(source_of(id, table));
        route.id = id;
        route.distance = distance;
        route.policy = policy;
        if (table.contains("channel")) {
            JZ_TRY(channel, code<Channel>(table, "channel"));
            route.channel = channel;
        }
        return route;
    }

    // "RT-09" = { value = "off", source = "…" }
    Result<void> rules() {
        const toml::node* node = root_.get("rules");
        if (node == nullptr) {
            return {};
        }
        if (!node->is_table()) {
            return fail_at(node->source(), file_, Text{"规则设置应写成 [rules]", "rule settings are written [rules]"});
        }
        static const std::vector<std::string> kValues = {"off", "info", "warning"};
        static const std::vector<std::string> kKeys = {"value", "source"};
        for (const auto& [key, value] : *node->as_table()) {
            const toml::table* table = value.as_table();
            if (table == nullptr) {
                return fail_at(value.source(), file_,
                               say({"“{}”应写成 {{ value = …, source = \"…\" }}",
                                    "'{}' must be written {{ value = …, source = \"…\" }}"},
                                   printable(key.str())));
            }
            JZ_CHECK(config::only_keys(*table, kKeys, file_));
            JZ_TRY(word, config::text_at(*table, "value", file_));
            const std::string rule(key.str());
            if (word == "off") {
                profile_.switched_off.push_back(rule);
            } else if (word == "info" || word == "warning") {
                profile_.severities[rule] = word == "info" ? Severity::info : Severity::warning;
            } else {
                return no_such(*table, "value", word, kValues);
            }
            JZ_CHECK(has_source("rules." + rule, *table));
        }
        return {};
    }

    const toml::table& root_;
    std::string_view file_;
    Profile profile_;
};

} // namespace

bool Profile::is_off(std::string_view rule) const {
    return std::find(switched_off.begin(), switched_off.end(), rule) != switched_off.end();
}

std::string_view national_profile_text() { return embedded_file("schemas/profiles/national-2019.toml"); }

Result<Profile> config::profile_in(const toml::table& root, std::string_view file) {
    return Reader(root, file).profile();
}

Result<Profile> parse_profile(std::string_view toml, std::string_view file) {
    JZ_TRY(root, config::read_toml(toml, file));
    return config::profile_in(root, file);
}

} // namespace jiezhuan
