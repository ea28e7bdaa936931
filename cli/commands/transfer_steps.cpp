#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/step_words.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/transfers/transfer_channel.hpp"
#include "jiezhuan/service/transfers/transfers.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::string_view kSchema = "transfer.step";

// What the options say of a step; an option that the verb does not have is not asked for.
Result<StepInput> input_of(Context& context, Work& work, Action action) {
    StepInput input;
    const Args& args = context.args();
    switch (action) {
    case Action::approve:
        input.minutes = args.text_or("--minutes", "");
        break;
    case Action::send:
        input.online_no = args.text_or("--online-no", "");
        input.card_no = args.text_or("--card-no", "");
        break;
    case Action::verify:
        input.verified_basis = args.text_or("--basis", "");
        if (const auto items = verified_items(args.text_or("--items", "")); items) {
            input.verified_items = *items;
        } else {
            return fail(Exit::usage, unknown_verified_items(args.text_or("--items", "")));
        }
        input.verified_by = args.text_or("--by", "");
        break;
    case Action::accept:
        input.evidence = args.text_or("--evidence", "");
        if (const auto receiver = args.text("--receiver"); receiver) {
            input.receiver = receiver_name(work.organisations, *receiver);
        }
        break;
    case Action::assign:
        if (args.given("--branch")) {
            JZ_TRY(branch, work.organisations.resolve_in_force(args.required("--branch"), OrgDirectory::Where::ours));
            input.branch = branch;
        }
        break;
    case Action::present:
        input.online_no = args.text_or("--online-no", "");
        if (auto voucher = voucher_typed(args)) {
            input.voucher = std::move(*voucher);
        } else {
            return tl::unexpected(std::move(voucher.error()));
        }
        break;
    case Action::return_:
        input.channel = args.code<Channel>("--channel").value_or(Channel::none);
        [[fallthrough]];
    default:
        if (action != Action::receive && action != Action::resume) {
            input.reason = args.text_or("--reason", "");
        }
        break;
    }
    return input;
}

// One step for all that are named: all of them, or with --allow-partial those that can.
Result<Answer> step(Context& context, Action action) {
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(filter, filter_of(context, work, action));
        JZ_TRY(transfers, select_transfers(work.ledger, work.organisations, filter));
        JZ_TRY(input, input_of(context, work, action));
        Answer answer;
        answer.document.schema = kSchema;
        std::size_t done = 0;
        std::size_t already = 0;
        std::size_t refused = 0;
        std::size_t corrected = 0;
        std::vector<Transfer> after;
        for (const Transfer& transfer : transfers) {
            StepInput own = input;
            if (own.voucher) {
                JZ_TRY(member, work.ledger.member(transfer.member));
                JZ_CHECK(complete_voucher(work, transfer, *member, *own.voucher));
            }
            JZ_TRY(outcome, step_transfer(work, transfer.id, action, own));
            (outcome.refused ? refused : outcome.already ? already : done) += 1;
            corrected += outcome.corrected ? 1 : 0;
            answer.document.findings.insert(answer.document.findings.end(), outcome.findings.begin(),
                                            outcome.findings.end());
            JZ_TRY(stored, work.ledger.transfer(transfer.id));
            after.push_back(std::move(*stored));
        }
        const bool keep = refused == 0 || (context.args().flag("--allow-partial") && done > 0);
        answer.exit = refused == 0 ? Exit::done : keep ? Exit::partly_applied : Exit::refused;
        answer.document.headline = !keep ? nothing_done(refused, done + already, answer.document)
                                   : transfers.empty()
                                       ? Message(Text{"没有符合条件的转接", "no transfer fits"})
                                       : done_sentence(title_of(action, transfers), done, already, corrected);
        if (keep) {
            JZ_TRY(rows, transfer_rows(work.ledger, work.organisations, after));
            answer.document.sections.push_back(std::move(rows));
            if (after.size() == 1) {
                JZ_CHECK(say_way_on(work, after.front(), answer.document));
            } else if (done > 0) {
                answer.document.next.push_back(way_on_of_several(after));
            }
        }
        sort_findings(answer.document.findings);
        return answer;
    });
}

