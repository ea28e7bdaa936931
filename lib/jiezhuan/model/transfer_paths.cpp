#include "jiezhuan/model/transfer_paths.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

using K = TransferKind;
using S = TransferState;
using A = Action;
using G = Standing;

constexpr Path kPaths[] = {
    // within: inside one basic committee of ours, no letter
    {K::within, S::opened, A::approve, S::approved, G::none},
    {K::within, S::opened, A::withdraw, S::withdrawn, G::none},
    {K::within, S::approved, A::assign, S::closed, G::none},
    {K::within, S::approved, A::return_, S::opened, G::none},
    {K::within, S::approved, A::withdraw, S::withdrawn, G::none},
    {K::within, S::closed, A::revoke, S::revoked, G::none},

    // out: the relation leaves us; the sender stays responsible until it is taken over (条例第二十五条)
    {K::out, S::opened, A::approve, S::approved, G::none},
    {K::out, S::opened, A::withdraw, S::withdrawn, G::none},
    {K::out, S::approved, A::send, S::sent, G::in_transit},
    {K::out, S::approved, A::return_, S::opened, G::none},
    {K::out, S::approved, A::withdraw, S::withdrawn, G::none},
    {K::out, S::sent, A::accept, S::received, G::left},
    {K::out, S::sent, A::void_letter, S::approved, G::home},
    {K::out, S::sent, A::return_online, S::approved, G::home},
    {K::out, S::sent, A::withdraw, S::withdrawn, G::home},
    {K::out, S::received, A::close, S::closed, G::none},
    {K::out, S::received, A::revoke, S::revoked, G::home},
    {K::out, S::closed, A::revoke, S::revoked, G::home},

    // in: the relation comes to us
    {K::in, S::expected, A::present, S::presented, G::none},
    {K::in, S::expected, A::refuse, S::refused, G::not_admitted},
    {K::in, S::expected, A::withdraw, S::withdrawn, G::not_admitted},
    {K::in, S::presented, A::verify, S::verified, G::none},
    {K::in, S::presented, A::return_, S::returned, G::none},
    {K::in, S::presented, A::return_online, S::returned, G::none},
    {K::in, S::presented, A::refuse, S::refused, G::not_admitted},
    {K::in, S::presented, A::withdraw, S::withdrawn, G::not_admitted},
    {K::in, S::verified, A::receive, S::received, G::home},
    {K::in, S::verified, A::return_, S::returned, G::none},
    {K::in, S::verified, A::return_online, S::returned, G::none},
    {K::in, S::verified, A::refuse, S::refused, G::not_admitted},
    {K::in, S::verified, A::withdraw, S::withdrawn, G::not_admitted},
    {K::in, S::returned, A::present, S::presented, G::none},
    {K::in, S::returned, A::refuse, S::refused, G::not_admitted},
    {K::in, S::returned, A::withdraw, S::withdrawn, G::not_admitted},
    {K::in, S::received, A::assign, S::assigned, G::none},
    {K::in, S::received, A::revoke, S::revoked, G::not_admitted},
    {K::in, S::assigned, A::assign, S::assigned, G::none}, // to another branch, as long as it is open
    {K::in, S::assigned, A::close, S::closed, G::none},
    {K::in, S::assigned, A::revoke, S::revoked, G::not_admitted},
    {K::in, S::closed, A::revoke, S::revoked, G::not_admitted},

    // between: from one basic committee of this ledger to another, each doing its own steps; a letter that the receiver sends back is
    // presented again, or voided by the sender
    {K::between, S::opened, A::approve, S::approved, G::none},
    {K::between, S::opened, A::withdraw, S::withdrawn, G::none},
    {K::between, S::approved, A::send, S::sent, G::in_transit},
    {K::between, S::approved, A::return_, S::opened, G::none},
    {K::between, S::approved, A::withdraw, S::withdrawn, G::none},
    {K::between, S::sent, A::present, S::presented, G::none},
    {K::between, S::sent, A::void_letter, S::approved, G::home},
    {K::between, S::sent, A::return_online, S::approved, G::home},
    {K::between, S::sent, A::withdraw, S::withdrawn, G::home},
    {K::between, S::presented, A::verify, S::verified, G::none},
    {K::between, S::presented, A::return_, S::returned, G::none},
    {K::between, S::presented, A::return_online, S::returned, G::none},
    {K::between, S::presented, A::refuse, S::refused, G::home},
    {K::between, S::presented, A::withdraw, S::withdrawn, G::home},
    {K::between, S::verified, A::receive, S::received, G::home},
    {K::between, S::verified, A::return_, S::returned, G::none},
    {K::between, S::verified, A::return_online, S::returned, G::none},
    {K::between, S::verified, A::refuse, S::refused, G::home},
    {K::between, S::verified, A::withdraw, S::withdrawn, G::home},
    {K::between, S::returned, A::present, S::presented, G::none},
    {K::between, S::returned, A::void_letter, S::approved, G::home},
    {K::between, S::returned, A::refuse, S::refused, G::home},
    {K::between, S::returned, A::withdraw, S::withdrawn, G::home},
    {K::between, S::received, A::assign, S::assigned, G::none},
    {K::between, S::received, A::revoke, S::revoked, G::none},
    {K::between, S::assigned, A::assign, S::assigned, G::none},
    {K::between, S::assigned, A::close, S::closed, G::none},
    {K::between, S::assigned, A::revoke, S::revoked, G::none},
    {K::between, S::closed, A::revoke, S::revoked, G::none},

    // enrol: a migrant whose relation stays elsewhere; nobody is placed before verification (founding document, section 五)
    {K::enrol, S::opened, A::verify, S::verified, G::none},
    {K::enrol, S::opened, A::refuse, S::refused, G::not_admitted},
    {K::enrol, S::opened, A::withdraw, S::withdrawn, G::not_admitted},
    {K::enrol, S::verified, A::assign, S::active, G::hosted},
    {K::enrol, S::verified, A::refuse, S::refused, G::not_admitted},
    {K::enrol, S::verified, A::withdraw, S::withdrawn, G::not_admitted},
    {K::enrol, S::active, A::assign, S::active, G::none},
    {K::enrol, S::active, A::end, S::ended, G::left},
    {K::enrol, S::active, A::convert, S::converted, G::none},
    {K::enrol, S::opened, A::convert, S::converted, G::none},
    {K::enrol, S::verified, A::convert, S::converted, G::none},

    // temporary: away with a certificate or a card, the relation stays (中组发〔2004〕10号); sent: the paper was given
    {K::temporary, S::opened, A::approve, S::approved, G::none},
    {K::temporary, S::opened, A::withdraw, S::withdrawn, G::none},
    {K::temporary, S::approved, A::send, S::active, G::none},
    {K::temporary, S::approved, A::return_, S::opened, G::none},
    {K::temporary, S::approved, A::withdraw, S::withdrawn, G::none},
    {K::temporary, S::active, A::end, S::ended, G::none},
    {K::temporary, S::active, A::convert, S::converted, G::none},
    {K::temporary, S::active, A::void_letter, S::approved, G::none},
    {K::temporary, S::active, A::withdraw, S::withdrawn, G::none},
};

