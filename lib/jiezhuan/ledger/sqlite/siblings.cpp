#include "jiezhuan/ledger/sqlite/siblings.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/sqlite/anchors.hpp"
#include "jiezhuan/ledger/sqlite/connection.hpp"
#include "jiezhuan/ledger/sqlite/unfinished.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

namespace jiezhuan::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeader = 72; // of an SQLite file, up to its application id
constexpr std::size_t kApplicationAt = 68;

// By the first bytes alone: other files are not opened.
bool looks_like_ledger(const fs::path& file) {
    std::array<char, kHeader> bytes{};
    std::ifstream in(file, std::ios::binary);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        return false;
    }
    std::uint32_t application = 0;
    for (std::size_t i = kApplicationAt; i < kHeader; ++i) {
        application = (application << 8U) | static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.at(i)));
    }
    return std::string_view(bytes.data(), bytes.size()).starts_with("SQLite format 3") &&
           application == static_cast<std::uint32_t>(kApplicationId);
}

struct Identified {
    std::string ledger_id;
    std::uint64_t size = 0;
};

// What cannot be read is no ledger that somebody works with.
Identified identify(const std::string& path) {
    auto database = connect(path, OpenAs::read, 0);
    if (!database) {
        return {};
    }
    const auto found = guarded(path, [&]() -> Result<Identified> {
        JZ_TRY(id, ledger_id_of(**database));
        const auto size = (*database)->execAndGet("SELECT ifnull(max(size), 0) FROM checkpoint").getInt64();
        return Identified{id, static_cast<std::uint64_t>(size)};
    });
    return found ? *found : Identified();
}

// The files of a directory that can be a ledger, but this one, in order. SQLite's pages are of 512 bytes at least.
std::vector<fs::path> ledgers_in(const fs::path& directory, const std::string& but) {
    constexpr std::uintmax_t kPage = 512;
    std::error_code ignored;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(directory, ignored)) {
        const bool plain = !entry.is_symlink(ignored) && entry.is_regular_file(ignored) &&
                           !is_unfinished_name(entry.path().filename().string());
        if (plain && entry.file_size(ignored) % kPage == 0 && !fs::equivalent(entry.path(), but, ignored) &&
            looks_like_ledger(entry.path())) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

std::string copy_beside(const std::string& path, const std::string& but, const std::string& ledger_id,
                        std::uint64_t anchored) {
    for (const fs::path& file : ledgers_in(directory_of(path), but)) {
        const Identified other = identify(file.string());
        if (!other.ledger_id.empty() && other.ledger_id == ledger_id && other.size >= anchored) {
            return printable(file.filename().string());
        }
    }
    return "";
}

Result<void> check_alone(const std::string& from, const std::string& to) {
    const Identified backup = identify(from);
    JZ_TRY(end, read_anchors_end(anchors_path(to), backup.ledger_id));
    const std::string copy = copy_beside(to, from, backup.ledger_id, end.last ? end.last->size : 0);
    if (copy.empty()) {
        return {};
    }
    const auto elsewhere = [&to](std::string_view directory) {
        return shell_word(printable((fs::path(directory) / fs::path(to).filename()).string()));
    };
    return fail(Exit::usage,
                say({"这个目录里已有同一本账本“{}”：两份共用一个 anchors.log，办理一件就会锁住另一份",
                     "the same ledger stands in this directory as '{}': both would share one anchors.log, and a "
                     "write to one would lock the other"},
                    copy),
                say({"恢复到另一个目录（演练也是）：mkdir 恢复; jiezhuan ledger restore {0} --to {1}；"
                     "要用备份代替“{2}”的，先把“{2}”移走",
                     "restore into another directory (also to try a backup out): mkdir restored; jiezhuan ledger "
                     "restore {0} --to {3}; to replace '{2}' by the backup, move '{2}' away first"},
                    shell_word(printable(from)), elsewhere("恢复"), copy, elsewhere("restored")));
}

Result<void> check_no_copy(const std::string& path, const std::string& ledger_id, std::uint64_t anchored) {
    const std::string copy = copy_beside(path, path, ledger_id, anchored);
    if (copy.empty()) {
        return {};
    }
    return fail(Exit::usage,
                say({"同一目录里还有这本账本的另一份“{}”：两份共用一个 anchors.log，在一份里办理就会锁住另一份",
                     "another copy of this ledger, '{}', lies in the same directory: both share one anchors.log, and "
                     "a write to one would lock the other"},
                    copy),
                Text{"认准在用的一份，把另一份移到别的目录，再运行同一命令；备份用 jiezhuan ledger backup",
                     "see which of them is in use, move the other into another directory, and run the command again; "
                     "backups are made with jiezhuan ledger backup"});
}

} // namespace jiezhuan::sqlite
