#include "tests/support/directory.hpp"

#include "tests/fuzz/csv_reader.hpp"

#include "jiezhuan/base/result.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace jiezhuan;

TEST_CASE("fuzz corpus: every input of the CSV reader keeps the promises") {
    std::vector<std::filesystem::path> inputs;
    for (const auto& entry :
         std::filesystem::directory_iterator(jiezhuan::testing::source_tree() / "tests/fuzz/corpus/csv_reader")) {
        inputs.push_back(entry.path());
    }
    std::sort(inputs.begin(), inputs.end());
    CHECK(inputs.size() >= 20);
    for (const auto& input : inputs) {
        std::ifstream file(input, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        try {
            check_csv_reader(bytes);
        } catch (const Bug& bug) {
            FAIL_CHECK(input.filename().string(), ": ", bug.what);
        }
    }
}
