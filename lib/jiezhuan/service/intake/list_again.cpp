#include "jiezhuan/service/intake/list_again.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/batches/batches.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace jiezhuan {
namespace {

// Where somebody of the list was before.
struct Known {
    BatchId batch;
    bool sure = false;  // under way, or by the very letter: no other list brought that
    bool stays = false; // and there it stays
};

Result<std::optional<MemberId>> member_of(Reading& ledger, const ListedPerson& person) {
    return person.member ? Result<std::optional<MemberId>>(person.member) : ledger.member_by_identity(person.identity);
}

Result<bool> by_the_very_letter(Reading& ledger, const Transfer& transfer, const std::string& letter_no) {
    if (letter_no.empty() || !transfer.letter) {
        return false;
    }
    JZ_TRY(letter, ledger.letter(transfer.letter));
    return letter && letter->no == letter_no;
}

Result<bool> is_sure(Reading& ledger, const Transfer& transfer, const ListedPerson& person) {
    if (is_open(transfer.state) || transfer.state == TransferState::converted) {
        return true;
    }
    if (transfer.kind == TransferKind::out) {
        return is_the_move(ledger, transfer, person.to, person.destination);
    }
    return by_the_very_letter(ledger, transfer, person.letter_no);
}

class ListAgain {
  public:
    ListAgain(Reading& ledger, TransferKind kind) : ledger_(ledger), kind_(kind) {}

    Result<void> add(const ListedPerson& person) {
        JZ_TRY(id, member_of(ledger_, person));
        if (!id) {
            ++new_;
            return {};
        }
        if (!seen_.insert(*id).second) {
            return {};
        }
        JZ_TRY(transfer, latest_transfer(ledger_, *id, kind_));
        if (!transfer || !transfer->batch) {
            ++new_;
            return {};
        }
        JZ_TRY(sure, is_sure(ledger_, *transfer, person));
        known_.push_back({transfer->batch, sure, sure && !came_to_nothing(transfer->state)});
        return {};
    }

    Result<ListedBefore> answer(std::string_view source) {
        ListedBefore before;
        before.batches = batches(true);
        JZ_TRY(one, the_one(before.batches.empty() ? batches(false) : before.batches, !before.batches.empty(), source));
        if (one) {
            before.batches.push_back(one->id);
        }
        std::int64_t others = new_;
        for (const Known& known : known_) {
            const bool there =
                std::find(before.batches.begin(), before.batches.end(), known.batch) != before.batches.end();
            before.there += there ? 1 : 0;
            before.stay += known.stays ? 1 : 0;
            others += there ? 0 : 1;
        }
        if (one) {
            JZ_TRY(progress, progress_of(ledger_, *one));
            before.batch = others <= progress.not_entered() ? one->id : BatchId();
        }
        return before;
    }

  private:
    [[nodiscard]] std::vector<BatchId> batches(bool sure) const {
        std::set<BatchId> found;
        for (const Known& known : known_) {
            if (known.sure == sure) {
                found.insert(known.batch);
            }
        }
        return {found.begin(), found.end()};
    }

    // Of several, or where nothing is sure: the one that came from a file of that name, if there is no other.
    Result<std::optional<Batch>> the_one(const std::vector<BatchId>& candidates, bool sure, std::string_view source) {
        std::vector<Batch> named;
        for (const BatchId id : candidates) {
            JZ_TRY(batch, ledger_.batch(id));
            ensure_there(batch.has_value(), lost::kBatch);
            if ((sure && candidates.size() == 1) || batch->source == source) {
                named.push_back(std::move(*batch));
            }
        }
        return named.size() == 1 ? std::optional(std::move(named.front())) : std::nullopt;
    }

    Reading& ledger_;
    TransferKind kind_;
    std::vector<Known> known_;
    std::set<MemberId> seen_;
    std::int64_t new_ = 0; // persons who were in no batch of that kind
};

} // namespace

Result<ListedBefore> listed_before(Reading& ledger, TransferKind kind, const std::vector<ListedPerson>& persons,
                                   std::string_view source) {
    JZ_TRY(any, ledger.batches(Query().equal("kind", std::string(code_id(kind))).at_most(1)));
    if (any.empty()) {
        return ListedBefore{};
    }
    ListAgain list(ledger, kind);
    for (const ListedPerson& person : persons) {
        JZ_CHECK(list.add(person));
    }
    return list.answer(source);
}

Result<std::optional<Transfer>> latest_transfer(Reading& ledger, MemberId member, TransferKind kind) {
    JZ_TRY(transfers,
           ledger.transfers(Query().equal("member", member.text()).equal("kind", std::string(code_id(kind)))));
    std::optional<Transfer> latest;
    for (Transfer& transfer : transfers) {
        if (!latest || is_open(transfer.state) || !is_open(latest->state)) {
            latest = std::move(transfer);
        }
    }
    return latest;
}

bool came_to_nothing(TransferState state) {
    return state == TransferState::refused || state == TransferState::withdrawn || state == TransferState::revoked ||
           state == TransferState::ended;
}

Result<bool> is_the_move(Reading& ledger, const Transfer& transfer, OrgId to, const std::string& destination) {
    if (transfer.to == to && transfer.destination == destination) {
        return true;
    }
    JZ_TRY(events, ledger.history(RecordKind::transfer, transfer.id.value));
    ensure(!events.empty() && events.front().event.create.has_value(), "a transfer that nothing created");
    const json::Object& opened = events.front().event.create->fields;
    return json::number_of(opened, "to") == to.value && json::text_of(opened, "destination") == destination;
}

} // namespace jiezhuan
