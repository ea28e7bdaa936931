#include "jiezhuan/report/position.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/model/ids_in_text.hpp"

namespace jiezhuan {
namespace {

Message column_in_words(const Position& position) {
    const std::string title = with_long_numbers_masked(printable(position.column_title));
    if (position.column == 0) {
        return title.empty() ? Message() : say({"“{}”列", "column '{}'"}, title);
    }
    return title.empty() ? say({"第 {} 列", "column {}"}, position.column)
                         : say({"第 {} 列（{}）", "column {} ({})"}, position.column, title);
}

void add(Message& words, const Message& part, Text separator) {
    if (!words.empty() && !part.empty()) {
        words.zh += separator.zh;
        words.en += separator.en;
    }
    words.zh += part.zh;
    words.en += part.en;
}

} // namespace

Message in_words(const Position& position) {
    Message within;
    if (position.row != 0) {
        within = say({"第 {} 行", "row {}"}, position.row);
    }
    add(within, column_in_words(position), {"，", ", "});
    if (position.file.empty()) {
        return within;
    }
    Message words = position.file == "-" ? Message(Text{"标准输入", "standard input"})
                                         : say({"文件“{}”", "file '{}'"}, printable(position.file));
    add(words, within, {"", ", "});
    return words;
}

} // namespace jiezhuan
