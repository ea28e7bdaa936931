#include "jiezhuan/service/letters/letter_archive.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/records/record_values.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"

namespace jiezhuan {
namespace {

Message place_of(const std::string& volume, const std::string& page) {
    return say({"{} 卷第 {} 页", "volume {}, page {}"}, volume, page);
}

bool is_archived(const Letter& letter) { return !letter.archive_volume.empty(); }

Result<std::optional<Outcome>> page_is_taken(Work& work, const Letter& letter, const Letter& after) {
    JZ_TRY(there, work.ledger.letters(Query()
                                          .equal("archive_volume", after.archive_volume)
                                          .equal("archive_page", after.archive_page)
                                          .at_most(2)));
    for (const Letter& other : there) {
        if (other.id != letter.id) {
            return std::optional(refusal(
                subject_of(letter), say({"{}已放着 {}", "in {} lies {}"}, archive_place(other), subject_of(other)),
                say({"核对卷号、页号；查看：jiezhuan letter show {}", "check volume and page: jiezhuan letter show {}"},
                    other.id.text())));
        }
    }
    return std::optional<Outcome>();
}

std::optional<Outcome> cannot_archive(const Work& work, const Letter& letter, const ArchiveInput& input) {
    if (letter.direction == LetterDirection::onward) {
        return refusal(subject_of(letter),
                       Text{"途中换开的介绍信不在本单位，归档的是我方的存根和回执",
                            "a letter given in exchange lies elsewhere: our stub and the receipt are archived"},
                       say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text()));
    }
    if (!lies_here(letter)) {
        return refusal(subject_of(letter),
                       say({"已于 {} 退回“{}”，不在本单位", "was sent back to '{1}' on {0} and does not lie here"},
                           letter.state_on.text(), letter.issuer_name),
                       say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text()));
    }
    if (is_live(letter) && letter.kind == LetterKind::introduction) {
        return refusal(
            subject_of(letter),
            letter.direction == LetterDirection::incoming
                ? Text{"介绍信还没有接收，先不归档", "it was not received yet, and is not put away"}
                : Text{"回执还没有收回，存根先不归档", "its receipt has not come back, and the stub is not put away"},
            letter.direction == LetterDirection::incoming
                ? say({"先办接收：jiezhuan explain {}", "receive first: jiezhuan explain {}"}, letter.id.text())
                : record_receipt_command(letter));
    }
    if (work.on < letter.issued_on) {
        return refusal(subject_of(letter),
                       say({"归档日期 {} 早于开具日期 {}", "archived on {}, before it was issued on {}"},
                           work.on.text(), letter.issued_on.text()),
                       Text{"核对 --on", "check --on"});
    }
    if (is_archived(letter) && trimmed(input.reason).empty()) {
        return refusal(
            subject_of(letter),
            say({"{} 已归档：{}", "archived on {}: {}"}, letter.archived_on.text(), archive_place(letter)),
            Text{"确要改放的，同一命令加 --reason 原因", "to move it, repeat the command with --reason REASON"});
    }
    return std::nullopt;
}

} // namespace

bool lies_here(const Letter& letter) {
    return letter.direction != LetterDirection::onward && (issued_here(letter) || !is_returned(letter));
}

Message archive_place(const Letter& letter) {
    return is_archived(letter) ? place_of(letter.archive_volume, letter.archive_page) : Message();
}

Result<Outcome> archive_letter(Work& work, LetterId id, const ArchiveInput& input) {
    JZ_TRY(letter, find_letter(work.ledger, id.text()));
    Letter after = letter;
    JZ_CHECK(set_field(after, "archive_volume", input.volume));
    after.archive_page = std::to_string(input.page);
    const bool same = after.archive_volume == letter.archive_volume && after.archive_page == letter.archive_page &&
                      (!work.on_given || work.on == letter.archived_on);
    if (same) {
        return Outcome::done_already();
    }
    if (auto why = cannot_archive(work, letter, input)) {
        return std::move(*why);
    }
    JZ_TRY(taken, page_is_taken(work, letter, after));
    if (taken) {
        return std::move(*taken);
    }
    after.archived_on = work.on;
    Event event = work.event("letter_archived");
    event.set.push_back({RecordKind::letter, id.value, difference(letter, after)});
    if (!trimmed(input.reason).empty()) {
        event.about.emplace("reason", json::Value(std::string(trimmed(input.reason))));
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    return Outcome{};
}

} // namespace jiezhuan
