#include "document_shape.hpp"

#include "jiezhuan/model/codes.hpp"
#include "jiezhuan/model/event.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"
#include "jiezhuan/service/deadlines/waiting.hpp"
#include "jiezhuan/service/migrants/migrant_match.hpp"
#include "jiezhuan/service/transfers/file_forwarding.hpp"
#include "jiezhuan/tabular/encoding.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::testing {
namespace {

using Json = nlohmann::ordered_json;

using Ids = std::vector<std::string_view>;

template <class E> Ids ids_of() {
    Ids ids;
    for (const CodeRow& row : code_table<E>().rows) {
        ids.push_back(row.id);
    }
    return ids;
}
Ids events() {
    Ids ids;
    for (const EventType& type : event_types()) {
        ids.push_back(type.id);
    }
    return ids;
}
Ids severities() { return {"error", "warning", "info"}; }
Ids settings() { return {"off", "warning", "info"}; }
Ids outcomes() { return {"applied", "partly_applied", "refused", "already", "dry_run"}; }
Ids answers() { return {"due", "under_way", "later", "no"}; }
Ids bases() { return {"kind", "stated"}; }
Ids open_items() { return {"organisation", "member", "transfer", "letter"}; }
// Of a way that was not taken: none.
Ids progress() {
    Ids ids = ids_of<WayState>();
    ids.insert(ids.begin(), "none");
    return ids;
}
// No closed list: identifiers, lists of codes, the fields of every record.
Ids anything() { return {}; }

struct CodeColumn {
    std::string_view where; // the end of "document.section.column"
    Ids (*ids)();
};
// The values that a coded column can have. What stands first wins.
constexpr std::array kCodeColumns = {
    CodeColumn{"member.show.letters.kind", ids_of<LetterKind>},
    CodeColumn{"member.show.letters.state", ids_of<LetterState>},
    CodeColumn{"status.waiting.what", ids_of<Waiting>},
    CodeColumn{"status.waiting_for_others.what", ids_of<Waiting>},
    CodeColumn{"org.dissolve.open.what", open_items},
    CodeColumn{"org.dissolve.open.state", anything},
    CodeColumn{"report.case.case.kind", ids_of<TransferKind>},
    CodeColumn{"report.case.case.state", ids_of<TransferState>},
    CodeColumn{"report.case.papers.state", ids_of<LetterState>},
    CodeColumn{"explain.exit.exit.kind", anything},
    CodeColumn{"migrant.match.matches.result", ids_of<MatchResult>},
    CodeColumn{".here", settings},
    CodeColumn{".recorded", ids_of<Flag>},
    CodeColumn{".letters.state", ids_of<LetterState>},
    CodeColumn{".letter.state", ids_of<LetterState>},
    CodeColumn{".letter.kind", ids_of<LetterKind>},
    CodeColumn{".stock.kind", ids_of<LetterKind>},
    CodeColumn{".batches.kind", ids_of<TransferKind>},
    CodeColumn{".transfers.kind", ids_of<TransferKind>},
    CodeColumn{".transfer.kind", ids_of<TransferKind>},
    CodeColumn{".transfers.state", ids_of<TransferState>},
    CodeColumn{".transfer.state", ids_of<TransferState>},
    CodeColumn{".transfer.reason", ids_of<TransferReason>},
    CodeColumn{".organisations.state", ids_of<OrgState>},
    CodeColumn{".organisation.state", ids_of<OrgState>},
    CodeColumn{".sex", ids_of<Sex>},
    CodeColumn{".ethnic", ids_of<Ethnic>},
    CodeColumn{".stage", ids_of<Stage>},
    CodeColumn{".standing", ids_of<Standing>},
    CodeColumn{".status", ids_of<MemberStatus>},
    CodeColumn{".category", ids_of<Category>},
    CodeColumn{".education", ids_of<Education>},
    CodeColumn{".document_type", ids_of<DocumentType>},
    CodeColumn{".retired_kind", ids_of<RetiredKind>},
    CodeColumn{".labour_relation", ids_of<LabourRelation>},
    CodeColumn{".loss_cause", ids_of<LossCause>},
    CodeColumn{".abroad_purpose", ids_of<AbroadPurpose>},
    CodeColumn{".entry_basis", ids_of<EntryBasis>},
    CodeColumn{".away_reason", ids_of<TransferReason>},
    CodeColumn{".away_direction", ids_of<FlowDirection>},
    CodeColumn{".voucher", ids_of<Voucher>},
    CodeColumn{".leave_reason", ids_of<LeaveReason>},
    CodeColumn{".employer_has_org", ids_of<Flag>},
    CodeColumn{".fixed_residence", ids_of<Flag>},
    CodeColumn{".has_committee", ids_of<Flag>},
    CodeColumn{".stable_job", ids_of<Flag>},
    CodeColumn{".held", ids_of<Flag>},
    CodeColumn{".expired", ids_of<Flag>},
    CodeColumn{".outside", ids_of<Flag>},
    CodeColumn{".overridable", ids_of<Flag>},
    CodeColumn{".changed", ids_of<Flag>},
    CodeColumn{".direction", ids_of<LetterDirection>},
    CodeColumn{".number_source", ids_of<NumberSource>},
    CodeColumn{".channel", ids_of<Channel>},
    CodeColumn{".progress", progress},
    CodeColumn{".file.step", ids_of<FileStep>},
    CodeColumn{".distance", ids_of<Distance>},
    CodeColumn{".authority", ids_of<Authority>},
    CodeColumn{".can_approve_probationary", ids_of<Authority>},
    CodeColumn{".authority_basis", bases},
    CodeColumn{".encoding", ids_of<Encoding>},
    CodeColumn{".urgency", ids_of<Urgency>},
    CodeColumn{".severity", severities},
    CodeColumn{".outcome", outcomes},
    CodeColumn{".answer", answers},
    CodeColumn{".type", events},
    CodeColumn{".what", events},
    CodeColumn{".branch", anything},
    CodeColumn{".clauses", anything},
    CodeColumn{".field", anything},
    CodeColumn{"org.show.below.kind", ids_of<OrgKind>},
    CodeColumn{".kind", ids_of<OrgKind>},
};

template <class Rows> auto find_named(Rows& rows, std::string_view id) {
    return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

const CodeColumn* codes_of(const std::string& where) {
    const auto found = std::find_if(kCodeColumns.begin(), kCodeColumns.end(),
                                    [&](const CodeColumn& row) { return where.ends_with(row.where); });
    return found == kCodeColumns.end() ? nullptr : &*found;
}

} // namespace

DocumentShape::Section& DocumentShape::section_of(const RowSet& set) {
    const auto found = find_named(sections_, set.id);
    return found != sections_.end() ? *found : sections_.emplace_back(Section{set.id, set.title, set.shape, 0, {}});
}

void DocumentShape::add(const Document& document) {
    ++times_;
    for (const RowSet& set : document.sections) {
        Section& section = section_of(set);
        ++section.times;
        for (std::size_t at = 0; at < set.columns.size(); ++at) {
            auto known = std::find_if(section.columns.begin(), section.columns.end(),
                                      [&](const ColumnShape& one) { return one.column.id == set.columns[at].id; });
            if (known == section.columns.end()) {
                known = section.columns.insert(known, ColumnShape{set.columns[at]});
            }
            for (const std::vector<Cell>& row : set.rows) {
                known->absent = known->absent || row[at].absent();
                known->numbers = known->numbers || row[at].number() != nullptr;
                known->texts = known->texts || (!row[at].absent() && row[at].number() == nullptr);
                if (!row[at].absent() &&
                    (known->column.type == ColumnType::code || known->column.type == ColumnType::date)) {
                    known->values.insert(row[at].machine());
                }
            }
        }
    }
}

std::string DocumentShape::where(const Section& section, const ColumnShape& shape) const {
    return name_ + "." + section.id + "." + shape.column.id;
}

Json DocumentShape::value(const Section& section, const ColumnShape& shape) const {
    const bool number = shape.column.type == ColumnType::number;
    const bool nullable = shape.column.id != "id" || shape.absent;
    Json json = {{"title", shape.column.title.zh}, {"description", shape.column.title.en}};
    Json types = Json::array();
    if (shape.texts || (!number && !shape.numbers)) {
        types.push_back("string");
    }
    if (number || shape.numbers) {
        types.push_back("integer");
    }
    if (nullable) {
        types.push_back("null");
    }
    json["type"] = types.size() == 1 ? types[0] : types;
    if (shape.column.type == ColumnType::date) {
        const bool day = std::all_of(shape.values.begin(), shape.values.end(),
                                     [](const std::string& value) { return value.size() <= 10; });
        json["pattern"] = day ? "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" : "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}$";
    }
    const CodeColumn* codes = codes_of(where(section, shape));
    if (shape.column.type == ColumnType::code && codes != nullptr && !codes->ids().empty()) {
        json["enum"] = codes->ids();
        if (nullable) {
            json["enum"].push_back(nullptr);
        }
    }
    return json;
}

Json DocumentShape::record(const Section& section) const {
    Json properties = Json::object();
    for (const ColumnShape& shape : section.columns) {
        properties[shape.column.id] = value(section, shape);
    }
    return {{"additionalProperties", false}, {"properties", properties}};
}

Json DocumentShape::schema() const {
    Json required = Json::array();
    Json sections = Json::object();
    for (const Section& section : sections_) {
        Json json = Json::object();
        if (!section.title.empty()) {
            json = {{"title", section.title.zh}, {"description", section.title.en}};
        }
        if (section.shape == RowSet::Shape::list) {
            Json items = {{"type", "object"}};
            items.update(record(section));
            json["type"] = "array";
            json["items"] = std::move(items);
        } else {
            json["type"] = {"object", "null"};
            json.update(record(section));
        }
        sections[section.id] = std::move(json);
        if (section.times == times_) {
            required.push_back(section.id);
        }
    }
    return {{"$schema", "http://json-schema.org/draft-07/schema#"},
            {"title", "The document " + name_ + "; with --columns only the columns named there"},
            {"allOf", {{{"$ref", "envelope.schema.json"}}}},
            {"properties",
             {{"schema", {{"const", "jiezhuan/" + name_ + "/1"}}},
              {"data",
               {{"type", "object"},
                {"required", std::move(required)},
                {"additionalProperties", false},
                {"properties", std::move(sections)}}}}}};
}

std::vector<std::string> DocumentShape::complaints() const {
    std::vector<std::string> said;
    for (const Section& section : sections_) {
        for (const ColumnShape& shape : section.columns) {
            if (shape.column.type != ColumnType::code) {
                continue;
            }
            const CodeColumn* codes = codes_of(where(section, shape));
            if (codes == nullptr) {
                said.push_back(where(section, shape) + ": a code whose values are not known");
            }
        }
    }
    return said;
}

} // namespace jiezhuan::testing
