#include "jiezhuan/service/migrants/migrant_register.hpp"

#include "jiezhuan/service/migrants/migrants.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace jiezhuan {
namespace {

constexpr CodeRow kRegisters[] = {
    {int(MigrantRegister::outflow), "outflow", {"流出", "ours who are away"}, "外出"},
    {int(MigrantRegister::inflow), "inflow", {"流入", "guests whose relation is elsewhere"}, ""},
    {int(MigrantRegister::residence), "residence", {"居住地报到", "reported in where they live"}, "双重管理|报到"},
};
constexpr CodeTable kRegisterTable = {"register", {"台账", "Register"}, kRegisters};

std::vector<Query> queries_of(MigrantRegister of) {
    switch (of) {
    case MigrantRegister::inflow:
        return {Query().equal("standing", "hosted"), Query().equal("standing", "arriving")};
    case MigrantRegister::residence:
        return {Query().equal("standing", "home").present("report_in_to").absent("away_since")};
    default:
        return {Query().one_of("standing", roster_ids()).present("away_since")};
    }
}

// Of those who are arriving only the migrants who are to be guests.
bool belongs(const Migrant& one) {
    return one.member.standing != Standing::arriving || (one.open && one.open->kind == TransferKind::enrol);
}

Date day_in(MigrantRegister of, const Member& member) {
    return of == MigrantRegister::residence ? member.report_in_on : away_since(member);
}

bool asks(const std::vector<const DeadlineRule*>& asked, std::string_view rule) {
    return std::any_of(asked.begin(), asked.end(), [&](const DeadlineRule* row) { return row->text.id == rule; });
}

} // namespace

template <> const CodeTable& code_table<MigrantRegister>() { return kRegisterTable; }

const std::vector<const DeadlineRule*>& migrant_rules() {
    static const std::vector<const DeadlineRule*> kRules = [] {
        std::vector<const DeadlineRule*> rules;
        for (const DeadlineRule& row : member_deadlines()) {
            if (row.text.id.starts_with("FL-")) {
                rules.push_back(&row);
            }
        }
        std::sort(rules.begin(), rules.end(), [](const auto* a, const auto* b) { return a->text.id < b->text.id; });
        return rules;
    }();
    return kRules;
}

std::vector<const DeadlineRule*> asked_of_migrant(const DeadlineFacts& facts) {
    std::vector<const DeadlineRule*> asked;
    for (const DeadlineRule* row : migrant_rules()) {
        if (row->check(facts)) {
            asked.push_back(row);
        }
    }
    const bool to_transfer = asks(asked, kDutyToTransfer);
    std::erase_if(asked, [&](const DeadlineRule* row) { return to_transfer && settled_by_transfer(row->text.id); });
    return asked;
}

std::vector<Message> migrant_steps(const DeadlineFacts& facts) {
    std::vector<Message> steps;
    const std::vector<const DeadlineRule*> asked = asked_of_migrant(facts);
    for (const DeadlineRule& row : away_deadlines()) {
        if (!asks(asked, row.text.id)) {
            continue;
        }
        const Message command = row.command(facts);
        steps.emplace_back(fmt::format("{}  # {}", command.zh, row.what_to_do.zh),
                           fmt::format("{}  # {}", command.en, row.what_to_do.en));
    }
    return steps;
}

Result<std::vector<Migrant>> migrants(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                      Date as_of, const MigrantFilter& filter) {
    std::map<MemberId, Transfer> open;
    JZ_TRY(transfers, ledger.transfers(open_transfers()));
    for (Transfer& transfer : transfers) {
        open.emplace(transfer.member, std::move(transfer));
    }
    std::set<OrgId> below;
    if (filter.org) {
        const std::vector<OrgId> subtree = organisations.subtree(filter.org);
        below.insert(subtree.begin(), subtree.end());
    }
    std::vector<Migrant> found;
    for (const Query& query : queries_of(filter.of)) {
        JZ_CHECK(ledger.each_member(query, [&](const Member& member) -> Result<void> {
            const auto its = open.find(member.id);
            Migrant one{member, its == open.end() ? std::nullopt : std::optional(its->second), {}};
            if (!belongs(one) || (filter.org && !below.contains(member.branch))) {
                return {};
            }
            one.asked = asked_of_migrant({profile, as_of, one.member, one.open, std::nullopt});
            if (filter.rule.empty() || asks(one.asked, filter.rule)) {
                found.push_back(std::move(one));
            }
            return {};
        }));
    }
    std::sort(found.begin(), found.end(), [&](const Migrant& a, const Migrant& b) {
        return std::pair(day_in(filter.of, a.member).earliest(), a.member.id) <
               std::pair(day_in(filter.of, b.member).earliest(), b.member.id);
    });
    return found;
}

} // namespace jiezhuan
