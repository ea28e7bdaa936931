#include "jiezhuan/base/files.hpp"

#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace jiezhuan {
namespace {

constexpr mode_t kPrivate = 0600;

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    bool close() {
        const int fd = std::exchange(fd_, -1);
        return fd < 0 || fd == STDIN_FILENO || ::close(fd) == 0;
    }

  private:
    int fd_;
};

// What the system says, in its words; those that clerks meet also in Chinese.
Message reason(int error) {
    struct Row {
        int error;
        std::string_view zh;
    };
    static constexpr Row kRows[] = {
        {ENOENT, "没有这个文件或目录"},    {EACCES, "没有权限"},     {EISDIR, "这是目录，不是文件"},
        {ENOSPC, "磁盘空间不足"},          {EROFS, "磁盘是只读的"},  {EFBIG, "文件太大"},
        {ENOTDIR, "路径中有一段不是目录"}, {EEXIST, "文件已经存在"}, {EMFILE, "打开的文件太多"},
        {EDQUOT, "超出磁盘配额"},          {EIO, "磁盘读写出错"},    {EPERM, "不允许这样做"},
        {ELOOP, "这是符号链接"},           {ENXIO, "这是管道"},
    };
    char buffer[128] = {};
    const std::string en = strerror_r(error, buffer, sizeof buffer); // the GNU form returns the text
    for (const Row& row : kRows) {
        if (row.error == error) {
            return {std::string(row.zh), en};
        }
    }
    return {en, en};
}

tl::unexpected<Error> cannot(Text doing, const std::string& path, int error, Exit code = Exit::storage) {
    return fail(code, Message(fmt::format("不能{}“{}”：{}", doing.zh, printable(path), reason(error).zh),
                              fmt::format("cannot {} '{}': {}", doing.en, printable(path), reason(error).en)));
}

tl::unexpected<Error> taken(const std::string& path) {
    return fail(Exit::usage, say({"“{}”已经存在，不覆盖", "'{}' exists and is not overwritten"}, printable(path)),
                Text{"换一个文件名，或先移走原文件", "choose another name, or move the file away first"});
}

Result<void> write_all(int fd, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return cannot({"写入", "write"}, path, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

tl::unexpected<Error> not_opened(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR) {
        return fail(Error{Exit::not_found,
                          Text{"没有这个文件", "there is no such file"},
                          Text{"核对文件名和所在目录", "check its name and directory"},
                          {path, 0, 0, {}},
                          {}});
    }
    return cannot({"打开", "open"}, path, error);
}

// An open file as a path, by which it gets its name.
std::string open_file(int fd) { return fmt::format("/proc/self/fd/{}", fd); }
bool can_name_open_files() { return access("/proc/self/fd", X_OK) == 0; }

tl::unexpected<Error> unusable(const std::string& path, Message why, Message hint) {
    return fail(Error{Exit::invalid_input, std::move(why), std::move(hint), {path, 0, 0, {}}, {}});
}

} // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t most) {
    const bool standard_input = path == "-";
    Descriptor file(standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        return not_opened(path, errno);
    }
    struct stat info {};
    if (fstat(file.get(), &info) != 0) {
        return cannot({"读取", "read"}, path, errno);
    }
    if (S_ISDIR(info.st_mode)) {
        return unusable(path, Text{"这是目录，不是文件", "it is a directory, not a file"},
                        Text{"写明目录里的文件名", "name a file in it"});
    }
    if (!standard_input && !S_ISREG(info.st_mode)) {
        return unusable(path, Text{"这不是普通文件", "it is not a regular file"},
                        Text{"从标准输入读入请写“-”", "to read standard input, write '-'"});
    }
    const auto too_large = [&] {
        return unusable(path, say({"超过文件大小上限 {} MiB", "it is larger than the limit of {} MiB"}, most >> 20U),
                        Text{"请拆成几个文件再导入", "split it into several files"});
    };
    if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > most) {
        return too_large();
    }
    std::string bytes;
    bytes.resize(S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) + 1 : 65536);
    std::size_t used = 0;
    for (;;) {
        if (used == bytes.size()) {
            bytes.resize(bytes.size() * 2);
        }
        const ssize_t got = ::read(file.get(), bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return cannot({"读取", "read"}, path, errno);
        }
        if (got == 0) {
            break;
        }
        used += static_cast<std::size_t>(got);
        if (used > most) {
            return too_large();
        }
    }
    bytes.resize(used);
    return bytes;
}

