// Why somebody is on the roster who came by no transfer: every increase has its reason.
#include "jiezhuan/service/members/members.hpp"

namespace jiezhuan {

Result<Findings> assume_entry_basis(Work& work, Member& member) {
    if (member.entry_basis != EntryBasis::none) {
        return Findings();
    }
    member.entry_basis = EntryBasis::initial;
    JZ_TRY(history, work.ledger.history(RecordKind::organisation, work.organisations.own().id.value));
    ensure(!history.empty(), "an own organisation that no event created");
    if (work.on <= history.front().event.date) {
        return Findings();
    }
    return Findings{{std::string(kStateRule),
                     Severity::info,
                     subject_of(member),
                     {},
                     say({"没有写入册依据，按“{}”登记", "no basis of the entry is given: entered as '{}'"},
                         code_title(EntryBasis::initial)),
                     Text{"新发展、恢复党籍或核查补登的：--basis admitted、restored 或 found；名册里填“入册依据”",
                          "who was admitted, restored or found: --basis admitted, restored or found; in a roster the "
                          "column 入册依据"}}};
}

} // namespace jiezhuan
