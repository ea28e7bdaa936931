#include "jiezhuan/service/transfers/file_forwarding.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/model/ways.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/shared_texts.hpp"
#include "jiezhuan/rules/transfer_rules.hpp"
#include "jiezhuan/service/transfers/beside_transfer.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

#include <algorithm>
#include <set>

namespace jiezhuan {
namespace {

constexpr std::string_view kForwarded = "file_forwarded";

constexpr CodeRow kSteps[] = {
    {int(FileStep::sent), "sent", {"寄出", "sent"}, "转出|移交"},
    {int(FileStep::received), "received", {"收到", "received"}, "接收"},
    {int(FileStep::returned), "returned", {"退回", "returned"}, ""},
    {int(FileStep::mistaken), "mistaken", {"登记有误", "recorded by mistake"}, ""},
};
constexpr CodeTable kStepTable = {"file_step", {"档案", "The file"}, kSteps};

FileStep step_of(const Event& event) {
    return code_from_id<FileStep>(json::text_of(event.about, "file")).value_or(FileStep::none);
}

constexpr std::string_view kOf = "of"; // which entry is a mistake

// The entries that were not taken back.
std::vector<LoggedEvent> standing(std::vector<LoggedEvent> entries) {
    std::set<std::int64_t> mistaken;
    for (const LoggedEvent& entry : entries) {
        if (step_of(entry.event) == FileStep::mistaken) {
            mistaken.insert(json::number_of(entry.event.about, kOf));
        }
    }
    std::erase_if(entries, [&](const LoggedEvent& entry) {
        return step_of(entry.event) == FileStep::mistaken || mistaken.contains(entry.seq);
    });
    return entries;
}

// The file of one transfer, with what stands of its way.
struct FileOf {
    BesideTransfer beside;
    std::vector<LoggedEvent> way;

    [[nodiscard]] FileStep last() const { return way.empty() ? FileStep::none : step_of(way.back().event); }
    [[nodiscard]] Date last_day() const { return way.empty() ? Date() : way.back().event.date; }
    [[nodiscard]] std::string id() const { return beside.transfer.id.text(); }
    [[nodiscard]] std::string subject() const { return beside.subject(); }
    // Who sends it is the other side.
    [[nodiscard]] bool comes_in() const { return comes(beside.transfer.kind); }
};

// Who comes brings a file of which we may know only that it is here.
bool follows(const FileOf& file, FileStep next) {
    const FileStep last = file.last();
    switch (next) {
    case FileStep::sent:
        return last == FileStep::none || last == FileStep::returned;
    case FileStep::received:
        return last == FileStep::sent || (last == FileStep::none && file.comes_in());
    default:
        return last == FileStep::sent || last == FileStep::received;
    }
}

Message put_right(const FileOf& file) {
    return say({"登记有误的：jiezhuan transfer file {} --as mistaken --reason 原因",
                "recorded by mistake: jiezhuan transfer file {} --as mistaken --reason WHY"},
               file.id());
}

Outcome out_of_order(const FileOf& file, FileStep next) {
    const FileStep last = file.last();
    const bool unsent = next == FileStep::received && last == FileStep::none;
    const Message stands =
        last == FileStep::none
            ? Message(Text{"还没有档案转递的记录", "nothing is recorded of the file"})
            : say({"档案已于 {} {}", "the file was {1} {0}"}, file.last_day().text(), code_title(last));
    const Text what = code_title(next);
    return refusal(file.subject(),
                   Message(fmt::format("{}，不能再登记“{}”", stands.zh, what.zh),
                           fmt::format("{}: it cannot be '{}' now", stands.en, what.en)),
                   unsent
                       ? say({"先登记寄出：jiezhuan transfer file {} --as sent --how 机要交通 --on 日期",
                              "first, that it was sent: jiezhuan transfer file {} --as sent --how 机要交通 --on DATE"},
                             file.id())
                       : put_right(file));
}

std::optional<Outcome> not_said(const Work& work, const FileOf& file, const FileForwarded& forwarded) {
    if (forwarded.step == FileStep::mistaken) {
        return trimmed(forwarded.reason).empty()
                   ? std::optional(refusal(file.subject(), Text{"没有写为什么有误", "it is not said why"},
                                           Text{"用 --reason 写明", "say it with --reason"}))
                   : std::nullopt;
    }
    if (forwarded.step != FileStep::received && trimmed(forwarded.how).empty()) {
        return refusal(file.subject(), Text{"没有写怎样转递", "it is not said how it goes"},
                       Text{"用 --how 写明，如 机要交通", "say it with --how, such as 机要交通"});
    }
    if (forwarded.step == FileStep::sent && file.comes_in() && !work.on_given) {
        return refusal(
            file.subject(), Text{"没有写对方哪天寄出", "it is not said on which day the other side sent it"},
            say({"用 --on 写明；收到后才知道的，只登记收到：jiezhuan transfer file {} --as received",
                 "say it with --on; where only its coming is known: jiezhuan transfer file {} --as received"},
                file.id()));
    }
    return std::nullopt;
}

std::optional<Outcome> obstacle(const Work& work, const FileOf& file, const FileForwarded& forwarded) {
    const Transfer& transfer = file.beside.transfer;
    if (!can_go_both_ways(transfer.kind)) {
        return refusal(file.subject(),
                       say({"是“{}”，组织关系不转到别的基层党委，不登记档案转递",
                            "is of kind '{}': the relation goes to no other basic committee, and no file with it"},
                           code_title(transfer.kind)),
                       say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, file.id()));
    }
    if (auto missing = not_said(work, file, forwarded)) {
        return missing;
    }
    if (forwarded.step == FileStep::mistaken && file.way.empty()) {
        return refusal(file.subject(), Text{"没有档案转递的记录", "nothing is recorded of the file"},
                       say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, file.id()));
    }
    if (forwarded.step != FileStep::mistaken && !follows(file, forwarded.step)) {
        return out_of_order(file, forwarded.step);
    }
    if (work.on < file.last_day()) {
        return refusal(file.subject(),
                       say({"日期 {} 早于上一步 {}", "the date {} is before the previous step {}"}, work.on.text(),
                           file.last_day().text()),
                       say({"核对 --on；上一步{}", "check --on; the previous step {}"}, put_right(file)));
    }
    return before_opening(work, file.beside);
}

