#include "jiezhuan/service/intake/receipt_import.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>
namespace jiezhuan {
namespace {

// Who received, when and into which branch stands on some slips; the letter keeps it as a remark.
std::string remarks_of(Cells& row) {
    std::string remarks;
    const auto add = [&remarks](std::string_view title, const std::string& value) {
        if (!value.empty()) {
            remarks += (remarks.empty() ? "" : "；") + std::string(title) + value;
        }
    };
    add("接收日期 ", row.date(row.column("received_on")).text());
    add("接收单位 ", std::string(row.text(row.column("to_unit"))));
    add("", std::string(row.text(row.column("remarks"))));
    return remarks;
}

// What the service says of a slip without a place, said of its row.
void refuse(Cells& row, const Error& why) {
    row.met("IN-07", row.column("letter_no"), why.message);
    if (!row.findings().empty() && !why.hint.empty()) {
        row.findings().back().fix = why.hint;
    }
}

// A number that a spreadsheet spoilt is not compared with anything.
void judge_number(const Work& work, Cells& row, const ReceiptInput& input) {
    const ReadCitizenId read = read_citizen_id(input.id_no, work.today());
    if (read.problem == CitizenIdProblem::spreadsheet) {
        row.met("ID-07", row.column("id_no"),
                Text{"身份证号码成了科学计数法，或末三位成了 000",
                     "the ID number is in scientific notation, or ends in 000"});
    }
}

// The cell that a rule about slips speaks of.
std::string_view column_of(const Finding& finding, const Letter& letter, const ReceiptInput& input) {
    return finding.rule == "RC-04"                               ? "receipt_on"
           : normal_name(input.name) != normal_name(letter.name) ? "name"
                                                                 : "id_no";
}

// The slip says who received, the letter to whom it was addressed. Whoever the directory does not know may be a branch over there.
std::optional<Finding> received_by_another(const Work& work, const Letter& letter, const std::string& by) {
    const auto receiver = addressee_named(work.organisations, by);
    const auto addressee = addressee_named(work.organisations, letter.addressee);
    if (!receiver || !addressee || *receiver == *addressee ||
        work.organisations.same_basic_committee(*receiver, *addressee)) {
        return std::nullopt;
    }
    Finding finding = state_finding(
        letter.no + " " + letter.name,
        say({"回执上的接收单位是“{}”，介绍信的抬头是“{}”",
             "the slip says '{}' received, the letter was addressed to '{}'"},
            work.organisations.label(*receiver), work.organisations.label(*addressee)),
        say({"核对回执；不是这份的：jiezhuan transfer revoke {} --reason 原因",
             "check the slip; where it is not of this letter: jiezhuan transfer revoke {} --reason REASON"},
            letter.transfer.text()));
    finding.severity = Severity::warning;
    return finding;
}

// What the ledger would say of the second row is true of neither: where one row is wrong nothing is recorded.
Finding twice(const std::string& slip, std::uint64_t row) {
    return state_finding(slip,
                         say({"第 {} 行是同一份介绍信的回执，写得不同",
                              "row {} is a receipt of the same letter, and says another thing"},
                             row),
                         Text{"核对两行，留下对的一行", "check both, and keep the one that is right"});
}

} // namespace

ReceiptInput ReceiptImport::read(Cells& row) {
    ReceiptInput input;
    input.no = std::string(row.text(row.column("letter_no")));
    input.name = std::string(row.name(row.column("name")));
    input.id_no = std::string(row.text(row.column("id_no")));
    input.date = row.date(row.column("receipt_on"));
    input.handler = std::string(row.name(row.column("receipt_handler")));
    input.phone = std::string(row.phone(row.column("receipt_phone")));
    input.remarks = remarks_of(row);
    return input;
}

void ReceiptImport::look(Cells& row) { static_cast<void>(read(row)); }

Result<RowOutcome> ReceiptImport::apply(Work& work, Cells& row) {
    const ReceiptInput input = read(row);
    judge_number(work, row, input);
    RowOutcome outcome{RowFate::refused, input.no + " " + input.name, {}};
    if (row.wrong()) {
        return outcome;
    }
    const std::uint64_t first = rows_.emplace(input.no + "\n" + input.name, row.row()).first->second;
    auto recorded = record_receipt(work, input);
    const auto of_stub = [](const Finding& finding) { return finding.rule.starts_with("RC-"); };
    if (recorded && recorded->refused && first != row.row() &&
        std::none_of(recorded->findings.begin(), recorded->findings.end(), of_stub)) {
        row.add({twice(outcome.subject, first)});
        return outcome;
    }
    if (!recorded) {
        const Exit code = recorded.error().code;
        if (code != Exit::not_found && code != Exit::usage && code != Exit::refused) {
            return fail(std::move(recorded.error()));
        }
        refuse(row, recorded.error());
        return outcome;
    }
    if (recorded->refused) {
        JZ_TRY(letter, letter_of_slip(work.ledger, input.no, input.name));
        for (Finding& finding : recorded->findings) {
            if (finding.rule.starts_with("RC-")) {
                finding.position = row.position(row.column(column_of(finding, letter, input)));
            }
        }
    }
    if (const std::string by(row.text(row.column("to_unit")));
        !recorded->refused && !recorded->already && !by.empty()) {
        JZ_TRY(letter, letter_of_slip(work.ledger, input.no, input.name));
        if (auto another = received_by_another(work, letter, by)) {
            another->position = row.position(row.column("to_unit"));
            row.add({std::move(*another)});
        }
    }
    row.add(std::move(recorded->findings));
    outcome.fate = recorded->refused ? RowFate::refused : recorded->already ? RowFate::unchanged : RowFate::added;
    return outcome;
}

void ReceiptImport::describe(Document& document, const IntakeCounts& counts, bool stands) {
    if (stands && counts.added > 0) {
        document.next.emplace_back(Text{"把回执贴在存根上", "paste the receipts on the stubs"});
        document.next.emplace_back(Text{"jiezhuan receipt list --missing  # 还有哪些没有收到",
                                        "jiezhuan receipt list --missing  # which are still missing"});
    }
}

} // namespace jiezhuan