template <Action A> Result<Answer> run_step(Context& context) { return step(context, A); }

Result<Answer> run_return(Context& context) {
    const auto way = context.args().code<Channel>("--channel");
    return step(context, way == Channel::online ? Action::return_online : Action::return_);
}

constexpr OptionRow kIds = {
    "transfer", OptionType::text, {"转接编号，如 T12", "transfers, like T12"}, false, true, nullptr, "T…"};
constexpr OptionRow kBatch = {"--batch", OptionType::text, {"该批次的全部", "all of a batch"}, false, false, nullptr,
                              "B…"};
constexpr OptionRow kState = {"--state", OptionType::code,         {"处于该状态的全部", "all in a state"}, false,
                              true,      code_table<TransferState>};
constexpr OptionRow kKind = {"--kind", OptionType::code, {"该类型的全部", "all of a kind"}, false,
                             true,     transfer_kinds};
constexpr OptionRow kOrg = {
    "--org", OptionType::text, {"该党组织及其下级的全部", "all of an organisation and those below it"}};
constexpr OptionRow kPartial = {
    "--allow-partial", OptionType::flag, {"不能办的除外，其余照办", "do those that can be done"}};
constexpr OptionRow kReason = {"--reason", OptionType::text, {"原因", "why"}, true};
// A refusal without one is an answer of RT-11.
constexpr OptionRow kRefusalReason = {"--reason", OptionType::text, {"原因", "why"}};

constexpr std::array kApprove = {
    kIds,
    kBatch,
    kState,
    kKind,
    kOrg,
    kPartial,
    OptionRow{"--minutes", OptionType::text, {"批准依据（会议记录或文号）", "record of the approval"}}};
constexpr std::array kSend = {kIds,
                              kBatch,
                              kState,
                              kKind,
                              kOrg,
                              kPartial,
                              OptionRow{"--online-no", OptionType::text, {"系统流水号", "the online system's number"}},
                              OptionRow{"--card-no",
                                        OptionType::text,
                                        {"流动党员活动证编号（临时外出）", "number of the activity card (temporary)"}}};
constexpr std::array kPresent = {
    kIds,
    kBatch,
    kState,
    kKind,
    kOrg,
    kPartial,
    OptionRow{"--letter-no", OptionType::text, {"介绍信编号", "number of the letter"}},
    OptionRow{"--letter-date", OptionType::date, {"介绍信开具日期", "date of the letter"}},
    kValidDays,
    kIssuer,
    OptionRow{"--addressee", OptionType::text, {"介绍信抬头", "addressee of the letter"}},
    OptionRow{"--dues", OptionType::month, {"党费交至", "dues paid through"}},
    kFlaw,
    OptionRow{"--online-no", OptionType::text, {"系统流水号（网上转接）", "the online system's number"}}};
constexpr std::array kVerify = {
    kIds,
    kBatch,
    kState,
    kKind,
    kOrg,
    kPartial,
    OptionRow{"--basis", OptionType::text, {"核实依据", "basis of the verification"}, true},
    OptionRow{"--items",
              OptionType::text,
              {"核实内容，如 介绍信、公章、抬头、身份证、档案", "what was checked, of: letter,seal,addressee,id,file"}},
    OptionRow{"--by", OptionType::text, {"核实人，默认经办人", "who verified; default the operator"}}};
constexpr std::array kReceive = {kIds, kBatch, kState, kKind, kOrg, kPartial};
constexpr std::array kAccepted = {
    kIds,
    kBatch,
    kState,
    kKind,
    kOrg,
    kPartial,
    OptionRow{"--evidence", OptionType::text, {"网上接收凭据", "evidence of the online acceptance"}},
    OptionRow{"--receiver", OptionType::text, {"系统显示的接收党组织", "who accepted, as the system names it"}}};
constexpr std::array kReturn = {
    kIds,
    kBatch,
    kState,
    kKind,
    kOrg,
    kPartial,
    OptionRow{"--channel",
              OptionType::code,
              {"只退回这一种方式的（纸质、网上同时办理的）", "only what goes that way, of one that goes both"},
              false,
              false,
              code_table<Channel>},
    kReason};
