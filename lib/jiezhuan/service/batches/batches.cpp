#include "jiezhuan/service/batches/batches.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/not_entered.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/batches/whole_views.hpp"
#include "jiezhuan/service/letters/letter_obstacles.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

using S = TransferState;

constexpr Text kLeftOut = {"不再登记", "Not to be entered"};

// The states of a kind in the order of the work, then how it can end otherwise.
std::vector<TransferState> states_of(TransferKind kind) {
    std::vector<TransferState> states;
    const auto add = [&states](TransferState state) {
        if (std::find(states.begin(), states.end(), state) == states.end()) {
            states.push_back(state);
        }
    };
    for (const Path& path : transfer_paths()) {
        if (path.kind == kind) {
            add(path.from);
        }
    }
    for (const Path& path : transfer_paths()) {
        if (path.kind == kind) {
            add(path.to);
        }
    }
    return states;
}

// The last of each person in the batch, an open one before any other: a list that was given twice has nobody twice.
Result<std::vector<Transfer>> transfers_of(Reading& ledger, BatchId batch) {
    JZ_TRY(all, ledger.transfers(Query().equal("batch", batch.text())));
    std::vector<Transfer> last;
    std::map<MemberId, std::size_t> at;
    for (Transfer& transfer : all) {
        const auto [known, is_new] = at.emplace(transfer.member, last.size());
        if (is_new) {
            last.push_back(std::move(transfer));
        } else if (is_open(transfer.state) || !is_open(last[known->second].state)) {
            last[known->second] = std::move(transfer);
        }
    }
    return last;
}

BatchProgress progress_of(const Batch& batch, const std::vector<Transfer>& transfers) {
    BatchProgress progress;
    progress.entered = static_cast<std::int64_t>(transfers.size());
    progress.listed = std::max(batch.listed, progress.entered);
    progress.left_out = std::min(batch.left_out, progress.listed - progress.entered);
    for (const Transfer& transfer : transfers) {
        ++progress.at[transfer.state];
        progress.held += transfer.held() && is_open(transfer.state) ? 1 : 0;
    }
    return progress;
}

RowSet progress_card(const Batch& batch, const BatchProgress& progress) {
    RowSet card = card_called("progress");
    const auto add = [&card](std::string id, Message title, std::int64_t count) {
        add_cell(card, std::move(id), std::move(title), ColumnType::number, count);
    };
    add("listed", Text{"名单人数", "Listed"}, progress.listed);
    add("not_entered", Text{"未登记", "Not entered"}, progress.not_entered());
    if (progress.left_out > 0) {
        add("left_out", kLeftOut, progress.left_out);
        add_cell(card, "left_out_reason", Text{"不再登记原因", "Why not"}, ColumnType::text, batch.left_out_reason);
    }
    for (const TransferState state : states_of(batch.kind)) {
        add(std::string(code_id(state)), code_title(state), progress.count({state}));
    }
    add("held", Text{"其中暂缓", "Of these held"}, progress.held);
    return card;
}

struct Person {
    Transfer transfer;
    std::string name;
    NextStep step;
    std::int64_t days = 0;        // since anything last happened to the transfer
    bool outside = false;         // waits for somebody else, not for us
    bool receipt_written = false; // ours
};

// No letter, or sent back, or held: these are asked about by telephone, the others are taken on.
bool waits_for_others(const Transfer& transfer) {
    return transfer.held() || transfer.state == S::expected || transfer.state == S::returned ||
           transfer.state == S::sent;
}

// A migrant who is placed is through, though the transfer stays open.
bool is_through(const Transfer& transfer) { return !is_open(transfer.state) || transfer.state == S::active; }

// What is waited for and done about it: a letter that cannot be received on goes back, whatever was verified.
NextStep step_of(const OrgDirectory& organisations, const Transfer& transfer, const std::optional<Letter>& letter,
                 const Findings& obstacles) {
    NextStep step = next_step(organisations, transfer, letter);
    const bool others = others_step(organisations, transfer, Action::receive) != nullptr;
    const Finding* forbidden = transfer.held() || others ? nullptr : to_be_returned_for(obstacles);
    if (forbidden != nullptr) {
        const RuleText* rule = rule_named(forbidden->rule);
        step.waits_for = rule == nullptr ? forbidden->message : Message(rule->title);
        step.command = step_command(Action::return_, transfer, letter);
    }
    return step;
}

