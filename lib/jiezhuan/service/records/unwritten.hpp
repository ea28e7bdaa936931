// Ids that an act gave to what then was not written: of a dry run, of a refusal. Another gets them, so nobody may be told of them.
#pragma once

#include "jiezhuan/report/rowset.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jiezhuan {

class UnwrittenIds {
  public:
    // All from that number on.
    explicit UnwrittenIds(std::int64_t first) : first_(first) {}
    // Those below `end`, from the last of the row before on, were given to a row of a file. Rows come as their ids do.
    void given_to(std::uint64_t row, std::int64_t end) { rows_.push_back({end, row}); }

    // A subject becomes the name alone, a mention the row, and a command that needs the id is left out.
    void take_out(Finding& finding) const;
    void take_out(Document& document) const;
    [[nodiscard]] std::string without(std::string subject) const;

  private:
    struct Given {
        std::int64_t end;
        std::uint64_t row;
    };
    struct Place {
        std::size_t at = std::string::npos;
        std::size_t size = 0;
        std::int64_t id = 0;
    };
    [[nodiscard]] Place find(std::string_view text, std::size_t from = 0) const;
    [[nodiscard]] std::string mentions(std::string text, Lang lang) const;
    [[nodiscard]] std::string without_command(const std::string& text, Lang lang) const;
    void take_out(RowSet& section) const;

    std::int64_t first_;
    std::vector<Given> rows_;
};

} // namespace jiezhuan
