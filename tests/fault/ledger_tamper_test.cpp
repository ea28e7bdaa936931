// Edits that somebody could make behind the program's back, each on a fresh copy of a ledger with a life in it: all are found,
// with the exit code that says what is wrong and the first wrong place.
#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/working.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace jiezhuan;
using namespace jiezhuan::testing;
namespace fs = std::filesystem;

namespace {

Event creating(Work& work, std::string type, RecordKind kind, json::Object fields) {
    Event event = work.event(std::move(type));
    event.create = Creation{kind, std::move(fields)};
    return event;
}

void walk(Work& work, TransferId id, OrgId branch) {
    StepInput input;
    input.verified_basis = "介绍信、党员档案";
    input.branch = branch;
    for (const Action action : {Action::verify, Action::receive, Action::assign}) {
        const auto outcome = step_transfer(work, id, action, input);
        REQUIRE(outcome);
        REQUIRE(!outcome->refused);
    }
}

// A working day: a branch, members, one who comes with a letter, one who leaves, a batch, a pack of blank letters, an import.
void live(LedgerFixture& ledger) {
    Working working(ledger);
    Work& work = working.work();
    const OrgId branch =
        add_organisation(work, OrgKind::branch, "中共望江街道江滨社区第一支部委员会", LedgerFixture::kOwn);
    const OrgId far = add_organisation(work, OrgKind::working_committee, "中国共产党海州市滨海区海港街道工作委员会");
    for (int i = 1; i <= 5; ++i) {
        add_member(work, synthetic_member(i), branch);
    }
    Member soldier = synthetic_member(60);
    soldier.citizen_id = CitizenId();
    soldier.document_type = DocumentType::officer_card;
    soldier.document_no = "军字第0100001号";
    add_member(work, soldier, branch);
    REQUIRE(
        work.ledger.append(creating(work, "batch_opened", RecordKind::batch, {{"title", json::Value("机床厂移交")}})));
    REQUIRE(work.ledger.append(
        creating(work, "stock_received", RecordKind::stock, {{"first", json::Value(std::int64_t{1})}})));
    REQUIRE(work.ledger.append(creating(work, "import_applied", RecordKind::intake, {{"key", json::Value("abc")}})));
    working.commit();

    Working second(ledger);
    Arrival arrival;
    arrival.member = synthetic_member(9);
    arrival.member.standing = Standing::none;
    arrival.transfer.kind = TransferKind::in;
    arrival.transfer.from_name = "中共江南机床厂委员会";
    Letter voucher;
    voucher.kind = LetterKind::introduction;
    voucher.no = "江机组转20260117";
    voucher.issued_on = Date(2026, 11, 2);
    voucher.valid_days = 30;
    voucher.valid_until = Date(2026, 12, 2);
    voucher.addressee = "中国共产党江南市临江区望江街道工作委员会";
    voucher.dues_paid_through = Date(2026, 11);
    arrival.voucher = voucher;
    const auto arrived = arrive(second.work(), arrival);
    REQUIRE(arrived);
    REQUIRE(!arrived->outcome.refused);
    walk(second.work(), arrived->transfer, branch);
    Transfer leaving;
    leaving.kind = TransferKind::out;
    leaving.channel = Channel::online;
    leaving.member = (*second->ledger.members(Query().equal("name", "张2"))).front().id;
    leaving.to = far;
    leaving.destination = "海港街道第二社区";
    const auto opened = open_transfer(second.work(), leaving);
    REQUIRE(opened);
    REQUIRE(!opened->refused);
    second.commit();

    Working third(ledger);
    StepInput minutes;
    minutes.minutes = "2026年第11次会议";
    REQUIRE(step_transfer(third.work(), TransferId{opened->created}, Action::approve, minutes));
    third.commit();
}

struct Edit {
    const char* name;
    Exit exit;
    const char* place; // what the message names
    const char* sql;
};

constexpr Exit D = Exit::damaged;
constexpr Exit T = Exit::tables_differ;
constexpr Exit A = Exit::anchor_mismatch;

const Edit kEdits[] = {
    // the log
    {"an event's body is changed", D, "event 7",
     "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'clerk', 'klerk') AS BLOB) WHERE seq = 7"},
    {"a body with its leaf copied from another event", D, "commit 2",
     "UPDATE event SET body = (SELECT body FROM event WHERE seq = 7), leaf = (SELECT leaf FROM event WHERE seq = 7) "
     "WHERE seq = 8"},
    {"a leaf is changed", D, "event 5", "UPDATE event SET leaf = randomblob(32) WHERE seq = 5"},
    {"an event is deleted", D, "event 6", "DELETE FROM event WHERE seq = 6"},
    {"the first event is deleted", D, "event 1", "DELETE FROM event WHERE seq = 1"},
    {"the last event is deleted", D, "tail", "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)"},
    {"an event is added", D, "no commit",
     "INSERT INTO event SELECT (SELECT max(seq) + 1 FROM event), body, leaf FROM event WHERE seq = 7"},
    {"two events are swapped", D, "commit 2",
     "UPDATE event SET seq = -5 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 6; UPDATE event SET seq = 6 WHERE "
     "seq = -5"},
    {"an event is renumbered", D, "event 9", "UPDATE event SET seq = 900 WHERE seq = 9"},
    {"all events are renumbered", D, "event 1", "UPDATE event SET seq = -seq; UPDATE event SET seq = 1 - seq"},
    {"a body becomes text of another shape", D, "event 4",
     "UPDATE event SET body = CAST(' ' || CAST(body AS TEXT) AS BLOB) WHERE seq = 4"},
    {"a body is empty", D, "event 4", "UPDATE event SET body = x'' WHERE seq = 4"},
    // checkpoints
    {"a root is changed", D, "commit 2", "UPDATE checkpoint SET root = randomblob(32) WHERE number = 2"},
    {"a frontier is changed", D, "commit 2",
     "UPDATE checkpoint SET frontier = zeroblob(length(frontier)) WHERE number = 2"},
    {"a size is changed", D, "", "UPDATE checkpoint SET size = size - 1 WHERE number = 2"},
    {"a checkpoint is deleted", D, "commit 2", "DELETE FROM checkpoint WHERE number = 2"},
    {"the last checkpoint is deleted", D, "no commit",
     "DELETE FROM checkpoint WHERE number = (SELECT max(number) FROM checkpoint)"},
    {"all checkpoints are deleted", D, "", "DELETE FROM checkpoint"},
    {"a checkpoint is added", D, "tail",
     "INSERT INTO checkpoint SELECT max(number) + 1, max(size) + 1, root, frontier FROM checkpoint"},
    {"checkpoints are renumbered", D, "commit 1", "UPDATE checkpoint SET number = number + 10"},
    // tables
    {"a member's name", T, "member", "UPDATE member SET name = '李四' WHERE name = '张1'"},
    {"a member's standing", T, "member", "UPDATE member SET standing = 6 WHERE name = '张1'"},
    {"a member's branch", T, "member", "UPDATE member SET branch = 2 WHERE name = '张1'"},
    {"a member is deleted", T, "a row is missing", "DELETE FROM member WHERE name = '张1'"},
    {"a member is added", T, "member",
     "CREATE TEMP TABLE t AS SELECT * FROM member WHERE name = '张1'; UPDATE t SET id = 777; INSERT INTO member SELECT "
     "* FROM t"},
    {"two members change places", T, "member",
     "UPDATE member SET id = -1 WHERE name = '张1'; UPDATE member SET id = (SELECT id FROM member WHERE name = '张1') "
     "+ 2 WHERE id = -2; UPDATE member SET id = 778 WHERE id = -1"},
    {"a citizen ID look-up leads to another", T, "member_by_citizen_id",
     "UPDATE member_by_citizen_id SET member = 2 WHERE rowid = (SELECT min(citizen_id) FROM member_by_citizen_id)"},
    {"a citizen ID look-up is gone", T, "member_by_citizen_id",
     "DELETE FROM member_by_citizen_id WHERE citizen_id = (SELECT max(citizen_id) FROM member_by_citizen_id)"},
    {"a document look-up is changed", T, "member_by_document", "UPDATE member_by_document SET no = '军字第0100002号'"},
    {"an organisation gets authority", T, "organisation",
     "UPDATE organisation SET can_approve_probationary = 1 WHERE parent IS NOT NULL"},
    {"an organisation moves", T, "organisation", "UPDATE organisation SET parent = NULL WHERE parent IS NOT NULL"},
    {"a transfer's state", T, "transfer", "UPDATE transfer SET state = 11 WHERE kind = 2"},
    {"a transfer's date of receipt", T, "transfer", "UPDATE transfer SET received_on = 20260101 WHERE kind = 3"},
    {"a transfer is deleted", T, "transfer", "DELETE FROM transfer WHERE kind = 2"},
    {"a letter's number", T, "letter", "UPDATE letter SET no = '江机组转20260118'"},
    {"a letter's validity", T, "letter", "UPDATE letter SET valid_until = 20271202"},
    {"a batch's title", T, "batch", "UPDATE batch SET title = '别的移交'"},
    {"blank letters vanish", T, "stock", "DELETE FROM stock"},
    {"an import is forgotten", T, "intake", "DELETE FROM intake"},
    {"the profile is changed", T, "profile", "UPDATE profile SET content = replace(content, '90', '900')"},
    {"what belongs to a history is hidden", T, "event_subject", "DELETE FROM event_subject WHERE kind = 3"},
    // schema and header
    {"an index is dropped", D, "schema there is no index letter_by_number", "DROP INDEX letter_by_number"},
    {"a table is dropped", D, "schema there is no table batch", "DROP TABLE batch"},
    {"the log is dropped", D, "schema there is no table event", "DROP TABLE event"},
    {"a trigger is planted", D, "schema has one too many: trigger evil",
     "CREATE TRIGGER evil AFTER INSERT ON member BEGIN DELETE FROM letter; END"},
    {"a table is added", D, "schema has one too many: table extra", "CREATE TABLE extra (x)"},
    {"a column is added", D, "program's: table batch", "ALTER TABLE batch ADD COLUMN extra TEXT"},
    // the tail cut off so that the rest agrees: only an anchor shows it
    {"the last commit is cut off with its tables", A, "",
     "UPDATE transfer SET state = 1, approved_on = 0, minutes = '' WHERE kind = 2;"
     "DELETE FROM event_subject WHERE seq > (SELECT size FROM checkpoint WHERE number = 3);"
     "DELETE FROM event WHERE seq > (SELECT size FROM checkpoint WHERE number = 3);"
     "DELETE FROM checkpoint WHERE number = 4"},
};

class Copies {
  public:
    explicit Copies(LedgerFixture& ledger) : ledger_(ledger) {
        fs::copy_file(ledger.path(), kept_.file("ledger.jz"));
        fs::copy_file(anchors_path(ledger.path()), kept_.file("anchors.log"));
    }
    void put_back() {
        fs::copy_file(kept_.file("ledger.jz"), ledger_.path(), fs::copy_options::overwrite_existing);
        fs::copy_file(kept_.file("anchors.log"), anchors_path(ledger_.path()), fs::copy_options::overwrite_existing);
    }

