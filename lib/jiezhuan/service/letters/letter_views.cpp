#include "jiezhuan/service/letters/letter_views.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/item_list.hpp"
#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/letters/letter_archive.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_draft.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"

#include <algorithm>
#include <fmt/ranges.h>
#include <set>

namespace jiezhuan {

std::int64_t days_overdue(const Letter& letter, Date as_of) {
    return on_the_way(letter) && !letter.valid_until.empty() && as_of > letter.valid_until
               ? days_between(letter.valid_until, as_of)
               : 0;
}

Result<std::vector<Letter>> letters_matching(Reading& ledger, const LetterFilter& filter, Date as_of) {
    if (filter.batch) {
        JZ_CHECK(find_batch(ledger, filter.batch));
    }
    Query query;
    if (filter.state) {
        query.equal("state", std::string(code_id(*filter.state)));
    }
    if (filter.direction != LetterDirection::none) {
        std::vector<std::string> directions = directions_like(filter.direction);
        if (filter.overdue && filter.direction == LetterDirection::issued_by_us) { // in whose place it goes on
            directions.emplace_back(code_id(LetterDirection::onward));
        }
        query.one_of("direction", std::move(directions));
    }
    if (!filter.from.empty()) {
        query.at_least("issued_on", filter.from.text());
    }
    if (!filter.to.empty()) {
        query.less("issued_on", filter.to.latest().plus_days(1).text());
    }
    JZ_TRY(letters, ledger.letters(query));
    std::set<TransferId> of_batch;
    if (filter.batch) {
        JZ_TRY(transfers, ledger.transfers(Query().equal("batch", filter.batch.text())));
        for (const Transfer& transfer : transfers) {
            of_batch.insert(transfer.id);
        }
    }
    std::erase_if(letters, [&](const Letter& letter) {
        return (filter.batch && letter.batch != filter.batch && !of_batch.contains(letter.transfer)) ||
               (filter.overdue && days_overdue(letter, as_of) == 0) ||
               (filter.unarchived && (is_live(letter) || !letter.archive_volume.empty() || !lies_here(letter)));
    });
    return std::move(letters);
}

namespace {

Cell state_cell(const Letter& letter) {
    if (!is_live(letter) || is_carried(letter)) {
        return Cell::code(letter.state);
    }
    return {std::string(code_id(letter.state)), Message(Text{"已换信", "exchanged"})};
}

} // namespace

RowSet letter_rows(std::span<const Letter> letters, Date as_of) {
    RowSet rows;
    rows.id = "letters";
    rows.columns = {id_column(),
                    {"no", Text("介绍信编号", "Letter"), ColumnType::id},
                    {"name", Text("姓名", "Name"), ColumnType::text},
                    {"organisation", Text("对方", "Other side"), ColumnType::text},
                    {"issued_on", Text("开具日期", "Issued on"), ColumnType::date},
                    {"valid_until", Text("有效期至", "Valid until"), ColumnType::date},
                    {"state", Text("状态", "State"), ColumnType::code},
                    {"days_overdue", Text("过期", "Past"), ColumnType::number},
                    {"transfer", Text("转接", "Transfer"), ColumnType::id}};
    for (const Letter& letter : letters) {
        const std::int64_t days = days_overdue(letter, as_of);
        const bool ours = issued_here(letter);
        rows.rows.push_back({Cell(letter.id), Cell(letter.no), Cell(letter.name),
                             org_name_cell(ours ? letter.addressee : letter.issuer_name), Cell(letter.issued_on),
                             Cell(letter.valid_until), state_cell(letter), days == 0 ? Cell() : Cell(days),
                             Cell(letter.transfer)});
    }
    rows.when_empty = Text{"没有符合条件的介绍信", "no letter fits"};
    return rows;
}

Cell org_name_cell(const std::string& name) {
    for (const std::string_view prefix : {"中国共产党", "中共"}) {
        if (name.starts_with(prefix) && name.size() > prefix.size()) {
            const std::string rest = name.substr(prefix.size());
            return {name, Message(rest, rest)};
        }
    }
    return Cell(name);
}

namespace {

// In the order of the paper; then what became of it.
const std::vector<std::string_view> kCard = {"id",
                                             "no",
                                             "kind",
                                             "direction",
                                             "state",
                                             "state_on",
                                             "state_reason",
                                             "name",
                                             "sex",
                                             "age",
                                             "ethnic",
                                             "id_no",
                                             "stage",
                                             "issuer_name",
                                             "receipt_to",
                                             "from_unit",
                                             "addressee",
                                             "to_unit",
                                             "dues_paid_through",
                                             "flaws",
                                             "issued_on",
                                             "valid_days",
                                             "valid_until",
                                             "member_contact",
                                             "committee_address",
                                             "committee_phone",
                                             "committee_fax",
                                             "committee_postcode",
                                             "delivered_to",
                                             "delivered_on",
                                             "delivered_how",
                                             "receipt_on",
                                             "receipt_handler",
                                             "receipt_phone",
                                             "receipt_recorded_on",
                                             "receipt_issued_on",
                                             "receipt_sent_on",
                                             "receipt_sent_how",
                                             "replaces",
                                             "replaced_by",
                                             "exchanges",
                                             "exchanged_on",
                                             "exchanged_for",
                                             "receiver_notified_on",
                                             "archived_on",
                                             "archive_volume",
                                             "archive_page",
                                             "number_source",
                                             "transfer",
                                             "member",
                                             "batch",
                                             "persons",
                                             "template_id",
                                             "content_hash",
                                             "remarks"};

void name_flaws(RowSet& card, const Letter& letter) {
    for (std::size_t i = 0; i < card.columns.size(); ++i) {
        if (card.columns[i].id == "flaws" && !letter.flaws.empty()) {
            card.rows.front()[i] = Cell(letter.flaws, items_in_words(letter.flaws, code_table<PaperFlaw>()));
        }
    }
}

// An ID number and a telephone on the paper are masked as those of a member are.
void mask_as_member(RowSet& card, const Letter& letter) {
    for (std::size_t i = 0; i < card.columns.size(); ++i) {
        if (card.columns[i].id == "id_no") {
            const auto id = CitizenId::parse(letter.id_no);
            card.rows.front()[i] = Cell(id ? id->masked() : masked_text(letter.id_no));
        } else if (card.columns[i].id == "member_contact") {
            card.rows.front()[i] = Cell(masked_phone(letter.member_contact));
        }
    }
}

Result<RowSet> history_of(Reading& ledger, const Letter& letter) {
    JZ_TRY(events, ledger.history(RecordKind::letter, letter.id.value));
    RowSet rows;
    rows.id = "history";
    rows.title = Text("经过", "What happened");
    rows.columns = {{"date", Text("日期", "Date"), ColumnType::date},
                    {"what", Text("事项", "What"), ColumnType::code},
                    {"op", Text("经办人", "By"), ColumnType::text},
                    {"written_at", Text("登记时间", "Written"), ColumnType::text}};
    for (const LoggedEvent& logged : events) {
        const EventType* type = event_type(logged.event.type);
        rows.rows.push_back({Cell(logged.event.date),
                             Cell(logged.event.type, type == nullptr ? Message(logged.event.type, logged.event.type)
                                                                     : Message(type->title)),
                             Cell(logged.event.op), Cell(time_in_china(logged.event.at))});
    }
    return rows;
}

Message headline_of(const Letter& letter, Date as_of, const std::vector<Letter>& chain) {
    const Text state = code_title(letter.state);
    const std::string who = letter.name.empty() ? letter.no : letter.no + " " + letter.name;
    if (letter.kind == LetterKind::certificate && still_out(letter)) {
        return say({"证明信 {}：有效期至 {}", "certificate {}: valid until {}"}, who, letter.valid_until.text());
    }
    if (chain.size() > 1 && is_live(letter)) {
        return say({"介绍信 {}：{} 由“{}”换开为 {}，没有回执", "letter {}: exchanged {} by '{}' for {}, no receipt"},
                   who, letter.exchanged_on.text(), chain[1].issuer_name, chain[1].no);
    }
    if (on_the_way(letter) && !is_validity_known(letter) && !letter.valid_until.empty()) {
        return say({"介绍信 {}：在途，有效期不明，先按交出的信的 {} 提醒",
                    "letter {}: on its way, its validity is not known; {}, of the one handed in, counts"},
                   who, letter.valid_until.text());
    }
    if (const std::int64_t days = days_overdue(letter, as_of); days > 0) {
        return say(
            {"介绍信 {}：有效期至 {}，已过期 {} 天，没有回执", "letter {}: valid until {}, {} days past, no receipt"},
            who, letter.valid_until.text(), days);
    }
    if (on_the_way(letter) && letter.valid_until.empty()) {
        return say({"介绍信 {}：在途，有效期不明", "letter {}: on its way, its validity is not known"}, who);
    }
    if (on_the_way(letter)) {
        return say({"介绍信 {}：在途，有效期至 {}，还有 {} 天", "letter {}: on its way, valid until {}, {} days left"},
                   who, letter.valid_until.text(), days_between(as_of, letter.valid_until));
    }
    return Message(fmt::format("介绍信 {}：{}（{}）", who, state.zh, letter.state_on.text()),
                   fmt::format("letter {}: {} ({})", who, state.en, letter.state_on.text()));
}

// How many of the list were received by it; 0 of a letter without one.
Result<std::int64_t> received_of_list(Reading& ledger, const Letter& letter) {
    JZ_TRY(transfers, has_list(letter) ? transfers_of_list(ledger, letter)
                                       : Result<std::vector<Transfer>>(std::vector<Transfer>()));
    return static_cast<std::int64_t>(std::count_if(transfers.begin(), transfers.end(), was_received));
}

// A list of which some were received.
Message headline_of_list(const Letter& letter, Date as_of, std::int64_t received) {
    const Message how_far = say({"名单 {} 人，已接收 {} 人", "{} on its list, {} received"}, letter.persons, received);
    const std::string who = letter.no + " " + letter.name;
    const std::int64_t days = days_overdue(letter, as_of);
    return days > 0 ? say({"介绍信 {}：有效期至 {}，已过期 {} 天；{}", "letter {}: valid until {}, {} days past; {}"},
                          who, letter.valid_until.text(), days, how_far)
                    : say({"介绍信 {}：有效期至 {}；{}", "letter {}: valid until {}; {}"}, who,
                          letter.valid_until.text(), how_far);
}

// Of a letter of ours alone: who collected it, and another one when it has expired; where it was exchanged the last issuer gives that.
void add_next_of_ours(std::vector<Message>& next, const Letter& letter, Date as_of) {
    const std::string id = letter.id.text();
    if (letter.delivered_on.empty()) {
        next.push_back(
            say({"jiezhuan letter deliver {}  # 登记领取", "jiezhuan letter deliver {}  # who collected it"}, id));
    }
    if (days_overdue(letter, as_of) > 0 && has_list(letter)) {
        next.push_back(say(
            {"jiezhuan letter void {0} --reason 原因; jiezhuan letter issue --batch {1}  # "
             "联系后，给还在途的人另开一份",
             "jiezhuan letter void {0} --reason REASON; jiezhuan letter issue --batch {1}  # after contacting them: a "
             "new list of those still on the way"},
            id, letter.batch.text()));
    } else if (days_overdue(letter, as_of) > 0) {
        next.push_back(say({"jiezhuan letter reissue {} --reason 原因  # 联系党员后补开",
                            "jiezhuan letter reissue {} --reason REASON  # after contacting the member"},
                           id));
    }
}

std::vector<Message> next_of(const Letter& letter, Date as_of) {
    std::vector<Message> next;
    if (!on_the_way(letter)) {
        return next;
    }
    if (issued_here(letter)) {
        add_next_of_ours(next, letter, as_of);
    } else if (days_overdue(letter, as_of) > 0) {
        next.push_back(
            say({"{}  # 由开具单位补开后登记", "{}  # when its issuer has given a new one"}, exchange_command(letter)));
    }
    if (letter.kind == LetterKind::certificate) {
        next.push_back(say({"jiezhuan transfer end {} --reason 已返回  # 返回后登记",
                            "jiezhuan transfer end {} --reason returned  # when the member is back"},
                           letter.transfer.text()));
        return next;
    }
    if (letter.direction == LetterDirection::between && has_list(letter)) {
        next.push_back(say({"jiezhuan batch show {}  # 接收到哪一步", "jiezhuan batch show {}  # how far they are"},
                           letter.batch.text()));
        return next;
    }
    if (letter.direction == LetterDirection::between) { // the receiver writes its receipt here
        next.push_back(say({"jiezhuan transfer show {}  # 接收到哪一步", "jiezhuan transfer show {}  # how far it is"},
                           letter.transfer.text()));
        return next;
    }
    const Message record = record_receipt_command(letter);
    next.emplace_back(record.zh + "  # 收到回执后登记", record.en + "  # when the receipt is back");
    return next;
}

} // namespace

Result<Document> letter_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                 const Letter& letter, Date as_of, bool reveal) {
    Document document;
    document.schema = "letter.show";
    JZ_TRY(chain, chain_from(ledger, letter));
    document.headline = headline_of(letter, as_of, chain);
    JZ_TRY(received, received_of_list(ledger, letter));
    if (received > 0 && is_live(letter)) {
        document.headline = headline_of_list(letter, as_of, received);
    }
    RowSet card = card_of(letter, true, kCard);
    card.id = "letter";
    name_flaws(card, letter);
    if (!reveal) {
        mask_as_member(card, letter);
    }
    document.sections.push_back(std::move(card));
    JZ_CHECK(add_chain(ledger, letter, document));
    JZ_TRY(history, history_of(ledger, letter));
    document.sections.push_back(std::move(history));
    const LetterFacts facts{.letter = letter, .profile = profile, .on = as_of};
    document.findings = ask(letter_rules(), Moment::review, facts, letter.id.text() + " " + letter.no);
    document.next = next_of(letter, as_of);
    const Organisation* const others = issued_here(letter) ? others_work(organisations, letter.issuer) : nullptr;
    if (others != nullptr && !document.next.empty()) {
        document.next = {done_by_others(*others)};
        if (letter.direction == LetterDirection::between) {
            document.next = {say({"jiezhuan explain {}  # 它的转接", "jiezhuan explain {}  # its transfer"},
                                 letter.transfer.text())};
        }
    }
    if (chain.size() > 1 && is_live(letter)) {
        document.next.push_back(say({"jiezhuan letter show {}  # 现在党员手里的信",
                                     "jiezhuan letter show {}  # the one that the member has now"},
                                    chain.back().id.text()));
    }
    return document;
}

} // namespace jiezhuan
