#include "jiezhuan/service/members/same_person.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/work.hpp"

namespace jiezhuan {

std::string normal_document_no(std::string_view written) {
    std::string number;
    for (const char c : to_nfc(narrowed(trimmed(written)))) {
        if (c != ' ' && c != '\t') {
            number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return number;
}

std::optional<Finding> another_name(const Member& known, std::string_view name) {
    if (name.empty() || normal_name(known.name) == normal_name(name)) {
        return std::nullopt;
    }
    const std::string written = printable(name);
    return state_finding(
        known.id.text() + " " + known.name,
        say({"证件号码在账本中是“{}”的，这里写的是“{}”", "in the ledger this number is of '{}', here it is of '{}'"},
            known.name, written),
        say({"号码抄错的，改正号码；姓名改过或写错的：jiezhuan member correct {} --name {} --reason 原因",
             "mend the number if it was miscopied; if the name was changed or misspelt: jiezhuan member correct {} "
             "--name {} --reason WHY"},
            known.id.text(), shell_word(name)));
}

} // namespace jiezhuan
