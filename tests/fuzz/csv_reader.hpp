// What must hold for any bytes that are given to the reader of clerks' files. Used by the fuzzer, and by a test that replays its corpus.
#pragma once

#include <string_view>

namespace jiezhuan {

// Throws Bug where a promise of the reader is broken.
void check_csv_reader(std::string_view bytes);

} // namespace jiezhuan
