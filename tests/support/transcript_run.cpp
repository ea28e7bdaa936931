#include "tests/support/transcript.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/tabular/encoding.hpp"
#include "tests/support/directory.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

namespace jiezhuan::testing {
namespace {

constexpr std::string_view kFile = "@file";

// "@file" is UTF-8; "@file-gbk", "@file-utf-16le": the id of an encoding.
Encoding encoding_of(std::string_view directive) {
    if (directive == kFile) {
        return Encoding::utf8;
    }
    return code_from_id<Encoding>(directive.substr(kFile.size() + 1)).value();
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

// A line as it can stand in a text file that people read and compare.
std::string shown_line(std::string line) {
    replace_all(line, std::filesystem::current_path().string(), "$DIR");
    replace_all(line, "\xEF\xBB\xBF", "\\ufeff");
    std::string shown;
    const bool utf8 = !first_invalid_utf8(line);
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        shown += c == '\r'                                  ? "\\r"
                 : byte < 0x20U || (!utf8 && byte >= 0x80U) ? fmt::format("\\x{:02x}", byte)
                                                            : std::string(1, c);
    }
    return shown;
}

std::vector<std::string> shown_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::string& line : lines_of(text)) {
        lines.push_back(shown_line(std::move(line)));
    }
    if (!text.empty() && text.back() != '\n') {
        lines.emplace_back("\\no line feed at the end");
    }
    return lines;
}

// What would be read as something else gets a backslash.
std::string escaped(const std::string& line) {
    constexpr std::array kMarks = {"$ ", "! ", "? ", "# ", "< ", "@", "\\"};
    const bool mark = line == "#" || line == "!" || std::any_of(kMarks.begin(), kMarks.end(), [&](const char* m) {
                          return line.starts_with(m) && !line.starts_with("\\no line feed");
                      });
    return mark ? "\\" + line : line;
}

class Runner {
  public:
    Runner(TranscriptForm form, World world, const RunProgram& run)
        : form_(form), world_(std::move(world)), run_(run) {}

    void directive(const std::string& line) {
        if (file_) {
            if (line == "@end") {
                write_content(file_->name, encode(file_->content, file_->encoding).value());
                file_.reset();
            } else {
                file_->content += line + "\n";
            }
            return;
        }
        std::string_view text = line;
        if (form_ == TranscriptForm::markdown) {
            if (!text.starts_with("<!-- @") || !text.ends_with(" -->")) {
                return;
            }
            text = text.substr(5, text.size() - 9);
        }
        if (text.starts_with("@")) {
            set(shell_words(text));
        }
    }

    Step step(const Step& wanted) {
        ++world_.seconds;
        std::vector<std::string> words = shell_words(wanted.command);
        const World before = world_;
        while (!words.empty() && words.front().find('=') != std::string::npos && words.front().front() != '-') {
            const std::size_t equals = words.front().find('=');
            world_.variables[words.front().substr(0, equals)] = words.front().substr(equals + 1);
            words.erase(words.begin());
        }
        std::string input;
        for (const std::string& line : wanted.input) {
            input += line + "\n";
        }
        const Ran ran = execute(wanted.command, words, input);
        world_.variables = before.variables;
        return {wanted.command, wanted.input, answer(ran)};
    }

  private:
    struct File {
        std::string name;
        Encoding encoding;
        std::string content;
    };

    void set(const std::vector<std::string>& words) {
        if (words.size() != 2) {
            throw std::runtime_error("a directive of a transcript has one value: " + words.front());
        }
        const std::string& value = words[1];
        if (words[0].starts_with(kFile)) {
            file_ = File{value, encoding_of(words[0]), ""};
        } else if (words[0] == "@date") {
            world_.today = Date::parse(value).value();
        } else if (words[0] == "@lang") {
            world_.variables["LANG"] = value == "zh" ? "zh_CN.UTF-8" : value;
        } else if (words[0] == "@login") {
            world_.login = value;
        } else if (words[0] == "@columns") {
            world_.terminal_columns = std::stoi(value);
        } else {
            throw std::runtime_error("no such directive of a transcript: " + words[0]);
        }
    }

    Ran execute(const std::string& line, const std::vector<std::string>& words, const std::string& input) {
        if (!words.empty() && words[0] == "jiezhuan") {
            Ran ran = run_({words.begin() + 1, words.end()}, env_of(world_), input);
            last_exit_ = ran.exit;
            return ran;
        }
        if (line == "echo $?") {
            return {0, std::to_string(last_exit_) + "\n", ""};
        }
        if (words.size() == 2 && words[0] == "cat") {
            return std::filesystem::exists(words[1]) ? Ran{0, content_of(words[1]), ""}
                                                     : Ran{1, "", "cat: there is no " + words[1] + "\n"};
        }
        if (words.size() == 3 && words[0] == "cp") {
            std::filesystem::copy_file(words[1], words[2], std::filesystem::copy_options::overwrite_existing);
            return {};
        }
        if (words.size() == 2 && words[0] == "mkdir") {
            std::filesystem::create_directory(words[1]);
            return {};
        }
        if (line == "ls") {
            return {0, listing(), ""};
        }
        throw std::runtime_error("a transcript cannot run: " + line);
    }

    static std::string listing() {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::current_path())) {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        std::string all;
        for (const std::string& name : names) {
            all += name + "\n";
        }
        return all;
    }

    std::vector<std::string> answer(const Ran& ran) const {
        std::vector<std::string> lines;
        const bool markdown = form_ == TranscriptForm::markdown;
        for (const std::string& line : shown_lines(ran.out)) {
            lines.push_back(markdown ? line : escaped(line));
        }
        for (const std::string& line : shown_lines(ran.err)) {
            lines.push_back(markdown ? line : line.empty() ? "!" : "! " + line);
        }
        if (ran.exit != 0 && !markdown) {
            lines.push_back("? " + std::to_string(ran.exit));
        }
        while (!lines.empty() && lines.back().empty()) {
            lines.pop_back();
        }
        return lines;
    }

    TranscriptForm form_;
    World world_;
    const RunProgram& run_;
    std::optional<File> file_;
    int last_exit_ = 0;
};

} // namespace

std::vector<Part> run_transcript(const std::vector<Part>& parts, TranscriptForm form, World world,
                                 const RunProgram& run) {
    Runner runner(form, std::move(world), run);
    std::vector<Part> done;
    for (const Part& part : parts) {
        if (part.step) {
            done.push_back({"", runner.step(*part.step)});
        } else {
            runner.directive(part.line);
            done.push_back(part);
        }
    }
    return done;
}

} // namespace jiezhuan::testing
