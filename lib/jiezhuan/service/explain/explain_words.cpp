#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/explain/explain.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

struct ExitWords {
    Exit exit;
    Text ledger; // what became of it
    Text what;   // what happened
    Text fix;    // what to do
};
constexpr Text kUntouched{"没有改动", "as it was"};
constexpr Text kAsAsked{"已按要求办理", "as asked"};
constexpr Text kAsWasSaid{"中断时的提示说了：没有改动，或可能已写入",
                          "as the message said: as it was, or perhaps changed"};
constexpr Text kRunAgain{"再运行同一命令：已写入的不会重复", "run the same command again: nothing is done twice"};
constexpr Text kRestore{
    "保留此文件，不要再写入；从最近的备份恢复：jiezhuan ledger restore 备份 --to 新文件",
    "keep this file, write no more, restore the last backup: jiezhuan ledger restore BACKUP --to FILE"};
constexpr std::array kExits = {
    ExitWords{Exit::done,
              kAsAsked,
              {"办完了；此前已办过的再办一次，也是 0", "done; also where the same was done before"},
              {"照“下一步”办", "go on with the next step that was shown"}},
    ExitWords{Exit::answer_is_no,
              kAsAsked,
              {"查到了要处理的问题，或没有找到符合的：逾期、不一致、提醒",
               "there is something to see to, or nothing was found: overdue items, differences, findings"},
              {"逐条处理列出的事项；脚本里用 --fail-on 定界限", "see to what is listed; --fail-on sets the threshold"}},
    ExitWords{Exit::usage,
              kUntouched,
              {"命令写得不对，或配置有误；命令行上不能写公民身份号码",
               "the command or the configuration is wrong; a citizen ID number must not stand on the command line"},
              {"看提示，或加 --help", "read the hint, or add --help"}},
    ExitWords{Exit::invalid_input,
              kUntouched,
              {"文件里有行没有通过校验，整个文件都没有导入", "rows of the file were refused, so nothing was applied"},
              {"打开退回文件，照 #reason、#fix 两列改正后导入；或加 --allow-partial 先导入没有问题的行",
               "open the reject file, mend what #reason and #fix say, import it; or --allow-partial for the rest"}},
    ExitWords{Exit::partly_applied,
              {"没有问题的已办", "what could be done is done"},
              {"用了 --allow-partial，有的没有办成", "--allow-partial was given, and some were refused"},
              {"改正退回文件或列出的各项后再办：办成的不会重复",
               "mend the reject file or what is listed and do it again: nothing is done twice"}},
    ExitWords{Exit::refused,
              kUntouched,
              {"规则或现在的状态不允许这样办", "a rule, or how things stand, does not allow it"},
              {"照“怎么办”那一行；规则见 jiezhuan explain 规则编号，经过和下一步见 jiezhuan explain 编号",
               "follow 'to fix'; jiezhuan explain RULE says the rule, jiezhuan explain ID what comes next"}},
    ExitWords{Exit::not_found,
              kUntouched,
              {"写的编号、代码或名称不存在", "the id, code or name does not exist"},
              {"核对后再写：jiezhuan member find、transfer list、letter list、org list",
               "check it: jiezhuan member find, transfer list, letter list, org list"}},
    ExitWords{Exit::no_ledger,
              kUntouched,
              {"没有账本，或没有写明是哪一个", "there is no ledger, or it is not said which"},
              {"到账本所在目录，或用 --ledger FILE；新建：jiezhuan init",
               "go to its directory, or --ledger FILE; a new one: jiezhuan init"}},
    ExitWords{Exit::busy,
              kUntouched,
              {"另一个命令正在写账本，等的时间到了", "another command is writing, and the wait was over"},
              {"过一会儿再办，或用 --wait 加长等待", "try again, or wait longer with --wait"}},
    ExitWords{Exit::key,
              kUntouched,
              {"签名用的密钥不能用", "the key for signing cannot be used"},
              {"核对密钥文件和它的权限", "check the key's file and its permissions"}},
    ExitWords{Exit::newer,
              kUntouched,
              {"账本或交换包由更新的程序写成", "a newer program wrote the ledger or the package"},
              {"升级 jiezhuan 后再办", "upgrade jiezhuan first"}},
    ExitWords{Exit::upgrade_needed,
              kUntouched,
              {"账本的版本比本程序的旧", "the ledger is of an older version than this program"},
              {"用写它的那一版 jiezhuan；版本号被改过的，从备份恢复",
               "use the jiezhuan that wrote it; where the version was altered, restore a backup"}},
    ExitWords{Exit::storage,
              kUntouched,
              {"读写账本时出错：权限、磁盘满或磁盘故障", "reading or writing failed: permissions, a full or bad disk"},
              {"排除原因后再运行同一命令", "mend it, then run the same command again"}},
    ExitWords{Exit::outcome_unknown,
              {"可能已写入", "perhaps changed"},
              {"不能确定是否写完，或结果没能送出", "it is not known whether it was written, or the answer was lost"},
              {"再运行同一命令：已写入的不会重复", "run the same command again: nothing is done twice"}},
    ExitWords{Exit::damaged, kUntouched, {"账本文件损坏，或被改过", "the file is damaged or was altered"}, kRestore},
    ExitWords{Exit::tables_differ,
              kUntouched,
              {"各表与事件不一致：有人绕过程序改了表", "the tables are not what the events say: somebody changed them"},
              {"事件完好，可重建各表：jiezhuan ledger rebuild", "the events are intact: jiezhuan ledger rebuild"}},
    ExitWords{
        Exit::anchor_mismatch,
        kUntouched,
        {"账本与锚点文件不符：放回了旧的副本，或历史被改写",
         "the ledger does not fit its anchors: an old copy, or its history was rewritten"},
        {"查清：jiezhuan ledger verify；找到最新的账本再办", "see jiezhuan ledger verify; find the latest ledger"}},
    ExitWords{Exit::signature,
              kUntouched,
              {"交换包的签名不对", "the signature of a package is not valid"},
              {"向发送方核对，请其重新发送", "ask the sender to send it again"}},
    ExitWords{Exit::replay_conflict,
              kUntouched,
              {"重放事件时与现有记录冲突", "events conflict with what is there"},
              {"查清：jiezhuan ledger verify", "see jiezhuan ledger verify"}},
    ExitWords{Exit::internal,
              kUntouched,
              {"程序自己出了错", "the program itself is at fault"},
              {"请把命令和提示报告给维护者；再运行前先 jiezhuan ledger verify",
               "report the command and the message; run jiezhuan ledger verify first"}},
    ExitWords{Exit::out_of_memory,
              kUntouched,
              {"内存不够", "there was not enough memory"},
              {"关掉别的程序后再运行同一命令", "close other programs, then run the same command again"}},
    ExitWords{Exit::interrupted, kAsWasSaid, {"办理中按了 Ctrl-C", "Ctrl-C was pressed meanwhile"}, kRunAgain},
    ExitWords{Exit::terminated,
              kAsWasSaid,
              {"程序被要求结束：关机、注销或 kill", "it was told to end: shutdown, logout or kill"},
              kRunAgain},
};

