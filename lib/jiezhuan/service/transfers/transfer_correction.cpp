#include "jiezhuan/service/transfers/transfer_correction.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"
#include "jiezhuan/service/records/event_changes.hpp"
#include "jiezhuan/service/transfers/letter_correction.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/routes.hpp"
#include "jiezhuan/service/transfers/transfer_channel.hpp"
#include "jiezhuan/service/transfers/transfer_ends.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"
#include "jiezhuan/service/transfers/transfer_open.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

// A correction while it is judged.
struct Correcting {
    Work& work;
    const TransferCorrection& correction;
    Transfer before;
    Transfer after;
    Member member;
    std::optional<Letter> letter;
    std::optional<Letter> letter_after;

    [[nodiscard]] bool letter_changes() const { return letter_after != letter; }
    [[nodiscard]] std::string subject() const { return subject_of(before, member); }
    [[nodiscard]] bool says(std::string_view field) const { return correction.values.contains(field); }
    [[nodiscard]] bool until_changes() const { return after.away_until != before.away_until; }
    [[nodiscard]] bool ends_change() const {
        return after.to != before.to || after.addressee != before.addressee || after.destination != before.destination;
    }
};

// Precondition: there is a letter.
LetterCorrection of_letter(const Correcting& one) {
    return {one.before, one.member, *one.letter, *one.letter_after, one.subject()};
}

// The addressee and the branch follow the new end as they followed the old one.
void go_to(Correcting& one, OrgId to) {
    Transfer& after = one.after;
    if (has_planned_addressee(one.work, one.before)) {
        after.addressee = OrgId();
    }
    after.branch = after.branch == one.before.to ? OrgId() : after.branch;
    after.to = to;
    fill_in(one.work, after, one.member);
}

Result<void> write_values(Correcting& one) {
    const TransferCorrection& correction = one.correction;
    if (correction.from) {
        one.after.from = correction.from->id;
        one.after.from_name = correction.from->name;
    }
    if (correction.to && *correction.to != one.before.to) {
        go_to(one, *correction.to);
    }
    if (correction.addressee) {
        one.after.addressee = *correction.addressee;
    }
    for (const auto& [field, value] : correction.values) {
        JZ_CHECK(set_field(one.after, field, value));
    }
    one.after.addressee =
        correction.addressee ? one.after.addressee : addressee_of_change(one.work, one.before, one.after);
    return {};
}

// What such a transfer has not.
std::optional<Outcome> not_of_this_kind(const Correcting& one) {
    const Transfer& before = one.before;
    if (one.correction.from && !comes(before.kind)) {
        return refusal(one.subject(),
                       say({"是“{}”，从党员所在支部转出，没有别的转出党组织",
                            "is of kind '{}': it goes from the member's branch, and has no other sender"},
                           code_title(before.kind)),
                       say({"所在支部登记错的：jiezhuan member correct {} --branch 支部 --reason 原因",
                            "where the branch is wrong: jiezhuan member correct {} --branch BRANCH --reason REASON"},
                           before.member.text()));
    }
    if (comes(before.kind) && (one.correction.to || one.correction.addressee)) {
        return refusal(one.subject(),
                       say({"是“{}”，由本单位接收", "is of kind '{}': it comes to us"}, code_title(before.kind)),
                       say({"介绍信上的抬头：jiezhuan transfer present {0} --addressee 抬头；编入哪个支部："
                            "jiezhuan transfer assign {0} --branch 支部",
                            "the addressee on the letter: jiezhuan transfer present {0} --addressee NAME; the branch: "
                            "jiezhuan transfer assign {0} --branch BRANCH"},
                           before.id.text()));
    }
    if ((one.says("approved_on") || one.says("minutes")) && before.approved_on.empty()) {
        return find_path(before.kind, before.state, Action::approve) != nullptr
                   ? refusal(one.subject(), Text{"还没有批准", "it is not approved yet"},
                             step_command(Action::approve, before))
                   : refusal(
                         one.subject(), Text{"没有批准这一步", "there is no approval of such a transfer"},
                         say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, before.id.text()));
    }
    if (one.says("opened_on") && comes(before.kind)) {
        return refusal(one.subject(),
                       Text{"登记日期就是待接收的起始，不能更正",
                            "the member is arriving since the day it was opened: that is not corrected"},
                       say({"登记错的撤回重办：jiezhuan transfer withdraw {} --reason 原因",
                            "withdraw it and begin anew: jiezhuan transfer withdraw {} --reason REASON"},
                           before.id.text()));
    }
    return std::nullopt;
}

