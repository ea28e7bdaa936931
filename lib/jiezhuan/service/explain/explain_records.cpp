#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/rules/shared_texts.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/batches/whole_views.hpp"
#include "jiezhuan/service/dues/dues_hand_over.hpp"
#include "jiezhuan/service/explain/explain.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/members/member_view.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/readmission.hpp"
#include "jiezhuan/service/members/status_words.hpp"
#include "jiezhuan/service/migrants/migrant_register.hpp"
#include "jiezhuan/service/records/event_rows.hpp"
#include "jiezhuan/service/transfers/file_forwarding.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/transfer_contacts.hpp"
#include "jiezhuan/service/transfers/transfer_correction.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"
#include "jiezhuan/service/transfers/way_steps.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// What every answer about a record is made of.
struct Told {
    Message now;
    Message responsible;
    std::vector<RemainingStep> remaining;
    AboutRecords about;
    Findings findings;
    std::vector<Message> next;
    Message dues = {}; // of a member
    Message away = {}; // of a migrant
    Message status = {};
};

Cell said(const Message& words) { return words.empty() ? Cell() : Cell(words.zh, words); }

RowSet answer_card(const Told& told) {
    const Message waits_for = told.remaining.empty() ? Message() : told.remaining.front().waits_for;
    RowSet card = card_called("answer");
    add_cell(card, "now", Text{"现在", "Now"}, ColumnType::text, said(told.now));
    add_cell(card, "status", Text{"状况", "Status"}, ColumnType::text, said(told.status));
    add_cell(card, "responsible", Text{"由谁负责", "Responsible"}, ColumnType::text, said(told.responsible));
    add_cell(card, "waits_for", Text{"还缺", "Missing"}, ColumnType::text, said(waits_for));
    add_cell(card, "dues", Text{"党费", "Dues"}, ColumnType::text, said(told.dues));
    add_cell(card, "away", Text{"流动", "Away"}, ColumnType::text, said(told.away));
    return card;
}

// What is found is to be done, too, though no step of a transfer.
RowSet remaining_rows(const std::vector<RemainingStep>& remaining, const Findings& findings) {
    RowSet set;
    set.id = "remaining";
    set.title = Text{"还要办的", "Still to be done"};
    set.columns = {{"step", Text{"事项", "Step"}, ColumnType::text},
                   {"command", Text{"命令", "Command"}, ColumnType::id}};
    set.when_empty = findings.empty()
                         ? Text{"没有要办的", "nothing"}
                         : Text{"没有要办的步骤，只有下面查出的问题", "no step, only what was found below"};
    for (const RemainingStep& step : remaining) {
        set.rows.push_back({said(step.title), said(step.command)});
    }
    return set;
}

Result<Document> document_of(Reading& ledger, Told told) {
    JZ_TRY(events, events_about(ledger, told.about));
    Document document;
    document.schema = "explain";
    document.headline = told.now;
    document.sections = {answer_card(told), remaining_rows(told.remaining, told.findings), event_rows(events)};
    document.findings = std::move(told.findings);
    document.next = std::move(told.next);
    return document;
}

// Transfers and letters of a member, or letters of a transfer, after the record itself.
template <class T> void add_records(AboutRecords& about, const std::vector<T>& records) {
    for (const T& record : records) {
        about.emplace_back(RecordTraits<T>::kKind, record.id.value);
    }
}

// Of who is away without a transfer: what is kept up, and how it ends.
void add_ways_of_migrant(const Member& member, std::vector<Message>& ways) {
    if (member.standing != Standing::home || member.away_since.empty()) {
        return;
    }
    ways.push_back(say({"jiezhuan migrant contact {} --how 电话 --note 内容  # 联系以后",
                        "jiezhuan migrant contact {} --how telephone --note WHAT  # after a contact"},
                       member.id.text()));
    ways.push_back(say({"jiezhuan migrant return {} --reason 原因  # 回来以后",
                        "jiezhuan migrant return {} --reason REASON  # when back"},
                       member.id.text()));
}

// For whom no transfer is open.
std::vector<Message> what_can_be_done(const Member& member) {
    const std::string id = member.id.text();
    if (member.leave_reason == LeaveReason::died) {
        return {};
    }
    std::vector<Message> next;
    switch (member.standing) {
    case Standing::home:
        if (relation_stays(member.status)) {
            return {};
        }
        if (member.stage == Stage::probationary) {
            next.push_back(
                say({"jiezhuan member convert {} --meeting 日期 --approved-on 日期 --committee 党委  # 讨论转正后",
                     "jiezhuan member convert {} --meeting DATE --approved-on DATE --committee COMMITTEE  "
                     "# when the conversion was discussed"},
                    id));
        }
        next.push_back(say({"jiezhuan transfer open {} --kind out --to 转入党组织 --reason moved_home  # 要转出时",
                            "jiezhuan transfer open {} --kind out --to WHERE --reason moved_home  # to leave"},
                           id));
        next.push_back(say({"jiezhuan transfer open {} --kind within --to 支部  # 在本级内调整支部时",
                            "jiezhuan transfer open {} --kind within --to BRANCH  # to another branch of ours"},
                           id));
        return next;
    case Standing::suspended:
        return {say({"jiezhuan member mark {} --as restored --basis 依据  # 恢复党籍时",
                     "jiezhuan member mark {} --as restored --basis TEXT  # when the membership is restored"},
                    id)};
    case Standing::left:
    case Standing::not_admitted:
        if (membership_ended(member)) {
            return {say({"{}  # 重新入党的", "{}  # who is admitted anew"}, admit_anew_command(member))};
        }
        return {say({"jiezhuan transfer open {} --kind in --from 转出党组织  # 再次转入时",
                     "jiezhuan transfer open {} --kind in --from WHERE  # to come (again)"},
                    id)};
    default:
        return {};
    }
}

