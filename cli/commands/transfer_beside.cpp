// What is written down beside the steps of transfers: contacts, and the way of the file.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/transfer_selection.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/transfers/file_forwarding.hpp"
#include "jiezhuan/service/transfers/transfer_contacts.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

// The same of each that is named: of all, or of none.
Result<Answer> write_down(Context& context, Text done, const std::function<Result<Outcome>(Work&, TransferId)>& write) {
    return act(context, [&](Work& work) -> Result<Answer> {
        std::vector<Transfer> after;
        Outcome all;
        all.already = true;
        for (const std::string& text : context.args().texts("transfer")) {
            JZ_TRY(id, transfer_id(text));
            JZ_TRY(one, write(work, id));
            all.refused = all.refused || one.refused;
            all.already = all.already && one.already;
            all.findings.insert(all.findings.end(), one.findings.begin(), one.findings.end());
            JZ_TRY(stored, work.ledger.transfer(id));
            after.push_back(std::move(*stored));
        }
        const bool stands = !all.refused;
        sort_findings(all.findings);
        Answer answer = answer_of("transfer." + std::string(context.command().verb), std::move(all),
                                  say({"{}：{} 件", "{}: {}"}, done, after.size()));
        if (stands && after.size() == 1) {
            JZ_CHECK(say_way_on(work, after.front(), answer.document));
        }
        return answer;
    });
}

Result<Answer> contact(Context& context) {
    const Args& args = context.args();
    const TransferContact said{args.required("--how"), args.required("--with"), args.required("--note")};
    return write_down(context, {"已登记联系情况", "the contact is recorded"},
                      [&](Work& work, TransferId id) { return record_contact(work, id, said); });
}

Result<Answer> file(Context& context) {
    const Args& args = context.args();
    const FileForwarded forwarded{args.code<FileStep>("--as").value(), args.text_or("--how", ""),
                                  args.text_or("--no", ""), args.text_or("--reason", "")};
    const bool mistaken = forwarded.step == FileStep::mistaken;
    if (mistaken ? args.given("--how") || args.given("--no") : args.given("--reason")) {
        return fail(Exit::usage,
                    Text{"--reason 只用于 --as mistaken，--how 和 --no 不用于它",
                         "--reason goes with --as mistaken, --how and --no do not"},
                    Text{"查看：jiezhuan transfer file --help", "see: jiezhuan transfer file --help"});
    }
    return write_down(context, {"已登记档案转递", "the way of the file is recorded"},
                      [&](Work& work, TransferId id) { return forward_file(work, id, forwarded); });
}

constexpr OptionRow kTransfers = {
    "transfer", OptionType::text, {"转接编号，如 T12", "transfers, like T12"}, true, true, nullptr, "T…"};
constexpr std::array kContact = {
    kTransfers,
    OptionRow{"--how", OptionType::text, {"怎样联系的：电话、信函、走访", "how: by telephone, letter, visit"}, true},
    OptionRow{"--with", OptionType::text, {"联系对象：对方党组织、本人", "whom: the other side, the member"}, true},
    OptionRow{"--note", OptionType::text, {"联系的情况", "what came of it"}, true},
};
constexpr std::array kFile = {
    kTransfers,
    OptionRow{
        "--as",
        OptionType::code,
        {"寄出、收到或退回；最近一条登记有误的，mistaken", "what became of it; mistaken: the last entry is wrong"},
        true,
        false,
        code_table<FileStep>},
    OptionRow{"--how", OptionType::text, {"怎样转递，如 机要交通", "how it goes, such as 机要交通"}},
    OptionRow{"--no", OptionType::text, {"转递单或档案编号", "number of the dispatch or the file"}},
    OptionRow{"--reason", OptionType::text, {"为什么有误（--as mistaken）", "why it is wrong (--as mistaken)"}},
};
constexpr std::array kContactExamples = {
    Example{"jiezhuan transfer contact T12 --how 电话 --with 海港街道党工委组织办 --note 已收到介绍信，回执下周寄出",
            {"打电话催回执", "a call about the receipt"}},
    Example{"jiezhuan transfer contact T12 T13 --how 微信 --with 本人 --note 已提醒尽快报到 --on 2026-11-20",
            {"提醒了两个人，补记前几天的", "two were reminded, some days ago"}}};
constexpr std::array kFileExamples = {
    Example{"jiezhuan transfer file T12 --as sent --how 机要交通 --no 机2026118", {"档案已寄出", "the file was sent"}},
    Example{"jiezhuan transfer file T14 --as received --how 机要交通", {"收到档案", "the file came"}},
    Example{"jiezhuan transfer file T12 --as mistaken --reason 点错人",
            {"最近一条登记有误", "the last entry is wrong"}}};

const std::array kRows = {
    CommandRow{"transfer",
               "contact",
               {"登记与对方或本人的联系", "note a contact with the other side or the member"},
               Access::writes,
               kContact,
               kContactExamples,
               contact},
    CommandRow{"transfer",
               "file",
               {"登记档案转递", "record the way of the member's file"},
               Access::writes,
               kFile,
               kFileExamples,
               file},
};

} // namespace

CommandTable transfer_beside_commands() { return kRows; }

} // namespace jiezhuan::cli
