// What differs between two states of a record, field by field, as people read it.
#pragma once

#include "jiezhuan/report/record_rows.hpp"
#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <vector>

namespace jiezhuan {

// Private fields masked; organisations by name.
template <class T>
[[nodiscard]] std::vector<FieldChange> changes_between(const T& before, const T& after,
                                                       const OrgDirectory& organisations) {
    const auto cell = [&](const Field<T>& field, const T& record) {
        if (field.type == FieldType::reference && !field.absent(record)) {
            const OrgId organisation{field.number(record)};
            const std::string label = organisations.label(organisation);
            return Cell(organisation.text(), Message(label, label));
        }
        return cell_of(field, record, false);
    };
    std::vector<FieldChange> changes;
    for (const Field<T>& field : fields_of<T>()) {
        if (!field.same(before, after)) {
            changes.push_back({Message(field.title), cell(field, before), cell(field, after)});
        }
    }
    return changes;
}

} // namespace jiezhuan
