#include "jiezhuan/service/transfers/way_steps.hpp"

#include "jiezhuan/model/ways.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using S = TransferState;

bool goes_on(const Way& way) { return way.state == WayState::under_way; }
bool is_through(const Way& way) { return way.state == WayState::accepted; }

Action begins_with(const Transfer& transfer) { return comes(transfer.kind) ? Action::present : Action::send; }

// Approved, or on the list: from then on a way can be taken.
bool has_begun(const Transfer& transfer) { return is_open(transfer.state) && transfer.state != S::opened; }

bool letter_may_come(const Transfer& transfer) {
    return comes(transfer.kind) || transfer.state == S::approved || transfer.state == S::sent;
}

std::optional<Action> of_paper(const Transfer& transfer, const Way& paper) {
    if (!goes_on(paper) && !is_through(paper)) {
        return letter_may_come(transfer) ? std::optional(begins_with(transfer)) : std::nullopt;
    }
    const bool receipt_awaited = transfer.kind == TransferKind::out && goes_on(paper);
    return receipt_awaited ? std::optional(Action::accept) : std::nullopt;
}

std::optional<Action> of_online(const Transfer& transfer, const Way& online) {
    if (is_through(online)) {
        return std::nullopt;
    }
    if (!goes_on(online)) {
        return begins_with(transfer);
    }
    const bool for_us = receives(transfer.kind);
    return !for_us || settled(transfer.state) ? std::optional(Action::accept) : std::nullopt;
}

} // namespace

std::vector<WayStep> way_steps(const Transfer& transfer, const std::optional<Letter>& letter) {
    std::vector<WayStep> steps;
    if (!goes_both_ways(transfer) || !has_begun(transfer)) {
        return steps;
    }
    if (const auto action = of_paper(transfer, paper_way(transfer, letter))) {
        steps.push_back({*action, Channel::paper});
    }
    if (const auto action = of_online(transfer, online_way(transfer))) {
        steps.push_back({*action, Channel::online});
    }
    return steps;
}

bool is_way_step(Action action, const std::vector<WayStep>& steps, const Transfer& transfer,
                 const std::optional<Letter>& letter) {
    if (!goes_both_ways(transfer)) {
        return false;
    }
    if (action == Action::close) {
        return !receives(transfer.kind) || !letter || is_returned(*letter) || !letter->receipt_sent_on.empty();
    }
    return std::any_of(steps.begin(), steps.end(), [action](const WayStep& step) { return step.action == action; });
}

Channel way_to_give_up(const Transfer& transfer, const std::optional<Letter>& letter) {
    if (!goes_both_ways(transfer) || !settled(transfer.state)) {
        return Channel::none;
    }
    const Way paper = paper_way(transfer, letter);
    const Way online = online_way(transfer);
    return is_through(online) && !goes_on(paper) && !is_through(paper)    ? Channel::paper
           : is_through(paper) && !goes_on(online) && !is_through(online) ? Channel::online
                                                                          : Channel::none;
}

RowSet way_rows(const Transfer& transfer, const std::optional<Letter>& letter) {
    RowSet set;
    set.id = kWays;
    set.title = Text{"两种方式的进度", "How far each way is"};
    set.columns = {{"channel", Text{"方式", "Channel"}, ColumnType::code},
                   {"progress", Text{"进度", "Progress"}, ColumnType::code},
                   {"no", Text{"编号", "Number"}, ColumnType::id},
                   {"since", Text{"开始", "Since"}, ColumnType::date},
                   {"on", Text{"接收或退回", "Accepted or returned"}, ColumnType::date},
                   {"receiver", Text{"接收党组织", "By or for"}, ColumnType::text},
                   {"note", Text{"凭据、原因", "Evidence, reason"}, ColumnType::text}};
    for (const Way& way : {paper_way(transfer, letter), online_way(transfer)}) {
        const Text not_begun{"未办理", "not begun"};
        const Cell progress = way.state == WayState::none ? Cell("none", not_begun) : Cell::code(way.state);
        set.rows.push_back({Cell::code(way.channel), progress, way.no, way.since, way.on, way.receiver, way.note});
    }
    return set;
}

} // namespace jiezhuan
