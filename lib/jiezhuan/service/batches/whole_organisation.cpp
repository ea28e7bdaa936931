#include "jiezhuan/service/batches/whole_organisation.hpp"

#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/organisations/committee_change.hpp"
#include "jiezhuan/service/transfers/transfer_open.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

std::string subject_of(const Member& member) { return member.id.text() + " " + member.name; }

bool is_gone(const Member& member) {
    return member.standing == Standing::left || member.standing == Standing::not_admitted;
}

struct Placed {
    std::vector<Member> home;
    std::vector<Member> guests; // whose relation is elsewhere
    std::vector<Member> others;
};

Result<Placed> members_at(Work& work, OrgId organisation) {
    Placed placed;
    for (const OrgId id : work.organisations.subtree(organisation)) {
        JZ_TRY(members, work.ledger.members(Query().equal("branch", id.text())));
        for (Member& member : members) {
            if (!is_gone(member)) {
                (member.standing == Standing::home     ? placed.home
                 : member.standing == Standing::hosted ? placed.guests
                                                       : placed.others)
                    .push_back(std::move(member));
            }
        }
    }
    return placed;
}

Finding not_at_home(const OrgDirectory& organisations, const Member& member) {
    return state_finding(
        subject_of(member),
        say({"归属状态是“{}”，整建制转移前要先办结", "stands as '{}': settle that first"}, code_title(member.standing)),
        member.standing == Standing::suspended
            ? stays_behind(organisations, member)
            : say({"还要办什么：jiezhuan explain {}", "what is left to do: jiezhuan explain {}"}, member.id.text()));
}

Finding guests_stay(const std::string& subject, std::size_t guests) {
    return {std::string(kStateRule),
            Severity::info,
            subject,
            {},
            say({"流动党员 {} 人的组织关系在外，不随之转移", "{} migrants whose relation is elsewhere do not go along"},
                guests),
            {}};
}

// All of them are in one batch of the whole organisation already, on the same way.
Result<BatchId> opened_before(Work& work, const std::vector<Member>& members, const Transfer& way) {
    BatchId batch;
    for (const Member& member : members) {
        JZ_TRY(open, open_transfer_of(work.ledger, member.id));
        if (!open || (batch && open->batch != batch) || open->to != way.to || open->kind != way.kind ||
            open->destination != way.destination || open->channel != way.channel) {
            return BatchId();
        }
        batch = open->batch;
    }
    JZ_TRY(stored, batch ? work.ledger.batch(batch) : Result<std::optional<Batch>>(std::optional<Batch>()));
    return stored && stored->whole == Flag::yes ? batch : BatchId();
}

