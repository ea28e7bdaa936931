// Ways to a person, and lists of persons.
#pragma once

#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/organisations/org_directory.hpp"

#include <string>
#include <vector>

namespace jiezhuan {

// All conditions must hold; an empty one does not count.
struct MemberFilter {
    std::string name; // a part of it, in characters, pinyin or its initials
    Date birth;       // a year, a month or a day: whoever may have been born then
    CitizenId citizen_id;
    std::string last_four; // of the citizen ID number
    std::string phone_end; // the last digits of the telephone
    OrgId branch;          // or anything below it
    std::vector<Standing> standings;
    std::vector<Category> categories;
    std::vector<Stage> stages;
    std::int64_t limit = 0; // 0: all
};

// Who is counted: home and in transit.
[[nodiscard]] std::vector<Standing> roster_standings();

struct FoundMembers {
    std::vector<Member> members; // by number, at most `limit`
    std::int64_t total = 0;      // without the limit
};
[[nodiscard]] Result<FoundMembers> search_members(Reading& ledger, const OrgDirectory& organisations,
                                                  const MemberFilter& filter);

// Where nobody at a branch is on the roster: the command that lists those who are hosted there, if there are any.
[[nodiscard]] Result<std::vector<Message>> hosted_instead(Reading& ledger, const OrgDirectory& organisations,
                                                          MemberFilter filter);

// Section "members": the named fields, "id" for the number. Private data masked unless `reveal`.
[[nodiscard]] RowSet member_rows(const FoundMembers& found, const OrgDirectory& organisations,
                                 const std::vector<std::string_view>& fields, bool reveal);

} // namespace jiezhuan
