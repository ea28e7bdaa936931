// Who of a list was never entered, and is not to be.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/records/event_changes.hpp"
#include "jiezhuan/service/records/record_values.hpp"

namespace jiezhuan {
namespace {

std::string subject_of(const Batch& batch) { return batch.id.text() + " " + batch.title; }

std::optional<Outcome> cannot_settle(const Work& work, const Batch& batch, const BatchProgress& progress) {
    const Message look = say({"查看：jiezhuan batch show {}", "see: jiezhuan batch show {}"}, batch.id.text());
    if (batch.left_out > 0) {
        return refusal(subject_of(batch),
                       say({"已写明 {} 人不再登记：{}", "{} are not to be entered, as was said before: {}"},
                           batch.left_out, batch.left_out_reason),
                       look);
    }
    if (progress.not_entered() == 0) {
        return refusal(subject_of(batch),
                       Text{"名单上的人都已登记，没有要了结的", "everybody on the list was entered: nothing to settle"},
                       look);
    }
    if (work.on < batch.opened_on) {
        return refusal(subject_of(batch),
                       say({"日期 {} 早于批次登记日期 {}", "the date {} is before the batch was opened on {}"},
                           work.on.text(), batch.opened_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    return std::nullopt;
}

} // namespace

Result<Outcome> settle_batch(Work& work, BatchId id, const std::string& reason) {
    JZ_TRY(batch, find_batch(work.ledger, id));
    JZ_TRY(progress, progress_of(work.ledger, batch));
    Batch after = batch;
    JZ_CHECK(set_field(after, "left_out_reason", reason));
    if (batch.left_out > 0 && after.left_out_reason == batch.left_out_reason) {
        return Outcome::done_already();
    }
    if (auto why = cannot_settle(work, batch, progress)) {
        return std::move(*why);
    }
    after.left_out = progress.not_entered();
    Event event = work.event("batch_settled");
    add_change(event, batch, after);
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{};
}

} // namespace jiezhuan
