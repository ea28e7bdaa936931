#include "jiezhuan/service/transfers/transfer_views.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/item_list.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/records/log_view.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/file_forwarding.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/routes.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_contacts.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"
#include "jiezhuan/service/transfers/way_steps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace jiezhuan {
namespace {

template <class E> std::vector<std::string> ids_of(const std::vector<E>& codes) {
    std::vector<std::string> ids;
    for (const E code : codes) {
        ids.emplace_back(code_id(code));
    }
    return ids;
}

bool fits(const Transfer& transfer, const TransferFilter& filter, const std::set<OrgId>& organisations) {
    const bool at_org = organisations.empty() || organisations.contains(transfer.from) ||
                        organisations.contains(transfer.to) || organisations.contains(transfer.branch);
    return at_org && (!filter.open_only || is_open(transfer.state)) && (!filter.held_only || transfer.held());
}

Query query_of(const TransferFilter& filter) {
    Query query;
    if (filter.batch) {
        query.equal("batch", filter.batch.text());
    }
    if (filter.member) {
        query.equal("member", filter.member.text());
    }
    if (!filter.states.empty()) {
        query.one_of("state", ids_of(filter.states));
    }
    if (!filter.kinds.empty()) {
        query.one_of("kind", ids_of(filter.kinds));
    }
    return query;
}

Result<std::vector<Transfer>> named(Reading& ledger, const std::vector<TransferId>& ids) {
    std::vector<Transfer> transfers;
    for (const TransferId id : ids) {
        JZ_TRY(transfer, ledger.transfer(id));
        if (!transfer) {
            return fail(Exit::not_found, say({"没有转接 {}", "there is no transfer {}"}, id.text()),
                        Text{"查看：jiezhuan transfer list", "see: jiezhuan transfer list"});
        }
        transfers.push_back(std::move(*transfer));
    }
    return transfers;
}

std::string end_name(const OrgDirectory& organisations, OrgId id, const std::string& name) {
    return id ? organisations.label(id) : name;
}

// What stands on the paper, once there is one; until then what was planned.
Cell addressee_cell(const OrgDirectory& organisations, const Transfer& transfer, const std::optional<Letter>& letter) {
    OrgId addressee = transfer.addressee;
    if (letter && !letter->addressee.empty()) {
        const auto named = addressee_named(organisations, letter->addressee);
        if (!named) {
            return Cell(letter->addressee);
        }
        addressee = *named;
    }
    const std::string shown = addressee ? addressee.text() + " " + organisations.label(addressee) : std::string();
    return addressee ? Cell(addressee.text(), Message(shown, shown)) : Cell();
}

RowSet card(const OrgDirectory& organisations, const Transfer& transfer, const Member& member,
            const std::optional<Letter>& letter) {
    RowSet set = card_of(transfer, false,
                         {"id",
                          "member",
                          "kind",
                          "state",
                          "channel",
                          "reason",
                          "reason_note",
                          "voucher",
                          "batch",
                          "from",
                          "from_name",
                          "to",
                          "addressee",
                          "destination",
                          "branch",
                          "letter",
                          "online_no",
                          "opened_on",
                          "approved_on",
                          "minutes",
                          "sent_on",
                          "presented_on",
                          "verified_on",
                          "verified_by",
                          "verified_items",
                          "verified_basis",
                          "received_on",
                          "received_evidence",
                          "assigned_on",
                          "closed_on",
                          "held_since",
                          "hold_reason",
                          "resumed_on",
                          "outcome_reason",
                          "away_until",
                          "contact_person",
                          "remarks"});
    set.id = "transfer";
    for (std::size_t i = 0; i < set.columns.size(); ++i) {
        const Field<Transfer>* field = field_named<Transfer>(set.columns[i].id);
        if (field == nullptr || field->type != FieldType::reference || field->absent(transfer)) {
            continue;
        }
        const std::string id = field->text(transfer);
        const std::string label = id.starts_with('O')   ? organisations.label(OrgId{field->number(transfer)})
                                  : id.starts_with('M') ? member.name
                                                        : "";
        const std::string shown = label.empty() ? id : fmt::format("{} {}", id, label);
        set.rows.front()[i] = Cell(id, Message(shown, shown));
    }
    const auto addressee = std::find_if(set.columns.begin(), set.columns.end(),
                                        [](const Column& column) { return column.id == "addressee"; });
    set.rows.front()[static_cast<std::size_t>(addressee - set.columns.begin())] =
        addressee_cell(organisations, transfer, letter);
    const auto items = std::find_if(set.columns.begin(), set.columns.end(),
                                    [](const Column& column) { return column.id == "verified_items"; });
    if (items != set.columns.end() && !transfer.verified_items.empty()) {
        set.rows.front()[static_cast<std::size_t>(items - set.columns.begin())] =
            Cell(transfer.verified_items,
                 Message(verified_items_in_words(transfer.verified_items), transfer.verified_items));
    }
    return set;
}

Result<RowSet> events_of(Reading& ledger, const Transfer& transfer) {
    RowSet set;
    set.id = "events";
    set.title = Text{"经过", "What happened"};
    set.columns = {{"date", Text{"日期", "Date"}, ColumnType::date},
                   {"what", Text{"事项", "What"}, ColumnType::code},
                   {"op", Text{"经办人", "By"}, ColumnType::text},
                   {"written", Text{"登记时间", "Written"}, ColumnType::text},
                   {"seq", Text{"事件", "Event"}, ColumnType::number}};
    JZ_TRY(events, ledger.history(RecordKind::transfer, transfer.id.value));
    for (const LoggedEvent& logged : events) {
        Message what(event_type(logged.event.type)->title);
        if (Message step = step_words(logged.event); !step.empty()) {
            what = std::move(step);
        }
        set.rows.push_back({logged.event.date, Cell(logged.event.type, what), logged.event.op,
                            time_in_china(logged.event.at), logged.seq});
    }
    return set;
}

} // namespace