Cell said(const Message& words) { return Cell(words.zh, words); }

} // namespace

Document explain_exit(Exit exit) {
    const auto* row =
        std::find_if(kExits.begin(), kExits.end(), [exit](const ExitWords& one) { return one.exit == exit; });
    ensure(row != kExits.end(), "an exit code that nobody explains");
    Document document;
    document.schema = "explain.exit";
    document.headline = say({"退出码 {}：{}", "exit code {}: {}"}, static_cast<int>(exit), exit_title(exit));
    RowSet card = card_called("exit");
    add_cell(card, "code", Text{"退出码", "Exit code"}, ColumnType::number, Cell(static_cast<std::int64_t>(exit)));
    add_cell(card, "kind", Text{"名称", "Name"}, ColumnType::code, std::string(exit_name(exit)));
    add_cell(card, "what", Text{"发生了什么", "What happened"}, ColumnType::text, said(row->what));
    add_cell(card, "ledger", Text{"账本", "The ledger"}, ColumnType::text, said(row->ledger));
    add_cell(card, "fix", Text{"怎么办", "What to do"}, ColumnType::text, said(row->fix));
    document.sections.push_back(std::move(card));
    return document;
}

std::optional<Exit> exit_called(std::string_view words) {
    std::string name = lowered_ascii(trimmed(words));
    for (const std::string_view prefix : {"exit-", "exit ", "exit"}) {
        if (name.starts_with(prefix)) {
            name.erase(0, prefix.size());
            break;
        }
    }
    for (const ExitName& one : exit_names()) {
        if (name == one.id || name == std::to_string(static_cast<int>(one.exit))) {
            return one.exit;
        }
    }
    return std::nullopt;
}

Document explain_rule(const RuleText& rule) {
    Document document;
    document.schema = "explain.rule";
    document.headline = say({"{}（{}）：{}", "{} ({}): {}"}, rule.id, severity_title(rule.severity), rule.title);
    RowSet card = card_called("rule");
    add_cell(card, "id", Text{"规则", "Rule"}, ColumnType::id, std::string(rule.id));
    add_cell(card, "title", Text{"内容", "What it says"}, ColumnType::text, said(rule.title));
    add_cell(card, "effect", Text{"作用", "Effect"}, ColumnType::text,
             said(rule.severity != Severity::error ? Text{"只提醒，不挡办理", "it reminds, and stops nothing"}
                  : rule.overridable ? Text{"不合的不办；有理由的可以放行，理由记入账本",
                                            "it refuses; with a reason it may be passed, and the reason is kept"}
                                     : Text{"不合的不办，不能放行", "it refuses, and cannot be passed"}));
    add_cell(card, "citation", Text{"依据", "Basis"}, ColumnType::text, std::string(rule.citation));
    add_cell(card, "in_force_from", Text{"施行", "In force from"}, ColumnType::date, in_force_from(rule.citation));
    add_cell(card, "fix", Text{"怎么办", "What to do"}, ColumnType::text, said(fix_of(rule)));
    document.sections.push_back(std::move(card));
    if (rule.overridable && rule.severity == Severity::error) {
        document.next.push_back(
            say({"同一命令加 --accept {}=理由  # 确需放行时；放行过的：jiezhuan report overrides --rule {}",
                 "the same command with --accept {}=REASON  # to pass it; all that were: jiezhuan report overrides "
                 "--rule {}"},
                rule.id, rule.id));
    }
    const auto deadlines = deadline_rules();
    const bool watched = std::any_of(deadlines.begin(), deadlines.end(),
                                     [&](const Rule<DeadlineFacts>& one) { return one.text.id == rule.id; });
    if (watched) {
        document.next.push_back(say({"jiezhuan reconcile deadlines --rule {}  # 现在涉及谁",
                                     "jiezhuan reconcile deadlines --rule {}  # whom it concerns now"},
                                    rule.id));
    }
    return document;
}

} // namespace jiezhuan