  private:
    LedgerFixture& ledger_;
    TemporaryDirectory kept_;
};

} // namespace

TEST_CASE("tampering: more than forty edits are found, with what is wrong and where") {
    LedgerFixture ledger;
    live(ledger);
    Copies copies(ledger);
    const auto sound = ledger.store()->verify(); // the control: untouched, it verifies
    REQUIRE_MESSAGE(sound, sound.error().message.en);
    CHECK(std::size(kEdits) >= 40);
    for (const Edit& edit : kEdits) {
        CAPTURE(std::string(edit.name));
        copies.put_back();
        ledger.tamper(edit.sql);
        const auto verified = ledger.store()->verify();
        REQUIRE_FALSE(verified);
        CHECK(verified.error().code == edit.exit);
        CAPTURE(verified.error().message.en);
        CHECK(verified.error().message.en.find(edit.place) != std::string::npos);
        if (std::string_view(edit.place).find("schema") != std::string_view::npos) { // so it is for who would write
            const auto written = ledger.store()->write();
            REQUIRE_FALSE(written);
            CHECK(written.error().code == Exit::damaged);
            const auto rebuilt = ledger.store()->rebuild();
            REQUIRE_FALSE(rebuilt);
            CHECK(rebuilt.error().code == Exit::damaged);
        }
        if (edit.exit == Exit::tables_differ) { // the events are sound: the tables can be made again
            REQUIRE(ledger.store()->rebuild());
            const auto rebuilt = ledger.store()->verify();
            CHECK_MESSAGE(rebuilt, rebuilt.error().message.en);
            CHECK(rebuilt->head.root == sound->head.root);
        }
    }
}

