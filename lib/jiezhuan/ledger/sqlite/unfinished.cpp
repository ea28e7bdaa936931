#include "jiezhuan/ledger/sqlite/unfinished.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/hash.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jiezhuan::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = ".new-";
constexpr std::size_t kRandom = 12;
constexpr std::string_view kSqlite = "SQLite format 3";

// Of ours, empty or begun by SQLite: nothing that somebody else may have called so.
bool is_unfinished_file(int fd) {
    struct stat info {};
    std::array<char, kSqlite.size()> head{};
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode) || info.st_uid != geteuid()) {
        return false;
    }
    return info.st_size == 0 || (pread(fd, head.data(), head.size(), 0) == static_cast<ssize_t>(head.size()) &&
                                 std::string_view(head.data(), head.size()) == kSqlite);
}

void remove_with_journal(const std::string& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
    fs::remove(path + "-journal", ignored);
}

void remove_if_left(const std::string& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return;
    }
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && is_unfinished_file(fd)) { // nobody works on it
        remove_with_journal(path);
    }
    close(fd);
}

void remove_left_in(const std::string& directory) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(directory, ignored)) {
        if (is_unfinished_name(entry.path().filename().string())) {
            remove_if_left(entry.path().string());
        }
    }
}

// Private from its first byte on, and locked before it has a name, where the file system knows files without one.
int opened_and_locked(const std::string& path) {
    int fd = open(directory_of(path).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd >= 0) {
        static_cast<void>(flock(fd, LOCK_EX | LOCK_NB));
        const std::string open_file = fmt::format("/proc/self/fd/{}", fd);
        if (linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0) {
            return fd;
        }
        close(fd);
    }
    fd = open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (fd >= 0) {
        static_cast<void>(flock(fd, LOCK_EX | LOCK_NB));
    }
    return fd;
}

} // namespace

bool is_unfinished_name(std::string_view name) {
    const std::size_t mark = name.rfind(kMark);
    return mark != std::string_view::npos && mark != 0 && name.size() == mark + kMark.size() + kRandom &&
           name.find_first_not_of("0123456789abcdef", mark + kMark.size()) == std::string_view::npos;
}

Result<Unfinished> Unfinished::make(const Env& env, const std::string& path) {
    remove_left_in(directory_of(path));
    std::string name = fmt::format("{}{}{}", path, kMark, hex(env.random()).substr(0, kRandom));
    const int fd = opened_and_locked(name);
    if (fd < 0) {
        return cannot_write(path, errno);
    }
    return Unfinished(std::move(name), fd);
}

Unfinished::Unfinished(Unfinished&& other) noexcept
    : path_(std::exchange(other.path_, std::string())), fd_(std::exchange(other.fd_, -1)) {}

Unfinished::~Unfinished() {
    if (!path_.empty()) {
        remove_with_journal(path_);
    }
    if (fd_ >= 0) {
        close(fd_);
    }
}

} // namespace jiezhuan::sqlite
