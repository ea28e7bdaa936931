#include "jiezhuan/service/intake/intake.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/hash.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/batches/not_entered.hpp"
#include "jiezhuan/service/intake/closing_rows.hpp"
#include "jiezhuan/service/intake/row_numbers.hpp"
#include "jiezhuan/service/intake/summary.hpp"
#include "jiezhuan/service/records/event_changes.hpp"
#include "jiezhuan/tabular/header.hpp"
#include "jiezhuan/tabular/reject.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace jiezhuan {
namespace {

constexpr std::int64_t kProgressEvery = 4096;

// Everything that makes two imports the same: the command, its options, and the values of the rows in their order.
class KeyOf {
  public:
    explicit KeyOf(const IntakeOrder& order) {
        hash_.begin().add("jiezhuan import 1");
        add(order.command);
        for (const std::string& option : order.options) {
            add(option);
        }
        add("");
    }
    void add(std::string_view bytes) {
        const std::string size = std::to_string(bytes.size()) + ":";
        hash_.add(size).add(bytes);
    }
    [[nodiscard]] std::string end() { return hex(hash_.end()); }

  private:
    Sha256 hash_;
};

// A list of people who are to come, taken for a roster, would count all of them at once.
Result<void> check_no_handover(const IntakeOrder& order, const Table& table) {
    if (order.schema != "member" || !order.map.empty()) {
        return {};
    }
    const ImportSchema coming = import_schema("transfer_in");
    std::vector<std::string> titles;
    bool letter = false;
    for (const std::string& header : table.unknown_headers()) {
        const std::string word = folded_header(header);
        for (const std::string_view id :
             {"letter_no", "letter_issued_on", "letter_valid_days", "addressee", "presented_on"}) {
            const std::vector<std::string> keys = header_keys(coming.columns.at(*coming.index_of(id)));
            if (std::find(keys.begin(), keys.end(), word) != keys.end() && word != "编号") {
                titles.push_back(printable(trimmed(header)));
                letter = letter || id == "letter_no" || id == "presented_on";
            }
        }
    }
    if (titles.size() < 2 && !letter) {
        return {};
    }
    const std::string file = order.file == "-" ? order.file : shell_word(order.file);
    return fail(Exit::usage,
                say({"这像是移交名单，不是花名册：有“{}”栏；按花名册导入会把还没接收的人全算作在册",
                     "this looks like a hand-over list, not a roster: it has '{}'; as a roster all of them would count "
                     "at once"},
                    fmt::join(titles, "、")),
                say({"jiezhuan transfer import {} --kind in", "jiezhuan transfer import {} --kind in"}, file));
}

// The second pass.
class Run {
  public:
    Run(Work& work, IntakeFile& file, RowImport& import)
        : work_(work), file_(file), import_(import), cells_(file.table, work.today()),
          summary_(file.order, file.table) {
        cells_.judge_by(work.profile, work.organisations);
    }

    Result<IntakeReport> run() {
        JZ_TRY(before, work_.ledger.intakes(Query().equal("key", file_.key).at_most(1)));
        if (!before.empty()) {
            earlier_ = std::move(before.front());
            pending_ = RowNumbers::of(earlier_->pending);
            if (pending_.empty()) {
                return already();
            }
        }
        IntakeCounts expected;
        expected.rows = file_.rows;
        unwritten_ = UnwrittenIds(work_.ledger.next_seq());
        JZ_CHECK(import_.begin(work_, expected));
        JZ_CHECK(every_row());
        JZ_CHECK(import_.finish(work_, report_.counts));
        decide();
        if (!report_.applied || file_.order.dry_run) {
            summary_.take_out(unwritten_);
        }
        if (report_.exit != Exit::done) {
            JZ_CHECK(write_rejected());
        }
        if (report_.applied) {
            JZ_CHECK(remember());
        }
        report_.batch = import_.batch();
        report_.lacking = import_.lacking();
        report_.document = summary_.document(report_);
        const std::size_t steps = report_.document.next.size();
        import_.describe(report_.document, report_.counts, report_.applied);
        if (file_.order.dry_run && report_.applied) { // nothing is there yet that could be looked at
            report_.document.next.resize(steps);
        }
        return std::move(report_);
    }

  private:
    // Nothing is done again; what is printed is no part of what was done.
    Result<IntakeReport> already() {
        if (import_.prints()) {
            JZ_CHECK(import_.begin(work_, {.rows = file_.rows}));
            JZ_CHECK(every_row());
            JZ_CHECK(import_.finish(work_, report_.counts));
        }
        report_.already = true;
        report_.record = *earlier_;
        report_.counts.rows = file_.rows;
        report_.document = summary_.document(report_);
        import_.describe_again(report_.document);
        return std::move(report_);
    }

