#include "jiezhuan/model/finding.hpp"

#include <algorithm>
#include <tuple>

namespace jiezhuan {

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
