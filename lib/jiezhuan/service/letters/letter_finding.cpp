// Letters as they are named: by id, by number, by a slip.
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/letters/letter_chain.hpp"
#include "jiezhuan/service/letters/letter_near.hpp"
#include "jiezhuan/service/letters/letter_numbers.hpp"
#include "jiezhuan/service/letters/letter_views.hpp"

#include <algorithm>
#include <fmt/ranges.h>

namespace jiezhuan {
namespace {

Message look_for_it(const Message& meant) {
    const Text list{"查看：jiezhuan letter list", "see: jiezhuan letter list"};
    return meant.empty() ? Message(list) : say({"{}；{}", "{}; {}"}, meant, list);
}

Result<Letter> no_such_letter(Reading& ledger, std::string_view words, LetterDirection direction) {
    JZ_TRY(near, letters_near(ledger, words, direction));
    return fail(Exit::not_found, say({"没有介绍信“{}”", "there is no letter '{}'"}, printable(words)),
                look_for_it(did_you_mean(near)));
}

// A slip with a number that no letter has. It is misspelt where it is nearly that of a letter which somebody of that name has; else, where
// they have one on the way, a department may have given another for it.
Result<Message> number_of_slip(Reading& ledger, std::string_view words, std::string_view name) {
    constexpr std::size_t kSlips = 2;
    JZ_TRY(near, letters_near(ledger, words, LetterDirection::issued_by_us));
    JZ_TRY(out, letters_out_of(ledger, name));
    const std::string typed = plain_number(words);
    const auto of_person = [&](const Letter& letter) { return normal_name(letter.name) == normal_name(name); };
    std::stable_partition(near.begin(), near.end(), of_person);
    if (std::any_of(near.begin(), near.end(), of_person) || out.empty()) {
        return look_for_it(did_you_mean(near));
    }
    if (std::any_of(out.begin(), out.end(),
                    [&](const Letter& letter) { return edit_distance(letter.no, typed) <= kSlips; })) {
        return look_for_it(did_you_mean(out));
    }
    return say({"{0}；换信后回执用新信编号的，先登记换信：jiezhuan letter exchange {1} --by 组织部 --letter-no {2}",
                "{0}; where a department exchanged it, record that first: jiezhuan letter exchange {1} --by DEPARTMENT "
                "--letter-no {2}"},
               look_for_it(did_you_mean(out)), out.front().no, shell_word(printable(words)));
}

tl::unexpected<Error> several_letters(const std::vector<Letter>& letters, std::string_view words) {
    std::vector<std::string> named;
    for (const Letter& letter : letters) {
        named.push_back(letter.id.text() + " " + letter.name + " " + letter.issued_on.text() + " " +
                        letter.issuer_name);
    }
    return fail(
        Exit::usage,
        say({"有 {} 份介绍信的编号是“{}”", "{} letters have the number '{}'"}, letters.size(), printable(words)),
        Message(fmt::format("请用 L 编号指明：{}", fmt::join(named, "、")),
                fmt::format("name it by its id: {}", fmt::join(named, ", "))));
}

// The number is that of a letter of the other direction.
tl::unexpected<Error> other_direction(const Letter& letter) {
    return fail(Exit::refused,
                !issued_here(letter) ? say({"介绍信 {} 不是本单位开具的", "letter {} was not issued by us"}, letter.no)
                                     : say({"介绍信 {} 是本单位开具的", "letter {} is one of ours"}, letter.no),
                say({"查看：jiezhuan letter show {}", "see: jiezhuan letter show {}"}, letter.id.text()));
}

// A slip that is a part of the last letter of a chain has that one's number: the letter of ours with which the chain began. Nothing
// where no such letter has the number, or several have that the name does not tell apart.
Result<std::optional<Letter>> beginning_of_named(Reading& ledger, std::string_view words, std::string_view name) {
    std::vector<Letter> onward;
    const std::string direction(code_id(LetterDirection::onward));
    if (const auto id = parse_id_of<RecordKind::letter>(trimmed(words))) {
        JZ_TRY(letter, ledger.letter(*id));
        if (letter && letter->direction == LetterDirection::onward) {
            onward.push_back(std::move(*letter));
        }
    } else {
        JZ_TRY(all, ledger.letters(Query().equal("no", plain_number(words)).equal("direction", direction)));
        onward = std::move(all);
    }
    if (onward.size() > 1) {
        std::erase_if(onward, [&](const Letter& letter) { return normal_name(letter.name) != normal_name(name); });
    }
    if (onward.size() != 1) {
        return std::optional<Letter>();
    }
    JZ_TRY(first, chain_beginning(ledger, onward.front()));
    return std::optional(std::move(first));
}

} // namespace

Result<Letter> find_letter(Reading& ledger, std::string_view words, LetterDirection direction) {
    if (const auto id = parse_id_of<RecordKind::letter>(trimmed(words))) {
        JZ_TRY(letter, ledger.letter(*id));
        if (letter) {
            const bool fits = has_direction(*letter, direction);
            return fits ? Result<Letter>(std::move(*letter)) : other_direction(*letter);
        }
    }
    JZ_TRY(all, ledger.letters(Query().equal("no", plain_number(words))));
    std::vector<Letter> fitting;
    for (const Letter& letter : all) {
        if (has_direction(letter, direction)) {
            fitting.push_back(letter);
        }
    }
    if (fitting.size() == 1) {
        return std::move(fitting.front());
    }
    if (fitting.size() > 1) {
        return several_letters(fitting, words);
    }
    return all.empty() ? no_such_letter(ledger, words, direction) : Result<Letter>(other_direction(all.front()));
}

Result<Letter> letter_of_slip(Reading& ledger, std::string_view words, std::string_view name) {
    if (parse_id_of<RecordKind::letter>(trimmed(words))) {
        JZ_TRY(first, beginning_of_named(ledger, words, name));
        return first ? Result<Letter>(std::move(*first)) : find_letter(ledger, words, LetterDirection::issued_by_us);
    }
    JZ_TRY(all, ledger.letters(Query()
                                   .equal("no", plain_number(words))
                                   .equal("direction", std::string(code_id(LetterDirection::issued_by_us)))));
    std::vector<Letter> of_person = all;
    std::erase_if(of_person, [&](const Letter& letter) { return normal_name(letter.name) != normal_name(name); });
    std::vector<Letter> out = of_person;
    std::erase_if(out, [](const Letter& letter) { return !still_out(letter); });
    for (const std::vector<Letter>* chosen : {&of_person, &out}) {
        if (all.size() > 1 && chosen->size() == 1) {
            return chosen->front();
        }
    }
    if (of_person.empty()) {
        JZ_TRY(first, beginning_of_named(ledger, words, name));
        if (first) {
            return std::move(*first);
        }
    }
    auto found = find_letter(ledger, words, LetterDirection::issued_by_us);
    if (!found && found.error().code == Exit::not_found) {
        JZ_TRY(meant, number_of_slip(ledger, words, name));
        found.error().hint = std::move(meant);
    }
    return found;
}

} // namespace jiezhuan