constexpr std::array kAssign = {
    kIds,
    kBatch,
    kState,
    kKind,
    kOrg,
    kPartial,
    OptionRow{"--branch",
              OptionType::text,
              {"编入的支部（代码、名称或编号）；内部调整默认批准的支部",
               "the branch: code, name or id; of a move within default the one that was approved"}}};
constexpr std::array kWithReason = {kIds, kBatch, kState, kKind, kOrg, kPartial, kReason};
constexpr std::array kRefuse = {kIds, kBatch, kState, kKind, kOrg, kPartial, kRefusalReason};

constexpr std::array kApproveExamples = {
    Example{"jiezhuan transfer approve T12 --minutes 2026年第11次会议", {"批准一件", "approve one"}},
    Example{"jiezhuan transfer approve --state opened --kind out --minutes 2026年第11次会议",
            {"批准全部待批的转出", "approve all that wait"}}};
constexpr std::array kSendExamples = {
    Example{"jiezhuan transfer send T12 --online-no 2026112300017", {"登记网上转出", "sent through the online system"}},
    Example{"jiezhuan transfer send T12 --card-no 0110260012",
            {"临时外出，已发活动证", "away for a time: the activity card was given"}}};
constexpr std::array kPresentExamples = {
    Example{"jiezhuan transfer present T12 --letter-no 江机组转20260117 --letter-date 2026-11-02 --valid-days 30",
            {"登记收到的介绍信", "a letter was presented"}},
    Example{
        "jiezhuan transfer present T12 --letter-no 青组转20260009 --issuer 中共青禾县委组织部",
        {"经组织部换信的，回执仍写原所在基层党委", "given in exchange by a department: the receipt is for the sender"}},
    Example{"jiezhuan transfer present T12 --dues 2026-11",
            {"接收之前更正登记的内容", "put right what was written down"}},
    Example{"jiezhuan transfer present T12 --online-no 2026112300017", {"网上转入到达", "it arrived online"}}};
constexpr std::array kVerifyExamples = {
    Example{"jiezhuan transfer verify T12 --basis '介绍信、党员档案'", {"核实一件", "verify one"}},
    Example{"jiezhuan transfer verify --batch B7 --state presented --basis 档案", {"核实一批", "verify a batch"}}};
constexpr std::array kReceiveExamples = {
    Example{"jiezhuan transfer receive T12", {"接收一件", "receive one"}},
    Example{"jiezhuan transfer receive --batch B7 --state verified --allow-partial",
            {"接收一批中能接收的", "receive those of a batch that can be"}}};
constexpr std::array kAcceptedExamples = {
    Example{"jiezhuan transfer accepted T12 --evidence 系统接收回执2026112300017",
            {"对方已在系统接收", "the other side accepted online"}},
    Example{"jiezhuan transfer accepted T12 T13 --evidence 系统接收清单20261123", {"一次登记几件", "several at once"}}};
constexpr std::array kAssignExamples = {
    Example{"jiezhuan transfer assign T12 --branch 江滨社区第一支部", {"编入支部", "to a branch"}},
    Example{"jiezhuan transfer assign T14",
            {"内部调整，编入批准的支部", "a move within, to the branch that was approved"}}};
constexpr std::array kHoldExamples = {
    Example{"jiezhuan transfer hold T12 --reason 党员档案待补", {"暂缓办理", "hold"}},
    Example{"jiezhuan transfer hold --batch B7 --state presented --reason 等待补开", {"暂缓一批", "hold a batch"}}};
constexpr std::array kResumeExamples = {
    Example{"jiezhuan transfer resume T12", {"恢复办理", "resume"}},
    Example{"jiezhuan transfer resume --batch B7 --state presented", {"恢复一批", "resume a batch"}}};
constexpr std::array kReturnExamples = {
    Example{"jiezhuan transfer return T12 --reason 介绍信已过期",
            {"退回介绍信，待补开", "send the letter back for a new one"}},
    Example{"jiezhuan transfer return T14 --reason 去向待定", {"未转出的退回上一步", "one of ours a step back"}}};
