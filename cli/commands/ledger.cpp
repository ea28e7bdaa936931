#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/free_names.hpp"
#include "cli/interruption.hpp"
#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_stock.hpp"
#include "jiezhuan/service/records/conservation.hpp"
#include "jiezhuan/service/records/log_view.hpp"

#include <array>
#include <filesystem>
#include <fmt/ranges.h>

namespace jiezhuan::cli {
namespace {

std::string root_of(const Checkpoint& checkpoint) { return hex(checkpoint.root); }

RowSet info_card(const LedgerInfo& info, const View& view) {
    RowSet card = card_called("ledger");
    add_cell(card, "path", Text{"账本文件", "File"}, ColumnType::text, Cell(info.path));
    add_cell(card, "organisation", Text{"党组织", "Organisation"}, ColumnType::text,
             Cell(view.organisations.own().name));
    add_cell(card, "ledger_id", Text{"账本标识", "Ledger"}, ColumnType::text, Cell(info.ledger_id));
    add_cell(card, "version", Text{"版本", "Version"}, ColumnType::number, Cell(std::int64_t{info.schema_version}));
    add_cell(card, "events", Text{"事件", "Events"}, ColumnType::number,
             Cell(static_cast<std::int64_t>(info.head.size)));
    add_cell(card, "commits", Text{"提交", "Commits"}, ColumnType::number, Cell(info.head.commit));
    add_cell(card, "root", Text{"校验根", "Root"}, ColumnType::text, Cell(root_of(info.head)));
    add_cell(card, "profile", Text{"规则参数", "Profile"}, ColumnType::text, Cell(view.profile.name));
    add_cell(card, "created", Text{"建立时间", "Created"}, ColumnType::text, Cell(time_in_china(info.created)));
    add_cell(card, "last_write", Text{"最近写入", "Last write"}, ColumnType::text,
             Cell(time_in_china(info.last_write)));
    return card;
}

Result<Answer> info(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        JZ_TRY(info, view.ledger.info());
        Answer answer;
        answer.document.schema = "ledger.info";
        answer.document.sections = {info_card(info, view)};
        warn_of_anchors(context, answer.document);
        return answer;
    });
}

Result<Answer> log(Context& context) {
    return look(context, [&](View& view) -> Result<Answer> {
        const Args& args = context.args();
        LogFilter filter;
        if (const auto about = args.text("about"); about) {
            const auto id = parse_id(*about);
            if (!id) {
                return fail(Exit::usage, say({"“{}”不是编号", "'{}' is no id"}, printable(*about)),
                            Text{"编号形如 M12、T345、L88", "an id looks like M12, T345, L88"});
            }
            JZ_TRY(history, view.ledger.history(id->kind, id->value));
            if (history.empty()) {
                return fail(Exit::not_found, say({"账本里没有 {}", "there is no {} in the ledger"}, printable(*about)),
                            Text{"全部事件：jiezhuan ledger log", "all events: jiezhuan ledger log"});
            }
            filter.about = id;
        }
        filter.type = args.text_or("--type", "");
        if (!filter.type.empty() && event_type(filter.type) == nullptr) {
            std::vector<std::string> types;
            for (const EventType& type : event_types()) {
                types.emplace_back(type.id);
            }
            std::string near;
            for (const std::string& one : nearest(filter.type, types)) {
                near += (near.empty() ? "" : ", ") + one;
            }
            return fail(Exit::usage, say({"没有事件类型“{}”", "there is no event type '{}'"}, printable(filter.type)),
                        near.empty() ? say({"可以填：{}", "there are: {}"}, fmt::join(types, ", "))
                                     : say({"是不是：{}", "did you mean: {}"}, near));
        }
        filter.from = args.date("--from").value_or(Date());
        filter.to = args.date("--to").value_or(Date());
        filter.limit = args.number("--limit").value_or(50);
        JZ_TRY(rows, log_rows(view.ledger, filter));
        Answer answer;
        answer.document.schema = "ledger.log";
        answer.document.sections.push_back(std::move(rows));
        return answer;
    });
}

Message table_in_words(std::string_view name) {
    struct Row {
        std::string_view table;
        Text words;
    };
    static constexpr std::array kRows = {
        Row{"organisation", {"党组织", "organisations"}},
        Row{"member", {"党员", "members"}},
        Row{"transfer", {"转接", "transfers"}},
        Row{"batch", {"批次", "batches"}},
        Row{"letter", {"介绍信", "letters"}},
        Row{"stock", {"空白介绍信", "blank letters"}},
        Row{"intake", {"导入", "imports"}},
        Row{"profile", {"规则参数", "profiles"}},
        Row{"event_subject", {"索引：事件的对象", "index: what events are about"}},
        Row{"member_by_citizen_id", {"索引：公民身份号码", "index: citizen ID numbers"}},
        Row{"member_by_document", {"索引：其他证件", "index: other documents"}},
    };
    for (const Row& row : kRows) {
        if (row.table == name) {
            return row.words;
        }
    }
    return Message(std::string(name), std::string(name));
}

