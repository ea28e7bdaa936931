#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/organisations/committee_change.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "jiezhuan/service/organisations/reorganise.hpp"
#include "jiezhuan/service/records/event_changes.hpp"

#include <algorithm>
#include <map>

namespace jiezhuan {
namespace {

struct Merger {
    Work& work;
    const Organisation& into;
    const std::string& basis;

    [[nodiscard]] std::string subject() const { return into.id.text() + " " + into.name; }
};

bool merged_before(const Work& work, const Organisation& from, const Merger& merger) {
    return from.state == OrgState::dissolved && from.successor == merger.into.id &&
           from.dissolved_basis == merger.basis && (!work.on_given || from.dissolved_on == work.on);
}

std::optional<Outcome> wrong_target(const Merger& merger) {
    const Organisation& into = merger.into;
    if (trimmed(merger.basis).empty()) {
        return refusal(merger.subject(), Text{"没有写合并的依据", "the basis of the merger is missing"},
                       Text{"用 --basis 写明批复或会议", "say it with --basis: the decision or the meeting"});
    }
    if (into.state == OrgState::dissolved) {
        return refusal(merger.subject(), Text{"这个党组织已撤销", "this organisation is dissolved"},
                       say({"核对：jiezhuan org show {}", "check: jiezhuan org show {}"}, into.id.text()));
    }
    if (!into.since.empty() && merger.work.on.latest() < into.since.earliest()) {
        return refusal(merger.subject(),
                       say({"{} 才成立，早于它的 {} 不能并入", "it was set up {}: nothing is merged into it on {}"},
                           into.since.text(), merger.work.on.text()),
                       Text{"核对 --on", "check --on"});
    }
    return std::nullopt;
}

std::optional<Outcome> cannot_go(const Merger& merger, const Organisation& from) {
    const OrgDirectory& directory = merger.work.organisations;
    const std::string subject = from.id.text() + " " + from.name;
    const auto below = directory.subtree(from.id);
    if (from.state == OrgState::dissolved) {
        return refusal(subject, say({"已于 {} 撤销", "it was dissolved {}"}, from.dissolved_on.text()),
                       say({"核对：jiezhuan org show {}", "check: jiezhuan org show {}"}, from.id.text()));
    }
    if (from.id == directory.own().id) {
        return refusal(subject,
                       Text{"这是本级党组织，不能并入别的", "this is the ledger's own organisation, the top of it"},
                       Text{"核对要合并的党组织", "check which ones are merged"});
    }
    if (std::find(below.begin(), below.end(), merger.into.id) != below.end()) {
        return refusal(subject,
                       say({"“{}”就是它自己或在它之下", "'{}' is itself or below it"}, directory.label(merger.into.id)),
                       Text{"核对 --into", "check --into"});
    }
    if (directory.is_ours(from.id) != directory.is_ours(merger.into.id)) {
        return refusal(
            subject, Text{"本级下属组织与外部组织不能合并", "one of ours and an outside organisation are not merged"},
            say({"转到外部的，按整建制转移办理：jiezhuan transfer open --organisation {} --kind out --to 党组织",
                 "to an outside one it is transferred as a whole: jiezhuan transfer open --organisation {} --kind out "
                 "--to ORG"},
                from.id.text()));
    }
    return std::nullopt;
}

std::optional<Outcome> does_not_fit(const Merger& merger, const OrgContents& contents) {
    const Organisation& into = merger.into;
    if (!contents.members.empty() && !holds_members(into.kind) && into.outside != Flag::yes) {
        return refusal(
            merger.subject(),
            say({"“{}”是{}，党员要编入支部", "'{}' is a {}: members are placed in a branch"},
                merger.work.organisations.label(into.id), code_title(into.kind)),
            Text{"合并到它下面的支部：jiezhuan org tree", "merge into a branch below it: jiezhuan org tree"});
    }
    if (!contents.below.empty() && is_branch(into.kind)) {
        return refusal(
            merger.subject(),
            say({"“{}”是支部，下面不能有党组织“{}”", "'{}' is a branch: '{}' cannot be below it"},
                merger.work.organisations.label(into.id), merger.work.organisations.label(contents.below.front())),
            say({"先改属：jiezhuan org change {} --parent 上级", "first: jiezhuan org change {} --parent SUPERIOR"},
                contents.below.front().text()));
    }
    return std::nullopt;
}

void move_transfer(Transfer& transfer, OrgId from, OrgId into) {
    for (OrgId* const end : {&transfer.from, &transfer.to, &transfer.branch, &transfer.addressee}) {
        *end = *end == from ? into : *end;
    }
}

// Everything that hangs on `from` hangs on `into`.
void hand_over(Merger& merger, const Organisation& from, const OrgContents& contents, Event& event, Reorganised& result,
               std::map<TransferId, Transfer>& transfers) {
    OrgDirectory& directory = merger.work.organisations;
    const OrgId into = merger.into.id;
    for (const Member& member : contents.members) {
        Member after = member;
        after.branch = into;
        add_change(event, member, after);
    }
    for (const OrgId id : contents.below) {
        Organisation after = *directory.find(id);
        after.parent = into;
        add_change(event, *directory.find(id), after);
        directory.put(std::move(after));
    }
    for (const Transfer& transfer : contents.transfers) {
        move_transfer(transfers.try_emplace(transfer.id, transfer).first->second, from.id, into);
    }
    Organisation dissolved = from;
    dissolved.state = OrgState::dissolved;
    dissolved.dissolved_on = merger.work.on;
    dissolved.dissolved_basis = merger.basis;
    dissolved.successor = into;
    add_change(event, from, dissolved);
    directory.put(std::move(dissolved));
    result.members += static_cast<std::int64_t>(contents.members.size());
    result.organisations += static_cast<std::int64_t>(contents.below.size());
}

// What cannot be merged, or the contents of each.
Result<std::optional<Outcome>> obstacle(const Merger& merger, const std::vector<Organisation>& from,
                                        std::vector<OrgContents>& contents) {
    if (auto why = wrong_target(merger)) {
        return why;
    }
    JZ_TRY(unknown, before_registration(merger.work, merger.into));
    if (unknown) {
        return std::move(unknown);
    }
    for (const Organisation& one : from) {
        if (auto why = cannot_go(merger, one)) {
            return why;
        }
        JZ_TRY(members, members_stand_in_the_way(merger.work, one, merger.into.id, UnderWay::nothing));
        if (members) {
            return std::move(members);
        }
        JZ_TRY(early, before_registration(merger.work, one));
        if (early) {
            return std::move(early);
        }
        JZ_TRY(its, contents_of(merger.work.ledger, merger.work.organisations, one.id));
        if (auto why = does_not_fit(merger, its)) {
            return why;
        }
        contents.push_back(std::move(its));
    }
    return std::optional<Outcome>();
}

} // namespace

Result<Reorganised> merge_organisations(Work& work, const std::vector<OrgId>& from, OrgId into,
                                        const std::string& basis) {
    const Organisation target = *work.organisations.find(into);
    Merger merger{work, target, basis};
    std::vector<Organisation> merged;
    for (const OrgId id : from) {
        const Organisation& one = *work.organisations.find(id);
        const bool named_twice =
            std::any_of(merged.begin(), merged.end(), [id](const Organisation& other) { return other.id == id; });
        if (!named_twice && !merged_before(work, one, merger)) {
            merged.push_back(one);
        }
    }
    Reorganised result;
    if (merged.empty()) {
        result.outcome = Outcome::done_already();
        return result;
    }
    std::vector<OrgContents> contents;
    JZ_TRY(why, obstacle(merger, merged, contents));
    if (why) {
        result.outcome = std::move(*why);
        return result;
    }
    Event event = work.event("organisation_merged");
    event.about.emplace("basis", json::Value(basis));
    std::map<TransferId, Transfer> transfers;
    std::map<TransferId, Transfer> before;
    for (std::size_t i = 0; i < merged.size(); ++i) {
        for (const Transfer& transfer : contents[i].transfers) {
            before.emplace(transfer.id, transfer);
        }
        hand_over(merger, merged[i], contents[i], event, result, transfers);
    }
    for (const auto& [id, after] : transfers) {
        add_change(event, before.at(id), after);
    }
    result.transfers = static_cast<std::int64_t>(transfers.size());
    JZ_CHECK(work.ledger.append(std::move(event)));
    JZ_TRY(findings, review_organisation(work.ledger, work.organisations, work.profile, into));
    result.outcome.findings = std::move(findings);
    return result;
}

} // namespace jiezhuan
