// Which transfers a command means: ids, or a filter.
#pragma once

#include "cli/context.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"

namespace jiezhuan::cli {

// From the positional "transfer" and --batch, --state, --kind, --org. Exit::usage where nothing of them is given, or an id has
// another shape; Exit::not_found for an unknown organisation. A filter without a batch leaves out those of which `step` is not this clerk's.
[[nodiscard]] Result<TransferFilter> filter_of(Context& context, Work& work, Action step = Action::none);

[[nodiscard]] Result<TransferId> transfer_id(const std::string& text);
[[nodiscard]] Result<MemberId> member_id(const std::string& text);
// By its number or its title. Exit::not_found where none is called so, Exit::usage where several are.
[[nodiscard]] Result<BatchId> batch_called(Reading& ledger, const std::string& words);
// The batch of --batch, for one more of that kind; none where it is not given. Exit::not_found, and Exit::usage for a batch of another
// kind or of a whole organisation.
[[nodiscard]] Result<BatchId> batch_to_join(const Args& args, Reading& ledger, TransferKind kind);

// The kinds of transfer that can be done.
[[nodiscard]] const CodeTable& transfer_kinds();
// --valid-days of a letter that came in.
inline constexpr OptionRow kValidDays = {
    "--valid-days", OptionType::number, {"介绍信有效期（天）", "valid days of the letter"}, false, false, nullptr, {},
    kMostValidDays};
// A sender that is in no directory.
inline constexpr OptionRow kAsWritten = {"--as-written",
                                         OptionType::text,
                                         {"与名录中的相近、确是另一个的转出党组织，照所写登记",
                                          "a sender near to a known one and really another: kept as written"},
                                         false,
                                         true,
                                         nullptr,
                                         "ORG"};
// What --letter-no, --letter-date, --valid-days, --addressee, --dues and --flaw say of a letter that came in; nothing where none was given.
inline constexpr OptionRow kIssuer = {
    "--issuer",
    OptionType::text,
    {"介绍信由谁开具；默认转出党组织，经组织部换信的写该组织部",
     "who issued the letter; default the sender, else the department that gave it in exchange"}};
inline constexpr OptionRow kFlaw = {
    "--flaw",
    OptionType::code,
    {"看出信上有什么问题；看过没有的写 sound", "what is wrong with the paper; where nothing is, sound"},
    false,
    true,
    code_table<PaperFlaw>};
[[nodiscard]] Result<std::optional<Letter>> voucher_typed(const Args& args);

} // namespace jiezhuan::cli
