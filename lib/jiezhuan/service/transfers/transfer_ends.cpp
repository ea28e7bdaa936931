#include "jiezhuan/service/transfers/transfer_ends.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/migrants/temporary_stay.hpp"
#include "jiezhuan/service/organisations/branches_below.hpp"

namespace jiezhuan {
namespace {

Outcome without_destination(const std::string& subject) {
    return refusal(
        subject, Text{"没有写转往哪个党组织", "it is not said where to"},
        Text{"用 --to 写明；名录里没有的先登记：jiezhuan org add --outside yes --name 全称 --kind 类别",
             "say it with --to; one that is in no directory first: jiezhuan org add --outside yes --name NAME "
             "--kind KIND"});
}

// To one of ours it goes between two basic committees, to another ledger out.
std::optional<Outcome> wrong_ledger(const Work& work, const Transfer& wanted, const std::string& subject) {
    const bool ours = work.organisations.is_ours(wanted.to);
    const bool same = work.organisations.same_basic_committee(wanted.from, wanted.to, wanted.opened_on);
    const bool wrong = (wanted.kind == TransferKind::out && ours && !same) ||
                       (wanted.kind == TransferKind::between && (!ours || same));
    if (!wrong) {
        return std::nullopt;
    }
    const Text where = !ours ? Text{"不在本账本", "is outside this ledger"}
                       : same
                           ? Text{"在同一基层党委之内", "is inside the same basic committee"}
                           : Text{"属于本账本里的另一个基层党委", "belongs to another basic committee of this ledger"};
    const TransferKind right = !ours ? TransferKind::out : same ? TransferKind::within : TransferKind::between;
    return refusal(subject, say({"“{}”{}", "'{}' {}"}, work.organisations.label(wanted.to), where),
                   say({"改用 --kind {}", "open it with --kind {}"}, code_id(right)));
}

// Members stand in branches: where the destination is none, those below it.
std::optional<Outcome> no_branch(const OrgDirectory& organisations, const Member& member, OrgId to) {
    const Organisation& named = *organisations.find(to);
    if (holds_members(named.kind)) {
        return std::nullopt;
    }
    const std::vector<OrgId> branches = branches_below(organisations, to);
    return refusal(
        subject_of(member),
        say({"“{}”是{}，不是支部", "'{}' is a {}, no branch"}, organisations.label(to), code_title(named.kind)),
        branches.empty()
            ? say({"下面还没有支部，先登记：jiezhuan org add --kind branch --parent {} --name 全称",
                   "there is no branch below it; set one up: jiezhuan org add --kind branch --parent {} --name NAME"},
                  to.text())
            : say({"转到它下面的支部：{}；如 jiezhuan transfer open {} --kind within --to {}",
                   "to a branch below it: {}; like jiezhuan transfer open {} --kind within --to {}"},
                  first_few(organisations, branches), member.id.text(), branches.front().text()));
}

// Whose relation is in this ledger already comes from nowhere else.
Outcome comes_from_here(const Work& work, const Transfer& wanted, const std::string& subject) {
    const std::string from = work.organisations.label(wanted.from);
    return refusal(
        subject,
        say({"组织关系所在的“{}”（{}）就在本账本之内，不是从外面来的",
             "the relation is with '{}' ({}), which is of this ledger: nobody comes from outside"},
            from, wanted.from.text()),
        say({"查一查是否在册：jiezhuan member find --name 姓名；漏登的：jiezhuan member add --branch {0} --basis "
             "found；换支部的：jiezhuan transfer open 编号 --kind within --to 党组织",
             "look whether they are on the roster: jiezhuan member find --name NAME; who was left out: "
             "jiezhuan member add --branch {0} --basis found; who changes the branch: jiezhuan transfer "
             "open ID --kind within --to ORG"},
            wanted.from.text()));
}

} // namespace

Outcome outside_basic_committee(const OrgDirectory& organisations, const std::string& subject, MemberId member,
                                OrgId to) {
    const std::string_view kind = code_id(organisations.is_ours(to) ? TransferKind::between : TransferKind::out);
    return refusal(subject,
                   say({"“{}”不在同一基层党委之内，不能用内部调整（within）",
                        "'{}' is not inside the same basic committee: not of kind 'within'"},
                       organisations.label(to)),
                   say({"转到别的基层党委，要开介绍信：jiezhuan transfer open {} --kind {} --to 党组织",
                        "to another basic committee it goes with a letter: jiezhuan transfer open {} --kind {} --to "
                        "ORG"},
                       member.text(), kind));
}

std::optional<Outcome> wrong_destination(const Work& work, const Transfer& wanted, const Member& member,
                                         const std::string& subject) {
    if (wanted.kind == TransferKind::within && !wanted.to) {
        return refusal(
            subject, Text{"没有写转到哪个支部", "it is not said to which branch"},
            Text{"用 --to 写明；支部见 jiezhuan org tree", "say it with --to; the branches: jiezhuan org tree"});
    }
    if (!wanted.to && (!wanted.addressee || wanted.kind == TransferKind::between)) {
        return without_destination(subject);
    }
    if (wanted.kind == TransferKind::within &&
        !work.organisations.same_basic_committee(wanted.from, wanted.to, wanted.opened_on)) {
        return outside_basic_committee(work.organisations, subject, member.id, wanted.to);
    }
    if (wanted.kind == TransferKind::within) {
        if (auto why = no_branch(work.organisations, member, wanted.to)) {
            return why;
        }
    }
    return wrong_ledger(work, wanted, subject);
}

std::optional<Outcome> wrong_way(const Work& work, const Transfer& wanted, const Member& member) {
    const std::string subject = subject_of(member);
    if (comes(wanted.kind) && !wanted.from && wanted.from_name.empty()) {
        return refusal(subject,
                       Text{"没有写从哪个党组织转来：在接收以前由它负责，回执也寄给它",
                            "it is not said where from: that organisation is responsible until it is taken "
                            "over, and gets the receipt"},
                       Text{"用 --from 写明，名单上的填“转出党组织”", "say it with --from, in a list in its column"});
    }
    if (comes(wanted.kind)) {
        return work.organisations.is_ours(wanted.from) ? std::optional(comes_from_here(work, wanted, subject))
                                                       : std::nullopt;
    }
    if (wanted.from != member.branch) {
        return refusal(subject,
                       say({"不在“{0}”，在“{1}”", "is not in '{0}' but in '{1}'"},
                           work.organisations.label(wanted.from), work.organisations.label(member.branch)),
                       Text{"不用写 --from，从所在支部转出", "leave --from out: it goes from the member's branch"});
    }
    if (wanted.kind == TransferKind::temporary) {
        return cannot_be_away(work, wanted, member);
    }
    return wrong_destination(work, wanted, member, subject);
}

Message ends_put_right(const Transfer& transfer) {
    return transfer.state == TransferState::closed
               ? say({"文字有误的写进备注：jiezhuan transfer correct {0} --remarks 说明 --reason 写错；"
                      "去了别处的：jiezhuan transfer revoke {0} --reason 原因，再重新登记",
                      "a slip goes into the remarks: jiezhuan transfer correct {0} --remarks TEXT --reason slip; who "
                      "went elsewhere: jiezhuan transfer revoke {0} --reason REASON, then open it anew"},
                     transfer.id.text())
               : say({"jiezhuan transfer revoke {} --reason 原因，再重新登记",
                      "jiezhuan transfer revoke {} --reason REASON, then open it anew"},
                     transfer.id.text());
}

} // namespace jiezhuan
