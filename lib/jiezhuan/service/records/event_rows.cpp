#include "jiezhuan/service/records/event_rows.hpp"

#include "jiezhuan/service/records/log_view.hpp"

namespace jiezhuan {

Result<Events> events_about(Reading& ledger, const AboutRecords& records) {
    Events events;
    for (const auto& [kind, id] : records) {
        JZ_TRY(history, ledger.history(kind, id));
        for (LoggedEvent& logged : history) {
            events.emplace(logged.seq, std::move(logged.event));
        }
    }
    return events;
}

RowSet event_rows(const Events& events) {
    RowSet set;
    set.id = "events";
    set.title = Text{"经过", "Events"};
    set.columns = {{"seq", Text{"序号", "No."}, ColumnType::number},
                   {"date", Text{"日期", "Date"}, ColumnType::date},
                   {"recorded_at", Text{"登记时间", "Recorded at"}, ColumnType::date},
                   {"what", Text{"事项", "What"}, ColumnType::code},
                   {"operator", Text{"经办人", "Operator"}, ColumnType::text},
                   {"notes", Text{"理由或依据", "Reason or basis"}, ColumnType::text}};
    for (const auto& [seq, event] : events) {
        set.rows.push_back({Cell(seq), Cell(event.date), Cell(time_in_china(event.at)),
                            Cell(event.type, what_happened(event)), Cell(event.op), Cell(notes_of(event))});
    }
    return set;
}

} // namespace jiezhuan