namespace {

bool is_on_hold(const Transfer& transfer) { return transfer.held() && is_open(transfer.state); }

} // namespace

Cell state_cell(const Transfer& transfer) {
    const Text title = code_title(transfer.state);
    if (!is_on_hold(transfer)) {
        return Cell::code(transfer.state);
    }
    return {std::string(code_id(transfer.state)),
            Message(std::string(title.zh) + "（暂缓）", std::string(title.en) + " (held)")};
}

Result<std::vector<Transfer>> select_transfers(Reading& ledger, const OrgDirectory& organisations,
                                               const TransferFilter& filter) {
    if (filter.batch) {
        JZ_CHECK(find_batch(ledger, filter.batch));
    }
    if (!filter.ids.empty()) {
        return named(ledger, filter.ids);
    }
    std::set<OrgId> below;
    if (filter.org) {
        const std::vector<OrgId> subtree = organisations.subtree(filter.org);
        below.insert(subtree.begin(), subtree.end());
    }
    JZ_TRY(all, ledger.transfers(query_of(filter)));
    std::vector<Transfer> chosen;
    for (Transfer& transfer : all) {
        const bool room = filter.limit == 0 || chosen.size() < static_cast<std::size_t>(filter.limit);
        const bool ours =
            filter.for_clerk == Action::none || others_step(organisations, transfer, filter.for_clerk) == nullptr;
        if (!room || !ours || !fits(transfer, filter, below)) {
            continue;
        }
        JZ_TRY(fitting, filter.waiting == Waiting::none ? Result<bool>(true)
                                                        : waits_for(ledger, organisations, transfer, filter.waiting));
        if (fitting) {
            chosen.push_back(std::move(transfer));
        }
    }
    return chosen;
}

Query open_transfers() {
    std::vector<std::string> open;
    for (const CodeRow& state : code_table<TransferState>().rows) {
        if (is_open(static_cast<TransferState>(state.value))) {
            open.emplace_back(state.id);
        }
    }
    return Query().one_of("state", std::move(open));
}

Result<Date> last_moved(Reading& ledger, const Transfer& transfer) {
    JZ_TRY(events, ledger.history(RecordKind::transfer, transfer.id.value));
    const auto last = std::find_if(events.rbegin(), events.rend(), [](const LoggedEvent& logged) {
        const bool beside = logged.event.type == "transfer_contacted" || logged.event.type == "file_forwarded";
        return !beside && !event_type(logged.event.type)->corrects; // these are no steps
    });
    return last == events.rend() ? std::max(last_step(transfer), transfer.closed_on) : last->event.date;
}

