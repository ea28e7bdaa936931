#include "jiezhuan/rules/way_rules.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/model/ways.hpp"

#include <algorithm>
#include <optional>

namespace jiezhuan {
namespace {

struct Disagreement {
    Message says;
    Limit limit;
    Message command;
};
using Found = std::optional<Disagreement>;

// Both ways, and what is said about them.
struct Both {
    const DeadlineFacts& facts;
    const Transfer& transfer;
    Way paper;
    Way online;

    [[nodiscard]] std::string id() const { return transfer.id.text(); }
    [[nodiscard]] bool paper_accepted() const { return paper.state == WayState::accepted; }
    [[nodiscard]] bool online_accepted() const { return online.state == WayState::accepted; }
};

bool given_back(const Way& way) { return way.state == WayState::returned || way.state == WayState::ended; }

Message give_up(const Both& both, Channel kept) {
    return say({"jiezhuan transfer correct {} --channel {} --reason 原因",
                "jiezhuan transfer correct {} --channel {} --reason WHY"},
               both.id(), code_id(kept));
}

Message submit_again(const Both& both) {
    return receives(both.transfer.kind) && both.transfer.kind != TransferKind::between
               ? say({"jiezhuan transfer present {} --online-no 流水号",
                      "jiezhuan transfer present {} --online-no NUMBER"},
                     both.id())
               : say({"jiezhuan transfer send {} --online-no 流水号", "jiezhuan transfer send {} --online-no NUMBER"},
                     both.id());
}

Message reason_of(const Way& way) { return way.note.empty() ? Message() : say({"：{}", ": {}"}, printable(way.note)); }

Found other_receiver(const Both& both) {
    if (!both.online_accepted() || !both.facts.letter || !receivers_differ(*both.facts.letter, both.transfer)) {
        return std::nullopt;
    }
    return Disagreement{say({"网上由“{}”接收（{}），介绍信 {} 的抬头是“{}”",
                             "accepted online by '{}' ({}), but letter {} is addressed to '{}'"},
                            printable(both.online.receiver), both.online.on.text(), both.paper.no,
                            printable(both.paper.receiver)),
                        {Urgency::overdue, both.online.on, both.online.on},
                        say({"jiezhuan transfer correct {} --online-receiver 党组织 --reason 原因",
                             "jiezhuan transfer correct {} --online-receiver ORG --reason WHY"},
                            both.id())};
}

// The letter came back, or its days are over and nobody showed it to us.
std::optional<Message> letter_failed(const Both& both) {
    if (given_back(both.paper)) {
        return say({"{1} {0}{2}", "was {0} {1}{2}"}, code_title(both.paper.state), both.paper.on.text(),
                   reason_of(both.paper));
    }
    if (!both.facts.letter || both.paper.state != WayState::under_way) {
        return std::nullopt;
    }
    const Letter& letter = *both.facts.letter;
    if (letter.exchanged_for) { // the one in hand has days of its own
        return std::nullopt;
    }
    const bool shown = letter.direction == LetterDirection::incoming || !both.transfer.presented_on.empty();
    if (shown || letter.valid_until.empty() || both.facts.as_of <= letter.valid_until.latest()) {
        return std::nullopt;
    }
    return say({"有效期至 {}，已过期", "was valid until {}, and has expired"}, letter.valid_until.text());
}

Found online_alone(const Both& both) {
    const auto failed = both.online_accepted() ? letter_failed(both) : std::nullopt;
    if (!failed) {
        return std::nullopt;
    }
    const bool live = both.paper.state == WayState::under_way;
    const Date since = std::max(both.online.on, live ? both.facts.letter->valid_until : both.paper.on);
    const Message drop = give_up(both, Channel::online);
    return Disagreement{say({"网上已于 {} 接收，介绍信 {} {}", "accepted online {}, but letter {} {}"},
                            both.online.on.text(), both.paper.no, *failed),
                        {Urgency::overdue, since, since},
                        live ? say({"jiezhuan letter void {} --reason 网上已接收；{}",
                                    "jiezhuan letter void {} --reason 'accepted online'; {}"},
                                   both.transfer.letter.text(), drop)
                             : drop};
}

Found paper_alone(const Both& both) {
    if (!both.paper_accepted() || both.online_accepted()) {
        return std::nullopt;
    }
    if (given_back(both.online)) {
        const Date since = std::max(both.paper.on, both.online.on);
        return Disagreement{say({"纸质已于 {0} 接收，网上 {1} {2}{3}", "accepted on paper {0}, but {2} online {1}{3}"},
                                both.paper.on.text(), both.online.on.text(), code_title(both.online.state),
                                reason_of(both.online)),
                            {Urgency::overdue, since, since},
                            submit_again(both)};
    }
    const std::int64_t days = both.facts.profile.transit_sla_days;
    const Date due = both.paper.on.latest().plus_days(days);
    if (both.facts.as_of <= due) {
        return std::nullopt;
    }
    const bool begun = both.online.state == WayState::under_way;
    return Disagreement{
        say({"纸质已于 {} 接收，至 {} 超过 {} 天，网上{}",
             "accepted on paper {}; as of {}, more than {} days, {} online"},
            both.paper.on.text(), both.facts.as_of.text(), days,
            begun ? Text{"还没有接收", "not accepted"} : Text{"还没有办理", "nothing was begun"}),
        {Urgency::overdue, both.paper.on, due},
        begun ? say({"jiezhuan transfer accepted {} --evidence 凭据", "jiezhuan transfer accepted {} --evidence TEXT"},
                    both.id())
              : submit_again(both)};
}

// We clicked in the system what we have not decided here.
Found not_received_here(const Both& both) {
    if (!receives(both.transfer.kind) || !both.online_accepted() || !both.transfer.received_on.empty()) {
        return std::nullopt;
    }
    return Disagreement{say({"系统中已于 {} 接收，这里还是“{}”", "accepted in the system {}, but here it is '{}'"},
                            both.online.on.text(), code_title(both.transfer.state)),
                        {Urgency::overdue, both.online.on, both.online.on},
                        {}};
}

Found one_came_back(const Both& both) {
    const bool paper_goes_on = both.paper.state == WayState::under_way;
    const bool online_goes_on = both.online.state == WayState::under_way;
    if (both.online.state == WayState::returned && paper_goes_on) {
        return Disagreement{
            say({"网上 {} 退回{}，介绍信 {} 仍在办理中", "given back online {}{}, while letter {} goes on"},
                both.online.on.text(), reason_of(both.online), both.paper.no),
            {Urgency::review, both.online.on, {}},
            submit_again(both)};
    }
    if (both.paper.state == WayState::returned && online_goes_on) {
        return Disagreement{
            say({"介绍信 {} {} 退回{}，网上仍在办理中", "letter {} went back {}{}, while it goes on online"},
                both.paper.no, both.paper.on.text(), reason_of(both.paper)),
            {Urgency::review, both.paper.on, {}},
            give_up(both, Channel::online)};
    }
    return std::nullopt;
}

Found other_day(const Both& both) {
    if (!both.paper_accepted() || !both.online_accepted() || both.paper.on == both.online.on) {
        return std::nullopt;
    }
    return Disagreement{
        say({"纸质 {} 接收，网上 {} 接收，日期不一致", "accepted on paper {}, online {}: the days differ"},
            both.paper.on.text(), both.online.on.text()),
        {Urgency::review, std::max(both.paper.on, both.online.on), {}},
        say({"jiezhuan transfer correct {} --online-accepted-on 日期 --reason 原因",
             "jiezhuan transfer correct {} --online-accepted-on DATE --reason WHY"},
            both.id())};
}

Found found(const DeadlineFacts& facts) {
    if (!facts.transfer || !goes_both_ways(*facts.transfer)) {
        return std::nullopt;
    }
    const Transfer& transfer = *facts.transfer;
    if (transfer.state == TransferState::revoked) { // by neither way: its letter, where it is out, is taken back
        return std::nullopt;
    }
    const Both both{facts, transfer, paper_way(transfer, facts.letter), online_way(transfer)};
    if (!is_open(transfer.state)) { // neither way is taken on: what was recorded of them may be wrong
        for (const auto check : {other_receiver, not_received_here, other_day}) {
            if (auto one = check(both)) {
                return one;
            }
        }
        return std::nullopt;
    }
    for (const auto check : {other_receiver, online_alone, paper_alone, not_received_here, one_came_back, other_day}) {
        if (auto one = check(both)) {
            return one;
        }
    }
    return std::nullopt;
}

} // namespace

Explanation ways_disagree(const DeadlineFacts& facts) {
    auto one = found(facts);
    return one ? Explanation(std::move(one->says)) : std::nullopt;
}

Limit disagreement_limit(const DeadlineFacts& facts) { return found(facts)->limit; }

Message disagreement_command(const DeadlineFacts& facts) { return found(facts)->command; }

} // namespace jiezhuan
