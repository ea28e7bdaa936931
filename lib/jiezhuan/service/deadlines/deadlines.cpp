#include "jiezhuan/service/deadlines/deadlines.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_views.hpp"
#include "jiezhuan/service/deadlines/deadline_unruled.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/members/conversion.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace jiezhuan {
namespace {

// The rows that are asked of the same members, by the function that names these.
using Pass = std::vector<const DeadlineRule*>;
std::vector<Pass> passes() {
    std::vector<Pass> all;
    const auto add = [&all](const DeadlineRule& row) {
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const Pass& pass) { return pass.front()->members == row.members; });
        same == all.end() ? all.push_back({&row}) : same->push_back(&row);
    };
    for (const std::span<const DeadlineRule> rows : {member_deadlines(), member_limits()}) {
        std::for_each(rows.begin(), rows.end(), add);
    }
    return all;
}

// The facts of the day, and those of the day after: what will be late tomorrow must be done today.
struct Asked {
    DeadlineFacts today;
    DeadlineFacts tomorrow;
};
Asked asked_of(DeadlineFacts today) {
    DeadlineFacts tomorrow = today;
    tomorrow.as_of = today.as_of.plus_days(1);
    return {std::move(today), std::move(tomorrow)};
}

// Late, about to be late or to be looked into, with what the rule says of it; on the last day of its limit, that it is.
struct Found {
    Limit limit;
    Message explanation;
};
std::optional<Found> found_by(const DeadlineRule& row, const Asked& asked) {
    if (Findings findings = ask(row, asked.today, ""); !findings.empty()) {
        return Found{row.limit(asked.today), std::move(findings.front().message)};
    }
    if (const auto limit = last_day(row, asked.tomorrow)) {
        return Found{*limit, said_on_last_day(limit->due)};
    }
    return std::nullopt;
}

// One look through the ledger.
class Search {
  public:
    Search(Reading& ledger, const OrgDirectory& organisations, const Profile& profile, Date as_of,
           const DeadlineFilter& filter)
        : ledger_(ledger), organisations_(organisations), profile_(profile), as_of_(as_of), filter_(filter) {
        if (filter.org) {
            const std::vector<OrgId> below = organisations.subtree(filter.org);
            concerned_.insert(below.begin(), below.end());
        }
    }

    Result<void> transfers();
    Result<void> members();
    std::vector<Deadline> found();

  private:
    bool wanted(std::string_view rule) const {
        return filter_.rules.empty() ||
               std::find(filter_.rules.begin(), filter_.rules.end(), rule) != filter_.rules.end();
    }
    bool concerns(std::initializer_list<OrgId> organisations) const {
        return !filter_.org || std::any_of(organisations.begin(), organisations.end(),
                                           [this](OrgId id) { return concerned_.contains(id); });
    }
    std::optional<Deadline> by_rule(const DeadlineRule& row, const Asked& asked) const;
    std::vector<Deadline> of_letter(const Asked& asked) const;
    Result<void> transfer(const Transfer& transfer);
    Result<void> member(const Member& member, const Pass& pass);
    Result<std::optional<Transfer>> open_transfer_of(MemberId member);
    Result<void> batches();
    void say_once();
    void announce_once();

    Reading& ledger_;
    const OrgDirectory& organisations_;
    const Profile& profile_;
    Date as_of_;
    const DeadlineFilter& filter_;
    std::set<OrgId> concerned_;
    std::map<std::pair<BatchId, const Organisation*>, std::int64_t>
        awaited_; // persons without a voucher; by others, if any
    std::vector<Deadline> found_;
};

Message command_of(const OrgDirectory& organisations, const DeadlineRule& row, const DeadlineFacts& facts) {
    Message command = row.command == nullptr ? Message() : row.command(facts);
    return command.empty() && facts.transfer ? next_step(organisations, *facts.transfer, facts.letter).command
                                             : command;
}

// Whose step ends it: our receipt and the branch are the receiver's, a step that nobody takes is whose turn it is; else it is for whoever
// has the case, the sender until the letter is presented.
Action what_ends(const OrgDirectory& organisations, std::string_view rule, const DeadlineFacts& facts) {
    if (rule == "RC-01") {
        return Action::close;
    }
    if (rule == "RC-06") {
        return Action::assign;
    }
    const std::vector<Action> next = next_actions(organisations, *facts.transfer, facts.letter);
    return rule == kStuck && !next.empty() ? next.front() : Action::hold;
}

// Another committee's: nothing that this clerk could type.
void leave_to(const Organisation* others, const OrgDirectory& organisations, Deadline& one) {
    if (others != nullptr) {
        one.others = organisations.label(others->id);
        one.what_to_do = done_by_others(*others);
        one.command = {};
    }
}

