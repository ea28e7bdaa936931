// The organisations of a ledger: our tree, and the outside ones. Answers where somebody belongs and who has authority.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/ledger/store.hpp"
#include "jiezhuan/model/organisation.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jiezhuan {

// Where a ledger has thousands, reading all of them takes longer than most commands: each is read when it is first asked for, and all of
// them when somebody looks through them, or asks for many.
class OrgDirectory {
  public:
    // Reads the ledger's own; `ledger` must outlive the directory and whatever is copied from it.
    [[nodiscard]] static Result<OrgDirectory> of(Reading& ledger);
    // The first error of the reading since: what was asked then was answered as if that organisation did not exist. Whoever acts or
    // answers by a directory asks this before they commit or show anything.
    [[nodiscard]] Result<void> trouble() const;

    // Adds one, or replaces the one with its id.
    void put(Organisation organisation);

    // For whose clerk it is read, where the ledger has several basic committees: that one's steps are "ours to do". None: all of them.
    void read_for(OrgId committee) { clerk_ = committee; }
    [[nodiscard]] OrgId clerk() const { return clerk_; }

    [[nodiscard]] const Organisation* find(OrgId id) const;
    [[nodiscard]] const Organisation& own() const; // the ledger's own
    [[nodiscard]] bool is_ours(OrgId id) const;    // at or below the ledger's own
    // The nearest of itself and its ancestors with the authority to approve probationary members, today or on a day; nothing where
    // none has.
    [[nodiscard]] const Organisation* basic_committee_of(OrgId id, Date on = {}) const;
    [[nodiscard]] bool same_basic_committee(OrgId a, OrgId b, Date on = {}) const;
    // The authority it had on a day; on none, today's.
    [[nodiscard]] Authority authority_on(const Organisation& organisation, Date on) const;
    // As it was on that day for whoever judges an act of it: with the authority it had then.
    [[nodiscard]] std::optional<Organisation> as_on(OrgId id, Date on) const;
    // Itself, or where a dissolved one went as a whole, however often; nothing where that is nowhere.
    [[nodiscard]] const Organisation* in_force(OrgId id) const;
    // Itself and everything below it.
    [[nodiscard]] std::vector<OrgId> subtree(OrgId id) const;
    [[nodiscard]] std::vector<OrgId> children(OrgId id) const; // by code
    // "街道党工委 › 江滨社区 › 第一支部", from below our own.
    [[nodiscard]] std::string path_of(OrgId id) const;
    // Short name if there is one, else the full name; empty for none.
    [[nodiscard]] std::string label(OrgId id) const;
    [[nodiscard]] std::vector<const Organisation*> all() const; // by id

    enum class Where { ours, outside, anywhere };
    // Those that words mean as resolve() has it, without looking for near ones: none, one, or several of the same name.
    [[nodiscard]] std::vector<OrgId> meant(std::string_view words, Where where = Where::anywhere) const;
    // By id (O12), full name, code or short name, else by a former name, each exactly; one that was dissolved only where no other is
    // called so. Exit::not_found with the nearest ones as a hint; Exit::usage where several have that name, with what tells them apart.
    [[nodiscard]] Result<OrgId> resolve(std::string_view words, Where where = Where::anywhere) const;
    // The same for who is to be placed or sent there: a dissolved one is what it was merged into. Exit::refused where that is nothing.
    [[nodiscard]] Result<OrgId> resolve_in_force(std::string_view words, Where where = Where::anywhere) const;
    // The names, folded, that words which name nobody may have meant: misspelt, shortened or typed in pinyin; the nearest first.
    [[nodiscard]] std::vector<std::string> near_to(std::string_view words, Where where = Where::anywhere) const;
    // Why words that resolve to an organisation of another name mean it: a former name, a merger. Nothing where they are its name.
    [[nodiscard]] std::optional<Message> known_as(std::string_view words, OrgId id) const;

  private:
    using Words = std::unordered_multimap<std::string, std::int64_t>;
    // An authority and from when it was so; the first always was. In order of their days.
    using Periods = std::vector<std::pair<Date, Authority>>;
    [[nodiscard]] bool reads_singly() const;
    void read(OrgId id) const;
    void read_all() const;
    void take(Organisation organisation) const;
    void note(Error error) const;
    [[nodiscard]] const Organisation* with_full_name(std::string_view name) const;
    [[nodiscard]] const Words& by_words() const;
    void add_words_of(const Organisation& organisation) const;
    [[nodiscard]] std::vector<std::int64_t> called(const Words& words, std::string_view folded, Where where) const;
    [[nodiscard]] bool fits(std::int64_t id, Where where) const;
    [[nodiscard]] tl::unexpected<Error> unknown(std::string_view words, Where where) const;
    void read_periods(OrgId id) const;
    void add_period(const Organisation* before, const Organisation& after) const;

    Reading* ledger_ = nullptr; // nothing to read from where there is none
    OrgId own_;
    OrgId clerk_;
    // What was read so far.
    mutable bool all_read_ = false;
    mutable int read_singly_ = 0;
    mutable std::optional<Error> trouble_;
    mutable std::unordered_map<std::int64_t, Organisation> by_id_;
    mutable std::multimap<std::int64_t, std::int64_t> below_;
    mutable Words by_words_; // made when somebody is first looked up by name: most commands never do
    mutable Words by_former_;
    mutable std::unordered_map<std::int64_t, Periods> periods_; // of those whose authority is not what it always was
};

// Codes and names as they are compared: without blanks, full-width forms narrowed, ASCII in lower case.
[[nodiscard]] std::string folded_words(std::string_view words);

// 审批预备党员权限 by kind, where nothing is known of the organisation itself (domain.md 1.1).
[[nodiscard]] Authority default_authority(OrgKind kind);

} // namespace jiezhuan
