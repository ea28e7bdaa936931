#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/lines.hpp"
#include "jiezhuan/report/position.hpp"
#include "jiezhuan/report/render.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <tuple>

namespace jiezhuan {
namespace {

constexpr std::size_t kPlacesShown = 10;

using Group = std::vector<const Finding*>; // the same statement about several places; never empty

// Whom it is about, in the commands too, makes no other statement.
auto statement_of(const Finding& finding) {
    const Position& where = finding.position;
    const Message fix = fix_of_many(finding);
    return std::tuple(finding.severity, finding.rule, where.file, where.column, where.column_title, finding.message.zh,
                      finding.message.en, fix.zh, fix.en);
}

Message fix_of(const Group& group) {
    const Finding& first = *group.front();
    const bool one =
        std::all_of(group.begin(), group.end(), [&](const Finding* each) { return each->fix == first.fix; });
    return one ? first.fix : fix_of_many(first);
}

// In the order of each group's first finding.
std::vector<Group> grouped(const Findings& findings) {
    std::vector<Group> groups;
    std::map<decltype(statement_of(findings.front())), std::size_t> known;
    for (const Finding& finding : findings) {
        const auto [entry, is_new] = known.try_emplace(statement_of(finding), groups.size());
        if (is_new) {
            groups.emplace_back();
        }
        groups[entry->second].push_back(&finding);
    }
    return groups;
}

// The rows, or where these are not known the subjects; each once.
std::vector<std::string> places_of(const Group& group, bool by_row) {
    std::vector<std::string> places;
    for (const Finding* finding : group) {
        std::string place = by_row ? std::to_string(finding->position.row) : printable(finding->subject);
        if (!place.empty() && (places.empty() || places.back() != place)) {
            places.push_back(std::move(place));
        }
    }
    return places;
}

// " (3 rows: 4, 9, 12)"; of more than ten the first ten, with the count of all.
std::string list_of_places(const Group& group, Lang lang) {
    const bool by_row =
        std::all_of(group.begin(), group.end(), [](const Finding* finding) { return finding->position.row != 0; });
    std::vector<std::string> places = places_of(group, by_row);
    if (places.empty()) {
        return fmt::format(fmt::runtime(Text("（{} 处）", " ({} times)").in(lang)), group.size());
    }
    const std::size_t count = places.size();
    if (count > kPlacesShown) {
        places.resize(kPlacesShown);
        places.emplace_back("…");
    }
    const Text format = by_row ? Text("（{} 行：{}）", " ({} rows: {})") : Text("（{} 处：{}）", " ({}: {})");
    return fmt::format(fmt::runtime(format.in(lang)), count, fmt::join(places, Text("、", ", ").in(lang)));
}

std::string where_and_who(const Group& group, Lang lang) {
    Position position = group.front()->position;
    std::string words;
    if (group.size() == 1 && !group.front()->subject.empty()) {
        words = " " + printable(group.front()->subject);
    }
    position.row = group.size() == 1 ? position.row : 0;
    if (const std::string place = in_words(position).in(lang); !place.empty()) {
        words += " " + place;
    }
    return group.size() == 1 ? words : words + list_of_places(group, lang);
}

std::string lines_of(const Group& group, const RenderOptions& options) {
    const Finding& finding = *group.front();
    const std::string_view severity = severity_title(finding.severity).in(options.lang);
    const std::string said =
        fmt::format("{}{}{}{}", printable(finding.rule), where_and_who(group, options.lang),
                    Text("：", ": ").in(options.lang), printable(finding.message.in(options.lang)));
    const Colour colour = finding.severity == Severity::error     ? Colour::red
                          : finding.severity == Severity::warning ? Colour::yellow
                                                                  : Colour::none;
    const int width = usable_width(options.width);
    const int indent = display_width(severity) + 1;
    std::string out = hanging(std::string(severity) + " ", said, indent, width);
    out.replace(0, severity.size(), painted(severity, colour, options.colour));
    if (const std::string fix = printable(fix_of(group).in(options.lang)); !fix.empty()) {
        const std::string before(static_cast<std::size_t>(indent), ' ');
        out += hanging(before, std::string(Text("怎么办：", "to fix: ").in(options.lang)) + fix, indent, width);
    }
    return out;
}

} // namespace

std::string render_findings(const Findings& findings, const RenderOptions& options) {
    Findings sorted = findings;
    sort_findings(sorted);
    std::string out;
    for (const Group& group : grouped(sorted)) {
        out += lines_of(group, options);
    }
    return out;
}

} // namespace jiezhuan
