#include "jiezhuan/base/json.hpp"

#include "jiezhuan/base/text.hpp"

#include <charconv>

namespace jiezhuan::json {
namespace {

constexpr int kDeepest = 16;

bool is_key(std::string_view key) {
    if (key.empty()) {
        return false;
    }
    for (const char c : key) {
        const bool allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        if (!allowed) {
            return false;
        }
    }
    return true;
}

// Accepts exactly what append() writes.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    Result<Object> document() {
        JZ_TRY(object, read_object(0));
        if (at_ != bytes_.size()) {
            return wrong();
        }
        return std::move(object);
    }

  private:
    [[nodiscard]] tl::unexpected<Error> wrong() const {
        return fail(Exit::damaged, say({"第 {} 字节不是规范的 JSON", "byte {} is not canonical JSON"}, at_));
    }
    [[nodiscard]] bool next_is(char c) const { return at_ < bytes_.size() && bytes_[at_] == c; }
    bool take(char c) {
        const bool there = next_is(c);
        at_ += there ? 1 : 0;
        return there;
    }

    Result<Value> read_value(int depth) {
        if (next_is('"')) {
            JZ_TRY(text, read_string());
            return Value(std::move(text));
        }
        if (next_is('{')) {
            JZ_TRY(object, read_object(depth + 1));
            return Value(std::move(object));
        }
        if (next_is('[')) {
            JZ_TRY(array, read_array(depth + 1));
            return Value(std::move(array));
        }
        return read_number();
    }

    Result<Object> read_object(int depth) {
        if (depth > kDeepest || !take('{')) {
            return wrong();
        }
        Object object;
        while (!take('}')) {
            if (!object.empty() && !take(',')) {
                return wrong();
            }
            JZ_TRY(key, read_string());
            const bool in_order = object.empty() || object.rbegin()->first < key;
            if (!is_key(key) || !in_order || !take(':')) {
                return wrong();
            }
            JZ_TRY(value, read_value(depth));
            object.emplace_hint(object.end(), std::move(key), std::move(value));
        }
        return object;
    }

    Result<Array> read_array(int depth) {
        if (depth > kDeepest || !take('[')) {
            return wrong();
        }
        Array array;
        while (!take(']')) {
            if (!array.empty() && !take(',')) {
                return wrong();
            }
            JZ_TRY(value, read_value(depth));
            array.push_back(std::move(value));
        }
        return array;
    }

    Result<Value> read_number() {
        std::int64_t number = 0;
        const char* start = bytes_.data() + at_;
        const char* last = bytes_.data() + bytes_.size();
        const auto [end, error] = std::from_chars(start, last, number);
        if (error != std::errc()) {
            return wrong();
        }
        const std::string_view spelling(start, static_cast<std::size_t>(end - start));
        if (spelling != std::to_string(number)) {
            return wrong();
        }
        at_ += spelling.size();
        return Value(number);
    }

    Result<std::string> read_string() {
        if (!take('"')) {
            return wrong();
        }
        std::string text;
        for (;;) {
            const std::size_t stop = plain_end();
            text += bytes_.substr(at_, stop - at_);
            at_ = stop;
            if (take('"')) {
                break;
            }
            if (!take('\\') || !read_escape(text)) {
                return wrong();
            }
        }
        if (first_invalid_utf8(text) || !is_nfc(text)) {
            return wrong();
        }
        return text;
    }

    [[nodiscard]] std::size_t plain_end() const {
        std::size_t stop = at_;
        while (stop < bytes_.size() && bytes_[stop] != '"' && bytes_[stop] != '\\' &&
               static_cast<unsigned char>(bytes_[stop]) >= 0x20) {
            ++stop;
        }
        return stop;
    }

    bool read_escape(std::string& text) {
        if (next_is('"') || next_is('\\')) {
            text += bytes_[at_++];
            return true;
        }
        if (at_ + 5 > bytes_.size() || bytes_.substr(at_, 3) != "u00") {
            return false;
        }
        const std::string_view digits = bytes_.substr(at_ + 3, 2);
        unsigned code = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + 2, code, 16);
        const bool lower = digits.find_first_of("ABCDEF") == std::string_view::npos;
        if (error != std::errc() || end != digits.data() + 2 || code >= 0x20 || !lower) {
            return false;
        }
        text += static_cast<char>(code);
        at_ += 5;
        return true;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
};

} // namespace

void append_string(std::string& out, std::string_view text) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            continue;
        }
        out += text.substr(plain, i - plain);
        plain = i + 1;
        if (byte < 0x20) {
            out += "\\u00";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 0x0FU];
        } else {
            out += '\\';
            out += text[i];
        }
    }
    out += text.substr(plain);
    out += '"';
}

void append(std::string& out, const Object& object) {
    out += '{';
    bool first = true;
    for (const auto& [key, value] : object) {
        if (!first) {
            out += ',';
        }
        first = false;
        append_string(out, key);
        out += ':';
        append(out, value);
    }
    out += '}';
}

void append(std::string& out, const Value& value) {
    if (const auto* number = value.number()) {
        fmt::format_to(std::back_inserter(out), "{}", *number);
    } else if (const auto* text = value.text()) {
        append_string(out, *text);
    } else if (const auto* object = value.object()) {
        append(out, *object);
    } else if (const auto* array = value.array()) {
        out += '[';
        bool first = true;
        for (const Value& item : *array) {
            if (!first) {
                out += ',';
            }
            first = false;
            append(out, item);
        }
        out += ']';
    }
}

std::string encode(const Object& object) {
    std::string out;
    append(out, object);
    return out;
}

Result<Object> decode(std::string_view bytes) { return Reader(bytes).document(); }

std::string_view text_of(const Object& object, std::string_view key) {
    const auto found = object.find(key);
    const std::string* text = found == object.end() ? nullptr : found->second.text();
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

std::int64_t number_of(const Object& object, std::string_view key) {
    const auto found = object.find(key);
    const std::int64_t* number = found == object.end() ? nullptr : found->second.number();
    return number == nullptr ? 0 : *number;
}

} // namespace jiezhuan::json
