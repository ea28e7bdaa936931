#include "jiezhuan/ledger/sqlite/past.hpp"

#include "jiezhuan/ledger/past_events.hpp"
#include "jiezhuan/ledger/sqlite/log.hpp"
#include "jiezhuan/ledger/sqlite/projector.hpp"
#include "jiezhuan/ledger/sqlite/reading.hpp"

#include <algorithm>

namespace jiezhuan::sqlite {
namespace {

// Records come from the projection, events from the ledger, as far as they count.
class PastReading final : public ReadingOver<Reading> {
  public:
    PastReading(const std::string& path, std::unique_ptr<SQLite::Database> projection,
                std::unique_ptr<SQLite::Database> ledger, PastEvents events)
        : ReadingOver(path, std::move(projection)), ledger_(path, std::move(ledger)), events_(std::move(events)) {}

    Result<std::vector<LoggedEvent>> history(RecordKind kind, std::int64_t id) override {
        JZ_TRY(all, ledger_.history(kind, id));
        std::erase_if(all, [this](const LoggedEvent& event) { return !events_.counts(event.seq); });
        return std::move(all);
    }

    Result<void> each_event(std::int64_t first, std::int64_t last,
                            const std::function<Result<void>(const LoggedEvent&)>& visit) override {
        const std::int64_t end = last == 0 ? events_.known() : std::min(last, events_.known());
        return ledger_.each_event(first, std::max<std::int64_t>(end, 1), [&](const LoggedEvent& event) -> Result<void> {
            return events_.counts(event.seq) ? visit(event) : Result<void>();
        });
    }

    Result<LedgerInfo> info() override { return ledger_.info(); }

  private:
    ReadingOver<Reading> ledger_;
    PastEvents events_;
};

Result<PastEvents> choose(SQLite::Database& ledger, const Past& past) {
    JZ_TRY(head, find_checkpoint(ledger));
    PastEvents events(past, head ? static_cast<std::int64_t>(head->checkpoint.size) : 0);
    SQLite::Statement rows(ledger, "SELECT seq, body FROM event ORDER BY seq DESC");
    while (rows.executeStep()) {
        JZ_TRY(logged, event_of(rows));
        events.choose(logged.seq, logged.event);
    }
    return events;
}

Result<void> project(SQLite::Database& ledger, PastEvents& events, SQLite::Database& into) {
    into.exec("BEGIN");
    Projector projector(into);
    projector.let_lookups_wait();
    SQLite::Statement rows(ledger, "SELECT seq, body FROM event WHERE seq <= ?1 ORDER BY seq");
    rows.bind(1, events.known());
    while (rows.executeStep()) {
        JZ_TRY(logged, event_of(rows));
        if (const auto event = events.applying(logged.seq, std::move(logged.event))) {
            JZ_CHECK(projector.apply(logged.seq, *event));
        }
    }
    projector.flush();
    into.exec("COMMIT");
    return {};
}

} // namespace

Result<std::unique_ptr<Reading>> open_past(const std::string& path, std::unique_ptr<SQLite::Database> ledger,
                                           const Past& past) {
    return guarded(path, [&]() -> Result<std::unique_ptr<Reading>> {
        take_snapshot(*ledger);
        JZ_TRY(events, choose(*ledger, past));
        if (events.all()) {
            return std::make_unique<ReadingOver<Reading>>(path, std::move(ledger));
        }
        JZ_TRY(projection, connect_scratch());
        JZ_CHECK(project(*ledger, events, *projection));
        return std::make_unique<PastReading>(path, std::move(projection), std::move(ledger), std::move(events));
    });
}

} // namespace jiezhuan::sqlite