// A letter is not altered: another one takes its place.
Outcome stands_on_letter(const Correcting& one) {
    const bool at_sender = find_path(one.before.kind, one.before.state, Action::void_letter) != nullptr;
    const Message first = at_sender ? step_command(Action::void_letter, one.before)
                                    : say({"{0}，{1}", "{0}, {1}"}, step_command(Action::return_, one.before),
                                          step_command(Action::void_letter, one.before));
    return refusal(one.subject(),
                   say({"介绍信 {} 已开具：抬头和去往单位写在信上，介绍信不得涂改（LT-18），要作废后重新开具",
                        "letter {} was issued: addressee and destination stand on it, and a letter is not altered "
                        "(LT-18): it is voided and issued anew"},
                       one.letter->no),
                   say({"{0}；再照此更正一次，然后 jiezhuan letter issue {1}",
                        "{0}; then correct it as now, then jiezhuan letter issue {1}"},
                       first, one.before.id.text()));
}

// What was decided on, or sent, is no mistake of ours alone any more.
std::optional<Outcome> too_late_for_ends(const Correcting& one) {
    const Transfer& before = one.before;
    if (!one.ends_change()) {
        return std::nullopt;
    }
    if (!before.received_on.empty() && before.state != TransferState::revoked) {
        return refusal(one.subject(),
                       say({"已于 {} 接收，去向不再更正", "taken over {}: the ends are not corrected any more"},
                           before.received_on.text()),
                       ends_put_right(before));
    }
    if (!is_open(before.state)) {
        return refusal(
            one.subject(), say({"这件转接已结束（{}）", "it is over ({})"}, code_title(before.state)),
            say({"重新登记：jiezhuan transfer open {} --kind {}", "open it anew: jiezhuan transfer open {} --kind {}"},
                before.member.text(), code_id(before.kind)));
    }
    if (one.letter && issued_here(*one.letter)) {
        return stands_on_letter(one);
    }
    return std::nullopt;
}

// One letter names all who leave with their organisation: they go to the same place.
Result<std::optional<Outcome>> leaves_the_others(const Correcting& one, std::span<const Transfer> together) {
    if (!one.ends_change()) {
        return std::optional<Outcome>();
    }
    JZ_TRY(whole, whole_batch_of(one.work.ledger, one.before));
    if (!whole) {
        return std::optional<Outcome>();
    }
    JZ_TRY(all, one.work.ledger.transfers(Query().equal("batch", whole->id.text())));
    const bool alone = std::any_of(all.begin(), all.end(), [&](const Transfer& other) {
        return is_open(other.state) && std::none_of(together.begin(), together.end(),
                                                    [&](const Transfer& with) { return with.id == other.id; });
    });
    if (!alone) {
        return std::optional<Outcome>();
    }
    return std::optional(
        refusal(one.subject(),
                say({"是整建制转移（{}），一信一份名单，去向一并更正",
                     "goes with a whole organisation ({}): where they go is corrected for all of them"},
                    whole->id.text()),
                say({"改用 --batch {} --state {}", "say --batch {} --state {} instead"}, whole->id.text(),
                    code_id(one.before.state))));
}

std::optional<Outcome> days_out_of_order(const Correcting& one) {
    const Transfer& after = one.after;
    if (after.opened_on == one.before.opened_on && after.approved_on == one.before.approved_on) {
        return std::nullopt;
    }
    const std::array days = {after.opened_on, after.approved_on, after.sent_on, after.assigned_on, after.closed_on};
    Date last;
    for (const Date day : days) {
        if (!day.empty() && day < last) {
            return refusal(
                one.subject(),
                say({"登记 {}、批准 {}，与各步的先后不符", "opened {}, approved {}: the steps are out of order"},
                    after.opened_on.text(), after.approved_on.empty() ? "-" : after.approved_on.text()),
                say({"核对各步日期：jiezhuan transfer show {}", "see the days: jiezhuan transfer show {}"},
                    one.before.id.text()));
        }
        last = day.empty() ? last : day;
    }
    return last <= one.work.today()
               ? std::nullopt
               : std::optional(refusal(one.subject(), say({"{} 还没有到", "{} has not come yet"}, last.text()),
                                       Text{"填实际日期，不能晚于今天", "give the day on which it happened"}));
}

