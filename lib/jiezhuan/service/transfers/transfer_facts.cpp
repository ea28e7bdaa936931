#include "jiezhuan/service/transfers/transfer_facts.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_stock.hpp"
#include "jiezhuan/service/transfers/routes.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

// A number copied in small letters or in capitals is the same number.
std::vector<std::string> cases_of(const std::string& number) {
    std::string capitals = number;
    std::transform(number.begin(), number.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return {number, lowered_ascii(number), capitals};
}

// As `member` would stand: who is placed by the step counts, though the ledger has nothing of it yet.
Result<std::int64_t> members_of(Reading& ledger, OrgId branch, const Member& member) {
    if (!branch) {
        return 0;
    }
    JZ_TRY(there,
           ledger.count(RecordKind::member, Query().equal("branch", branch.text()).one_of("standing", roster_ids())));
    JZ_TRY(stored, ledger.member(member.id));
    const bool comes = member.branch == branch && !(stored && stored->branch == branch);
    return there + (comes ? 1 : 0);
}

} // namespace

std::optional<OrgId> addressee_named(const OrgDirectory& organisations, const std::string& name) {
    constexpr std::string_view kLong = "中国共产党";
    constexpr std::string_view kShort = "中共";
    const std::string written(trimmed(name));
    std::vector<std::string> spellings = {written};
    if (written.starts_with(kLong)) {
        spellings.push_back(std::string(kShort) + written.substr(kLong.size()));
    } else if (written.starts_with(kShort)) {
        spellings.push_back(std::string(kLong) + written.substr(kShort.size()));
    }
    for (const std::string& spelling : spellings) {
        if (const std::vector<OrgId> found = organisations.meant(spelling); found.size() == 1) {
            return found.front();
        }
    }
    return std::nullopt;
}

std::string subject_of(const Transfer& transfer, const Member& member) {
    return transfer.id ? transfer.id.text() + " " + member.name : member.name;
}

std::string subject_of(const Letter& letter) {
    return letter.id.text() + " " + letter.no + (letter.name.empty() ? "" : " " + letter.name);
}

std::string sender_name(const OrgDirectory& organisations, const Transfer& transfer) {
    const Organisation* from = organisations.find(transfer.from);
    return from == nullptr ? transfer.from_name : from->name;
}

Result<TransferFacts> transfer_facts(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                     const Transfer& transfer, const Member& member, Date on) {
    TransferFacts facts{.transfer = transfer, .member = member, .profile = profile, .on = on};
    facts.from = organisations.as_on(transfer.from, on);
    facts.to = organisations.as_on(transfer.to, on);
    facts.addressee = organisations.as_on(transfer.addressee, on);
    facts.branch = organisations.as_on(transfer.branch, on);
    if (const Organisation* committee = organisations.basic_committee_of(transfer.from, on); committee != nullptr) {
        facts.issuer = organisations.as_on(committee->id, on);
    } else {
        facts.issuer = facts.from;
    }
    if (facts.addressee) {
        facts.addressee_name = facts.addressee->name;
    }
    facts.route = route_of(organisations, profile, transfer);
    if (member.status == MemberStatus::restored && !member.status_decided_by.empty()) {
        if (const std::vector<OrgId> by = organisations.meant(member.status_decided_by); by.size() == 1) {
            facts.restorer = organisations.as_on(default_addressee(organisations, by.front(), on), on);
        }
    }
    facts.same_basic_committee = organisations.same_basic_committee(transfer.from, transfer.to, on);
    JZ_TRY(in_branch, members_of(ledger, transfer.branch, member));
    facts.branch_members = in_branch;
    JZ_TRY(letters, ledger.letters(Query().equal("member", member.id.text()).equal("state", "issued")));
    for (const Letter& letter : letters) {
        if (issued_here(letter) && letter.id != transfer.letter) { // its own goes on, whatever is sent online
            facts.live_letter = letter.no;
        }
    }
    return facts;
}

Result<TransferFacts> facts_of(Work& work, const Transfer& transfer, const Member& member) {
    return transfer_facts(work.ledger, work.organisations, work.profile, transfer, member, work.on);
}

namespace {

// The numbers before a pack were never in the drawer: none of them is missing.
Result<std::int64_t> serial_before_pack(Reading& ledger, const Letter& letter) {
    JZ_TRY(packs, ledger.stocks(Query().equal("issuer", letter.issuer.text())));
    std::int64_t before = 0;
    for (const Stock& pack : packs) {
        if (const auto place = place_in(pack, letter.no); place && pack.kind == letter.kind) {
            before = letter.serial - (*place - pack.first) - 1;
        }
    }
    return before;
}

} // namespace

Result<LetterFacts> letter_facts(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                 const Letter& letter, const Member& member, Date on) {
    LetterFacts facts{.letter = letter, .profile = profile, .on = on, .member = member};
    facts.issuer = organisations.as_on(letter.issuer, on);
    if (const auto addressee = addressee_named(organisations, letter.addressee)) {
        facts.addressee = organisations.as_on(*addressee, on);
    }
    if (!letter.no.empty()) {
        JZ_TRY(same, ledger.letters(Query().one_of("no", cases_of(letter.no))));
        // What is presented is not recorded yet, and comes in.
        for (const Letter& other : same) {
            const bool same_issuer =
                letter.issuer ? other.issuer == letter.issuer : other.issuer_name == letter.issuer_name;
            const bool before = !letter.id || other.id < letter.id; // who came first is not the one that repeats it
            // Sent back and mended, the member's letter may come again under its number.
            const bool came_again = other.state == LetterState::returned && other.member == member.id;
            facts.number_taken = facts.number_taken ||
                                 (before && !came_again && same_issuer && issued_here(other) == issued_here(letter) &&
                                  other.kind == letter.kind && other.year == letter.year);
        }
    }
    // Our own pattern counts on; a blank may be any number of a pack.
    if (!letter.id && letter.number_source == NumberSource::preprinted && letter.serial > 0) {
        JZ_TRY(last, ledger.last_serial(letter.issuer, letter.kind, letter.year, NumberSource::none));
        JZ_TRY(before, serial_before_pack(ledger, letter));
        facts.previous_serial = last > 0 ? std::optional(std::max(last, before)) : std::nullopt;
    }
    if (letter.replaces) {
        JZ_TRY(old, ledger.letter(letter.replaces));
        facts.replaces_no = old ? old->no : "";
        facts.replaced = old;
    }
    return facts;
}

Result<LetterFacts> facts_of(Work& work, const Letter& letter, const Member& member, Date on) {
    return letter_facts(work.ledger, work.organisations, work.profile, letter, member, on);
}

} // namespace jiezhuan
