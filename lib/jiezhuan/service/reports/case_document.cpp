#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/way_rules.hpp"
#include "jiezhuan/service/letters/letter_archive.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/records/accepted_rules.hpp"
#include "jiezhuan/service/records/event_rows.hpp"
#include "jiezhuan/service/reports/inspection.hpp"
#include "jiezhuan/service/transfers/file_forwarding.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/transfer_contacts.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"
#include "jiezhuan/service/transfers/verified_items.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

struct Case {
    const Transfer& transfer;
    const Member& member;
    const std::vector<Letter>& letters;
    const Events& events;
};

// The last event that set a field of a record: who recorded a step, and when.
const Event* recorded_by(const Events& events, RecordKind kind, std::int64_t id, std::string_view field) {
    const Event* last = nullptr;
    for (const auto& [seq, event] : events) {
        const bool created = seq == id && event.create && event.create->kind == kind &&
                             event.create->fields.contains(std::string(field));
        const bool set = std::any_of(event.set.begin(), event.set.end(), [&](const Change& change) {
            return change.kind == kind && change.id == id && change.to.contains(std::string(field));
        });
        last = created || set ? &event : last;
    }
    return last;
}

class Steps {
  public:
    explicit Steps(const Case& one) : case_(one) {
        set_.id = "steps";
        set_.title = Text{"各步", "Steps"};
        set_.columns = {{"step", Text{"事项", "Step"}, ColumnType::text},
                        {"date", Text{"日期", "Date"}, ColumnType::date},
                        {"operator", Text{"经办人", "By"}, ColumnType::text},
                        {"evidence", Text{"依据、凭据", "Evidence"}, ColumnType::text},
                        {"written", Text{"登记时间", "Written"}, ColumnType::text}};
    }

    void of_transfer(std::string_view field, Text title, Date on, const Message& evidence) {
        add(RecordKind::transfer, case_.transfer.id.value, field, title, on, evidence);
    }
    void of_letter(const Letter& letter, std::string_view field, Text title, Date on, const Message& evidence) {
        add(RecordKind::letter, letter.id.value, field, title, on, evidence);
    }
    // A step that leaves no day on the transfer, or whose day a later one takes.
    void of_event(const Event& event, Text title, const std::string& evidence) {
        set_.rows.push_back({Cell(std::string(title.zh), Message(title)), event.date, Cell(event.op), Cell(evidence),
                             Cell(time_in_china(event.at))});
    }
    // In the order of their days; those of one day as they were written.
    RowSet take() {
        std::stable_sort(set_.rows.begin(), set_.rows.end(), [](const auto& a, const auto& b) {
            return std::pair(a[1].machine(), a[4].machine()) < std::pair(b[1].machine(), b[4].machine());
        });
        return std::move(set_);
    }

  private:
    void add(RecordKind kind, std::int64_t id, std::string_view field, Text title, Date on, const Message& evidence) {
        if (on.empty()) {
            return;
        }
        const Event* event = recorded_by(case_.events, kind, id, field);
        set_.rows.push_back({Cell(std::string(title.zh), Message(title)), on,
                             event == nullptr ? Cell() : Cell(event->op),
                             evidence.empty() ? Cell() : Cell(evidence.zh, evidence),
                             event == nullptr ? Cell() : Cell(time_in_china(event->at))});
    }

    const Case& case_;
    RowSet set_;
};

Message plain(const std::string& text) { return text.empty() ? Message() : Message(text, text); }

// "按 介绍信、身份证 核实，依据 档案，核实人 李明"
Message verification(const Transfer& transfer) {
    const Message items = plain(verified_items_in_words(transfer.verified_items));
    Message all;
    const auto add = [&all](Text what, const Message& words) {
        if (!words.empty()) {
            all.zh += (all.zh.empty() ? "" : "；") + std::string(what.zh) + words.zh;
            all.en += (all.en.empty() ? "" : "; ") + std::string(what.en) + words.en;
        }
    };
    add({"核实人 ", "by "}, plain(transfer.verified_by));
    add({"核对 ", "checked "}, items);
    add({"依据 ", "on "}, plain(transfer.verified_basis));
    return all;
}

Message receipt_in_words(const Letter& letter) {
    const std::string& handler = letter.receipt_handler;
    return say({"回执 {}，落款 {}{}", "receipt {}, dated {}{}"}, letter.no, letter.receipt_on.text(),
               handler.empty() ? Message() : say({"，经办 {}", ", signed {}"}, handler));
}