// What its letter lacks is completed before it is issued.
Result<void> complete_first(Reading& ledger, const Transfer& transfer, const Member& member,
                            std::vector<RemainingStep>& remaining) {
    JZ_TRY(lacking, lacking_for_letter(ledger, transfer, member));
    const std::string issue = step_command(Action::send, transfer).zh;
    auto at = std::find_if(remaining.begin(), remaining.end(),
                           [&](const RemainingStep& step) { return step.command.zh == issue; });
    if (at == remaining.end()) {
        return {};
    }
    const bool next = at == remaining.begin();
    for (const Finding& one : lacking) {
        at = remaining.insert(
                 at, {Text{"补齐介绍信内容", "complete the letter"}, next ? one.message : Message(), one.fix}) +
             1;
    }
    return {};
}

// The receipt of a list is written when everybody on it is decided.
Result<void> receipt_after_list(Reading& ledger, const Transfer& transfer, const std::optional<Letter>& letter,
                                std::vector<RemainingStep>& remaining) {
    JZ_TRY(undecided, undecided_beside(ledger, letter));
    const std::string write = step_command(Action::close, transfer, letter).zh;
    const auto at = std::find_if(remaining.begin(), remaining.end(),
                                 [&](const RemainingStep& step) { return step.command.zh == write; });
    if (undecided == 0 || at == remaining.end()) {
        return {};
    }
    NextStep first = decide_first(*letter, undecided);
    at->title = say({"{}（{}）", "{} ({})"}, at->title, first.waits_for);
    at->waits_for = at == remaining.begin() ? first.waits_for : Message();
    at->command = std::move(first.command);
    return {};
}

// Whoever on the list is not through: what comes next for each.
Result<void> tell_of_list(Reading& ledger, const OrgDirectory& organisations, const Letter& letter, Date as_of,
                          Told& told) {
    JZ_TRY(transfers, transfers_of_list(ledger, letter));
    if (transfers.empty()) {
        return {};
    }
    std::stable_partition(transfers.begin(), transfers.end(),
                          [](const Transfer& transfer) { return is_open(transfer.state); });
    told.responsible = responsible_for(organisations, transfers.front(), as_of);
    std::erase_if(transfers, [](const Transfer& transfer) { return !is_open(transfer.state); });
    for (const Transfer& transfer : transfers) {
        JZ_TRY(member, ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        std::vector<RemainingStep> steps = remaining_steps(organisations, transfer, for_one(letter, *member));
        JZ_CHECK(receipt_after_list(ledger, transfer, letter, steps));
        for (RemainingStep& step : steps) {
            step.title = say({"{} {}：{}", "{} {}: {}"}, transfer.id.text(), member->name, step.title);
            told.remaining.push_back(std::move(step));
            break;
        }
    }
    return {};
}

} // namespace

Result<Document> explain_member(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                const Member& member, Date as_of) {
    JZ_TRY(shown, member_document(ledger, organisations, profile, member, as_of, false));
    JZ_TRY(transfers, ledger.transfers(Query().equal("member", member.id.text())));
    JZ_TRY(letters, ledger.letters(Query().equal("member", member.id.text())));
    Told told{shown.headline, {}, {}, {{RecordKind::member, member.id.value}}, shown.findings, shown.next};
    const std::vector<Message> of_status = status_commands(member);
    told.next.insert(told.next.end(), of_status.begin(), of_status.end());
    const auto open = std::find_if(transfers.begin(), transfers.end(),
                                   [](const Transfer& transfer) { return is_open(transfer.state); });
    if (open != transfers.end()) {
        JZ_TRY(letter, letter_of(ledger, *open));
        told.remaining = remaining_steps(organisations, *open, for_one(letter, member));
        JZ_CHECK(complete_first(ledger, *open, member, told.remaining));
        JZ_CHECK(receipt_after_list(ledger, *open, letter, told.remaining));
    } else {
        const std::vector<Message> open_ways = what_can_be_done(member);
        told.next.insert(told.next.end(), open_ways.begin(), open_ways.end());
        add_ways_of_migrant(member, told.next);
    }
    told.status = status_in_words(member);
    told.responsible = responsible_for(organisations, member, transfers, as_of);
    told.away = migrant_in_words(member);
    told.dues = dues_in_words(organisations, member, transfers, letters, as_of);
    add_records(told.about, transfers);
    add_records(told.about, letters);
    return document_of(ledger, std::move(told));
}

