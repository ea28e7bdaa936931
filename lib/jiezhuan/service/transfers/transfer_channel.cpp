#include "jiezhuan/service/transfers/transfer_channel.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/past_events.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

Outcome not_both_ways(const std::string& subject, TransferKind kind) {
    return refusal(
        subject,
        say({"“{}”不能纸质和网上同时办理", "a transfer of kind '{}' does not go both on paper and online"},
            code_title(kind)),
        Text{"写明一种：--channel paper 或 --channel online", "name one: --channel paper or --channel online"});
}

Outcome counts(const Transfer& before, const Way& way, const std::string& subject) {
    return refusal(
        subject,
        way.channel == Channel::paper
            ? say({"纸质已于 {} 接收，以它为准", "accepted on paper {}: that counts"}, way.on.text())
            : say({"网上已于 {} 接收，以它为准", "accepted online {}: that counts"}, way.on.text()),
        say({"保留已接收的方式；误登记的：jiezhuan transfer revoke {} --reason 原因",
             "keep the way by which it was accepted; where that is a mistake: jiezhuan transfer revoke {} --reason "
             "WHY"},
            before.id.text()));
}

// A way that is under way comes to an end first.
std::optional<Outcome> cannot_give_up(const Transfer& before, const Way& way, const std::optional<Letter>& letter,
                                      const std::string& subject) {
    if (way.state == WayState::accepted) {
        return counts(before, way, subject);
    }
    if (way.state != WayState::under_way) {
        return std::nullopt;
    }
    const Message or_both =
        goes_both_ways(before) ? Message() : say({"；两种都办：--channel both", "; to go both ways: --channel both"});
    if (way.channel == Channel::online) {
        return refusal(subject, say({"网上自 {} 起办理中", "under way online since {}"}, way.since.text()),
                       say({"先在系统中撤回，再登记：{}{}", "take it back in the system, then: {}{}"},
                           step_command(Action::return_online, before), or_both));
    }
    const bool ours = letter && issued_here(*letter);
    const Message first = ours ? step_command(Action::void_letter, before)
                               : say({"jiezhuan transfer return {} --channel paper --reason 原因",
                                      "jiezhuan transfer return {} --channel paper --reason WHY"},
                                     before.id.text());
    return refusal(subject, say({"介绍信 {} 在办理中", "letter {} is under way"}, way.no),
                   say({"先办：{}{}", "first: {}{}"}, first, or_both));
}

} // namespace

Result<std::optional<Outcome>> wrong_channel(Reading& ledger, const Transfer& wanted, const std::string& subject) {
    if (wanted.kind == TransferKind::temporary && wanted.channel != Channel::paper) {
        return std::optional(
            refusal(subject,
                    wanted.voucher == Voucher::activity_card
                        ? Text{"活动证是纸质凭证，不在网上办理", "an activity card is a paper, and does not go online"}
                        : Text{"证明信是纸质凭证，不在网上办理", "a certificate is a paper, and does not go online"},
                    Text{"删去 --channel；要网上转出正式组织关系的：--kind out --channel online",
                         "leave out --channel; for the formal relation to go online: --kind out --channel online"}));
    }
    if (!goes_both_ways(wanted)) {
        return std::optional<Outcome>();
    }
    if (!can_go_both_ways(wanted.kind)) {
        return std::optional(not_both_ways(subject, wanted.kind));
    }
    JZ_TRY(whole, whole_batch_of(ledger, wanted));
    return whole ? std::optional(
                       refusal(subject,
                               Text{"是整建制转移：一信一份名单，或在系统中整建制办理，不能两种同时办",
                                    "goes with a whole organisation: by one letter with a list, or online, not both"},
                               Text{"写明一种：--channel paper 或 --channel online",
                                    "name one: --channel paper or --channel online"}))
                 : std::optional<Outcome>();
}