RowSet tables_of(const VerifyReport& report) {
    RowSet set;
    set.id = "tables";
    set.columns = {{"table", Text{"内容", "What"}, ColumnType::text},
                   {"rows", Text{"条数", "Count"}, ColumnType::number}};
    for (const auto& [name, rows] : report.tables) {
        set.rows.push_back({Cell(name, table_in_words(name)), rows});
    }
    return set;
}

RowSet head_of(const VerifyReport& report) {
    RowSet card = card_called("ledger");
    add_cell(card, "events", Text{"事件", "Events"}, ColumnType::number, Cell(report.events));
    add_cell(card, "commits", Text{"提交", "Commits"}, ColumnType::number, Cell(report.commits));
    add_cell(card, "root", Text{"校验根", "Root"}, ColumnType::text, Cell(root_of(report.head)));
    add_cell(card, "anchors", Text{"已核对锚点", "Anchors checked"}, ColumnType::number, Cell(report.anchors.checked));
    return card;
}

void caution(Document& document, Severity severity, Message what, Message fix) {
    document.findings.push_back(state_finding({}, std::move(what), std::move(fix)));
    document.findings.back().severity = severity;
}

void caution_of_anchors(const AnchorsReport& anchors, Document& document) {
    const Text next_write{"下一次写入时自动补记", "the next write makes it up"};
    if (!anchors.there) {
        caution(document, Severity::warning,
                Text{"旁边没有 anchors.log，末尾被整体截去或改写时无从发现",
                     "there is no anchors.log beside it: a tail that was cut off or rewritten whole cannot be found"},
                Text{"找回 anchors.log；没有的，下一次写入会由账本重新记起",
                     "bring anchors.log back; where it is lost, the next write begins it anew from the ledger"});
    }
    if (anchors.torn) {
        caution(document, Severity::warning,
                Text{"anchors.log 的最后一行不完整：写它时断了电或程序被中止",
                     "the last line of anchors.log is not whole: the power or the program ended while it was written"},
                next_write);
    }
    if (anchors.head_waits) {
        caution(
            document, Severity::warning,
            Text{"最近一次提交还没有锚点：账本写入后程序被中止，或 anchors.log 写不进去",
                 "the last commit has no anchor yet: the program ended after the ledger was written, or anchors.log "
                 "could not be"},
            next_write);
    }
    if (anchors.strange_lines > 0) {
        caution(document, Severity::warning,
                say({"anchors.log 有 {} 行不是锚点，最早的是第 {} 行",
                     "{} lines of anchors.log are no anchors, the first line {}"},
                    anchors.strange_lines, anchors.first_strange),
                Text{"各次提交的锚点都在；查明这些行从何而来",
                     "every commit has its anchor; find out where these lines come from"});
    }
}

Result<Conservation> proof_of(Store& store, const VerifyReport& report, Date today) {
    JZ_TRY(ledger, store.read());
    JZ_TRY(in_force, profile_in_force(*ledger, today));
    JZ_TRY(organisations, OrgDirectory::of(*ledger));
    Conservation proof = conservation(report, organisations, in_force.profile);
    JZ_CHECK(organisations.trouble());
    JZ_TRY(packs, ledger->stocks({}));
    for (Finding& finding : stock_findings(in_force.profile, packs)) {
        proof.findings.push_back(std::move(finding));
    }
    return proof;
}

Result<Answer> verify(Context& context) {
    JZ_TRY(store, context.store());
    JZ_TRY(report, store->verify());
    Answer answer;
    answer.document.schema = "ledger.verify";
    answer.document.headline =
        Text{"账本完好：事件、校验值、各表一致", "the ledger is sound: events, hashes and tables agree"};
    JZ_TRY(proof, proof_of(*store, report, context.env().today()));
    answer.document.sections = {head_of(report), tables_of(report)};
    std::move(proof.sections.begin(), proof.sections.end(), std::back_inserter(answer.document.sections));
    answer.document.findings = std::move(proof.findings);
    answer.exit = has_errors(answer.document.findings) ? Exit::answer_is_no : Exit::done;
    caution_of_anchors(report.anchors, answer.document);
    caution(
        answer.document, Severity::info,
        Text{
            "最后一个锚点之后的内容如被前后一致地改写，从账本内部无法发现",
            "what was written after the last anchor could be rewritten consistently, and nothing inside would show it"},
        Text{"把校验根另存别处", "keep the root elsewhere"});
    return answer;
}

