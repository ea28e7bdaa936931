#include "jiezhuan/model/near_code.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace jiezhuan {
namespace {

std::optional<std::size_t> distance(std::string_view typed, const std::string& word) {
    const bool begins = word.starts_with(typed); // "维" is short for 维吾尔族
    if (begins || !nearest(typed, std::vector<std::string>{word}, 1).empty()) {
        return begins || word.find(typed) != std::string::npos ? 0 : edit_distance(typed, word);
    }
    return std::nullopt;
}

std::optional<std::size_t> distance(std::string_view typed, const CodeRow& row) {
    std::optional<std::size_t> least;
    for (const std::string_view word : {row.id, row.title.zh, row.title.en}) {
        const auto one = distance(typed, lowered_ascii(word));
        least = one && (!least || *one < *least) ? one : least;
    }
    return least;
}

} // namespace

std::vector<const CodeRow*> near_codes(const CodeTable& table, std::string_view word, std::size_t most) {
    const std::string typed = lowered_ascii(word);
    std::vector<std::pair<std::size_t, const CodeRow*>> found;
    for (const CodeRow& row : table.rows) {
        if (const auto away = distance(typed, row); away && !typed.empty()) {
            found.emplace_back(*away, &row);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const CodeRow*> rows;
    for (std::size_t at = 0; at < std::min(found.size(), most); ++at) {
        rows.push_back(found[at].second);
    }
    return rows;
}

} // namespace jiezhuan
