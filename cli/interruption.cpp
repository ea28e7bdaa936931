#include "cli/interruption.hpp"

#include <array>
#include <atomic>

namespace jiezhuan::cli {
namespace {

struct By {
    Exit exit;
    Text message;
};
constexpr std::array kBy = {By{Exit::interrupted, {"已中断", "interrupted"}},
                            By{Exit::terminated, {"程序已按要求结束", "told to end"}}};
struct Found {
    Text ledger;
    Text hint;
};
constexpr Text kAgain{"再运行一次同样的命令", "run the same command again"};
constexpr std::array kFound = { // by Wrote
    Found{{"", ""}, kAgain}, Found{{"，账本没有变化", "; the ledger is as it was"}, kAgain},
    Found{{"，账本可能已写入", "; the ledger was perhaps written"},
          {"再运行一次同样的命令，结果不会重复", "run the same command again: nothing happens twice"}}};

std::array<std::array<std::string, kFound.size()>, kBy.size()> words;
std::atomic<int> found = -1; // an index of kFound once there are words
static_assert(std::atomic<int>::is_always_lock_free);

} // namespace

void prepare_for_interruption(const RenderOptions& options, bool err_is_terminal) {
    found = -1;
    const std::string before = err_is_terminal ? "\n" : ""; // behind ^C and the progress of an import
    for (std::size_t by = 0; by < kBy.size(); ++by) {
        for (std::size_t wrote = 0; wrote < kFound.size(); ++wrote) {
            const Found& what = kFound.at(wrote);
            const Error error{
                kBy.at(by).exit, say({"{}{}", "{}{}"}, kBy.at(by).message, what.ledger), what.hint, {}, {}};
            words.at(by).at(wrote) = before + render_error(error, options);
        }
    }
    found = static_cast<int>(Wrote::only_read);
}

void interruption_finds(Wrote wrote) {
    if (found >= 0) {
        found = static_cast<int>(wrote);
    }
}

std::string_view interruption_words(Exit by) {
    const int now = found;
    return now < 0 ? std::string_view()
                   : std::string_view(words[by == Exit::interrupted ? 0 : 1][static_cast<std::size_t>(now)]);
}

} // namespace jiezhuan::cli