// By us, or by one committee of this ledger for another.
bool written_here(const Letter& letter) {
    return letter.direction == LetterDirection::issued_by_us || letter.direction == LetterDirection::between;
}

void add_letter_steps(Steps& steps, const Letter& letter) {
    const bool ours = written_here(letter);
    const Message no =
        say({"介绍信 {}，有效期至 {}", "letter {}, valid until {}"}, letter.no, letter.valid_until.text());
    if (ours) {
        steps.of_letter(letter, "no", {"开具介绍信", "letter issued"}, letter.issued_on, no);
        steps.of_letter(letter, "delivered_on", {"领取介绍信", "letter collected"}, letter.delivered_on,
                        plain(letter.delivered_to + " " + letter.delivered_how));
    }
    if (has_ended(letter)) {
        const Text state = code_title(letter.state);
        steps.of_letter(letter, "state", {"介绍信作废、遗失或补开", "letter ended"}, letter.state_on,
                        Message(fmt::format("{} {}：{}", letter.no, state.zh, letter.state_reason),
                                fmt::format("{} {}: {}", letter.no, state.en, letter.state_reason)));
    }
    steps.of_letter(letter, "receipt_recorded_on", {"收到回执", "receipt came back"}, letter.receipt_recorded_on,
                    receipt_in_words(letter));
    steps.of_letter(letter, "receipt_issued_on", {"开具回执", "receipt written"}, letter.receipt_issued_on,
                    say({"介绍信 {} 的回执", "the receipt of letter {}"}, letter.no));
    steps.of_letter(letter, "receipt_sent_on", {"寄出回执", "receipt sent"}, letter.receipt_sent_on,
                    plain(letter.receipt_sent_how));
    steps.of_letter(letter, "archived_on", {"归档", "archived"}, letter.archived_on, archive_place(letter));
}

Message letter_that_came(const Letter& letter) {
    return letter.receipt_to.empty()
               ? say({"介绍信 {}", "letter {}"}, letter.no)
               : say({"介绍信 {}，由“{}”换开，原所在基层党委“{}”", "letter {}, given in exchange by '{}', of '{}'"},
                     letter.no, letter.issuer_name, letter.receipt_to);
}

// Where a department took it in: what it gave for it.
void add_exchange(Steps& steps, const Letter& letter, const std::vector<Letter>& letters) {
    const auto given =
        std::find_if(letters.begin(), letters.end(), [&](const Letter& one) { return one.id == letter.exchanged_for; });
    if (given != letters.end()) {
        steps.of_letter(letter, "exchanged_on", {"换信", "letter exchanged"}, letter.exchanged_on,
                        say({"{} 换为 {}，有效期至 {}，开具单位“{}”", "{} for {}, valid until {}, issued by '{}'"},
                            letter.no, given->no,
                            given->valid_until.empty() || !is_validity_known(*given)
                                ? Message(Text{"不明", "not known"})
                                : Message(given->valid_until.text(), given->valid_until.text()),
                            given->issuer_name));
    }
}

// Who was sent back comes again, with another letter: each was presented on its day, and went back on its day.
void add_presentations(Steps& steps, const Case& one) {
    const Transfer& transfer = one.transfer;
    bool by_letter = false;
    for (const Letter& letter : one.letters) {
        if (letter.direction != LetterDirection::incoming) {
            continue;
        }
        by_letter = by_letter || letter.id == transfer.letter;
        const auto event = one.events.find(letter.id.value);
        const bool now = letter.id == transfer.letter || event == one.events.end();
        steps.of_letter(letter, "no", {"报到", "presented"}, now ? transfer.presented_on : event->second.date,
                        letter_that_came(letter));
        if (letter.state == LetterState::returned) {
            steps.of_letter(letter, "state", {"退回介绍信", "letter returned"}, letter.state_on,
                            say({"{}：{}", "{}: {}"}, letter.no, letter.state_reason));
        }
    }
    if (!by_letter) {
        steps.of_transfer("presented_on", {"报到", "presented"}, transfer.presented_on, plain(transfer.online_no));
    }
}

// Also where the paper was given up since: what each way did is kept.
bool went_both_ways(const Transfer& transfer) { return goes_both_ways(transfer) || !transfer.online_since.empty(); }

