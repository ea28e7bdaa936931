// Organisations as people look at them.
#include "jiezhuan/base/pinyin.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/organisations/organisation_history.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"
#include "jiezhuan/service/records/named_cells.hpp"

#include <algorithm>
#include <tuple>

namespace jiezhuan {
namespace {

Findings findings_of(const OrgDirectory& organisations, const Profile& profile, const Headcounts& counts,
                     const Organisation& organisation, bool record_too) {
    OrganisationFacts facts{.organisation = organisation, .profile = profile};
    if (const auto found = counts.with_below.find(organisation.id); found != counts.with_below.end()) {
        facts.members = found->second.members();
        facts.full_members = found->second.full;
        facts.branches = found->second.branches;
    }
    facts.parent_known = !organisation.parent || organisations.find(organisation.parent) != nullptr;
    const std::string subject = organisation.id.text() + " " + organisations.label(organisation.id);
    Findings findings = ask(organisation_rules(), Moment::review, facts, subject);
    if (record_too) {
        for (Finding& finding : ask(organisation_rules(), Moment::record, facts, subject)) {
            if (std::find(findings.begin(), findings.end(), finding) == findings.end()) {
                findings.push_back(std::move(finding));
            }
        }
    }
    return findings;
}

void add_node(const OrgDirectory& organisations, const Headcounts& counts, OrgId id, std::int64_t depth, RowSet& set) {
    const Organisation& organisation = *organisations.find(id);
    const Headcount& all = counts.with_below.at(id);
    if (organisation.state == OrgState::dissolved && all.members() == 0) {
        return;
    }
    const std::string indented = std::string(static_cast<std::size_t>(2 * depth), ' ') + organisations.label(id);
    const auto here = counts.here.find(id);
    set.rows.push_back({Cell(organisation.name, Message(indented, indented)), Cell(id), Cell::code(organisation.kind),
                        Cell(all.full), Cell(all.probationary), Cell(all.in_transit), Cell(all.members()),
                        Cell(here == counts.here.end() ? 0 : here->second.members()), Cell(depth)});
    for (const OrgId child : organisations.children(id)) {
        add_node(organisations, counts, child, depth + 1, set);
    }
}

RowSet tree_rows() {
    RowSet set;
    set.id = "organisations";
    set.columns = {{"name", Text{"党组织", "Organisation"}, ColumnType::text},
                   {"id", Text{"编号", "ID"}, ColumnType::id},
                   {"kind", Text{"类别", "Kind"}, ColumnType::code},
                   {"full", Text{"正式", "Full"}, ColumnType::number},
                   {"probationary", Text{"预备", "Prob."}, ColumnType::number},
                   {"in_transit", Text{"在途", "Transit"}, ColumnType::number},
                   {"members", Text{"合计", "Total"}, ColumnType::number},
                   {"members_here", Text{"本级", "Here"}, ColumnType::number},
                   {"depth", Text{"层", "Level"}, ColumnType::number}};
    return set;
}

// Stated by somebody, or what its kind alone says.
Cell authority_basis(const Organisation& organisation) {
    const bool by_kind = organisation.can_approve_probationary == default_authority(organisation.kind);
    return by_kind ? Cell("kind", Message("与类别的默认一致（条例第二十五条、发展党员工作细则第二十三条）",
                                          "as its kind has it by default"))
                   : Cell("stated", Message("已写明，与类别的默认不同", "stated"));
}

RowSet organisation_card(const OrgDirectory& organisations, const Organisation& organisation, const Headcount& all) {
    RowSet set = card_called("organisation");
    add_fields(set, organisation, true, organisations,
               {"id", "name", "short_name", "code", "kind", "state", "parent", "outside", "distance",
                "can_approve_probationary"});
    add_cell(set, "authority_basis", Text{"权限依据", "Basis of the authority"}, ColumnType::code,
             authority_basis(organisation));
    const Organisation* committee = organisations.basic_committee_of(organisation.id);
    add_cell(set, "basic_committee", Text{"基层党委", "Basic committee"}, ColumnType::id,
             committee == nullptr ? Cell() : cell_of(organisations, committee->id));
    add_fields(set, organisation, true, organisations,
               {"authority_since", "former_names", "contact", "phone", "fax", "postcode", "address", "credit_code",
                "units", "unit_names", "has_committee", "since", "dissolved_on", "dissolved_basis", "successor",
                "remarks"});
    if (organisation.outside == Flag::yes) {
        return set;
    }
    add_cell(set, "full", Text{"正式党员", "Full members"}, ColumnType::number, Cell(all.full));
    add_cell(set, "probationary", Text{"预备党员", "Probationary members"}, ColumnType::number, Cell(all.probationary));
    add_cell(set, "in_transit", Text{"其中在途", "Of these in transit"}, ColumnType::number, Cell(all.in_transit));
    return set;
}

// A part of the full, short or a former name, in characters or pinyin.
bool is_called(const Organisation& organisation, std::string_view words) {
    const auto fits = [&](const std::string& name) {
        return name.find(words) != std::string::npos || (SoundsLike::can_be(words) && SoundsLike(words).matches(name));
    };
    return fits(organisation.name) || fits(organisation.short_name) || fits(organisation.former_names);
}

} // namespace

Result<Findings> review_organisation(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                     OrgId id) {
    JZ_TRY(counts, headcounts_of(ledger, organisations));
    return findings_of(organisations, profile, counts, *organisations.find(id), false);
}

RowSet organisation_rows(const OrgDirectory& organisations, const OrgFilter& filter) {
    std::vector<Organisation> chosen;
    for (const Organisation* organisation : organisations.all()) {
        const bool named = filter.name.empty() || is_called(*organisation, filter.name);
        const bool of_kind = filter.kind == OrgKind::none || organisation->kind == filter.kind;
        if (named && of_kind && organisations.is_ours(organisation->id) != filter.outside) {
            chosen.push_back(*organisation);
        }
    }
    std::sort(chosen.begin(), chosen.end(), [](const Organisation& a, const Organisation& b) {
        return std::tie(a.code, a.id) < std::tie(b.code, b.id);
    });
    const std::vector<std::string_view> of_ours = {"id",     "code", "name", "kind", "can_approve_probationary",
                                                   "parent", "state"};
    const std::vector<std::string_view> of_others = {"id",       "code",   "name", "kind", "can_approve_probationary",
                                                     "distance", "contact"};
    RowSet set = named_list(filter.outside ? of_others : of_ours, chosen, true, organisations);
    const auto labelled = [](std::string value, const std::string& shown) {
        return Cell(std::move(value), Message(shown, shown));
    };
    for (std::size_t i = 0; i < chosen.size(); ++i) { // ours are known by their short names, an addressee by its seal
        const Organisation& one = chosen[i];
        set.rows[i][2] = labelled(one.name, filter.outside ? one.name : organisations.label(one.id));
        if (!filter.outside && one.parent) {
            set.rows[i][5] = labelled(one.parent.text(), organisations.label(one.parent));
        }
    }
    set.columns[2].title = Text{"党组织", "Organisation"};
    set.columns[4].title = Text{"权限", "Authority"};
    set.id = "organisations";
    set.when_empty = Text{"没有符合条件的党组织", "no organisation fits"};
    return set;
}

Result<Document> organisation_tree(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                   OrgId top) {
    JZ_TRY(counts, headcounts_of(ledger, organisations));
    Document document;
    document.schema = "org.tree";
    RowSet set = tree_rows();
    add_node(organisations, counts, top, 0, set);
    document.sections.push_back(std::move(set));
    for (const OrgId id : organisations.subtree(top)) {
        Findings findings = findings_of(organisations, profile, counts, *organisations.find(id), false);
        document.findings.insert(document.findings.end(), findings.begin(), findings.end());
    }
    return document;
}

Result<Document> organisation_document(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                       OrgId id) {
    JZ_TRY(counts, headcounts_of(ledger, organisations));
    const Organisation& organisation = *organisations.find(id);
    Document document;
    document.schema = "org.show";
    const std::string path = organisations.path_of(id);
    document.headline = Message(path, path);
    document.sections.push_back(organisation_card(organisations, organisation, counts.with_below[id]));
    RowSet below = tree_rows();
    below.id = "below";
    below.title = Text{"下级党组织", "Subordinate organisations"};
    below.when_empty = Text{"没有下级党组织", "none"};
    for (const OrgId child : organisations.children(id)) {
        if (organisations.is_ours(id)) {
            add_node(organisations, counts, child, 0, below);
        }
    }
    document.sections.push_back(std::move(below));
    JZ_TRY(changes, organisation_changes(ledger, organisations, id));
    document.sections.push_back(std::move(changes));
    if (organisation.state != OrgState::dissolved) {
        document.findings = findings_of(organisations, profile, counts, organisation, true);
    }
    return document;
}

} // namespace jiezhuan