Result<BatchId> open_batch(Work& work, const WholeOrganisation& whole, std::size_t listed, Findings& findings) {
    Batch batch;
    const std::string what = whole.way.kind == TransferKind::between ? "整建制转移 " : "整建制转出 ";
    batch.title = whole.title.empty() ? what + work.organisations.label(whole.organisation) : whole.title;
    batch.kind = whole.way.kind;
    batch.from = whole.organisation;
    batch.whole = Flag::yes;
    batch.explanation = whole.explanation;
    batch.opened_on = work.on;
    batch.listed = static_cast<std::int64_t>(listed);
    const ListFacts facts{.batch = batch, .profile = work.profile};
    findings = ask(list_rules(), Moment::open, facts, batch.title);
    Event event = work.event("batch_opened");
    event.create = Creation{RecordKind::batch, to_json(batch)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return BatchId{seq};
}

Result<bool> open_all(Work& work, const WholeOrganisation& whole, const std::vector<Member>& members,
                      WholeOpened& result) {
    JZ_TRY(batch, open_batch(work, whole, members.size(), result.outcome.findings));
    const Organisation* const to = work.organisations.find(whole.way.to);
    const bool goes_along = whole.way.kind == TransferKind::between && to != nullptr && !holds_members(to->kind);
    for (const Member& member : members) {
        Transfer wanted = whole.way;
        wanted.member = member.id;
        wanted.batch = batch;
        wanted.reason = TransferReason::whole_organisation;
        if (goes_along) { // with its branches
            wanted.branch = member.branch;
        }
        JZ_TRY(opened, open_transfer(work, std::move(wanted)));
        if (opened.already) { // under way before, and not in this batch
            JZ_TRY(open, open_transfer_of(work.ledger, member.id));
            opened = has_another(*open, member);
        }
        result.outcome.refused = result.outcome.refused || opened.refused;
        result.outcome.findings.insert(result.outcome.findings.end(), opened.findings.begin(), opened.findings.end());
        (member.stage == Stage::probationary ? result.probationary : result.full) += 1;
    }
    result.batch = batch;
    return !result.outcome.refused;
}

// Between two of ours: who has the authority of a basic committee keeps it, and its members with it.
std::optional<Outcome> moves_by_itself(const Work& work, const WholeOrganisation& whole) {
    for (const OrgId id : work.organisations.subtree(whole.organisation)) {
        const Organisation& one = *work.organisations.find(id);
        if (whole.way.kind == TransferKind::between && one.state != OrgState::dissolved &&
            one.can_approve_probationary == Authority::yes) {
            return refusal(
                one.id.text() + " " + one.name,
                Text{"有审批预备党员权限，改属不改变党员所在的基层党委，不用转移",
                     "has the authority to approve probationary members: where it moves its members keep their basic "
                     "committee, and nobody is transferred"},
                say({"jiezhuan org change {} --parent 上级", "jiezhuan org change {} --parent SUPERIOR"},
                    one.id.text()));
        }
    }
    return std::nullopt;
}

} // namespace

std::string list_name(const std::string& first, std::int64_t persons) {
    return persons == 1 ? first : fmt::format("{}等{}名", first, persons);
}

Result<WholeOpened> open_whole(Work& work, const WholeOrganisation& whole) {
    const Organisation& organisation = *work.organisations.find(whole.organisation);
    const std::string subject = organisation.id.text() + " " + organisation.name;
    JZ_TRY(placed, members_at(work, whole.organisation));
    WholeOpened result;
    if (auto why = moves_by_itself(work, whole)) {
        result.outcome = std::move(*why);
        return result;
    }
    for (const Member& member : placed.others) {
        result.outcome.refused = true;
        result.outcome.findings.push_back(not_at_home(work.organisations, member));
    }
    if (placed.home.empty() && !result.outcome.refused) {
        result.outcome =
            refusal(subject, Text{"没有可以转出的党员", "nobody is there to be transferred"},
                    Text{"核对 --organisation：jiezhuan org tree", "check --organisation: jiezhuan org tree"});
    }
    if (result.outcome.refused) {
        return result;
    }
    JZ_TRY(before, opened_before(work, placed.home, whole.way));
    if (before) {
        result.outcome = Outcome::done_already();
        result.batch = before;
        return result;
    }
    JZ_CHECK(work.ledger.attempt([&] { return open_all(work, whole, placed.home, result); }));
    if (!placed.guests.empty() && !result.outcome.refused) {
        result.outcome.findings.push_back(guests_stay(subject, placed.guests.size()));
    }
    return result;
}

Result<std::optional<Batch>> whole_batch_of(Reading& ledger, const Transfer& transfer) {
    JZ_TRY(batch, transfer.batch ? ledger.batch(transfer.batch) : Result<std::optional<Batch>>(std::optional<Batch>()));
    return batch && batch->whole == Flag::yes ? std::move(batch) : std::optional<Batch>();
}

Result<std::vector<Transfer>> transfers_of_list(Reading& ledger, const Letter& letter) {
    JZ_TRY(transfers, ledger.transfers(Query().equal("batch", letter.batch.text())));
    std::erase_if(transfers, [&](const Transfer& transfer) { return transfer.letter != letter.id; });
    return transfers;
}

} // namespace jiezhuan
