#include "jiezhuan/service/members/member_change_warnings.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/service/members/members.hpp"

namespace jiezhuan {

bool same_identity(const Member& a, const Member& b) {
    return a.citizen_id == b.citizen_id && a.document_type == b.document_type && a.document_no == b.document_no;
}

Result<void> warn_of_live_letter(Work& work, const Member& before, const Member& after, Findings& findings) {
    if (before.name == after.name && same_identity(before, after) && before.sex == after.sex &&
        before.stage == after.stage) {
        return {};
    }
    JZ_TRY(letters, work.ledger.letters(Query().equal("member", before.id.text()).equal("state", "issued")));
    for (const Letter& letter : letters) {
        if (issued_here(letter)) {
            findings.push_back(
                {std::string(kStateRule),
                 Severity::warning,
                 subject_of(after),
                 {},
                 say({"介绍信 {} 上还是更改前的内容", "letter {} says what the record said before"}, letter.no),
                 say({"作废补开：jiezhuan letter reissue {} --reason 原因",
                      "reissue it: jiezhuan letter reissue {} --reason REASON"},
                     letter.id.text())});
        }
    }
    return {};
}

void warn_of_another_name(const Member& before, const Member& after, Findings& findings) {
    if (before.name == after.name) {
        return;
    }
    findings.push_back({std::string(kStateRule),
                        Severity::warning,
                        subject_of(before),
                        {},
                        say({"姓名由“{}”改为“{}”", "the name changes from '{}' to '{}'"}, before.name, after.name),
                        say({"核对是不是这个人、有没有改名的证明；改错的：jiezhuan member change {} --name {}",
                             "is it this person, and is there proof of the new name? If not: jiezhuan member change {} "
                             "--name {}"},
                            before.id.text(), shell_word(before.name))});
}

void warn_of_a_move(const Work& work, const Member& before, const Member& after, Findings& findings) {
    if (before.branch == after.branch || before.branch == work.organisations.own().id) {
        return;
    }
    findings.push_back({std::string(kStateRule),
                        Severity::warning,
                        subject_of(after),
                        {},
                        say({"所在党组织由“{}”更正为“{}”，没有办理转接",
                             "the organisation was corrected from '{}' to '{}': no transfer"},
                            work.organisations.label(before.branch), work.organisations.label(after.branch)),
                        say({"原来就记错的才更正；组织关系有变动的：jiezhuan transfer open {} --kind within --to 支部",
                             "a correction is for what was always wrong; who moved: jiezhuan transfer open {} --kind "
                             "within --to BRANCH"},
                            after.id.text())});
}

} // namespace jiezhuan
