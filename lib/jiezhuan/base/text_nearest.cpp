#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> points;
    points.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        points.push_back(next_code_point(text, at));
    }
    return points;
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::vector<char32_t> left = code_points(a);
    const std::vector<char32_t> right = code_points(b);
    std::vector<std::size_t> before_last(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= left.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t changed = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row.back();
}

std::vector<std::string> nearest(std::string_view typed, std::span<const std::string> candidates, std::size_t most) {
    struct Near {
        std::size_t distance;
        const std::string* text;
    };
    std::vector<Near> near;
    const std::size_t length = count_code_points(typed);
    const std::size_t reach = std::max<std::size_t>(1, length / 3);
    for (const std::string& candidate : candidates) {
        const bool contains = length >= 2 && (candidate.find(typed) != std::string::npos);
        const std::size_t other = count_code_points(candidate);
        if (!contains && std::max(length, other) - std::min(length, other) > reach) {
            continue; // at least that many edits: a long text is not compared letter by letter
        }
        const std::size_t distance = contains ? 0 : edit_distance(typed, candidate);
        if (distance <= reach) {
            near.push_back({distance, &candidate});
        }
    }
    std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
        return a.distance != b.distance ? a.distance < b.distance : *a.text < *b.text;
    });
    std::vector<std::string> words;
    for (const Near& one : near) {
        if (words.size() == most) {
            break;
        }
        words.push_back(*one.text);
    }
    return words;
}

} // namespace jiezhuan