Result<RowSet> transfer_rows(Reading& ledger, const OrgDirectory& organisations,
                             const std::vector<Transfer>& transfers) {
    RowSet set;
    set.id = "transfers";
    set.columns = {{"id", Text{"编号", "ID"}, ColumnType::id},
                   {"name", Text{"姓名", "Name"}, ColumnType::text},
                   {"member", Text{"党员", "Member"}, ColumnType::id},
                   {"kind", Text{"类型", "Kind"}, ColumnType::code},
                   {"state", Text{"状态", "State"}, ColumnType::code},
                   {"from", Text{"转出党组织", "From"}, ColumnType::text},
                   {"to", Text{"转入党组织", "To"}, ColumnType::text},
                   {"branch", Text{"编入支部", "Branch"}, ColumnType::text},
                   {"letter_no", Text{"介绍信编号", "Letter"}, ColumnType::id},
                   {"since", Text{"最近一步", "Last step"}, ColumnType::date}};
    set.when_empty = Text{"没有符合条件的转接", "no transfer fits"};
    for (const Transfer& transfer : transfers) {
        JZ_TRY(member, ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        JZ_TRY(letter, letter_of(ledger, transfer));
        JZ_TRY(moved, last_moved(ledger, transfer));
        set.rows.push_back({transfer.id, member->name, transfer.member, Cell::code(transfer.kind), state_cell(transfer),
                            end_name(organisations, transfer.from, transfer.from_name),
                            end_name(organisations, transfer.to, transfer.destination),
                            organisations.label(transfer.branch), letter ? letter->no : std::string(), moved});
    }
    return set;
}

void add_held(RowSet& rows, const std::vector<Transfer>& transfers) {
    ensure(rows.rows.size() == transfers.size(), "a row a transfer");
    rows.columns.push_back({"held", Text{"暂缓", "Held"}, ColumnType::code});
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        rows.rows[i].push_back(Cell::code(is_on_hold(transfers[i]) ? Flag::yes : Flag::no));
    }
}

namespace {

Message age_words(std::int64_t days) {
    return days == 0   ? Message(Text{"今天", "today"})
           : days == 1 ? Message(Text{"1 天前", "1 day ago"})
                       : say({"{} 天前", "{} days ago"}, days);
}

Message headline_of(const Transfer& transfer, const Member& member, Date moved, Date as_of) {
    const Message age = age_words(days_between(moved, as_of));
    const Cell state = state_cell(transfer);
    return Message(fmt::format("{} {} {}：{}，最近一步 {}（{}）", transfer.id.text(), member.name,
                               code_title(transfer.kind).zh, state.shown(Lang::zh), moved.text(), age.zh),
                   fmt::format("{} {} {}: {}, last step {} ({})", transfer.id.text(), member.name,
                               code_title(transfer.kind).en, state.shown(Lang::en), moved.text(), age.en));
}

} // namespace

Result<Document> transfer_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                   const Transfer& transfer, Date as_of) {
    JZ_TRY(member, ledger.member(transfer.member));
    ensure_there(member.has_value(), lost::kMember);
    Document document;
    document.schema = "transfer.show";
    JZ_TRY(moved, last_moved(ledger, transfer));
    document.headline = headline_of(transfer, *member, moved, as_of);
    JZ_TRY(letter, letter_of(ledger, transfer));
    RowSet main = card(organisations, transfer, *member, letter);
    const Message responsible = responsible_for(organisations, transfer, as_of);
    add_cell(main, "letter_no", Text{"介绍信编号", "Letter number"}, ColumnType::id,
             letter ? Cell(letter->no) : Cell());
    const std::string flaws = letter ? letter->flaws : std::string();
    add_cell(main, "flaws", Text{"信上的问题", "Flaws of the letter"}, ColumnType::text,
             flaws.empty() ? Cell() : Cell(flaws, items_in_words(flaws, code_table<PaperFlaw>())));
    add_cell(main, "policy", Text{"抬头核对", "Addressee checked by"}, ColumnType::text,
             policy_used(organisations, profile, transfer, letter));
    add_cell(main, "responsible", Text{"现由谁负责", "Responsible today"}, ColumnType::text,
             Cell(responsible.zh, responsible));
    document.sections.push_back(std::move(main));
    if (goes_both_ways(transfer)) {
        JZ_TRY(letters, letters_of(ledger, transfer));
        document.sections.push_back(way_rows(transfer, last_letter(letter, letters)));
    }
    JZ_CHECK(add_chain(ledger, letter, document));
    JZ_TRY(corrections, corrections_of(ledger, organisations, transfer.id));
    if (!corrections.rows.empty()) {
        document.sections.push_back(std::move(corrections));
    }
    JZ_TRY(file, file_rows(ledger, transfer.id));
    JZ_TRY(contacts, contact_rows(ledger, transfer.id));
    for (RowSet* beside : {&file, &contacts}) {
        if (!beside->rows.empty()) {
            document.sections.push_back(std::move(*beside));
        }
    }
    JZ_TRY(events, events_of(ledger, transfer));
    document.sections.push_back(std::move(events));
    JZ_TRY(way, way_on(ledger, organisations, profile, transfer, as_of));
    document.findings = std::move(way.obstacles);
    document.next = std::move(way.commands);
    return document;
}

} // namespace jiezhuan
