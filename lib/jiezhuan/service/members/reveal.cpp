#include "jiezhuan/service/members/reveal.hpp"

namespace jiezhuan {

Result<void> record_reveal(Store& store, Date today, const Reveal& reveal) {
    ensure(!reveal.purpose.empty() && !reveal.op.empty(), "a reveal without purpose or operator");
    JZ_TRY(ledger, store.write());
    Event event;
    event.type = "private_data_revealed";
    event.date = today;
    event.op = reveal.op;
    event.about.emplace("command", json::Value(reveal.command));
    event.about.emplace("count", json::Value(static_cast<std::int64_t>(reveal.members.size())));
    json::Array members;
    for (const MemberId member : reveal.members) {
        members.emplace_back(member.value);
    }
    event.about.emplace("members", json::Value(std::move(members)));
    event.about.emplace("purpose", json::Value(reveal.purpose));
    JZ_CHECK(ledger->append(std::move(event)));
    JZ_CHECK(ledger->commit());
    return {};
}

} // namespace jiezhuan
