#include "cli/layout.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/lines.hpp"

#include <algorithm>

namespace jiezhuan::cli {
namespace {

constexpr int kIndent = 2;
constexpr int kGap = 2;
constexpr int kWidestLeft = 30;
constexpr int kNarrowest = 20;

} // namespace

std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows, int width) {
    int left_width = 0;
    for (const auto& [left, right] : rows) {
        left_width = std::max(left_width, std::min(display_width(left), kWidestLeft));
    }
    const int start = kIndent + left_width + kGap;
    const int room = std::max(width - start, kNarrowest);
    std::string out;
    for (const auto& [left, right] : rows) {
        std::string line = std::string(kIndent, ' ') + left;
        if (display_width(left) > left_width) {
            out += line + "\n";
            line.clear();
        }
        for (const std::string& part : wrapped(right, room)) {
            line = padded(line, start);
            line += part;
            out += std::string(line.substr(0, line.find_last_not_of(' ') + 1)) + "\n";
            line.clear();
        }
    }
    return out;
}

} // namespace jiezhuan::cli