TEST_CASE("tampering: a backup of which only the tables were touched is restored from its events") {
    LedgerFixture ledger;
    live(ledger);
    TemporaryDirectory kept;
    const std::string backup = kept.file("backup.jz");
    const auto head = ledger.store()->backup(backup);
    REQUIRE(head);
    tamper_with(backup, "UPDATE member SET name = '某人' WHERE id = (SELECT min(id) FROM member)");
    const auto restored = restore_ledger(ledger.env(), backup, kept.file("again.jz"));
    REQUIRE_MESSAGE(restored, restored.error().message.en);
    CHECK(restored->rebuilt);
    CHECK(restored->head.root == head->root);
    CHECK((*open_ledger(ledger.env(), kept.file("again.jz")))->verify());

    tamper_with(
        backup,
        "UPDATE event SET body = CAST(body || ' ' AS BLOB) WHERE seq = 2"); // of a log that was touched nothing is made
    TemporaryDirectory elsewhere;
    const auto refused = restore_ledger(ledger.env(), backup, elsewhere.file("again.jz"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Exit::damaged);
}

TEST_CASE("tampering: a ledger that lacks part of its last page is not opened") {
    LedgerFixture ledger;
    live(ledger);
    fs::resize_file(ledger.path(), fs::file_size(ledger.path()) - 300);
    const auto opened = open_ledger(ledger.env(), ledger.path());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Exit::damaged);
    CHECK(opened.error().message.en.find("300 bytes") != std::string::npos);
}

