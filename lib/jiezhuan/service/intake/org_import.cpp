#include "jiezhuan/service/intake/org_import.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/cells.hpp"
#include "jiezhuan/service/intake/changes.hpp"
#include "jiezhuan/service/intake/list_parts.hpp"
#include "jiezhuan/service/organisations/committee_change.hpp"
#include "jiezhuan/service/organisations/org_names.hpp"
#include "jiezhuan/service/organisations/organisations.hpp"

#include <algorithm>
#include <functional>

namespace jiezhuan {
namespace {

std::string subject_of(const Organisation& organisation) {
    return organisation.id.text() + " " +
           (organisation.short_name.empty() ? organisation.name : organisation.short_name);
}

// What every letter of ours says of the sender: a list of others' organisations seldom means to change it.
void warn_of_own(Cells& row, const Organisation& before, const Organisation& after) {
    const auto changed = [&](std::string_view field, const Message& old, const Message& fresh, std::string_view typed) {
        if (old == fresh) {
            return;
        }
        Finding warning = state_finding(
            {},
            say({"本级党组织的{}由“{}”改为“{}”，今后开具的介绍信、回执都按新的印",
                 "{} of your own organisation: '{}' until now, '{}' from now on, also on letters and receipts"},
                field_named<Organisation>(field)->title, old, fresh),
            say({"不该改的，从文件中删去这一行；已经导入的改回：jiezhuan org change {0} --{1} {2}",
                 "where that is wrong, take the row out; once imported, change it back: jiezhuan org change {0} --{1} "
                 "{2}"},
                before.id.text(), field, shell_word(typed)));
        warning.severity = Severity::warning;
        warning.position = row.position(row.column(field));
        row.add({std::move(warning)});
    };
    changed("name", Message(before.name, before.name), Message(after.name, after.name), before.name);
    changed("kind", code_title(before.kind), code_title(after.kind), code_id(before.kind));
}

} // namespace

void OrgImport::refuse(Cells& row, std::size_t column, Message message, Message fix) {
    row.met("IN-07", column, std::move(message), std::move(fix));
}

void OrgImport::read(Cells& row) {
    if (!columns_) {
        columns_.emplace(row.schema(), std::initializer_list<std::string_view>{"parent"});
        code_ = row.column("code");
        name_ = row.column("name");
        parent_ = row.column("parent");
        outside_ = row.column("outside");
    }
    organisation_ = Organisation();
    columns_->read(row, organisation_);
}

void OrgImport::look(Cells& row) {
    read(row);
    by_row_.emplace(row.row(), rows_.size());
    rows_.push_back({row.row(), organisation_.code, organisation_.name, organisation_.short_name,
                     std::string(row.text(parent_)), OrgId()});
}

Result<void> OrgImport::begin(Work& work, const IntakeCounts&) {
    std::vector<const Organisation*> all = work.organisations.all();
    const auto dissolved = [](const Organisation* each) { return each->state == OrgState::dissolved; };
    std::stable_partition(all.begin(), all.end(), dissolved); // the name may be that of another one now
    for (const Organisation* each : all) {
        known_codes_[folded_words(each->code)] = each->id;
        known_names_[folded_words(each->name)] = each->id;
    }
    std::stable_partition(all.begin(), all.end(), std::not_fn(dissolved));
    for (const Organisation* each : all) { // present names before former ones
        remember_former(*each);
    }
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        const FileRow& row = rows_[index];
        if (!row.code.empty()) {
            codes_.add(folded_words(row.code), row.row);
        }
        if (!row.name.empty()) {
            names_.add(folded_words(row.name), row.row);
        }
        for (const std::string& words : {row.code, row.name, row.short_name}) {
            const std::string folded = folded_words(words);
            const auto [known, is_new] = by_words_.emplace(folded, index);
            if (!is_new && known->second != index) {
                known->second = kSeveral;
            }
        }
    }
    codes_.seal();
    names_.seal();
    by_words_.erase("");
    return {};
}

void OrgImport::remember(const Organisation& organisation) {
    known_codes_[folded_words(organisation.code)] = organisation.id;
    known_names_[folded_words(organisation.name)] = organisation.id;
    remember_former(organisation);
}

void OrgImport::remember_former(const Organisation& organisation) {
    for (const std::string& name : former_names_of(organisation)) {
        known_names_.try_emplace(folded_words(name), organisation.id);
    }
}

// A list that is older than a change of name knows the organisation by the former one: that takes nothing back.
void OrgImport::keep_present_names(Cells& row, const Organisation& before, Organisation& after) const {
    const std::vector<std::string> former = former_names_of(before);
    const auto keep = [&](std::size_t column, std::string Organisation::*name) {
        if (after.*name == before.*name || std::find(former.begin(), former.end(), after.*name) == former.end()) {
            return;
        }
        row.add({{std::string(kStateRule),
                  Severity::info,
                  {},
                  row.position(column),
                  say({"“{}”是曾用名，现名“{}”照旧", "'{}' is a former name; '{}' stays"}, after.*name, before.*name),
                  {}}});
        after.*name = before.*name;
    };
    keep(name_, &Organisation::name);
    keep(row.column("short_name"), &Organisation::short_name);
}

