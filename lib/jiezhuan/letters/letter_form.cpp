#include "jiezhuan/letters/letter_form.hpp"

#include "jiezhuan/base/hash.hpp"
#include "jiezhuan/letters/html_renderer.hpp"
#include "jiezhuan/letters/text_renderer.hpp"

namespace jiezhuan {

namespace {

Result<const LetterForm*> form_of(const Letter& letter, LetterPaper paper) {
    // A letter keeps the form of its three parts; a receipt is always on today's.
    if (paper == LetterPaper::three_parts && !letter.template_id.empty()) {
        const LetterForm* form = letter_form_by_id(letter.template_id);
        if (form == nullptr || form->kind != letter.kind || form->paper != paper) {
            return fail(Exit::newer,
                        say({"介绍信版式「{}」不在本程序中", "this program has no letter form {}"}, letter.template_id),
                        {"请使用较新的程序", "use a newer program"});
        }
        return form;
    }
    const LetterForm* form = current_letter_form(letter.kind, paper);
    if (form == nullptr) {
        return fail(Exit::not_found, {"这种介绍信没有所要的版式", "there is no such form for this kind of letter"});
    }
    return form;
}

std::vector<Text> missing_in(const LetterForm& form, const Letter& letter) {
    std::vector<Text> titles;
    for (const std::string& field : form.required) {
        if (!is_filled(letter, field)) {
            const Field<Letter>* known = field_named<Letter>(field);
            ensure(known != nullptr, "a form asks for fields of a letter");
            titles.push_back(known->title);
        }
    }
    return titles;
}

Message list_of(const std::vector<Text>& titles) {
    Message list;
    for (const Text& title : titles) {
        list.zh += (list.zh.empty() ? "" : "、") + std::string(title.zh);
        list.en += (list.en.empty() ? "" : ", ") + std::string(title.en);
    }
    return list;
}

Result<LetterDocument> document_of(const Letter& letter, LetterPaper paper, const LetterStyle& style) {
    JZ_TRY(form, form_of(letter, paper));
    const std::vector<Text> missing = missing_in(*form, letter);
    if (!missing.empty()) {
        const Message list = list_of(missing);
        return fail(Exit::refused, {"介绍信未填写：" + list.zh, "the letter lacks: " + list.en},
                    {"请补填后再打印", "fill them in, then print"});
    }
    JZ_TRY(document, form->page.fill(values_of(letter, style.fields)));
    document.sample = style.sample;
    document.title = letter.no;
    return std::move(document);
}

std::string rendered(std::span<const LetterDocument> documents, std::size_t letters, LetterFormat format,
                     const LetterStyle& style) {
    if (format == LetterFormat::html) {
        std::string title = letters == 1 ? documents.front().title : fmt::format("{} 份", letters);
        return render_html(documents, style.committee.empty() ? title : style.committee + " " + title);
    }
    std::string out;
    for (const LetterDocument& document : documents) {
        out += (out.empty() ? "" : "\f") + render_text(document);
    }
    return out;
}

Letter letter_of(const ReceiptData& receipt) {
    Letter letter;
    letter.kind = LetterKind::introduction;
    letter.no = receipt.no;
    letter.issuer_name = receipt.addressee;
    letter.name = receipt.name;
    letter.receipt_on = receipt.on;
    letter.receipt_handler = receipt.handler;
    letter.receipt_phone = receipt.phone;
    return letter;
}

// The form has one blank for who was received: of several it sends the reader on to the list.
Letter with_list_behind(Letter receipt, const std::optional<ReceivedList>& received) {
    receipt.name += received ? "（名单附后）" : "";
    return receipt;
}

} // namespace

ReceiptData receipt_of(const Letter& letter) {
    const Date on = letter.receipt_issued_on.empty() ? letter.receipt_on : letter.receipt_issued_on;
    return {letter.no, receipt_addressee(letter), letter.name, on, letter.receipt_handler, letter.receipt_phone};
}

Result<std::string> render_pages(std::span<const LetterPage> pages, LetterPaper paper, LetterFormat format) {
    std::vector<LetterDocument> documents;
    for (const auto& [letter, style, received] : pages) {
        const bool receipt = paper == LetterPaper::receipt && letter.kind == LetterKind::introduction;
        const Letter of = receipt ? with_list_behind(letter_of(receipt_of(letter)), received) : letter;
        auto document = document_of(of, paper, style);
        if (!document) {
            return fail(std::move(document.error())
                            .because(say({"介绍信 {} {}", "letter {} {}"},
                                         letter.no.empty() ? letter.id.text() : letter.no, letter.name)));
        }
        documents.push_back(std::move(*document));
        if (received) {
            add_received(documents, of, *received);
        }
        if (paper == LetterPaper::three_parts) {
            std::vector<LetterDocument> list = list_pages(letter, style.fields, style.sample);
            std::move(list.begin(), list.end(), std::back_inserter(documents));
        }
    }
    return rendered(documents, pages.size(), format, pages.empty() ? LetterStyle() : pages.front().style);
}

Result<std::string> render_letters(std::span<const Letter> letters, LetterPaper paper, LetterFormat format,
                                   const LetterStyle& style) {
    std::vector<LetterPage> pages;
    for (const Letter& letter : letters) {
        pages.push_back({letter, style});
    }
    return render_pages(pages, paper, format);
}

Result<std::string> render_letter(const Letter& letter, LetterPaper paper, LetterFormat format,
                                  const LetterStyle& style) {
    return render_letters(std::span(&letter, 1), paper, format, style);
}

Result<std::string> render_receipts(std::span<const ReceiptData> receipts, LetterFormat format,
                                    const LetterStyle& style) {
    std::vector<Letter> letters;
    for (const ReceiptData& receipt : receipts) {
        letters.push_back(letter_of(receipt));
    }
    return render_letters(letters, LetterPaper::receipt, format, style);
}

Result<std::string> render_receipt(const ReceiptData& receipt, LetterFormat format, const LetterStyle& style) {
    return render_receipts(std::span(&receipt, 1), format, style);
}

std::vector<Text> required_missing(const Letter& letter) {
    const auto form = form_of(letter, LetterPaper::three_parts);
    ensure(form.has_value(), "a letter of a known kind and form");
    return missing_in(**form, letter);
}

std::vector<std::string> required_missing_fields(const Letter& letter) {
    const auto form = form_of(letter, LetterPaper::three_parts);
    ensure(form.has_value(), "a letter of a known kind and form");
    std::vector<std::string> fields;
    for (const std::string& field : (*form)->required) {
        if (!is_filled(letter, field)) {
            fields.push_back(field);
        }
    }
    return fields;
}

std::string current_template_id(LetterKind kind) {
    const LetterForm* form = current_letter_form(kind, LetterPaper::three_parts);
    ensure(form != nullptr, "a kind of letter that is issued");
    return form->id;
}

std::string content_hash(std::string_view rendered) {
    Sha256 hash;
    return hex(hash.of(rendered));
}

} // namespace jiezhuan