TEST_CASE("tampering: of an ID number in a look-up no more is said than anywhere") {
    LedgerFixture ledger;
    live(ledger);
    ledger.tamper(
        "DELETE FROM member_by_citizen_id WHERE citizen_id = (SELECT max(citizen_id) FROM member_by_citizen_id)");
    const auto verified = ledger.store()->verify();
    REQUIRE_FALSE(verified);
    for (const std::string& said : {verified.error().message.zh, verified.error().message.en}) {
        CHECK(said.find("999999********00") != std::string::npos);
    }
    ledger.tamper("UPDATE member_by_citizen_id SET citizen_id = 5 WHERE citizen_id = (SELECT min(citizen_id) FROM "
                  "member_by_citizen_id)");
    const auto none = ledger.store()->verify();
    REQUIRE_FALSE(none);
    CHECK(none.error().message.en.find("key 999999********") != std::string::npos);
}

TEST_CASE("tampering: an older copy put back is found by its anchor") {
    LedgerFixture ledger;
    const TemporaryDirectory kept;
    fs::copy_file(ledger.path(), kept.file("old.jz"));
    live(ledger);
    fs::copy_file(kept.file("old.jz"), ledger.path(), fs::copy_options::overwrite_existing);
    const auto verified = ledger.store()->verify();
    REQUIRE_FALSE(verified);
    CHECK(verified.error().code == Exit::anchor_mismatch);
}

