#include "jiezhuan/service/deadlines/deadline_unruled.hpp"

#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_actions.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

namespace jiezhuan {
namespace {

std::optional<Deadline> held(const DeadlineFacts& facts) {
    const Transfer& transfer = *facts.transfer;
    if (!transfer.held()) {
        return std::nullopt;
    }
    Deadline found;
    found.rule = kHeld;
    found.since = transfer.held_since;
    found.due = transfer.held_since.latest().plus_days(facts.profile.hold_review_days);
    found.urgency = facts.as_of > found.due ? Urgency::overdue : Urgency::review;
    found.matter = Text{"暂缓办理", "on hold"};
    found.explanation = say({"自 {} 起暂缓：{}", "on hold since {}: {}"}, found.since.text(), transfer.hold_reason);
    found.what_to_do = Text{"复核，能办即恢复", "review, then resume"};
    found.command = say({"jiezhuan transfer resume {}", "jiezhuan transfer resume {}"}, transfer.id.text());
    return found;
}

// Nobody has acted on the letter yet: it was not received, and its receipt did not come.
bool waits_for_acceptance(const DeadlineFacts& facts) {
    return facts.letter && is_live(*facts.letter) && facts.transfer->received_on.empty() &&
           !facts.letter->valid_until.empty();
}

std::optional<Deadline> expiring(const OrgDirectory& organisations, const DeadlineFacts& facts) {
    if (!waits_for_acceptance(facts) || facts.letter->kind == LetterKind::certificate) {
        return std::nullopt;
    }
    const Letter& letter = *facts.letter;
    const std::int64_t left = days_between(facts.as_of, letter.valid_until.latest());
    if (left < 0 || left > facts.profile.expiring_days) {
        return std::nullopt;
    }
    const bool incoming = letter.direction == LetterDirection::incoming;
    Deadline found;
    found.rule = kExpiring;
    found.since = letter.issued_on;
    found.due = letter.valid_until;
    found.urgency = Urgency::soon;
    found.matter = Text{"介绍信即将过期", "the letter is about to expire"};
    found.explanation = say({"介绍信 {} 有效期至 {}，还有 {} 天", "letter {} is valid until {}: {} days more"},
                            letter.no, letter.valid_until.text(), left);
    found.what_to_do = incoming ? Text{"抓紧接收", "receive in time"} : Text{"提醒党员", "remind the member"};
    found.command = incoming ? next_step(organisations, *facts.transfer, letter).command
                             : say({"jiezhuan letter show {}", "jiezhuan letter show {}"}, letter.no);
    return found;
}

// Steps for which no rule of the catalogue counts the days. A letter under way has its validity, a receipt its month.
bool is_ours_to_move(const Transfer& transfer) {
    switch (transfer.state) {
    case TransferState::sent:
        return transfer.channel == Channel::online;
    case TransferState::expected:
        return !transfer.batch;
    case TransferState::opened:
    case TransferState::approved:
    case TransferState::presented:
    case TransferState::verified:
    case TransferState::returned:
        return true;
    default:
        return false;
    }
}

std::optional<Deadline> stuck(const OrgDirectory& organisations, const DeadlineFacts& facts) {
    const Transfer& transfer = *facts.transfer;
    const Date since = last_step(transfer);
    const Date due = since.latest().plus_days(facts.profile.transit_sla_days);
    if (transfer.held() || !is_ours_to_move(transfer) || facts.as_of < due) {
        return std::nullopt;
    }
    const NextStep next = next_step(organisations, transfer, facts.letter);
    Deadline found;
    found.rule = kStuck;
    found.since = since;
    found.due = due;
    found.urgency = facts.as_of == due ? Urgency::soon : Urgency::overdue;
    found.matter = next.waits_for;
    found.explanation = Message(
        fmt::format("{} {}后没有下一步：{}", since.text(), code_title(transfer.state).zh, next.waits_for.zh),
        fmt::format("no step since {} ({}): {}", since.text(), code_title(transfer.state).en, next.waits_for.en));
    found.what_to_do = Text{"办理下一步", "take the next step"};
    found.command = next.command;
    return found;
}

// Back, longer away, or there for good.
void say_who_stays(Deadline& found, const Transfer& stay) {
    found.matter = found.urgency == Urgency::overdue ? Text{"外出期满未返回", "not back from a time away"}
                                                     : Text{"外出即将期满", "a time away is about to end"};
    found.explanation = say({"{} 起外出，期限至 {}", "away since {}, until {}"}, stay.sent_on.text(), found.due.text());
    found.what_to_do = Text{"返回的登记返回；延期的改期限；不返回的转移组织关系",
                            "back: record it; extended: say so; staying: transfer the relation"};
    found.command =
        say({"jiezhuan transfer end {0} --reason 已返回；jiezhuan transfer correct {0} --until 日期 --reason "
             "延期；jiezhuan transfer convert {0} --to 党组织",
             "jiezhuan transfer end {0} --reason returned; jiezhuan transfer correct {0} --until DATE --reason "
             "extended; jiezhuan transfer convert {0} --to ORG"},
            stay.id.text());
}

// The stay was extended; the paper in the member's hands says the former day.
void say_certificate_ends(Deadline& found, const Letter& paper) {
    found.matter = found.urgency == Urgency::overdue
                       ? Text{"外出已延期，证明信已过期", "the stay was extended, its certificate is expired"}
                       : Text{"外出已延期，证明信即将过期", "the stay was extended, its certificate expires"};
    found.explanation = say({"证明信 {} 有效期至 {}", "certificate {} is valid until {}"}, paper.no, found.due.text());
    found.what_to_do = Text{"换发证明信", "replace the certificate"};
    found.command =
        say({"jiezhuan letter reissue {} --reason 延期", "jiezhuan letter reissue {} --reason extended"}, paper.no);
}

// The days that the certificate or the register gave are over, or about to be: no rule says what is then, but somebody is to be asked.
std::optional<Deadline> away_too_long(const DeadlineFacts& facts) {
    const Transfer& transfer = *facts.transfer;
    if (transfer.kind != TransferKind::temporary || transfer.state != TransferState::active) {
        return std::nullopt;
    }
    const Letter* paper = facts.letter && is_live(*facts.letter) ? &*facts.letter : nullptr;
    const bool extended = paper != nullptr && paper->valid_until < transfer.away_until.latest();
    const Date due = extended ? paper->valid_until : transfer.away_until;
    if (due.empty() || days_between(facts.as_of, due.latest()) > facts.profile.expiring_days) {
        return std::nullopt;
    }
    Deadline found;
    found.rule = kAwayUntil;
    found.since = transfer.sent_on;
    found.due = due;
    found.urgency = facts.as_of > due.latest() ? Urgency::overdue : Urgency::soon;
    say_who_stays(found, transfer);
    if (extended) {
        say_certificate_ends(found, *paper);
    }
    return found;
}

} // namespace

std::vector<Deadline> unruled(const OrgDirectory& organisations, const DeadlineFacts& facts, bool late) {
    std::vector<Deadline> all;
    for (auto found : {held(facts), expiring(organisations, facts), away_too_long(facts),
                       late ? std::nullopt : stuck(organisations, facts)}) {
        if (found) {
            all.push_back(std::move(*found));
        }
    }
    return all;
}

Deadline awaited(const Batch& batch, std::int64_t persons, const Profile& profile, Date as_of) {
    Deadline found;
    found.rule = kStuck;
    found.since = batch.opened_on;
    found.due = batch.opened_on.latest().plus_days(profile.transit_sla_days);
    found.urgency = as_of > found.due ? Urgency::overdue : Urgency::review;
    found.matter = say({"{} 人未见介绍信", "{} without a letter"}, persons);
    found.explanation =
        say({"{} 的名单中 {} 人至 {} 仍未见介绍信", "of the list of {}, {} persons have no letter by {}"},
            batch.opened_on.text(), persons, as_of.text());
    found.name = batch.title;
    found.about = batch.id.text();
    found.what_to_do = Text{"向移交单位催办", "ask the sender"};
    found.command = say({"jiezhuan batch show {}", "jiezhuan batch show {}"}, batch.id.text());
    return found;
}

} // namespace jiezhuan