// Another way; and what the online one says of who accepted, and when.
Result<std::optional<Outcome>> wrong_ways(const Correcting& one) {
    const Transfer& before = one.before;
    const bool online_changes = one.after.online_receiver != before.online_receiver || one.says("online_state_on");
    if (online_changes && before.online_state != WayState::accepted) {
        return std::optional(
            refusal(one.subject(), Text{"没有登记过网上接收", "no online acceptance was recorded"},
                    say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, before.id.text())));
    }
    if (online_changes &&
        (one.after.online_state_on < before.online_since || one.after.online_state_on > one.work.today())) {
        return std::optional(refusal(one.subject(),
                                     say({"网上接收日期 {} 早于网上转出日期，或在今天之后",
                                          "accepted online {}: before it was sent there, or after today"},
                                         one.after.online_state_on.text()),
                                     Text{"核对 --online-accepted-on", "check --online-accepted-on"}));
    }
    if (one.after.channel == before.channel) {
        return std::optional<Outcome>();
    }
    if (auto why = cannot_change_channel(before, one.after.channel, one.letter, one.subject())) {
        return why;
    }
    return wrong_channel(one.work.ledger, one.after, one.subject());
}

Result<std::optional<Outcome>> obstacle(const Correcting& one, std::span<const Transfer> together) {
    for (const auto& why : {not_of_this_kind(one), too_late_for_ends(one), days_out_of_order(one)}) {
        if (why) {
            return why;
        }
    }
    JZ_TRY(ways, wrong_ways(one));
    if (ways) {
        return std::move(ways);
    }
    if (auto why =
            one.until_changes() ? cannot_stay_until(one.work, one.before, one.after, one.member) : std::nullopt) {
        return why;
    }
    if (!comes(one.before.kind) && one.ends_change()) {
        if (auto why = wrong_destination(one.work, one.after, one.member, one.subject())) {
            return why;
        }
    }
    return leaves_the_others(one, together);
}

[[nodiscard]] bool sender_changes(const Correcting& one) {
    return one.after.from != one.before.from || one.after.from_name != one.before.from_name;
}

// One letter has one number: several that came with letters of their own do not get the same.
std::optional<Outcome> number_for_many(const Correcting& one, std::span<const Transfer> together) {
    const bool many = one.correction.letter.contains("no") &&
                      std::any_of(together.begin(), together.end(), [&](const Transfer& other) {
                          return other.letter && other.letter != one.before.letter;
                      });
    if (!many) {
        return std::nullopt;
    }
    return refusal(
        one.subject(),
        Text{"各有各的介绍信，编号不能一并改成一个", "each came with a letter of its own: they do not get one number"},
        say({"逐件更正：jiezhuan transfer correct {} --letter-no 编号 --reason 原因",
             "one by one: jiezhuan transfer correct {} --letter-no NUMBER --reason WHY"},
            one.before.id.text()));
}

// What the letter that came says, and from whom it is.
Result<std::optional<Outcome>> write_letter(Correcting& one) {
    if (!one.correction.letter.empty()) {
        if (auto why = no_letter_came(one.before, one.letter, one.subject())) {
            return why;
        }
        JZ_TRY(written, letter_as_written(*one.letter, one.correction.letter));
        one.letter_after = std::move(written);
    }
    if (sender_changes(one) && one.letter_after && !issued_here(*one.letter_after)) {
        const OrgDirectory& organisations = one.work.organisations;
        one.letter_after = letter_from(*one.letter_after, one.after.from, sender_name(organisations, one.before),
                                       sender_name(organisations, one.after));
    }
    return one.letter_changes() ? letter_too_young(of_letter(one)) : std::nullopt;
}

// The member's relation is with the sender.
Member related_to_sender(const Correcting& one, Member member) {
    const OrgDirectory& organisations = one.work.organisations;
    if (sender_changes(one) && member.relation_org == sender_name(organisations, one.before)) {
        member.relation_org = sender_name(organisations, one.after);
    }
    return member;
}

