// The way of the member's file (档案转递) beside the way of the relation. The events are the record.
#pragma once

#include "jiezhuan/model/code.hpp"
#include "jiezhuan/report/rowset.hpp"
#include "jiezhuan/service/work.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jiezhuan {

// received: by whoever it was sent to; returned: to whoever sent it; mistaken: what was recorded last did not happen.
enum class FileStep : std::uint8_t { none, sent, received, returned, mistaken };
template <> const CodeTable& code_table<FileStep>();

struct FileForwarded {
    FileStep step = FileStep::none;
    std::string how;      // 机要交通, …; required where it is sent or returned
    std::string no;       // of the dispatch, or of the file
    std::string reason{}; // why it is mistaken; required there, and only there
};
// Exit::not_found for an unknown transfer. Refused: a transfer in which the relation does not go from one basic committee to another,
// a step that does not follow the last one that stands, a day before it, a file of who comes that its sender sent on an unknown day. A
// file of ours that goes before the approval is warned of; of a probationary member PB-06 says what the admission file lacks; a file that
// we received may be looked into (条例第二十五条). The same again is done already.
[[nodiscard]] Result<Outcome> forward_file(Work& work, TransferId id, const FileForwarded& forwarded);

// The id of the next section.
inline constexpr std::string_view kFileWay = "file";
// What became of the file, by day, without what was recorded by mistake; empty where nothing is known.
[[nodiscard]] Result<RowSet> file_rows(Reading& ledger, TransferId id);

} // namespace jiezhuan
