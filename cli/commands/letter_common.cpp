#include "cli/commands/letter_common.hpp"

#include "jiezhuan/base/files.hpp"
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

Result<void> PrintedPages::write(const std::string& again) const {
    if (path_.empty() || there_) {
        return {};
    }
    auto written = write_file(path_, pages_, IfExists::refuse);
    if (written) {
        return {};
    }
    written.error().code = Exit::outcome_unknown;
    written.error().context.emplace_back(
        Text{"账本已按要求写好，只是没有打印出来", "the ledger was written as asked; only the pages were not"});
    written.error().hint = say({"再打印：{}", "print them: {}"}, again);
    return fail(std::move(written.error()));
}

std::optional<Message> PrintedPages::said() const {
    if (path_.empty()) {
        return std::nullopt;
    }
    return say({"已打印到“{}”", "printed to '{}'"}, printable(path_));
}

void PrintedPages::say_in(Answer& answer) const {
    if (const auto where = said()) {
        answer.document.headline.zh += "；" + where->zh;
        answer.document.headline.en += "; " + where->en;
    }
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
