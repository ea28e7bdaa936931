#include "jiezhuan/service/reports/inspection.hpp"

#include "jiezhuan/base/hash.hpp"
#include "jiezhuan/service/records/accepted_rules.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

#include <algorithm>

namespace jiezhuan {

Result<Document> overrides_document(Reading& ledger, const OverrideFilter& filter) {
    Events passed;
    JZ_CHECK(ledger.each_event(1, 0, [&](const LoggedEvent& logged) -> Result<void> {
        const Event& event = logged.event;
        const auto accepted = accepted_in(event);
        const bool named = std::any_of(accepted.begin(), accepted.end(), [&](const AcceptedRule& one) {
            return filter.rule.empty() || one.rule == filter.rule;
        });
        const bool in_time =
            (filter.from.empty() || event.date >= filter.from) && (filter.to.empty() || event.date <= filter.to);
        if (named && in_time) {
            passed.emplace(logged.seq, event);
        }
        return {};
    }));
    RowSet rows = accepted_rows(passed);
    std::erase_if(rows.rows, [&](const std::vector<Cell>& row) {
        return !filter.rule.empty() && row.front().machine() != filter.rule;
    });
    rows.title = Message();
    Document document;
    document.schema = "report.overrides";
    document.headline = say({"放行规则 {} 次", "rules were passed {} times"}, rows.rows.size());
    document.sections.push_back(std::move(rows));
    return document;
}

namespace {

struct Drawn {
    Digest lot;
    Transfer transfer;
};

} // namespace

Result<Document> sample_document(Reading& ledger, const OrgDirectory& organisations, const SampleFilter& filter) {
    Query query;
    if (!filter.from.empty()) {
        query.at_least("opened_on", filter.from.text());
    }
    if (!filter.to.empty()) {
        query.less("opened_on", filter.to.plus_days(1).text());
    }
    JZ_TRY(transfers, ledger.transfers(query));
    const std::size_t all = transfers.size();
    Sha256 hash;
    std::vector<Drawn> drawn;
    for (Transfer& transfer : transfers) {
        drawn.push_back({hash.of(fmt::format("{} {}", filter.seed, transfer.id.text())), std::move(transfer)});
    }
    std::sort(drawn.begin(), drawn.end(), [](const Drawn& a, const Drawn& b) { return a.lot < b.lot; });
    drawn.resize(std::min(drawn.size(), static_cast<std::size_t>(filter.count)));
    std::sort(drawn.begin(), drawn.end(), [](const Drawn& a, const Drawn& b) { return a.transfer.id < b.transfer.id; });
    std::vector<Transfer> sample;
    for (Drawn& one : drawn) {
        sample.push_back(std::move(one.transfer));
    }
    JZ_TRY(rows, transfer_rows(ledger, organisations, sample));
    Document document;
    document.schema = "report.sample";
    document.headline = say({"从 {} 件转接中抽出 {} 件（种子 {}）", "{1} of {0} transfers (seed {2})"}, all,
                            rows.rows.size(), filter.seed);
    document.sections.push_back(std::move(rows));
    if (!sample.empty()) {
        document.next.push_back(say({"jiezhuan report case {}  # 逐件查看", "jiezhuan report case {}  # one by one"},
                                    sample.front().id.text()));
    }
    return document;
}

} // namespace jiezhuan
