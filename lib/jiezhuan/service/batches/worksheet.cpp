#include "jiezhuan/service/batches/worksheet.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/report/mask.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/transfers/branch_proposal.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"
#include "jiezhuan/tabular/csv_writer.hpp"
#include "jiezhuan/tabular/schema.hpp"

#include <map>

namespace jiezhuan {
namespace {

// The cells of a row by the ids of the schema's columns.
using RowCells = std::map<std::string, std::string, std::less<>>;

struct Entry {
    Transfer transfer;
    Member member;
    std::optional<Letter> letter;
    std::string hint; // why it cannot be received as it is
};

bool belongs_on_it(const Transfer& transfer) {
    return is_open(transfer.state) && transfer.state != TransferState::active;
}

std::string id_number(const Member& member, bool reveal) {
    if (member.citizen_id.empty()) {
        return reveal ? member.document_no : masked_text(member.document_no);
    }
    return reveal ? member.citizen_id.text() : member.citizen_id.masked();
}

std::string_view choice_title(const ImportSchema& schema, std::string_view column, std::string_view id) {
    return schema.columns[schema.index_of(column).value()].choice(id)->title.zh;
}

// By the name people use where that is enough to find it again.
std::string branch_cell(const OrgDirectory& organisations, OrgId id) {
    const Organisation* branch = organisations.find(id);
    if (branch == nullptr) {
        return {};
    }
    const std::string label = organisations.label(id);
    const std::vector<OrgId> found = organisations.meant(label, OrgDirectory::Where::ours);
    return found.size() == 1 && found.front() == id ? label : branch->code;
}

void fill_in_letter(RowCells& cells, const Letter& letter) {
    cells["letter_no"] = letter.no;
    cells["letter_issued_on"] = letter.issued_on.text();
    cells["letter_valid_days"] = letter.valid_days == 0 ? "" : std::to_string(letter.valid_days);
    cells["addressee"] = letter.addressee;
    cells["receipt_on"] = letter.receipt_on.text();
    cells["receipt_handler"] = letter.receipt_handler;
    cells["receipt_phone"] = letter.receipt_phone;
    cells["receipt_sent_on"] = letter.receipt_sent_on.text();
}

// What was decided so far, so that the sheet given back as it is changes nothing.
void fill_in_decisions(RowCells& cells, const ImportSchema& schema, const Transfer& transfer) {
    if (!transfer.verified_on.empty()) {
        cells["verified_result"] = choice_title(schema, "verified_result", "match");
        cells["verified_items"] = verified_items_in_words(transfer.verified_items);
        cells["verified_basis"] = transfer.verified_basis;
        cells["verified_on"] = transfer.verified_on.text();
        cells["verified_by"] = transfer.verified_by;
    }
    if (transfer.held()) {
        cells["action"] = choice_title(schema, "action", "hold");
        cells["action_reason"] = transfer.hold_reason;
        cells["held_since"] = transfer.held_since.text();
    } else if (!transfer.received_on.empty()) {
        cells["action"] = choice_title(schema, "action", "receive");
        cells["received_on"] = transfer.received_on.text();
    }
    cells["assigned_on"] = transfer.assigned_on.text();
}

RowCells cells_of(const OrgDirectory& organisations, const ImportSchema& schema, const Entry& entry, OrgId proposed,
                  bool reveal) {
    RowCells cells;
    const Transfer& transfer = entry.transfer;
    cells["transfer"] = transfer.id.text();
    cells["name"] = entry.member.name;
    cells["id_no"] = id_number(entry.member, reveal);
    cells["from"] = transfer.from ? organisations.label(transfer.from) : transfer.from_name;
    cells["state"] = code_title(transfer.state).zh;
    cells["presented_on"] = transfer.presented_on.text();
    cells["hint"] = transfer.state == TransferState::returned ? "已退回：" + transfer.outcome_reason : entry.hint;
    if (entry.letter) {
        fill_in_letter(cells, *entry.letter);
    }
    fill_in_decisions(cells, schema, transfer);
    cells["remarks"] = transfer.remarks;
    cells["proposed_branch"] = branch_cell(organisations, proposed);
    cells["branch"] = transfer.assigned_on.empty() ? "" : branch_cell(organisations, transfer.branch);
    return cells;
}

// "（接收/暂缓/退回）": what may be written there; the reader of headers takes it for a remark.
std::string choices_of(const ImportColumn& column) {
    std::string words;
    for (const Choice& choice : column.choices) {
        words += (words.empty() ? "（" : "/") + std::string(choice.title.zh);
    }
    return words.empty() ? words : words + "）";
}

Result<std::string> hint_of(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                            const Entry& entry) {
    JZ_TRY(obstacles, letter_obstacles(ledger, organisations, profile, entry.transfer, entry.letter, entry.member));
    std::string hint;
    for (const Finding& finding : obstacles) {
        hint += (hint.empty() ? "" : "；") + finding.rule + " " + finding.message.zh;
    }
    return hint;
}

Result<std::vector<Entry>> entries_of(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                      const Batch& batch) {
    JZ_TRY(transfers, ledger.transfers(Query().equal("batch", batch.id.text())));
    std::vector<Entry> entries;
    for (Transfer& transfer : transfers) {
        if (!belongs_on_it(transfer)) {
            continue;
        }
        JZ_TRY(member, ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        std::optional<Letter> letter;
        if (transfer.letter) {
            JZ_TRY(stored, ledger.letter(transfer.letter));
            letter = std::move(stored);
        }
        Entry entry{std::move(transfer), std::move(*member), std::move(letter), {}};
        JZ_TRY(hint, hint_of(ledger, organisations, profile, entry));
        entry.hint = std::move(hint);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void append(std::string& csv, const ImportSchema& schema, const RowCells& cells) {
    static constexpr CsvStyle kStyle{',', "\r\n", Guard::formulas};
    std::vector<std::string_view> line;
    for (const ImportColumn& column : schema.columns) {
        const auto cell = cells.find(column.id);
        line.push_back(cell == cells.end() ? std::string_view() : std::string_view(cell->second));
    }
    append_csv_row(csv, line, kStyle);
}

} // namespace

Result<Worksheet> worksheet_of(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                               const Batch& batch, bool reveal) {
    if (batch.kind != TransferKind::in && batch.kind != TransferKind::enrol) {
        return fail(Exit::refused,
                    say({"{} 是转出批次，没有办理表", "{} is a batch of those who leave: it has no worksheet"},
                        batch.id.text()),
                    say({"批准：jiezhuan transfer approve --batch {}；开信：jiezhuan letter issue --batch {}",
                         "approve: jiezhuan transfer approve --batch {}; letters: jiezhuan letter issue --batch {}"},
                        batch.id.text(), batch.id.text()));
    }
    const ImportSchema schema = import_schema("worksheet");
    JZ_TRY(entries, entries_of(ledger, organisations, profile, batch));
    JZ_TRY(proposal, BranchProposal::make(ledger, organisations, profile));
    Worksheet sheet;
    sheet.csv = "\xEF\xBB\xBF";
    RowCells titles;
    for (const ImportColumn& column : schema.columns) {
        titles[column.id] = column.title.zh + choices_of(column);
    }
    append(sheet.csv, schema, titles);
    for (const Entry& entry : entries) {
        const bool open = entry.transfer.assigned_on.empty() && entry.hint.empty();
        const OrgId proposed = open ? proposal.propose(entry.member, entry.transfer) : OrgId();
        append(sheet.csv, schema, cells_of(organisations, schema, entry, proposed, reveal));
        sheet.members.push_back(entry.member.id);
        ++sheet.rows;
    }
    return sheet;
}

} // namespace jiezhuan
