// Which receipts are owed, to us and by us.
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/batches/whole_views.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/receipts/receipts.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"

#include <algorithm>
#include <tuple>

namespace jiezhuan {
namespace {

// A receipt that is owed: since when, and by which day.
struct Owed {
    Letter letter;
    Letter counted; // of a chain, until the relation is received, the one in hand
    Transfer transfer;
    Date since; // of acceptance; where that is not known, of the letter
    Date due;
    std::int64_t left = 0;      // of a list of ours: who is still on the way
    std::int64_t undecided = 0; // of a list that came: its receipt waits for them
};

// Some of a list were received; whose receipt is missing is not seen from its name.
Cell name_of(const Owed& owed) {
    const Letter& letter = owed.letter;
    if (owed.undecided > 0) {
        return {letter.name, Message(fmt::format("{}（{} 名未办）", letter.name, owed.undecided),
                                     fmt::format("{} ({} undecided)", letter.name, owed.undecided))};
    }
    if (owed.left == 0 || owed.left == letter.persons) {
        return {letter.name};
    }
    return {letter.name, Message(fmt::format("{}（还差 {} 名）", letter.name, owed.left),
                                 fmt::format("{} ({} missing)", letter.name, owed.left))};
}

RowSet rows_of(const std::vector<Owed>& owed, std::string id, Text title, Text party, Text since, Date as_of) {
    RowSet rows;
    rows.id = std::move(id);
    rows.title = title;
    rows.columns = {{"letter", Text("编号", "ID"), ColumnType::id},
                    {"no", Text("介绍信编号", "Letter"), ColumnType::id},
                    {"name", Text("姓名", "Name"), ColumnType::text},
                    {"organisation", party, ColumnType::text},
                    {"since", since, ColumnType::date},
                    {"due", Text("期限", "Due"), ColumnType::date},
                    {"days_overdue", Text("逾期", "Late"), ColumnType::number},
                    {"transfer", Text("转接", "Transfer"), ColumnType::id}};
    for (const Owed& one : owed) {
        const bool late = !one.due.empty() && as_of > one.due;
        const bool incoming = answered_here(one.letter);
        rows.rows.push_back({Cell(one.letter.id), Cell(one.letter.no), name_of(one),
                             org_name_cell(incoming ? receipt_addressee(one.letter) : one.letter.addressee),
                             Cell(one.since), Cell(one.due), late ? Cell(days_between(one.due, as_of)) : Cell(),
                             Cell(one.transfer.id)});
    }
    return rows;
}

// What to do about it, from our side: the text of the rule is for both.
Message what_to_do(const Owed& owed, const Finding& finding, const DeadlineFacts& facts) {
    const bool ours = answered_here(owed.letter);
    if (finding.rule == "RC-01" && ours && owed.undecided > 0) {
        const NextStep first = decide_first(owed.letter, owed.undecided);
        return say({"{}：{}", "{}: {}"}, first.waits_for, first.command);
    }
    if (finding.rule == "RC-01" && ours) {
        return say({"我方应立即邮寄或传真回执，再登记：jiezhuan receipt sent {} --how 邮寄",
                    "mail or fax our receipt now, then record it: jiezhuan receipt sent {} --how mail"},
                   owed.letter.id.text());
    }
    const auto rows = transfer_deadlines();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const DeadlineRule& one) { return one.text.id == finding.rule; });
    if (ours || row == rows.end() || finding.rule == "RC-01") {
        return finding.fix;
    }
    const Message why = finding.rule == "LT-09"
                            ? Message(Text{"联系党员，查明原因", "contact the member and find out why"})
                            : finding.fix;
    return say({"{}；补开：{}", "{}; a new one: {}"}, why, row->command(facts));
}

// Of a letter whose receipt is long missing it need not be said that it expired.
Findings judged(const std::vector<Owed>& owed, const Profile& profile, Date as_of) {
    Findings findings;
    for (const Owed& one : owed) {
        const DeadlineFacts facts{profile, as_of, std::nullopt, one.transfer, one.counted};
        Findings late = ask_deadlines(facts, one.letter.id.text() + " " + one.letter.name);
        const bool silent =
            std::any_of(late.begin(), late.end(), [](const Finding& finding) { return finding.rule == "RC-02"; });
        for (Finding& finding : late) {
            if (finding.rule == "RC-01" || finding.rule == "RC-02" || (finding.rule == "LT-09" && !silent)) {
                finding.fix = what_to_do(one, finding, facts);
                if (finding.rule == "RC-01" && answered_here(one.letter)) {
                    finding.named = {one.letter.id.text()};
                }
                findings.push_back(std::move(finding));
            }
        }
    }
    sort_findings(findings);
    return findings;
}

void sort_by_due(std::vector<Owed>& owed) {
    std::sort(owed.begin(), owed.end(), [](const Owed& a, const Owed& b) {
        return std::tuple(a.due.empty(), a.due, a.letter.id) < std::tuple(b.due.empty(), b.due, b.letter.id);
    });
}

