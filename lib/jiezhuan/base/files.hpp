// Whole files in and out: read once and bounded, written so that no half file is ever seen.
#pragma once

#include "jiezhuan/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiezhuan {

// The content of a regular file, or of standard input for "-". Exit::not_found, Exit::invalid_input (a directory, a device,
// larger than `most` bytes), Exit::storage (cannot be read).
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uint64_t most);

// The last bytes of a file, at most that many. Errors as of read_file().
[[nodiscard]] Result<std::string> read_end(const std::string& path, std::uint64_t most);

enum class IfExists { refuse, replace };
// A file that is written and synced, mode 0600, and has no name yet: publish() shows it whole, and what ends the program before that
// leaves nothing behind, not even a kill (where a file system knows no files without a name, a kill leaves one named PATH.XXXXXX).
class UnpublishedFile {
  public:
    // To be published as `path`. Any failure to write is Exit::storage.
    [[nodiscard]] static Result<UnpublishedFile> write(const std::string& path, std::string_view bytes);
    ~UnpublishedFile();
    UnpublishedFile(UnpublishedFile&& other) noexcept;
    UnpublishedFile& operator=(UnpublishedFile&&) = delete;
    // Never follows a link, never overwrites with IfExists::refuse (Exit::usage). Once.
    [[nodiscard]] Result<void> publish(IfExists policy);

  private:
    UnpublishedFile(std::string path, int fd, std::string temporary);
    [[nodiscard]] Result<void> name_it(const std::string& name) const;

    std::string path_;
    int fd_ = -1;
    std::string temporary_; // its name meanwhile, where it has one
};
// Both at once.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes, IfExists policy);
// Gives a finished file its name in one step, and makes that durable. With IfExists::refuse it fails as check_free() does. The file
// has never two names, but where a file system knows no such renaming: there for a moment.
[[nodiscard]] Result<void> publish_file(const std::string& from, const std::string& to, IfExists policy);
// Exit::usage where a file of that name exists, and for "-": what is asked for would be looked for under that name in vain.
[[nodiscard]] Result<void> check_free(const std::string& path);
// Appends one line to a file (made 0600 if it is not there) and syncs it.
[[nodiscard]] Result<void> append_line(const std::string& path, std::string_view line);
[[nodiscard]] bool file_exists(const std::string& path);
// The same, where it matters that nobody is told of nothing who may only not look there: Exit::storage.
[[nodiscard]] Result<bool> is_there(const std::string& path);
// What stands there instead of a file, in words ("是目录", "is a directory"); nothing for a file, and where there is nothing. A
// link is not followed.
[[nodiscard]] std::optional<Message> no_file_but(const std::string& path);
// Could a new file be made there? Exit::usage where its directory is none, Exit::storage where it may not be written.
[[nodiscard]] Result<void> check_writable(const std::string& path);
// Exit::storage: "不能写入“…”：磁盘空间不足", for an errno.
[[nodiscard]] tl::unexpected<Error> cannot_write(const std::string& path, int error);
// Makes the entries of a directory durable.
[[nodiscard]] Result<void> sync_directory(const std::string& directory);
[[nodiscard]] Result<void> sync_file(const std::string& path);
// "a/b.csv" and ".reject" -> "a/b.reject.csv".
[[nodiscard]] std::string with_suffix(const std::string& path, std::string_view suffix);
[[nodiscard]] std::string directory_of(const std::string& path);

} // namespace jiezhuan