std::optional<Outcome> cannot_change_channel(const Transfer& before, Channel wanted,
                                             const std::optional<Letter>& letter, const std::string& subject) {
    if (!is_open(before.state)) {
        return refusal(
            subject,
            say({"这件转接已结束（{}），方式不再更正", "it is over ({}): the channel is not corrected any more"},
                code_title(before.state)),
            say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, before.id.text()));
    }
    if (wanted == Channel::both) {
        return std::nullopt;
    }
    const Way paper = paper_way(before, letter);
    return cannot_give_up(before, wanted == Channel::online ? paper : online_way(before), letter, subject);
}

std::string receiver_name(const OrgDirectory& organisations, std::string_view words) {
    const std::vector<OrgId> known = organisations.meant(words);
    return known.size() == 1 ? organisations.find(known.front())->name : to_nfc(trimmed(words));
}

void move_reception(Transfer& after, const Transfer& before, const std::optional<Letter>& letter) {
    const bool settled_it = before.kind == TransferKind::out && before.online_state == WayState::accepted &&
                            before.received_on == before.online_state_on &&
                            before.received_evidence == before.online_note;
    if (!settled_it || after.online_state_on == before.online_state_on) {
        return;
    }
    after.received_on = after.online_state_on;
    if (letter && !letter->receipt_recorded_on.empty() && letter->receipt_recorded_on < after.received_on) {
        after.received_on = letter->receipt_recorded_on;
        after.received_evidence = fmt::format("回执 {}（{}）", letter->no, letter->receipt_on.text());
    }
    if (!after.closed_on.empty()) {
        after.closed_on = std::max(after.closed_on, after.received_on);
    }
}

Result<std::optional<Outcome>> reception_after_next(Reading& ledger, const Transfer& before, const Transfer& after,
                                                    const std::string& subject) {
    if (after.received_on == before.received_on) {
        return std::optional<Outcome>();
    }
    JZ_TRY(later, later_transfer(ledger, before));
    if (!later || later->opened_on >= after.received_on) {
        return std::optional<Outcome>();
    }
    return std::optional(refusal(
        subject,
        say({"此后又办了转接 {}（{} 登记），接收日期不会是 {}",
             "a later transfer, {}, was opened {}: it was not received as late as {}"},
            later->id.text(), later->opened_on.text(), after.received_on.text()),
        say({"核对日期：jiezhuan transfer show {}", "check the days: jiezhuan transfer show {}"}, later->id.text())));
}

Result<void> move_act_of_reception(Reading& ledger, const Transfer& before, const Transfer& after, Event& correction) {
    if (after.received_on == before.received_on) {
        return {};
    }
    JZ_TRY(events, ledger.history(RecordKind::transfer, before.id.value));
    const auto received = std::find_if(events.rbegin(), events.rend(), [&](const LoggedEvent& logged) {
        const std::vector<Change>& set = logged.event.set;
        return logged.event.type != correction.type && std::any_of(set.begin(), set.end(), [&](const Change& change) {
                   return change.kind == RecordKind::transfer && change.id == before.id.value &&
                          !json::text_of(change.to, "received_on").empty();
               });
    });
    if (received != events.rend()) {
        happened_on(correction, received->seq, after.received_on);
    }
    return {};
}

Member left_at_reception(Member member, const Transfer& before, const Transfer& after) {
    const bool left_by_it = member.standing == Standing::left && member.leave_reason == LeaveReason::transferred &&
                            member.left_on == before.received_on;
    if (before.kind == TransferKind::out && left_by_it) {
        member.left_on = after.received_on;
        member.standing_since = after.received_on;
    }
    return member;
}

void keep_online_way(Transfer& after, const Transfer& before) {
    if (!goes_both_ways(after) || before.channel != Channel::online) {
        return;
    }
    const Way online = online_way(before);
    after.online_state = online.state;
    after.online_since = online.since;
    after.online_state_on = online.on;
    after.online_note = online.note;
}

} // namespace jiezhuan
