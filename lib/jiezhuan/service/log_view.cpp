#include "jiezhuan/service/log_view.hpp"

#include "jiezhuan/model/transfer_paths.hpp"

#include <deque>

namespace jiezhuan {
namespace {

bool fits(const Event& event, const LogFilter& filter) {
    return (filter.type.empty() || event.type == filter.type) && (filter.from.empty() || event.date >= filter.from) &&
           (filter.to.empty() || event.date <= filter.to);
}

std::vector<Cell> cells_of(const LoggedEvent& logged) {
    const Event& event = logged.event;
    Message what(event_type(event.type)->title);
    const auto action = code_from_id<Action>(json::text_of(event.about, "action"));
    if (action) {
        what.zh += "·" + std::string(code_title(*action).zh);
        what.en += ": " + std::string(code_title(*action).en);
    }
    return {logged.seq,  event.date, Cell(event.type, what), subjects_of(logged), event.op, time_in_china(event.at),
            event.commit};
}

} // namespace

std::string subjects_of(const LoggedEvent& logged) {
    std::string subjects;
    if (logged.event.create) {
        subjects = name_of(logged.event.create->kind).letter + std::to_string(logged.seq);
    }
    for (const Change& change : logged.event.set) {
        subjects += (subjects.empty() ? "" : " ") + (name_of(change.kind).letter + std::to_string(change.id));
    }
    return subjects;
}

Result<RowSet> log_rows(Reading& ledger, const LogFilter& filter) {
    RowSet set;
    set.id = "events";
    set.columns = {{"seq", Text{"序号", "Seq"}, ColumnType::number},
                   {"date", Text{"业务日期", "Date"}, ColumnType::date},
                   {"type", Text{"事项", "What"}, ColumnType::code},
                   {"subjects", Text{"对象", "About"}, ColumnType::id},
                   {"op", Text{"经办人", "By"}, ColumnType::text},
                   {"written", Text{"登记时间", "Written"}, ColumnType::text},
                   {"commit", Text{"提交", "Commit"}, ColumnType::number}};
    set.when_empty = Text{"没有符合条件的事件", "no event fits"};
    std::deque<std::vector<Cell>> last;
    const auto take = [&](const LoggedEvent& logged) -> Result<void> {
        if (fits(logged.event, filter)) {
            last.push_back(cells_of(logged));
            if (filter.limit > 0 && last.size() > static_cast<std::size_t>(filter.limit)) {
                last.pop_front();
            }
        }
        return {};
    };
    if (filter.about) {
        JZ_TRY(events, ledger.history(filter.about->kind, filter.about->value));
        for (const LoggedEvent& logged : events) {
            JZ_CHECK(take(logged));
        }
    } else {
        JZ_CHECK(ledger.each_event(1, 0, take));
    }
    set.rows.assign(std::make_move_iterator(last.begin()), std::make_move_iterator(last.end()));
    return set;
}

} // namespace jiezhuan
