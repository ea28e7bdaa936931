#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/service/migrants/migrant_match.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

std::int64_t count(const MigrantMatch& match, MatchResult result) {
    return std::count_if(match.rows.begin(), match.rows.end(),
                         [&](const MatchedMigrant& row) { return row.result == result; });
}
std::int64_t recorded(const MigrantMatch& match) {
    return std::count_if(match.rows.begin(), match.rows.end(), [](const MatchedMigrant& row) { return row.recorded; });
}
// Who reported in there by their list, and not by ours.
bool to_record(const MatchedMigrant& row) {
    return row.result == MatchResult::agrees && !row.recorded && row.ours->report_in_to.empty() &&
           !row.theirs.said.report_in_to.empty();
}

bool is_unrecorded(const MatchedMigrant& row) {
    return row.result == MatchResult::only_theirs && row.ours && on_roster(row.ours->standing);
}
bool is_unknown(const MatchedMigrant& row) { return row.result == MatchResult::only_theirs && !row.ours; }
bool is_only_ours(const MatchedMigrant& row) { return row.result == MatchResult::only_ours; }

// What differs, or why the member is on one list only.
Cell note_of(const MatchedMigrant& row) {
    Message titles;
    for (const std::string_view id : row.differs) {
        const Text title = field_named<Member>(id)->title;
        titles.zh += (titles.zh.empty() ? "" : "、") + std::string(title.zh);
        titles.en += (titles.en.empty() ? "" : ", ") + std::string(title.en);
        if (id == "name") {
            titles.zh += fmt::format("（对方：{}）", row.theirs.said.name);
            titles.en += fmt::format(" (theirs: {})", row.theirs.said.name);
        }
    }
    const Message note = titles.empty() ? row.why : say({"不同：{}", "differ: {}"}, titles);
    return note.empty() ? Cell() : Cell(note.zh, note);
}

// "name,card_no", for programs.
std::string fields_that_differ(const MatchedMigrant& row) {
    std::string ids;
    for (const std::string_view id : row.differs) {
        ids += (ids.empty() ? "" : ",") + std::string(id);
    }
    return ids;
}

using Ids = std::vector<std::string_view>;
Ids compared(MigrantView view) {
    return view == MigrantView::narrow ? Ids{"report_in_on"} : Ids{"report_in_on", "report_in_to", "card_no"};
}

std::vector<Column> columns_of_match(MigrantView view) {
    std::vector<Column> columns = {{"row", Text{"对方行号", "Their row"}, ColumnType::number},
                                   {"result", Text{"结果", "Result"}, ColumnType::code},
                                   id_column(),
                                   {"name", Text{"姓名", "Name"}, ColumnType::text},
                                   {"branch", Text{"所在党组织", "Organisation"}, ColumnType::code},
                                   {"since", Text{"本级日期", "Our day"}, ColumnType::date},
                                   {"their_since", Text{"对方日期", "Their day"}, ColumnType::date}};
    for (const Field<Member>* field : fields_named<Member>(compared(view))) {
        columns.push_back(column_of(*field));
        columns.push_back({"their_" + std::string(field->id),
                           Message(fmt::format("对方{}", field->title.zh), fmt::format("Theirs: {}", field->title.en)),
                           column_type_of(field->type)});
    }
    if (view == MigrantView::all) {
        columns.push_back({"differs", Text{"不同的项目", "Differs"}, ColumnType::text});
    }
    columns.push_back({"note", Text{"说明", "Note"}, ColumnType::text});
    columns.push_back({"recorded", Text{"已登记报到", "Recorded"}, ColumnType::code});
    return columns;
}

std::vector<Cell> cells_of_match(const MatchedMigrant& row, const OrgDirectory& organisations, MigrantView view) {
    const Member& theirs = row.theirs.said;
    const Member ours = row.ours.value_or(Member());
    const std::string branch = organisations.label(ours.branch);
    std::vector<Cell> cells = {row.theirs.row == 0 ? Cell() : Cell(static_cast<std::int64_t>(row.theirs.row)),
                               Cell::code(row.result),
                               ours.id ? Cell(ours.id) : Cell(),
                               Cell(ours.id ? ours.name : theirs.name),
                               ours.branch ? Cell(ours.branch.text(), Message(branch, branch)) : Cell(),
                               Cell(away_since(ours)),
                               Cell(theirs.away_since)};
    for (const Field<Member>* field : fields_named<Member>(compared(view))) {
        cells.push_back(cell_of(*field, ours, false));
        cells.push_back(cell_of(*field, theirs, false));
    }
    if (view == MigrantView::all) {
        cells.emplace_back(fields_that_differ(row));
    }
    cells.push_back(note_of(row));
    cells.push_back(row.recorded ? Cell::code(Flag::yes) : Cell());
    return cells;
}

