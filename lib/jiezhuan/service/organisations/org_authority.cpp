// The authority of an organisation as of a day. It may be given and taken away; what was done before is judged by what was so then.
#include "jiezhuan/service/organisations/org_directory.hpp"
#include "jiezhuan/service/records/replay.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// What it was before it became what it is; not known is not a state of things.
Authority opposite(Authority authority) { return authority == Authority::yes ? Authority::no : Authority::yes; }

} // namespace

void OrgDirectory::add_period(const Organisation* before, const Organisation& after) const {
    const Authority now = after.can_approve_probationary;
    if (before != nullptr && before->authority_since == after.authority_since &&
        before->can_approve_probationary == now) {
        return;
    }
    Periods& periods = periods_[after.id.value];
    if (after.authority_since.empty()) { // always so, as far as anybody knows
        periods.assign(1, {Date(), now});
        return;
    }
    if (periods.empty()) {
        const bool became = before != nullptr && before->can_approve_probationary != now;
        periods.emplace_back(Date(), became ? before->can_approve_probationary : opposite(now));
    }
    if (before != nullptr && before->authority_since == after.authority_since) {
        periods.back().second = now;
    } else {
        std::erase_if(periods, [&](const auto& period) { return period.first > after.authority_since; });
        periods.emplace_back(after.authority_since, now);
    }
}

void OrgDirectory::read_periods(OrgId id) const {
    auto history = ledger_->history(RecordKind::organisation, id.value);
    if (!history) {
        note(std::move(history.error()));
        return;
    }
    Organisation at;
    at.id = id;
    bool created = false;
    for (const LoggedEvent& logged : *history) {
        const Organisation before = at;
        replay(logged.seq, logged.event, at);
        add_period(created ? &before : nullptr, at);
        created = true;
    }
}

Authority OrgDirectory::authority_on(const Organisation& organisation, Date on) const {
    const auto found = periods_.find(organisation.id.value);
    if (on.empty() || found == periods_.end()) {
        return organisation.can_approve_probationary;
    }
    const Periods& periods = found->second;
    const auto later = std::find_if(periods.begin() + 1, periods.end(),
                                    [on](const auto& period) { return period.first.earliest() > on.latest(); });
    return std::prev(later)->second;
}

std::optional<Organisation> OrgDirectory::as_on(OrgId id, Date on) const {
    const Organisation* now = find(id);
    if (now == nullptr) {
        return std::nullopt;
    }
    Organisation then = *now;
    then.can_approve_probationary = authority_on(*now, on);
    return then;
}

} // namespace jiezhuan
