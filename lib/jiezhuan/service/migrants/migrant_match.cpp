#include "jiezhuan/service/migrants/migrant_match.hpp"

#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/members/members.hpp"
#include "jiezhuan/service/members/same_person.hpp"
#include "jiezhuan/service/migrants/migrants.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace jiezhuan {
namespace {

constexpr CodeRow kResults[] = {
    {int(MatchResult::agrees), "agrees", {"相符", "agrees"}, ""},
    {int(MatchResult::differs), "differs", {"不符", "differs"}, ""},
    {int(MatchResult::only_theirs), "only_theirs", {"只在对方名单", "only on theirs"}, ""},
    {int(MatchResult::only_ours), "only_ours", {"只在本级台账", "only on ours"}, ""},
    {int(MatchResult::wrong), "wrong", {"有错误，未比对", "with errors, not matched"}, ""},
};
constexpr CodeTable kResultTable = {"result", {"结果", "Result"}, kResults};

Message why_not_ours(MigrantRegister of, const std::optional<Member>& known, const Member& theirs) {
    if (!known) {
        return Text{"本账本没有这个号码", "the ledger does not know the number"};
    }
    if (another_name(*known, theirs.name)) {
        return say({"这个号码在本账本是 {} {} 的，对方写的是 {}", "the number is that of {} {} here, theirs says {}"},
                   known->id.text(), known->name, theirs.name);
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

// By their list the member was there before leaving here.
bool before_leaving(const Member& ours, Date there) {
    return !there.empty() && !ours.away_since.empty() && there.latest() < ours.away_since.earliest();
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
        add(unequal(ours.report_in_on, theirs.report_in_on) || before_leaving(ours, theirs.report_in_on),
            "report_in_on");
        add(unequal(ours.report_in_to, theirs.report_in_to), "report_in_to");
    }
    add(unequal(ours.card_no, theirs.card_no), "card_no");
    return fields;
}

class Matching {
  public:
    Matching(const MatchSide& side, const MatchOrder& order, Work* recording)
        : side_(side), order_(order), recording_(recording) {
        const std::vector<OrgId> below = order.org ? side.organisations.subtree(order.org) : std::vector<OrgId>();
        below_.insert(below.begin(), below.end());
    }

    Result<MigrantMatch> run(MigrantList theirs) {
        match_.records = recording_ != nullptr;
        match_.findings = std::move(theirs.findings);
        JZ_CHECK(find_ours());
        for (ListedMigrant& listed : theirs.rows) {
            JZ_CHECK(one(std::move(listed)));
        }
        add_only_ours(theirs.wrong);
        add_wrong(std::move(theirs.wrong));
        say_why_not_recorded();
        if (has_errors(match_.findings) && !order_.partial) {
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
        JZ_TRY(id, side_.ledger.member_by_identity({said.citizen_id, said.document_type, said.document_no}));
        if (id) {
            JZ_TRY(member, side_.ledger.member(*id));
            row.ours = std::move(member);
        }
        row.theirs = std::move(listed);
        if (!row.ours || !in_register_.contains(row.ours->id)) {
            row.result = MatchResult::only_theirs;
            row.why = why_not_ours(order_.of, row.ours, row.theirs.said);
        } else {
            matched_.insert(row.ours->id);
            row.differs = differences(order_.of, *row.ours, row.theirs.said);
            row.result = row.differs.empty() ? MatchResult::agrees : MatchResult::differs;
            JZ_CHECK(record(row));
        }
        match_.rows.push_back(std::move(row));
        return {};
    }

    // Reporting in is to somebody, and only their list says to whom.
    void say_why_not_recorded() {
        const auto nameless = [](const MatchedMigrant& row) {
            return row.result == MatchResult::agrees && row.ours->report_in_to.empty() &&
                   row.theirs.said.report_in_to.empty();
        };
        const auto count = std::count_if(match_.rows.begin(), match_.rows.end(), nameless);
        if (recording_ == nullptr || count == 0) {
            return;
        }
        const auto first = std::find_if(match_.rows.begin(), match_.rows.end(), nameless);
        Finding finding = state_finding(
            {},
            say({"相符的有 {} 名没有登记报到：对方名单没有写报到党组织",
                 "{} who agree were not recorded: theirs does not say to which organisation they reported in"},
                count),
            say({"在名单中填“报到党组织”一列，再运行；或逐个登记：jiezhuan migrant report-in {} --to 流入地党组织 --on "
                 "日期",
                 "fill in that column and run it again; or one by one: jiezhuan migrant report-in {} --to ORGANISATION "
                 "--on DATE"},
                first->ours->id.text()));
        finding.severity = Severity::warning;
        match_.findings.push_back(std::move(finding));
    }

    // Who stands on both lists has reported in there.
    Result<void> record(MatchedMigrant& row) {
        const Member& said = row.theirs.said;
        const bool wanted = recording_ != nullptr && row.result == MatchResult::agrees &&
                            row.ours->report_in_to.empty() && !said.report_in_to.empty();
        if (!wanted) {
            return {};
        }
        const Date day = said.report_in_on.empty() ? said.away_since : said.report_in_on;
        const OnDay on(*recording_, day.is_day() ? day : Date());
        JZ_TRY(outcome, report_in(*recording_, row.ours->id, said.report_in_to));
        for (Finding& finding : outcome.findings) {
            finding.position = row.theirs.position;
            match_.findings.push_back(std::move(finding));
        }
        row.recorded = !outcome.refused;
        (outcome.refused ? match_.refused : match_.recordable) += 1;
        if (outcome.refused) {
            row.why = match_.findings.back().message;
        }
        return {};
    }

    Result<std::vector<Migrant>> in_register(MigrantRegister of) {
        MigrantFilter filter;
        filter.of = of;
        JZ_TRY(found, migrants(side_.ledger, side_.organisations, side_.profile, side_.today, filter));
        for (const Migrant& one : found) {
            in_register_.insert(one.member.id);
        }
        return std::move(found);
    }

    // Who reported in where they live is on the other side's list of inflow as well, and need not be.
    Result<void> find_ours() {
        JZ_TRY(found, in_register(order_.of));
        ours_ = std::move(found);
        if (order_.of == MigrantRegister::outflow) {
            JZ_CHECK(in_register(MigrantRegister::residence));
        }
        return {};
    }

    // Is the member one of those who should be on their list?
    bool asked_about(const Member& member) const {
        const std::string& place = order_.of == MigrantRegister::inflow ? member.relation_org : member.away_place;
        return (!order_.org || below_.contains(member.branch)) && place.find(order_.place) != std::string::npos;
    }

    // Who may stand there all the same, in a row whose number cannot be read.
    void add_only_ours(const std::vector<ListedMigrant>& wrong) {
        std::map<std::string_view, std::uint64_t> unread;
        for (const ListedMigrant& listed : wrong) {
            unread.emplace(listed.said.name, listed.row);
        }
        for (Migrant& one : ours_) {
            if (matched_.contains(one.member.id) || !asked_about(one.member)) {
                continue;
            }
            MatchedMigrant row;
            row.result = MatchResult::only_ours;
            const auto perhaps = unread.find(one.member.name);
            row.why = perhaps == unread.end()
                          ? Message(Text{"对方名单上没有", "not on their list"})
                          : say({"对方名单第 {} 行同名，那一行有错误", "row {} of theirs has the name, and an error"},
                                perhaps->second);
            row.ours = std::move(one.member);
            match_.rows.push_back(std::move(row));
        }
    }

    void add_wrong(std::vector<ListedMigrant> wrong) {
        for (ListedMigrant& listed : wrong) {
            MatchedMigrant row;
            row.result = MatchResult::wrong;
            row.why = Text{"改正后再比对", "put it right, and match again"};
            row.theirs = std::move(listed);
            match_.rows.push_back(std::move(row));
        }
    }

    const MatchSide& side_;
    const MatchOrder& order_;
    Work* recording_; // null: nothing is recorded
    std::set<OrgId> below_;
    std::vector<Migrant> ours_;
    std::set<MemberId> in_register_;
    std::set<MemberId> matched_;
    MigrantMatch match_;
};

} // namespace

template <> const CodeTable& code_table<MatchResult>() { return kResultTable; }

Result<MigrantMatch> match_migrants(const MatchSide& ours, MigrantList theirs, const MatchOrder& order) {
    return Matching(ours, order, nullptr).run(std::move(theirs));
}

Result<MigrantMatch> match_and_record(Work& work, MigrantList theirs, const MatchOrder& order) {
    const MatchSide ours{work.ledger, work.organisations, work.profile, work.today()};
    return Matching(ours, order, &work).run(std::move(theirs));
}

bool all_agree(const MigrantMatch& match) {
    return std::all_of(match.rows.begin(), match.rows.end(),
                       [](const MatchedMigrant& row) { return row.result == MatchResult::agrees; });
}

} // namespace jiezhuan
