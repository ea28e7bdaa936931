#include "jiezhuan/rules/regulations.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {
namespace {

constexpr std::array kRegulations = {
    Regulation{"《中国共产党党员教育管理工作条例》", Date(2019, 5, 6)}, // its article 46
    Regulation{"《中国共产党支部工作条例（试行）》", Date(2018)},
    Regulation{"《中国共产党发展党员工作细则》", Date(2014)},
    Regulation{"《关于进一步加强和改进流动党员管理工作的意见》", Date(2024, 11, 11)},
    Regulation{"《中共中央组织部关于进一步加强和改进街道社区党的建设工作的意见》", Date(2004, 10, 4)},
    Regulation{"中组发〔2004〕10号", Date(2004, 11, 1)},
    Regulation{"中组发〔2008〕3号", Date(2008)},
    Regulation{"组通字〔2004〕13号", Date(2004)},
    Regulation{"组通字〔2006〕45号", Date(2007, 1, 1)}, // the forms are used from that day on
    Regulation{"组通字〔2015〕33号", Date(2015)},
    Regulation{"厅字〔2019〕19号", Date(2019)},
    // What these say of the rules that cite them is older than the edition that is cited.
    Regulation{"《中国共产党章程》", Date()},
    Regulation{"《中国共产党纪律处分条例》", Date()},
};

} // namespace

std::span<const Regulation> regulations() { return kRegulations; }

Date in_force_from(std::string_view citation) {
    Date first;
    for (const Regulation& regulation : kRegulations) {
        if (citation.find(regulation.name) == std::string_view::npos) {
            continue;
        }
        if (regulation.from.empty()) {
            return {};
        }
        first = first.empty() ? regulation.from : std::min(first, regulation.from);
    }
    return first;
}

bool in_force(const RuleText& rule, Date day) {
    const Date from = in_force_from(rule.citation);
    return from.empty() || day.empty() || from.earliest() <= day.latest();
}

} // namespace jiezhuan
