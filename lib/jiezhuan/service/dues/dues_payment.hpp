// A payment of dues before it is recorded: what is known around it, and what stands in its way.
#pragma once

#include "jiezhuan/service/dues/dues.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

inline constexpr std::string_view kDuesRecorded = "dues_recorded"; // the type of the event

struct Payment {
    Work& work;
    Member member; // as before the payment
    DuesInput input;
    std::vector<LoggedEvent> events; // of the member
    std::vector<Letter> letters;
    Date sent_on; // of the transfer by which the member is leaving

    [[nodiscard]] std::string subject() const;
    [[nodiscard]] Date known() const { return member.dues_paid_through.month_of(); }
};
[[nodiscard]] Result<Payment> payment_of(Work& work, MemberId id, const DuesInput& written);

// The last payment that was recorded, null where none was; and what it says ("from", "through", "reason").
[[nodiscard]] const LoggedEvent* last_payment(const Payment& payment);
[[nodiscard]] std::string_view said_of(const LoggedEvent& payment, std::string_view key);

// The first month that is owed. Who was away between (suspended, gone) owes nothing for the months before the one of coming back,
// except those that the letter leaves open by which the member came.
[[nodiscard]] Date first_owed(const Payment& payment);

// Who pays elsewhere, or not at all.
[[nodiscard]] std::optional<Outcome> not_payable(const Payment& payment);
// Months that are known to be paid: done already where nothing else is said of them, else refused.
[[nodiscard]] Outcome known_already(const Payment& payment);
// The last month before the first.
[[nodiscard]] std::optional<Outcome> months_reversed(const Payment& payment);
// Months before the admission, or with a gap before them.
[[nodiscard]] std::optional<Outcome> wrong_months(const Payment& payment, Date owed);

} // namespace jiezhuan
