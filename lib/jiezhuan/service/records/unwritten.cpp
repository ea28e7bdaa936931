#include "jiezhuan/service/records/unwritten.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::string_view kCommand = "jiezhuan ";

bool word_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

// What is quoted was written by somebody, and is no id of ours.
bool quoted(std::string_view before) { return before.ends_with("“") || before.ends_with('\''); }

// "不对的：", "where that is wrong:": a case, which says nothing without what is to be done then.
bool leads_in(std::string_view kept) {
    const std::size_t clause = kept.rfind("; ");
    const std::string_view last = clause == std::string_view::npos ? kept : kept.substr(clause + 2);
    return kept.ends_with("的：") || (kept.ends_with(':') && last.starts_with("where "));
}

// "jiezhuan org change" of a command with all that follows.
std::string_view name_of(std::string_view command) {
    std::size_t end = kCommand.size();
    for (int words = 0; words < 2 && end != std::string_view::npos; ++words) {
        end = command.find(' ', end + (words == 0 ? 0 : 1));
    }
    return command.substr(0, end);
}

} // namespace

UnwrittenIds::Place UnwrittenIds::find(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at < text.size(); ++at) {
        const std::string_view before = text.substr(0, at);
        if (text[at] < 'A' || text[at] > 'Z' || (!before.empty() && word_byte(before.back())) || quoted(before)) {
            continue;
        }
        std::size_t size = 1;
        while (at + size < text.size() && word_byte(text[at + size])) {
            ++size;
        }
        const auto id = parse_id(text.substr(at, size));
        if (id && id->value >= first_) {
            return {at, size, id->value};
        }
        at += size - 1;
    }
    return {};
}

std::string UnwrittenIds::without(std::string subject) const {
    if (const Place place = find(subject); place.at == 0) {
        subject.erase(0, place.size);
        subject.erase(0, subject.find_first_not_of(' '));
    }
    return subject;
}

std::string UnwrittenIds::mentions(std::string text, Lang lang) const {
    for (Place place = find(text); place.at != std::string::npos; place = find(text, place.at)) {
        const auto row = std::upper_bound(rows_.begin(), rows_.end(), place.id,
                                          [](std::int64_t id, const Given& given) { return id < given.end; });
        const Message words = row == rows_.end() ? Message() : say({"第 {} 行", "row {}"}, row->row);
        std::size_t from = place.at;
        if (words.empty() && from > 0 && text[from - 1] == ' ') {
            --from;
        }
        text.replace(from, place.at + place.size - from, words.in(lang));
        place.at = from;
    }
    return text;
}

std::string UnwrittenIds::without_command(const std::string& text, Lang lang) const {
    const Place place = find(text);
    const std::size_t command = place.at == std::string::npos ? std::string::npos : text.rfind(kCommand, place.at);
    if (command == std::string::npos) {
        return mentions(text, lang);
    }
    std::string_view kept = trimmed(std::string_view(text).substr(0, command));
    if (leads_in(kept)) {
        const Message then = say({"{}写入以后用 {}", "{} {}, once it is written"}, kept,
                                 name_of(std::string_view(text).substr(command)));
        return then.in(lang);
    }
    for (const std::string_view end : {"：", ":", "；", ";", "，", ","}) {
        if (kept.ends_with(end)) {
            kept.remove_suffix(end.size());
        }
    }
    return std::string(kept);
}

void UnwrittenIds::take_out(Finding& finding) const {
    finding.subject = without(std::move(finding.subject));
    finding.message =
        Message(mentions(std::move(finding.message.zh), Lang::zh), mentions(std::move(finding.message.en), Lang::en));
    finding.fix = Message(without_command(finding.fix.zh, Lang::zh), without_command(finding.fix.en, Lang::en));
}

void UnwrittenIds::take_out(RowSet& section) const {
    for (std::size_t column = 0; column < section.columns.size(); ++column) {
        const bool ids = section.columns[column].type == ColumnType::id;
        if (!ids && section.columns[column].id != "subject") {
            continue;
        }
        for (std::vector<Cell>& row : section.rows) {
            Cell& cell = row[column];
            if (cell.number() == nullptr && find(cell.machine()).at == 0) {
                cell = ids ? Cell() : Cell(without(cell.machine()));
            }
        }
    }
}

void UnwrittenIds::take_out(Document& document) const {
    document.headline = Message(mentions(document.headline.zh, Lang::zh), mentions(document.headline.en, Lang::en));
    for (RowSet& section : document.sections) {
        take_out(section);
    }
    for (Finding& finding : document.findings) {
        take_out(finding);
    }
    std::erase_if(document.next, [&](const Message& step) {
        return find(step.zh).at != std::string::npos || find(step.en).at != std::string::npos;
    });
}

} // namespace jiezhuan
