#include "jiezhuan/service/organisations/org_names.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <initializer_list>

namespace jiezhuan {
namespace {

std::vector<std::string> parts_of(std::string_view list, std::initializer_list<std::string_view> marks) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        std::size_t end = list.size();
        std::size_t next = list.size();
        for (const std::string_view mark : marks) {
            if (const std::size_t at = list.find(mark); at < end) {
                end = at;
                next = at + mark.size();
            }
        }
        if (const std::string_view part = trimmed(list.substr(0, end)); !part.empty()) {
            parts.emplace_back(part);
        }
        list.remove_prefix(next);
    }
    return parts;
}

} // namespace

std::vector<std::string> former_names_of(const Organisation& organisation) {
    return parts_of(organisation.former_names, {"；", ";"});
}

std::vector<std::string> unit_names_of(const Organisation& organisation) {
    return parts_of(organisation.unit_names, {"、", "；", ";"});
}

void keep_former_names(const Organisation& before, Organisation& after) {
    std::vector<std::string> names = former_names_of(after);
    for (const std::string& name : {before.name, before.short_name}) {
        names.push_back(name);
    }
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool in_use = names[i].empty() || names[i] == after.name || names[i] == after.short_name;
        if (!in_use && std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) ==
                           names.begin() + static_cast<std::ptrdiff_t>(i)) {
            list += (list.empty() ? "" : "；") + names[i];
        }
    }
    after.former_names = std::move(list);
}

} // namespace jiezhuan
