// What stands above a row of the list: in the file or in the ledger, and whether it can.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/intake/org_import.hpp"
#include "jiezhuan/service/organisations/org_levels.hpp"

#include <fmt/ranges.h>

namespace jiezhuan {
namespace {

// Where no column was read as the superior, one that was not read may be it. Empty where there is such a column.
Message how_to_name_superiors(const Cells& row) {
    constexpr std::size_t kShown = 5;
    std::vector<std::string> unread = row.unread_titles();
    if (row.has_column(row.column("parent")) || unread.empty()) {
        return {};
    }
    unread.resize(std::min(unread.size(), kShown));
    std::transform(unread.begin(), unread.end(), unread.begin(),
                   [](const std::string& title) { return "“" + printable(trimmed(title)) + "”"; });
    return say({"文件中没有“上级党组织”列；没有读取的列：{}"
                "，其中是上级党组织的，把表头改为“上级党组织”，是否外部组织的，改为“外部组织”",
                "no column was read as the superior; not read: {}. Where one of them is the superior, call it "
                "上级党组织; where "
                "it says who is outside, 外部组织"},
               fmt::join(unread, "、"));
}

} // namespace

void OrgImport::read_parent(Cells& row, const FileRow& self) {
    const std::size_t above = in_file(self.parent);
    if (self.parent.empty()) {
        return;
    }
    if (above == kNobody) {
        organisation_.parent = row.organisation(parent_);
        return;
    }
    if (above == kSeveral) {
        refuse(row, parent_, say({"文件中有几行叫“{}”", "several rows are called '{}'"}, self.parent),
               Text{"上级党组织填代码", "name the superior by its code"});
        return;
    }
    const FileRow& superior = rows_[above];
    organisation_.parent = superior.id;
    if (superior.row == self.row) {
        refuse(row, parent_, Text{"上级党组织就是它自己", "its superior is itself"},
               Text{"填上一级党组织", "name the organisation above it"});
    } else if (!superior.id) {
        refuse(
            row, parent_,
            say({"上级“{}”（第 {} 行）没有登记", "its superior '{}' (row {}) was not recorded"}, self.parent,
                superior.row),
            Text{"先改正上级那一行；互为上级的，改正其中一个", "mend that row first; two cannot be above each other"});
    }
}

// Ours or outside, and what is above: the two must agree.
void OrgImport::judge_parent(const Work& work, Cells& row, bool is_own) {
    if (row.wrong()) {
        return;
    }
    const bool below_ours = organisation_.parent && work.organisations.is_ours(organisation_.parent);
    if (is_own && organisation_.parent) {
        refuse(row, parent_,
               Text{"这是本级党组织，账本里没有它的上级", "this is your own organisation, the top of the ledger"},
               Text{"把上级党组织留空", "leave the superior empty"});
    } else if (organisation_.outside == Flag::yes && below_ours) {
        refuse(row, outside_,
               Text{"上级是本级或下属组织，不能是外部组织", "it is below one of yours and cannot be outside"},
               Text{"改正“外部组织”或“上级党组织”", "correct one of the two"});
    } else if (organisation_.outside == Flag::no && organisation_.parent && !below_ours) {
        refuse(row, outside_, Text{"上级是外部组织，它也是外部组织", "its superior is outside, so it is outside, too"},
               Text{"改正“外部组织”或“上级党组织”", "correct one of the two"});
    } else if (!is_own && organisation_.outside != Flag::yes && !organisation_.parent) {
        row.met("IN-08", parent_,
                Text{"上级党组织为空；外部组织请在“外部组织”列填“是”",
                     "no superior; of an outside organisation say so in the column 外部组织"},
                how_to_name_superiors(row));
    }
}

void OrgImport::judge_level(const Work& work, Cells& row, const Organisation& organisation) {
    const Organisation* above = work.organisations.find(organisation.parent);
    if (row.wrong()) {
        return;
    }
    if (auto why = above == nullptr ? std::nullopt : cannot_stand_below(*above, organisation.kind)) {
        refuse(row, parent_, std::move(*why), Text{"改正“上级党组织”或“类别”", "correct its superior or its kind"});
    } else if (auto stay = organisation.id ? cannot_stay_below(work.organisations, organisation) : std::nullopt) {
        refuse(row, row.column("kind"), std::move(*stay),
               Text{"改正“类别”，或先把下面的改属：jiezhuan org change 党组织 --parent 上级",
                    "correct its kind, or first move those below: jiezhuan org change ORG --parent SUPERIOR"});
    }
}

} // namespace jiezhuan
