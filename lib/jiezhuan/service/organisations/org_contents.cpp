#include "jiezhuan/service/organisations/org_contents.hpp"

#include "jiezhuan/service/transfers/next_step.hpp"

#include <algorithm>
#include <map>

namespace jiezhuan {
namespace {

const std::vector<std::string>& open_states() {
    static const std::vector<std::string> kStates = [] {
        std::vector<std::string> ids;
        for (const CodeRow& row : code_table<TransferState>().rows) {
            if (is_open(static_cast<TransferState>(row.value))) {
                ids.emplace_back(row.id);
            }
        }
        return ids;
    }();
    return kStates;
}

bool is_gone(const Member& member) {
    return member.standing == Standing::left || member.standing == Standing::not_admitted;
}

Result<std::vector<Transfer>> open_transfers_at(Reading& ledger, OrgId id) {
    std::map<TransferId, Transfer> found;
    for (const std::string_view field : {"from", "to", "branch", "addressee"}) {
        JZ_TRY(some, ledger.transfers(Query().equal(field, id.text()).one_of("state", open_states())));
        for (Transfer& transfer : some) {
            found.emplace(transfer.id, std::move(transfer));
        }
    }
    std::vector<Transfer> transfers;
    for (auto& [key, transfer] : found) {
        transfers.push_back(std::move(transfer));
    }
    return transfers;
}

Result<std::vector<Letter>> letters_out(Reading& ledger, OrgId id, const std::vector<Transfer>& transfers) {
    const auto out = [] {
        return Query()
            .equal("state", std::string(code_id(LetterState::issued)))
            .equal("direction", std::string(code_id(LetterDirection::issued_by_us)));
    };
    JZ_TRY(letters, ledger.letters(out().equal("issuer", id.text())));
    for (const Transfer& transfer : transfers) {
        const bool there = std::any_of(letters.begin(), letters.end(),
                                       [&](const Letter& letter) { return letter.id == transfer.letter; });
        JZ_TRY(letter, transfer.letter && !there ? ledger.letter(transfer.letter)
                                                 : Result<std::optional<Letter>>(std::optional<Letter>()));
        if (letter && letter->direction == LetterDirection::issued_by_us && is_live(*letter)) {
            letters.push_back(std::move(*letter));
        }
    }
    return letters;
}

const Letter* letter_among(const std::vector<Letter>& letters, LetterId id) {
    const auto found =
        std::find_if(letters.begin(), letters.end(), [id](const Letter& letter) { return letter.id == id; });
    return found == letters.end() ? nullptr : &*found;
}

void add(RowSet& set, Text what, std::string_view code, Cell id, std::string name, Cell state, const Message& command) {
    set.rows.push_back({Cell(std::string(code), what), std::move(id), Cell(std::move(name)), std::move(state),
                        Cell(command.zh, command)});
}

} // namespace

Result<std::optional<Outcome>> before_registration(const Work& work, const Organisation& organisation) {
    JZ_TRY(events, work.ledger.history(RecordKind::organisation, organisation.id.value));
    ensure(!events.empty(), "an organisation that no event created");
    const Date since = events.front().event.date;
    if (work.on >= since) {
        return std::optional<Outcome>();
    }
    return std::optional(refusal(organisation.id.text() + " " + organisation.name,
                                 say({"办理日期 {} 早于本账本登记这个党组织的日期 {}",
                                      "the day of the act, {}, is before the ledger has the organisation, from {} on"},
                                     work.on.text(), since.text()),
                                 say({"--on 写 {} 或以后，实际日期写进依据或备注",
                                      "say --on {} or later, and the true day in the basis or the remarks"},
                                     since.text())));
}

Result<OrgContents> contents_of(Reading& ledger, const OrgDirectory& organisations, OrgId id) {
    OrgContents contents;
    JZ_TRY(members, ledger.members(Query().equal("branch", id.text())));
    std::erase_if(members, is_gone);
    contents.members = std::move(members);
    JZ_TRY(transfers, open_transfers_at(ledger, id));
    contents.transfers = std::move(transfers);
    JZ_TRY(letters, letters_out(ledger, id, contents.transfers));
    contents.letters = std::move(letters);
    for (const OrgId below : organisations.children(id)) {
        if (organisations.find(below)->state != OrgState::dissolved) {
            contents.below.push_back(below);
        }
    }
    return contents;
}

RowSet open_items(const OrgContents& contents, const OrgDirectory& organisations) {
    RowSet set;
    set.id = "open";
    set.title = Text{"未了结的事项", "What is still open"};
    set.when_empty = Text{"没有未了结的事项", "nothing is open"};
    set.columns = {{"what", Text{"事项", "What"}, ColumnType::code},
                   {"id", Text{"编号", "ID"}, ColumnType::id},
                   {"name", Text{"名称", "Name"}, ColumnType::text},
                   {"state", Text{"状态", "State"}, ColumnType::code},
                   {"command", Text{"怎么办", "To settle it"}, ColumnType::text}};
    for (const OrgId id : contents.below) {
        add(set, {"下级党组织", "organisation"}, "organisation", Cell(id), organisations.label(id),
            Cell::code(OrgState::active),
            say({"jiezhuan org change {} --parent 上级", "jiezhuan org change {} --parent SUPERIOR"}, id.text()));
    }
    std::map<MemberId, std::string> names;
    std::map<MemberId, const Transfer*> under_way;
    for (const Transfer& transfer : contents.transfers) {
        under_way.emplace(transfer.member, &transfer);
    }
    for (const Member& member : contents.members) {
        names.emplace(member.id, " " + member.name);
        const auto on_the_way = under_way.find(member.id);
        const Message show =
            on_the_way == under_way.end() ? Message() : say({"见 {}", "see {}"}, on_the_way->second->id.text());
        add(set, {"党员", "member"}, "member", Cell(member.id), member.name, Cell::code(member.standing),
            show.empty() ? say({"jiezhuan transfer open {} --kind within --to 支部",
                                "jiezhuan transfer open {} --kind within --to BRANCH"},
                               member.id.text())
                         : show);
    }
    for (const Transfer& transfer : contents.transfers) {
        const Letter* letter = letter_among(contents.letters, transfer.letter);
        const std::optional<Letter> its = letter == nullptr ? std::nullopt : std::optional(*letter);
        const Message next = next_step(organisations, transfer, its).command;
        add(set, {"转接", "transfer"}, "transfer", Cell(transfer.id), transfer.member.text() + names[transfer.member],
            Cell::code(transfer.state),
            next.empty() ? say({"jiezhuan transfer show {}", "jiezhuan transfer show {}"}, transfer.id.text()) : next);
    }
    for (const Letter& letter : contents.letters) {
        add(set, {"介绍信", "letter"}, "letter", Cell(letter.id), letter.no + " " + letter.name,
            Cell::code(letter.state), record_receipt_command(letter));
    }
    return set;
}

} // namespace jiezhuan
