#include "jiezhuan/service/intake/list_parts.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"

namespace jiezhuan {

void Identities::look(const Cells& row, const Member& member) {
    if (!member.citizen_id.empty()) {
        repeats_.add(member.citizen_id.number(), row.row());
    } else if (!member.document_no.empty()) {
        repeats_.add(std::string(code_id(member.document_type)) + " " + member.document_no, row.row());
    }
}

void Identities::judge(Cells& row, const Member& member) const {
    const std::size_t number = row.column("citizen_id");
    if (const std::uint64_t earlier = repeats_.earlier(row.row()); earlier != 0) {
        row.met("ID-09", number, say({"与第 {} 行是同一号码", "the same number as in row {}"}, earlier));
    }
    if (!member.citizen_id.empty() || row.given(number)) {
        return;
    }
    if (member.document_no.empty()) {
        row.met("IN-08", number, Text{"身份证号码和其他证件号码都为空", "neither an ID number nor another document"});
    } else if (member.document_type == DocumentType::none) {
        row.met("IN-08", row.column("document_type"),
                Text{"有证件号码而没有证件类型", "a document number without the type of the document"});
    }
}

void judge_not_future(const Work& work, Cells& row, std::size_t column, Date day) {
    if (!day.empty() && day.earliest() > work.today()) {
        row.met("IN-07", column, say({"{} 还没有到", "{} has not come yet"}, day.text()));
    } else if (!day.empty() && !day.is_day()) {
        row.met("IN-07", column, say({"{} 没有写到日", "{} has no day"}, day.text()));
    }
}

NamedOrg named_org(const Work& work, Cells& row, std::size_t column) {
    const std::string words(row.text(column));
    if (words.empty()) {
        return {};
    }
    auto found = work.organisations.resolve(words);
    if (found) {
        return {*found, {}};
    }
    if (found.error().code == Exit::usage) {
        row.met("IN-07", column, found.error().message);
    }
    return {{}, words};
}

Result<void> ListBatch::begin(Work& work, std::int64_t listed) {
    listed_ = listed;
    on_ = work.on;
    if (const auto number = parse_id_of<RecordKind::batch>(trimmed(words_))) {
        JZ_TRY(batch, work.ledger.batch(*number));
        if (!batch) {
            return fail(Exit::not_found, say({"没有批次 {}", "there is no batch {}"}, number->text()),
                        Text{"查看：jiezhuan batch list", "see: jiezhuan batch list"});
        }
        if (batch->kind != kind_) {
            return fail(Exit::usage,
                        Message(fmt::format("{} 是“{}”的批次", number->text(), code_title(batch->kind).zh),
                                fmt::format("{} is a batch of kind '{}'", number->text(), code_title(batch->kind).en)),
                        Text{"核对 --kind 和 --batch", "check --kind and --batch"});
        }
        id_ = *number;
        return {};
    }
    JZ_TRY(same, work.ledger.batches(Query()
                                         .equal("title", words_.empty() ? default_title_ : words_)
                                         .equal("kind", std::string(code_id(kind_)))));
    if (!same.empty()) {
        id_ = same.front().id;
    }
    return {};
}

Result<BatchId> ListBatch::open(Work& work, OrgId from) {
    if (id_) {
        return id_;
    }
    Batch batch;
    batch.title = words_.empty() ? default_title_ : words_;
    batch.kind = kind_;
    batch.from = from;
    batch.opened_on = on_;
    batch.listed = listed_;
    batch.source = source_;
    Event event = work.event("batch_opened");
    event.date = batch.opened_on;
    event.create = Creation{RecordKind::batch, to_json(batch)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return BatchId{seq};
}

Result<std::optional<Transfer>> latest_transfer(Work& work, MemberId member, TransferKind kind) {
    JZ_TRY(transfers,
           work.ledger.transfers(Query().equal("member", member.text()).equal("kind", std::string(code_id(kind)))));
    std::optional<Transfer> latest;
    for (Transfer& transfer : transfers) {
        if (!latest || is_open(transfer.state) || !is_open(latest->state)) {
            latest = std::move(transfer);
        }
    }
    return latest;
}

} // namespace jiezhuan