TEST_CASE(
    "tampering: a ledger without events is no new one: nothing is written on it, made again from it or kept of it") {
    LedgerFixture ledger;
    live(ledger);
    ledger.tamper("DELETE FROM event; DELETE FROM checkpoint");
    const auto writing = ledger.store()->write();
    REQUIRE_FALSE(writing);
    CHECK(writing.error().code == Exit::damaged);
    CHECK(writing.error().message.en == "the ledger has no event 1: it was emptied or cut");
    const auto verified = ledger.store()->verify();
    REQUIRE_FALSE(verified);
    CHECK(verified.error().code == Exit::damaged);
    const auto rebuilt = ledger.store()->rebuild();
    REQUIRE_FALSE(rebuilt);
    CHECK(rebuilt.error().code == Exit::damaged);
    CHECK(ledger.read()->members(Query().equal("name", "张1"))->size() == 1); // nothing was touched
    const TemporaryDirectory kept;
    const auto copied = ledger.store()->backup(kept.file("backup.jz"));
    REQUIRE_FALSE(copied);
    CHECK(copied.error().code == Exit::damaged);
    CHECK_FALSE(fs::exists(kept.file("backup.jz")));
}

TEST_CASE("tampering: another history of the same length is found by its anchor") {
    LedgerFixture ledger;
    {
        Working working(ledger);
        add_member(working.work(), synthetic_member(1), LedgerFixture::kOwn);
        working.commit();
    }
    const TemporaryDirectory kept;
    fs::copy_file(anchors_path(ledger.path()), kept.file("anchors.log"));
    LedgerFixture other;
    {
        Working working(other);
        add_member(working.work(), synthetic_member(2), LedgerFixture::kOwn);
        working.commit();
    }
    fs::copy_file(kept.file("anchors.log"), anchors_path(other.path()), fs::copy_options::overwrite_existing);
    const auto verified = other.store()->verify();
    REQUIRE_FALSE(verified);
    CHECK(verified.error().code == Exit::anchor_mismatch);
}

TEST_CASE("tampering: a flipped byte never gives another content unnoticed") {
    LedgerFixture ledger;
    live(ledger);
    Copies copies(ledger);
    const auto sound = ledger.store()->verify();
    REQUIRE(sound);
    const auto size = fs::file_size(ledger.path());
    int found = 0;
    for (std::uintmax_t at = 101; at < size; at += 1237) {
        copies.put_back();
        {
            std::fstream file(ledger.path(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekg(static_cast<std::streamoff>(at));
            const char byte = static_cast<char>(file.get() ^ 0x10);
            file.seekp(static_cast<std::streamoff>(at));
            file.put(byte);
        }
        CAPTURE(at);
        const auto store = open_ledger(ledger.env(), ledger.path());
        const auto verified = store ? (*store)->verify() : Result<VerifyReport>(fail(store.error()));
        if (!verified) {
            const Exit code = verified.error().code;
            CHECK((code == Exit::damaged || code == Exit::tables_differ || code == Exit::newer ||
                   code == Exit::upgrade_needed));
            ++found;
        } else { // a byte in nobody's use: everything still says the same
            CHECK(verified->head.root == sound->head.root);
        }
    }
    CHECK(found > 10);
}

TEST_CASE("tampering: a damaged log is not rebuilt from") {
    LedgerFixture ledger;
    live(ledger);
    ledger.tamper(
        "UPDATE event SET leaf = randomblob(32) WHERE seq = 5; UPDATE member SET name = '李四' WHERE name = '张1'");
    const auto rebuilt = ledger.store()->rebuild();
    REQUIRE_FALSE(rebuilt);
    CHECK(rebuilt.error().code == Exit::damaged);
    CHECK(ledger.read()->members(Query().equal("name", "李四"))->size() == 1); // nothing was touched
}