Result<Answer> rebuild(Context& context) {
    JZ_TRY(store, context.store());
    if (context.dry_run() || context.args().flag("--check")) {
        return verify(context);
    }
    interruption_finds(Wrote::committed);
    JZ_TRY(report, store->rebuild());
    Answer answer;
    answer.document.schema = "ledger.rebuild";
    answer.document.headline =
        say({"已由 {} 条事件重建各表", "the tables were made again from {} events"}, report.events);
    answer.document.sections = {tables_of(report)};
    return answer;
}

// A copy of a ledger, as a script compares it with others.
RowSet copy_card(std::string id, const std::string& file, const Checkpoint& head) {
    RowSet card = card_called(std::move(id));
    add_cell(card, "file", Text{"文件", "File"}, ColumnType::text, Cell(file));
    add_cell(card, "events", Text{"事件", "Events"}, ColumnType::number, Cell(static_cast<std::int64_t>(head.size)));
    add_cell(card, "root", Text{"校验根", "Root"}, ColumnType::id, Cell(root_of(head)));
    return card;
}

Result<Answer> backup(Context& context) {
    JZ_TRY(store, context.store());
    JZ_TRY(path, context.ledger_path());
    // "ledger-2026-11-23.jz"; where there is one already, "ledger-2026-11-23-2.jz".
    const std::string to =
        context.args().text("file").value_or(free_name(with_suffix(path, "-" + context.env().today().text())));
    Answer answer;
    answer.document.schema = "ledger.backup";
    answer.document.sections = {card_called("backup")};
    JZ_CHECK(context.check(answer)); // before anything is written
    JZ_TRY(head, store->backup(to));
    answer.document.sections = {copy_card("backup", to, head)};
    answer.document.headline =
        say({"已备份并验证：{}（{} 条事件，校验根 {}）", "backed up and verified: {} ({} events, root {})"},
            printable(to), head.size, root_of(head).substr(0, 16));
    answer.document.next = {
        say({"jiezhuan ledger restore {} --to 另一目录/账本.jz  # 恢复时", "jiezhuan ledger restore {} --to "
                                                                           "OTHER-DIRECTORY/ledger.jz  # to restore"},
            printable(to))};
    return answer;
}

Message restored_in_words(const Restored& restored) {
    const std::uint64_t size = restored.head.size;
    return restored.anchored_size > size
               ? say({"原账本到第 {} 条事件，恢复的只到第 {} 条：少 {} 条；锚点已从恢复的账本重新记起",
                      "the ledger had {} events, the restored one has {}: {} are lost; the anchors were begun anew "
                      "from "
                      "it"},
                     restored.anchored_size, size, restored.anchored_size - size)
               : say({"原来的锚点（到第 {} 条事件）不是这个账本的，或不全；锚点已从恢复的账本重新记起",
                      "the anchors that were there, up to event {}, are not those of this ledger, or not all of them; "
                      "they were begun anew from it"},
                     restored.anchored_size);
}

// Is that the ledger that commands take here?
bool is_at_hand(const Context& context, const std::string& path) {
    const std::filesystem::path here(context.env().working_directory);
    const auto taken = context.ledger_path();
    return taken && (here / path).lexically_normal() == (here / *taken).lexically_normal();
}

Result<Answer> restore(Context& context) {
    const std::string from = context.args().required("file");
    const std::string to = context.args().required("--to");
    JZ_TRY(restored, restore_ledger(context.env(), from, to));
    Answer answer;
    answer.document.schema = "ledger.restore";
    answer.document.sections = {copy_card("restored", to, restored.head)};
    answer.document.headline = say({"已验证并恢复到 {}（{} 条事件）", "verified and restored to {} ({} events)"},
                                   printable(to), restored.head.size);
    if (restored.rebuilt) {
        caution(answer.document, Severity::warning,
                Text{"备份里的表与事件不一致，事件完好：已按事件重建",
                     "the tables of the backup were not what its events say; the events are sound, and the tables were "
                     "made anew from them"},
                Text{"这份备份或它所在的磁盘有损坏：换一处保存，另做备份",
                     "this backup or its disk is damaged: keep backups elsewhere, and make a new one"});
    }
    if (!restored.anchors_kept.empty()) {
        caution(answer.document, Severity::warning, restored_in_words(restored),
                say({"先找有没有更新的账本或备份；备份之后办理的事项须补录。原来的 anchors.log 在 {}",
                     "look for a newer ledger or backup; what was done after the backup must be entered again. The "
                     "anchors that were there are in {}"},
                    printable(restored.anchors_kept)));
    }
    if (!restored.beside.empty()) {
        answer.document.next.push_back(
            say({"先把“{}”移到别的目录：两份在一个目录里，都不能办理",
                 "first move '{}' into another directory: nothing is written while both stand in one"},
                restored.beside));
    }
    if (is_at_hand(context, to)) {
        answer.document.next.emplace_back(Text{"jiezhuan status  # 已是所用的账本，可以办理",
                                               "jiezhuan status  # it stands where the ledger is looked for"});
        return answer;
    }
    answer.document.next.push_back(
        say({"以后用它办理：--ledger {}，或改 jiezhuan.toml", "to work with it: --ledger {}, or change jiezhuan.toml"},
            printable(to)));
    return answer;
}

