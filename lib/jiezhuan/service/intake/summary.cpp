#include "jiezhuan/service/intake/summary.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/work.hpp"

#include <algorithm>
#include <iterator>

namespace jiezhuan {
namespace {

constexpr std::size_t kChangesListed = 10'000;

std::string noun_and_verb(std::string command) {
    std::replace(command.begin(), command.end(), ' ', '.');
    return command;
}

// A finding of IN-02 that is none of its errors: the file can be imported all the same.
Finding remark(Severity severity, Position where, Message message, Message fix) {
    return {"IN-02", severity, {}, std::move(where), std::move(message), std::move(fix)};
}

void append_note(std::string& out, std::string_view more, std::string_view between) {
    if (!more.empty() && out.find(more) == std::string::npos) {
        out += (out.empty() ? "" : between);
        out += more;
    }
}

// A number in the wrong column is quoted as what it is not.
void hide_numbers(Finding& finding) {
    finding.subject = with_long_numbers_masked(finding.subject);
    for (Message* said : {&finding.message, &finding.fix}) {
        *said = Message(with_long_numbers_masked(said->zh), with_long_numbers_masked(said->en));
    }
}

} // namespace

Findings unread_columns(const Table& table) {
    Findings findings;
    for (const std::size_t column : table.match().unknown) {
        findings.push_back(remark(
            Severity::info, table.position_of_column(table.header_row(), column + 1),
            say({"“{}”这一列不导入", "the column '{}' is not imported"}, printable(trimmed(table.header()[column]))),
            Text{"需要它的，用 --map 指定对应的栏目", "if it is needed, name its field with --map"}));
        hide_numbers(findings.back());
    }
    return findings;
}

IntakeSummary::IntakeSummary(const IntakeOrder& order, const Table& table) : order_(order), table_(table) {
    changes_.id = "changes";
    changes_.title = Text{"变更", "Changes"};
    changes_.columns = {{"row", Text{"行", "Row"}, ColumnType::number},
                        {"subject", Text{"对象", "Subject"}, ColumnType::text},
                        {"field", Text{"项目", "Field"}, ColumnType::text},
                        {"before", Text{"原为", "Before"}, ColumnType::text},
                        {"after", Text{"现为", "After"}, ColumnType::text}};
    note_file();
}

void IntakeSummary::note_file() {
    const Encoding encoding = table_.encoding();
    if (encoding != Encoding::utf8 && encoding != Encoding::utf8_bom) {
        const RuleText* rule = rule_named("IN-01");
        const Text title = code_title(encoding);
        findings_.push_back({"IN-01",
                             rule->severity,
                             {},
                             {table_.file(), 0, 0, {}},
                             Message(fmt::format("文件不是 UTF-8，已按 {} 读取", title.zh),
                                     fmt::format("the file is not in UTF-8; it was read as {}", title.en)),
                             fix_of(*rule)});
    }
    const Findings unread = unread_columns(table_);
    findings_.insert(findings_.end(), unread.begin(), unread.end());
    for (const std::string& header : table_.match().unused_mappings) {
        findings_.push_back(
            remark(Severity::warning, {table_.file(), table_.header_row(), 0, {}},
                   say({"--map 里的“{}”不在表头中", "'{}' of --map is no header of the file"}, printable(header)),
                   Text{"核对映射文件里的表头", "check the headers in the map"}));
    }
    std::for_each(findings_.begin(), findings_.end(), hide_numbers); // a file without titles has a person there
}

void IntakeSummary::add(std::uint64_t row, const RowOutcome& outcome, Findings& findings) {
    for (Finding& finding : findings) {
        hide_numbers(finding);
        findings_.push_back(std::move(finding));
    }
    if (outcome.fate == RowFate::refused) {
        refused_.push_back(row);
        return;
    }
    for (const FieldChange& change : outcome.changes) {
        if (changes_.rows.size() == kChangesListed) {
            ++changes_not_listed_;
            continue;
        }
        changes_.rows.push_back({static_cast<std::int64_t>(row), outcome.subject, Cell(change.field.en, change.field),
                                 change.before, change.after});
    }
}

void IntakeSummary::sort_rows() {
    std::sort(refused_.begin(), refused_.end());
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const Finding& a, const Finding& b) { return a.position.row < b.position.row; });
    std::stable_sort(changes_.rows.begin(), changes_.rows.end(),
                     [](const auto& a, const auto& b) { return *a.front().number() < *b.front().number(); });
}

void IntakeSummary::skipped(std::uint64_t row, Message what) {
    findings_.push_back(
        remark(Severity::info, {table_.file(), row, 0, {}}, std::move(what), Text{"不用改", "nothing to do"}));
}

