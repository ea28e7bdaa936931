#include "cli/context.hpp"

#include "cli/near_rules.hpp"
#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/rules/catalogue.hpp"

#include <algorithm>
#include <fmt/ranges.h>
#include <istream>
#include <iterator>

namespace jiezhuan::cli {
namespace {

constexpr std::int64_t kLongestWait = 3600;
constexpr std::size_t kLongestLine = 4096;

Result<void> may_be_passed(const std::string& id) {
    const RuleText* rule = rule_named(id);
    if (rule == nullptr) {
        const std::vector<std::string> near = near_rules(id);
        return fail(
            Exit::usage,
            say({"--accept 里的规则“{}”不存在", "--accept names a rule '{}' that does not exist"}, printable(id)),
            near.empty() ? Message(Text{"全部规则：jiezhuan rules list", "all rules: jiezhuan rules list"})
                         : say({"是不是：{}", "did you mean: {}"}, fmt::join(near, ", ")));
    }
    if (!rule->overridable) {
        return fail(Exit::usage, say({"规则 {} 不能放行", "rule {} cannot be passed"}, id),
                    say({"见 jiezhuan rules show {}", "see jiezhuan rules show {}"}, id));
    }
    return {};
}

Result<Accepted> parse_accepted(const std::vector<std::string>& given) {
    Accepted accepted;
    for (const std::string& one : given) {
        const std::size_t equals = one.find('=');
        const std::string_view rule = trimmed(std::string_view(one).substr(0, equals));
        const std::string_view reason =
            equals == std::string::npos ? std::string_view() : trimmed(std::string_view(one).substr(equals + 1));
        if (rule.empty() || reason.empty()) {
            return fail(
                Exit::usage, Text{"--accept 要写明规则和理由", "--accept names a rule and the reason"},
                Text{"例如 --accept PB-01=已核对入党志愿书", "for example --accept PB-01='application form seen'"});
        }
        std::string id(rule);
        for (char& letter : id) {
            letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        }
        JZ_CHECK(may_be_passed(id));
        accepted[id] = reason;
    }
    return accepted;
}

} // namespace

Result<Context> Context::make(const CommandRow& command, Args args, const Env& env, const Settings& settings,
                              std::istream& in, Output& output) {
    Context context(command, std::move(args), env, settings, in, output);
    context.on_ = context.as_of_ = env.today();
    if (command.access == Access::writes) {
        JZ_CHECK(context.resolve_writing());
    }
    if (command.access == Access::reads) {
        JZ_CHECK(context.resolve_reading());
    }
    return context;
}

Result<void> Context::resolve_operator(const std::string& given) {
    op_ = given;
    if (trimmed(op_).empty()) {
        return fail(Exit::usage, Text{"不知道经办人是谁", "it is not known who does this"},
                    Text{"写明 --operator 姓名，或在 jiezhuan.toml 中写 operator",
                         "give --operator NAME, or set operator in jiezhuan.toml"});
    }
    return {};
}

bool Context::offered(std::string_view option) const {
    const auto options = options_of(*command_);
    return std::any_of(options.begin(), options.end(), [&](const OptionRow* row) { return row->name == option; });
}

Result<void> Context::resolve_writing() {
    dry_run_ = args_.flag("--dry-run");
    if (!offered("--on")) {
        return {}; // it writes no event
    }
    JZ_CHECK(resolve_operator(args_.text_or("--operator", settings_->op.value_or(env_->login))));
    on_ = args_.date("--on").value_or(on_);
    if (on_ > env_->today()) {
        return fail(Exit::usage,
                    say({"--on {} 在今天（{}）之后", "--on {} lies after today, {}"}, on_.text(), env_->today().text()),
                    Text{"业务日期不能在将来", "what has not happened yet cannot be recorded"});
    }
    JZ_TRY(accepted, parse_accepted(args_.texts("--accept")));
    accepted_ = std::move(accepted);
    return {};
}

// What the ledger knew at an instant, it knew on that day: that is "today" where no day is named.
Result<void> Context::resolve_past() {
    const Date today = env_->today();
    past_.known_at = args_.moment("--as-known-at");
    if (past_.known_at) {
        as_of_ = date_in_china(*past_.known_at);
        if (as_of_ > today) {
            return fail(Exit::usage,
                        say({"--as-known-at {} 在今天（{}）之后", "--as-known-at {} lies after today, {}"},
                            as_of_.text(), today.text()),
                        Text{"账本以后会记什么还不知道；写今天或以前的时间",
                             "what the ledger will know is not known; give a time of today or before"});
        }
    }
    if (const auto day = args_.date("--as-of")) {
        past_.as_of = *day < as_of_ ? *day : Date();
        as_of_ = *day;
    }
    return {};
}

Result<void> Context::resolve_reading() {
    if (offered("--as-of")) {
        JZ_CHECK(resolve_past());
    }
    const std::string fail_on = offered("--fail-on") ? args_.text_or("--fail-on", "error") : "error";
    fail_on_ = fail_on == "never" ? FailOn::never : fail_on == "warning" ? FailOn::warning : FailOn::error;
    if (!offered("--reveal")) {
        return {};
    }
    purpose_ = trimmed(args_.text_or("--purpose", ""));
    if (args_.flag("--reveal") != !purpose_.empty()) {
        return fail(Exit::usage, Text{"--reveal 和 --purpose 要一起写", "--reveal and --purpose go together"},
                    Text{"例如 --reveal --purpose 核对介绍信；用途会记入账本",
                         "for example --reveal --purpose 'checking a letter'; the purpose is kept in the ledger"});
    }
    return reveal() ? resolve_operator(settings_->op.value_or(env_->login)) : Result<void>();
}

Exit Context::verdict(const Findings& findings) const {
    for (const Finding& finding : findings) {
        const bool counts =
            fail_on_ == FailOn::warning ? finding.severity >= Severity::warning : finding.severity == Severity::error;
        if (fail_on_ != FailOn::never && counts) {
            return Exit::answer_is_no;
        }
    }
    return Exit::done;
}

Result<std::optional<std::string>> Context::named_ledger() const {
    if (auto given = args_.text("--ledger"); given) {
        return given;
    }
    if (const std::string variable = env_->variable("JIEZHUAN_LEDGER"); !variable.empty()) {
        if (first_invalid_utf8(variable) || citizen_id_in(narrowed(variable))) { // not to be repeated in any message
            return fail(Exit::usage,
                        Text{"环境变量 JIEZHUAN_LEDGER 中不能有公民身份号码，并须是 UTF-8",
                             "JIEZHUAN_LEDGER must be UTF-8 and hold no citizen ID number"},
                        Text{"给账本换一个文件名", "give the ledger another name"});
        }
        return std::optional(variable);
    }
    return std::optional<std::string>();
}

Result<std::string> Context::ledger_path() const {
    JZ_TRY(named, named_ledger());
    if (named) {
        return *named;
    }
    if (settings_->ledger) {
        return *settings_->ledger;
    }
    return fail(
        Exit::no_ledger, Text{"没有账本", "there is no ledger"},
        Text{"先建账：jiezhuan init；或用 --ledger FILE、环境变量 JIEZHUAN_LEDGER、jiezhuan.toml 指明",
             "create one with jiezhuan init, or name one with --ledger FILE, JIEZHUAN_LEDGER or jiezhuan.toml"});
}

Result<Store*> Context::store() {
    if (!store_) {
        JZ_TRY(path, ledger_path());
        const std::int64_t wait = args_.number("--wait").value_or(10);
        if (wait > kLongestWait) {
            return fail(Exit::usage, say({"--wait 最多 {} 秒", "--wait takes at most {} seconds"}, kLongestWait));
        }
        OpenOptions options;
        options.wait_ms = static_cast<int>(wait * 1000);
        JZ_TRY(opened, open_ledger(*env_, path, options));
        store_ = std::move(opened);
    }
    return store_.get();
}

Result<std::string> Context::ask(const Message& question) {
    if (env_->stdin_is_terminal) {
        output_->prompt(question);
    }
    std::string line;
    if (!std::getline(*in_, line)) {
        return fail(Exit::usage, Text{"标准输入里没有要读的一行", "there is no line to read on standard input"});
    }
    if (line.size() > kLongestLine || first_invalid_utf8(line)) {
        return fail(Exit::usage,
                    Text{"标准输入的这一行太长，或不是 UTF-8", "the line on standard input is too long or no UTF-8"});
    }
    return std::string(trimmed(line));
}

Result<std::string> Context::text_or_ask(std::string_view option, const Message& question) {
    const auto value = args_.text(option);
    return value && *value == "-" ? ask(question) : Result<std::string>(value.value_or(""));
}

Result<std::string> Context::read(const std::string& path, std::uint64_t most) {
    if (path != "-") {
        return read_file(path, most);
    }
    std::string bytes;
    char buffer[1U << 16U];
    while (in_->read(buffer, sizeof buffer) || in_->gcount() > 0) {
        bytes.append(buffer, static_cast<std::size_t>(in_->gcount()));
        if (bytes.size() > most) {
            return fail(
                Exit::invalid_input,
                say({"标准输入超过大小上限 {} MiB", "standard input is larger than the limit of {} MiB"}, most >> 20U));
        }
    }
    return bytes;
}

} // namespace jiezhuan::cli
