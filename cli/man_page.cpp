#include "cli/man_page.hpp"

#include "cli/help.hpp"
#include "cli/help_parts.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace jiezhuan::cli {
namespace {

// Text as roff prints it: no letter of it is an instruction.
std::string plain(std::string_view text) {
    std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const char c : text) {
        out += c == '\\' ? "\\e" : c == '-' ? "\\-" : c == '\n' ? " " : std::string(1, c);
    }
    return out;
}

class Page {
  public:
    Page(std::string_view name, std::string_view summary, Lang lang) : lang_(lang) {
        std::string title(name);
        std::transform(title.begin(), title.end(), title.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        out_ = fmt::format(".\\\" made from the command table\n.TH {} 1 \"\" \"{}\" \"jiezhuan\"\n", plain(title),
                           plain(version_line()));
        section({"名称", "NAME"});
        line(fmt::format("{} \\- {}", plain(name), plain(summary)));
    }

    void section(Text title) { out_ += fmt::format(".SH {}\n", title.in(lang_)); }
    void subsection(std::string_view title) { out_ += fmt::format(".SS {}\n", plain(title)); }
    void text(std::string_view text) { line(plain(text)); }
    void paragraph(std::string_view words) {
        out_ += ".PP\n";
        text(words);
    }
    // A word in bold, and beside it what it is.
    void entry(std::string_view word, std::string_view what) {
        out_ += fmt::format(".TP\n\\fB{}\\fR\n", plain(word));
        text(what);
    }
    void example(const Example& row) {
        paragraph(row.what.in(lang_));
        out_ += ".RS 4\n.nf\n";
        text(row.line);
        out_ += ".fi\n.RE\n";
    }
    std::string take() && { return std::move(out_); }

  private:
    void line(std::string_view ready) { out_ += fmt::format("{}\n", ready); }

    Lang lang_;
    std::string out_;
};

void add_options(Page& page, std::span<const OptionRow> options, Lang lang) {
    for (const OptionRow& option : options) {
        page.entry(option_label(option, lang), option_text(option, lang));
    }
}

void add_command(Page& page, const CommandRow& row, Lang lang) {
    page.subsection(fmt::format("jiezhuan {}", name_of(row)));
    page.text(row.summary.in(lang));
    page.paragraph(usage_line(row, lang));
    add_options(page, row.options, lang);
    for (const Example& example : row.examples) {
        page.example(example);
    }
}

void add_shared_options(Page& page, const std::vector<const CommandRow*>& rows, Lang lang) {
    const auto some = [&](Access access) {
        return std::any_of(rows.begin(), rows.end(), [&](const CommandRow* row) { return row->access == access; });
    };
    if (some(Access::writes)) {
        page.section({"写入时的选项", "OPTIONS FOR WRITING"});
        add_options(page, writing_options(), lang);
    }
    if (some(Access::reads)) {
        page.section({"读取时的选项", "OPTIONS FOR READING"});
        add_options(page, reading_options(), lang);
    }
    page.section({"通用选项", "COMMON OPTIONS"});
    add_options(page, common_options(), lang);
}

void add_exits(Page& page, Lang lang) {
    page.section({"退出码", "EXIT STATUS"});
    for (const ExitLine& line : exit_lines()) {
        page.entry(line.codes, line.meaning.in(lang));
    }
}

void add_others(Page& page, CommandTable table, std::string_view but) {
    page.section({"参见", "SEE ALSO"});
    std::string all = but.empty() ? "" : "jiezhuan(1)";
    for (const std::string_view noun : nouns_with_pages(table)) {
        if (noun != but) {
            all += fmt::format("{}{}(1)", all.empty() ? "" : ", ", page_name(noun));
        }
    }
    page.text(all);
}

} // namespace

std::vector<std::string_view> nouns_with_pages(CommandTable table) {
    std::vector<std::string_view> nouns;
    for (const CommandRow& row : table) {
        if (std::find(nouns.begin(), nouns.end(), row.noun) == nouns.end()) {
            nouns.push_back(row.noun);
        }
    }
    return nouns;
}

std::string page_name(std::string_view noun) { return noun.empty() ? "jiezhuan" : fmt::format("jiezhuan-{}", noun); }

std::string man_page(CommandTable table, std::string_view noun, Lang lang) {
    std::vector<const CommandRow*> rows;
    for (const CommandRow& row : table) {
        if (row.noun == noun) {
            rows.push_back(&row);
        }
    }
    Page page(page_name(noun), noun_summary(table, noun, lang), lang);
    page.section({"命令", "COMMANDS"});
    for (const CommandRow* row : rows) {
        add_command(page, *row, lang);
    }
    add_shared_options(page, rows, lang);
    add_exits(page, lang);
    add_others(page, table, noun);
    return std::move(page).take();
}

std::string program_man_page(CommandTable table, Lang lang) {
    Page page(page_name(""), Text("党员组织关系接转", "transfer of Party members' organisational relations").in(lang),
              lang);
    page.section({"用法", "SYNOPSIS"});
    page.text(Text("jiezhuan <名词> <动词> [选项]", "jiezhuan <noun> <verb> [options]").in(lang));
    page.section({"命令", "COMMANDS"});
    for (const std::string_view noun : nouns_with_pages(table)) {
        page.entry(noun, noun_summary(table, noun, lang));
    }
    page.section({"通用选项", "COMMON OPTIONS"});
    add_options(page, common_options(), lang);
    add_exits(page, lang);
    add_others(page, table, "");
    return std::move(page).take();
}

} // namespace jiezhuan::cli