Result<std::string> read_end(const std::string& path, std::uint64_t most) {
    Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        return not_opened(path, errno);
    }
    struct stat info {};
    if (fstat(file.get(), &info) != 0) {
        return cannot({"读取", "read"}, path, errno);
    }
    const auto size = static_cast<std::uint64_t>(info.st_size);
    std::string bytes(static_cast<std::size_t>(std::min(size, most)), '\0');
    std::size_t used = 0;
    while (used < bytes.size()) {
        const auto at = static_cast<off_t>(size - bytes.size() + used);
        const ssize_t got = pread(file.get(), bytes.data() + used, bytes.size() - used, at);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return cannot({"读取", "read"}, path, errno);
        }
        if (got == 0) {
            break;
        }
        used += static_cast<std::size_t>(got);
    }
    bytes.resize(used);
    return bytes;
}

UnpublishedFile::UnpublishedFile(std::string path, int fd, std::string temporary)
    : path_(std::move(path)), fd_(fd), temporary_(std::move(temporary)) {}

UnpublishedFile::UnpublishedFile(UnpublishedFile&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)), temporary_(std::move(other.temporary_)) {
    other.temporary_.clear();
}

UnpublishedFile::~UnpublishedFile() {
    if (fd_ >= 0) {
        close(fd_);
    }
    if (!temporary_.empty()) {
        unlink(temporary_.c_str());
    }
}

Result<UnpublishedFile> UnpublishedFile::write(const std::string& path, std::string_view bytes) {
    int fd = can_name_open_files() ? open(directory_of(path).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kPrivate) : -1;
    std::string temporary;
    if (fd < 0) {
        temporary = path + ".XXXXXX";
        fd = mkostemp(temporary.data(), O_CLOEXEC);
    }
    if (fd < 0) {
        return cannot({"写入", "write"}, path, errno);
    }
    UnpublishedFile file(path, fd, std::move(temporary));
    if (fchmod(fd, kPrivate) != 0) {
        return cannot({"写入", "write"}, path, errno);
    }
    JZ_CHECK(write_all(fd, bytes, path));
    if (fsync(fd) != 0) {
        return cannot({"写入", "write"}, path, errno);
    }
    return file;
}

Result<void> UnpublishedFile::name_it(const std::string& name) const {
    if (linkat(AT_FDCWD, open_file(fd_).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        return errno == EEXIST ? taken(path_) : cannot({"写入", "write"}, path_, errno);
    }
    return {};
}

Result<void> UnpublishedFile::publish(IfExists policy) {
    ensure(fd_ >= 0, "a file that is published twice");
    if (temporary_.empty() && policy == IfExists::refuse) {
        JZ_CHECK(name_it(path_));
        JZ_CHECK(sync_directory(directory_of(path_)));
    } else {
        if (temporary_.empty()) { // nothing is replaced but by renaming
            const std::string name = fmt::format("{}.{}", path_, getpid());
            unlink(name.c_str()); // of an earlier process with this number
            JZ_CHECK(name_it(name));
            temporary_ = name;
        }
        JZ_CHECK(publish_file(temporary_, path_, policy));
        temporary_.clear();
    }
    close(std::exchange(fd_, -1));
    return {};
}

Result<void> write_file(const std::string& path, std::string_view bytes, IfExists policy) {
    JZ_TRY(file, UnpublishedFile::write(path, bytes));
    return file.publish(policy);
}

Result<void> publish_file(const std::string& from, const std::string& to, IfExists policy) {
    const bool refuse = policy == IfExists::refuse;
    bool named = renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), refuse ? RENAME_NOREPLACE : 0) == 0;
    if (!named && refuse && (errno == EINVAL || errno == ENOSYS)) {
        named = link(from.c_str(), to.c_str()) == 0 && unlink(from.c_str()) == 0;
    }
    if (!named) {
        return errno == EEXIST ? taken(to) : cannot({"写入", "write"}, to, errno);
    }
    return sync_directory(directory_of(to));
}

