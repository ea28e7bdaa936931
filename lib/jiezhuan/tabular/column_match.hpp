// Which column of a file is which column of a schema.
#pragma once

#include "jiezhuan/base/result.hpp"
#include "jiezhuan/tabular/column_map.hpp"
#include "jiezhuan/tabular/schema.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

// What one header cell can mean.
struct HeaderMeaning {
    bool ignored = false;               // a #column, or one that the map leaves out
    std::vector<std::size_t> fields;    // columns of the schema: none = unknown, several = the values must decide
    std::optional<std::size_t> mapping; // the entry of the map that said so
};

class HeaderIndex {
  public:
    HeaderIndex(const ImportSchema& schema, const ColumnMap& map);
    [[nodiscard]] HeaderMeaning meaning(std::string_view header) const;
    // How many different fields a row names, were it the header.
    [[nodiscard]] std::size_t recognised(std::span<const std::string_view> cells) const;

  private:
    std::map<std::string, HeaderMeaning, std::less<>> meanings_;
};

inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

struct ColumnMatch {
    std::vector<std::size_t> field_of;        // by column of the file: column of the schema, or kNoColumn
    std::vector<std::size_t> column_of;       // by column of the schema: column of the file, or kNoColumn
    std::vector<bool> ignored;                // by column of the file
    std::vector<std::size_t> unknown;         // columns of the file with a title that means nothing here
    std::vector<std::string> unused_mappings; // headers of the map that the file does not have
};

// How many of the values in a column of the file are words of that column of the schema.
using CountWords = std::function<std::size_t(std::size_t file_column, const ImportColumn& column)>;

// Exit::invalid_input (IN-02): no header recognised, two columns for one field (both named), a required column missing (with the
// headers that are near to it). `where` is the header row.
[[nodiscard]] Result<ColumnMatch> match_columns(const ImportSchema& schema, const ColumnMap& map,
                                                const std::vector<std::string>& header, const Position& where,
                                                const CountWords& count_words);

} // namespace jiezhuan
