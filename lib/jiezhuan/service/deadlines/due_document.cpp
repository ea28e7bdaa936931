// The list of who is due, for people and programs.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/service/deadlines/due.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/responsible.hpp"
#include "jiezhuan/service/transfers/transfer_views.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace jiezhuan {
namespace {

enum class DueAnswer : std::uint8_t { none, due, under_way, later, no };
constexpr CodeRow kAnswers[] = {
    {int(DueAnswer::due), "due", {"应转", "due"}, ""},
    {int(DueAnswer::under_way), "under_way", {"办理中", "under way"}, ""},
    {int(DueAnswer::later), "later", {"未到期", "later"}, ""},
    {int(DueAnswer::no), "no", {"不需转", "no"}, ""},
};
constexpr CodeTable kAnswerTable = {"due_answer", {"结论", "Answer"}, kAnswers};

// Somebody for whom the question arises, and what was found.
struct Case {
    Member member;
    std::optional<Transfer> open;
    DueAnswer answer = DueAnswer::none;
    std::vector<DueReason> reasons;
    Message why_not;
    Date since;
    Message command;
};

// The branch is the employer's own: the member is where the regulation wants it.
bool with_employer(const OrgDirectory& organisations, const Member& member) {
    const Organisation* branch = organisations.find(member.branch);
    return member.standing == Standing::home && branch != nullptr && !member.employer.empty() &&
           (branch->name.find(member.employer) != std::string::npos ||
            branch->short_name.find(member.employer) != std::string::npos);
}

Message why_not(const Member& member) {
    const bool here = member.standing == Standing::hosted || member.standing == Standing::arriving;
    if (here && member.fixed_residence == Flag::yes) {
        return member.settled_since.empty()
                   ? Text{"有固定住所，但未登记来此日期", "a fixed residence, but not recorded since when"}
                   : Text{"有固定住所，无稳定职业", "a fixed residence, no stable job"};
    }
    if (here) {
        return member.stable_job == Flag::yes
                   ? Text{"有稳定职业，无固定住所", "a stable job, no fixed residence"}
                   : Text{"无稳定职业、固定住所", "neither a stable job nor a fixed residence"};
    }
    if (member.standing != Standing::home) {
        return say({"归属状态是“{}”", "stands as '{}'"}, code_title(member.standing));
    }
    if (member.away_since.empty() && member.employer_has_org != Flag::yes) {
        return Text{"没有登记外出，也没有登记单位建有党组织",
                    "neither an absence nor an employer with an organisation is recorded"};
    }
    if (!member.away_since.empty()) {
        return member.away_place.empty() ? Text{"外出地点未登记", "the place is not recorded"}
                                         : Text{"外出地点不固定", "at no fixed place"};
    }
    return Text{"已在单位党组织，或已不在职", "is with the employer's organisation, or no longer at work"};
}

Message command_for(const OrgDirectory& organisations, const Case& one) {
    const Member& member = one.member;
    if (const Organisation* const others = others_work(organisations, member.branch); others != nullptr) {
        return done_by_others(*others);
    }
    if (one.open && one.open->kind == TransferKind::enrol) {
        const std::vector<Action> next = next_actions(*one.open, std::nullopt);
        return next.empty() || next.front() == Action::end ? step_command(Action::convert, *one.open)
                                                           : step_command(next.front(), *one.open);
    }
    if (one.open && one.open->kind == TransferKind::temporary && one.open->state == TransferState::active) {
        return say({"jiezhuan transfer convert {} --to 党组织", "jiezhuan transfer convert {} --to ORGANISATION"},
                   one.open->id.text());
    }
    if (member.standing == Standing::hosted || member.standing == Standing::arriving) {
        return say({"jiezhuan transfer open {} --kind in --from 原党组织",
                    "jiezhuan transfer open {} --kind in --from ORGANISATION"},
                   member.id.text());
    }
    for (const Organisation* organisation : organisations.all()) {
        if (one.reasons.front().clause == DueClause::employer_org &&
            organisation->name.find(member.employer) != std::string::npos) {
            return say({"jiezhuan transfer open {} --kind out --to {}", "jiezhuan transfer open {} --kind out --to {}"},
                       member.id.text(), organisation->id.text());
        }
    }
    return say(
        {"jiezhuan transfer open {} --kind out --to 党组织", "jiezhuan transfer open {} --kind out --to ORGANISATION"},
        member.id.text());
}

class Search {
  public:
    Search(Reading& ledger, const Profile& profile, const OrgDirectory& organisations, Date as_of,
           const DueFilter& filter)
        : ledger_(ledger), profile_(profile), organisations_(organisations), as_of_(as_of), filter_(filter) {}

