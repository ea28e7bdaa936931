#include "jiezhuan/model/finding.hpp"

#include <algorithm>
#include <tuple>

namespace jiezhuan {

namespace {

// M9 stands in no M94.
bool ends_there(const std::string& text, std::size_t end) {
    return end == text.size() || text[end] < '0' || text[end] > '9';
}

std::string without_number(std::string text, const std::string& number, std::string_view words) {
    std::size_t at = text.find(number);
    while (at != std::string::npos) {
        const std::size_t end = at + number.size();
        const bool whole = ends_there(text, end);
        if (whole) {
            text.replace(at, number.size(), words);
        }
        at = text.find(number, whole ? at + words.size() : end);
    }
    return text;
}

} // namespace

Message fix_of_many(const Finding& finding) {
    Message fix = finding.fix;
    for (const std::string& number : finding.named) {
        fix = Message(without_number(std::move(fix.zh), number, kSomeNumber.zh),
                      without_number(std::move(fix.en), number, kSomeNumber.en));
    }
    return fix;
}

bool has_errors(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

Findings without(Findings findings, const Findings& earlier) {
    std::erase_if(findings,
                  [&](const Finding& one) { return std::find(earlier.begin(), earlier.end(), one) != earlier.end(); });
    return findings;
}

void sort_findings(Findings& findings) {
    const auto key = [](const Finding& f) {
        return std::tie(f.position.file, f.position.row, f.position.column, f.rule, f.subject, f.message.zh);
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
        return a.severity != b.severity ? a.severity > b.severity : key(a) < key(b);
    });
}

} // namespace jiezhuan
