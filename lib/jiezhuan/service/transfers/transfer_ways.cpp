#include "jiezhuan/service/transfers/transfer_ways.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using S = TransferState;

bool with_receiver(S state) {
    return state == S::presented || state == S::verified || state == S::received || state == S::assigned;
}

// The way as it was, and the other one.
struct Ways {
    explicit Ways(const Attempt& attempt)
        : paper(paper_way(attempt.before, attempt.letter_before)), online(online_way(attempt.before)) {}

    Way paper;
    Way online;
};

bool is_live(const Way& way) { return way.state == WayState::under_way || way.state == WayState::accepted; }
bool on_its_way(const Way& way) { return way.state == WayState::under_way; }

bool can_be_sent(const Attempt& attempt, const Ways& ways) {
    const Transfer& before = attempt.before;
    if (comes(before.kind) || before.sent_on.empty() || !is_open(before.state)) {
        return false;
    }
    return attempt.way == Channel::paper ? letter_follows(before) : !is_live(ways.online);
}

bool can_be_accepted(const Attempt& attempt, const Ways& ways) {
    const S state = attempt.before.state;
    if (attempt.way == Channel::online) {
        const bool here = receives(attempt.before.kind) ? with_receiver(state) : state == S::received;
        return here && ways.online.state != WayState::accepted;
    }
    return attempt.before.kind == TransferKind::out && state == S::received && on_its_way(ways.paper);
}

void begin_online(Transfer& after, Date on) {
    if (after.online_state == WayState::under_way) {
        return; // between two committees of the ledger the receiver sees what the sender began
    }
    after.online_since = on;
    after.online_state = WayState::under_way;
    after.online_state_on = Date();
    after.online_note.clear();
    after.online_receiver.clear();
}

void end_online(Transfer& after, WayState state, Date on, const std::string& note) {
    after.online_state = state;
    after.online_state_on = on;
    after.online_note = note;
}

// What becomes of the case in the system where the whole transfer goes back or ends.
void end_with_transfer(Attempt& attempt) {
    if (attempt.before.online_state == WayState::under_way) {
        const bool back = attempt.action == Action::return_ || attempt.action == Action::refuse;
        end_online(attempt.after, back ? WayState::returned : WayState::ended, attempt.work.on, attempt.input.reason);
    }
}

// What else a step writes that leaves the transfer where it is.
void fill_alone(Attempt& attempt) {
    Transfer& after = attempt.after;
    if (attempt.action == Action::void_letter) {
        after.letter = LetterId();
    } else if (attempt.action == Action::present && attempt.way == Channel::paper) {
        after.presented_on = attempt.work.on; // by the letter, whenever the case arrived in the system
    } else if (!attempt.input.online_no.empty()) {
        after.online_no = attempt.input.online_no;
    }
}

} // namespace

Channel way_of(const Transfer& transfer, Action action, const StepInput& input) {
    if (!goes_both_ways(transfer)) {
        return Channel::none;
    }
    switch (action) {
    case Action::send:
    case Action::accept:
    case Action::close:
        return input.letter != nullptr ? Channel::paper : Channel::online;
    case Action::present:
        return input.voucher ? Channel::paper : input.online_no.empty() ? Channel::none : Channel::online;
    case Action::void_letter:
        return Channel::paper;
    case Action::return_online:
        return Channel::online;
    case Action::return_:
        return input.channel == Channel::paper ? Channel::paper : Channel::none;
    default:
        return Channel::none;
    }
}

bool letter_follows(const Transfer& transfer) {
    return goes_both_ways(transfer) && transfer.state == S::sent && !transfer.letter;
}

bool moves_way_alone(const Attempt& attempt) {
    if (attempt.way == Channel::none) {
        return false;
    }
    const Ways ways(attempt);
    const S state = attempt.before.state;
    switch (attempt.action) {
    case Action::send:
        return can_be_sent(attempt, ways);
    case Action::present:
        return attempt.before.kind == TransferKind::in && with_receiver(state) &&
               !is_live(attempt.way == Channel::paper ? ways.paper : ways.online);
    case Action::accept:
        return can_be_accepted(attempt, ways);
    case Action::void_letter:
        return on_its_way(ways.paper) &&
               (settled(state) || state == S::revoked || (state == S::sent && on_its_way(ways.online)));
    case Action::return_online:
        return on_its_way(ways.online) && (settled(state) || on_its_way(ways.paper));
    case Action::return_:
        return on_its_way(ways.paper) && on_its_way(ways.online) && with_receiver(state) && !settled(state);
    default:
        return false;
    }
}

void fill_way(Attempt& attempt) {
    if (!goes_both_ways(attempt.before)) {
        return;
    }
    if (attempt.alone) {
        fill_alone(attempt);
    }
    Transfer& after = attempt.after;
    const StepInput& input = attempt.input;
    const bool online = attempt.way == Channel::online;
    switch (attempt.action) {
    case Action::send:
    case Action::present:
        if (online || (attempt.action == Action::present && !input.online_no.empty())) {
            begin_online(after, attempt.work.on);
        }
        break;
    case Action::accept:
        if (online) {
            end_online(after, WayState::accepted, attempt.work.on, input.evidence);
            after.online_receiver = input.receiver;
        }
        break;
    case Action::return_online:
        end_online(after, WayState::returned, attempt.work.on, input.reason);
        break;
    case Action::return_:
    case Action::refuse:
    case Action::withdraw:
    case Action::revoke:
        if (attempt.way == Channel::none) {
            end_with_transfer(attempt);
        }
        break;
    default:
        break;
    }
}

