// A directory of its own for a test, gone with it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace jiezhuan::testing {

class TemporaryDirectory {
  public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string file(std::string_view name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

// The working directory, until the end of the scope.
class WorkingIn {
  public:
    explicit WorkingIn(const std::filesystem::path& directory) : before_(std::filesystem::current_path()) {
        std::filesystem::current_path(directory);
    }
    ~WorkingIn() { std::filesystem::current_path(before_); }
    WorkingIn(const WorkingIn&) = delete;
    WorkingIn& operator=(const WorkingIn&) = delete;

  private:
    std::filesystem::path before_;
};

// The bytes of a file; the test cannot go on without it (throws).
[[nodiscard]] std::string content_of(const std::filesystem::path& file);
void write_content(const std::filesystem::path& file, std::string_view bytes);
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

// The program that was built beside the tests.
[[nodiscard]] std::string program();
// The root of the source tree.
[[nodiscard]] std::filesystem::path source_tree();
// Files below a directory of the source tree that end in one of the suffixes, sorted. None where there is no such directory.
[[nodiscard]] std::vector<std::filesystem::path> source_files(std::string_view below,
                                                              const std::vector<std::string>& suffixes);

} // namespace jiezhuan::testing
