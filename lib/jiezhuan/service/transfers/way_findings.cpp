#include "jiezhuan/service/transfers/way_findings.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/way_rules.hpp"

#include <algorithm>

namespace jiezhuan {

Findings way_findings(const Profile& profile, const Transfer& transfer, const std::optional<Letter>& letter, Date on,
                      const std::string& subject) {
    const auto rows = transfer_deadlines();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [](const DeadlineRule& one) { return one.text.id == kWaysDisagree; });
    ensure(row != rows.end(), "the rule about both ways");
    const DeadlineFacts facts{profile, on, std::nullopt, transfer, letter};
    Findings findings = ask(*row, facts, subject);
    for (Finding& finding : findings) {
        const bool over = !is_open(transfer.state); // no way is given up any more, or taken on
        const Message fix = over ? Message(Text{"与对方核对", "ask the other side"}) : finding.fix;
        const Message command = row->command(facts);
        finding.fix = command.empty() ? fix : say({"{}：{}", "{}: {}"}, fix, command);
    }
    return findings;
}

} // namespace jiezhuan