constexpr KindRow kKinds[] = {
    {K::within, S::opened, G::home, G::none},     {K::out, S::opened, G::home, G::none},
    {K::in, S::expected, G::arriving, G::hosted}, {K::between, S::opened, G::home, G::none},
    {K::enrol, S::opened, G::arriving, G::none},  {K::temporary, S::opened, G::home, G::none},
};

// Who can stand how in which state: from the beginning on, a step keeps the standings of the state it starts from, or sets one.
constexpr std::size_t kStateCount = std::size_t(S::converted) + 1;
constexpr std::size_t kKindCount = std::size_t(K::temporary) + 1;
using Standings = std::array<std::array<unsigned, kStateCount>, kKindCount>;

constexpr unsigned bit(Standing standing) { return standing == G::none ? 0U : 1U << unsigned(standing); }

constexpr Standings standings_by_state() {
    Standings all{};
    for (const KindRow& kind : kKinds) {
        all[std::size_t(kind.kind)][std::size_t(kind.begins)] = bit(kind.of) | bit(kind.also);
    }
    for (bool more = true; more;) {
        more = false;
        for (const Path& path : kPaths) {
            auto& of_kind = all[std::size_t(path.kind)];
            const unsigned given = path.standing == G::none ? of_kind[std::size_t(path.from)] : bit(path.standing);
            more = more || (of_kind[std::size_t(path.to)] | given) != of_kind[std::size_t(path.to)];
            of_kind[std::size_t(path.to)] |= given;
        }
    }
    return all;
}

