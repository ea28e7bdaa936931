#include "jiezhuan/service/batches/not_entered.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/report/mask.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::string_view kRefused = "refused";
constexpr std::size_t kMostRows = 1000;

std::string cell(const Cells& row, std::string_view column) {
    const auto index = row.schema().index_of(column);
    return index ? to_nfc(printable(row.raw(*index))) : std::string();
}

std::string masked_number(const std::string& written) {
    if (const auto id = CitizenId::parse(written)) {
        return id->masked();
    }
    std::string masked = with_long_numbers_masked(written);
    return masked == written ? masked_text(written) : masked;
}

std::string number_of(const Cells& row) {
    const std::string number = cell(row, "citizen_id");
    return masked_number(number.empty() ? cell(row, "document_no") : number);
}

std::string reasons(const Cells& row, Lang lang) {
    std::string reasons;
    for (const Finding& finding : row.findings()) {
        if (finding.severity != Severity::error) {
            continue;
        }
        const std::string& title = finding.position.column_title;
        reasons += reasons.empty() ? "" : Text("；", "; ").in(lang);
        reasons += title;
        reasons += title.empty() ? "" : Text("：", ": ").in(lang);
        reasons += finding.message.in(lang);
    }
    return with_long_numbers_masked(to_nfc(reasons));
}

// What the last event of an import says is what it still lacks.
Result<void> add_refused(Reading& ledger, IntakeId id, std::vector<NotEntered>& rows) {
    JZ_TRY(events, ledger.history(RecordKind::intake, id.value));
    if (events.empty()) {
        return {};
    }
    const LoggedEvent& last = events.back();
    const auto said = last.event.about.find(kRefused);
    const json::Array* refused = said == last.event.about.end() ? nullptr : said->second.array();
    for (const json::Value& value : refused == nullptr ? json::Array() : *refused) {
        const json::Object one = value.object() == nullptr ? json::Object() : *value.object();
        rows.push_back({last.seq, json::number_of(one, "row"), std::string(json::text_of(one, "name")),
                        std::string(json::text_of(one, "number")),
                        Message(std::string(json::text_of(one, "zh")), std::string(json::text_of(one, "en")))});
    }
    return {};
}

// One that a later import refused again counts once, with what was wrong the last time.
void keep_the_last(std::vector<NotEntered>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto again = [&](const NotEntered& later) {
            return later.since > rows[i].since && later.name == rows[i].name && later.number == rows[i].number;
        };
        if (std::any_of(rows.begin(), rows.end(), again)) {
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i--));
        }
    }
}

std::string number_in_list(const Member& member) {
    return member.citizen_id.empty() ? masked_number(member.document_no) : member.citizen_id.masked();
}

// Who is in the batch under that name and number; of whose number was mended, by the name, who came in since.
void take_out(std::vector<NotEntered>& rows, const Member& member, const Transfer& transfer) {
    const std::string name = normal_name(member.name);
    const std::string number = number_in_list(member);
    const auto called = [&](const NotEntered& row) { return normal_name(row.name) == name; };
    const auto is = [&](const NotEntered& row) { return called(row) && row.number == number; };
    if (std::erase_if(rows, is) > 0) {
        return;
    }
    const auto mended = std::find_if(
        rows.begin(), rows.end(), [&](const NotEntered& row) { return called(row) && row.since < transfer.id.value; });
    if (mended != rows.end()) {
        rows.erase(mended);
    }
}

} // namespace

void RefusedRows::add(const Cells& row) {
    if (rows_.size() == kMostRows) {
        return;
    }
    json::Object said;
    said.emplace("row", json::Value(static_cast<std::int64_t>(row.row())));
    said.emplace("name", json::Value(with_long_numbers_masked(cell(row, "name"))));
    said.emplace("number", json::Value(number_of(row)));
    said.emplace("zh", json::Value(reasons(row, Lang::zh)));
    said.emplace("en", json::Value(reasons(row, Lang::en)));
    rows_.emplace_back(std::move(said));
}

void RefusedRows::write_into(json::Object& about) const {
    if (!rows_.empty()) {
        about.emplace(kRefused, json::Value(rows_));
    }
}

Result<std::vector<NotEntered>> not_entered_of(Reading& ledger, BatchId batch, const std::vector<Transfer>& entered,
                                               std::int64_t missing) {
    JZ_TRY(intakes, ledger.intakes(Query().equal("batch", batch.text())));
    std::vector<NotEntered> rows;
    for (const Intake& intake : intakes) {
        JZ_CHECK(add_refused(ledger, intake.id, rows));
    }
    keep_the_last(rows);
    std::vector<std::string> numbers;
    for (const Transfer& transfer : rows.empty() ? std::vector<Transfer>() : entered) {
        JZ_TRY(member, ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        take_out(rows, *member, transfer);
        numbers.push_back(number_in_list(*member));
    }
    for (const std::string& number : numbers) {
        if (static_cast<std::int64_t>(rows.size()) > missing && !number.empty()) {
            std::erase_if(rows, [&](const NotEntered& row) { return row.number == number; });
        }
    }
    return rows;
}

} // namespace jiezhuan
