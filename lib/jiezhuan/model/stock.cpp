#include "jiezhuan/model/stock.hpp"

namespace jiezhuan {

std::span<const Field<Stock>> RecordTraits<Stock>::fields() {
    static constexpr Field<Stock> kFields[] = {
        field<&Stock::counted>("counted", {"点数", "Counted"}),
        field<&Stock::counted_expected>("counted_expected", {"点数时应有", "Expected then"}),
        field<&Stock::counted_on>("counted_on", {"点数日期", "Counted on"}),
        field<&Stock::first>("first", {"起号", "First"}),
        field<&Stock::issuer>("issuer", {"开具党组织", "Issuer"}),
        field<&Stock::kind>("kind", {"种类", "Kind"}),
        field<&Stock::last>("last", {"止号", "Last"}),
        field<&Stock::prefix>("prefix", {"编号前缀", "Prefix of the numbers"}),
        field<&Stock::received_from>("received_from", {"发放单位", "Received from"}),
        field<&Stock::received_on>("received_on", {"领取日期", "Received on"}),
        field<&Stock::width>("width", {"序号位数", "Digits of the serial"}),
        field<&Stock::year>("year", {"年度", "Year"}),
    };
    return kFields;
}

} // namespace jiezhuan
