// Identifiers: the `seq` of the event that created the thing, shown with the letter of its kind (M12, T345).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

enum class RecordKind : std::uint8_t { organisation, member, batch, transfer, letter, stock, intake, profile };

struct RecordKindName {
    RecordKind kind;
    char letter;
    std::string_view id; // key in events, and the table's name
};
inline constexpr std::array kRecordKinds = {
    RecordKindName{RecordKind::organisation, 'O', "organisation"},
    RecordKindName{RecordKind::member, 'M', "member"},
    RecordKindName{RecordKind::batch, 'B', "batch"},
    RecordKindName{RecordKind::transfer, 'T', "transfer"},
    RecordKindName{RecordKind::letter, 'L', "letter"},
    RecordKindName{RecordKind::stock, 'S', "stock"},
    RecordKindName{RecordKind::intake, 'I', "intake"},
    RecordKindName{RecordKind::profile, 'P', "profile"},
};
[[nodiscard]] constexpr const RecordKindName& name_of(RecordKind kind) {
    return kRecordKinds[static_cast<std::size_t>(kind)];
}
[[nodiscard]] std::optional<RecordKind> record_kind_from_id(std::string_view id);

template <RecordKind K> struct Id {
    static constexpr RecordKind kKind = K;
    std::int64_t value = 0; // 0 = none

    [[nodiscard]] explicit operator bool() const { return value != 0; }
    [[nodiscard]] std::string text() const {
        return value == 0 ? std::string() : name_of(K).letter + std::to_string(value);
    }
    auto operator<=>(const Id&) const = default;
};

using OrgId = Id<RecordKind::organisation>;
using MemberId = Id<RecordKind::member>;
using BatchId = Id<RecordKind::batch>;
using TransferId = Id<RecordKind::transfer>;
using LetterId = Id<RecordKind::letter>;
using StockId = Id<RecordKind::stock>;
using IntakeId = Id<RecordKind::intake>;
using ProfileId = Id<RecordKind::profile>;

// "T345" or "t345": its kind and number. Nothing where it has another shape.
struct AnyId {
    RecordKind kind;
    std::int64_t value;
};
[[nodiscard]] std::optional<AnyId> parse_id(std::string_view text);

template <RecordKind K> [[nodiscard]] std::optional<Id<K>> parse_id_of(std::string_view text) {
    const auto any = parse_id(text);
    return any && any->kind == K ? std::optional(Id<K>{any->value}) : std::nullopt;
}

} // namespace jiezhuan
