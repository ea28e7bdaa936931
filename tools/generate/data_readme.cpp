#include "data_readme.hpp"

#include "jiezhuan/base/result.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace jiezhuan::generate {
namespace {

constexpr std::string_view kHead = R"(# The data of the first day

Made by `jiezhuan-generate first-day --seed 20260901 --out examples/first-day/data`; do not edit the files, change the
generator (`tools/generate/`). A test compares them with what it makes.

Nobody here exists. Places and organisations are invented, the ID numbers have region codes that end in 0000 (never issued to a
person), telephones begin with 154 or 0000 (given to nobody).

The business day is 2026-11-23. The roster is of 2026-11-02; the outgoing letters are meant to be issued on that day
(`--on 2026-11-02`), so that their receipts (dated until 2026-11-18) have come back by post on the 23rd.

| file | what it is | rows | written as |
| --- | --- | --- | --- |
| organisations.csv | the tree below 中国共产党江南市临江区望江街道工作委员会 (code 001, made by `init`) | 79 | UTF-8 with mark |
| outside.csv | enterprises and committees outside, with and without authority | 17 | UTF-8 with mark |
| roster.csv | the street's roster as it came | 3,002 | GBK, a title row |
| roster-fixed.csv | the same, mended | 3,000 | GBK, a title row |
| handover.csv | retired members of 江南机床厂 | 400 | UTF-8 with mark, two title rows |
| laid-off.csv | laid-off members of 江南第二棉纺织厂 | 60 | GB18030, a title row |
| migrants.csv | migrants who reported in the communities | 80 | UTF-8 |
| outgoing.csv | members of the roster who leave | 30 | UTF-8 with mark |
| receipts.csv | receipts that came back for the letters 20260001 to 20260028 | 24 | GBK |

Five letters have no receipt: 20260005, 20260010, 20260016, 20260022, 20260027. In roster-fixed.csv two findings stay, because
they are right after all: a conversion that was late (MB-08) and 汉 without 族 (MB-02).

## What is wrong, and where

Rows count as a spreadsheet shows them, title rows and header included. Numbers of persons are not repeated here.
)";

std::string table_row(const Planted& one) {
    return fmt::format("| {} | {} | {} | {} | {} |\n", one.row, one.column, one.cell, one.what, one.expected);
}

// Files in the order in which the day takes them.
std::size_t position_of(std::string_view file) {
    static constexpr std::string_view kOrder[] = {"roster.csv",   "handover.csv", "laid-off.csv",
                                                  "migrants.csv", "outgoing.csv", "receipts.csv"};
    const auto* found = std::find(std::begin(kOrder), std::end(kOrder), file);
    ensure(found != std::end(kOrder), "every file with mistakes has its place");
    return static_cast<std::size_t>(found - std::begin(kOrder));
}

} // namespace

std::string data_readme(PlantedList planted) {
    std::stable_sort(planted.begin(), planted.end(), [](const Planted& a, const Planted& b) {
        return std::pair(position_of(a.file), a.row) < std::pair(position_of(b.file), b.row);
    });
    std::string out(kHead);
    std::string_view file;
    for (const Planted& one : planted) {
        if (one.file != file) {
            file = one.file;
            const auto count = std::count_if(planted.begin(), planted.end(),
                                             [&](const Planted& other) { return other.file == one.file; });
            out += fmt::format("\n### {} ({})\n\n", one.file, count);
            out += "| row | column | cell | what | expected |\n| --- | --- | --- | --- | --- |\n";
        }
        out += table_row(one);
    }
    return out;
}

} // namespace jiezhuan::generate