    Result<std::vector<Case>> run() {
        if (filter_.org) {
            const std::vector<OrgId> below = organisations_.subtree(filter_.org);
            below_.insert(below.begin(), below.end());
        }
        JZ_CHECK(collect_open());
        if (filter_.member) {
            return one();
        }
        JZ_CHECK(collect(Query().equal("standing", "hosted")));
        JZ_CHECK(collect(Query().equal("standing", "arriving")));
        JZ_CHECK(collect(Query().equal("standing", "home").present("away_since")));
        JZ_CHECK(collect(Query().equal("standing", "home").equal("employer_has_org", "yes")));
        std::vector<Case> cases;
        for (auto& [id, one] : cases_) {
            judge(one);
            if (one.answer == DueAnswer::due || filter_.all) {
                cases.push_back(std::move(one));
            }
        }
        std::stable_sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) {
            return a.answer != b.answer ? a.answer < b.answer : a.since.earliest() < b.since.earliest();
        });
        return cases;
    }

  private:
    Result<std::vector<Case>> one() {
        JZ_TRY(member, ledger_.member(filter_.member));
        if (!member) {
            return fail(Exit::not_found, say({"没有党员 {}", "there is no member {}"}, filter_.member.text()),
                        Text{"查找：jiezhuan member find --name 姓名", "look: jiezhuan member find --name NAME"});
        }
        const auto open = open_.find(member->id);
        std::vector<Case> cases = {
            Case{*member, open == open_.end() ? std::nullopt : std::optional(open->second), {}, {}, {}, {}, {}}};
        judge(cases.front());
        return cases;
    }

    Result<void> collect_open() {
        JZ_TRY(transfers, ledger_.transfers(open_transfers()));
        for (Transfer& transfer : transfers) {
            open_.emplace(transfer.member, std::move(transfer));
        }
        return {};
    }

    // Somebody who arrives with a letter is not asked about: the transfer is what the question is for.
    Result<void> collect(const Query& query) {
        return ledger_.each_member(query, [this](const Member& member) -> Result<void> {
            const auto open = open_.find(member.id);
            const bool known = open != open_.end();
            const bool enrolled = known && open->second.kind == TransferKind::enrol;
            if (member.standing == Standing::arriving && !enrolled) {
                return {};
            }
            const OrgId at = member.branch ? member.branch : known ? open->second.to : OrgId();
            if (filter_.org && !below_.contains(at)) {
                return {};
            }
            cases_.emplace(member.id,
                           Case{member, known ? std::optional(open->second) : std::nullopt, {}, {}, {}, {}, {}});
            return {};
        });
    }

    void judge(Case& one) {
        one.reasons = due_reasons(one.member, profile_, as_of_);
        if (with_employer(organisations_, one.member)) {
            std::erase_if(one.reasons, [](const DueReason& r) { return r.clause == DueClause::employer_org; });
        }
        const auto later = due_later(one.member, profile_, as_of_);
        const bool moves =
            one.open && one.open->kind != TransferKind::enrol && one.open->kind != TransferKind::temporary;
        if (moves) {
            one.answer = DueAnswer::under_way;
            one.since = one.open->opened_on;
            one.why_not = say({"{} {}", "{} {}"}, one.open->id.text(), code_title(one.open->kind));
            one.command = say({"jiezhuan transfer show {}", "jiezhuan transfer show {}"}, one.open->id.text());
        } else if (!one.reasons.empty()) {
            one.answer = DueAnswer::due;
            one.since = one.reasons.front().since;
            one.command = command_for(organisations_, one);
        } else if (later) {
            one.answer = DueAnswer::later;
            one.since = *later;
            one.why_not = Text{"未满六个月", "not yet six months"};
        } else {
            one.answer = DueAnswer::no;
            one.why_not = why_not(one.member);
        }
    }

    Reading& ledger_;
    const Profile& profile_;
    const OrgDirectory& organisations_;
    Date as_of_;
    const DueFilter& filter_;
    std::set<OrgId> below_;
    std::map<MemberId, Transfer> open_;
    std::map<MemberId, Case> cases_;
};

// Every clause that applies, the oldest first: "职业、住所稳定；在此满六个月".
Cell reasons_cell(const Case& one) {
    if (one.answer != DueAnswer::due) {
        return {"", one.why_not};
    }
    std::string ids;
    Message shown;
    for (const DueReason& reason : one.reasons) {
        const Text title = code_title(reason.clause);
        ids += (ids.empty() ? "" : ",") + std::string(code_id(reason.clause));
        shown.zh += (shown.zh.empty() ? "" : "；") + std::string(title.zh);
        shown.en += (shown.en.empty() ? "" : "; ") + std::string(title.en);
    }
    return {ids, shown};
}

