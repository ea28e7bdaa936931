// Result<T>: a value, or the Error that says why there is none.
// An Error means that an operation could not be carried out. A refusal by a rule is not an error (see model/finding.hpp).
#pragma once

#include "jiezhuan/base/message.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace jiezhuan {

// The program's exit codes, and at once the kinds of Error. The numbers are fixed for ever.
enum class Exit : int {
    done = 0,
    answer_is_no = 1,
    usage = 2,
    invalid_input = 3,
    partly_applied = 4,
    refused = 5,
    not_found = 6,
    no_ledger = 10,
    busy = 11,
    key = 12,
    newer = 13,
    upgrade_needed = 14,
    storage = 20,
    outcome_unknown = 21,
    damaged = 30,
    tables_differ = 31,
    anchor_mismatch = 32,
    signature = 33,
    replay_conflict = 34,
    internal = 70,
    out_of_memory = 71,
    interrupted = 130, // by SIGINT, as shells count it
    terminated = 143,  // by SIGTERM
};

// What an exit code is called: for programs (in JSON, fixed for ever) and for people.
struct ExitName {
    Exit exit;
    std::string_view id; // "invalid_input"
    Text title;
};
// All of them, by number.
[[nodiscard]] std::span<const ExitName> exit_names();
[[nodiscard]] std::string_view exit_name(Exit exit);
[[nodiscard]] Text exit_title(Exit exit);

// A place in a user's file. Row and column count from 1 as the clerk sees them; 0 means not known.
struct Position {
    std::string file;
    std::uint64_t row = 0;
    std::uint64_t column = 0;
    std::string column_title;

    bool operator==(const Position&) const = default;
};

struct Error {
    Exit code = Exit::internal;
    Message message;
    Message hint; // what to do next; may be empty
    Position position;
    std::vector<Message> context; // innermost first: {"在导入“a.csv”时", "while importing 'a.csv'"}
    struct Instead {              // a word of the command line, and what would do in its place; empty: nothing is known
        std::string typed;
        std::string meant;
    };
    Instead instead = {};

    [[nodiscard]] Error&& because(Message outer) && {
        context.push_back(std::move(outer));
        return std::move(*this);
    }
    [[nodiscard]] Error&& at(Position where) && {
        position = std::move(where);
        return std::move(*this);
    }
    [[nodiscard]] Error&& with_code(Exit other) && {
        code = other;
        return std::move(*this);
    }
    [[nodiscard]] Error&& advise(Message what) && {
        hint = std::move(what);
        return std::move(*this);
    }
};

template <class T> class [[nodiscard]] Result : public tl::expected<T, Error> {
  public:
    using tl::expected<T, Error>::expected;
};

[[nodiscard]] inline tl::unexpected<Error> fail(Exit code, Message message) {
    return tl::unexpected<Error>(Error{code, std::move(message), {}, {}, {}});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Exit code, Message message, Message hint) {
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(hint), {}, {}});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

// An invariant of the program does not hold: a bug. Caught in cli::run, exit 70.
struct Bug {
    std::string what;
};
inline void ensure(bool holds, std::string_view what) {
    if (!holds) {
        throw Bug{std::string(what)};
    }
}

} // namespace jiezhuan

// JZ_TRY(name, expression): name is the value of a Result, or the function returns its error.
#define JZ_CONCAT_(a, b) a##b
#define JZ_CONCAT(a, b) JZ_CONCAT_(a, b)
#define JZ_TRY(name, ...)                                                                                              \
    auto JZ_CONCAT(jz_result_, __LINE__) = (__VA_ARGS__);                                                              \
    if (!JZ_CONCAT(jz_result_, __LINE__)) {                                                                            \
        return ::jiezhuan::fail(std::move(JZ_CONCAT(jz_result_, __LINE__).error()));                                   \
    }                                                                                                                  \
    auto& name = *JZ_CONCAT(jz_result_, __LINE__)
// JZ_CHECK(expression): the function returns the error of a Result<void>, if it has one.
#define JZ_CHECK(...)                                                                                                  \
    do {                                                                                                               \
        if (auto jz_checked = (__VA_ARGS__); !jz_checked) {                                                            \
            return ::jiezhuan::fail(std::move(jz_checked.error()));                                                    \
        }                                                                                                              \
    } while (false)
