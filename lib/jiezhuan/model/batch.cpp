#include "jiezhuan/model/batch.hpp"

namespace jiezhuan {

std::span<const Field<Batch>> RecordTraits<Batch>::fields() {
    static constexpr Field<Batch> kFields[] = {
        field<&Batch::explanation>("explanation", {"整建制说明", "Explanation"}),
        field<&Batch::from>("from", {"移交单位", "Handed over by"}),
        field<&Batch::kind>("kind", {"转接类型", "Kind of transfer"}),
        field<&Batch::left_out>("left_out", {"不再登记", "Not to be entered"}),
        field<&Batch::left_out_reason>("left_out_reason", {"不再登记原因", "Why not to be entered"}),
        field<&Batch::listed>("listed", {"名单人数", "Persons listed"}),
        field<&Batch::opened_on>("opened_on", {"登记日期", "Opened on"}),
        field<&Batch::source>("source", {"来源文件", "Source file"}),
        field<&Batch::title>("title", {"名称", "Title"}),
        field<&Batch::whole>("whole", {"整建制", "Whole organisation"}),
    };
    return kFields;
}

} // namespace jiezhuan
