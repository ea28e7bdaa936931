#include "jiezhuan/service/file_forwarding.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/transfer_rules.hpp"
#include "jiezhuan/service/beside_transfer.hpp"
#include "jiezhuan/service/next_step.hpp"
#include "jiezhuan/service/transfer_facts.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

constexpr std::string_view kForwarded = "file_forwarded";

constexpr CodeRow kSteps[] = {
    {int(FileStep::sent), "sent", {"寄出", "sent"}, "转出|移交"},
    {int(FileStep::received), "received", {"收到", "received"}, "接收"},
    {int(FileStep::returned), "returned", {"退回", "returned"}, ""},
};
constexpr CodeTable kStepTable = {"file_step", {"档案", "The file"}, kSteps};

FileStep step_of(const Event& event) {
    return code_from_id<FileStep>(json::text_of(event.about, "file")).value_or(FileStep::none);
}

FileStep last_step_of(const BesideTransfer& beside) {
    return beside.entries.empty() ? FileStep::none : step_of(beside.entries.back().event);
}

// Who comes brings a file of which we may know only that it is here.
bool follows(FileStep last, FileStep next) {
    switch (next) {
    case FileStep::sent:
        return last == FileStep::none || last == FileStep::returned;
    case FileStep::received:
        return last == FileStep::none || last == FileStep::sent;
    default:
        return last == FileStep::sent || last == FileStep::received;
    }
}

Outcome out_of_order(const BesideTransfer& beside, FileStep next) {
    const FileStep last = last_step_of(beside);
    const Message stands = last == FileStep::none
                               ? Message(Text{"还没有档案转递的记录", "nothing is recorded of the file"})
                               : say({"档案已于 {} {}", "the file was {1} {0}"},
                                     beside.entries.back().event.date.text(), code_title(last));
    const Text what = code_title(next);
    return refusal(
        beside.subject(),
        Message(fmt::format("{}，不能再登记“{}”", stands.zh, what.zh),
                fmt::format("{}: it cannot be '{}' now", stands.en, what.en)),
        say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, beside.transfer.id.text()));
}

std::optional<Outcome> obstacle(const Work& work, const BesideTransfer& beside, const FileForwarded& forwarded) {
    const Transfer& transfer = beside.transfer;
    if (!can_go_both_ways(transfer.kind)) {
        return refusal(beside.subject(),
                       say({"是“{}”，组织关系不转到别的基层党委，不登记档案转递",
                            "is of kind '{}': the relation goes to no other basic committee, and no file with it"},
                           code_title(transfer.kind)),
                       say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, transfer.id.text()));
    }
    if (forwarded.step != FileStep::received && trimmed(forwarded.how).empty()) {
        return refusal(beside.subject(), Text{"没有写怎样转递", "it is not said how it goes"},
                       Text{"用 --how 写明，如 机要交通", "say it with --how, such as 机要交通"});
    }
    if (!comes(transfer.kind) && forwarded.step == FileStep::sent && transfer.approved_on.empty()) {
        return refusal(beside.subject(), Text{"转接还没有批准", "the transfer is not approved yet"},
                       step_command(Action::approve, transfer));
    }
    if (!follows(last_step_of(beside), forwarded.step)) {
        return out_of_order(beside, forwarded.step);
    }
    if (!beside.entries.empty() && work.on < beside.entries.back().event.date) {
        return refusal(beside.subject(),
                       say({"日期 {} 早于上一步 {}", "the date {} is before the previous step {}"}, work.on.text(),
                           beside.entries.back().event.date.text()),
                       Text{"核对 --on", "check --on"});
    }
    return before_opening(work, beside);
}

// What the rules say of the file that goes, and of the one that came.
Result<void> add_rules(Work& work, const BesideTransfer& beside, FileStep step, Findings& findings) {
    const Transfer& transfer = beside.transfer;
    if (step == FileStep::sent && !comes(transfer.kind)) {
        JZ_TRY(facts, facts_of(work, transfer, beside.member));
        Findings asked = ask(membership_of_transfer_rules(), Moment::send, facts, beside.subject());
        std::erase_if(asked, [](const Finding& finding) { return finding.rule != "PB-06"; });
        findings.insert(findings.end(), asked.begin(), asked.end());
    }
    if (step == FileStep::received && find_path(transfer.kind, transfer.state, Action::verify) != nullptr) {
        findings.push_back({std::string(kStateRule),
                            Severity::info,
                            beside.subject(),
                            {},
                            Text{"必要时可查核党员档案（《中国共产党党员教育管理工作条例》第二十五条）",
                                 "the file may be looked into where needed (条例第二十五条)"},
                            say({"查核后：jiezhuan transfer verify {} --items 档案 --basis 党员档案",
                                 "afterwards: jiezhuan transfer verify {} --items file --basis TEXT"},
                                transfer.id.text())});
    }
    return {};
}

} // namespace

template <> const CodeTable& code_table<FileStep>() { return kStepTable; }

Result<Outcome> forward_file(Work& work, TransferId id, const FileForwarded& forwarded) {
    JZ_TRY(beside, beside_transfer(work.ledger, id, kForwarded));
    json::Object about;
    about.emplace("file", json::Value(code_id(forwarded.step)));
    add_said(about, "how", forwarded.how);
    add_said(about, "no", forwarded.no);
    const bool again = !beside.entries.empty() && beside.entries.back().event.about == about &&
                       (!work.on_given || beside.entries.back().event.date == work.on);
    if (again) {
        return Outcome::done_already();
    }
    if (auto why = obstacle(work, beside, forwarded)) {
        return std::move(*why);
    }
    JZ_TRY(outcome, write_beside(work, beside, kForwarded, std::move(about)));
    JZ_CHECK(add_rules(work, beside, forwarded.step, outcome.findings));
    return std::move(outcome);
}

Result<RowSet> file_rows(Reading& ledger, TransferId id) {
    RowSet set;
    set.id = kFileWay;
    set.title = Text{"档案转递", "The file's way"};
    set.columns = {{"date", Text{"日期", "Date"}, ColumnType::date},
                   {"step", Text{"事项", "Step"}, ColumnType::code},
                   {"how", Text{"转递方式", "How"}, ColumnType::text},
                   {"no", Text{"编号", "Number"}, ColumnType::id},
                   {"operator", Text{"经办人", "Operator"}, ColumnType::text}};
    JZ_TRY(entries, entries_beside(ledger, id, kForwarded));
    for (const auto& [seq, event] : entries) {
        set.rows.push_back({event.date, Cell::code(step_of(event)), with_ids_masked(json::text_of(event.about, "how")),
                            with_ids_masked(json::text_of(event.about, "no")), event.op});
    }
    return set;
}

} // namespace jiezhuan
