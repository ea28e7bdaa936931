#include "jiezhuan/ledger/sqlite/reading.hpp"

#include "jiezhuan/ledger/sqlite/log.hpp"
#include "jiezhuan/ledger/sqlite/record_table.hpp"
#include "jiezhuan/model/records.hpp"

#include <limits>

namespace jiezhuan::sqlite {

Result<LoggedEvent> event_of(SQLite::Statement& row) {
    const SQLite::Column body = row.getColumn(1);
    const std::int64_t seq = row.getColumn(0).getInt64();
    auto event = decode_event({static_cast<const char*>(body.getBlob()), static_cast<std::size_t>(body.getBytes())});
    if (!event) {
        return fail(std::move(event.error()).because(say({"读第 {} 条事件时", "while reading event {}"}, seq)));
    }
    return LoggedEvent{seq, std::move(*event)};
}

std::vector<Reading::MemberCount> member_counts_of(SQLite::Database& database) {
    SQLite::Statement rows(database, "SELECT ifnull(branch, 0), standing, stage, count(*) FROM member "
                                     "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
    std::vector<Reading::MemberCount> counts;
    while (rows.executeStep()) {
        counts.push_back({OrgId{rows.getColumn(0).getInt64()}, static_cast<Standing>(rows.getColumn(1).getInt()),
                          static_cast<Stage>(rows.getColumn(2).getInt()), rows.getColumn(3).getInt64()});
    }
    return counts;
}

template <class Base> template <class T> Result<std::optional<T>> ReadingOver<Base>::find(std::int64_t id) {
    return guarded(path_, [&]() -> Result<std::optional<T>> { return RecordTable<T>(database()).find(id); });
}

template <class Base>
template <class T, class Visit>
Result<void> ReadingOver<Base>::each(const Query& query, const Visit& visit) {
    return guarded(path_, [&]() -> Result<void> {
        const Selection<T> selection(query);
        SQLite::Statement rows(database(), "SELECT " + columns_of<T>() + " FROM " + table_of<T>() + selection.where() +
                                               selection.order());
        selection.bind(rows);
        while (rows.executeStep()) {
            JZ_CHECK(visit(record_of<T>(rows)));
        }
        return {};
    });
}

template <class Base> template <class T> Result<std::vector<T>> ReadingOver<Base>::list(const Query& query) {
    std::vector<T> records;
    JZ_CHECK(each<T>(query, [&records](T&& record) -> Result<void> {
        records.push_back(std::move(record));
        return {};
    }));
    return records;
}

template <class Base> Result<std::optional<Organisation>> ReadingOver<Base>::organisation(OrgId id) {
    return find<Organisation>(id.value);
}
template <class Base> Result<std::optional<Member>> ReadingOver<Base>::member(MemberId id) {
    return find<Member>(id.value);
}
template <class Base> Result<std::optional<Batch>> ReadingOver<Base>::batch(BatchId id) {
    return find<Batch>(id.value);
}
template <class Base> Result<std::optional<Transfer>> ReadingOver<Base>::transfer(TransferId id) {
    return find<Transfer>(id.value);
}
template <class Base> Result<std::optional<Letter>> ReadingOver<Base>::letter(LetterId id) {
    return find<Letter>(id.value);
}
template <class Base> Result<std::optional<ProfileRecord>> ReadingOver<Base>::profile(ProfileId id) {
    return find<ProfileRecord>(id.value);
}
template <class Base> Result<std::vector<Organisation>> ReadingOver<Base>::organisations(const Query& query) {
    return list<Organisation>(query);
}
template <class Base> Result<std::vector<Member>> ReadingOver<Base>::members(const Query& query) {
    return list<Member>(query);
}
template <class Base> Result<std::vector<Batch>> ReadingOver<Base>::batches(const Query& query) {
    return list<Batch>(query);
}
template <class Base> Result<std::vector<Transfer>> ReadingOver<Base>::transfers(const Query& query) {
    return list<Transfer>(query);
}
template <class Base> Result<std::vector<Letter>> ReadingOver<Base>::letters(const Query& query) {
    return list<Letter>(query);
}
template <class Base> Result<std::vector<Stock>> ReadingOver<Base>::stocks(const Query& query) {
    return list<Stock>(query);
}
template <class Base> Result<std::vector<Intake>> ReadingOver<Base>::intakes(const Query& query) {
    return list<Intake>(query);
}
template <class Base> Result<std::vector<ProfileRecord>> ReadingOver<Base>::profiles(const Query& query) {
    return list<ProfileRecord>(query);
}

template <class Base>
Result<void> ReadingOver<Base>::each_member(const Query& query,
                                            const std::function<Result<void>(const Member&)>& visit) {
    return each<Member>(query, visit);
}

template <class Base> Result<std::optional<MemberId>> ReadingOver<Base>::member_by_identity(const Identity& identity) {
    return guarded(path_, [&]() -> Result<std::optional<MemberId>> {
        const bool citizen = !identity.citizen_id.empty();
        SQLite::Statement row(database(), citizen
                                              ? "SELECT member FROM member_by_citizen_id WHERE citizen_id = ?1"
                                              : "SELECT member FROM member_by_document WHERE type = ?1 AND no = ?2");
        if (citizen) {
            row.bind(1, identity.citizen_id.number());
        } else {
            row.bind(1, static_cast<int>(identity.document_type));
            row.bind(2, identity.document_no);
        }
        return row.executeStep() ? std::optional(MemberId{row.getColumn(0).getInt64()}) : std::nullopt;
    });
}

template <class Base> Result<std::int64_t> ReadingOver<Base>::count(RecordKind kind, const Query& query) {
    return with_record_type(kind, [&]<class T>() {
        return guarded(path_, [&]() -> Result<std::int64_t> {
            const Selection<T> selection(query);
            SQLite::Statement row(database(), "SELECT count(*) FROM " + table_of<T>() + selection.where());
            selection.bind(row);
            row.executeStep();
            return row.getColumn(0).getInt64();
        });
    });
}

template <class Base> Result<std::vector<Reading::MemberCount>> ReadingOver<Base>::member_counts() {
    return guarded(path_, [&]() -> Result<std::vector<Reading::MemberCount>> { return member_counts_of(database()); });
}

template <class Base>
Result<std::int64_t> ReadingOver<Base>::last_serial(OrgId issuer, LetterKind kind, std::int64_t year,
                                                    NumberSource source) {
    return guarded(path_, [&]() -> Result<std::int64_t> {
        SQLite::Statement row(database(),
                              "SELECT ifnull(max(serial), 0) FROM letter WHERE issuer = ?1 AND kind = ?2 AND "
                              "year = ?3 AND direction <> ?4 AND (?5 = 0 OR number_source = ?5)");
        row.bind(1, issuer.value);
        row.bind(2, static_cast<int>(kind));
        row.bind(3, year);
        row.bind(4, static_cast<int>(LetterDirection::incoming));
        row.bind(5, static_cast<int>(source));
        row.executeStep();
        return row.getColumn(0).getInt64();
    });
}

template <class Base> Result<std::vector<LoggedEvent>> ReadingOver<Base>::history(RecordKind kind, std::int64_t id) {
    return guarded(path_, [&]() -> Result<std::vector<LoggedEvent>> {
        SQLite::Statement rows(database(),
                               "SELECT seq, body FROM event WHERE seq = ?2 OR seq IN "
                               "(SELECT seq FROM event_subject WHERE kind = ?1 AND record = ?2) ORDER BY seq");
        rows.bind(1, static_cast<int>(kind));
        rows.bind(2, id);
        std::vector<LoggedEvent> events;
        while (rows.executeStep()) {
            JZ_TRY(event, event_of(rows));
            events.push_back(std::move(event));
        }
        return events;
    });
}

template <class Base>
Result<void> ReadingOver<Base>::each_event(std::int64_t first, std::int64_t last,
                                           const std::function<Result<void>(const LoggedEvent&)>& visit) {
    return guarded(path_, [&]() -> Result<void> {
        SQLite::Statement rows(database(), "SELECT seq, body FROM event WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq");
        rows.bind(1, first);
        rows.bind(2, last == 0 ? std::numeric_limits<std::int64_t>::max() : last);
        while (rows.executeStep()) {
            JZ_TRY(event, event_of(rows));
            JZ_CHECK(visit(event));
        }
        return {};
    });
}

template <class Base> Result<LedgerInfo> ReadingOver<Base>::info() {
    return guarded(path_, [&]() -> Result<LedgerInfo> {
        LedgerInfo info;
        info.path = path_;
        info.schema_version = kSchemaVersion;
        JZ_TRY(head, find_checkpoint(database()));
        if (head) {
            info.head = head->checkpoint;
        }
        JZ_CHECK(each_event(1, 1, [&info](const LoggedEvent& first) -> Result<void> {
            info.ledger_id = json::text_of(first.event.about, "ledger");
            info.created = first.event.at;
            return {};
        }));
        const auto last = static_cast<std::int64_t>(info.head.size);
        JZ_CHECK(each_event(last, last, [&info](const LoggedEvent& event) -> Result<void> {
            info.last_write = event.event.at;
            return {};
        }));
        return info;
    });
}

template class ReadingOver<Reading>;
template class ReadingOver<Writing>;

void take_snapshot(SQLite::Database& database) {
    database.exec("BEGIN");
    database.execAndGet("SELECT EXISTS (SELECT 1 FROM checkpoint)"); // takes it now
}

Result<std::unique_ptr<Reading>> open_reading(const std::string& path, std::unique_ptr<SQLite::Database> database) {
    return guarded(path, [&]() -> Result<std::unique_ptr<Reading>> {
        take_snapshot(*database);
        return std::make_unique<ReadingOver<Reading>>(path, std::move(database));
    });
}

} // namespace jiezhuan::sqlite
