#include "jiezhuan/service/transfers/beside_transfer.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {

std::string BesideTransfer::subject() const { return subject_of(transfer, member); }

Result<std::vector<LoggedEvent>> entries_beside(Reading& ledger, TransferId id, std::string_view type) {
    JZ_TRY(events, ledger.history(RecordKind::transfer, id.value));
    std::erase_if(events, [type](const LoggedEvent& logged) { return logged.event.type != type; });
    std::stable_sort(events.begin(), events.end(),
                     [](const LoggedEvent& a, const LoggedEvent& b) { return a.event.date < b.event.date; });
    return std::move(events);
}

Result<BesideTransfer> beside_transfer(Reading& ledger, TransferId id, std::string_view type) {
    JZ_TRY(transfer, ledger.transfer(id));
    if (!transfer) {
        return fail(Exit::not_found, say({"没有转接 {}", "there is no transfer {}"}, id.text()),
                    Text{"查看：jiezhuan transfer list", "see: jiezhuan transfer list"});
    }
    JZ_TRY(member, ledger.member(transfer->member));
    ensure_there(member.has_value(), lost::kMember);
    JZ_TRY(entries, entries_beside(ledger, id, type));
    return BesideTransfer{std::move(*transfer), std::move(*member), std::move(entries)};
}

std::optional<Outcome> before_opening(const Work& work, const BesideTransfer& beside) {
    if (work.on >= beside.transfer.opened_on.earliest()) {
        return std::nullopt;
    }
    return refusal(beside.subject(),
                   say({"日期 {} 早于登记日期 {}", "the date {} is before it was opened, {}"}, work.on.text(),
                       beside.transfer.opened_on.text()),
                   Text{"核对 --on", "check --on"});
}

Result<Outcome> write_beside(Work& work, const BesideTransfer& beside, std::string_view type, json::Object about) {
    const bool written = std::any_of(beside.entries.begin(), beside.entries.end(), [&](const LoggedEvent& logged) {
        return logged.event.date == work.on && logged.event.about == about;
    });
    if (written) {
        return Outcome::done_already();
    }
    Event event = work.event(std::string(type));
    event.about = std::move(about);
    event.set.push_back(
        {RecordKind::transfer, beside.transfer.id.value, {}}); // it is about the transfer, and sets nothing
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{};
}

void add_said(json::Object& about, std::string_view key, std::string_view text) {
    if (std::string said = to_nfc(trimmed(text)); !said.empty()) {
        about.emplace(std::string(key), json::Value(std::move(said)));
    }
}

} // namespace jiezhuan
