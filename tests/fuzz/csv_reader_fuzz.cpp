#include "tests/fuzz/csv_reader.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    jiezhuan::check_csv_reader({reinterpret_cast<const char*>(data), size}); // NOLINT: the interface of libFuzzer
    return 0;
}
