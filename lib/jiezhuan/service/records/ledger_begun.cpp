#include "jiezhuan/service/records/ledger_begun.hpp"

namespace jiezhuan {
namespace {

// The events that begin a ledger: create_ledger() fixes their numbers.
constexpr std::int64_t kOwnOrganisation = 2;
constexpr std::int64_t kProfile = 3;

Result<std::optional<Event>> first_of(Reading& ledger, RecordKind kind, std::int64_t id) {
    JZ_TRY(events, ledger.history(kind, id));
    return events.empty() ? std::optional<Event>() : std::optional(events.front().event);
}

bool created(const std::optional<Event>& event, const json::Object& record) {
    return event && event->create && event->create->fields == record;
}

} // namespace

Result<bool> begun_with(Reading& ledger, const Organisation& own, const ProfileRecord& profile,
                        std::optional<Date> on) {
    JZ_TRY(organisation, first_of(ledger, RecordKind::organisation, kOwnOrganisation));
    JZ_TRY(adopted, first_of(ledger, RecordKind::profile, kProfile));
    ProfileRecord then = profile;
    if (!on && adopted) {
        then.adopted_on = adopted->date;
    }
    return created(organisation, to_json(own)) && created(adopted, to_json(then));
}

} // namespace jiezhuan
