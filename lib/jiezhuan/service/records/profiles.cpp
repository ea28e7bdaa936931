#include "jiezhuan/service/records/profiles.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/config/profile_difference.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/rules/catalogue.hpp"

namespace jiezhuan {
namespace {

Result<ProfileRecord> adopted_on(Reading& ledger, Date day) {
    JZ_TRY(in_force, profile_in_force(ledger, day));
    JZ_TRY(record, ledger.profile(in_force.id));
    ensure_there(record.has_value(), lost::kProfile);
    return std::move(*record);
}

RowSet difference_rows(const std::vector<ProfileSetting>& differences) {
    RowSet set;
    set.id = "settings";
    set.columns = {{"key", Text{"参数", "Setting"}, ColumnType::id},
                   {"value", Text{"本账本", "Here"}, ColumnType::text},
                   {"national", Text{"内置", "Built in"}, ColumnType::text},
                   {"source", Text{"来源", "Source"}, ColumnType::text}};
    set.when_empty = Text{"与内置的规则参数一致", "the same as the built-in profile"};
    for (const ProfileSetting& one : differences) {
        set.rows.push_back({one.key, one.value, one.national, one.source});
    }
    return set;
}

const std::vector<Column> kSettingColumns = {{"key", Text{"参数", "Setting"}, ColumnType::id},
                                             {"value", Text{"本账本", "Here"}, ColumnType::text},
                                             {"changed", Text{"已改", "Changed"}, ColumnType::code},
                                             {"national", Text{"内置", "Built in"}, ColumnType::text},
                                             {"source", Text{"来源", "Source"}, ColumnType::text}};

std::vector<Cell> setting_cells(const ProfileSetting& one) {
    return {one.key, one.value, Cell::code(one.changed() ? Flag::yes : Flag::no), one.national, one.source};
}

// A file that changes this one: a value alone is none, and its source goes with it.
Message how_to_change(const ProfileSetting& one) {
    return say(
        {"jiezhuan rules adopt 文件  # 要改“{}”的：文件里写 base = \"national-2019\"、name 和这一项，数值和来源一起写",
         "jiezhuan rules adopt FILE  # to change '{}': a file with base = \"national-2019\", a name and this "
         "setting, its value with its source"},
        one.key);
}

} // namespace

Result<ProfileRecord> profile_record(std::string_view toml, std::string_view file, Date on) {
    JZ_TRY(local, read_local_profile(toml, file));
    if (auto allowed = check_rule_settings(local.profile); !allowed) {
        return fail(std::move(allowed.error()).because(say({"读取“{}”时", "while reading '{}'"}, printable(file))));
    }
    ProfileRecord record;
    record.name = local.profile.name;
    record.content = std::move(local.content);
    record.adopted_on = on;
    return record;
}

Result<Outcome> adopt_profile(Work& work, std::string_view toml, std::string_view file) {
    JZ_TRY(wanted, profile_record(toml, file, work.on));
    JZ_TRY(before, adopted_on(work.ledger, work.on));
    if (before.name == wanted.name && before.content == wanted.content) {
        return Outcome::done_already();
    }
    JZ_TRY(last, adopted_on(work.ledger, work.today()));
    if (work.on < last.adopted_on) {
        return refusal(
            wanted.name,
            say({"{} 已采用规则参数“{}”，不能补到它之前", "the profile '{1}' was adopted on {0}; not before it"},
                last.adopted_on.text(), last.name),
            say({"自 {} 或以后采用：--on 日期", "adopt it on {} or later: --on DATE"}, last.adopted_on.text()));
    }
    Event event = work.event("profile_adopted");
    event.create = Creation{RecordKind::profile, to_json(wanted)};
    Outcome outcome;
    JZ_TRY(created, work.ledger.append(std::move(event)));
    outcome.created = created;
    return outcome;
}

Result<Document> profile_document(Reading& ledger, Date on) {
    JZ_TRY(record, adopted_on(ledger, on));
    JZ_TRY(differences, differences_from_national(record.content, record.name));
    Document document;
    document.schema = "rules.profile";
    document.headline = say({"规则参数“{}”，{} 起采用；与内置 national-2019 不同的 {} 项",
                             "the profile '{}', adopted on {}; {} settings differ from the built-in national-2019"},
                            record.name, record.adopted_on.text(), differences.size());
    document.sections.push_back(difference_rows(differences));
    document.next.emplace_back(Text{"jiezhuan rules list --profile --all  # 全部参数和来源",
                                    "jiezhuan rules list --profile --all  # all settings with their sources"});
    return document;
}

Result<Document> settings_document(Reading& ledger, Date on) {
    JZ_TRY(record, adopted_on(ledger, on));
    JZ_TRY(settings, settings_of_profile(record.content, record.name));
    RowSet set;
    set.id = "settings";
    set.columns = kSettingColumns;
    std::int64_t changed = 0;
    for (const ProfileSetting& one : settings) {
        changed += one.changed() ? 1 : 0;
        set.rows.push_back(setting_cells(one));
    }
    Document document;
    document.schema = "rules.settings";
    document.headline = say({"规则参数“{}”，{} 起采用：{} 项，改了 {} 项",
                             "the profile '{}', adopted on {}: {} settings, {} of them changed"},
                            record.name, record.adopted_on.text(), set.rows.size(), changed);
    document.sections.push_back(std::move(set));
    return document;
}

Result<std::optional<Document>> setting_document(Reading* ledger, Date on, std::string_view key) {
    ProfileRecord record{{}, "national-2019", std::string(national_profile_text()), {}};
    if (ledger != nullptr) {
        JZ_TRY(adopted, adopted_on(*ledger, on));
        record = std::move(adopted);
    }
    JZ_TRY(settings, settings_of_profile(record.content, record.name));
    for (const ProfileSetting& one : settings) {
        if (lowered_ascii(one.key) == lowered_ascii(key)) {
            Document document;
            document.schema = "rules.setting";
            RowSet set = card_called("setting");
            set.columns = kSettingColumns;
            set.rows.front() = setting_cells(one);
            document.sections.push_back(std::move(set));
            document.next.push_back(how_to_change(one));
            return std::optional(std::move(document));
        }
    }
    return std::optional<Document>();
}

std::vector<std::string> setting_keys() {
    std::vector<std::string> keys;
    const auto settings = settings_of_profile(national_profile_text(), "national-2019");
    ensure(settings.has_value(), "the built-in profile cannot be read");
    for (const ProfileSetting& one : *settings) {
        keys.push_back(one.key);
    }
    return keys;
}

} // namespace jiezhuan
