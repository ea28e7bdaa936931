#include "jiezhuan/service/members/phones.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>

namespace jiezhuan {
namespace {

std::string_view without_country(std::string_view number) {
    for (const std::string_view prefix : {"+86", "0086", "(86)", "(+86)"}) {
        if (number.starts_with(prefix)) {
            return trimmed(number.substr(prefix.size()).substr(number.substr(prefix.size()).starts_with("-") ? 1 : 0));
        }
    }
    return number;
}

} // namespace

std::string regular_phones(std::string_view cell) {
    std::string plain = narrowed(cell);
    for (const std::string_view separator : {"、", ";", ",", "/", "或"}) {
        for (std::size_t at = plain.find(separator); at != std::string::npos; at = plain.find(separator)) {
            plain.replace(at, separator.size(), "|");
        }
    }
    std::string out;
    for (const std::string_view part : split(plain, '|')) {
        std::string number;
        for (const char c : without_country(trimmed(part))) {
            if (c != ' ') {
                number += c;
            }
        }
        if (!number.empty()) {
            out += (out.empty() ? "" : "、") + number;
        }
    }
    return out;
}

bool plain_phone(std::string_view cell) {
    return !cell.starts_with("0086") &&
           std::all_of(cell.begin(), cell.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace jiezhuan
