#include "cli/commands/letter_common.hpp"

#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/shell.hpp"
#include "jiezhuan/base/text.hpp"

namespace jiezhuan::cli {

void Tally::add(Outcome outcome) {
    (outcome.refused ? refused : outcome.already ? already : done) += 1;
    for (Finding& finding : outcome.findings) {
        findings.push_back(std::move(finding));
    }
}

Exit Tally::exit(bool allow_partial) const {
    return refused == 0 ? Exit::done : allow_partial && done > 0 ? Exit::partly_applied : Exit::refused;
}

Answer answer_of(std::string schema, Tally tally, bool allow_partial, Text verb) {
    Answer answer;
    answer.exit = tally.exit(allow_partial);
    answer.document.schema = std::move(schema);
    sort_findings(tally.findings);
    answer.document.findings = std::move(tally.findings);
    if (!tally.stands(allow_partial)) {
        const std::size_t others = tally.done + tally.already;
        answer.document.headline = others == 0
                                       ? Message(Text{"未办理，账本没有变化", "not done; the ledger is as it was"})
                                       : say({"{} 件不能办，因此都没有办，账本没有变化",
                                              "{} cannot be done, so none was; the ledger is as it was"},
                                             tally.refused);
        return answer;
    }
    if (tally.done + tally.refused == 0) {
        answer.document.headline = tally.already == 0 ? Text{"没有要办的", "there is nothing to do"}
                                                      : Text{"此前已办理，没有变化", "done before; nothing changed"};
        return answer;
    }
    std::string zh = fmt::format("{} {} 份", verb.zh, tally.done);
    std::string en = fmt::format("{}: {}", verb.en, tally.done);
    if (tally.already > 0) {
        zh += fmt::format("，此前已办 {} 份", tally.already);
        en += fmt::format(", done before: {}", tally.already);
    }
    if (tally.refused > 0) {
        zh += fmt::format("，不能办 {} 份", tally.refused);
        en += fmt::format(", refused: {}", tally.refused);
    }
    answer.document.headline = Message(std::move(zh), std::move(en));
    return answer;
}

Result<void> PrintedPages::prepare(const std::string& path, std::string pages) {
    path_ = path;
    pages_ = std::move(pages);
    if (!file_exists(path)) {
        return {};
    }
    const auto content = read_file(path, std::max<std::uint64_t>(pages_.size(), 1)); // what cannot be read is another
    there_ = content && *content == pages_;
    if (there_) {
        return {};
    }
    return fail(Exit::usage,
                say({"文件“{}”已经存在，内容不同", "there is a file '{}' with other content"}, printable(path)),
                Text{"换一个文件名；没有办理任何事项", "take another name; nothing was done"});
}

Result<void> PrintedPages::check(const std::optional<std::string>& path) {
    if (!path) {
        return {};
    }
    JZ_CHECK(format_of_file(*path));
    if (const auto kind = no_file_but(*path)) {
        return fail(Exit::usage,
                    say({"“{}”{}，不能打印到这里", "'{}' {}: nothing is printed there"}, printable(*path), *kind),
                    Text{"换一个文件名；没有办理任何事项", "take another name; nothing was done"});
    }
    return check_writable(*path);
}

void PrintedPages::write(const std::string& again, Answer& answer) const {
    if (path_.empty()) {
        return;
    }
    if (auto written = there_ ? Result<void>() : write_file(path_, pages_, IfExists::refuse); !written) {
        answer.afterwards = not_written(std::move(written.error()), again);
        return;
    }
    answer.document.headline.zh += fmt::format("；已打印到“{}”", printable(path_));
    answer.document.headline.en += fmt::format("; printed to '{}'", printable(path_));
}

Error PrintedPages::not_written(Error why, const std::string& again) const {
    why.code = Exit::outcome_unknown;
    why.context.emplace_back(
        Text{"账本已按要求写好，只是没有打印出来", "the ledger was written as asked; only the pages were not"});
    why.hint = say({"再打印：{} --output {}", "print them: {} --output {}"}, again, shell_word(printable(path_)));
    return why;
}

std::string command_on(std::string command, const std::vector<LetterId>& letters) {
    for (const LetterId letter : letters) {
        command += " " + letter.text();
    }
    return command;
}

std::string print_command(LetterPaper paper, const std::vector<LetterId>& letters) {
    return command_on(paper == LetterPaper::receipt ? "jiezhuan letter print --paper receipt" : "jiezhuan letter print",
                      letters);
}

namespace {

constexpr CodeRow kFormatRows[] = {{1, "text", {"文本", "text"}, "txt|文本"},
                                   {2, "html", {"网页", "HTML"}, "htm|网页"}};
constexpr CodeRow kPaperRows[] = {{1, "letter", {"介绍信", "letter"}, "介绍信"},
                                  {2, "receipt", {"回执联", "receipt"}, "回执"}};

} // namespace

const CodeTable& letter_formats() {
    static constexpr CodeTable kTable{"letter_format", {"打印格式", "form of the pages"}, kFormatRows};
    return kTable;
}
const CodeTable& letter_papers() {
    static constexpr CodeTable kTable{"letter_paper", {"哪一联", "which paper"}, kPaperRows};
    return kTable;
}

} // namespace jiezhuan::cli
