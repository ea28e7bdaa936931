#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/organisations/org_contents.hpp"
#include "jiezhuan/service/organisations/reorganise.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

std::string subject_of(const Organisation& organisation) { return organisation.id.text() + " " + organisation.name; }

std::optional<Outcome> cannot_be(const Work& work, const Organisation& organisation, const std::string& basis,
                                 OrgId successor) {
    const std::string subject = subject_of(organisation);
    if (organisation.id == work.organisations.own().id) {
        return refusal(
            subject,
            Text{"这是本级党组织，不能在自己的账本里撤销", "this is the ledger's own organisation, the top of it"},
            Text{"核对党组织", "check the organisation"});
    }
    if (organisation.state == OrgState::dissolved) {
        const bool same = organisation.dissolved_basis == basis &&
                          (!successor || organisation.successor == successor) &&
                          (!work.on_given || organisation.dissolved_on == work.on);
        return same ? Outcome::done_already()
                    : refusal(subject,
                              say({"已于 {} 撤销：{}", "it was dissolved {}: {}"}, organisation.dissolved_on.text(),
                                  organisation.dissolved_basis),
                              say({"查看：jiezhuan org show {}", "see: jiezhuan org show {}"}, organisation.id.text()));
    }
    if (trimmed(basis).empty()) {
        return refusal(subject, Text{"没有写撤销的依据", "the basis of the dissolution is missing"},
                       Text{"用 --basis 写明批复", "say it with --basis: the decision"});
    }
    if (!organisation.since.empty() && work.on.latest() < organisation.since.earliest()) {
        return refusal(subject,
                       say({"撤销日期 {} 早于成立日期 {}", "dissolved {}, before it was set up on {}"}, work.on.text(),
                           organisation.since.text()),
                       say({"核对 --on；成立日期记错的：jiezhuan org change {} --since 日期",
                            "check --on; where it was set up earlier: jiezhuan org change {} --since DATE"},
                           organisation.id.text()));
    }
    const Organisation* next = work.organisations.find(successor);
    if (next != nullptr && (next->state == OrgState::dissolved || next->id == organisation.id)) {
        return refusal(subject, say({"“{}”不能承接它", "'{}' cannot be its successor"}, next->name),
                       Text{"核对 --successor", "check --successor"});
    }
    return std::nullopt;
}

Finding state_of(const Organisation& organisation, Message message, Message fix) {
    return state_finding(subject_of(organisation), std::move(message), std::move(fix));
}

// OR-05 speaks of members and letters; what else is open is the state of things.
Findings still_open(const Work& work, const Organisation& organisation, const OrgContents& contents) {
    OrganisationFacts facts{.organisation = organisation, .profile = work.profile};
    facts.closing = true;
    facts.members = static_cast<std::int64_t>(contents.members.size());
    facts.open_letters = static_cast<std::int64_t>(contents.letters.size());
    Findings findings = ask(organisation_rules(), Moment::record, facts, subject_of(organisation));
    std::erase_if(findings, [](const Finding& finding) { return finding.rule != "OR-05"; });
    if (!findings.empty() && !contents.members.empty()) {
        findings.front().fix = say(
            {"同一基层党委内整体并入：jiezhuan org merge {0} --into 党组织 --basis 批复；转到外部：jiezhuan transfer "
             "open --organisation {0} --kind out --to 党组织",
             "inside the basic committee: jiezhuan org merge {0} --into ORG --basis DECISION; to an outside one: "
             "jiezhuan transfer open --organisation {0} --kind out --to ORG"},
            organisation.id.text());
    }
    if (!contents.below.empty()) {
        findings.push_back(state_of(
            organisation, say({"下面还有 {} 个党组织", "{} organisations are below it"}, contents.below.size()),
            say({"先改属上级或撤销：jiezhuan org change {} --parent 上级",
                 "give them another superior or dissolve them: jiezhuan org change {} --parent SUPERIOR"},
                contents.below.front().text())));
    }
    if (!contents.transfers.empty()) {
        findings.push_back(
            state_of(organisation, say({"还有 {} 件转接没有办结", "{} transfers are open"}, contents.transfers.size()),
                     say({"先办结：jiezhuan transfer list --org {}", "finish them: jiezhuan transfer list --org {}"},
                         organisation.id.text())));
    }
    return findings;
}

} // namespace

Result<Reorganised> dissolve_organisation(Work& work, OrgId id, const std::string& basis, OrgId successor) {
    const Organisation before = *work.organisations.find(id);
    Reorganised result;
    if (auto answer = cannot_be(work, before, basis, successor)) {
        result.outcome = std::move(*answer);
        return result;
    }
    JZ_TRY(early, before_registration(work, before));
    if (early) {
        result.outcome = std::move(*early);
        return result;
    }
    JZ_TRY(contents, contents_of(work.ledger, work.organisations, id));
    if (!contents.empty()) {
        result.open = open_items(contents, work.organisations);
        result.outcome = Outcome{true, false, still_open(work, before, contents), 0};
        return result;
    }
    Organisation after = before;
    after.state = OrgState::dissolved;
    after.dissolved_on = work.on;
    after.dissolved_basis = basis;
    after.successor = successor;
    Event event = work.event("organisation_dissolved");
    event.about.emplace("basis", json::Value(basis));
    event.set.push_back({RecordKind::organisation, id.value, difference(before, after)});
    JZ_CHECK(work.ledger.append(std::move(event)));
    work.organisations.put(std::move(after));
    return result;
}

} // namespace jiezhuan
