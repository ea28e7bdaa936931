#include "jiezhuan/ledger/sqlite/projector.hpp"

#include "jiezhuan/model/records.hpp"

#include <algorithm>
#include <tuple>

namespace jiezhuan::sqlite {

struct Projector::Tables {
    explicit Tables(SQLite::Database& database)
        : records(RecordTable<Organisation>(database), RecordTable<Member>(database), RecordTable<Batch>(database),
                  RecordTable<Transfer>(database), RecordTable<Letter>(database), RecordTable<Stock>(database),
                  RecordTable<Intake>(database), RecordTable<ProfileRecord>(database)),
          subject(database, "INSERT OR IGNORE INTO event_subject (kind, record, seq) VALUES (?1, ?2, ?3)"),
          by_citizen_id(database, "INSERT INTO member_by_citizen_id (citizen_id, member) VALUES (?1, ?2)"),
          by_document(database, "INSERT INTO member_by_document (type, no, member) VALUES (?1, ?2, ?3)"),
          forget_citizen_id(database, "DELETE FROM member_by_citizen_id WHERE citizen_id = ?1"),
          forget_document(database, "DELETE FROM member_by_document WHERE type = ?1 AND no = ?2") {}

    std::tuple<RecordTable<Organisation>, RecordTable<Member>, RecordTable<Batch>, RecordTable<Transfer>,
               RecordTable<Letter>, RecordTable<Stock>, RecordTable<Intake>, RecordTable<ProfileRecord>>
        records;
    SQLite::Statement subject;
    SQLite::Statement by_citizen_id;
    SQLite::Statement by_document;
    SQLite::Statement forget_citizen_id;
    SQLite::Statement forget_document;
};

namespace {

void run(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

bool same_identity(const Member& a, const Member& b) {
    return a.citizen_id == b.citizen_id && a.document_type == b.document_type && a.document_no == b.document_no;
}

} // namespace

Projector::Projector(SQLite::Database& database) : tables_(std::make_unique<Tables>(database)) {}
Projector::~Projector() = default;

template <class T> Result<void> Projector::create(std::int64_t seq, const json::Object& fields) {
    T record;
    record.id.value = seq;
    if (!assign(record, fields)) {
        return fail(Exit::damaged,
                    say({"事件 {} 登记的内容不合规范", "event {} creates something that is no record"}, seq));
    }
    std::get<RecordTable<T>>(tables_->records).insert(record);
    if constexpr (std::is_same_v<T, Member>) {
        look_up(record);
    }
    return {};
}

template <class T> Result<void> Projector::set(std::int64_t seq, const Change& change) {
    auto& table = std::get<RecordTable<T>>(tables_->records);
    std::optional<T> record = table.find(change.id);
    const std::optional<T> before = record;
    if (!record || !assign(*record, change.to)) {
        return fail(Exit::damaged, say({"事件 {} 变更的对象不存在或内容不合规范",
                                        "event {} sets something that is not there, or to no value"},
                                       seq));
    }
    table.update(*record);
    if constexpr (std::is_same_v<T, Member>) {
        if (!same_identity(*before, *record)) {
            forget(*before);
            look_up(*record);
        }
    }
    tables_->subject.bind(1, static_cast<int>(change.kind));
    tables_->subject.bind(2, change.id);
    tables_->subject.bind(3, seq);
    run(tables_->subject);
    return {};
}

Result<void> Projector::apply(std::int64_t seq, const Event& event) {
    if (event.create) {
        JZ_CHECK(with_record_type(event.create->kind, [&]<class T>() { return create<T>(seq, event.create->fields); }));
    }
    for (const Change& change : event.set) {
        JZ_CHECK(with_record_type(change.kind, [&]<class T>() { return set<T>(seq, change); }));
    }
    return {};
}

void Projector::add_member_in_bulk(const Member& member) {
    std::get<RecordTable<Member>>(tables_->records).insert(member);
    const bool waited = std::exchange(lookups_wait_, true);
    look_up(member);
    lookups_wait_ = waited;
}

void Projector::look_up(const Member& member) {
    if (!member.citizen_id.empty()) {
        if (lookups_wait_) {
            waiting_.emplace_back(member.citizen_id.number(), member.id.value);
            return;
        }
        tables_->by_citizen_id.bind(1, member.citizen_id.number());
        tables_->by_citizen_id.bind(2, member.id.value);
        run(tables_->by_citizen_id);
    } else if (!member.document_no.empty()) {
        tables_->by_document.bind(1, static_cast<int>(member.document_type));
        tables_->by_document.bindNoCopy(2, member.document_no);
        tables_->by_document.bind(3, member.id.value);
        run(tables_->by_document);
    }
}

void Projector::forget(const Member& member) {
    if (!waiting_.empty()) {
        flush();
    }
    if (!member.citizen_id.empty()) {
        tables_->forget_citizen_id.bind(1, member.citizen_id.number());
        run(tables_->forget_citizen_id);
    } else if (!member.document_no.empty()) {
        tables_->forget_document.bind(1, static_cast<int>(member.document_type));
        tables_->forget_document.bindNoCopy(2, member.document_no);
        run(tables_->forget_document);
    }
}

void Projector::flush() {
    std::sort(waiting_.begin(), waiting_.end());
    for (const auto& [number, member] : waiting_) {
        tables_->by_citizen_id.bind(1, number);
        tables_->by_citizen_id.bind(2, member);
        run(tables_->by_citizen_id);
    }
    waiting_.clear();
    waiting_.shrink_to_fit();
}

std::vector<ProjectedTable> projected_tables() {
    return {{"event_subject", "kind, record, seq"},
            {"member_by_citizen_id", "citizen_id"},
            {"member_by_document", "type, no"},
            {"intake", "id"},
            {"stock", "id"},
            {"letter", "id"},
            {"transfer", "id"},
            {"batch", "id"},
            {"member", "id"},
            {"organisation", "id"},
            {"profile", "id"}};
}

} // namespace jiezhuan::sqlite
