#include "cli/output.hpp"

#include "cli/free_names.hpp"
#include "jiezhuan/base/files.hpp"
#include "jiezhuan/base/text.hpp"

#include <ostream>

namespace jiezhuan::cli {
namespace {

std::string out_of_memory_words = "jiezhuan: 内存不足 out of memory\n"; // until the arguments are known

// Findings that the text on standard output has no room for, and what is said beside a text for people.
std::string beside(const Answer& answer, const Output::Options& options) {
    if (speaks_json(options.render.format)) {
        return "";
    }
    const bool only_text = answer.text.has_value();
    std::string said;
    if (only_text && !answer.document.headline.empty()) {
        said += answer.document.headline.in(options.render.lang) + "\n";
    }
    if (only_text || options.render.format == Format::csv) {
        said += render_findings(answer.document.findings, options.render);
    }
    if (only_text) {
        for (const Message& next : answer.document.next) {
            said += next.in(options.render.lang) + "\n";
        }
    }
    return said;
}

} // namespace

// A text for people (a letter) stands for itself, unless a program asks.
bool Output::as_document(const Answer& answer) const {
    return !answer.text || (speaks_json(options_.render.format) && !answer.document.schema.empty());
}

Result<std::string> Output::rendered(const Document& document) const {
    auto text = render(document, options_.render);
    if (!text && options_.form_is_habit && options_.render.format == Format::csv) {
        RenderOptions as_table = options_.render;
        as_table.format = Format::table;
        return render(document, as_table);
    }
    return text;
}

Result<void> Output::check(const Answer& answer) const {
    if (as_document(answer)) {
        JZ_CHECK(rendered(answer.document));
    }
    return {};
}

Exit Output::deliver(Answer answer, Wrote wrote) {
    offer_free_names(answer.document);
    if (options_.quiet) {
        answer.document.headline = {};
        answer.document.next.clear();
    }
    std::string text;
    if (!as_document(answer)) {
        text = *answer.text;
    } else if (auto whole = rendered(answer.document); whole) {
        text = std::move(*whole);
    } else {
        return wrote == Wrote::committed ? undelivered(std::move(whole.error()), answer, wrote) : report(whole.error());
    }
    remark(beside(answer, options_));
    if (options_.file.empty()) {
        const Exit printed = print(text);
        return answer.afterwards ? report(*answer.afterwards) : printed == Exit::done ? answer.exit : printed;
    }
    if (auto written = write_file(options_.file, text, IfExists::refuse); !written) {
        if (wrote == Wrote::committed) { // what was done is said all the same
            static_cast<void>(print(text));
        }
        return undelivered(std::move(written.error()), answer, wrote);
    }
    if (!options_.quiet) {
        remark(say({"已写入“{}”\n", "written to '{}'\n"}, printable(options_.file)).in(lang()));
    }
    return answer.afterwards ? report(*answer.afterwards) : answer.exit;
}

Exit Output::undelivered(Error why, const Answer& answer, Wrote wrote) {
    const Exit cause = why.code;
    why.code = Exit::outcome_unknown;
    why.context.emplace_back(
        wrote == Wrote::committed ? Text("账本已按要求写好，只是报告没有送达",
                                         "the ledger was written as asked; only the report was not delivered")
        : wrote == Wrote::nothing ? Text("什么也没有办理，账本没有变化；报告也没有送达",
                                         "nothing was done, the ledger is as it was; nor was the report delivered")
                                  : Text("报告没有送达", "the report was not delivered"));
    if (why.hint.empty() || cause != Exit::usage) {
        why.hint = Text{"再运行一次同样的命令，结果不会重复", "run the same command again: nothing happens twice"};
    }
    if (wrote == Wrote::nothing &&
        options_.render.format == Format::table) { // why not, which the report would have said
        remark(render_findings(answer.document.findings, options_.render));
    }
    return report(why);
}

Exit Output::print(std::string_view text) {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    out_.flush();
    if (out_) {
        return Exit::done;
    }
    return report(Error{Exit::outcome_unknown,
                        Text{"结果没有全部写到标准输出", "the result was not fully written to standard output"},
                        Text{"再运行一次同样的命令，结果不会重复", "run the same command again: nothing happens twice"},
                        {},
                        {}});
}

Exit Output::report(const Error& error) {
    Error said = error;
    said.hint = with_free_names(said.hint);
    remark(render_error(said, options_.render));
    return error.code;
}

void Output::remark(std::string_view text) {
    err_.write(text.data(), static_cast<std::streamsize>(text.size()));
    err_.flush();
}

void Output::prompt(const Message& question) { remark(question.in(lang())); }

void Output::progress(const Message& doing, std::uint64_t done, std::uint64_t total) {
    if (!err_is_terminal_ || options_.quiet || speaks_json(options_.render.format)) {
        return;
    }
    constexpr std::string_view kWipe = "\r\x1b[K";
    remark(done >= total ? std::string(kWipe) : fmt::format("{}{} {}/{}", kWipe, doing.in(lang()), done, total));
}

Exit report_bug(std::ostream& err, std::string_view what, Lang lang) {
    const Message message = say(
        {"程序内部错误：{}\n请把这一行和所用的命令（去掉个人信息）报告给开发者，并运行 jiezhuan ledger verify\n",
         "internal error: {}\nPlease report this line and the command used, without personal data, and run jiezhuan "
         "ledger verify\n"},
        printable(what));
    err << message.in(lang);
    err.flush();
    return Exit::internal;
}

void prepare_for_no_memory(const RenderOptions& options) {
    out_of_memory_words = render_error(Error{Exit::out_of_memory, {}, {}, {}, {}}, options);
}

std::string_view no_memory_words() { return out_of_memory_words; }

Exit report_no_memory(std::ostream& err) {
    err << no_memory_words();
    err.flush();
    return Exit::out_of_memory;
}

} // namespace jiezhuan::cli
