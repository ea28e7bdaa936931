#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/context.hpp"
#include "cli/interruption.hpp"
#include "cli/record_options.hpp"
#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/config/profile.hpp"
#include "jiezhuan/config/workplace.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "jiezhuan/service/records/ledger_begun.hpp"
#include "jiezhuan/service/records/profiles.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::string_view kDefaultLedger = "ledger.jz";

Result<ProfileRecord> profile_of(Context& context) {
    std::string text(national_profile_text());
    const std::string file = context.args().text_or("--profile", "national-2019");
    if (context.args().given("--profile")) {
        JZ_TRY(content, context.read(file, kLargestProfile));
        text = std::move(content);
    }
    return profile_record(text, file, context.on());
}

Organisation organisation_of(const Args& args) {
    Organisation own;
    const auto typed = [&args](std::string_view field, std::string_view otherwise = "") {
        return kept_text(field, args.text_or(option_of(field), otherwise));
    };
    own.name = typed("name");
    own.short_name = typed("short_name");
    own.code = typed("code", "001");
    own.kind = args.code<OrgKind>("--kind").value_or(OrgKind::working_committee);
    own.can_approve_probationary = default_authority(own.kind);
    if (own.kind == OrgKind::committee) {
        own.can_approve_probationary = Authority::yes; // who keeps a ledger of its own is a basic committee
    }
    own.state = OrgState::active;
    own.outside = Flag::no;
    own.address = typed("address");
    own.phone = typed("phone");
    own.fax = typed("fax");
    own.postcode = typed("postcode");
    own.contact = typed("contact");
    return own;
}

// There is a ledger: begun the same way it was done before, else it stays what it is.
Result<Answer> there_already(Context& context, const std::string& path, const Organisation& own,
                             const ProfileRecord& profile) {
    JZ_TRY(store, open_ledger(context.env(), path));
    JZ_TRY(ledger, store->read());
    const bool dated = context.args().given("--on");
    JZ_TRY(same, begun_with(*ledger, own, profile, dated ? std::optional(context.on()) : std::nullopt));
    return answer_of(
        "init",
        same
            ? Outcome::done_already()
            : refusal(printable(path),
                      Text{"这里已有账本，建账时写的不是这些，不覆盖",
                           "there is a ledger already, which was begun otherwise; it is not written over"},
                      Text{"直接使用它，本级党组织的信息用 jiezhuan org change O2 修改；要另建一个，用 --ledger 文件",
                           "work with it, and change your organisation with jiezhuan org change O2; for another ledger "
                           "give --ledger FILE"}),
        {});
}

// What a jiezhuan.toml that lies here already says; one above is that of another workplace.
std::string ledger_meant_here(Context& context) {
    const Settings& settings = context.settings();
    const std::string here = context.env().working_directory + "/";
    if (!settings.ledger || settings.file != here + std::string(kWorkplaceFile)) {
        return std::string(kDefaultLedger);
    }
    return settings.ledger->starts_with(here) ? settings.ledger->substr(here.size()) : *settings.ledger;
}

Result<Answer> init(Context& context) {
    JZ_TRY(named, context.named_ledger());
    const std::string ledger = named ? *named : ledger_meant_here(context);
    JZ_TRY(profile, profile_of(context));
    const Organisation own = organisation_of(context.args());
    if (trimmed(own.name).empty()) {
        return fail(Exit::usage, Text{"--name 是空的", "--name is empty"},
                    Text{"写本级党组织的全称，以公章为准", "give the full name of your organisation, as on its seal"});
    }
    JZ_CHECK(check_org_name(own.name));
    JZ_CHECK(check_org_name(own.short_name));
    Answer answer;
    answer.document.schema = "init";
    if (file_exists(ledger)) {
        return there_already(context, ledger, own, profile);
    }
    if (context.dry_run()) {
        answer.document.headline = say({"将建立账本 {}", "would create the ledger {}"}, ledger);
        return answer;
    }
    interruption_finds(Wrote::committed);
    JZ_CHECK(create_ledger(context.env(), ledger, own, profile, context.op(), context.on()));
    context.has_committed();
    const std::string workplace = directory_of(ledger) + "/" + std::string(kWorkplaceFile);
    if (!file_exists(workplace)) {
        Workplace habits;
        habits.ledger = ledger.substr(ledger.find_last_of('/') + 1);
        habits.operator_name =
            context.args().text_or("--operator", ""); // never the login: it would be printed on receipts
        JZ_CHECK(write_file(workplace, workplace_text(habits), IfExists::refuse));
    }
    answer.document.headline = say({"已建立账本 {}：{}", "the ledger {} was created for {}"}, ledger, own.name);
    answer.document.next = {
        Text{"jiezhuan org import 党组织.csv  # 导入下级党组织和外部党组织",
             "jiezhuan org import FILE  # the organisations below yours, and outside ones"},
        Text{"jiezhuan member import 花名册.csv  # 导入党员花名册", "jiezhuan member import FILE  # the roster"}};
    return answer;
}

constexpr std::array kOptions = {
    OptionRow{"--name",
              OptionType::text,
              {"本级党组织全称（以公章为准）", "full name of your organisation, as on its seal"},
              true},
    OptionRow{"--short-name", OptionType::text, {"简称", "short name"}},
    OptionRow{"--code", OptionType::text, {"组织代码，默认 001", "its code; default 001"}},
    OptionRow{"--kind",
              OptionType::code,
              {"类别，默认 working_committee", "kind; default working_committee"},
              false,
              false,
              code_table<OrgKind>},
    OptionRow{"--contact", OptionType::text, {"联系人", "contact"}},
    OptionRow{"--phone", OptionType::text, {"联系电话（印在介绍信上）", "telephone (on letters)"}},
    OptionRow{"--fax", OptionType::text, {"传真", "fax"}},
    OptionRow{"--postcode", OptionType::text, {"邮编", "postcode"}},
    OptionRow{"--address", OptionType::text, {"通讯地址（印在介绍信上）", "postal address (on letters)"}},
    OptionRow{"--profile",
              OptionType::file,
              {"规则参数文件，默认内置 national-2019", "profile; default the built-in national-2019"},
              false,
              false,
              nullptr,
              "FILE"},
};
constexpr std::array kExamples = {
    Example{"jiezhuan init --name 中国共产党江南市临江区望江街道工作委员会 --short-name 望江街道党工委",
            {"在当前目录为街道党工委建立账本", "a ledger for a street committee, in this directory"}},
    Example{"jiezhuan init --ledger /srv/dang/wangjiang.jz --name 中共望江街道委员会 --kind committee",
            {"在指定位置建立账本", "a ledger somewhere else"}},
};
const std::array kRows = {
    CommandRow{"init", "", {"建立账本", "create a ledger"}, Access::writes, kOptions, kExamples, init},
};

} // namespace

CommandTable init_commands() { return kRows; }

} // namespace jiezhuan::cli