void IntakeSummary::take_out(const UnwrittenIds& ids) {
    for (Finding& finding : findings_) {
        ids.take_out(finding);
    }
    for (auto& row : changes_.rows) {
        row[1] = Cell(ids.without(row[1].machine()));
    }
}

void IntakeSummary::no_reject_file(const Error& why) {
    Finding finding =
        state_finding("", Message("退回文件没有写成：" + why.message.zh, "no reject file: " + why.message.en),
                      Text{"用 --reject 另指定退回文件", "name another reject file with --reject"});
    finding.severity = Severity::warning;
    findings_.push_back(std::move(finding));
}

// In the order of the rows; of a row the errors first.
std::vector<RejectNote> IntakeSummary::notes(bool refused_only) const {
    std::vector<RejectNote> notes;
    Findings sorted = findings_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Finding& a, const Finding& b) {
        return a.position.row != b.position.row ? a.position.row < b.position.row : a.severity > b.severity;
    });
    for (const Finding& finding : sorted) {
        const std::uint64_t row = finding.position.row;
        const bool of_data = row > table_.header_row();
        if (!of_data || (refused_only && !std::binary_search(refused_.begin(), refused_.end(), row)) ||
            finding.severity == Severity::info) {
            continue;
        }
        if (notes.empty() || notes.back().row != row) {
            notes.push_back({row, {}, {}, {}});
        }
        const std::string& title = finding.position.column_title;
        append_note(notes.back().rule, finding.rule, " ");
        std::string reason(severity_title(finding.severity).in(order_.lang));
        reason += " " + title;
        reason += title.empty() ? "" : Text("：", ": ").in(order_.lang);
        append_note(notes.back().reason, reason + finding.message.in(order_.lang), Text("；", "; ").in(order_.lang));
        append_note(notes.back().fix, finding.fix.in(order_.lang), Text("；", "; ").in(order_.lang));
    }
    return notes;
}

Cell IntakeSummary::outcome_of(const IntakeReport& report) const {
    if (report.already) {
        return {"already", acts() ? Text{"此前已办理", "done before"} : Text{"此前已导入", "imported before"}};
    }
    if (report.exit == Exit::invalid_input) {
        return {"refused", acts() ? Text{"没有办理", "not done"} : Text{"没有导入", "not imported"}};
    }
    if (order_.dry_run) {
        return {"dry_run", Text{"试运行", "dry run"}};
    }
    return report.exit == Exit::done ? Cell("applied", acts() ? Text{"已办理", "done"} : Text{"已导入", "imported"})
                                     : Cell("partly_applied", acts() ? Text{"部分办理", "done in part"}
                                                                     : Text{"部分导入", "imported in part"});
}

RowSet IntakeSummary::counts_of(const IntakeReport& report) const {
    const bool stands = report.applied && !order_.dry_run;
    RowSet card = card_called("summary");
    const auto add = [&card](std::string id, Message title, ColumnType type, Cell cell) {
        add_cell(card, std::move(id), std::move(title), type, std::move(cell));
    };
    add("outcome", Text{"结果", "Outcome"}, ColumnType::code, outcome_of(report));
    add("file", Text{"文件", "File"}, ColumnType::text, printable(order_.file));
    add("encoding", Text{"编码", "Encoding"}, ColumnType::code, Cell::code(table_.encoding()));
    add("rows", Text{"数据行", "Rows"}, ColumnType::number, report.counts.rows);
    if (!report.already) {
        const IntakeCounts& counts = report.counts;
        add("added", stands ? Text{"新增", "New"} : Text{"可新增", "Would be new"}, ColumnType::number, counts.added);
        add("changed", stands ? Text{"变更", "Changed"} : Text{"可变更", "Would change"}, ColumnType::number,
            counts.changed);
        add("unchanged", Text{"无变化", "Unchanged"}, ColumnType::number, counts.unchanged);
        if (counts.before > 0) {
            add("before", Text{"其中此前已登记，没有再动", "Of these entered before, left alone"}, ColumnType::number,
                counts.before);
        }
        add("refused", Text{"有错误", "Wrong"}, ColumnType::number, counts.refused);
        add("reject_file", Text{"退回文件", "Reject file"}, ColumnType::text, printable(report.reject_file));
    }
    add("intake", Text{"导入编号", "Import"}, ColumnType::id, order_.dry_run ? Cell() : Cell(report.record.id));
    return card;
}

Message IntakeSummary::file_words() const {
    return order_.file == "-" ? Message(Text{"标准输入", "standard input"}) : say({"{}", "{}"}, printable(order_.file));
}