constexpr CodeRow kActions[] = {
    {int(A::approve), "approve", {"批准", "approve"}, ""},
    {int(A::send), "send", {"转出", "send"}, ""},
    {int(A::present), "present", {"报到", "present"}, ""},
    {int(A::verify), "verify", {"核实", "verify"}, ""},
    {int(A::receive), "receive", {"接收", "receive"}, ""},
    {int(A::accept), "accept", {"对方接收", "accepted"}, ""},
    {int(A::assign), "assign", {"编入支部", "assign"}, ""},
    {int(A::close), "close", {"办结", "close"}, ""},
    {int(A::hold), "hold", {"暂缓", "hold"}, ""},
    {int(A::resume), "resume", {"恢复办理", "resume"}, ""},
    {int(A::return_), "return", {"退回", "return"}, ""},
    {int(A::refuse), "refuse", {"拒接", "refuse"}, ""},
    {int(A::withdraw), "withdraw", {"撤回", "withdraw"}, ""},
    {int(A::revoke), "revoke", {"撤销", "revoke"}, ""},
    {int(A::void_letter), "void_letter", {"介绍信作废", "void the letter"}, ""},
    {int(A::end), "end", {"结束", "end"}, ""},
    {int(A::convert), "convert", {"转为转入", "convert"}, ""},
    {int(A::return_online), "return_online", {"网上退回", "return online"}, ""},
};
constexpr CodeTable kActionTable = {"action", {"动作", "Action"}, kActions};

} // namespace

template <> const CodeTable& code_table<Action>() { return kActionTable; }

std::span<const Path> transfer_paths() { return kPaths; }

const Path* find_path(TransferKind kind, TransferState from, Action action) {
    const auto found = std::find_if(std::begin(kPaths), std::end(kPaths), [&](const Path& path) {
        return path.kind == kind && path.from == from && path.action == action;
    });
    return found == std::end(kPaths) ? nullptr : found;
}

std::vector<Action> allowed_actions(TransferKind kind, TransferState from) {
    std::vector<Action> actions;
    for (const Path& path : kPaths) {
        if (path.kind == kind && path.from == from) {
            actions.push_back(path.action);
        }
    }
    return actions;
}

bool stands_as_in(TransferKind kind, TransferState state, Standing standing) {
    static constexpr Standings kStandings = standings_by_state();
    return (kStandings[std::size_t(kind)][std::size_t(state)] & bit(standing)) != 0;
}

bool is_open(TransferState state) {
    return std::any_of(std::begin(kPaths), std::end(kPaths),
                       [&](const Path& path) { return path.from == state && path.action != A::revoke; });
}

std::span<const KindRow> kind_rows() { return kKinds; }

const KindRow* kind_row(TransferKind kind) {
    const auto found =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const KindRow& row) { return row.kind == kind; });
    return found == std::end(kKinds) ? nullptr : found;
}

bool receives(TransferKind kind) { return find_path(kind, S::verified, A::receive) != nullptr; }

bool comes(TransferKind kind) {
    const KindRow* row = kind_row(kind);
    return row != nullptr && row->comes();
}

} // namespace jiezhuan