// Of one that goes both ways, what happened online.
void add_online_steps(Steps& steps, const Transfer& transfer) {
    const Way online = online_way(transfer);
    if (!went_both_ways(transfer)) {
        return;
    }
    steps.of_transfer("online_since",
                      comes(transfer.kind) ? Text{"网上到达", "arrived online"} : Text{"网上转出", "sent online"},
                      online.since, plain(online.no));
    const std::string evidence = online.receiver.empty() ? online.note : online.receiver + "：" + online.note;
    steps.of_transfer("online_state_on",
                      online.state == WayState::accepted   ? Text{"网上接收", "accepted online"}
                      : online.state == WayState::returned ? Text{"网上退回", "returned online"}
                                                           : Text{"网上终止", "ended online"},
                      online.on, plain(evidence));
}

// Held and gone on, each time; and how it came to nothing, or was undone.
void add_turns(Steps& steps, const Case& one) {
    constexpr std::array kTurns = {
        std::pair{Action::hold, Text{"暂缓", "held"}},          std::pair{Action::resume, Text{"恢复办理", "resumed"}},
        std::pair{Action::withdraw, Text{"撤回", "withdrawn"}}, std::pair{Action::refuse, Text{"拒接", "refused"}},
        std::pair{Action::revoke, Text{"撤销", "revoked"}},     std::pair{Action::end, Text{"结束", "ended"}}};
    for (const auto& [seq, event] : one.events) {
        const auto action = code_from_id<Action>(json::text_of(event.about, "action"));
        const auto turn =
            std::find_if(kTurns.begin(), kTurns.end(), [&](const auto& row) { return action && row.first == *action; });
        if (turn == kTurns.end()) {
            continue;
        }
        std::string reason;
        for (const Change& change : event.set) {
            if (change.kind == RecordKind::transfer && change.id == one.transfer.id.value) {
                reason = json::text_of(change.to, *action == Action::hold ? "hold_reason" : "outcome_reason");
            }
        }
        steps.of_event(event, turn->second, *action == Action::resume ? std::string() : reason);
    }
}

RowSet steps_of(const Case& one, const OrgDirectory& organisations) {
    const Transfer& transfer = one.transfer;
    Steps steps(one);
    steps.of_transfer("opened_on", {"登记转接", "opened"}, transfer.opened_on,
                      transfer.reason == TransferReason::none ? plain(transfer.reason_note)
                                                              : Message(code_title(transfer.reason)));
    steps.of_transfer("approved_on", {"批准", "approved"}, transfer.approved_on, plain(transfer.minutes));
    if (!went_both_ways(transfer) && (!transfer.letter || transfer.channel == Channel::online)) {
        steps.of_transfer("sent_on", {"网上转出", "sent online"}, transfer.sent_on, plain(transfer.online_no));
    }
    add_online_steps(steps, transfer);
    add_turns(steps, one);
    for (const Letter& letter : one.letters) {
        if (written_here(letter)) {
            add_letter_steps(steps, letter);
        }
        add_exchange(steps, letter, one.letters);
    }
    add_presentations(steps, one);
    steps.of_transfer("verified_on", {"核实", "verified"}, transfer.verified_on, verification(transfer));
    steps.of_transfer("received_on", {"接收", "received"}, transfer.received_on, plain(transfer.received_evidence));
    steps.of_transfer("assigned_on", {"编入支部", "placed in a branch"}, transfer.assigned_on,
                      plain(organisations.label(transfer.branch)));
    for (const Letter& letter : one.letters) {
        if (letter.direction == LetterDirection::incoming) {
            add_letter_steps(steps, letter);
        }
    }
    return steps.take();
}

RowSet papers_of(const std::vector<Letter>& letters) {
    RowSet set;
    set.id = "papers";
    set.title = Text{"纸质材料", "Papers"};
    set.columns = {{"letter", Text{"编号", "ID"}, ColumnType::id},
                   {"no", Text{"介绍信编号", "Letter"}, ColumnType::id},
                   {"direction", Text{"方向", "Direction"}, ColumnType::code},
                   {"state", Text{"状态", "State"}, ColumnType::code},
                   {"receipt", Text{"回执", "Receipt"}, ColumnType::date},
                   {"where", Text{"存放", "Where it lies"}, ColumnType::text}};
    set.when_empty = Text{"没有纸质材料", "none"};
    for (const Letter& letter : letters) {
        if (letter.direction == LetterDirection::onward) { // it never lies with us
            continue;
        }
        const Date receipt =
            letter.direction == LetterDirection::issued_by_us ? letter.receipt_recorded_on : letter.receipt_sent_on;
        const Message place =
            letter.archive_volume.empty() ? Message(Text{"没有归档", "not archived"}) : archive_place(letter);
        set.rows.push_back({letter.id, letter.no, Cell::code(letter.direction), Cell::code(letter.state), receipt,
                            Cell(place.zh, place)});
    }
    return set;
}