Result<std::vector<Person>> missing_persons(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                            const std::vector<Transfer>& transfers, Date as_of) {
    std::vector<Person> persons;
    for (const Transfer& transfer : transfers) {
        if (is_through(transfer)) {
            continue;
        }
        JZ_TRY(member, ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        std::optional<Letter> letter;
        if (transfer.letter) {
            JZ_TRY(stored, ledger.letter(transfer.letter));
            letter = std::move(stored);
        }
        JZ_TRY(obstacles, letter_obstacles(ledger, organisations, profile, transfer, letter, *member));
        JZ_TRY(last, last_moved(ledger, transfer)); // what `transfer show` calls its last step
        persons.push_back(
            {transfer, member->name, step_of(organisations, transfer, for_one(letter, *member), obstacles),
             days_between(last, as_of), waits_for_others(transfer), letter && !letter->receipt_issued_on.empty()});
    }
    std::stable_sort(persons.begin(), persons.end(), [](const Person& a, const Person& b) {
        return a.outside != b.outside ? a.outside : a.days > b.days;
    });
    return persons;
}

// Who goes with a whole organisation gets no letter alone, and is placed when the organisation has moved.
void do_for_all(const OrgDirectory& organisations, const Batch& batch, const std::vector<Transfer>& transfers,
                std::vector<Person>& persons) {
    for (Person& person : persons) {
        const Transfer& transfer = person.transfer;
        const bool listed = leaves_by_list(batch) && transfer.state == S::approved &&
                            transfer.channel != Channel::online && !transfer.held();
        if (listed) {
            person.step.command =
                say({"jiezhuan letter issue --batch {}", "jiezhuan letter issue --batch {}"}, batch.id.text());
        } else if (batch.whole == Flag::yes && transfer.state == S::assigned && waits_for_list(transfer, transfers)) {
            person.step = {Text{"名单上的人都办完再开回执", "its receipt waits for the others on the list"}, {}};
        } else if (!person.step.command.empty() && waits_for_organisation(organisations, transfer)) {
            person.step.command = move_command(organisations, batch, transfers);
        }
    }
}

// Nobody is under way; that is not to say that everybody was taken over.
Message nobody_waits(const BatchProgress& progress) {
    const std::int64_t left = progress.not_entered();
    const std::int64_t ended = progress.ended();
    if (left > 0) {
        return ended == 0 ? say({"已登记的人都已办完，还有 {} 人没有登记",
                                 "everybody who was entered is through; {} were not entered"},
                                left)
                          : say({"已登记的人没有在办的（终止 {} 人），还有 {} 人没有登记",
                                 "nobody who was entered is under way ({} ended); {} were not entered"},
                                ended, left);
    }
    return ended == 0 ? Message(Text{"名单上的人都已办完", "everybody on the list is through"})
                      : say({"没有在办的：办完 {} 人，终止 {} 人", "nobody is under way: {} done, {} ended"},
                            progress.done(), ended);
}

RowSet persons_list(const BatchProgress& progress, const std::vector<Person>& persons, Lang lang) {
    RowSet set;
    set.id = "missing";
    set.title = Text{"尚未办完的", "Not through yet"};
    set.columns = {{"transfer", Text{"转接", "Transfer"}, ColumnType::id},
                   {"name", Text{"姓名", "Name"}},
                   {"waits_for", Text{"原因", "Why"}},
                   {"days", Text{"天数", "Days"}, ColumnType::number},
                   {"next", Text{"下一步", "Next"}, ColumnType::id}};
    set.when_empty = nobody_waits(progress);
    for (const Person& person : persons) {
        set.rows.push_back({person.transfer.id, person.name, person.step.waits_for.in(lang), person.days,
                            person.step.command.in(lang)});
    }
    return set;
}

// Who is on the list and has no transfer yet.
void add_not_entered(RowSet& set, const std::vector<NotEntered>& persons, Lang lang) {
    for (const NotEntered& person : persons) {
        const Message why = say({"没有登记（名单第 {} 行，{}）：{}", "not entered (row {} of the list, {}): {}"},
                                person.row, person.number, person.reason);
        set.rows.push_back({TransferId(), person.name, std::string(why.in(lang)), Cell(), Cell()});
    }
}

std::string from_of(const OrgDirectory& organisations, const Batch& batch) { return organisations.label(batch.from); }

// What the list of those who leave was imported with: what was approved and issued for them, is so for the rest.
std::string options_of_list(const Batch& batch, const std::vector<Transfer>& transfers) {
    std::string options = "--kind " + std::string(code_id(batch.kind));
    const auto approved = std::find_if(transfers.begin(), transfers.end(),
                                       [](const Transfer& transfer) { return !transfer.approved_on.empty(); });
    if (batch.kind == TransferKind::out && approved != transfers.end()) {
        options += " --approved-on " + approved->approved_on.text();
        options += approved->minutes.empty() ? "" : " --minutes " + shell_word(approved->minutes);
        const bool issued = std::any_of(transfers.begin(), transfers.end(),
                                        [](const Transfer& transfer) { return bool(transfer.letter); });
        options += issued ? " --issue" : "";
    }
    return options + " --batch " + batch.id.text();
}

void add_receipts(std::vector<Message>& next, const Batch& batch, const std::vector<Person>& persons) {
    const auto any = [&](bool written) {
        return std::any_of(persons.begin(), persons.end(), [written](const Person& person) {
            return person.transfer.state == S::assigned && !person.step.command.empty() &&
                   person.receipt_written == written;
        });
    };
    const std::string id = batch.id.text();
    const bool answered = batch.kind == TransferKind::in || batch.kind == TransferKind::between;
    if (answered && any(false)) {
        next.push_back(say({"jiezhuan receipt issue --batch {} --print 回执.html  # 开回执；寄出后 receipt sent",
                            "jiezhuan receipt issue --batch {} --print RECEIPTS.html  # then receipt sent"},
                           id));
    } else if (answered && any(true)) {
        next.push_back(say({"jiezhuan receipt sent --batch {} --how 邮寄  # 回执寄出后登记",
                            "jiezhuan receipt sent --batch {} --how mail  # when they were sent"},
                           id));
    }
}

std::vector<Message> next_of(const Batch& batch, const BatchProgress& progress, const std::vector<Transfer>& transfers,
                             const std::vector<Person>& persons) {
    std::vector<Message> next;
    const std::string id = batch.id.text();
    if (progress.not_entered() > 0) {
        next.push_back(
            say({"jiezhuan transfer import 退回文件 {}  # 名单上有 {} 人没有登记：改正退回文件后导入",
                 "jiezhuan transfer import REJECTED {}  # {} on the list were not entered: mend the reject file first"},
                options_of_list(batch, transfers), progress.not_entered()));
        next.push_back(say({"jiezhuan batch settle {} --reason 原因  # 这些人不再登记的，写明原因",
                            "jiezhuan batch settle {} --reason REASON  # where they are not to be entered, say why"},
                           id));
    }
    if (progress.count({S::presented, S::verified, S::received, S::expected, S::returned}) > 0 &&
        batch.kind != TransferKind::out) {
        next.push_back(say({"jiezhuan transfer worksheet {}  # 导出办理表，填好后用 transfer apply 一次办理",
                            "jiezhuan transfer worksheet {}  # a sheet to fill in, then transfer apply"},
                           id));
    }
    add_receipts(next, batch, persons);
    const bool letters_wait = std::any_of(persons.begin(), persons.end(), [](const Person& person) {
        return person.transfer.state == S::approved && person.transfer.channel != Channel::online;
    });
    if (leaves_by_list(batch) && progress.count({S::opened}) == 0 && letters_wait) {
        next.push_back(say({"jiezhuan letter issue --batch {} --print 介绍信.html  # 正式、预备各一份，附名单",
                            "jiezhuan letter issue --batch {} --print LETTERS.html  # one a stage, with its list"},
                           id));
    }
    if ((batch.kind == TransferKind::out || leaves_by_list(batch)) && progress.count({S::opened}) > 0) {
        next.push_back(say({"jiezhuan transfer approve --batch {} --state opened --minutes 会议记录  # 批准",
                            "jiezhuan transfer approve --batch {} --state opened --minutes RECORD  # approve them"},
                           id));
    }
    return next;
}

} // namespace

