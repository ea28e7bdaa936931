#include "tests/support/transcript.hpp"

#include "jiezhuan/base/text.hpp"
#include "tests/support/directory.hpp"

#include <stdexcept>

namespace jiezhuan::testing {
namespace {

bool begins_part(std::string_view line) {
    return line.starts_with("$ ") || line.starts_with("# ") || line == "#" || line.starts_with("@");
}

// Ends the step: blank lines behind the output belong to no step.
void finish(std::vector<Part>& parts, std::optional<Step>& step) {
    if (!step) {
        return;
    }
    std::size_t blank = 0;
    while (!step->expected.empty() && step->expected.back().empty()) {
        step->expected.pop_back();
        ++blank;
    }
    parts.push_back({"", std::move(*step)});
    step.reset();
    for (std::size_t i = 0; i < blank; ++i) {
        parts.push_back({"", std::nullopt});
    }
}

} // namespace

std::vector<Part> parse_transcript(std::string_view text, TranscriptForm form) {
    std::vector<Part> parts;
    std::optional<Step> step;
    const bool markdown = form == TranscriptForm::markdown;
    bool inside = !markdown; // of a console block
    bool in_file = false;    // between @file and @end
    for (const std::string& line : lines_of(text)) {
        const bool fence = markdown && line.starts_with("```");
        if (fence || !inside || in_file) {
            finish(parts, step);
            inside = fence ? line == "```console" : inside;
            in_file = in_file && line != "@end";
            parts.push_back({line, std::nullopt});
        } else if (line.starts_with("$ ")) {
            finish(parts, step);
            step = Step{line.substr(2), {}, {}};
        } else if (step && !markdown && line.starts_with("< ")) {
            step->input.push_back(line.substr(2));
        } else if (step && (markdown || !begins_part(line))) {
            step->expected.push_back(line);
        } else {
            finish(parts, step);
            in_file = line.starts_with("@file");
            parts.push_back({line, std::nullopt});
        }
    }
    finish(parts, step);
    return parts;
}

std::string write_transcript(const std::vector<Part>& parts) {
    std::string text;
    for (const Part& part : parts) {
        if (!part.step) {
            text += part.line + "\n";
            continue;
        }
        text += "$ " + part.step->command + "\n";
        for (const std::string& line : part.step->input) {
            text += "< " + line + "\n";
        }
        for (const std::string& line : part.step->expected) {
            text += line + "\n";
        }
    }
    return text;
}

std::vector<std::string> shell_words(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    bool any = false;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != '\'' && c == '\\' && i + 1 < line.size()) {
            word += line[++i];
            any = true;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
            any = true;
        } else if (quote == c && quote != 0) {
            quote = 0;
        } else if (quote == 0 && c == ' ') {
            if (any) {
                words.push_back(std::exchange(word, ""));
            }
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (quote != 0) {
        throw std::runtime_error("an open quote in: " + std::string(line));
    }
    if (any) {
        words.push_back(word);
    }
    return words;
}

} // namespace jiezhuan::testing
