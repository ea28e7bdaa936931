// Invented letters for the tests of letters/.
#pragma once

#include "jiezhuan/letters/letter_form.hpp"
#include "tests/support/code_words.hpp"

namespace jiezhuan {

inline Letter sample_letter() {
    Letter letter;
    letter.direction = LetterDirection::issued_by_us;
    letter.kind = LetterKind::introduction;
    letter.state = LetterState::issued;
    letter.issuer_name = "中共江南市临江区望江街道工作委员会";
    letter.no = "20260012";
    letter.issued_on = Date(2026, 11, 23);
    letter.valid_days = 90;
    letter.name = "张建国";
    letter.sex = Sex::male;
    letter.age = 71;
    letter.ethnic = *testing::code_from_word<Ethnic>("汉族");
    letter.id_no = "110000195506300011";
    letter.stage = Stage::full;
    letter.from_unit = "中共江南市临江区望江街道滨江社区第二支部委员会";
    letter.addressee = "中共滨海市东城区人民街道工作委员会";
    letter.to_unit = "中共滨海市东城区人民街道解放路社区总支部委员会";
    letter.dues_paid_through = Date(2026, 11);
    letter.member_contact = "010-00000001";
    letter.committee_address = "江南市临江区望江路1号";
    letter.committee_phone = "010-00000002";
    letter.committee_fax = "010-00000003";
    letter.committee_postcode = "000000";
    return letter;
}

// Everything long that a form can meet.
inline Letter long_letter() {
    Letter letter = sample_letter();
    letter.no = "组转〔2026〕123456号";
    letter.name = "买买提艾力·阿不都热合曼·伊布拉音";
    letter.sex = Sex::female;
    letter.stage = Stage::probationary;
    letter.ethnic = *testing::code_from_word<Ethnic>("维吾尔族");
    letter.from_unit = "中国共产党江南省江南市临江区望江街道滨江社区物业服务联合企业退休职工第十二联合支部委员会";
    letter.addressee = "中国共产党滨海省滨海市东城区经济技术开发区人民街道工作委员会组织部";
    letter.to_unit = "中国共产党滨海省滨海市东城区经济技术开发区人民街道解放路社区企业退休人员第三总支部委员会";
    letter.committee_address = "江南省江南市临江区望江街道望江路1号街道办事处综合服务大楼北楼三层党群工作办公室";
    letter.member_contact = "010-00000001、zhang.jianguo@example.invalid、江南省江南市临江区滨江社区3幢2单元1201室";
    return letter;
}

inline Letter sample_certificate() {
    Letter letter = sample_letter();
    letter.kind = LetterKind::certificate;
    return letter;
}

inline ReceiptData sample_receipt() {
    return {"20260012", "中共江南市临江区望江街道工作委员会", "张建国", Date(2026, 12, 1), "李明", "010-00000009"};
}

} // namespace jiezhuan
