#include "jiezhuan/base/result.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::array kExitNames = {
    ExitName{Exit::done, "done", {"完成", "done"}},
    ExitName{Exit::answer_is_no, "answer_is_no", {"已执行，结论为否", "ran well, the answer is no"}},
    ExitName{Exit::usage, "usage", {"用法或配置错误", "usage or configuration error"}},
    ExitName{Exit::invalid_input, "invalid_input", {"输入未通过校验", "input refused by validation"}},
    ExitName{Exit::partly_applied, "partly_applied", {"部分完成", "partly applied"}},
    ExitName{Exit::refused, "refused", {"规则或状态不允许", "refused by a rule or a state"}},
    ExitName{Exit::not_found, "not_found", {"不存在", "does not exist"}},
    ExitName{Exit::no_ledger, "no_ledger", {"没有账本", "no ledger"}},
    ExitName{Exit::busy, "busy", {"账本正忙", "the ledger is busy"}},
    ExitName{Exit::key, "key", {"密钥不可用", "the key cannot be used"}},
    ExitName{Exit::newer, "newer", {"由更新版本的程序写成", "written by a newer program"}},
    ExitName{Exit::upgrade_needed, "upgrade_needed", {"账本需要升级", "the ledger must be upgraded"}},
    ExitName{Exit::storage, "storage", {"存储错误，未作改动", "storage error, nothing was changed"}},
    ExitName{Exit::outcome_unknown, "outcome_unknown", {"结果不明，请再次运行", "outcome unknown, run it again"}},
    ExitName{Exit::damaged, "damaged", {"文件损坏", "the file is damaged"}},
    ExitName{Exit::tables_differ, "tables_differ", {"日志与台账不一致", "log and tables disagree"}},
    ExitName{Exit::anchor_mismatch, "anchor_mismatch", {"与锚点不符", "an anchor does not match"}},
    ExitName{Exit::signature, "signature", {"签名无效", "the signature is not valid"}},
    ExitName{Exit::replay_conflict, "replay_conflict", {"重放冲突", "replay conflict"}},
    ExitName{Exit::internal, "internal", {"程序内部错误", "internal error"}},
    ExitName{Exit::out_of_memory, "out_of_memory", {"内存不足", "out of memory"}},
    ExitName{Exit::interrupted, "interrupted", {"被 Ctrl-C 中断", "interrupted by Ctrl-C"}},
    ExitName{Exit::terminated, "terminated", {"被要求结束", "told to end"}},
};

const ExitName& row_of(Exit exit) {
    const auto* row = std::find_if(kExitNames.begin(), kExitNames.end(),
                                   [exit](const ExitName& candidate) { return candidate.exit == exit; });
    ensure(row != kExitNames.end(), "an exit code without a name");
    return *row;
}

} // namespace

std::span<const ExitName> exit_names() { return kExitNames; }
std::string_view exit_name(Exit exit) { return row_of(exit).id; }
Text exit_title(Exit exit) { return row_of(exit).title; }

} // namespace jiezhuan