RowSet card_of_case(const Case& one, const OrgDirectory& organisations, Date as_of) {
    const Transfer& transfer = one.transfer;
    const auto end = [&](OrgId id, const std::string& name) { return id ? organisations.label(id) : name; };
    const Message responsible = responsible_for(organisations, transfer, as_of);
    RowSet card;
    card.id = "case";
    card.shape = RowSet::Shape::card;
    card.columns = {{"transfer", Text{"转接", "Transfer"}, ColumnType::id},
                    {"member", Text{"党员", "Member"}, ColumnType::id},
                    {"name", Text{"姓名", "Name"}, ColumnType::text},
                    {"kind", Text{"类型", "Kind"}, ColumnType::code},
                    {"channel", Text{"方式", "Channel"}, ColumnType::code},
                    {"state", Text{"状态", "State"}, ColumnType::code},
                    {"from", Text{"转出党组织", "From"}, ColumnType::text},
                    {"to", Text{"转入党组织", "To"}, ColumnType::text},
                    {"responsible", Text{"由谁负责", "Responsible"}, ColumnType::text}};
    card.rows.push_back({transfer.id, transfer.member, one.member.name, Cell::code(transfer.kind),
                         Cell::code(transfer.channel), state_cell(transfer), end(transfer.from, transfer.from_name),
                         end(transfer.to, transfer.destination), Cell(responsible.zh, responsible)});
    return card;
}

std::vector<Message> to_archive(const std::vector<Letter>& letters) {
    std::vector<Message> next;
    for (const Letter& letter : letters) {
        if (lies_here(letter) && !is_live(letter) && letter.archive_volume.empty()) {
            next.push_back(say({"jiezhuan letter archive {} --volume 卷号 --page 页号  # 归档",
                                "jiezhuan letter archive {} --volume VOLUME --page PAGE  # record where it lies"},
                               letter.id.text()));
        }
    }
    return next;
}

} // namespace

Result<Document> case_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                               TransferId id, Date as_of) {
    TransferFilter filter;
    filter.ids = {id};
    JZ_TRY(found, select_transfers(ledger, organisations, filter));
    const Transfer& transfer = found.front();
    JZ_TRY(member, ledger.member(transfer.member));
    ensure_there(member.has_value(), lost::kMember);
    JZ_TRY(letters, letters_of(ledger, transfer));
    AboutRecords about = {{RecordKind::transfer, id.value}};
    for (const Letter& letter : letters) {
        about.emplace_back(RecordKind::letter, letter.id.value);
    }
    JZ_TRY(events, events_about(ledger, about));
    const Case one{transfer, *member, letters, events};
    Document document;
    document.schema = "report.case";
    document.headline = say({"{} {} 的转接全过程（截至 {}）", "{} {}: the whole transfer (as of {})"}, id.text(),
                            member->name, as_of.text());
    document.sections = {card_of_case(one, organisations, as_of), steps_of(one, organisations)};
    JZ_TRY(corrections, corrections_of(ledger, organisations, id));
    if (!corrections.rows.empty()) {
        document.sections.push_back(std::move(corrections));
    }
    JZ_TRY(file, file_rows(ledger, id));
    JZ_TRY(contacts, contact_rows(ledger, id));
    for (RowSet* beside : {&file, &contacts}) {
        if (!beside->rows.empty()) {
            document.sections.push_back(std::move(*beside));
        }
    }
    document.sections.push_back(papers_of(letters));
    document.sections.push_back(accepted_rows(events));
    for (const Letter& letter : letters) {
        const LetterFacts facts{.letter = letter, .profile = profile, .on = as_of};
        Findings findings = ask(letter_rules(), Moment::review, facts, letter.id.text() + " " + letter.no);
        document.findings.insert(document.findings.end(), findings.begin(), findings.end());
    }
    JZ_TRY(way, way_on(ledger, organisations, profile, transfer, as_of));
    for (Finding& finding : way.obstacles) {
        if (finding.rule == kWaysDisagree) {
            document.findings.push_back(std::move(finding));
        }
    }
    document.next = std::move(way.commands);
    for (Message& command : to_archive(letters)) {
        document.next.push_back(std::move(command));
    }
    return document;
}

} // namespace jiezhuan
