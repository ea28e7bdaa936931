#include "cli/commands/transfer_selection.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/item_list.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace jiezhuan::cli {
namespace {

template <class IdType> Result<IdType> id_of(const std::string& text, Text what, Text else_ = {"", ""}) {
    if (const auto id = parse_id_of<IdType::kKind>(trimmed(text)); id) {
        return *id;
    }
    const char letter = name_of(IdType::kKind).letter;
    return fail(Exit::usage,
                Message(fmt::format("“{}”不是{}编号", printable(text), what.zh),
                        fmt::format("'{}' is no {} id", printable(text), what.en)),
                say({"编号形如 {}12{}", "an id looks like {}12{}"}, letter, else_));
}

} // namespace

Result<TransferId> transfer_id(const std::string& text) { return id_of<TransferId>(text, {"转接", "transfer"}); }
Result<MemberId> member_id(const std::string& text) {
    const std::string name = shell_word(printable(text));
    const Message find =
        say({"；按姓名查：jiezhuan member find --name {}", "; by name: jiezhuan member find --name {}"}, name);
    return id_of<MemberId>(text, {"党员", "member"}, Text{find.zh, find.en});
}
Result<BatchId> batch_called(Reading& ledger, const std::string& words) {
    if (const auto id = parse_id_of<RecordKind::batch>(trimmed(words)); id) {
        return *id;
    }
    JZ_TRY(same, ledger.batches(Query().equal("title", std::string(trimmed(words)))));
    if (same.size() == 1) {
        return same.front().id;
    }
    if (same.empty()) {
        return fail(
            Exit::not_found, say({"没有批次“{}”", "there is no batch '{}'"}, printable(words)),
            Text{"写编号（如 B12）或名称：jiezhuan batch list", "say its number (B12) or title: jiezhuan batch list"});
    }
    std::vector<std::string> ids;
    std::transform(same.begin(), same.end(), std::back_inserter(ids),
                   [](const Batch& batch) { return batch.id.text(); });
    return fail(Exit::usage, say({"有 {} 个批次叫“{}”", "{} batches are called '{}'"}, same.size(), printable(words)),
                say({"用编号指明：{}", "name it by its number: {}"}, fmt::join(ids, ", ")));
}

Result<BatchId> batch_to_join(const Args& args, Reading& ledger, TransferKind kind) {
    const auto words = args.text("--batch");
    if (!words) {
        return BatchId();
    }
    JZ_TRY(id, batch_called(ledger, *words));
    JZ_TRY(batch, find_batch(ledger, id));
    if (batch.kind != kind) {
        return fail(Exit::usage,
                    say({"{} 是“{}”的批次", "{} is a batch of kind '{}'"}, id.text(), code_title(batch.kind)),
                    Text{"核对 --kind 和 --batch", "check --kind and --batch"});
    }
    if (batch.whole == Flag::yes) {
        return fail(Exit::usage,
                    say({"{} 是整建制转移的批次，名单上的人随一份介绍信办理",
                         "{} is of a whole organisation: all on its list go by one letter"},
                        id.text()),
                    Text{"单独办理的，不写 --batch", "who goes alone is opened without --batch"});
    }
    return id;
}

Result<TransferFilter> filter_of(Context& context, Work& work, Action step) {
    const Args& args = context.args();
    TransferFilter filter;
    for (const std::string& text : args.texts("transfer")) {
        JZ_TRY(id, transfer_id(text));
        filter.ids.push_back(id);
    }
    if (const auto batch = args.text("--batch"); batch) {
        JZ_TRY(id, batch_called(work.ledger, *batch));
        filter.batch = id;
    }
    filter.states = args.codes<TransferState>("--state");
    filter.kinds = args.codes<TransferKind>("--kind");
    if (const auto org = args.text("--org"); org) {
        JZ_TRY(id, work.organisations.resolve(*org));
        filter.org = id;
    }
    const bool filtered = filter.batch || !filter.states.empty() || !filter.kinds.empty() || filter.org;
    if (filter.ids.empty() && !filtered) {
        return fail(Exit::usage, Text{"没有说明是哪些转接", "it is not said which transfers"},
                    Text{"写编号（T12），或用 --batch、--state、--kind、--org 选取",
                         "give ids (T12), or choose with --batch, --state, --kind, --org"});
    }
    filter.for_clerk = filter.ids.empty() && !filter.batch ? step : Action::none;
    if (!filter.ids.empty() && filtered) {
        return fail(Exit::usage, Text{"编号和筛选条件不能同时使用", "ids and a filter do not go together"});
    }
    return filter;
}

const CodeTable& transfer_kinds() {
    static const std::vector<CodeRow> kRows = [] {
        std::vector<CodeRow> rows;
        for (const CodeRow& row : code_table<TransferKind>().rows) {
            if (kind_row(static_cast<TransferKind>(row.value)) != nullptr) {
                rows.push_back(row);
            }
        }
        return rows;
    }();
    static const CodeTable kTable{code_table<TransferKind>().name, code_table<TransferKind>().title, kRows};
    return kTable;
}

namespace {

Result<std::string> flaws_typed(const Args& args) {
    const std::vector<std::string>& said = args.texts("--flaw");
    const bool sound = std::find(said.begin(), said.end(), code_id(PaperFlaw::sound)) != said.end();
    const bool flawed =
        std::any_of(said.begin(), said.end(), [](const std::string& id) { return id != code_id(PaperFlaw::sound); });
    if (sound && flawed) {
        return fail(Exit::usage,
                    Text{"--flaw sound（没有问题）和别的问题不能同时写", "--flaw sound does not go with a flaw"},
                    Text{"有问题的只写问题，如 --flaw altered", "name the flaws alone, such as --flaw altered"});
    }
    return item_list(fmt::format("{}", fmt::join(said, ",")), code_table<PaperFlaw>()).value();
}

} // namespace

Result<std::optional<Letter>> voucher_typed(const Args& args) {
    JZ_TRY(flaws, flaws_typed(args));
    Letter voucher;
    voucher.no = plain_number(args.text_or("--letter-no", ""));
    voucher.issued_on = args.date("--letter-date").value_or(Date());
    voucher.valid_days = args.number("--valid-days").value_or(0);
    voucher.issuer_name = args.text_or("--issuer", "");
    voucher.addressee = args.text_or("--addressee", "");
    voucher.dues_paid_through = args.date("--dues").value_or(Date());
    voucher.flaws = std::move(flaws);
    if (voucher == Letter()) {
        return std::optional<Letter>();
    }
    voucher.kind = LetterKind::introduction;
    return std::optional(std::move(voucher));
}

} // namespace jiezhuan::cli
