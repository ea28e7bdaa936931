#include "jiezhuan/model/profile_record.hpp"

namespace jiezhuan {

std::span<const Field<ProfileRecord>> RecordTraits<ProfileRecord>::fields() {
    static constexpr Field<ProfileRecord> kFields[] = {
        field<&ProfileRecord::adopted_on>("adopted_on", {"采用日期", "Adopted on"}),
        field<&ProfileRecord::content>("content", {"内容", "Content"}),
        field<&ProfileRecord::name>("name", {"名称", "Name"}),
    };
    return kFields;
}

} // namespace jiezhuan