bool way_done_before(const Attempt& attempt) {
    const Transfer& before = attempt.before;
    const StepInput& input = attempt.input;
    if (attempt.way != Channel::online) {
        return false;
    }
    const auto on = [&](Date day) { return !attempt.work.on_given || attempt.work.on == day; };
    const bool same_number = input.online_no.empty() || input.online_no == before.online_no;
    switch (attempt.action) {
    case Action::send:
    case Action::present:
        return is_live(online_way(before)) && same_number && on(before.online_since);
    case Action::accept:
        return before.online_state == WayState::accepted && input.evidence == before.online_note &&
               (input.receiver.empty() || input.receiver == before.online_receiver) && on(before.online_state_on);
    case Action::return_online:
        return before.online_state == WayState::returned && input.reason == before.online_note &&
               on(before.online_state_on);
    default:
        return false;
    }
}

std::optional<Outcome> way_taken_otherwise(const Attempt& attempt) {
    const Way online = online_way(attempt.before);
    if (attempt.way != Channel::online || attempt.alone || !is_live(online)) {
        return std::nullopt;
    }
    const std::string id = attempt.before.id.text();
    if (attempt.action == Action::send || attempt.action == Action::present) {
        return refusal(attempt.subject(),
                       say({"网上已于 {} 办理，流水号 {}", "is online since {}, under number {}"}, online.since.text(),
                           printable(online.no)),
                       say({"流水号登记错的：jiezhuan transfer correct {} --online-no 流水号 --reason 原因",
                            "where the number is wrong: jiezhuan transfer correct {} --online-no NUMBER --reason WHY"},
                           id));
    }
    if (attempt.action != Action::accept || online.state != WayState::accepted) {
        return std::nullopt;
    }
    return refusal(
        attempt.subject(),
        say({"网上已于 {} 接收（{}{}）", "was accepted online {} ({}{})"}, online.on.text(),
            online.receiver.empty() ? std::string() : printable(online.receiver) + "，", printable(online.note)),
        say({"登记错的：jiezhuan transfer correct {} --online-accepted-on 日期 --online-receiver 党组织 --reason 原因",
             "where that is wrong: jiezhuan transfer correct {} --online-accepted-on DATE --online-receiver ORG "
             "--reason WHY"},
            id));
}

namespace {

// The way begins again before anybody accepts by it.
Message begin_online_first(const Transfer& before) {
    const Action begins = comes(before.kind) ? Action::present : Action::send;
    return comes(before.kind) ? say({"先登记网上到达：{}", "first record that it arrived online: {}"},
                                    step_command(begins, as_way(before, Channel::online)))
                              : say({"先登记网上转出：{}", "first record that it was sent online: {}"},
                                    step_command(begins, as_way(before, Channel::online)));
}

} // namespace

std::optional<Outcome> way_not_taken(const Attempt& attempt) {
    const Transfer& before = attempt.before;
    const bool accepts = attempt.action == Action::accept && attempt.way == Channel::online;
    const Channel named = accepts                                   ? Channel::online
                          : attempt.action == Action::return_online ? Channel::online
                                                                    : attempt.input.channel;
    if (named == Channel::none || named == before.channel) {
        return std::nullopt;
    }
    const Ways ways(attempt);
    const Way& way = named == Channel::online ? ways.online : ways.paper;
    if (goes_both_ways(before) && on_its_way(way)) {
        return std::nullopt;
    }
    const Text title = code_title(named);
    const Text progress = code_title(way.state);
    const Message how = !goes_both_ways(before) ? say({"方式是“{}”", "goes '{}'"}, code_title(before.channel))
                        : way.state == WayState::none ? Message(Text{"还没有办理", "was not begun"})
                                                      : Message(progress);
    return refusal(
        attempt.subject(),
        Message(fmt::format("不在{}办理中：{}", title.zh, how.zh),
                fmt::format("is not under way {}: {}", named == Channel::online ? "online" : "on paper", how.en)),
        accepts ? begin_online_first(before)
                : say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, before.id.text()));
}

Date previous_step(const Attempt& attempt) {
    const Transfer& before = attempt.before;
    const Date flagged = std::max(before.held_since, before.resumed_on);
    if (attempt.way == Channel::none) {
        return std::max(last_step(before), flagged);
    }
    const Ways ways(attempt);
    const bool begins = attempt.action == Action::send || attempt.action == Action::present;
    const Date since = begins ? Date() : attempt.way == Channel::online ? ways.online.since : ways.paper.since;
    return std::max({before.opened_on, before.approved_on, since, flagged});
}

bool ways_are_through(const Transfer& transfer, const Letter* letter) {
    return !goes_both_ways(transfer) ||
           (transfer.online_state == WayState::accepted && (letter == nullptr || !receivers_differ(*letter, transfer)));
}

} // namespace jiezhuan