std::int64_t BatchProgress::count(std::initializer_list<TransferState> states) const {
    std::int64_t sum = 0;
    for (const TransferState state : states) {
        const auto found = at.find(state);
        sum += found == at.end() ? 0 : found->second;
    }
    return sum;
}

std::int64_t BatchProgress::done() const { return count({S::closed, S::active, S::converted}); }
std::int64_t BatchProgress::ended() const { return count({S::refused, S::withdrawn, S::revoked, S::ended}); }

Result<BatchProgress> progress_of(Reading& ledger, const Batch& batch) {
    JZ_TRY(transfers, transfers_of(ledger, batch.id));
    return progress_of(batch, transfers);
}

Result<Batch> find_batch(Reading& ledger, BatchId id) {
    JZ_TRY(batch, ledger.batch(id));
    if (!batch) {
        return fail(Exit::not_found, say({"没有批次 {}", "there is no batch {}"}, id.text()),
                    Text{"查看：jiezhuan batch list", "see: jiezhuan batch list"});
    }
    return std::move(*batch);
}

Result<Document> batch_list_document(Reading& ledger, const OrgDirectory& organisations) {
    RowSet set;
    set.id = "batches";
    set.columns = {{"id", Text{"批次", "Batch"}, ColumnType::id},
                   {"title", Text{"名称", "Title"}},
                   {"from", Text{"移交单位", "From"}},
                   {"kind", Text{"类型", "Kind"}, ColumnType::code},
                   {"opened_on", Text{"登记日期", "Opened on"}, ColumnType::date},
                   {"listed", Text{"名单", "Listed"}, ColumnType::number},
                   {"not_entered", Text{"未登记", "Not entered"}, ColumnType::number},
                   {"open", Text{"在办", "Open"}, ColumnType::number},
                   {"held", Text{"暂缓", "Held"}, ColumnType::number},
                   {"through", Text{"办完", "Through"}, ColumnType::number},
                   {"ended", Text{"终止", "Ended"}, ColumnType::number}};
    set.when_empty = Text{"还没有批次；导入名单时建立", "no batch yet; importing a list makes one"};
    JZ_TRY(batches, ledger.batches(Query().order("opened_on", true)));
    for (const Batch& batch : batches) {
        JZ_TRY(progress, progress_of(ledger, batch));
        set.rows.push_back({batch.id, batch.title, from_of(organisations, batch), Cell::code(batch.kind),
                            batch.opened_on, progress.listed, progress.not_entered(), progress.under_way(),
                            progress.held, progress.done(), progress.ended() + progress.left_out});
    }
    Document document;
    document.schema = "batch.list";
    document.sections.push_back(std::move(set));
    return document;
}

