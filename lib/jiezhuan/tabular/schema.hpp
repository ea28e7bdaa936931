// What columns an import has: their ids, titles, other spellings and types. Read from schemas/import/<id>.toml.
#pragma once

#include "jiezhuan/base/message.hpp"
#include "jiezhuan/model/code.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan {

enum class ImportType : std::uint8_t {
    text,
    name,
    citizen_id,
    date,
    month,
    code,
    flag,
    choice,
    integer,
    phone,
    organisation, // of the directory: by code or name
    letter_no,
};

// One of the words a column of type choice can hold.
struct Choice {
    std::string id;
    Message title;
    std::vector<std::string> aliases;
};

struct ImportColumn {
    std::string id;
    Message title;
    std::vector<std::string> aliases;
    ImportType type = ImportType::text;
    const CodeTable* codes = nullptr; // of code and flag
    std::vector<Choice> choices;      // of choice
    bool required = false;
    bool private_data = false;

    // Has the column a list of words, and is this one of them? (Blanks around it and full-width letters do not matter.)
    [[nodiscard]] bool knows_word(std::string_view cell) const;
    // The choice with that id, title or alias; nullptr where there is none.
    [[nodiscard]] const Choice* choice(std::string_view cell) const;
};

struct ImportSchema {
    std::string id;
    Message title;
    std::vector<ImportColumn> columns;
    std::vector<std::vector<std::size_t>> one_of; // of each group at least one column must be in the file

    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view column_id) const;
};

// The schema that was built into the program. A missing or faulty one is a Bug.
[[nodiscard]] ImportSchema import_schema(std::string_view id);
// From the text of a schema; `name` is for the Bug it throws where the text is no schema.
[[nodiscard]] ImportSchema parse_import_schema(std::string_view toml, std::string_view name);

} // namespace jiezhuan