Message IntakeSummary::headline(const IntakeReport& report) const {
    const Message file = file_words();
    const IntakeCounts& counts = report.counts;
    const Text verb = acts() ? Text{"办理", "done"} : Text{"导入", "imported"};
    if (report.already) {
        return say({"此文件已于 {0} {2}（{1}），没有再登记；以后的更正不受影响",
                    "this file was {2} on {0} ({1}); nothing was done again, later corrections stay"},
                   report.record.on.text(), report.record.id.text(), verb);
    }
    if (report.exit == Exit::invalid_input) {
        return say({"没有{3} {0}：{1} 行中有 {2} 行有错误，账本没有变化",
                    "{0} was not {3}: {2} of {1} rows {4} wrong; the ledger is as it was"},
                   file, counts.rows, counts.refused, verb, counts.refused == 1 ? "is" : "are");
    }
    if (order_.dry_run) {
        return say({"试运行 {}：将新增 {}、变更 {}、无变化 {}、退回 {}",
                    "dry run of {}: {} new, {} changed, {} unchanged, {} refused"},
                   file, counts.added, counts.changed, counts.unchanged, counts.refused);
    }
    if (report.exit == Exit::partly_applied) {
        return say(
            {"已部分{5} {0}：新增 {1}、变更 {2}、无变化 {3}；{4} 行有错误，没有登记",
             "{0} was {5} in part: {1} new, {2} changed, {3} unchanged; rows that are wrong and were left out: {4}"},
            file, counts.added, counts.changed, counts.unchanged, counts.refused, verb);
    }
    return say({"已{4} {0}：新增 {1}、变更 {2}、无变化 {3}", "{0} was {4}: {1} new, {2} changed, {3} unchanged"}, file,
               counts.added, counts.changed, counts.unchanged, verb);
}

Message IntakeSummary::again(const IntakeReport& report, const std::string& file) const {
    const bool stands = report.applied && !order_.dry_run; // the rest joins what stands, and is printed beside it
    std::string command = "jiezhuan " + order_.command;
    for (const std::string& option : order_.options) {
        const bool replaced = stands && report.batch && option.starts_with("--batch=");
        command += replaced ? "" : " " + shell_word(option);
    }
    if (stands && report.batch) {
        command += " --batch " + report.batch.text();
    }
    if (!order_.map.empty()) {
        command += " --map " + shell_word(order_.map);
    }
    for (const std::string& word : order_.said) {
        command += " " + shell_word(word);
    }
    const Message begun =
        report.lacking.empty() ? say({"{}", "{}"}, command) : say({"{} {}", "{} {}"}, command, report.lacking);
    if (order_.pages.option.empty()) {
        return say({"{} {}", "{} {}"}, begun, shell_word(file));
    }
    const std::string pages = shell_word(order_.pages.file);
    return say({"{} {} {} {}", "{} {} {} {}"}, begun, order_.pages.option,
               stands ? Text{"新文件", "NEWFILE"} : Text{pages, pages}, shell_word(file));
}

std::vector<Message> IntakeSummary::next_steps(const IntakeReport& report) const {
    std::vector<Message> next;
    if (report.already || report.counts.refused == 0) {
        return next;
    }
    if (!report.reject_file.empty()) {
        next.push_back(
            say({"{}  # 先在 {} 中按 #reason、#fix 列改正", "{}  # first mend {} (columns #reason and #fix)"},
                again(report, report.reject_file), printable(report.reject_file)));
        return next;
    }
    next.push_back(say({"{}  # 改正后再运行", "{}  # when it is mended"}, again(report, order_.file)));
    if (order_.file == "-") {
        next.push_back(
            Text{"要退回文件的，加 --reject 文件", "for a file of the rows to be mended, add --reject FILE"});
    }
    return next;
}

Document IntakeSummary::document(const IntakeReport& report) {
    Document document;
    document.schema = noun_and_verb(order_.command);
    document.headline = headline(report);
    document.sections.push_back(counts_of(report));
    if (!changes_.rows.empty()) {
        if (changes_not_listed_ > 0) {
            changes_.title =
                say({"变更（另有 {} 项没有列出）", "Changes ({} more are not listed)"}, changes_not_listed_);
        }
        document.sections.push_back(std::move(changes_));
    }
    if (report.already) { // of the file all was said then
        std::erase_if(findings_, [&](const Finding& each) { return each.position.row <= table_.header_row(); });
    }
    sort_findings(findings_);
    document.findings = std::move(findings_);
    document.next = next_steps(report);
    return document;
}

} // namespace jiezhuan