Message what_was_recorded(const MigrantMatch& match) {
    Message done = say({"；登记报到 {} 名", "; recorded as reported in: {}"}, recorded(match));
    if (!has_errors(match.findings)) {
        return done;
    }
    if (recorded(match) > 0 || (match.refused > 0 && match.recordable == 0)) { // in part, or there was nobody else
        return match.refused == 0 ? done
                                  : say({"{}，不能登记 {} 名", "{}, not to be recorded: {}"}, done, match.refused);
    }
    return match.refused == 0
               ? Message(Text{"；名单有错误，没有登记", "; the list has errors, nothing was recorded"})
               : say({"；{} 名不能登记，因此都没有登记", "; {} cannot be recorded, so nobody was"}, match.refused);
}

} // namespace

RowSet match_rows(const MigrantMatch& match, const OrgDirectory& organisations, MigrantView view) {
    RowSet set;
    set.id = "matches";
    set.when_empty = Text{"两边都没有人", "nobody on either side"};
    set.columns = columns_of_match(view);
    for (const MatchedMigrant& row : match.rows) {
        set.rows.push_back(cells_of_match(row, organisations, view));
    }
    return set;
}

Message match_headline(const MigrantMatch& match) {
    Message words = say({"相符 {} 名，不符 {} 名，只在对方名单 {} 名，只在本级台账 {} 名",
                         "agreed: {}, differing: {}, only on theirs: {}, only on ours: {}"},
                        count(match, MatchResult::agrees), count(match, MatchResult::differs),
                        count(match, MatchResult::only_theirs), count(match, MatchResult::only_ours));
    if (const std::int64_t wrong = count(match, MatchResult::wrong); wrong > 0) {
        words = say({"{}；有错误未比对 {} 行", "{}; with errors, not matched: {}"}, words, wrong);
    }
    if (match.records) {
        const Message done = what_was_recorded(match);
        words = Message(words.zh + done.zh, words.en + done.en);
    }
    return words;
}

std::vector<Message> match_steps(const MigrantMatch& match, const MatchOrder& order) {
    const bool outflow = order.of == MigrantRegister::outflow;
    std::vector<Message> steps;
    const auto waiting = std::count_if(match.rows.begin(), match.rows.end(), to_record);
    if (outflow && waiting > 0 && !has_errors(match.findings)) {
        steps.push_back(say({"同一命令加 --record  # 按对方名单登记报到：{} 名",
                             "the same command with --record  # record them as reported in: {}"},
                            waiting));
    }
    if (match.records && has_errors(match.findings) && match.recordable > 0 && recorded(match) == 0) {
        steps.push_back(say({"同一命令加 --allow-partial  # 不能登记的除外，其余 {} 名照办",
                             "the same command with --allow-partial  # record the others: {}"},
                            match.recordable));
    }
    const auto first = [&match](const auto& is) {
        const auto found = std::find_if(match.rows.begin(), match.rows.end(), is);
        return found == match.rows.end() ? nullptr : &*found;
    };
    if (const auto* away = outflow ? first(is_unrecorded) : nullptr) {
        steps.push_back(
            say({"jiezhuan migrant record {} --since 日期 --place 地点  # 对方名单上有的，补登外出",
                 "jiezhuan migrant record {} --since DATE --place PLACE  # is on theirs: record the absence"},
                away->ours->id.text()));
    }
    if (const auto* missing = outflow ? first(is_only_ours) : nullptr) {
        steps.push_back(
            say({"jiezhuan migrant contact {} --how 电话 --note 内容  # 对方名单上没有的，联系后催促报到",
                 "jiezhuan migrant contact {} --how telephone --note WHAT  # is not on theirs: get in touch"},
                missing->ours->id.text()));
    }
    if (!outflow && first(is_unknown) != nullptr) {
        steps.emplace_back(
            Text{"jiezhuan transfer open --kind enrol --name 姓名 --id - --from 党组织  # "
                 "对方名单上有、本账本没有的，核实后登记",
                 "jiezhuan transfer open --kind enrol --name NAME --id - --from ORGANISATION  # on theirs, not in the "
                 "ledger: enrol after verification"});
    }
    return steps;
}

} // namespace jiezhuan