    Result<void> every_row() {
        const std::vector<std::size_t> order = import_.order();
        if (!order.empty()) {
            return rows_in(order);
        }
        file_.table.rewind();
        MappedRow row;
        for (std::int64_t number = 1;;) {
            JZ_TRY(more, file_.table.next(row));
            if (!more) {
                progress(file_.rows);
                return {};
            }
            if (auto what = closing_row(row, file_.table.match())) {
                summary_.skipped(row.row, std::move(*what));
                continue;
            }
            JZ_CHECK(one_row(row, number++));
            if (report_.counts.rows % kProgressEvery == 0) {
                progress(report_.counts.rows);
            }
        }
    }

    Result<void> rows_in(const std::vector<std::size_t>& order) {
        struct Kept {
            MappedRow row;
            std::vector<std::string> cells;
        };
        std::vector<Kept> rows;
        JZ_CHECK(file_.table.for_each([&](const MappedRow& row) {
            if (auto what = closing_row(row, file_.table.match())) {
                summary_.skipped(row.row, std::move(*what));
            } else {
                rows.push_back({row, std::vector<std::string>(row.cells.begin(), row.cells.end())});
            }
        }));
        for (const std::size_t index : order) {
            Kept& kept = rows.at(index);
            const std::vector<std::string_view> cells(kept.cells.begin(), kept.cells.end());
            kept.row.cells = cells;
            JZ_CHECK(one_row(kept.row, static_cast<std::int64_t>(index) + 1));
        }
        summary_.sort_rows();
        return {};
    }

    void progress(std::int64_t done) const {
        if (file_.order.progress) {
            file_.order.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(file_.rows));
        }
    }

    // By an earlier import of this file, which refused others.
    Result<void> left_alone(const MappedRow& row) {
        cells_.start(row);
        JZ_CHECK(import_.look_back(work_, cells_));
        IntakeCounts& counts = report_.counts;
        ++counts.rows;
        ++counts.unchanged;
        ++counts.before;
        summary_.add(row.row, {}, cells_.findings());
        return {};
    }

    Result<void> one_row(const MappedRow& row, std::int64_t number) {
        if (earlier_ && !pending_.has(number)) {
            return left_alone(row);
        }
        cells_.start(row);
        const std::int64_t first = work_.ledger.next_seq();
        JZ_TRY(outcome, import_.apply(work_, cells_));
        if (outcome.fate == RowFate::refused) {
            const UnwrittenIds own(first);
            std::for_each(cells_.findings().begin(), cells_.findings().end(),
                          [&](Finding& each) { own.take_out(each); });
        } else if (work_.ledger.next_seq() != first) {
            unwritten_.given_to(row.row, work_.ledger.next_seq());
        }
        ensure(!cells_.wrong() || outcome.fate == RowFate::refused, "an import applied a row that is wrong");
        IntakeCounts& counts = report_.counts;
        ++counts.rows;
        ++(outcome.fate == RowFate::added       ? counts.added
           : outcome.fate == RowFate::changed   ? counts.changed
           : outcome.fate == RowFate::unchanged ? counts.unchanged
                                                : counts.refused);
        if (outcome.fate == RowFate::refused) {
            refused_.add(number);
            refused_rows_.add(cells_);
        }
        summary_.add(row.row, outcome, cells_.findings());
        return {};
    }

    void decide() {
        const IntakeCounts& counts = report_.counts;
        const std::int64_t good = counts.rows - counts.refused;
        report_.exit = counts.refused == 0                      ? Exit::done
                       : file_.order.allow_partial && good != 0 ? Exit::partly_applied
                                                                : Exit::invalid_input;
        report_.applied = report_.exit != Exit::invalid_input;
    }

    // By this the file is known again, and which of its rows are still to come.
    Result<void> remember() {
        const IntakeCounts& counts = report_.counts;
        Intake& record = report_.record;
        if (earlier_) {
            record = *earlier_;
        } else {
            record.key = file_.key;
            record.command = file_.order.command;
            record.file = file_.order.file;
            record.rows = counts.rows;
            record.on = work_.on;
        }
        record.applied += counts.added + counts.changed;
        record.refused = counts.refused;
        record.unchanged = record.rows - record.applied - record.refused;
        record.pending = refused_.text();
        record.batch = import_.batch() ? import_.batch() : record.batch;
        Event event = work_.event("import_applied");
        if (record.batch) {
            refused_rows_.write_into(event.about);
        }
        if (!earlier_) {
            event.create = Creation{RecordKind::intake, to_json(record)};
        } else {
            add_change(event, *earlier_, record);
            if (event.set.empty()) {
                return {};
            }
        }
        JZ_TRY(id, work_.ledger.append(std::move(event)));
        record.id.value = earlier_ ? earlier_->id.value : id;
        return {};
    }

