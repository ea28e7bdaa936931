#include "jiezhuan/service/receipts/list_receipt_page.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

namespace jiezhuan {
namespace {

tl::unexpected<Error> nobody_is_received(const Letter& letter) {
    return fail(
        Exit::refused,
        say({"介绍信 {} 名单上的人，接收都已撤销：没有可写的回执",
             "of the list of letter {} nobody is received any more: there is nothing to confirm"},
            letter.no),
        say({"书面告知原单位，原回执作废；逐人查看：jiezhuan batch show {}",
             "tell the sending organisation in writing that the receipt is void; see each: jiezhuan batch show {}"},
            letter.batch.text()));
}

Finding changed(const Letter& written, const Letter& now) {
    const bool sent = !written.receipt_sent_on.empty();
    Finding finding = state_finding(subject_of(written),
                                    say({"{} 开具的回执写的是“{}”，现为“{}”：这一页写现在的",
                                         "the receipt of {} said '{}'; it is '{}' now, and so says this page"},
                                        written.receipt_issued_on.text(), written.name, now.name),
                                    sent ? Text{"寄给原单位，并书面告知前一份作废",
                                                "send it, and tell the sending organisation that the first is void"}
                                         : Text{"寄这一份，前一份不要寄出", "send this one, and not the first"});
    finding.severity = Severity::warning;
    return finding;
}

} // namespace

Result<ListReceipt> list_receipt(Reading& ledger, const Letter& letter) {
    JZ_TRY(transfers, transfers_of_list(ledger, letter));
    std::vector<Member> received;
    std::string others;
    for (const Transfer& transfer : transfers) {
        JZ_TRY(member, ledger.member(transfer.member));
        ensure_there(member.has_value(), lost::kMember);
        if (was_received(transfer)) {
            received.push_back(std::move(*member));
        } else {
            others += (others.empty() ? "" : "、") + member->name;
        }
    }
    if (received.empty()) {
        return nobody_is_received(letter);
    }
    ListReceipt receipt{letter, std::nullopt};
    if (transfers.size() > 1) {
        receipt.received = ReceivedList{list_of_persons(received), std::move(others)};
    }
    receipt.letter.name = list_name(received.front().name, static_cast<std::int64_t>(received.size()));
    return receipt;
}

Result<Findings> receipts_that_changed(Reading& ledger, std::span<const Letter> letters) {
    Findings findings;
    for (const Letter& letter : letters) {
        if (!has_list(letter)) {
            continue;
        }
        JZ_TRY(now, list_receipt(ledger, letter));
        if (now.letter.name != letter.name) {
            findings.push_back(changed(letter, now.letter));
        }
    }
    return findings;
}

} // namespace jiezhuan