// With a way added or given up, or the acceptance put right, the rest may be through.
void settle_ways(Correcting& one) {
    if (!goes_both_ways(one.before) && !goes_both_ways(one.after)) {
        return;
    }
    keep_online_way(one.after, one.before);
    if (is_open(one.after.state)) {
        settle(one.after, one.letter_after ? &*one.letter_after : nullptr, one.work.on);
    }
}

Result<Findings> ask_rules(Correcting& one) {
    const bool not_gone = one.before.sent_on.empty() && one.before.presented_on.empty();
    const bool of_way = one.ends_change() || (one.after.channel != one.before.channel && not_gone);
    if ((!of_way && !one.until_changes()) || !is_open(one.before.state)) {
        return Findings();
    }
    JZ_TRY(facts, facts_of(one.work, one.after, one.member));
    Findings findings = ask(transfer_rules(), Moment::open, facts, one.subject());
    std::erase_if(findings, [&](const Finding& finding) { return !of_way && finding.rule != "RT-05"; });
    return findings;
}

Result<Correcting> correcting(Work& work, const Transfer& before, const TransferCorrection& correction) {
    JZ_TRY(member, work.ledger.member(before.member));
    ensure_there(member.has_value(), lost::kMember);
    JZ_TRY(letter, letter_of(work.ledger, before));
    return Correcting{work, correction, before, before, std::move(*member), letter, letter};
}

} // namespace

Result<CorrectedTransfer> correct_transfer(Work& work, const Transfer& before, const TransferCorrection& correction,
                                           std::span<const Transfer> together) {
    JZ_TRY(one, correcting(work, before, correction));
    if (trimmed(correction.reason).empty()) {
        return CorrectedTransfer{refusal(one.subject(),
                                         Text{"没有写更正的原因", "the reason of the correction is missing"},
                                         Text{"用 --reason 补充，例如“录入错误”", "say it with --reason"}),
                                 before, before};
    }
    JZ_CHECK(write_values(one));
    if (auto why = number_for_many(one, together)) {
        return CorrectedTransfer{std::move(*why), before, before};
    }
    JZ_TRY(other_letter, write_letter(one));
    if (other_letter) {
        return CorrectedTransfer{std::move(*other_letter), before, before};
    }
    if (one.after == before && !one.letter_changes()) {
        return CorrectedTransfer{Outcome::done_already(), before, before};
    }
    JZ_TRY(why, obstacle(one, together));
    if (why) {
        return CorrectedTransfer{std::move(*why), before, before};
    }
    JZ_TRY(findings, ask_rules(one));
    if (!correction.letter.empty() && one.letter_changes()) {
        JZ_TRY(of_paper, rules_of_letter_now(work, of_letter(one)));
        std::move(of_paper.begin(), of_paper.end(), std::back_inserter(findings));
    }
    if (one.until_changes()) {
        say_of_certificate(one.after, one.letter, one.subject(), findings);
    }
    move_reception(one.after, before, one.letter);
    JZ_TRY(too_late, reception_after_next(work.ledger, before, one.after, one.subject()));
    if (too_late) {
        return CorrectedTransfer{std::move(*too_late), before, before};
    }
    settle_ways(one);
    Event event = work.event("transfer_corrected");
    event.about.emplace("reason", json::Value(to_nfc(trimmed(correction.reason))));
    Judgement judgement = judge(std::move(findings), work.accept, event);
    if (judgement.refused) {
        return CorrectedTransfer{Outcome{true, false, std::move(judgement.findings), 0}, before, before};
    }
    event.set.push_back({RecordKind::transfer, before.id.value, difference(before, one.after)});
    if (one.letter_changes()) {
        add_change(event, *one.letter, *one.letter_after);
        Findings of_receipt = receipt_says_otherwise(of_letter(one));
        std::move(of_receipt.begin(), of_receipt.end(), std::back_inserter(judgement.findings));
    }
    JZ_CHECK(move_act_of_reception(work.ledger, before, one.after, event));
    add_change(event, one.member, left_at_reception(related_to_sender(one, one.member), before, one.after));
    JZ_CHECK(work.ledger.append(std::move(event)));
    return CorrectedTransfer{Outcome{false, false, std::move(judgement.findings), 0, true}, before, one.after,
                             std::move(one.letter), std::move(one.letter_after)};
}

} // namespace jiezhuan
