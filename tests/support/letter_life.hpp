// A small place to write letters in: a branch of ours, a committee elsewhere, members at home, transfers that wait for their letter.
#pragma once

#include "jiezhuan/service/transfers/transfers.hpp"
#include "tests/support/ledger_fixture.hpp"

#include <functional>
#include <optional>
#include <string>

namespace jiezhuan::testing {

class LetterLife {
  public:
    explicit LetterLife(Date today = Date(2026, 11, 23));

    // Adopts a profile in which `what` is replaced by `with`.
    void adopt(const std::string& what, const std::string& with);
    // Runs an act in a transaction of its own and commits it.
    template <class Act> auto act(Act run) {
        auto ledger = fixture.write();
        auto work = work_on(*ledger);
        auto result = run(work);
        commit(*ledger);
        return result;
    }
    [[nodiscard]] Work work_on(Writing& ledger);
    static void commit(Writing& ledger);

    MemberId member(int number, const std::function<void(Member&)>& change = {});
    // Opened and approved, to the committee elsewhere.
    TransferId approved(MemberId member);
    TransferId approved(int number) { return approved(member(number)); }
    // Somebody who came with a letter and was received.
    TransferId received(int number, const std::string& letter_no);

    [[nodiscard]] Letter letter(LetterId id);
    [[nodiscard]] Transfer transfer(TransferId id);
    [[nodiscard]] Member who(MemberId id);
    [[nodiscard]] std::size_t events();

    LedgerFixture fixture;
    Date on;
    bool on_given = false;
    Accepted accept;
    OrgId branch;
    OrgId elsewhere;
};

} // namespace jiezhuan::testing
