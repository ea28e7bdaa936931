#include "jiezhuan/service/verified_items.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jiezhuan {
namespace {

struct Item {
    std::string_view id;
    std::string_view word;
};
constexpr std::array kItems = {Item{"letter", "介绍信"}, Item{"seal", "公章"}, Item{"addressee", "抬头"},
                               Item{"id", "身份证"}, Item{"file", "档案"}};

std::vector<std::string> words_of(std::string_view text) {
    std::string plain(text);
    for (const std::string_view separator : {"、", "，", "；", "／", "\u3000", ";", "/", " ", "\t"}) {
        for (std::size_t at = plain.find(separator); at != std::string::npos; at = plain.find(separator)) {
            plain.replace(at, separator.size(), ",");
        }
    }
    std::vector<std::string> words;
    for (const std::string_view word : split(plain, ',')) {
        if (!trimmed(word).empty()) {
            words.push_back(lowered_ascii(trimmed(word)));
        }
    }
    return words;
}

bool means(const std::string& word, const Item& item) { return word == item.id || word == item.word; }

} // namespace

std::optional<std::string> verified_items(std::string_view words) {
    const std::vector<std::string> said = words_of(words);
    std::size_t known = 0;
    std::string items;
    for (const Item& item : kItems) {
        const auto times = std::count_if(said.begin(), said.end(), [&](const auto& word) { return means(word, item); });
        known += static_cast<std::size_t>(times);
        if (times > 0) {
            items += (items.empty() ? "" : ",") + std::string(item.id);
        }
    }
    return known == said.size() ? std::optional(std::move(items)) : std::nullopt;
}

std::string verified_items_in_words(std::string_view items) {
    if (!verified_items(items)) {
        return std::string(items);
    }
    const std::vector<std::string> said = words_of(items);
    std::string words;
    for (const Item& item : kItems) {
        if (std::any_of(said.begin(), said.end(), [&](const auto& word) { return means(word, item); })) {
            words += (words.empty() ? "" : "、") + std::string(item.word);
        }
    }
    return words;
}

Message unknown_verified_items(std::string_view words) {
    return say({"核实内容“{}”无法识别，可以填：介绍信、公章、抬头、身份证、档案",
                "'{}' is not known as something to verify; there are: letter, seal, addressee, id, file"},
               printable(words));
}

} // namespace jiezhuan
