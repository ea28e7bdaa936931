#include "jiezhuan/service/transfers/verified_items.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/item_list.hpp"

#include <algorithm>
#include <array>
#include <fmt/ranges.h>

namespace jiezhuan {
namespace {

constexpr CodeRow kItems[] = {
    {1, "letter", {"介绍信", "letter"}, ""},     {2, "seal", {"公章", "seal"}, "印章|盖章"},
    {3, "addressee", {"抬头", "addressee"}, ""}, {4, "id", {"身份证", "id"}, ""},
    {5, "file", {"档案", "file"}, ""},
};
constexpr CodeTable kTable = {"verified_items", {"核实内容", "What was verified"}, kItems};

// What people call it when nothing but the person was asked.
constexpr std::array<std::string_view, 4> kOwnWord = {"本人口述", "自述", "自称", "本人陈述"};

} // namespace

bool own_word_only(std::string_view basis) {
    const std::vector<std::string> parts = listed_words(basis);
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
        return std::any_of(kOwnWord.begin(), kOwnWord.end(),
                           [&](std::string_view word) { return part.find(word) != std::string::npos; });
    });
}

std::optional<std::string> verified_items(std::string_view words) { return item_list(words, kTable); }

std::string verified_items_in_words(std::string_view items) { return items_in_words(items, kTable).zh; }

Message unknown_verified_items(std::string_view words) {
    std::vector<std::string> unknown;
    for (const std::string& word : listed_words(words)) {
        if (kTable.by_word(word) == nullptr) {
            unknown.push_back(printable(word));
        }
    }
    return say({"核实内容“{}”无法识别，可以填：介绍信、公章、抬头、身份证、档案",
                "'{}' is not known as something to verify; there are: letter, seal, addressee, id, file"},
               fmt::format("{}", fmt::join(unknown, "、")));
}

} // namespace jiezhuan
