// Importing organisations: our tree, and the directory of outside ones. A superior may stand further down in the same file. Known again
// by code, else by full name. An empty cell says nothing: it never takes a value away.
#pragma once

#include "jiezhuan/service/intake/intake.hpp"
#include "jiezhuan/service/intake/repeats.hpp"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace jiezhuan {

class OrgImport final : public RowImport {
  public:
    void look(Cells& row) override;
    Result<void> begin(Work& work, const IntakeCounts& expected) override;
    [[nodiscard]] std::vector<std::size_t> order() const override;
    Result<RowOutcome> apply(Work& work, Cells& row) override;
    Result<void> look_back(Work& work, Cells& row) override;
    void describe(Document& document, const IntakeCounts& counts, bool stands) override;

  private:
    struct FileRow {
        std::uint64_t row = 0;
        std::string code;
        std::string name;
        std::string short_name;
        std::string parent;
        OrgId id; // once it was applied
    };
    // What stands in the file under these words: an index, kNobody or kSeveral.
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
    static constexpr std::size_t kSeveral = static_cast<std::size_t>(-2);
    [[nodiscard]] std::size_t in_file(std::string_view words) const;

    static void refuse(Cells& row, std::size_t column, Message message, Message fix);
    void read(Cells& row);
    void remember(const Organisation& organisation);
    void remember_former(const Organisation& organisation);
    void judge_names(Cells& row) const;
    void keep_present_names(Cells& row, const Organisation& before, Organisation& after) const;
    void judge_repeats(Cells& row, const FileRow& self);
    void read_parent(Cells& row, const FileRow& self);
    void judge_parent(const Work& work, Cells& row, bool is_own);
    void judge_level(const Work& work, Cells& row, const Organisation& organisation);
    void judge_change(const Work& work, Cells& row, const Organisation& before, const Organisation& after);
    void take_defaults();
    [[nodiscard]] std::optional<OrgId> known(const Work& work, Cells& row) const;
    [[nodiscard]] Result<RowOutcome> add(Work& work, Cells& row, FileRow& self);
    [[nodiscard]] Result<RowOutcome> change(Work& work, Cells& row, FileRow& self, const Organisation& before);
    [[nodiscard]] bool refused_by_rules(Work& work, Cells& row, const Organisation& organisation, Event& event) const;

    std::optional<RecordColumns<Organisation>> columns_;
    std::size_t code_ = 0;
    std::size_t name_ = 0;
    std::size_t parent_ = 0;
    std::size_t outside_ = 0;
    Organisation organisation_; // of the row
    std::vector<FileRow> rows_;
    std::unordered_map<std::uint64_t, std::size_t> by_row_;
    std::unordered_map<std::string, std::size_t> by_words_; // folded; kSeveral where several have them
    Repeats codes_;
    Repeats names_;
    std::unordered_map<std::string, OrgId> known_codes_; // of the ledger, folded
    std::unordered_map<std::string, OrgId> known_names_;
    std::map<OrgKind, std::int64_t> defaulted_; // organisations whose authority follows from their kind
};

} // namespace jiezhuan