std::optional<Deadline> Search::by_rule(const DeadlineRule& row, const Asked& asked) const {
    auto what = found_by(row, asked);
    if (!what) {
        return std::nullopt;
    }
    Deadline found;
    found.urgency = what->limit.urgency;
    found.rule = row.text.id;
    found.matter = row.text.title;
    found.explanation = std::move(what->explanation);
    found.since = what->limit.since;
    found.due = what->limit.due;
    found.what_to_do = row.what_to_do;
    found.command = command_of(organisations_, row, asked.today);
    return found;
}

// Presented in time: the member has done what was to be done.
bool waits_for_us(const DeadlineFacts& facts) {
    return facts.letter && facts.transfer && answered_here(*facts.letter) && !facts.transfer->presented_on.empty() &&
           !presented_too_late(*facts.transfer, facts.letter);
}

// All that is late of a transfer and its letter. Of a letter whose receipt is long missing it need not be said that it expired.
std::vector<Deadline> Search::of_letter(const Asked& asked) const {
    const DeadlineFacts& facts = asked.today;
    std::vector<Deadline> all;
    for (const DeadlineRule& row : transfer_deadlines()) {
        if (auto found = by_rule(row, asked); found) {
            if (found->rule == "LT-09" && waits_for_us(facts)) {
                found->what_to_do = Text{"尽快核实、接收", "verify and receive soon"};
            }
            all.push_back(std::move(*found));
        }
    }
    const auto has = [&all](std::string_view rule) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Deadline& one) { return one.rule == rule && one.urgency == Urgency::overdue; });
    };
    const bool late = has("LT-09") || has("RC-02");
    if (has("RC-02")) {
        std::erase_if(all, [](const Deadline& one) { return one.rule == "LT-09"; });
    }
    for (Deadline& one : unruled(organisations_, facts, late)) {
        all.push_back(std::move(one));
    }
    std::erase_if(all, [this](const Deadline& one) { return !wanted(one.rule); });
    return all;
}

Result<void> Search::transfer(const Transfer& transfer) {
    if (!concerns({transfer.from, transfer.to, transfer.branch})) {
        return {};
    }
    if (transfer.state == TransferState::expected && transfer.batch && !transfer.held()) {
        ++awaited_[{transfer.batch, others_step(organisations_, transfer, Action::present)}];
    }
    DeadlineFacts facts{profile_, as_of_, std::nullopt, transfer, std::nullopt};
    if (transfer.letter) {
        JZ_TRY(letter, ledger_.letter(transfer.letter));
        JZ_TRY(counted, letter_that_counts(ledger_, transfer, letter));
        facts.letter = std::move(counted);
    }
    std::vector<Deadline> all = of_letter(asked_of(facts));
    if (all.empty()) {
        return {};
    }
    JZ_TRY(undecided, undecided_beside(ledger_, facts.letter));
    JZ_TRY(member, ledger_.member(transfer.member));
    ensure_there(member.has_value(), lost::kMember);
    for (Deadline& one : all) {
        one.name = member->name;
        one.about = transfer.id.text();
        one.member = member->id;
        one.letter_no = facts.letter ? facts.letter->no : "";
        // Our receipt is for the basic committee to send, wherever the member was placed.
        const Organisation* committee = organisations_.basic_committee_of(transfer.to);
        const bool our_receipt = one.rule == "RC-01" && receives(transfer.kind) && committee != nullptr;
        one.responsible =
            our_receipt ? organisations_.label(committee->id) : responsible_organisation(organisations_, transfer);
        if (one.rule == "RC-01" && undecided > 0) {
            NextStep first = decide_first(*facts.letter, undecided);
            one.what_to_do = std::move(first.waits_for);
            one.command = std::move(first.command);
        }
        leave_to(others_step(organisations_, transfer, what_ends(organisations_, one.rule, facts)), organisations_,
                 one);
        found_.push_back(std::move(one));
    }
    return {};
}

Result<void> Search::batches() {
    for (const auto& [list, persons] : awaited_) {
        JZ_TRY(batch, ledger_.batch(list.first));
        ensure_there(batch.has_value(), lost::kBatch);
        Deadline one = awaited(*batch, persons, profile_, as_of_);
        one.responsible = organisations_.label(batch->from);
        leave_to(list.second, organisations_, one);
        if (wanted(one.rule)) {
            found_.push_back(std::move(one));
        }
    }
    return {};
}

Result<void> Search::transfers() {
    JZ_TRY(transfers, ledger_.transfers(open_transfers()));
    for (const Transfer& one : transfers) {
        JZ_CHECK(transfer(one));
    }
    return batches();
}

Result<std::optional<Transfer>> Search::open_transfer_of(MemberId member) {
    JZ_TRY(all, ledger_.transfers(Query().equal("member", member.text())));
    for (Transfer& one : all) {
        if (is_open(one.state)) {
            return std::optional(std::move(one));
        }
    }
    return std::optional<Transfer>();
}

