// Letters on paper: the same page again as on the day of issue.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/letters/letter_draft.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"
#include "jiezhuan/service/receipts/list_receipt_page.hpp"

#include <map>

namespace jiezhuan {
namespace {

// The profile of the event that created a letter; each is read once.
class ProfilesOfLetters {
  public:
    explicit ProfilesOfLetters(Reading& ledger) : ledger_(&ledger) {}

    Result<const Profile*> of(LetterId letter) {
        JZ_TRY(events, ledger_->history(RecordKind::letter, letter.value));
        ensure(!events.empty(), "a letter that no event created");
        const ProfileId id{events.front().event.profile};
        if (const auto known = profiles_.find(id); known != profiles_.end()) {
            return &known->second;
        }
        JZ_TRY(record, ledger_->profile(id));
        ensure_there(record.has_value(), lost::kProfile);
        auto profile = parse_adopted_profile(record->content, record->name);
        ensure_there(profile.has_value(), lost::kProfile);
        return &profiles_.emplace(id, std::move(*profile)).first->second;
    }

  private:
    Reading* ledger_;
    std::map<ProfileId, Profile> profiles_;
};

bool printable_again(const Letter& letter, LetterPaper paper) {
    if (paper == LetterPaper::receipt) {
        return answered_here(letter) && !letter.receipt_issued_on.empty() && letter.state == LetterState::used;
    }
    return issued_here(letter) && (letter.state == LetterState::issued || letter.state == LetterState::used);
}

// Our receipt was written, and the letter ended otherwise since: the reception was revoked.
tl::unexpected<Error> receipt_is_void(const Letter& letter) {
    const std::string& reason = letter.state_reason;
    return fail(
        Exit::refused,
        Message(fmt::format("介绍信 {} {}（{}{}），它的回执不再打印", letter.no, code_title(letter.state).zh,
                            letter.state_on.text(), reason.empty() ? "" : "：" + reason),
                fmt::format("letter {} is {} ({}{}): its receipt is not printed again", letter.no,
                            code_title(letter.state).en, letter.state_on.text(), reason.empty() ? "" : ": " + reason)),
        say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text()));
}

tl::unexpected<Error> cannot_print(const Letter& letter, LetterPaper paper) {
    if (paper == LetterPaper::receipt && answered_here(letter)) {
        return letter.receipt_issued_on.empty()
                   ? fail(Exit::refused,
                          say({"介绍信 {} 的回执还没有开", "no receipt was issued for letter {}"}, letter.no),
                          say({"先开：jiezhuan receipt issue {}", "issue it: jiezhuan receipt issue {}"},
                              letter.id.text()))
                   : receipt_is_void(letter);
    }
    if (paper == LetterPaper::receipt) {
        return fail(
            Exit::refused,
            say({"介绍信 {} 的回执由接收方填写", "the receipt of letter {} is written by the receiver"}, letter.no));
    }
    if (!issued_here(letter)) {
        return fail(
            Exit::refused,
            say({"介绍信 {} 不是本单位开具的，不能打印", "letter {} was not issued by us: it is not ours to print"},
                letter.no),
            say({"打印给对方的回执：jiezhuan receipt issue {} --print FILE",
                 "our receipt for it: jiezhuan receipt issue {} --print FILE"},
                letter.id.text()));
    }
    const Text state = code_title(letter.state);
    return fail(Exit::refused,
                Message(fmt::format("介绍信 {} {}，不能再打印", letter.no, state.zh),
                        fmt::format("letter {} is {} and is not printed again", letter.no, state.en)),
                say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text()));
}

// A paper is in force as long as its transfer is; of a letter with a list each person has a transfer.
Result<void> check_transfer(Reading& ledger, const Letter& letter, LetterPaper paper) {
    JZ_TRY(transfer, ledger.transfer(letter.transfer));
    if (!transfer || transfer->state != TransferState::revoked) {
        return {};
    }
    if (paper == LetterPaper::receipt) {
        return fail(Exit::refused,
                    say({"转接 {} 已撤销，没有接收：介绍信 {} 的回执作废，不能再打印",
                         "the transfer {} was revoked, nobody was received: the receipt of letter {} is void and not "
                         "printed again"},
                        transfer->id.text(), letter.no),
                    say({"书面告知原单位；查看：jiezhuan transfer show {}",
                         "tell the sending organisation in writing; see: jiezhuan transfer show {}"},
                        transfer->id.text()));
    }
    return fail(Exit::refused,
                say({"转接 {} 已撤销，介绍信 {} 作废，不能再打印",
                     "the transfer {} was revoked: letter {} is void and not printed again"},
                    transfer->id.text(), letter.no),
                say({"要转出的重新登记：jiezhuan transfer open {} --kind out --to 党组织",
                     "to transfer the member, open another: jiezhuan transfer open {} --kind out --to ORG"},
                    letter.member.text()));
}

