#include "jiezhuan/service/transfers/routes.hpp"

#include "jiezhuan/model/transfer_paths.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

bool is_department(const Organisation* organisation) {
    return organisation != nullptr && organisation->kind == OrgKind::org_department &&
           organisation->state != OrgState::dissolved;
}

const Organisation* only_department_of_county(const OrgDirectory& organisations) {
    const Organisation* found = nullptr;
    for (const Organisation* one : organisations.all()) {
        if (is_department(one) && one->distance == Distance::same_county) {
            if (found != nullptr) {
                return nullptr; // which of them, the directory does not say
            }
            found = one;
        }
    }
    return found;
}

bool by_departments(const OrgDirectory& organisations, const Profile& profile, const Transfer& transfer) {
    const auto route = route_of(organisations, profile, transfer);
    return route && route->policy == RoutePolicy::via_county_od;
}

const Organisation* first_department(const OrgDirectory& organisations, const Transfer& transfer) {
    const Organisation* const ours = department_over(organisations, transfer.from);
    return ours != nullptr ? ours : department_over(organisations, transfer.to);
}

} // namespace

std::optional<Route> route_of(const OrgDirectory& organisations, const Profile& profile, const Transfer& transfer) {
    const Organisation* const to = organisations.find(transfer.to);
    if (transfer.kind != TransferKind::out || to == nullptr || to->distance == Distance::none) {
        return std::nullopt;
    }
    const auto row = std::find_if(profile.routes.begin(), profile.routes.end(),
                                  [&](const Route& route) { return route.distance == to->distance; });
    if (row == profile.routes.end()) {
        return std::nullopt;
    }
    Route route = *row;
    const bool no_letter_of_one =
        transfer.channel == Channel::online || transfer.reason == TransferReason::whole_organisation;
    if (route.policy == RoutePolicy::via_county_od && no_letter_of_one) {
        route.policy = RoutePolicy::art25_direct;
    }
    return route;
}

OrgId default_addressee(const OrgDirectory& organisations, OrgId to, Date on) {
    const Organisation* committee = organisations.basic_committee_of(to, on);
    return committee == nullptr ? to : committee->id;
}

const Organisation* department_over(const OrgDirectory& organisations, OrgId id) {
    for (const Organisation* at = organisations.find(id); at != nullptr; at = organisations.find(at->parent)) {
        if (is_department(at)) {
            return at;
        }
        for (const OrgId below : organisations.children(at->id)) {
            if (at->id != id && is_department(organisations.find(below))) {
                return organisations.find(below);
            }
        }
    }
    return organisations.is_ours(id) ? only_department_of_county(organisations) : nullptr;
}

OrgId planned_addressee(const Work& work, const Transfer& transfer) {
    const OrgDirectory& organisations = work.organisations;
    const Organisation* const department =
        by_departments(organisations, work.profile, transfer) ? first_department(organisations, transfer) : nullptr;
    return department == nullptr ? default_addressee(organisations, transfer.to, transfer.opened_on) : department->id;
}

std::optional<Finding> without_department(const OrgDirectory& organisations, const Profile& profile,
                                          const Transfer& transfer, const std::string& subject) {
    if (!by_departments(organisations, profile, transfer) || is_department(organisations.find(transfer.addressee)) ||
        first_department(organisations, transfer) != nullptr) {
        return std::nullopt;
    }
    const Route route = *route_of(organisations, profile, transfer);
    Finding finding = state_finding(
        subject,
        say({"路径 {}（{}）经县级组织部换信，名录里没有登记是哪个组织部，抬头暂为“{}”",
             "by route {} ({}) the county organisation department exchanges the letter, and the directory names none: "
             "it is addressed to '{}'"},
            route.id, code_id(route.policy), organisations.label(transfer.addressee)),
        say({"登记本县（区）的：jiezhuan org add --outside yes --kind org_department --distance same_county --name "
             "全称；再更正抬头：jiezhuan transfer correct {0} --addressee 组织部 --reason 原因",
             "record that of your county: jiezhuan org add --outside yes --kind org_department --distance same_county "
             "--name NAME; then jiezhuan transfer correct {0} --addressee NAME --reason WHY"},
            transfer.id ? Message(transfer.id.text(), transfer.id.text()) : Message(Text{"编号", "ID"})));
    finding.severity = Severity::warning;
    return finding;
}

bool has_planned_addressee(const Work& work, const Transfer& transfer) {
    return transfer.addressee == planned_addressee(work, transfer) ||
           (by_departments(work.organisations, work.profile, transfer) &&
            transfer.addressee == default_addressee(work.organisations, transfer.to, transfer.opened_on));
}

OrgId addressee_of_change(const Work& work, const Transfer& before, const Transfer& after) {
    const bool goes_otherwise = after.channel != before.channel || after.destination != before.destination;
    const bool still_here = is_open(before.state) && before.sent_on.empty() && !before.letter;
    const bool plans = goes_otherwise && still_here && before.kind == TransferKind::out && after.to &&
                       after.to == before.to && has_planned_addressee(work, before);
    return plans ? planned_addressee(work, after) : after.addressee;
}

std::optional<Finding> passes_department_by(const Work& work, const Transfer& transfer, const std::string& subject) {
    const OrgId planned = transfer.to ? planned_addressee(work, transfer) : OrgId();
    if (!planned || transfer.addressee == planned || !has_planned_addressee(work, transfer)) {
        return std::nullopt;
    }
    const Route route = *route_of(work.organisations, work.profile, transfer);
    Finding finding = state_finding(
        subject,
        say({"路径 {}（{}）经“{}”换信，抬头是“{}”",
             "by route {} ({}) '{}' exchanges the letter, and it is addressed to '{}'"},
            route.id, code_title(route.policy), work.organisations.label(planned),
            work.organisations.label(transfer.addressee)),
        transfer.letter
            ? say({"作废后改抬头、重开：jiezhuan letter void {0} --reason 原因; jiezhuan transfer correct {1} "
                   "--addressee "
                   "{2} --reason 原因; jiezhuan letter issue {1}",
                   "void it, address it anew and issue: jiezhuan letter void {0} --reason WHY; jiezhuan transfer "
                   "correct {1} --addressee {2} --reason WHY; jiezhuan letter issue {1}"},
                  transfer.letter.text(), transfer.id.text(), planned.text())
            : say({"jiezhuan transfer correct {} --addressee {} --reason 原因",
                   "jiezhuan transfer correct {} --addressee {} --reason WHY"},
                  transfer.id.text(), planned.text()));
    finding.severity = Severity::warning;
    return finding;
}

Cell policy_used(const OrgDirectory& organisations, const Profile& profile, const Transfer& transfer,
                 const std::optional<Letter>& letter) {
    if (transfer.kind == TransferKind::in && letter) {
        return Cell::code(letter->receipt_to.empty() ? RoutePolicy::art25_direct : RoutePolicy::via_county_od);
    }
    if (transfer.kind != TransferKind::out || !transfer.to) {
        return {};
    }
    const auto route = route_of(organisations, profile, transfer);
    return route ? Cell(fmt::format("{} {}", route->id, code_id(route->policy)),
                        say({"{} {}", "{} {}"}, route->id, code_title(route->policy)))
                 : Cell::code(RoutePolicy::art25_direct);
}

} // namespace jiezhuan
