// A database that is being made under another name, until it is whole.
#pragma once

#include "jiezhuan/base/env.hpp"
#include "jiezhuan/base/result.hpp"

#include <string>
#include <string_view>

namespace jiezhuan::sqlite {

// Is it the name of a file that was not finished? Whatever it holds, it is no ledger that somebody works with.
[[nodiscard]] bool is_unfinished_name(std::string_view name);

// An empty file PATH.new-XXXXXXXXXXXX for SQLite to fill (which needs a name), gone with its journal where it was not published. It is
// locked as long as its process lives: what a killed one left is known by that, and removed by the next that makes one in the
// directory.
class Unfinished {
  public:
    // To become `path`. Exit::storage.
    [[nodiscard]] static Result<Unfinished> make(const Env& env, const std::string& path);
    ~Unfinished();
    Unfinished(Unfinished&& other) noexcept;
    Unfinished& operator=(Unfinished&&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    Unfinished(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}

    std::string path_;
    int fd_;
};

} // namespace jiezhuan::sqlite
