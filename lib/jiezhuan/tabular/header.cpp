#include "jiezhuan/tabular/header.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::array<std::string_view, 4> kMarks = {"*", "(必填)", "(选填)", "(必填项)"};

bool remove_mark(std::string_view& text) {
    for (const std::string_view mark : kMarks) {
        if (text.size() > mark.size() && text.ends_with(mark)) {
            text.remove_suffix(mark.size());
            return true;
        }
        if (text.size() > mark.size() && text.starts_with(mark)) {
            text.remove_prefix(mark.size());
            return true;
        }
    }
    return false;
}

} // namespace

std::string folded_header(std::string_view header) {
    const std::string narrow = lowered_ascii(narrowed(header));
    std::string compact;
    for (std::size_t at = 0; at < narrow.size();) {
        const std::size_t start = at;
        static_cast<void>(next_code_point(narrow, at));
        const std::string_view character = std::string_view(narrow).substr(start, at - start);
        compact.append(trimmed(character)); // nothing of a blank or an invisible character
    }
    std::string_view text = compact;
    while (remove_mark(text)) {
    }
    return std::string(text);
}

std::string without_remark(std::string_view folded) {
    const std::size_t open = folded.rfind('(');
    return folded.ends_with(')') && open != std::string_view::npos ? std::string(folded.substr(0, open))
                                                                   : std::string();
}

std::vector<std::string> header_keys(const ImportColumn& column) {
    std::vector<std::string> keys = {folded_header(column.id), folded_header(column.title.zh),
                                     folded_header(column.title.en)};
    for (const std::string& alias : column.aliases) {
        keys.push_back(folded_header(alias));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

bool is_reject_column(std::string_view folded) {
    constexpr std::array<std::string_view, 4> kNames = {"#row", "#rule", "#reason", "#fix"};
    return std::find(kNames.begin(), kNames.end(), folded) != kNames.end();
}

} // namespace jiezhuan
