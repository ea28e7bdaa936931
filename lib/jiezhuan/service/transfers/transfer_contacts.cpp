#include "jiezhuan/service/transfers/transfer_contacts.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/service/transfers/beside_transfer.hpp"

namespace jiezhuan {
namespace {

constexpr std::string_view kContacted = "transfer_contacted";

std::optional<Outcome> not_said(const BesideTransfer& beside, const TransferContact& contact) {
    struct Needed {
        const std::string& text;
        std::string_view option;
        Text what;
    };
    for (const Needed& one : {Needed{contact.how, "--how", {"没有写联系方式", "it is not said how"}},
                              Needed{contact.with, "--with", {"没有写联系对象", "it is not said with whom"}},
                              Needed{contact.note, "--note", {"没有写联系的情况", "it is not said what came of it"}}}) {
        if (trimmed(one.text).empty()) {
            return refusal(beside.subject(), one.what, say({"用 {} 写明", "say it with {}"}, one.option));
        }
    }
    return std::nullopt;
}

} // namespace

Result<Outcome> record_contact(Work& work, TransferId id, const TransferContact& contact) {
    JZ_TRY(beside, beside_transfer(work.ledger, id, kContacted));
    if (auto why = not_said(beside, contact)) {
        return std::move(*why);
    }
    if (auto early = before_opening(work, beside)) {
        return std::move(*early);
    }
    json::Object about;
    add_said(about, "how", contact.how);
    add_said(about, "with", contact.with);
    add_said(about, "note", contact.note);
    return write_beside(work, beside, kContacted, std::move(about));
}

Result<RowSet> contact_rows(Reading& ledger, TransferId id) {
    RowSet set;
    set.id = kContacts;
    set.title = Text{"联系记录", "Contacts"};
    set.columns = {{"date", Text{"日期", "Date"}, ColumnType::date},
                   {"how", Text{"方式", "How"}, ColumnType::text},
                   {"with", Text{"联系对象", "With"}, ColumnType::text},
                   {"note", Text{"情况", "What came of it"}, ColumnType::text},
                   {"operator", Text{"经办人", "Operator"}, ColumnType::text}};
    JZ_TRY(entries, entries_beside(ledger, id, kContacted));
    for (const auto& [seq, event] : entries) {
        set.rows.push_back({event.date, with_ids_masked(json::text_of(event.about, "how")),
                            with_ids_masked(json::text_of(event.about, "with")),
                            with_ids_masked(json::text_of(event.about, "note")), event.op});
    }
    return set;
}

} // namespace jiezhuan
