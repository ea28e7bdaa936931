#include "jiezhuan/model/ids.hpp"

#include "jiezhuan/base/text.hpp"

#include <charconv>
#include <string>

namespace jiezhuan {

std::optional<RecordKind> record_kind_from_id(std::string_view id) {
    for (const RecordKindName& name : kRecordKinds) {
        if (name.id == id) {
            return name.kind;
        }
    }
    return std::nullopt;
}

std::optional<AnyId> parse_id(std::string_view text) {
    if (text.starts_with("\xEF")) { // typed in full width
        const std::string typed = narrowed(text);
        return typed.starts_with("\xEF") ? std::nullopt : parse_id(typed);
    }
    if (text.size() < 2 || text[1] == '0' || text.size() > 18) {
        return std::nullopt;
    }
    const char letter = text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] - 'a' + 'A') : text[0];
    std::int64_t value = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data() + 1, last, value);
    if (error != std::errc() || end != last || value <= 0) {
        return std::nullopt;
    }
    for (const RecordKindName& name : kRecordKinds) {
        if (name.letter == letter) {
            return AnyId{name.kind, value};
        }
    }
    return std::nullopt;
}

} // namespace jiezhuan
