#include "cli/free_names.hpp"

#include "jiezhuan/base/files.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::array<std::string_view, 3> kWriting = {"--output ", "--print ", "--receipts "};

std::string offered(std::string command) {
    for (const std::string_view option : kWriting) {
        const std::size_t at = command.find(option);
        if (at == std::string::npos) {
            continue;
        }
        const std::size_t begin = at + option.size();
        const std::size_t end = std::min(command.find(' ', begin), command.size());
        const std::string name = command.substr(begin, end - begin);
        if (!name.empty() && name.find_first_of("'\"") == std::string::npos) {
            command.replace(begin, end - begin, free_name(name));
        }
    }
    return command;
}

} // namespace

std::string free_name(const std::string& name) {
    std::string free = name;
    for (int number = 2; file_exists(free); ++number) {
        free = with_suffix(name, "-" + std::to_string(number));
    }
    return free;
}

Message with_free_names(const Message& command) { return {offered(command.zh), offered(command.en)}; }

void offer_free_names(Document& document) {
    std::transform(document.next.begin(), document.next.end(), document.next.begin(), with_free_names);
}

} // namespace jiezhuan::cli
