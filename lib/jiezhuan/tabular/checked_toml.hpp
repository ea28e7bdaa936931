// Access to a TOML document that is part of the program: whatever is not as expected is a Bug that names the document.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <vector>

namespace jiezhuan {

class CheckedTable {
  public:
    // Throws Bug where the text is no TOML.
    [[nodiscard]] static toml::table parse(std::string_view text, std::string_view document);

    // Both must outlive the object.
    CheckedTable(const toml::table& table, std::string_view document) : table_(table), document_(document) {}

    void check(bool holds, std::string_view what) const;
    void known_keys(std::initializer_list<std::string_view> known) const;
    [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
    // A text that must be there and not empty.
    [[nodiscard]] std::string text(std::string_view key) const;
    // What may be left out: nothing, false.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::vector<std::vector<std::string>> lists(std::string_view key) const;
    [[nodiscard]] std::vector<CheckedTable> tables(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] CheckedTable table(std::string_view key) const;

  private:
    [[nodiscard]] const toml::array* array(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts_in(const toml::array& array, std::string_view key) const;

    const toml::table& table_;
    std::string_view document_;
};

} // namespace jiezhuan