std::size_t OrgImport::in_file(std::string_view words) const {
    const auto found = by_words_.find(folded_words(words));
    return found == by_words_.end() ? kNobody : found->second;
}

// A superior comes before those below it. Rows that are their own superiors in a circle come last; they will be refused.
std::vector<std::size_t> OrgImport::order() const {
    std::vector<std::vector<std::size_t>> below(rows_.size());
    std::vector<std::size_t> order;
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        const std::size_t parent = in_file(rows_[index].parent);
        if (parent == kNobody || parent == kSeveral) {
            order.push_back(index);
        } else {
            below[parent].push_back(index);
        }
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        const std::vector<std::size_t>& children = below[order[next]];
        order.insert(order.end(), children.begin(), children.end());
    }
    std::vector<bool> placed(rows_.size());
    for (const std::size_t index : order) {
        placed[index] = true;
    }
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        if (!placed[index]) {
            order.push_back(index);
        }
    }
    return order;
}

void OrgImport::judge_names(Cells& row) const {
    const auto judge_one = [&row](std::size_t column, std::string_view name) {
        if (auto why = no_name(name, NameOf::organisation)) {
            refuse(row, column, std::move(*why), Text{"名称以公章为准，重新填写", "write the name as on the seal"});
        }
    };
    judge_one(name_, organisation_.name);
    judge_one(row.column("short_name"), organisation_.short_name);
}

void OrgImport::judge_repeats(Cells& row, const FileRow& self) {
    if (const std::uint64_t earlier = codes_.earlier(self.row); earlier != 0) {
        refuse(
            row, code_, say({"与第 {} 行的组织代码相同", "the same code as in row {}"}, earlier),
            Text{"一个党组织一个代码：改正，或删去一行", "a code is of one organisation: correct it, or remove a row"});
    }
    if (const std::uint64_t earlier = names_.earlier(self.row); earlier != 0) {
        refuse(row, name_, say({"与第 {} 行的全称相同", "the same full name as in row {}"}, earlier),
               Text{"全称以公章为准，不能重复：改正，或删去一行",
                    "full names are those of the seals and differ: correct it, or remove a row"});
    }
}

void OrgImport::take_defaults() {
    organisation_.state = OrgState::active;
    if (organisation_.can_approve_probationary == Authority::none) {
        organisation_.can_approve_probationary = default_authority(organisation_.kind);
        ++defaulted_[organisation_.kind];
    }
}

// The organisation of the ledger that the row speaks of: the one with its code, else the one with its full name.
std::optional<OrgId> OrgImport::known(const Work& work, Cells& row) const {
    const std::string code = folded_words(organisation_.code);
    const auto found = [&](const auto& ids, const std::string& words) {
        const auto at = ids.find(words);
        return words.empty() || at == ids.end() ? nullptr : work.organisations.find(at->second);
    };
    const Organisation* same_code = found(known_codes_, code);
    const Organisation* same_name = found(known_names_, folded_words(organisation_.name));
    if (!row.wrong() && same_name != nullptr && same_name != same_code && !code.empty() &&
        (same_code != nullptr || !same_name->code.empty())) {
        refuse(row, name_,
               say({"账本中 {} 也叫这个全称，代码是“{}”", "{} in the ledger has this full name, with the code '{}'"},
                   same_name->id.text(), same_name->code),
               Text{"核对代码和全称", "check the code and the name"});
        return std::nullopt;
    }
    const Organisation* same = same_code != nullptr ? same_code : same_name;
    return same == nullptr ? std::nullopt : std::optional(same->id);
}

bool OrgImport::refused_by_rules(Work& work, Cells& row, const Organisation& organisation, Event& event) const {
    const OrganisationFacts facts{organisation, work.profile};
    row.add(judge(ask(organisation_rules(), Moment::file, facts, ""), work.accept, event).findings);
    return row.wrong();
}

Result<RowOutcome> OrgImport::apply(Work& work, Cells& row) {
    FileRow& self = rows_[by_row_.at(row.row())];
    read(row);
    judge_names(row);
    judge_repeats(row, self);
    judge_not_future(work, row, row.column("since"), organisation_.since);
    const std::optional<OrgId> same = known(work, row);
    read_parent(row, self);
    if (!same) {
        judge_parent(work, row, false);
        judge_level(work, row, organisation_);
        return add(work, row, self);
    }
    const Organisation before = *work.organisations.find(*same);
    return change(work, row, self, before);
}

// It may be the superior of one that is still to come.
Result<void> OrgImport::look_back(Work& work, Cells& row) {
    read(row);
    if (const std::optional<OrgId> same = known(work, row)) {
        rows_[by_row_.at(row.row())].id = *same;
    }
    row.findings().clear();
    return {};
}

