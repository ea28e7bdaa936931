#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/members/member_transfers.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "jiezhuan/service/organisations/reorganise.hpp"
#include "jiezhuan/service/records/event_changes.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

std::string subject_of(const Organisation& organisation) { return organisation.id.text() + " " + organisation.name; }

std::optional<Outcome> cannot_split(const Work& work, const Organisation& from, const Split& split) {
    if (trimmed(split.basis).empty()) {
        return refusal(subject_of(from), Text{"没有写分设的依据", "the basis is missing"},
                       Text{"用 --basis 写明批复或会议", "say it with --basis: the decision or the meeting"});
    }
    if (from.state == OrgState::dissolved || !work.organisations.is_ours(from.id)) {
        return refusal(subject_of(from),
                       Text{"只有本级之下、没有撤销的党组织可以分设", "only one of ours that exists can be split"},
                       say({"核对：jiezhuan org show {}", "check: jiezhuan org show {}"}, from.id.text()));
    }
    if (from.id == work.organisations.own().id && !split.values.contains("parent")) {
        return refusal(
            subject_of(from),
            Text{"这是本级党组织，下级的用 org add 登记", "this is the ledger's own organisation: add one below it"},
            Text{"jiezhuan org add --name 全称 --kind 类别", "jiezhuan org add --name NAME --kind KIND"});
    }
    if (split.members.empty() && split.below.empty()) {
        return refusal(subject_of(from),
                       Text{"没有写哪些党员、哪些下级党组织归新设的党组织",
                            "neither members nor organisations that go to the new one are named"},
                       say({"党员编号写在后面，下级党组织用 --below；名单：jiezhuan member list --org {}",
                            "name the members by their ids, organisations with --below; jiezhuan member list --org {}"},
                           from.id.text()));
    }
    return std::nullopt;
}

FieldValues completed(const Organisation& from, FieldValues values) {
    values.try_emplace("kind", std::string(code_id(from.kind)));
    values.try_emplace("parent", from.parent.text());
    return values;
}

// Who goes along: in `from` now, or in the new one already.
Result<std::optional<Outcome>> find_members(Work& work, const Split& split, OrgId fresh, std::vector<Member>& found) {
    for (const MemberId id : split.members) {
        JZ_TRY(member, work.ledger.member(id));
        if (!member) {
            return fail(Exit::not_found, say({"没有党员 {}", "there is no member {}"}, id.text()),
                        Text{"查找：jiezhuan member find --name 姓名", "look: jiezhuan member find --name NAME"});
        }
        if (member->branch == fresh) {
            continue;
        }
        const bool gone = member->standing == Standing::left || member->standing == Standing::not_admitted;
        if (gone || member->branch != split.from) {
            const std::string where =
                gone ? std::string(code_title(member->standing).zh) : work.organisations.label(member->branch);
            const std::string where_en = gone ? std::string(code_title(member->standing).en) : where;
            return std::optional(
                refusal(id.text() + " " + member->name,
                        Message(fmt::format("不在“{}”：{}", work.organisations.label(split.from), where),
                                fmt::format("not in '{}': {}", work.organisations.label(split.from), where_en)),
                        Text{"核对编号；别的支部的党员用 transfer open --kind within 调整",
                             "check the id; members of other branches: transfer open --kind within"}));
        }
        found.push_back(std::move(*member));
    }
    return std::optional<Outcome>();
}

std::optional<Outcome> wrong_below(const Work& work, const Split& split, OrgId fresh) {
    const Organisation& made = *work.organisations.find(fresh);
    for (const OrgId id : split.below) {
        const Organisation& below = *work.organisations.find(id);
        if (below.parent != split.from && below.parent != fresh) {
            return refusal(subject_of(below),
                           say({"不是“{}”的下级", "it is not below '{}'"}, work.organisations.label(split.from)),
                           Text{"核对 --below", "check --below"});
        }
        if (is_branch(made.kind)) {
            return refusal(subject_of(made), Text{"支部下面不能有党组织", "nothing is below a branch"},
                           Text{"核对 --kind 和 --below", "check --kind and --below"});
        }
    }
    return std::nullopt;
}

std::optional<Outcome> other_committee(const Work& work, const Organisation& from, OrgId fresh) {
    if (work.organisations.basic_committee_of(from.id) == work.organisations.basic_committee_of(fresh)) {
        return std::nullopt;
    }
    return refusal(
        subject_of(from),
        say({"新设的党组织与“{}”不在同一基层党委之内，党员要逐人转移组织关系",
             "the new one is not inside the basic committee of '{}': its members have to be transferred"},
            work.organisations.label(from.id)),
        Text{"核对 --parent 和 --can-approve-probationary", "check --parent and --can-approve-probationary"});
}

Result<void> append_split(Work& work, const Split& split, OrgId fresh, const std::vector<Member>& members,
                          Reorganised& result) {
    Event event = work.event("organisation_split");
    event.about.emplace("basis", json::Value(split.basis));
    for (const Member& member : members) {
        Member after = member;
        after.branch = fresh;
        add_change(event, member, after);
        JZ_TRY(open, open_transfer_of(work.ledger, member.id));
        if (open && (open->from == split.from || open->branch == split.from)) {
            Transfer moved = *open;
            moved.from = moved.from == split.from ? fresh : moved.from;
            moved.branch = moved.branch == split.from ? fresh : moved.branch;
            add_change(event, *open, moved);
            ++result.transfers;
        }
    }
    for (const OrgId id : split.below) {
        const Organisation before = *work.organisations.find(id);
        Organisation after = before;
        after.parent = fresh;
        add_change(event, before, after);
        work.organisations.put(std::move(after));
        result.organisations += before.parent == fresh ? 0 : 1;
    }
    result.members = static_cast<std::int64_t>(members.size());
    if (!event.set.empty()) {
        JZ_CHECK(work.ledger.append(std::move(event)));
    }
    return {};
}

// False where the split is refused; result.outcome says why.
Result<bool> set_up(Work& work, const Split& split, const Organisation& from, Reorganised& result) {
    const FieldValues values = completed(from, split.values);
    JZ_TRY(added, add_organisation(work, values));
    if (added.refused) {
        result.outcome = std::move(added);
        return false;
    }
    OrgId fresh{added.created};
    if (added.already) {
        JZ_TRY(known, work.organisations.resolve(values.at("name")));
        fresh = known;
    }
    std::vector<Member> members;
    JZ_TRY(elsewhere, find_members(work, split, fresh, members));
    auto why = elsewhere ? std::move(elsewhere) : wrong_below(work, split, fresh);
    why = why ? std::move(why) : other_committee(work, from, fresh);
    if (why) {
        result.outcome = std::move(*why);
        return false;
    }
    JZ_CHECK(append_split(work, split, fresh, members, result));
    added.already = added.already && result.members == 0 && result.organisations == 0;
    JZ_TRY(review, review_organisation(work.ledger, work.organisations, work.profile, from.id));
    added.findings.insert(added.findings.end(), review.begin(), review.end());
    added.created = fresh.value;
    result.outcome = std::move(added);
    return true;
}

} // namespace

Result<Reorganised> split_organisation(Work& work, const Split& split) {
    const Organisation from = *work.organisations.find(split.from);
    Reorganised result;
    if (auto why = cannot_split(work, from, split)) {
        result.outcome = std::move(*why);
        return result;
    }
    JZ_TRY(early, before_registration(work, from));
    if (early) {
        result.outcome = std::move(*early);
        return result;
    }
    JZ_CHECK(work.ledger.attempt([&] { return set_up(work, split, from, result); }));
    return result;
}

} // namespace jiezhuan
