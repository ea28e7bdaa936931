#include "jiezhuan/model/letter.hpp"

#include "jiezhuan/model/item_list.hpp"

#include <algorithm>

namespace jiezhuan {

std::span<const Field<Letter>> RecordTraits<Letter>::fields() {
    static constexpr Field<Letter> kFields[] = {
        field<&Letter::addressee>("addressee", {"抬头", "Addressee"}),
        field<&Letter::age>("age", {"年龄", "Age"}),
        field<&Letter::archive_page>("archive_page", {"归档页号", "Archive page"}),
        field<&Letter::archive_volume>("archive_volume", {"归档卷号", "Archive volume"}),
        field<&Letter::archived_on>("archived_on", {"归档日期", "Archived on"}),
        field<&Letter::batch>("batch", {"批次", "Batch"}),
        field<&Letter::committee_address>("committee_address", {"通讯地址", "Postal address of the committee"}),
        field<&Letter::committee_fax>("committee_fax", {"传真", "Fax of the committee"}),
        field<&Letter::committee_phone>("committee_phone", {"联系电话", "Telephone of the committee"}),
        field<&Letter::committee_postcode>("committee_postcode", {"邮编", "Postcode of the committee"}),
        field<&Letter::content_hash>("content_hash", {"内容校验", "Hash of the content"}),
        field<&Letter::delivered_how>("delivered_how", {"领取方式", "How it was delivered"}),
        field<&Letter::delivered_on>("delivered_on", {"领取日期", "Delivered on"}),
        field<&Letter::delivered_to>("delivered_to", {"领取人", "Delivered to"}),
        field<&Letter::direction>("direction", {"方向", "Direction"}),
        field<&Letter::dues_paid_through>("dues_paid_through", {"党费交至", "Dues paid through"}, {.month = true}),
        field<&Letter::ethnic>("ethnic", {"民族", "Ethnic group"}),
        field<&Letter::exchanged_for>("exchanged_for", {"换开为", "Exchanged for"}),
        field<&Letter::exchanged_on>("exchanged_on", {"换信日期", "Exchanged on"}),
        field<&Letter::exchanges>("exchanges", {"换自", "In exchange for"}),
        field<&Letter::flaws>("flaws", {"信上的问题", "Flaws of the paper"}),
        field<&Letter::from_unit>("from_unit", {"由", "From unit"}),
        field<&Letter::id_no>("id_no", {"身份证号码", "ID number"}, {.private_data = true}),
        field<&Letter::issued_on>("issued_on", {"开具日期", "Issued on"}),
        field<&Letter::issuer>("issuer", {"开具党组织", "Issuer"}),
        field<&Letter::issuer_name>("issuer_name", {"开具党组织全称", "Issuer (name)"}),
        field<&Letter::kind>("kind", {"种类", "Kind"}),
        field<&Letter::list>("list", {"名单", "List"}, {.private_data = true}),
        field<&Letter::member>("member", {"党员", "Member"}),
        field<&Letter::member_contact>("member_contact", {"党员联系电话", "Contact of the member"},
                                       {.private_data = true}),
        field<&Letter::name>("name", {"姓名", "Name"}),
        field<&Letter::no>("no", {"介绍信编号", "Letter number"}),
        field<&Letter::number_source>("number_source", {"编号来源", "Source of the number"}),
        field<&Letter::persons>("persons", {"名单人数", "Persons on the list"}),
        field<&Letter::receipt_handler>("receipt_handler", {"回执经办人", "Handler on the receipt"}),
        field<&Letter::receipt_issued_on>("receipt_issued_on", {"回执开具日期", "Receipt issued on"}),
        field<&Letter::receipt_on>("receipt_on", {"回执日期", "Date on the receipt"}),
        field<&Letter::receipt_phone>("receipt_phone", {"回执联系电话", "Telephone on the receipt"}),
        field<&Letter::receipt_recorded_on>("receipt_recorded_on", {"回执登记日期", "Receipt recorded on"}),
        field<&Letter::receipt_sent_how>("receipt_sent_how", {"回执寄出方式", "How the receipt was sent"}),
        field<&Letter::receipt_sent_on>("receipt_sent_on", {"回执寄出日期", "Receipt sent on"}),
        field<&Letter::receipt_to>("receipt_to", {"回执抬头", "Receipt addressed to"}),
        field<&Letter::receiver_notified_on>("receiver_notified_on", {"通知接收方日期", "Receiver notified on"}),
        field<&Letter::remarks>("remarks", {"备注", "Remarks"}),
        field<&Letter::replaced_by>("replaced_by", {"由…替代", "Replaced by"}),
        field<&Letter::replaces>("replaces", {"补开自", "Replaces"}),
        field<&Letter::serial>("serial", {"序号", "Serial"}),
        field<&Letter::sex>("sex", {"性别", "Sex"}),
        field<&Letter::stage>("stage", {"正式/预备", "Stage"}),
        field<&Letter::state>("state", {"状态", "State"}),
        field<&Letter::state_on>("state_on", {"状态日期", "State since"}),
        field<&Letter::state_reason>("state_reason", {"作废或补开原因", "Reason of the state"}),
        field<&Letter::template_id>("template_id", {"版式", "Template"}),
        field<&Letter::to_unit>("to_unit", {"去", "To unit"}),
        field<&Letter::transfer>("transfer", {"转接", "Transfer"}),
        field<&Letter::valid_days>("valid_days", {"有效期（天）", "Valid days"}),
        field<&Letter::valid_until>("valid_until", {"有效期至", "Valid until"}),
        field<&Letter::year>("year", {"年度", "Year"}),
    };
    return kFields;
}

bool has_flaw(const Letter& letter, PaperFlaw flaw) {
    const std::vector<std::string> flaws = listed_words(letter.flaws);
    return std::find(flaws.begin(), flaws.end(), code_id(flaw)) != flaws.end();
}

bool has_direction(const Letter& letter, LetterDirection direction) {
    return direction == LetterDirection::none || letter.direction == direction ||
           letter.direction == LetterDirection::between;
}

std::vector<std::string> directions_like(LetterDirection direction) {
    std::vector<std::string> ids;
    for (const CodeRow& row : code_table<LetterDirection>().rows) {
        const auto one = static_cast<LetterDirection>(row.value);
        if (direction == LetterDirection::none || one == direction || one == LetterDirection::between) {
            ids.emplace_back(row.id);
        }
    }
    return ids;
}

} // namespace jiezhuan