// What was hashed when the letter was issued is its text.
Result<void> check_content(const Letter& letter, const LetterStyle& style) {
    JZ_TRY(text, render_letter(letter, LetterPaper::three_parts, LetterFormat::text, style));
    if (content_hash(text) == letter.content_hash) {
        return {};
    }
    return fail(
        Exit::damaged,
        say({"介绍信 {} 再打印的内容与开具时不同", "letter {} would not be printed as it was issued"}, letter.no),
        Text{"不要使用这一页；运行 jiezhuan ledger verify", "do not use the page; run jiezhuan ledger verify"});
}

} // namespace

Result<void> may_be_printed(Reading& ledger, const Letter& letter, LetterPaper paper) {
    const bool receipt = paper == LetterPaper::receipt;
    if (receipt && answered_here(letter) && !letter.receipt_issued_on.empty()) {
        JZ_CHECK(check_transfer(ledger, letter, paper)); // after a revocation the letter is live again
    }
    if (!printable_again(letter, paper)) {
        return cannot_print(letter, paper);
    }
    if (receipt && has_list(letter)) {
        JZ_CHECK(list_receipt(ledger, letter)); // somebody on it was received
    }
    return receipt ? Result<void>() : check_transfer(ledger, letter, paper);
}

Result<LetterFormat> format_of_file(std::string_view path) {
    const std::string name = lowered_ascii(path.substr(path.find_last_of('/') + 1));
    const std::size_t dot = name.find_last_of('.');
    const std::string end = dot == std::string::npos ? "" : name.substr(dot);
    if (end == ".html" || end == ".htm") {
        return LetterFormat::html;
    }
    if (end.empty() || end == ".txt") {
        return LetterFormat::text;
    }
    return fail(Exit::usage,
                say({"介绍信和回执不能印成 {} 文件", "letters and receipts are not printed as {}"}, printable(end)),
                Text{"文件名用 .html（网页，可打印）或 .txt（文本）",
                     "end the name in .html (a page to print) or .txt (text)"});
}

Result<std::string> letter_pages(Reading& ledger, std::span<const LetterId> letters, LetterPaper paper,
                                 LetterFormat format) {
    ProfilesOfLetters profiles(ledger);
    std::vector<LetterPage> pages;
    for (const LetterId id : letters) {
        JZ_TRY(letter, ledger.letter(id));
        ensure_there(letter.has_value(), lost::kLetter);
        JZ_CHECK(may_be_printed(ledger, *letter, paper));
        if (paper == LetterPaper::receipt && has_list(*letter)) {
            JZ_TRY(receipt, list_receipt(ledger, *letter));
            pages.push_back({std::move(receipt.letter), {}, std::move(receipt.received)});
            continue;
        }
        LetterStyle style;
        if (paper == LetterPaper::three_parts) {
            JZ_TRY(profile, profiles.of(id));
            style = style_of(*profile, *letter);
            JZ_CHECK(check_content(*letter, style));
        }
        pages.push_back({std::move(*letter), std::move(style)});
    }
    return render_pages(pages, paper, format);
}

Result<Findings> about_samples(Reading& ledger, std::span<const LetterId> letters) {
    ProfilesOfLetters profiles(ledger);
    for (const LetterId id : letters) {
        JZ_TRY(letter, ledger.letter(id));
        ensure_there(letter.has_value(), lost::kLetter);
        JZ_TRY(profile, profiles.of(id));
        if (style_of(*profile, *letter).sample) {
            Finding said = state_finding(
                letter->id.text() + " " + letter->no,
                Text{"印出的页上有“样张”：编号取自预印的空白介绍信，照它填写在预印的那一份上",
                     "the page is marked 样张 (sample): its number is of a pre-printed blank, on which the letter is "
                     "written"},
                Text{"可以自行打印的地方，采用 allow_self_printing = true：jiezhuan rules show allow_self_printing",
                     "where letters may be printed oneself, adopt allow_self_printing = true: jiezhuan rules show "
                     "allow_self_printing"});
            said.severity = Severity::info;
            return Findings{std::move(said)};
        }
    }
    return Findings();
}

} // namespace jiezhuan