// Where the member works or lives, away from the organisation that has the relation.
std::string place_of(const Case& one) {
    const Member& member = one.member;
    const bool employer = std::any_of(one.reasons.begin(), one.reasons.end(),
                                      [](const DueReason& r) { return r.clause == DueClause::employer_org; });
    return employer || member.away_place.empty() ? member.employer : member.away_place;
}

// Until a transfer is through, the organisation that has the relation.
std::string responsible_for_case(const OrgDirectory& organisations, const Case& one) {
    const bool here = one.member.standing == Standing::hosted || one.member.standing == Standing::arriving;
    return one.open ? responsible_organisation(organisations, *one.open)
           : here   ? one.member.relation_org
                    : organisations.label(one.member.branch);
}

RowSet list_of(const OrgDirectory& organisations, const std::vector<Case>& cases, bool all) {
    RowSet set;
    set.id = "due";
    set.columns = {{"member", Text{"党员", "Member"}, ColumnType::id}, {"name", Text{"姓名", "Name"}}};
    if (all) {
        set.columns.push_back({"answer", Text{"结论", "Answer"}, ColumnType::code});
    }
    set.columns.push_back({"clauses", all ? Text{"情形或原因", "Why"} : Text{"应转情形", "Clause"}, ColumnType::code});
    set.columns.push_back({"since", all ? Text{"自", "Since"} : Text{"应转自", "Due since"}, ColumnType::date});
    set.columns.push_back({"branch", Text{"所在或编入支部", "Branch"}});
    set.columns.push_back({"place", Text{"单位或去处", "Employer or place"}});
    set.columns.push_back({"responsible", Text{"现由谁负责", "Responsible"}});
    set.columns.push_back({"next", Text{"下一步", "Next"}, ColumnType::id});
    set.when_empty = Text{"没有应转未转的", "nobody is due"};
    for (const Case& one : cases) {
        std::vector<Cell> row = {Cell(one.member.id), Cell(one.member.name)};
        if (all) {
            const CodeRow* answer = kAnswerTable.by_value(static_cast<int>(one.answer));
            row.emplace_back(std::string(answer->id), Message(answer->title));
        }
        row.push_back(reasons_cell(one));
        row.emplace_back(one.since);
        row.emplace_back(organisations.label(one.member.branch));
        row.emplace_back(place_of(one));
        row.emplace_back(responsible_for_case(organisations, one));
        row.emplace_back(one.command.zh, one.command);
        set.rows.push_back(std::move(row));
    }
    return set;
}

// The clauses that were met, in full.
std::optional<RowSet> clauses_of(const std::vector<Case>& cases) {
    std::set<DueClause> met;
    for (const Case& one : cases) {
        for (const DueReason& reason : one.reasons) {
            met.insert(reason.clause);
        }
    }
    RowSet card = card_called("clauses", Text{"依据", "By which clause"});
    for (const DueClause clause : met) {
        add_cell(card, std::string(code_id(clause)), code_title(clause), ColumnType::text, citation_of(clause));
    }
    return met.empty() ? std::nullopt : std::optional(std::move(card));
}

} // namespace

Result<Document> due_document(Reading& ledger, const Profile& profile, const OrgDirectory& organisations, Date as_of,
                              const DueFilter& filter) {
    JZ_TRY(cases, Search(ledger, profile, organisations, as_of, filter).run());
    const auto due =
        std::count_if(cases.begin(), cases.end(), [](const Case& one) { return one.answer == DueAnswer::due; });
    Document document;
    document.schema = "transfer.due";
    document.headline = say({"至 {} 应转未转 {} 人", "{1} to be transferred as of {0}"}, as_of.text(), due);
    if (filter.member) {
        document.headline = due > 0 ? say({"至 {} {} 应转未转", "{1} is to be transferred as of {0}"}, as_of.text(),
                                          cases.front().member.name)
                                    : say({"至 {} {} 不在应转未转之列", "{1} is not to be transferred as of {0}"},
                                          as_of.text(), cases.front().member.name);
    }
    document.sections.push_back(list_of(organisations, cases, filter.all || filter.member));
    if (auto clauses = clauses_of(cases)) {
        document.sections.push_back(std::move(*clauses));
    }
    return document;
}

} // namespace jiezhuan