bool is_about_conversion(std::string_view rule) { return rule == "PB-01" || rule == "PB-02"; }

// Ours is to hand over what the receiver needs for it.
void for_the_receiver(Deadline& found, std::string receiver) {
    found.responsible = std::move(receiver);
    found.what_to_do = Text{"由接收党组织讨论，移交材料", "the receiver discusses it: hand over the material"};
    found.command = say({"jiezhuan explain {}", "jiezhuan explain {}"}, found.about);
}

Result<void> Search::member(const Member& member, const Pass& pass) {
    if (!concerns({member.branch})) {
        return {};
    }
    JZ_TRY(transfer, open_transfer_of(member.id));
    const Asked asked = asked_of({profile_, as_of_, member, transfer, std::nullopt});
    for (const DeadlineRule* row : pass) {
        auto found = wanted(row->text.id) ? by_rule(*row, asked) : std::nullopt;
        if (!found) {
            continue;
        }
        found->name = member.name;
        found->about = member.id.text();
        found->member = member.id;
        found->responsible = member.standing == Standing::hosted ? member.relation_org
                             : transfer                          ? responsible_organisation(organisations_, *transfer)
                                                                 : organisations_.label(member.branch);
        if (is_about_conversion(row->text.id) && receiver_converts(profile_, member, transfer)) {
            for_the_receiver(*found, organisations_.label(transfer->addressee));
        }
        leave_to(others_work(organisations_, member.branch), organisations_, *found);
        found_.push_back(std::move(*found));
    }
    return {};
}

Result<void> Search::members() {
    for (const Pass& pass : passes()) {
        const bool any =
            std::any_of(pass.begin(), pass.end(), [this](const DeadlineRule* row) { return wanted(row->text.id); });
        for (const Query& query : any ? pass.front()->members(profile_, as_of_.plus_days(1)) : Queries()) {
            JZ_CHECK(ledger_.each_member(query, [&](const Member& one) { return member(one, pass); }));
        }
    }
    return {};
}

// Unpaid dues are one of the signs by which ST-04 is asked: who is named for them is not named again. Nor is whose relation should go where
// the member is: with that, nothing more is asked of the absence.
void Search::say_once() {
    std::set<MemberId> in_arrears;
    std::set<MemberId> to_transfer;
    for (const Deadline& one : found_) {
        if (one.rule == "DU-02") {
            in_arrears.insert(one.member);
        } else if (one.rule == kDutyToTransfer) {
            to_transfer.insert(one.member);
        }
    }
    std::erase_if(found_, [&](const Deadline& one) {
        return (one.rule == "ST-04" && in_arrears.contains(one.member)) ||
               (settled_by_transfer(one.rule) && to_transfer.contains(one.member));
    });
}

// That it is the last day need not be said of what is said in other words: a probation and a letter are announced before they end, and of
// a letter that has expired its receipt is not asked for.
void Search::announce_once() {
    constexpr std::pair<std::string_view, std::string_view> kSaidBy[] = {
        {"PB-01", "PB-02"}, {"LT-09", kExpiring}, {"RC-02", "LT-09"}};
    std::set<std::pair<std::string, std::string>> said;
    for (const Deadline& one : found_) {
        said.emplace(one.about, one.rule);
    }
    std::erase_if(found_, [&](const Deadline& one) {
        const auto pair = std::find_if(std::begin(kSaidBy), std::end(kSaidBy),
                                       [&](const auto& each) { return each.first == one.rule; });
        return one.urgency == Urgency::soon && pair != std::end(kSaidBy) &&
               said.contains({one.about, std::string(pair->second)});
    });
}

std::vector<Deadline> Search::found() {
    // On a day before it began there was nothing to wait for.
    std::erase_if(found_, [this](const Deadline& one) { return !one.since.empty() && one.since.earliest() > as_of_; });
    say_once();
    announce_once();
    const auto key = [](const Deadline& one) {
        const auto id = parse_id(one.about);
        const std::int64_t number = id ? id->value : 0;
        // Letters, receipts and what is held first: of them somebody waits; then the members, who were looked after for years.
        const bool of_member = id && id->kind == RecordKind::member;
        return std::tuple(!one.others.empty(), one.urgency, of_member, one.due.empty() ? one.since : one.due,
                          std::string_view(one.rule), number);
    };
    std::sort(found_.begin(), found_.end(), [&](const Deadline& a, const Deadline& b) { return key(a) < key(b); });
    return std::move(found_);
}

} // namespace

Result<std::vector<Deadline>> deadlines(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                        Date as_of, const DeadlineFilter& filter) {
    Search search(ledger, organisations, profile, as_of, filter);
    JZ_CHECK(search.transfers());
    JZ_CHECK(search.members());
    return search.found();
}

} // namespace jiezhuan
