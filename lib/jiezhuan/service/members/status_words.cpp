#include "jiezhuan/service/members/status_words.hpp"

#include <algorithm>
#include <iterator>

namespace jiezhuan {
namespace {

using St = MemberStatus;

// The mark that ends a status, and what comes after its name.
struct End {
    St status;
    std::string_view mark;
    Text options;
    Text when;
};
constexpr Text kDocument{"--basis 依据", "--basis TEXT"};
constexpr Text kDecision{"--basis 决定 --decided-by 党组织", "--basis DOC --decided-by ORG"};
constexpr End kEnds[] = {
    {St::lost_contact, "found", kDocument, {"取得联系后", "when contact is found again"}},
    {St::abroad, "returned", kDocument, {"回国（境）后", "back from abroad"}},
    {St::probation_discipline, "discipline_ended", kDecision, {"期满恢复党员权利后", "when the rights are restored"}},
    {St::rectification, "rectified", kDocument, {"已改正的", "when it is rectified"}},
    {St::under_discipline, "discipline_lifted", kDecision, {"处分解除后", "when the discipline is lifted"}},
    {St::pending_verify, "verified", kDocument, {"核实后", "when it is verified"}},
};

bool with_us(const Member& member) { return on_roster(member.standing) || member.standing == Standing::hosted; }

void add(Message& words, const Message& more) { words = words.empty() ? more : say({"{}，{}", "{}, {}"}, words, more); }

} // namespace

Message status_in_words(const Member& member) {
    if (member.status == St::none || !with_us(member)) {
        return {};
    }
    Message words(code_title(member.status));
    if (!member.status_since.empty()) {
        add(words, say({"自 {}", "since {}"}, member.status_since.text()));
    }
    if (!member.status_until.empty()) {
        add(words, say({"至 {}", "until {}"}, member.status_until.text()));
    }
    if ((member.status == St::lost_contact || member.status == St::abroad) && !member.last_contact.empty()) {
        add(words, say({"最近联系 {}", "last contact {}"}, member.last_contact.text()));
    }
    return member.status_basis.empty() ? words : say({"{}（{}）", "{} ({})"}, words, member.status_basis);
}

std::vector<Message> status_commands(const Member& member) {
    const auto* const end =
        std::find_if(std::begin(kEnds), std::end(kEnds), [&](const End& one) { return one.status == member.status; });
    if (end == std::end(kEnds) || !with_us(member)) {
        return {};
    }
    const std::string id = member.id.text();
    std::vector<Message> commands;
    if (member.status == St::abroad) {
        commands.push_back(say({"jiezhuan member change {} --last-contact 日期  # 联系以后",
                                "jiezhuan member change {} --last-contact DATE  # after a contact"},
                               id));
    }
    commands.push_back(say({"jiezhuan member mark {} --as {} {}  # {}", "jiezhuan member mark {} --as {} {}  # {}"}, id,
                           end->mark, end->options, end->when));
    return commands;
}

bool relation_stays(MemberStatus status) {
    return status == St::lost_contact || status == St::abroad || status == St::pending_verify;
}

} // namespace jiezhuan