struct Waiting {
    std::optional<Transfer> transfer;
    std::int64_t left = 0;
};

// The letter's transfer; of a list the one that has waited longest, and how many of ours are still on the way.
Result<Waiting> who_waits(Reading& ledger, const Letter& letter) {
    if (!has_list(letter)) {
        JZ_TRY(transfer, ledger.transfer(letter.transfer));
        return Waiting{std::move(transfer), 0};
    }
    JZ_TRY(transfers, transfers_of_list(ledger, letter));
    Waiting waiting;
    bool first_waits = false;
    for (Transfer& transfer : transfers) {
        const bool on_the_way =
            letter.direction == LetterDirection::issued_by_us && transfer.state == TransferState::sent;
        const bool waits = on_the_way || (answered_here(letter) && !transfer.received_on.empty());
        waiting.left += on_the_way ? 1 : 0;
        std::optional<Transfer>& first = waiting.transfer;
        if (!first || (waits && (!first_waits || transfer.received_on < first->received_on))) {
            first = std::move(transfer);
            first_waits = waits;
        }
    }
    return waiting;
}

// Letters with their transfers, those that exist on the day and fit.
template <class Fits> Result<std::vector<Owed>> owed_of(Reading& ledger, const Query& query, Fits fits) {
    JZ_TRY(letters, ledger.letters(query));
    std::vector<Owed> owed;
    for (Letter& letter : letters) {
        if ((!letter.transfer && !has_list(letter)) || letter.kind != LetterKind::introduction) {
            continue;
        }
        JZ_TRY(waiting, who_waits(ledger, letter));
        if (!waiting.transfer) { // nobody is on its list any more
            continue;
        }
        JZ_TRY(counted, letter_that_counts(ledger, *waiting.transfer, letter));
        JZ_TRY(undecided, undecided_beside(ledger, letter));
        Owed one{std::move(letter), std::move(*counted), std::move(*waiting.transfer), {}, {}, waiting.left, undecided};
        if (fits(one)) {
            owed.push_back(std::move(one));
        }
    }
    sort_by_due(owed);
    return owed;
}

// A month is set for the receipt since RC-01 is: what began before is owed, and never late.
Date answer_due(const Profile& profile, Date began, Date from) {
    const bool none = from.empty() || !in_force(*rule_named("RC-01"), began);
    return none ? Date() : from.plus_months(static_cast<int>(profile.receipt_months));
}

} // namespace

Result<OwedReceipts> missing_receipts(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                      Date as_of) {
    Query query;
    query.equal("direction", std::string(code_id(LetterDirection::issued_by_us)))
        .one_of("state", {std::string(code_id(LetterState::issued)), std::string(code_id(LetterState::used))});
    JZ_TRY(owed, owed_of(ledger, query, [&](Owed& one) {
               const Letter& letter = one.letter;
               const Date recorded = letter.receipt_recorded_on;
               const Date received = one.transfer.received_on;
               const bool back = !recorded.empty() && recorded <= as_of;
               const bool ended = recorded.empty() && letter.state != LetterState::issued;
               const bool accepted =
                   !received.empty() && received <= as_of && (recorded.empty() || received < recorded);
               const Date from = accepted ? received : one.counted.valid_until;
               one.since = accepted ? received : letter.issued_on;
               one.due = answer_due(profile, one.since, from);
               return letter.issued_on <= as_of && !back && !ended &&
                      others_step(organisations, one.transfer, Action::accept) == nullptr;
           }));
    OwedReceipts result{rows_of(owed, "missing", {"没有收到的回执", "Receipts not back"}, {"接收党组织", "Receiver"},
                                {"开具或接收", "Since"}, as_of),
                        judged(owed, profile, as_of)};
    result.rows.when_empty = Text{"没有欠收的回执", "no receipt is missing"};
    return result;
}

Result<OwedReceipts> receipts_to_send(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                      Date as_of) {
    Query query;
    query.one_of("direction", directions_like(LetterDirection::incoming))
        .equal("state", std::string(code_id(LetterState::used)));
    JZ_TRY(owed, owed_of(ledger, query, [&](Owed& one) {
               const Date received = one.transfer.received_on;
               const bool sent = !one.letter.receipt_sent_on.empty() && one.letter.receipt_sent_on <= as_of;
               one.since = received;
               one.due = answer_due(profile, received, received);
               return !received.empty() && received <= as_of && !sent &&
                      others_step(organisations, one.transfer, Action::close) == nullptr;
           }));
    OwedReceipts result{
        rows_of(owed, "to_send", {"应寄出的回执", "Receipts to send"}, {"寄往", "To"}, {"接收日期", "Received"}, as_of),
        judged(owed, profile, as_of)};
    result.rows.when_empty = Text{"没有欠寄的回执", "no receipt is to be sent"};
    return result;
}

} // namespace jiezhuan