Result<void> check_free(const std::string& path) {
    if (path == "-") {
        return fail(
            Exit::usage,
            Text{"这里要一个文件，不能写“-”（标准输出）", "a file is needed here: '-', standard output, is none"},
            Text{"写文件名；文件名就是“-”的写 ./-", "give the name of a file; one that is called '-' is ./-"});
    }
    return file_exists(path) ? taken(path) : Result<void>();
}

Result<void> append_line(const std::string& path, std::string_view line) {
    Descriptor file(open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, kPrivate));
    if (file.get() < 0) {
        return cannot({"写入", "write"}, path, errno);
    }
    JZ_CHECK(write_all(file.get(), std::string(line) + "\n", path));
    if (fsync(file.get()) != 0 || !file.close()) {
        return cannot({"写入", "write"}, path, errno);
    }
    return {};
}

bool file_exists(const std::string& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0;
}

Result<bool> is_there(const std::string& path) {
    struct stat info {};
    if (lstat(path.c_str(), &info) == 0) {
        return true;
    }
    if (errno == ENOENT || errno == ENOTDIR) {
        return false;
    }
    return cannot({"读取", "read"}, path, errno);
}

std::optional<Message> no_file_but(const std::string& path) {
    struct stat info {};
    if (lstat(path.c_str(), &info) != 0 || S_ISREG(info.st_mode)) {
        return std::nullopt;
    }
    return S_ISDIR(info.st_mode)    ? Text("是目录", "is a directory")
           : S_ISLNK(info.st_mode)  ? Text("是符号链接", "is a symbolic link")
           : S_ISFIFO(info.st_mode) ? Text("是管道", "is a pipe")
           : S_ISSOCK(info.st_mode) ? Text("是套接字", "is a socket")
                                    : Text("是设备", "is a device");
}

Result<void> check_writable(const std::string& path) {
    const std::string directory = directory_of(path);
    struct stat info {};
    const bool there = stat(directory.c_str(), &info) == 0;
    if (!there || !S_ISDIR(info.st_mode)) {
        tl::unexpected<Error> failed = cannot({"写入", "write"}, path, there ? ENOTDIR : errno, Exit::usage);
        failed.value().hint = there ? Message(Text{"换一个目录", "choose another directory"})
                                    : say({"核对目录（U盘要先接好）；要新建的：mkdir -p {}",
                                           "check the directory (is the disk mounted?); to make it: mkdir -p {}"},
                                          shell_word(printable(directory)));
        return failed;
    }
    if (access(directory.c_str(), W_OK | X_OK) != 0) {
        return cannot({"写入", "write"}, path, errno);
    }
    return {};
}

tl::unexpected<Error> cannot_write(const std::string& path, int error) {
    return cannot({"写入", "write"}, path, error);
}

static Result<void> sync_path(const std::string& path, int flags) {
    Descriptor file(open(path.c_str(), flags | O_CLOEXEC));
    if (file.get() < 0 || fsync(file.get()) != 0) {
        return cannot({"同步", "sync"}, path, errno);
    }
    return {};
}

Result<void> sync_directory(const std::string& directory) { return sync_path(directory, O_RDONLY | O_DIRECTORY); }
Result<void> sync_file(const std::string& path) { return sync_path(path, O_RDONLY); }

std::string with_suffix(const std::string& path, std::string_view suffix) {
    const std::filesystem::path original(path);
    const std::string name = original.stem().string() + std::string(suffix) + original.extension().string();
    return (original.parent_path() / name).string();
}

std::string directory_of(const std::string& path) {
    const std::string parent = std::filesystem::path(path).parent_path().string();
    return parent.empty() ? "." : parent;
}

} // namespace jiezhuan
