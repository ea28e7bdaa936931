// Letters and receipts on paper: the entry to everything else in letters/.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/base/result.hpp"
#include "jiezhuan/letters/letter_catalogue.hpp"
#include "jiezhuan/letters/letter_fields.hpp"
#include "jiezhuan/letters/list_pages.hpp"
#include "jiezhuan/model/letter.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// Renderers of the same document.
enum class LetterFormat { text, html };

struct LetterStyle {
    FieldStyle fields;
    bool sample = false;   // 样张 on every part: our page may not serve as the letter
    std::string committee; // ours, for the properties of an HTML file; never printed on the form
};

// What we write on the third part of a letter that came in.
struct ReceiptData {
    std::string no;        // of the letter
    std::string addressee; // 抬头: the basic committee the member came from
    std::string name;
    Date on;
    std::string handler; // may be empty, and is then filled in by hand
    std::string phone;
};
[[nodiscard]] ReceiptData receipt_of(const Letter& letter);

// A letter or its receipt, by the form the letter names, or today's where it names none.
// Exit::refused with the fields where a required one is empty; Exit::newer for a form this program does not know;
// Exit::not_found where that kind of letter has no such paper; Exit::invalid_input for characters that cannot be printed.
[[nodiscard]] Result<std::string> render_letter(const Letter& letter, LetterPaper paper, LetterFormat format,
                                                const LetterStyle& style);
// Several in one file, a page each; they may have been issued under different styles. The error of the first that cannot be
// rendered, naming it.
struct LetterPage {
    Letter letter;
    LetterStyle style;
    std::optional<ReceivedList> received = std::nullopt; // of a receipt for a letter with a list
};
[[nodiscard]] Result<std::string> render_pages(std::span<const LetterPage> pages, LetterPaper paper,
                                               LetterFormat format);
[[nodiscard]] Result<std::string> render_letters(std::span<const Letter> letters, LetterPaper paper,
                                                 LetterFormat format, const LetterStyle& style);
[[nodiscard]] Result<std::string> render_receipt(const ReceiptData& receipt, LetterFormat format,
                                                 const LetterStyle& style);
[[nodiscard]] Result<std::string> render_receipts(std::span<const ReceiptData> receipts, LetterFormat format,
                                                  const LetterStyle& style);

// Titles of the required fields that are empty, in the order of the form. Precondition: the letter has a kind.
[[nodiscard]] std::vector<Text> required_missing(const Letter& letter);
// Their field ids, in the same order.
[[nodiscard]] std::vector<std::string> required_missing_fields(const Letter& letter);
// What a letter names as its form when it is issued. Precondition: a kind of letter that is issued.
[[nodiscard]] std::string current_template_id(LetterKind kind);
// SHA-256 in hexadecimal: of the text form it is kept with the letter, and shows that a reprint is the same.
[[nodiscard]] std::string content_hash(std::string_view rendered);

} // namespace jiezhuan
