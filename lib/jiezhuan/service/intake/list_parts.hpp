// What lists of transfers have in common: who is meant, on which day, from where, in which batch.
#pragma once

#include "jiezhuan/service/intake/cells.hpp"
#include "jiezhuan/service/intake/list_again.hpp"
#include "jiezhuan/service/intake/repeats.hpp"
#include "jiezhuan/service/work.hpp"

#include <optional>
#include <string>

namespace jiezhuan {

// ID-09: the row repeats an earlier one; or another row gives its number to somebody else, and then both are in doubt.
void judge_repeated(Cells& row, const Repeats& repeats, std::size_t column);

// The identity columns of a list: nobody without one, nobody twice.
class Identities {
  public:
    void look(const Cells& row, const Member& member) { look(row.row(), member); }
    // The same of a row whose person was found in the ledger by other means.
    void look(std::uint64_t row, const Member& member);
    void seal() { repeats_.seal(); }
    // Rows that repeat an earlier one.
    [[nodiscard]] std::int64_t repeated() const { return static_cast<std::int64_t>(repeats_.repeated()); }
    // ID-09, IN-08.
    void judge(Cells& row, const Member& member) const;
    // ID-09 alone, at that column.
    void judge_repeated(Cells& row, std::size_t column) const { jiezhuan::judge_repeated(row, repeats_, column); }

  private:
    Repeats repeats_;
};

// The member whom a row names by number. Nothing where the ledger knows nobody of it, or another name, which is then said.
[[nodiscard]] Result<std::optional<Member>> member_of_row(Work& work, Cells& row, const Member& person);

// A birth date to the month or the year, where the ID number has the day and agrees: the day is taken from there, and nothing is to be
// completed (IN-03).
void complete_birth(Cells& row, Member& member);

// Findings of the rules about a member, each at the cell that it speaks of.
[[nodiscard]] Findings in_their_cells(Findings findings, const Cells& row, const Member& member, Date today);

// The list has dues paid through an earlier month than the ledger: an older list, or somebody who paid ahead. The ledger's month
// stays, which is then said at that column.
[[nodiscard]] bool dues_say_less(Cells& row, std::size_t column, const Member& member, Date through);

// Another business day for the steps of a row, until the end of the scope.
class OnDay {
  public:
    // An absent day changes nothing.
    OnDay(Work& work, Date day) : work_(work), on_(work.on), given_(work.on_given) {
        if (!day.empty()) {
            work.on = day;
            work.on_given = true;
        }
    }
    ~OnDay() {
        work_.on = on_;
        work_.on_given = given_;
    }
    OnDay(const OnDay&) = delete;
    OnDay& operator=(const OnDay&) = delete;

  private:
    Work& work_;
    Date on_;
    bool given_;
};
// A day of a row that has not come yet is wrong.
void judge_not_future(Date today, Cells& row, std::size_t column, Date day);
inline void judge_not_future(const Work& work, Cells& row, std::size_t column, Date day) {
    judge_not_future(work.today(), row, column, day);
}

// An organisation that may be in no directory: the one that the words mean, or the words. IN-07 where several have that name.
struct NamedOrg {
    OrgId id;
    std::string name; // where it is in no directory
};
[[nodiscard]] NamedOrg named_org(const Work& work, Cells& row, std::size_t column);

// The batch of a list. It is opened with the first row that stands, so that a list of which nothing stands leaves none behind.
class ListBatch {
  public:
    // `words`: a batch by its number, or by its title; empty: the one that the list is already (listed_before), or a new one.
    ListBatch(TransferKind kind, std::string words, std::string default_title, std::string source)
        : kind_(kind), words_(std::move(words)), default_title_(std::move(default_title)), source_(std::move(source)) {}

    // It is that of a whole organisation, by one letter with a list.
    void whole(std::string explanation) {
        whole_ = Flag::yes;
        explanation_ = std::move(explanation);
    }
    // Finds it where it is there already. Exit::not_found for a number that is none, Exit::usage for a batch of another kind.
    // `listed`: how many persons the list has. `persons`: whom its rows mean.
    Result<void> begin(Work& work, std::int64_t listed, const std::vector<ListedPerson>& persons);
    // The one there is, or a new one: keep() it where the row stands, or it is opened again with the next.
    [[nodiscard]] Result<BatchId> open(Work& work, OrgId from);
    void keep(BatchId id) { id_ = id; }
    [[nodiscard]] BatchId id() const { return id_; }
    // Was the batch named by its number or title?
    [[nodiscard]] bool named() const { return !words_.empty(); }
    // Did this list have the person before, whose transfer that is? Giving the list again asks for nothing new.
    [[nodiscard]] bool had(const Transfer& earlier) const;
    // The same, where it came to nothing.
    [[nodiscard]] bool had_and_over(const Transfer& earlier) const {
        return came_to_nothing(earlier.state) && had(earlier);
    }
    // Somebody on the list is in that batch, and stays there.
    void met(BatchId other) { met_ = other ? other : met_; }
    // Where a title was given and everybody is in another batch already: that there is no batch of that title. Where none was named:
    // which one the list is.
    [[nodiscard]] std::optional<Finding> found() const;

  private:
    Result<void> find_by_title(Work& work);
    Result<void> find_by_source(Work& work);
    [[nodiscard]] std::optional<Finding> not_opened() const;

    TransferKind kind_;
    std::string words_;
    std::string default_title_;
    std::string source_;
    Flag whole_ = Flag::none;
    std::string explanation_;
    std::int64_t listed_ = 0;
    Date on_; // of the act, whatever day a row names
    BatchId id_;
    BatchId met_;
    std::vector<BatchId> had_;  // batches that have rows of the list
    std::string title_of_list_; // of the batch that the list was found to be
};

// Says of a row that the list had the person before, and that it came to nothing.
[[nodiscard]] Finding stays_over(const std::string& subject, const Transfer& earlier);

} // namespace jiezhuan
