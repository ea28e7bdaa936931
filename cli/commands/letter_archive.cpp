// letter archive.
#include "jiezhuan/service/letters/letter_archive.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/letter_common.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/report/record_rows.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::int64_t kLastPage = 99'999;

Result<Answer> archive(Context& context) {
    const Args& args = context.args();
    ArchiveInput input{args.required("--volume"), args.number("--page").value(), args.text_or("--reason", "")};
    if (trimmed(input.volume).empty()) {
        return fail(Exit::usage, Text{"没有写卷号", "the volume is missing"},
                    Text{"例如 --volume 2026-组-3", "for example --volume 2026-3"});
    }
    return act(context, [&](Work& work) -> Result<Answer> {
        Tally tally;
        std::vector<LetterId> ids;
        for (const std::string& words : args.texts("letter")) {
            JZ_TRY(letter, find_letter(work.ledger, words));
            JZ_TRY(outcome, archive_letter(work, letter.id, input));
            tally.add(std::move(outcome));
            ids.push_back(letter.id);
            ++input.page; // one on a page, one after the other
        }
        const bool stands = tally.stands(false);
        Answer answer = answer_of("letter.archive", std::move(tally), false, {"归档介绍信", "letters archived"});
        if (!stands) {
            return answer;
        }
        std::vector<Letter> letters;
        for (const LetterId id : ids) {
            JZ_TRY(stored, work.ledger.letter(id));
            letters.push_back(std::move(*stored));
        }
        answer.document.sections.push_back(list_of<Letter>(
            {"id", "no", "name", "state", "archive_volume", "archive_page", "archived_on"}, letters, false));
        answer.document.sections.back().id = "letters";
        return answer;
    });
}

constexpr std::array kArchive = {
    OptionRow{"letter",
              OptionType::text,
              {"介绍信的编号，或 L88；几份的，一页一份，依次往后",
               "letters: their numbers, or L88; several lie on one page each, one after the other"},
              true,
              true,
              nullptr,
              "L…"},
    OptionRow{"--volume", OptionType::text, {"卷号", "the volume"}, true},
    OptionRow{"--page", OptionType::number, {"页号", "the page"}, true, false, nullptr, {}, kLastPage},
    OptionRow{"--reason", OptionType::text, {"改放别处的原因", "why it lies elsewhere than was recorded"}},
};
constexpr std::array kExamples = {
    Example{"jiezhuan letter archive 20260012 --volume 2026-组-3 --page 12",
            {"存根和回执归档", "stub and receipt are put away"}},
    Example{"jiezhuan letter archive 20260013 20260014 20260015 --volume 2026-组-3 --page 13",
            {"三份，依次在第 13、14、15 页", "three, on pages 13, 14 and 15"}}};
const std::array kRows = {
    CommandRow{"letter",
               "archive",
               {"存根和回执归档", "where stub and receipt lie"},
               Access::writes,
               kArchive,
               kExamples,
               archive},
};

} // namespace

CommandTable letter_archive_commands() { return kRows; }

} // namespace jiezhuan::cli
