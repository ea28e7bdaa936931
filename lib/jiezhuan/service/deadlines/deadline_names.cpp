// What the rules and limits that deadlines go by are called.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

std::vector<std::string_view> rules_watched() {
    std::vector<std::string_view> rules;
    for (const std::span<const DeadlineRule> rows : {transfer_deadlines(), member_deadlines()}) {
        for (const DeadlineRule& row : rows) {
            rules.push_back(row.text.id);
        }
    }
    return rules;
}

struct LimitRow {
    std::string_view id;
    Text name;
};
constexpr std::array kLimitNames = {
    LimitRow{kExpiring, {"到期时限", "expiry limit"}},
    LimitRow{kHeld, {"暂缓时限", "hold limit"}},
    LimitRow{kStuck, {"办理时限", "step limit"}},
    LimitRow{kAwayUntil, {"外出期限", "absence limit"}},
    LimitRow{"conversion_approval_months", {"审批时限", "approval limit"}},
    LimitRow{"loss_of_contact_months", {"失联时限", "contact limit"}},
    LimitRow{"status_until", {"期满时限", "period limit"}},
};

} // namespace

std::optional<Text> limit_name(std::string_view id) {
    const auto* found =
        std::find_if(kLimitNames.begin(), kLimitNames.end(), [&](const LimitRow& row) { return row.id == id; });
    return found == kLimitNames.end() ? std::nullopt : std::optional(found->name);
}

std::vector<Message> deadline_names() {
    std::vector<Message> names;
    for (const std::string_view rule : rules_watched()) {
        names.emplace_back(std::string(rule), std::string(rule));
    }
    for (const LimitRow& limit : kLimitNames) {
        names.emplace_back(limit.name);
    }
    names.emplace_back(kLimit);
    return names;
}

std::vector<std::string> deadlines_called(std::string_view words) {
    const std::string wanted = lowered_ascii(words);
    std::vector<std::string> called;
    for (const LimitRow& limit : kLimitNames) {
        if (wanted == kLimit.zh || wanted == kLimit.en || wanted == limit.id || wanted == limit.name.zh ||
            wanted == limit.name.en) {
            called.emplace_back(limit.id);
        }
    }
    for (const std::string_view rule : rules_watched()) {
        if (lowered_ascii(rule) == wanted) {
            called.emplace_back(rule);
        }
    }
    return called;
}

} // namespace jiezhuan
