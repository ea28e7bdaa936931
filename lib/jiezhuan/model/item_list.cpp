#include "jiezhuan/model/item_list.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

void append(Message& words, Text title) {
    words.zh += (words.zh.empty() ? "" : "、") + std::string(title.zh);
    words.en += (words.en.empty() ? "" : ", ") + std::string(title.en);
}

} // namespace

std::vector<std::string> listed_words(std::string_view text) {
    std::string plain(text);
    for (const std::string_view separator : {"、", "，", "；", "／", "\u3000", ";", "/", " ", "\t"}) {
        for (std::size_t at = plain.find(separator); at != std::string::npos; at = plain.find(separator)) {
            plain.replace(at, separator.size(), ",");
        }
    }
    std::vector<std::string> words;
    for (const std::string_view word : split(plain, ',')) {
        if (!trimmed(word).empty()) {
            words.emplace_back(trimmed(word));
        }
    }
    return words;
}

std::optional<std::string> item_list(std::string_view words, const CodeTable& table) {
    std::vector<const CodeRow*> said;
    for (const std::string& word : listed_words(words)) {
        said.push_back(table.by_word(word));
    }
    if (std::find(said.begin(), said.end(), nullptr) != said.end()) {
        return std::nullopt;
    }
    std::string ids;
    for (const CodeRow& row : table.rows) {
        if (std::find(said.begin(), said.end(), &row) != said.end()) {
            ids += (ids.empty() ? "" : ",") + std::string(row.id);
        }
    }
    return ids;
}

std::vector<const CodeRow*> items_of(std::string_view ids, const CodeTable& table) {
    std::vector<const CodeRow*> items;
    for (const std::string& id : listed_words(ids)) {
        if (const CodeRow* row = table.by_id(id); row != nullptr) {
            items.push_back(row);
        }
    }
    return items;
}

Message items_in_words(std::string_view ids, const CodeTable& table) {
    if (!item_list(ids, table)) {
        return {std::string(ids), std::string(ids)};
    }
    Message words;
    for (const CodeRow* row : items_of(ids, table)) {
        append(words, row->title);
    }
    return words;
}

Message all_items_in_words(const CodeTable& table) {
    Message words;
    for (const CodeRow& row : table.rows) {
        append(words, row.title);
    }
    return words;
}

} // namespace jiezhuan
