#include "jiezhuan/service/deadlines/status.hpp"

#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/deadlines/deadlines.hpp"
#include "jiezhuan/service/deadlines/waiting.hpp"

namespace jiezhuan {
namespace {

constexpr std::size_t kCommandsShown = 3;

struct Counts {
    std::int64_t full = 0;
    std::int64_t probationary = 0;
    std::int64_t in_transit = 0;
    std::int64_t hosted = 0;
    std::int64_t arriving = 0;
    std::int64_t suspended = 0;
};

// The roster is who is at home or in transit: the sender counts a member until the receiver has taken over.
Result<Counts> counts_of(Reading& ledger) {
    Counts counts;
    JZ_TRY(groups, ledger.member_counts());
    for (const Reading::MemberCount& group : groups) {
        if (on_roster(group.standing)) {
            (group.stage == Stage::probationary ? counts.probationary : counts.full) += group.members;
        }
        counts.in_transit += group.standing == Standing::in_transit ? group.members : 0;
        counts.hosted += group.standing == Standing::hosted ? group.members : 0;
        counts.arriving += group.standing == Standing::arriving ? group.members : 0;
        counts.suspended += group.standing == Standing::suspended ? group.members : 0;
    }
    return counts;
}

RowSet members_card(const Counts& counts) {
    RowSet card = card_called("members");
    const auto add = [&card](std::string id, Text title, std::int64_t number) {
        add_cell(card, std::move(id), title, ColumnType::number, number);
    };
    add("roster", {"在册党员", "On the roster"}, counts.full + counts.probationary);
    add("full", {"其中正式党员", "of these full"}, counts.full);
    add("probationary", {"其中预备党员", "of these probationary"}, counts.probationary);
    add("in_transit", {"其中在途（已转出未接收）", "of these in transit"}, counts.in_transit);
    add("arriving", {"待接收（不计在册）", "Arriving (not counted)"}, counts.arriving);
    add("hosted", {"流入党员（不计在册）", "Hosted (not counted)"}, counts.hosted);
    if (counts.suspended > 0) {
        add("suspended", {"停止党籍（不计在册）", "Suspended (not counted)"}, counts.suspended);
    }
    return card;
}

// Is there anybody on the list for whom something is to be done? Without reading more of old batches than their number of transfers.
Result<bool> may_be_unfinished(Reading& ledger, const Batch& batch, const WaitingCounts& waiting) {
    if (waiting.batches.contains(batch.id)) {
        return true;
    }
    JZ_TRY(entered, ledger.count(RecordKind::transfer, Query().equal("batch", batch.id.text())));
    JZ_TRY(ended,
           ledger.count(
               RecordKind::transfer,
               Query().equal("batch", batch.id.text()).one_of("state", {"refused", "withdrawn", "revoked", "ended"})));
    return entered + batch.left_out < batch.listed || ended > 0;
}

Result<RowSet> batch_rows(Reading& ledger, const WaitingCounts& waiting) {
    RowSet set;
    set.id = "batches";
    set.title = Text{"未办结的批次", "Open batches"};
    set.columns = {{"id", Text{"批次", "Batch"}, ColumnType::id},
                   {"title", Text{"名称", "Title"}, ColumnType::text},
                   {"opened_on", Text{"登记日期", "Opened"}, ColumnType::date},
                   {"listed", Text{"名单人数", "Listed"}, ColumnType::number},
                   {"not_entered", Text{"未登记", "Not entered"}, ColumnType::number},
                   {"open", Text{"未办结", "Open"}, ColumnType::number}};
    JZ_TRY(batches, ledger.batches(Query()));
    for (const Batch& batch : batches) {
        JZ_TRY(unfinished, may_be_unfinished(ledger, batch, waiting));
        if (!unfinished) {
            continue;
        }
        JZ_TRY(progress, progress_of(ledger, batch));
        if (progress.under_way() + progress.not_entered() > 0) {
            set.rows.push_back({batch.id, batch.title, batch.opened_on, progress.listed, progress.not_entered(),
                                progress.under_way()});
        }
    }
    return set;
}

// What to type first in a ledger with nobody in it, and in one where all is done.
std::vector<Message> where_to_begin(const OrgDirectory& organisations, const Counts& counts) {
    if (organisations.all().size() <= 1) {
        return {Text{"jiezhuan org import 党组织.csv  # 先导入下级党组织和外部党组织",
                     "jiezhuan org import FILE  # first the organisations below yours, and outside ones"}};
    }
    if (counts.full + counts.probationary == 0) {
        return {
            Text{"jiezhuan member import 花名册.csv  # 导入党员花名册", "jiezhuan member import FILE  # the roster"}};
    }
    return {Text{"jiezhuan transfer due  # 看有没有应转未转的", "jiezhuan transfer due  # who should be transferred"}};
}

std::vector<Message> next_of(const std::vector<Deadline>& late, const RowSet& waiting) {
    std::vector<Message> next;
    const bool ours = !late.empty() && late.front().others.empty();
    if (ours && late.front().urgency != Urgency::review) {
        next = most_urgent({late.front()}, 1);
        next.emplace_back(Text{"jiezhuan todo  # 全部期限", "jiezhuan todo  # all deadlines"});
    }
    for (const std::vector<Cell>& row : waiting.rows) {
        if (next.size() < kCommandsShown) {
            const std::string command = row[2].machine();
            next.emplace_back(fmt::format("{}  # {}", command, row[0].shown(Lang::zh)),
                              fmt::format("{}  # {}", command, row[0].shown(Lang::en)));
        }
    }
    return next;
}

} // namespace

Result<Document> status_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                 Date as_of) {
    JZ_TRY(counts, counts_of(ledger));
    JZ_TRY(waiting, waiting_counts(ledger, organisations));
    JZ_TRY(late, deadlines(ledger, organisations, profile, as_of, {}));
    JZ_TRY(batches, batch_rows(ledger, waiting));
    Document document;
    document.schema = "status";
    document.headline = say({"{}（截至 {}）", "{} (as of {})"}, organisations.own().name, as_of.text());
    RowSet waits = waiting_rows(waiting);
    RowSet others = waiting_for_others_rows(waiting, organisations);
    document.next = next_of(late, waits);
    if (document.next.empty()) {
        document.next = where_to_begin(organisations, counts);
    }
    document.sections.push_back(members_card(counts));
    document.sections.push_back(std::move(waits));
    document.sections.push_back(deadline_counts(late));
    if (!others.rows.empty()) {
        document.sections.push_back(std::move(others));
    }
    if (!batches.rows.empty()) {
        document.sections.push_back(std::move(batches));
    }
    return document;
}

} // namespace jiezhuan