Result<RowOutcome> OrgImport::add(Work& work, Cells& row, FileRow& self) {
    const bool outside = !organisation_.parent || !work.organisations.is_ours(organisation_.parent);
    organisation_.outside = outside ? Flag::yes : Flag::no;
    Event event = work.event("organisation_added");
    if (refused_by_rules(work, row, organisation_, event)) {
        return RowOutcome{RowFate::refused, {}, {}};
    }
    take_defaults();
    follow_from(Organisation(), organisation_, work.on);
    event.create = Creation{RecordKind::organisation, to_json(organisation_)};
    JZ_TRY(id, work.ledger.append(std::move(event)));
    organisation_.id.value = id;
    self.id = organisation_.id;
    work.organisations.put(organisation_);
    remember(organisation_);
    if (distance_missing(organisation_)) {
        Finding finding = state_finding(
            {}, distance_missing_words(work.profile),
            Text{"填“地域”列再导入，或导入后补登：jiezhuan org change 党组织 --distance other_province（省内的写 "
                 "same_province）",
                 "fill in the column and import it again, or afterwards: jiezhuan org change ORG --distance "
                 "other_province (or same_province)"});
        finding.severity = Severity::warning;
        finding.position = row.position(row.column("distance"));
        row.add({std::move(finding)});
    }
    return RowOutcome{RowFate::added, subject_of(organisation_), {}};
}

void OrgImport::judge_change(const Work& work, Cells& row, const Organisation& before, const Organisation& after) {
    if (after.parent != before.parent || after.kind != before.kind) {
        judge_level(work, row, after);
    }
    if (before.state == OrgState::dissolved) {
        refuse(row, name_, Text{"这个党组织已撤销", "this organisation was dissolved"},
               Text{"从文件中删去这一行", "take the row out"});
    }
    if (after.outside != before.outside && before.outside != Flag::none && before.id != work.organisations.own().id) {
        refuse(row, outside_,
               Text{"外部组织与本级下属组织不能互换", "an outside organisation does not become one of yours, nor back"},
               Text{"按新的党组织登记（另用代码）", "record it as a new organisation, with another code"});
    }
}

Result<RowOutcome> OrgImport::change(Work& work, Cells& row, FileRow& self, const Organisation& before) {
    const bool is_own = before.id == work.organisations.own().id;
    RowOutcome outcome{RowFate::refused, subject_of(before), {}};
    Organisation after = before;
    columns_->merge(row, organisation_, after);
    keep_present_names(row, before, after);
    follow_from(before, after, work.on);
    if (row.given(parent_)) {
        after.parent = organisation_.parent;
    } else {
        organisation_.parent = after.parent;
    }
    judge_parent(work, row, is_own);
    judge_change(work, row, before, after);
    if (after.parent != before.parent && !row.wrong()) {
        JZ_TRY(why, members_stand_in_the_way(work, before, after.parent, UnderWay::nothing));
        if (why) {
            refuse(row, parent_, why->findings.front().message, why->findings.front().fix);
        }
    }
    if (row.wrong()) {
        return outcome;
    }
    self.id = before.id;
    if (is_own) {
        warn_of_own(row, before, after);
    }
    if (after == before) {
        outcome.fate = RowFate::unchanged;
        return outcome;
    }
    Event event = work.event("organisation_changed");
    event.set.push_back({RecordKind::organisation, before.id.value, difference(before, after)});
    if (refused_by_rules(work, row, after, event)) {
        self.id = OrgId();
        return outcome;
    }
    JZ_CHECK(work.ledger.append(std::move(event)));
    outcome.fate = RowFate::changed;
    outcome.changes = changes_between(before, after, work.organisations);
    work.organisations.put(after);
    remember(after);
    return outcome;
}

void OrgImport::describe(Document& document, const IntakeCounts& counts, bool stands) {
    if (stands && !defaulted_.empty()) {
        RowSet said;
        said.id = "default_authority";
        said.title =
            Text{"文件没有填审批预备党员权限的，按类别认定", "Authority not given in the file, taken from the kind"};
        said.columns = {{"kind", Text{"类别", "Kind"}, ColumnType::code},
                        {"authority", Text{"审批预备党员权限", "Authority"}, ColumnType::code},
                        {"organisations", Text{"党组织数", "Organisations"}, ColumnType::number}};
        for (const auto& [kind, count] : defaulted_) {
            said.rows.push_back({Cell::code(kind), Cell::code(default_authority(kind)), count});
        }
        document.sections.push_back(std::move(said));
    }
    if (stands && counts.added > 0) {
        document.next.emplace_back(Text{"jiezhuan org tree  # 核对组织架构", "jiezhuan org tree  # check the tree"});
        document.next.emplace_back(
            Text{"jiezhuan member import 花名册.csv  # 导入党员花名册", "jiezhuan member import FILE  # the roster"});
    }
}

} // namespace jiezhuan
