#include "jiezhuan/tabular/csv_quoted.hpp"

#include "jiezhuan/base/result.hpp"

#include <algorithm>
#include <cstring>
#include <csv.h>
#include <new>

namespace jiezhuan {

LineEnd line_end(std::string_view text, std::size_t at) {
    const char* start = text.data() + at;
    const auto* feed = static_cast<const char*>(std::memchr(start, '\n', text.size() - at));
    const std::size_t end = feed == nullptr ? text.size() : static_cast<std::size_t>(feed - text.data());
    const auto* carriage = static_cast<const char*>(std::memchr(start, '\r', end - at));
    if (carriage == nullptr) {
        return {end, std::min(end + 1, text.size())};
    }
    const auto turn = static_cast<std::size_t>(carriage - text.data());
    return {turn, turn + 1 == end && feed != nullptr ? end + 1 : turn + 1};
}

struct QuotedRecord::State {
    csv_parser parser{};
    Limits limits;
    std::string buffer;            // the cells of the record one after the other
    std::vector<std::size_t> ends; // where each of them ends
    std::vector<std::string_view> cells;
    Outcome outcome = Outcome::whole;
    bool done = false;
    bool out_of_memory = false;

    State(char separator, const Limits& most) : limits(most) {
        if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
            throw Bug{"libcsv cannot be initialised"};
        }
        csv_set_delim(&parser, static_cast<unsigned char>(separator));
        csv_set_space_func(&parser, [](unsigned char) { return 0; }); // blanks belong to the cell
    }
    ~State() { csv_free(&parser); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    // Called from C: must not throw.
    void add(std::string_view cell) noexcept {
        if (outcome != Outcome::whole || out_of_memory) {
            return;
        }
        if (ends.size() == limits.columns) {
            outcome = Outcome::too_many_cells;
        } else if (cell.size() > limits.cell_bytes) {
            outcome = Outcome::cell_too_long;
        } else {
            try {
                buffer.append(cell);
                ends.push_back(buffer.size());
            } catch (const std::bad_alloc&) {
                out_of_memory = true;
            }
        }
    }

    static void on_cell(void* cell, std::size_t size, void* self) {
        static_cast<State*>(self)->add({static_cast<const char*>(cell), size});
    }
    static void on_record(int, void* self) { static_cast<State*>(self)->done = true; }

    // libcsv buffers a cell until it ends: small pieces keep that buffer near the limit.
    void feed(std::string_view line) {
        constexpr std::size_t kPiece = 4096;
        while (!line.empty() && outcome == Outcome::whole) {
            const std::string_view piece = line.substr(0, kPiece);
            const std::size_t taken = csv_parse(&parser, piece.data(), piece.size(), on_cell, on_record, this);
            check_memory();
            if (outcome == Outcome::whole && taken != piece.size()) {
                outcome = Outcome::misplaced_quote;
            } else if (outcome == Outcome::whole && parser.entry_pos > limits.cell_bytes + 1) { // + 1: a pending quote
                outcome = Outcome::cell_too_long;
            }
            line.remove_prefix(piece.size());
        }
    }

    void finish() {
        if (csv_fini(&parser, on_cell, on_record, this) != 0 && outcome == Outcome::whole) {
            check_memory();
            outcome = Outcome::never_closed;
        }
        check_memory();
    }

    void check_memory() const {
        if (out_of_memory || csv_error(const_cast<csv_parser*>(&parser)) == CSV_ENOMEM) { // NOLINT: a getter in C
            throw std::bad_alloc();
        }
    }

    void collect() {
        cells.clear();
        std::size_t start = 0;
        for (const std::size_t end : ends) {
            cells.push_back(std::string_view(buffer).substr(start, end - start));
            start = end;
        }
    }
};

QuotedRecord::QuotedRecord(char separator, const Limits& limits) : state_(std::make_unique<State>(separator, limits)) {}
QuotedRecord::~QuotedRecord() = default;
QuotedRecord::QuotedRecord(QuotedRecord&&) noexcept = default;
QuotedRecord& QuotedRecord::operator=(QuotedRecord&&) noexcept = default;

QuotedRecord::Outcome QuotedRecord::read(std::string_view text, std::size_t& at, std::uint64_t& lines) {
    State& state = *state_;
    state.buffer.clear();
    state.ends.clear();
    state.done = false;
    while (!state.done && state.outcome == Outcome::whole && at < text.size()) {
        const std::size_t next = line_end(text, at).next;
        state.feed(text.substr(at, next - at));
        at = next;
        ++lines;
    }
    if (!state.done && state.outcome == Outcome::whole) {
        state.finish();
    }
    state.collect();
    return state.outcome;
}

const std::vector<std::string_view>& QuotedRecord::cells() const { return state_->cells; }

} // namespace jiezhuan
