#include "jiezhuan/ledger/sqlite/anchors.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace jiezhuan::sqlite {
namespace {

constexpr std::uint64_t kLargestFile = 1ULL << 30U;
constexpr std::uint64_t kEnd = 64ULL << 10U;             // hundreds of lines
constexpr std::uint64_t kMostEvents = 1'000'000'000'000; // a number above it is no size of a ledger

struct AnchorLine {
    std::string_view ledger;
    Anchor anchor;
};

std::optional<AnchorLine> parse_line(std::string_view line) {
    const auto parts = split(line, ' ');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    AnchorLine parsed{parts[0], {}};
    const char* const end = parts[1].data() + parts[1].size();
    const auto [stopped, error] = std::from_chars(parts[1].data(), end, parsed.anchor.size);
    const auto root = digest_from_hex(parts[2]);
    if (error != std::errc() || stopped != end || parsed.anchor.size == 0 || parsed.anchor.size > kMostEvents ||
        !root) {
        return std::nullopt;
    }
    parsed.anchor.root = *root;
    return parsed;
}

// What an editor or another system may have made of the ends of lines does not matter.
std::string_view without_return(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

struct Anchors {
    std::vector<Anchor> own; // in the order of the file
    std::string others;      // the lines of other ledgers
    std::string torn;
    bool torn_is_whole = false; // only its end of line is missing
    std::int64_t strange = 0;
    std::int64_t first_strange = 0;
};

Anchors parse_anchors(std::string_view bytes, std::string_view ledger_id) {
    Anchors anchors;
    std::int64_t number = 0;
    while (!bytes.empty()) {
        const std::size_t length = bytes.find('\n');
        const bool ended = length != std::string_view::npos;
        const std::string_view line = without_return(bytes.substr(0, length));
        ++number;
        const auto parsed = parse_line(line);
        if (parsed && parsed->ledger == ledger_id) {
            anchors.own.push_back(parsed->anchor);
        } else if (parsed) {
            anchors.others.append(line).append("\n");
        } else if (ended && !line.empty()) {
            anchors.first_strange = anchors.strange++ == 0 ? number : anchors.first_strange;
        }
        if (!ended) {
            anchors.torn = bytes;
            anchors.torn_is_whole = parsed.has_value();
            break;
        }
        bytes.remove_prefix(length + 1);
    }
    return anchors;
}

bool smaller(const Anchor& a, const Anchor& b) { return a.size < b.size; }

// Appending would wait for ever on a pipe, and go somewhere else through a link.
Result<void> must_be_a_file(const std::string& file) {
    if (const auto kind = no_file_but(file)) {
        return fail(Exit::storage, say({"锚点文件“{}”{}", "the anchors file '{}' {}"}, printable(file), *kind),
                    Text{"移开它，放回原来的 anchors.log；没有的，下一次写入会重新记起",
                         "move it away and bring anchors.log back; where it is lost, the next write begins it anew"});
    }
    return {};
}

std::uint64_t head_size(SQLite::Database& database) {
    return static_cast<std::uint64_t>(database.execAndGet("SELECT ifnull(max(size), 0) FROM checkpoint").getInt64());
}

tl::unexpected<Error> behind(std::uint64_t size, std::uint64_t anchored, const std::string& path) {
    const std::string word = shell_word(printable(path));
    return fail(Exit::anchor_mismatch,
                say({"账本只有 {} 条事件，锚点记有 {} 条：账本被换成了旧的，或末尾被截去",
                     "the ledger has {} events, its anchor {}: an older copy was put back, or the tail was cut off"},
                    size, anchored),
                say({"找回较新的账本；只剩这一份的：jiezhuan ledger restore {} --to 新文件  # 锚点从它重新记起",
                     "find the newer ledger; where this is all there is: jiezhuan ledger restore {} --to FILE  # its "
                     "anchors begin anew"},
                    word));
}

// The anchor's root is that of the checkpoint with its size.
class Roots {
  public:
    explicit Roots(SQLite::Database& database) : at_(database, "SELECT root FROM checkpoint WHERE size = ?1") {}
    Result<void> same(const Anchor& anchor) {
        at_.bind(1, static_cast<std::int64_t>(anchor.size));
        const bool found = at_.executeStep();
        const bool same = found && at_.getColumn(0).getBytes() == static_cast<int>(sizeof(Digest)) &&
                          std::memcmp(at_.getColumn(0).getBlob(), anchor.root.data(), sizeof(Digest)) == 0;
        at_.reset();
        if (!same) {
            return fail(Exit::anchor_mismatch,
                        say({"第 {} 条事件处的校验根与锚点不同：历史被改写",
                             "the root at event {} is not the anchor's: history was rewritten"},
                            anchor.size),
                        Text{"保留此文件，从备份恢复并查明原因", "keep this file, restore a backup and find out why"});
        }
        return {};
    }

  private:
    SQLite::Statement at_;
};

// A line for every commit. Only the last may be without: its command was killed before it could write it.
Result<void> check_none_missing(SQLite::Database& database, std::vector<Anchor> anchors, AnchorsReport& report) {
    std::sort(anchors.begin(), anchors.end(), smaller);
    std::int64_t commits = 0;
    std::int64_t missing = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    SQLite::Statement rows(database, "SELECT number, size FROM checkpoint ORDER BY number");
    while (rows.executeStep()) {
        last = rows.getColumn(0).getInt64();
        ++commits;
        const Anchor sought{static_cast<std::uint64_t>(rows.getColumn(1).getInt64()), {}};
        if (!std::binary_search(anchors.begin(), anchors.end(), sought, smaller)) {
            first = missing++ == 0 ? last : first;
        }
    }
    report.head_waits = missing == 1 && first == last;
    if (missing == 0 || report.head_waits) {
        return {};
    }
    return fail(Exit::anchor_mismatch,
                say({"{} 次提交中有 {} 次没有锚点，最早的是第 {} 次：anchors.log 不全",
                     "{1} of {0} commits have no anchor, the first without is commit {2}: anchors.log is not whole"},
                    commits, missing, first),
                missing == commits - first + 1
                    ? Text{"找回完整的 anchors.log；确认账本无误的，下一次写入会补记",
                           "bring the whole anchors.log back; where the ledger is known to be right, the next write "
                           "makes them up"}
                    : Text{"找回完整的 anchors.log；确认账本无误的，可把它改名移开，下一次写入会由账本重新记起",
                           "bring the whole anchors.log back; where the ledger is known to be right, move the file "
                           "away: the next write begins it anew from the ledger"});
}

Result<AnchorsReport> compare(SQLite::Database& database, const Anchors& anchors, const std::string& path) {
    AnchorsReport report;
    report.there = true;
    report.torn = !anchors.torn.empty() && !anchors.torn_is_whole;
    report.strange_lines = anchors.strange;
    report.first_strange = anchors.first_strange;
    const auto largest = std::max_element(anchors.own.begin(), anchors.own.end(), smaller);
    if (const std::uint64_t size = head_size(database); largest != anchors.own.end() && largest->size > size) {
        return behind(size, largest->size, path);
    }
    Roots roots(database);
    for (const Anchor& anchor : anchors.own) {
        JZ_CHECK(roots.same(anchor));
        ++report.checked;
    }
    JZ_CHECK(check_none_missing(database, anchors.own, report));
    return report;
}

// A name for the anchors that are put aside: "anchors.log.before-2026-11-23", then with "-2".
std::string free_name_for(const std::string& file, Date today) {
    const std::string name = file + ".before-" + today.text();
    std::string free = name;
    for (int i = 2; file_exists(free); ++i) {
        free = fmt::format("{}-{}", name, i);
    }
    return free;
}

// The lines of all checkpoints after that size.
std::string lines_after(SQLite::Database& database, std::uint64_t size, const std::string& ledger_id) {
    SQLite::Statement rows(database, "SELECT number, size, root FROM checkpoint WHERE size > ?1 ORDER BY number");
    rows.bind(1, static_cast<std::int64_t>(size));
    std::string lines;
    while (rows.executeStep()) {
        Checkpoint checkpoint{
            rows.getColumn(0).getInt64(), static_cast<std::uint64_t>(rows.getColumn(1).getInt64()), {}};
        const SQLite::Column root = rows.getColumn(2);
        const auto bytes = static_cast<std::size_t>(root.getBytes()); // a Digest, by the table's own condition
        std::memcpy(checkpoint.root.data(), root.getBlob(), std::min(bytes, sizeof(Digest)));
        lines += anchor_line(ledger_id, checkpoint) + "\n";
    }
    return lines;
}

} // namespace

std::string anchor_line(const std::string& ledger_id, const Checkpoint& checkpoint) {
    return fmt::format("{} {} {}", ledger_id, checkpoint.size, hex(checkpoint.root));
}

Result<std::string> ledger_id_of(SQLite::Database& database) {
    SQLite::Statement first(database, "SELECT body FROM event WHERE seq = 1");
    if (!first.executeStep()) {
        return fail(Exit::damaged,
                    Text{"账本没有第一条事件：内容被清空或删去", "the ledger has no event 1: it was emptied or cut"},
                    Text{"保留此文件，从备份恢复并查明原因", "keep this file, restore a backup and find out why"});
    }
    JZ_TRY(created, decode_event(first.getColumn(0).getString()));
    return std::string(json::text_of(created.about, "ledger"));
}

Result<AnchorsEnd> read_anchors_end(const std::string& file, const std::string& ledger_id) {
    AnchorsEnd end;
    JZ_CHECK(must_be_a_file(file));
    if (!file_exists(file)) {
        return end;
    }
    JZ_TRY(bytes, read_end(file, kEnd));
    Anchors anchors = parse_anchors(bytes, ledger_id);
    if (anchors.own.empty() && bytes.size() == kEnd) { // other ledgers fill the end
        JZ_TRY(all, read_file(file, kLargestFile));
        anchors = parse_anchors(all, ledger_id);
    }
    // Two commands that commit one after the other may append in the other order.
    if (const auto last = std::max_element(anchors.own.begin(), anchors.own.end(), smaller);
        last != anchors.own.end()) {
        end.last = *last;
    }
    end.torn = std::move(anchors.torn);
    return end;
}

Result<void> fit_last_anchor(SQLite::Database& database, const AnchorsEnd& end, const std::string& path) {
    if (!end.last) {
        return {};
    }
    if (const std::uint64_t size = head_size(database); end.last->size > size) {
        return behind(size, end.last->size, path);
    }
    return Roots(database).same(*end.last);
}

Result<void> make_up_anchors(SQLite::Database& database, const AnchorsEnd& end, const std::string& file,
                             const std::string& ledger_id) {
    std::string lines = lines_after(database, end.last ? end.last->size : 0, ledger_id);
    if (lines.empty() && end.torn.empty()) {
        return {};
    }
    if (!end.torn.empty()) {
        const bool begun = lines.starts_with(end.torn);
        lines = begun ? lines.substr(end.torn.size()) : "\n" + lines;
    }
    lines.pop_back(); // append_line() ends it
    return append_line(file, lines);
}

Result<AnchorsReport> check_anchors(SQLite::Database& database, const std::string& path) {
    const std::string file = anchors_path(path);
    JZ_CHECK(must_be_a_file(file));
    if (!file_exists(file)) {
        return AnchorsReport();
    }
    JZ_TRY(ledger_id, ledger_id_of(database));
    JZ_TRY(bytes, read_file(file, kLargestFile));
    return compare(database, parse_anchors(bytes, ledger_id), path);
}

Result<Restored> restore_anchors(SQLite::Database& database, const std::string& path, Date today) {
    Restored restored;
    const std::string file = anchors_path(path);
    JZ_TRY(ledger_id, ledger_id_of(database));
    JZ_TRY(end, read_anchors_end(file, ledger_id));
    if (!end.last) {
        JZ_CHECK(make_up_anchors(database, end, file, ledger_id));
        return restored;
    }
    JZ_TRY(bytes, read_file(file, kLargestFile));
    const Anchors anchors = parse_anchors(bytes, ledger_id);
    if (compare(database, anchors, path)) {
        JZ_CHECK(make_up_anchors(database, end, file, ledger_id));
        return restored;
    }
    restored.anchors_kept = free_name_for(file, today);
    restored.anchored_size = end.last->size;
    JZ_CHECK(write_file(restored.anchors_kept, bytes, IfExists::refuse));
    JZ_CHECK(write_file(file, anchors.others + lines_after(database, 0, ledger_id), IfExists::replace));
    return restored;
}

} // namespace jiezhuan::sqlite
