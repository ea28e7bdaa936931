#include "cli/words.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::array kNouns = {
    NounRow{"init", "建账", {"建立账本和它的配置文件", "create a ledger and its configuration"}},
    NounRow{"status",
            "概况",
            {"首页：待办、逾期、在途和下一步", "the home page: waiting, overdue, in transit, what to do next"}},
    NounRow{"org", "组织", {"党组织树和外部组织名录", "the tree of organisations and the directory of outside ones"}},
    NounRow{"member", "党员", {"党员名册", "the roster of members"}},
    NounRow{"dues", "党费", {"党费：交至哪个月，谁欠交", "dues: through which month, and who is behind"}},
    NounRow{"migrant",
            "流动",
            {"流动党员：流出和流入登记、联系、活动证、报到",
             "migrants: registers of out- and inflow, contacts, cards, reporting in"}},
    NounRow{"transfer", "接转", {"组织关系接转", "transfers of organisational relations"}},
    NounRow{"batch", "批次", {"成批移交的进展", "what became of a hand-over"}},
    NounRow{
        "letter", "介绍信", {"介绍信：开具、打印、作废、补开、空白", "letters: issue, print, void, replace, blanks"}},
    NounRow{"receipt", "回执", {"回执：收到的和寄出的", "receipts that came back, receipts we send"}},
    NounRow{"reconcile", "核对", {"到期和逾期的事项", "what is late or due soon"}},
    NounRow{"report", "报告", {"供检查：全过程、例外、抽查", "for inspection: cases, overrides, samples"}},
    NounRow{"rules", "规则", {"规则目录", "the catalogue of rules"}},
    NounRow{"explain", "说明", {"前因后果、由谁负责、下一步", "so far, who is responsible, what to do next"}},
    NounRow{"ledger", "账本", {"账本文件：查验、备份、恢复", "the ledger file: verify, back up, restore"}},
    NounRow{"completion", "补全", {"命令行补全脚本", "scripts for command-line completion"}},
};

struct Alias {
    std::string_view alias;
    std::string_view word;
};
// Of several words for a verb the first is shown: that of the forms.
constexpr std::array kVerbs = {
    Alias{"新增", "add"},       Alias{"导入", "import"},      Alias{"列表", "list"},
    Alias{"查找", "find"},      Alias{"查看", "show"},        Alias{"树", "tree"},
    Alias{"变更", "change"},    Alias{"更正", "correct"},     Alias{"标记", "mark"},
    Alias{"历史", "history"},   Alias{"模板", "template"},    Alias{"登记", "open"},
    Alias{"批准", "approve"},   Alias{"发出", "send"},        Alias{"报到", "present"},
    Alias{"核实", "verify"},    Alias{"接收", "receive"},     Alias{"编入", "assign"},
    Alias{"暂缓", "hold"},      Alias{"恢复", "resume"},      Alias{"退回", "return"},
    Alias{"撤回", "withdraw"},  Alias{"拒接", "refuse"},      Alias{"撤销", "revoke"},
    Alias{"应转", "due"},       Alias{"办理表", "worksheet"}, Alias{"回填", "apply"},
    Alias{"开具", "issue"},     Alias{"打印", "print"},       Alias{"作废", "void"},
    Alias{"补开", "reissue"},   Alias{"登记", "record"},      Alias{"备份", "backup"},
    Alias{"期限", "deadlines"}, Alias{"验账", "verify"},      Alias{"列出", "list"},
    Alias{"发起", "open"},      Alias{"拒收", "refuse"},      Alias{"核实表", "worksheet"},
    Alias{"领取", "deliver"},   Alias{"空白", "stock"},       Alias{"重开", "reissue"},
    Alias{"寄出", "sent"},      Alias{"转换", "convert"},     Alias{"对方已接收", "accepted"},
    Alias{"结束", "end"},       Alias{"信息", "info"},        Alias{"日志", "log"},
    Alias{"重建", "rebuild"},   Alias{"还原", "restore"},     Alias{"转正", "convert"},
    Alias{"延长", "extend"},    Alias{"欠交", "arrears"},     Alias{"联系", "contact"},
    Alias{"活动证", "card"},    Alias{"年审", "check"},       Alias{"报到", "report-in"},
    Alias{"返回", "return"},    Alias{"比对", "match"},       Alias{"档案", "file"},
    Alias{"换信", "exchange"},
};
constexpr std::array kShortcuts = {
    Shortcut{"todo", "reconcile", "deadlines"},
    Shortcut{"待办", "reconcile", "deadlines"},
};

} // namespace

std::span<const NounRow> nouns() { return kNouns; }

const NounRow* noun_row(std::string_view noun) {
    for (const NounRow& row : kNouns) {
        if (row.noun == noun) {
            return &row;
        }
    }
    return nullptr;
}

std::string noun_meant(std::string_view typed) {
    if (typed == "状态") {
        return "status";
    }
    for (const NounRow& row : kNouns) {
        if (row.chinese == typed) {
            return std::string(row.noun);
        }
    }
    return std::string(typed);
}

bool means_verb(std::string_view typed, std::string_view verb) {
    return typed == verb || std::any_of(kVerbs.begin(), kVerbs.end(),
                                        [&](const Alias& alias) { return alias.alias == typed && alias.word == verb; });
}

std::string_view chinese_verb(std::string_view noun, std::string_view verb) {
    if (noun == "ledger" && verb == "verify") {
        return "验账";
    }
    if (noun == "migrant" && verb == "return") {
        return "返回";
    }
    for (const Alias& alias : kVerbs) {
        if (alias.word == verb) {
            return alias.alias;
        }
    }
    return "";
}

std::span<const Shortcut> shortcuts() { return kShortcuts; }

Shortcut shortcut(std::string_view typed) {
    for (const Shortcut& row : kShortcuts) {
        if (row.word == typed) {
            return row;
        }
    }
    return {};
}

} // namespace jiezhuan::cli
