#include "jiezhuan/service/migrant_match.hpp"

#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/members.hpp"
#include "jiezhuan/service/migrants.hpp"
#include "jiezhuan/service/same_person.hpp"

#include <algorithm>
#include <set>

namespace jiezhuan {
namespace {

constexpr CodeRow kResults[] = {
    {int(MatchResult::agrees), "agrees", {"相符", "agrees"}, ""},
    {int(MatchResult::differs), "differs", {"不符", "differs"}, ""},
    {int(MatchResult::only_theirs), "only_theirs", {"只在对方名单", "only on theirs"}, ""},
    {int(MatchResult::only_ours), "only_ours", {"只在本级台账", "only on ours"}, ""},
};
constexpr CodeTable kResultTable = {"result", {"结果", "Result"}, kResults};

Message why_not_ours(MigrantRegister of, const std::optional<Member>& known) {
    if (!known) {
        return Text{"本账本没有这个号码", "the ledger does not know the number"};
    }
    if (of == MigrantRegister::outflow && on_roster(known->standing)) {
        return Text{"在册，没有登记外出", "on the roster, and not recorded as away"};
    }
    return say({"归属状态是“{}”", "stands as '{}'"}, code_title(known->standing));
}

// Nobody arrives before leaving. Whose list has which of the days depends on the side.
bool days_contradict(MigrantRegister of, Date ours, Date theirs) {
    if (ours.empty() || theirs.empty()) {
        return false;
    }
    return of == MigrantRegister::inflow ? ours.latest() < theirs.earliest() : theirs.latest() < ours.earliest();
}

template <class T> bool unequal(const T& ours, const T& theirs) {
    return ours != T() && theirs != T() && ours != theirs;
}

std::vector<std::string_view> differences(MigrantRegister of, const Member& ours, const Member& theirs) {
    std::vector<std::string_view> fields;
    const auto add = [&fields](bool differs, std::string_view field) {
        if (differs) {
            fields.push_back(field);
        }
    };
    add(another_name(ours, theirs.name).has_value(), "name");
    add(days_contradict(of, away_since(ours), theirs.away_since), "away_since");
    if (of == MigrantRegister::outflow) {
        add(unequal(ours.report_in_on, theirs.report_in_on), "report_in_on");
        add(unequal(ours.report_in_to, theirs.report_in_to), "report_in_to");
    }
    add(unequal(ours.card_no, theirs.card_no), "card_no");
    return fields;
}

class Matching {
  public:
    Matching(Work& work, const MatchOrder& order) : work_(work), order_(order) {}

    Result<MigrantMatch> run(MigrantList theirs) {
        match_.findings = std::move(theirs.findings);
        JZ_CHECK(find_ours());
        for (ListedMigrant& listed : theirs.rows) {
            JZ_CHECK(one(std::move(listed)));
        }
        add_only_ours();
        if (has_errors(match_.findings)) {
            for (MatchedMigrant& row : match_.rows) {
                row.recorded = false;
            }
        }
        return std::move(match_);
    }

  private:
    Result<void> one(ListedMigrant listed) {
        MatchedMigrant row;
        const Member& said = listed.said;
        JZ_TRY(id, work_.ledger.member_by_identity({said.citizen_id, said.document_type, said.document_no}));
        if (id) {
            JZ_TRY(member, work_.ledger.member(*id));
            row.ours = std::move(member);
        }
        row.theirs = std::move(listed);
        if (!row.ours || !in_register_.contains(row.ours->id)) {
            row.result = MatchResult::only_theirs;
            row.why = why_not_ours(order_.of, row.ours);
        } else {
            matched_.insert(row.ours->id);
            row.differs = differences(order_.of, *row.ours, row.theirs.said);
            row.result = row.differs.empty() ? MatchResult::agrees : MatchResult::differs;
            JZ_CHECK(record(row));
        }
        match_.rows.push_back(std::move(row));
        return {};
    }

    // Who stands on both lists has reported in there.
    Result<void> record(MatchedMigrant& row) {
        const Member& said = row.theirs.said;
        const bool wanted = order_.record && row.result == MatchResult::agrees && row.ours->report_in_to.empty() &&
                            !said.report_in_to.empty();
        if (!wanted) {
            return {};
        }
        const Date day = said.report_in_on.empty() ? said.away_since : said.report_in_on;
        const OnDay on(work_, day.is_day() ? day : Date());
        JZ_TRY(outcome, report_in(work_, row.ours->id, said.report_in_to));
        for (Finding& finding : outcome.findings) {
            finding.position = row.theirs.position;
            match_.findings.push_back(std::move(finding));
        }
        row.recorded = !outcome.refused;
        return {};
    }

    // Who reported in where they live is on the other side's list of inflow as well, and need not be.
    Result<void> find_ours() {
        MigrantFilter filter;
        filter.of = order_.of;
        JZ_TRY(found, migrants(work_.ledger, work_.organisations, work_.profile, work_.today(), filter));
        ours_ = std::move(found);
        for (const Migrant& one : ours_) {
            in_register_.insert(one.member.id);
        }
        if (filter.of == MigrantRegister::outflow) {
            filter.of = MigrantRegister::residence;
            JZ_TRY(there, migrants(work_.ledger, work_.organisations, work_.profile, work_.today(), filter));
            for (const Migrant& one : there) {
                in_register_.insert(one.member.id);
            }
        }
        return {};
    }

    // Is the member one of those who should be on their list?
    bool asked_about(const Member& member) const {
        const std::vector<OrgId> below =
            order_.org ? work_.organisations.subtree(order_.org) : std::vector<OrgId>{member.branch};
        const std::string& place = order_.of == MigrantRegister::inflow ? member.relation_org : member.away_place;
        return std::find(below.begin(), below.end(), member.branch) != below.end() &&
               place.find(order_.place) != std::string::npos;
    }

    void add_only_ours() {
        for (Migrant& one : ours_) {
            if (matched_.contains(one.member.id) || !asked_about(one.member)) {
                continue;
            }
            MatchedMigrant row;
            row.result = MatchResult::only_ours;
            row.why = Text{"对方名单上没有", "not on their list"};
            row.ours = std::move(one.member);
            match_.rows.push_back(std::move(row));
        }
    }

    Work& work_;
    const MatchOrder& order_;
    std::vector<Migrant> ours_;
    std::set<MemberId> in_register_;
    std::set<MemberId> matched_;
    MigrantMatch match_;
};

} // namespace

template <> const CodeTable& code_table<MatchResult>() { return kResultTable; }

Result<MigrantMatch> match_migrants(Work& work, MigrantList theirs, const MatchOrder& order) {
    return Matching(work, order).run(std::move(theirs));
}

bool all_agree(const MigrantMatch& match) {
    return std::all_of(match.rows.begin(), match.rows.end(),
                       [](const MatchedMigrant& row) { return row.result == MatchResult::agrees; });
}

} // namespace jiezhuan
