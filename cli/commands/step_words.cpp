#include "cli/commands/step_words.hpp"

#include <algorithm>

namespace jiezhuan::cli {

// Who accepts online a relation that comes is no other side.
Text title_of(Action action, const std::vector<Transfer>& transfers) {
    const bool by_us = action == Action::accept && !transfers.empty() &&
                       std::all_of(transfers.begin(), transfers.end(),
                                   [](const Transfer& transfer) { return receives(transfer.kind); });
    return by_us ? Text{"网上接收", "accepted online"} : code_title(action);
}

Message done_sentence(Text title, std::size_t count, std::size_t already, std::size_t corrected) {
    if (corrected == count && count > 0 && already == 0) {
        return say({"已更正{}时登记的内容：{} 件", "{}: {} put right"}, title, count);
    }
    return Message(
        fmt::format("{}：{} 件{}", title.zh, count, already == 0 ? "" : fmt::format("，另有 {} 件此前已办", already)),
        fmt::format("{}: {} done{}", title.en, count,
                    already == 0 ? "" : fmt::format(", {} were done before", already)));
}

// One that cannot stops all; the others can be done without it.
Message nothing_done(std::size_t refused, std::size_t others, Document& document) {
    if (others == 0) {
        return Text{"未办理，账本没有变化", "not done; the ledger is as it was"};
    }
    document.next.push_back(say(
        {"同一命令加 --allow-partial  # 其余 {} 件照办", "the same command with --allow-partial  # to do the other {}"},
        others));
    return say({"{} 件不能办，因此都没有办，账本没有变化", "{} cannot be done, so none was; the ledger is as it was"},
               refused);
}

Message way_on_of_several(const std::vector<Transfer>& transfers) {
    const BatchId batch = transfers.front().batch;
    const bool one_batch = batch && std::all_of(transfers.begin(), transfers.end(),
                                                [batch](const Transfer& transfer) { return transfer.batch == batch; });
    return one_batch
               ? say({"jiezhuan batch show {}  # 各人的下一步", "jiezhuan batch show {}  # what comes next for each"},
                     batch.text())
               : Message(Text{"jiezhuan status  # 接下来办什么", "jiezhuan status  # what comes next"});
}

} // namespace jiezhuan::cli