// No rule of the field says that the file waits for the approval; but who decides then decides about a file that is gone.
void warn_of_early(const FileOf& file, FileStep step, Findings& findings) {
    const Transfer& transfer = file.beside.transfer;
    if (step != FileStep::sent || file.comes_in() || !transfer.approved_on.empty()) {
        return;
    }
    findings.push_back(
        state_finding(file.subject(), Text{"转接还没有批准", "the transfer is not approved yet"},
                      find_path(transfer.kind, transfer.state, Action::approve) == nullptr
                          ? say({"查看：jiezhuan transfer show {}", "see: jiezhuan transfer show {}"}, file.id())
                          : step_command(Action::approve, transfer)));
    findings.back().severity = Severity::warning;
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
                            resting_on(Text{"必要时可查核党员档案", "the file may be looked into where needed"},
                                       {rule_text::kArticle25, "条例第二十五条"}, work.on),
                            say({"查核后：jiezhuan transfer verify {} --items 档案 --basis 党员档案",
                                 "afterwards: jiezhuan transfer verify {} --items file --basis TEXT"},
                                transfer.id.text())});
    }
    return {};
}

} // namespace

template <> const CodeTable& code_table<FileStep>() { return kStepTable; }

namespace {

// The same as what was written last, on the same day where that was said.
bool is_again(const Work& work, const FileOf& file, const FileForwarded& forwarded, const json::Object& about) {
    const auto same_day = [&](const LoggedEvent& entry) { return !work.on_given || entry.event.date == work.on; };
    if (forwarded.step != FileStep::mistaken) {
        return !file.way.empty() && file.way.back().event.about == about && same_day(file.way.back());
    }
    const std::vector<LoggedEvent>& entries = file.beside.entries;
    const auto last = std::max_element(entries.begin(), entries.end(),
                                       [](const LoggedEvent& a, const LoggedEvent& b) { return a.seq < b.seq; });
    return last != entries.end() && step_of(last->event) == FileStep::mistaken && same_day(*last) &&
           json::text_of(last->event.about, "reason") == json::text_of(about, "reason");
}

} // namespace

Result<Outcome> forward_file(Work& work, TransferId id, const FileForwarded& forwarded) {
    JZ_TRY(beside, beside_transfer(work.ledger, id, kForwarded));
    FileOf file{std::move(beside), {}};
    file.way = standing(file.beside.entries);
    json::Object about;
    about.emplace("file", json::Value(code_id(forwarded.step)));
    add_said(about, "how", forwarded.how);
    add_said(about, "no", forwarded.no);
    add_said(about, "reason", forwarded.reason);
    if (is_again(work, file, forwarded, about)) {
        return Outcome::done_already();
    }
    if (auto why = obstacle(work, file, forwarded)) {
        return std::move(*why);
    }
    if (forwarded.step == FileStep::mistaken) {
        about.emplace(std::string(kOf), json::Value(file.way.back().seq));
    }
    JZ_TRY(outcome,
           write_beside(work, {file.beside.transfer, file.beside.member, file.way}, kForwarded, std::move(about)));
    warn_of_early(file, forwarded.step, outcome.findings);
    JZ_CHECK(add_rules(work, file.beside, forwarded.step, outcome.findings));
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
    for (const auto& [seq, event] : standing(std::move(entries))) {
        set.rows.push_back({event.date, Cell::code(step_of(event)), with_ids_masked(json::text_of(event.about, "how")),
                            with_ids_masked(json::text_of(event.about, "no")), event.op});
    }
    return set;
}

} // namespace jiezhuan