Result<Document> explain_transfer(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                  TransferId id, Date as_of) {
    TransferFilter filter;
    filter.ids = {id};
    JZ_TRY(found, select_transfers(ledger, organisations, filter));
    const Transfer& transfer = found.front();
    JZ_TRY(letters, letters_of(ledger, transfer));
    JZ_TRY(shown, transfer_document(ledger, organisations, profile, transfer, as_of));
    JZ_TRY(letter, letter_of(ledger, transfer));
    JZ_TRY(member, ledger.member(transfer.member));
    ensure_there(member.has_value(), lost::kMember);
    Told told{shown.headline,
              responsible_for(organisations, transfer, as_of),
              remaining_steps(organisations, transfer, for_one(letter, *member)),
              {{RecordKind::transfer, id.value}},
              shown.findings,
              shown.next};
    JZ_CHECK(complete_first(ledger, transfer, *member, told.remaining));
    JZ_CHECK(receipt_after_list(ledger, transfer, letter, told.remaining));
    if (is_open(transfer.state)) {
        JZ_TRY(counted, letter_that_counts(ledger, transfer, letter));
        const DeadlineFacts facts{profile, as_of, *member, transfer, counted};
        Findings late = ask_deadlines(facts, id.text() + " " + member->name);
        std::copy_if(late.begin(), late.end(), std::back_inserter(told.findings), [&](const Finding& one) {
            return std::none_of(shown.findings.begin(), shown.findings.end(),
                                [&](const Finding& said) { return said.rule == one.rule; });
        });
    }
    if (const Message anew = begin_anew_command(transfer, *member); !anew.empty() && told.next.empty()) {
        told.next.push_back(say(
            {"{}  # 办错了的，或者还要办的，重新登记", "{}  # where it was a mistake, or is to be after all"}, anew));
    }
    add_records(told.about, letters);
    JZ_TRY(document, document_of(ledger, std::move(told)));
    for (RowSet& section : shown.sections) {
        const auto kept = {kChain, kCorrections, kWays, kFileWay, kContacts};
        if (std::find(kept.begin(), kept.end(), section.id) != kept.end()) {
            document.sections.push_back(std::move(section));
        }
    }
    return std::move(document);
}

Result<Document> explain_letter(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                const Letter& letter, Date as_of) {
    JZ_TRY(shown, letter_document(ledger, organisations, profile, letter, as_of, false));
    Told told{shown.headline, {}, {}, {{RecordKind::letter, letter.id.value}}, shown.findings, shown.next};
    if (letter.transfer) {
        JZ_TRY(transfer, ledger.transfer(letter.transfer));
        ensure_there(transfer.has_value(), lost::kTransfer);
        told.responsible = responsible_for(organisations, *transfer, as_of);
        const bool current = transfer->letter == letter.id;
        told.remaining = current ? remaining_steps(organisations, *transfer, letter) : std::vector<RemainingStep>();
        if (told.next.empty() && current) {
            told.next = next_commands(organisations, *transfer, letter);
        }
        if (told.next.empty()) {
            told.next.push_back(say({"jiezhuan explain {}  # 它的转接", "jiezhuan explain {}  # its transfer"},
                                    letter.transfer.text()));
        }
    } else if (has_list(letter)) {
        JZ_CHECK(tell_of_list(ledger, organisations, letter, as_of, told));
    }
    JZ_TRY(document, document_of(ledger, std::move(told)));
    JZ_CHECK(add_chain(ledger, letter, document));
    return std::move(document);
}

Result<Document> explain_batch(Reading& ledger, const OrgDirectory& organisations, const Profile& profile, BatchId id,
                               Date as_of, Lang lang) {
    JZ_TRY(batch, find_batch(ledger, id));
    JZ_TRY(shown, batch_document(ledger, organisations, profile, batch, as_of, lang));
    Told told{shown.headline, {}, {}, {{RecordKind::batch, id.value}}, {}, shown.next};
    const Message from = batch.from ? Message(organisations.label(batch.from), organisations.label(batch.from))
                                    : Message(Text{"原所在党组织", "the sending organisation"});
    told.responsible = batch.kind == TransferKind::enrol
                           ? resting_on(Text{"正式组织关系所在党组织负责，本级协助日常管理",
                                             "those who have the relation; we assist day by day"},
                                        {"《中国共产党党员教育管理工作条例》第三十二条", "条例第三十二条"}, as_of)
                           : resting_on(say({"已接收的由接收方负责，其余仍由{}负责",
                                             "for those taken over the receiver, for the others still {}"},
                                            from),
                                        {rule_text::kArticle25, "条例第二十五条"}, as_of);
    JZ_TRY(document, document_of(ledger, std::move(told)));
    document.sections[1] = std::move(shown.sections.back()); // who is missing, instead of the steps of one
    return std::move(document);
}

} // namespace jiezhuan