constexpr std::array kWithdrawExamples = {
    Example{"jiezhuan transfer withdraw T12 --reason 本人不再调动",
            {"撤回，已开的介绍信作废", "withdraw; its letter is void"}},
    Example{"jiezhuan transfer withdraw T12 T13 --reason 名单有误", {"撤回两件", "two of them"}}};
constexpr std::array kRefuseExamples = {Example{"jiezhuan transfer refuse T13 --reason 经核实不是党员",
                                                {"拒接须有正当理由", "a refusal needs a good reason"}},
                                        Example{"jiezhuan transfer refuse T13 --reason 经核实已被除名 --on 2026-11-20",
                                                {"补记前几天的", "refused some days ago"}}};
constexpr std::array kRevokeExamples = {
    Example{"jiezhuan transfer revoke T12 --reason 误登记", {"撤销已办结的转接", "undo a closed transfer"}},
    Example{"jiezhuan transfer revoke T12 --reason 误登记 --dry-run", {"先看结果，不写入", "see what would happen"}}};
constexpr std::array kEndExamples = {
    Example{"jiezhuan transfer end T12 --reason 已离开本地", {"结束对流动党员的管理", "a migrant left"}},
    Example{"jiezhuan transfer end T13 --reason 已返回", {"外出的党员返回", "a member of ours is back"}}};

const std::array kRows = {
    CommandRow{"transfer",
               "approve",
               {"批准", "approve"},
               Access::writes,
               kApprove,
               kApproveExamples,
               run_step<Action::approve>},
    CommandRow{"transfer",
               "send",
               {"登记网上转出，或发活动证", "sent through the online system, or with an activity card"},
               Access::writes,
               kSend,
               kSendExamples,
               run_step<Action::send>},
    CommandRow{"transfer",
               "present",
               {"登记收到的介绍信或网上转入", "a letter was presented, or an online case arrived"},
               Access::writes,
               kPresent,
               kPresentExamples,
               run_step<Action::present>},
    CommandRow{
        "transfer", "verify", {"核实", "verify"}, Access::writes, kVerify, kVerifyExamples, run_step<Action::verify>},
    CommandRow{"transfer",
               "receive",
               {"接收", "receive"},
               Access::writes,
               kReceive,
               kReceiveExamples,
               run_step<Action::receive>},
    CommandRow{"transfer",
               "accepted",
               {"对方已在网上接收", "the other side accepted online"},
               Access::writes,
               kAccepted,
               kAcceptedExamples,
               run_step<Action::accept>},
    CommandRow{"transfer",
               "assign",
               {"编入支部", "assign to a branch"},
               Access::writes,
               kAssign,
               kAssignExamples,
               run_step<Action::assign>},
    CommandRow{
        "transfer", "hold", {"暂缓办理", "hold"}, Access::writes, kWithReason, kHoldExamples, run_step<Action::hold>},
    CommandRow{"transfer",
               "resume",
               {"恢复办理", "resume"},
               Access::writes,
               kReceive,
               kResumeExamples,
               run_step<Action::resume>},
    CommandRow{"transfer", "return", {"退回", "return"}, Access::writes, kReturn, kReturnExamples, run_return},
    CommandRow{"transfer",
               "withdraw",
               {"撤回", "withdraw"},
               Access::writes,
               kWithReason,
               kWithdrawExamples,
               run_step<Action::withdraw>},
    CommandRow{
        "transfer", "refuse", {"拒接", "refuse"}, Access::writes, kRefuse, kRefuseExamples, run_step<Action::refuse>},
    CommandRow{"transfer",
               "revoke",
               {"撤销", "revoke"},
               Access::writes,
               kWithReason,
               kRevokeExamples,
               run_step<Action::revoke>},
    CommandRow{"transfer",
               "end",
               {"结束流动党员管理，或外出返回", "end a migrant's stay, or a time away"},
               Access::writes,
               kWithReason,
               kEndExamples,
               run_step<Action::end>},
};

} // namespace

CommandTable transfer_step_commands() { return kRows; }

} // namespace jiezhuan::cli