    // Beside the input, under the first name that is free or holds these very bytes already; the one that was named must be so.
    [[nodiscard]] Result<std::string> reject_path(const std::string& bytes) const {
        const IntakeOrder& order = file_.order;
        if (!order.reject.empty()) {
            return file_exists(order.reject) && !holds(order.reject, bytes) ? other_rejected(order.reject)
                                                                            : Result<std::string>(order.reject);
        }
        std::string path = with_suffix(order.file, ".reject");
        for (int number = 2; file_exists(path) && !holds(path, bytes); ++number) {
            path = with_suffix(order.file, ".reject-" + std::to_string(number));
        }
        return path;
    }

    static Result<std::string> other_rejected(const std::string& path) {
        return fail(Exit::usage,
                    say({"退回文件“{}”已经存在，内容不同，不覆盖",
                         "the reject file '{}' exists with other content and is not overwritten"},
                        printable(path)),
                    Text{"换一个文件名，或先移走原文件", "name another file, or move that one away"});
    }

    static bool holds(const std::string& path, const std::string& bytes) {
        const auto content = read_file(path, std::max<std::uint64_t>(bytes.size(), 1)); // a longer one is another
        return content && *content == bytes;
    }

    // What says that something was applied is seen only where it was: after the commit.
    Result<void> write_rejected_rows(bool partly) {
        JZ_TRY(bytes, reject_file(file_.table, summary_.notes(partly), partly ? RejectRows::noted : RejectRows::all));
        JZ_TRY(path, reject_path(bytes));
        report_.reject_file = path;
        if (holds(path, bytes)) {
            return {};
        }
        JZ_TRY(written, UnpublishedFile::write(path, bytes));
        if (partly && !file_.order.dry_run) {
            report_.unpublished.emplace(std::move(written));
            return {};
        }
        return written.publish(IfExists::refuse);
    }

    Result<void> write_rejected() {
        const bool partly = report_.exit == Exit::partly_applied;
        const bool wanted = !file_.order.dry_run && file_.order.file != "-";
        if (!wanted && file_.order.reject.empty()) {
            return {};
        }
        auto written = write_rejected_rows(partly);
        if (written) {
            return {};
        }
        report_.reject_file.clear();
        if (partly || !file_.order.reject.empty()) {
            return fail(std::move(written.error())
                            .because(Text{"在写退回文件时；什么也没有登记",
                                          "while writing the reject file; nothing was applied"}));
        }
        summary_.no_reject_file(written.error());
        return {};
    }

    Work& work_;
    IntakeFile& file_;
    RowImport& import_;
    Cells cells_;
    IntakeSummary summary_;
    IntakeReport report_;
    std::optional<Intake> earlier_; // of this file
    RowNumbers pending_;            // of that
    RowNumbers refused_;
    RefusedRows refused_rows_;  // of a list: who is on it and was not entered
    UnwrittenIds unwritten_{0}; // all that this import appends, where nothing of it stands
};

} // namespace

Result<Table> open_table(const IntakeOrder& order) {
    ImportSchema schema = import_schema(order.schema);
    TableOptions options;
    if (!order.map.empty()) {
        JZ_TRY(map, read_column_map(order.map, schema));
        options.map = std::move(map);
    }
    return order.file == "-" ? Table::from_bytes(order.bytes, "-", std::move(schema), std::move(options))
                             : Table::open(order.file, std::move(schema), std::move(options));
}

Result<IntakeFile> read_intake(IntakeOrder order, RowImport& import, Date today) {
    JZ_TRY(table, open_table(order));
    JZ_CHECK(check_no_handover(order, table));
    KeyOf key(order);
    Cells cells(table, today);
    std::int64_t rows = 0;
    JZ_CHECK(table.for_each([&](const MappedRow& row) {
        if (closing_row(row, table.match())) {
            return;
        }
        cells.start(row);
        import.look(cells);
        key.add(cells.canonical());
        ++rows;
    }));
    if (rows == 0) {
        return fail(Error{Exit::invalid_input,
                          Text{"只有表头，没有数据", "it has a header and no rows"},
                          Text{"填写后再导入", "fill it in, then import it"},
                          {table.file(), 0, 0, {}},
                          {}});
    }
    return IntakeFile{std::move(order), std::move(table), key.end(), rows};
}

Result<IntakeReport> run_intake(Work& work, IntakeFile& file, RowImport& import) {
    return Run(work, file, import).run();
}

} // namespace jiezhuan
