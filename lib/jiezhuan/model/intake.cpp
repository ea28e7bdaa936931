#include "jiezhuan/model/intake.hpp"

namespace jiezhuan {

std::span<const Field<Intake>> RecordTraits<Intake>::fields() {
    static constexpr Field<Intake> kFields[] = {
        field<&Intake::applied>("applied", {"已登记", "Applied"}),
        field<&Intake::batch>("batch", {"批次", "Batch"}),
        field<&Intake::command>("command", {"命令", "Command"}),
        field<&Intake::file>("file", {"文件", "File"}),
        field<&Intake::key>("key", {"导入校验", "Key"}),
        field<&Intake::on>("on", {"日期", "On"}),
        field<&Intake::pending>("pending", {"未登记的行", "Rows refused"}),
        field<&Intake::refused>("refused", {"未登记", "Refused"}),
        field<&Intake::rows>("rows", {"行数", "Rows"}),
        field<&Intake::unchanged>("unchanged", {"无变化", "Unchanged"}),
    };
    return kFields;
}

} // namespace jiezhuan