constexpr std::array kInfoExamples = {Example{"jiezhuan ledger info", {"账本概况", "what the ledger is"}},
                                      Example{"jiezhuan ledger info --format json", {"供脚本读取", "for a script"}}};
constexpr std::array kLog = {
    OptionRow{"about",
              OptionType::text,
              {"只看与它有关的，如 M12", "only what is about it, like M12"},
              false,
              false,
              nullptr,
              "ID"},
    OptionRow{"--type", OptionType::text, {"事件类型", "type of event"}},
    OptionRow{"--from", OptionType::date, {"自该业务日期", "from that business date"}},
    OptionRow{"--to", OptionType::date, {"至该业务日期", "to that business date"}},
    OptionRow{
        "--limit", OptionType::number, {"最近几条，默认 50，0 为全部", "the last so many; default 50, 0 for all"}},
};
constexpr std::array kLogExamples = {Example{"jiezhuan ledger log --limit 20", {"最近 20 条", "the last 20"}},
                                     Example{"jiezhuan ledger log M12", {"与某党员有关的", "about one member"}}};
constexpr std::array kVerifyExamples = {
    Example{"jiezhuan ledger verify", {"验账", "verify"}},
    Example{"jiezhuan ledger verify --format json --quiet", {"夜间任务", "at night"}}};
constexpr std::array kRebuild = {
    OptionRow{"--check", OptionType::flag, {"只比较，不重建", "only compare, make nothing"}}};
constexpr std::array kRebuildExamples = {
    Example{"jiezhuan ledger rebuild", {"由事件重建各表", "make the tables again"}},
    Example{"jiezhuan ledger rebuild --check", {"只比较", "only compare"}}};
constexpr std::array kBackup = {
    OptionRow{"file",
              OptionType::file,
              {"备份文件，默认账本名加日期", "the backup; default the ledger's name with the date"},
              false,
              false,
              nullptr,
              "FILE"}};
constexpr std::array kBackupExamples = {
    Example{"jiezhuan ledger backup", {"备份到账本旁边", "beside the ledger"}},
    Example{"jiezhuan ledger backup /mnt/usb/ledger-2026-11-23.jz", {"备份到别处", "somewhere else"}}};
constexpr std::array kRestore = {
    OptionRow{"file", OptionType::file, {"备份文件", "the backup"}, true, false, nullptr, "FILE"},
    OptionRow{"--to", OptionType::file, {"恢复成的新文件", "the new ledger"}, true, false, nullptr, "FILE"}};
constexpr std::array kRestoreExamples = {
    Example{"jiezhuan ledger restore ledger-2026-11-23.jz --to ledger-new.jz", {"恢复成新文件", "into a new file"}},
    Example{"jiezhuan ledger restore /mnt/usb/ledger-2026-11-23.jz --to /srv/dang/ledger.jz",
            {"从别处恢复", "from somewhere else"}}};

const std::array kRows = {
    CommandRow{"ledger", "info", {"账本概况", "what the ledger is"}, Access::reads, {}, kInfoExamples, info},
    CommandRow{"ledger", "log", {"事件日志", "the log of events"}, Access::reads, kLog, kLogExamples, log},
    CommandRow{"ledger", "verify", {"验账", "verify"}, Access::reads, {}, kVerifyExamples, verify},
    CommandRow{"ledger",
               "rebuild",
               {"由事件重建各表", "make the tables again from the events"},
               Access::writes,
               kRebuild,
               kRebuildExamples,
               rebuild},
    CommandRow{
        "ledger", "backup", {"备份并验证", "back up and verify"}, Access::reads, kBackup, kBackupExamples, backup},
    CommandRow{
        "ledger", "restore", {"从备份恢复", "restore a backup"}, Access::none, kRestore, kRestoreExamples, restore},
};

} // namespace

CommandTable ledger_commands() { return kRows; }

} // namespace jiezhuan::cli
