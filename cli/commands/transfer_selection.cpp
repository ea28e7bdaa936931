#include "cli/commands/transfer_selection.hpp"

#include "jiezhuan/base/text.hpp"

namespace jiezhuan::cli {
namespace {

template <class IdType> Result<IdType> id_of(const std::string& text, Text what) {
    if (const auto id = parse_id_of<IdType::kKind>(trimmed(text)); id) {
        return *id;
    }
    const char letter = name_of(IdType::kKind).letter;
    return fail(Exit::usage,
                Message(fmt::format("“{}”不是{}编号", printable(text), what.zh),
                        fmt::format("'{}' is no {} id", printable(text), what.en)),
                say({"编号形如 {}12", "an id looks like {}12"}, letter));
}

} // namespace

Result<TransferId> transfer_id(const std::string& text) { return id_of<TransferId>(text, {"转接", "transfer"}); }
Result<MemberId> member_id(const std::string& text) { return id_of<MemberId>(text, {"党员", "member"}); }
Result<BatchId> batch_id(const std::string& text) { return id_of<BatchId>(text, {"批次", "batch"}); }

Result<TransferFilter> filter_of(Context& context, const OrgDirectory& organisations) {
    const Args& args = context.args();
    TransferFilter filter;
    for (const std::string& text : args.texts("transfer")) {
        JZ_TRY(id, transfer_id(text));
        filter.ids.push_back(id);
    }
    if (const auto batch = args.text("--batch"); batch) {
        JZ_TRY(id, batch_id(*batch));
        filter.batch = id;
    }
    filter.states = args.codes<TransferState>("--state");
    filter.kinds = args.codes<TransferKind>("--kind");
    if (const auto org = args.text("--org"); org) {
        JZ_TRY(id, organisations.resolve(*org));
        filter.org = id;
    }
    const bool filtered = filter.batch || !filter.states.empty() || !filter.kinds.empty() || filter.org;
    if (filter.ids.empty() && !filtered) {
        return fail(Exit::usage, Text{"没有说明是哪些转接", "it is not said which transfers"},
                    Text{"写编号（T12），或用 --batch、--state、--kind、--org 选取",
                         "give ids (T12), or choose with --batch, --state, --kind, --org"});
    }
    if (!filter.ids.empty() && filtered) {
        return fail(Exit::usage, Text{"编号和筛选条件不能同时使用", "ids and a filter do not go together"});
    }
    return filter;
}

Result<void> complete_voucher(Work& work, const Transfer& transfer, StepInput& input) {
    if (!input.voucher) {
        return {};
    }
    Letter& voucher = *input.voucher;
    JZ_TRY(member, work.ledger.member(transfer.member));
    ensure(member.has_value(), "a transfer of no member");
    voucher.name = voucher.name.empty() ? member->name : voucher.name;
    voucher.stage = voucher.stage == Stage::none ? member->stage : voucher.stage;
    voucher.id_no = voucher.id_no.empty() ? member->citizen_id.text() : voucher.id_no;
    voucher.issuer = transfer.from;
    const Organisation* from = work.organisations.find(transfer.from);
    voucher.issuer_name = from == nullptr ? transfer.from_name : from->name;
    voucher.from_unit = voucher.issuer_name;
    voucher.year = voucher.issued_on.empty() ? work.on.year() : voucher.issued_on.year();
    if (voucher.dues_paid_through.empty()) {
        voucher.dues_paid_through = member->dues_paid_through;
    }
    if (voucher.addressee.empty()) {
        const Organisation* addressee = work.organisations.find(transfer.addressee);
        voucher.addressee = addressee == nullptr ? "" : addressee->name;
    }
    if (!voucher.issued_on.empty() && voucher.valid_days > 0) {
        voucher.valid_until = voucher.issued_on.plus_days(voucher.valid_days);
    }
    return {};
}

} // namespace jiezhuan::cli
