// The files of schemas/ as they were when the program was built.
#pragma once

#include <span>
#include <string_view>

namespace jiezhuan {

struct EmbeddedFile {
    std::string_view path; // "schemas/profiles/national-2019.toml"
    std::string_view content;
};
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();
// Precondition: there is such a file (a missing one is a bug).
[[nodiscard]] std::string_view embedded_file(std::string_view path);

} // namespace jiezhuan
