// What somebody wrote about a record, field by field, put into the record in its canonical spelling.
#pragma once

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/record.hpp"

#include <map>
#include <string>

namespace jiezhuan {

// Field id -> what was written. Empty: the field becomes absent.
using FieldValues = std::map<std::string, std::string, std::less<>>;

// Text that was typed for a field, as a list with the same text would have it kept: regular_text(), no blanks around it, telephone
// and fax numbers in one form.
[[nodiscard]] std::string kept_text(std::string_view field, std::string_view written);

// Sets a field to a value in canonical spelling; text as kept_text(). Exit::usage where the value is none.
template <class T> [[nodiscard]] Result<void> set_field(T& record, std::string_view id, std::string_view value) {
    const Field<T>* field = field_named<T>(id);
    ensure(field != nullptr, "a value for a field that the record does not have");
    // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): ensure() does not come back
    const std::string canonical = field->is_text() ? kept_text(id, value) : std::string(value);
    if (!field->read(record, canonical)) {
        return fail(Exit::usage, Message(fmt::format("“{}”的值“{}”不能用", field->title.zh, printable(value)),
                                         fmt::format("{} does not take '{}'", field->title.en, printable(value))));
    }
    return {};
}

} // namespace jiezhuan
