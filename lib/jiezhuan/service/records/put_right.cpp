#include "jiezhuan/service/records/put_right.hpp"

#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/records/replay.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// The last event that set the field; none where it is as it was registered.
const LoggedEvent* last_set(const std::vector<LoggedEvent>& events, MemberId member, std::string_view field) {
    const auto sets = [&](const LoggedEvent& logged) {
        return std::any_of(logged.event.set.begin(), logged.event.set.end(), [&](const Change& change) {
            return change.kind == RecordKind::member && change.id == member.value &&
                   change.to.find(std::string(field)) != change.to.end();
        });
    };
    const auto found = std::find_if(events.rbegin(), events.rend(), sets);
    return found == events.rend() ? nullptr : &*found;
}

bool may_change(std::string_view field) {
    const auto fields = changeable_fields();
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

} // namespace

std::optional<Finding> back_to_probation(const Member& before, const Member& after) {
    if (before.stage != Stage::full || after.stage != Stage::probationary) {
        return std::nullopt;
    }
    return state_finding(
        subject_of(before),
        before.conversion.empty()
            ? Message(
                  Text{"已是正式党员，不会再成为预备党员", "is a full member and does not become probationary again"})
            : say({"已于 {} 转正，不会再成为预备党员", "converted {} and does not become probationary again"},
                  before.conversion.text()),
        say({"名册是旧的，改成“正式党员”；转正登记错了的：jiezhuan member correct {} --stage probationary --clear "
             "conversion --reason 原因",
             "an old list: write 'full'; where the conversion was recorded by mistake: jiezhuan member correct {} "
             "--stage probationary --clear conversion --reason REASON"},
            before.id.text()));
}

Result<std::vector<Corrected>> corrections_undone(Reading& ledger, const Member& before, const Member& after) {
    std::vector<Corrected> undone;
    if (after == before) {
        return undone;
    }
    JZ_TRY(events, ledger.history(RecordKind::member, before.id.value));
    for (const Field<Member>& field : fields_of<Member>()) {
        const LoggedEvent* const last = field.same(before, after) ? nullptr : last_set(events, before.id, field.id);
        if (last == nullptr || last->event.type != "member_corrected") {
            continue;
        }
        const auto was = replayed<Member>(events, before.id, last->seq - 1);
        if (field.same(was, after) || !may_change(field.id)) {
            undone.push_back({&field, last->event.date, std::string(json::text_of(last->event.about, "reason"))});
        }
    }
    return undone;
}

} // namespace jiezhuan