Result<Document> batch_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                const Batch& batch, Date as_of, Lang lang) {
    JZ_TRY(transfers, transfers_of(ledger, batch.id));
    const BatchProgress progress = progress_of(batch, transfers);
    JZ_TRY(persons, missing_persons(ledger, organisations, profile, transfers, as_of));
    do_for_all(organisations, batch, transfers, persons);
    Document document;
    document.schema = "batch.show";
    const std::string from = from_of(organisations, batch);
    const auto named = [&](Text what, std::int64_t persons_so) {
        return persons_so == 0 ? Message() : say({"，{1} {0} 人", ", {0} {1}"}, persons_so, what);
    };
    const Message kind(from.empty() ? Message(code_title(batch.kind))
                                    : say({"{}，{}", "{}, {}"}, code_title(batch.kind), from));
    document.headline = say(
        {"{} {}（{}）：名单 {} 人，办完 {} 人，在办 {} 人{}{}{}", "{} {} ({}): {} listed, {} done, {} under way{}{}{}"},
        batch.id.text(), batch.title, kind, progress.listed, progress.done(), progress.under_way(),
        named({"终止", "ended"}, progress.ended()), named({"未登记", "not entered"}, progress.not_entered()),
        named({"不再登记", "not to be entered"}, progress.left_out));
    document.sections.push_back(progress_card(batch, progress));
    if (batch.whole == Flag::yes) {
        JZ_TRY(letters, letters_of_whole(ledger, batch));
        document.sections.push_back(std::move(letters));
        const ListFacts facts{.batch = batch, .profile = profile};
        document.findings = ask(list_rules(), Moment::review, facts, batch.id.text() + " " + batch.title);
    }
    JZ_TRY(not_entered, progress.not_entered() == 0
                            ? Result<std::vector<NotEntered>>(std::vector<NotEntered>())
                            : not_entered_of(ledger, batch.id, transfers, progress.not_entered()));
    RowSet missing = persons_list(progress, persons, lang);
    add_not_entered(missing, not_entered, lang);
    document.sections.push_back(std::move(missing));
    document.next = next_of(batch, progress, transfers, persons);
    if (const Message move = move_command(organisations, batch, transfers); !move.empty()) {
        document.next.insert(document.next.begin(),
                             say({"{}  # 全部接收完毕，先改属；再 transfer assign --batch {}",
                                  "{}  # everybody was received: it moves; then transfer assign --batch {}"},
                                 move, batch.id.text()));
    }
    return document;
}

} // namespace jiezhuan
