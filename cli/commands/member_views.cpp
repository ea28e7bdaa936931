// Looking at members: nothing here changes anything, except that a reveal is recorded.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/record_options.hpp"
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/service/members/member_history.hpp"
#include "jiezhuan/service/members/member_search.hpp"
#include "jiezhuan/service/members/member_view.hpp"
#include "jiezhuan/service/members/members.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

constexpr std::int64_t kFoundShown = 50;
constexpr std::size_t kLastFour = 4;

Result<CitizenId> citizen_id_given(Context& context) {
    constexpr std::array<std::string_view, 1> kId = {"citizen_id"};
    JZ_TRY(values, values_given(context, kId));
    if (values.empty()) {
        return CitizenId();
    }
    const ReadCitizenId read = read_citizen_id(values.begin()->second, context.env().today());
    if (read.problem != CitizenIdProblem::none) {
        return fail(Exit::usage, Text{"读到的不是有效的公民身份号码", "what was read is no valid citizen ID number"},
                    Text{"核对身份证原件后重新输入", "check the card and type it again"});
    }
    return read.id;
}

Result<std::string> last_four_given(const Args& args) {
    std::string last = args.text_or("--last4", "");
    std::transform(last.begin(), last.end(), last.begin(), [](char c) { return c == 'x' ? 'X' : c; });
    const bool shape = last.size() == kLastFour && all_ascii_digits(last.substr(0, kLastFour - 1)) &&
                       (last.back() == 'X' || all_ascii_digits(last.substr(kLastFour - 1)));
    if (!last.empty() && !shape) {
        return fail(Exit::usage, Text{"--last4 要号码的后四位", "--last4 takes the last four characters"},
                    Text{"例如 --last4 002X", "for example --last4 002X"});
    }
    return last;
}

Result<OrgId> branch_given(const Args& args, const OrgDirectory& organisations) {
    const auto words = args.text("--branch");
    return words ? organisations.resolve(*words, OrgDirectory::Where::ours) : Result<OrgId>(OrgId());
}

// Where not everything that was found is shown, that is said.
void say_how_many(Document& document, const FoundMembers& found) {
    const auto shown = static_cast<std::int64_t>(found.members.size());
    document.headline = shown == found.total
                            ? say({"{} 名", "{} found"}, found.total)
                            : say({"共 {} 名，只列出前 {} 名", "{} found, the first {} are shown"}, found.total, shown);
}

void note_members(const FoundMembers& found, std::vector<MemberId>& members) {
    for (const Member& member : found.members) {
        members.push_back(member.id);
    }
}

Result<Answer> find(Context& context) {
    const Args& args = context.args();
    MemberFilter filter;
    JZ_TRY(id, citizen_id_given(context));
    JZ_TRY(last, last_four_given(args));
    filter.citizen_id = id;
    filter.last_four = last;
    filter.name = args.text_or("--name", "");
    filter.birth = args.date("--birth").value_or(Date());
    filter.phone_end = args.text_or("--phone", "");
    filter.limit = args.number("--limit").value_or(kFoundShown);
    const bool something = !filter.name.empty() || !filter.birth.empty() || !filter.citizen_id.empty() ||
                           !filter.last_four.empty() || !filter.phone_end.empty() || args.given("--branch");
    if (!something) {
        return fail(Exit::usage, Text{"没有写按什么查", "it is not said what to look for"},
                    Text{"例如 jiezhuan member find --name 李 --birth 1955-06",
                         "for example jiezhuan member find --name 李 --birth 1955-06"});
    }
    if (!filter.phone_end.empty() && !all_ascii_digits(filter.phone_end)) {
        return fail(Exit::usage,
                    Text{"--phone 要电话的最后几位数字", "--phone takes the last digits of the telephone"});
    }
    return look_at_private(context, [&](View& view, std::vector<MemberId>& members) -> Result<Answer> {
        JZ_TRY(branch, branch_given(args, view.organisations));
        filter.branch = branch;
        JZ_TRY(found, search_members(view.ledger, view.organisations, filter));
        note_members(found, members);
        Answer answer;
        answer.document.schema = "member.find";
        answer.exit = found.total == 0 ? Exit::answer_is_no : Exit::done;
        say_how_many(answer.document, found);
        answer.document.sections = {member_rows(found, view.organisations,
                                                {"id", "name", "birth", "citizen_id", "phone", "standing", "branch"},
                                                context.reveal())};
        if (found.total == 1) {
            const std::string show = "jiezhuan member show " + found.members.front().id.text();
            answer.document.next.emplace_back(show, show);
        }
        return answer;
    });
}

Result<Answer> list(Context& context) {
    return look_at_private(context, [&](View& view, std::vector<MemberId>& members) -> Result<Answer> {
        const Args& args = context.args();
        MemberFilter filter;
        JZ_TRY(branch, branch_given(args, view.organisations));
        filter.branch = branch;
        filter.standings = args.codes<Standing>("--standing");
        filter.categories = args.codes<Category>("--category");
        filter.stages = args.codes<Stage>("--stage");
        filter.limit = args.number("--limit").value_or(0);
        if (filter.standings.empty() && !args.flag("--all")) {
            filter.standings = roster_standings();
        }
        JZ_TRY(found, search_members(view.ledger, view.organisations, filter));
        note_members(found, members);
        Answer answer;
        answer.document.schema = "member.list";
        say_how_many(answer.document, found);
        std::vector<std::string_view> fields = {"id",    "name",     "sex",      "birth",
                                                "stage", "category", "standing", "branch"};
        if (context.reveal()) { // masked they would only take the room of what tells people apart
            fields.insert(fields.end(), {"citizen_id", "phone"});
        }
        answer.document.sections = {member_rows(found, view.organisations, fields, context.reveal())};
        if (found.total == 0 && args.given("--branch")) {
            JZ_TRY(hosted, hosted_instead(view.ledger, view.organisations, filter));
            answer.document.next = std::move(hosted);
        }
        return answer;
    });
}

Result<Answer> show(Context& context) {
    const auto look = [&](View& view, std::vector<MemberId>& members) -> Result<Answer> {
        JZ_TRY(member, member_called(view.ledger, context.args().required("member")));
        members.push_back(member.id);
        JZ_TRY(document,
               member_document(view.ledger, view.organisations, view.profile, member, view.as_of, context.reveal()));
        Answer answer;
        answer.exit = context.args().given("--fail-on") ? context.verdict(document.findings) : Exit::done;
        answer.document = std::move(document);
        return answer;
    };
    return look_at_private(context, look);
}

Result<Answer> history(Context& context) {
    return look_at_private(context, [&](View& view, std::vector<MemberId>& members) -> Result<Answer> {
        JZ_TRY(member, member_called(view.ledger, context.args().required("member")));
        members.push_back(member.id);
        JZ_TRY(sections, history_of(view.ledger, view.organisations, member, context.reveal()));
        Answer answer;
        answer.document.schema = "member.history";
        answer.document.headline = say({"{} 的全部经过", "everything that happened to {}"}, subject_of(member));
        answer.document.sections = std::move(sections);
        return answer;
    });
}

constexpr OptionRow kMember = {
    "member", OptionType::text, {"党员编号，如 M12", "the member, like M12"}, true, false, nullptr, "M…"};
constexpr OptionRow kBranch = {
    "--branch",
    OptionType::text,
    {"党组织（代码、名称或编号）及其下级", "an organisation (code, name or id), and all below"}};
constexpr std::array kOne = {kMember};
constexpr std::array kFind = {
    OptionRow{"--name",
              OptionType::text,
              {"姓名或其中几个字，或拼音、首字母", "the name or a part of it, or its pinyin or initials"}},
    OptionRow{"--birth", OptionType::period, {"出生年、年月或日期", "year, month or day of birth"}},
    OptionRow{"--last4",
              OptionType::text,
              {"公民身份号码后四位", "the last four of the ID number"},
              false,
              false,
              nullptr,
              "NNNN"},
    OptionRow{"--id",
              OptionType::text,
              {"公民身份号码；只写“-”，从标准输入读", "citizen ID number; '-' reads it from standard input"},
              false,
              false,
              nullptr,
              "-"},
    OptionRow{"--phone",
              OptionType::text,
              {"联系电话的最后几位", "the last digits of the telephone"},
              false,
              false,
              nullptr,
              "DIGITS"},
    kBranch,
    OptionRow{"--limit", OptionType::number, {"最多列出几名，默认 50", "show at most so many; default 50"}},
};
constexpr std::array kList = {
    kBranch,
    OptionRow{"--standing",
              OptionType::code,
              {"归属状态，默认在册和在途", "standing; default home and in_transit"},
              false,
              true,
              code_table<Standing>},
    OptionRow{"--all", OptionType::flag, {"不论归属状态", "whatever the standing"}},
    OptionRow{"--category", OptionType::code, {"人员类别", "category"}, false, true, code_table<Category>},
    OptionRow{"--stage", OptionType::code, {"正式或预备", "stage"}, false, true, code_table<Stage>},
    OptionRow{"--limit", OptionType::number, {"最多列出几名", "show at most so many"}},
};
constexpr std::array kFindExamples = {
    Example{"jiezhuan member find --name 李 --birth 1955-06", {"按姓名和出生年月", "by name and birth"}},
    Example{"jiezhuan member find --id -", {"按公民身份号码，从键盘读", "by ID number, which is asked for"}},
};
constexpr std::array kListExamples = {
    Example{"jiezhuan member list --branch 江滨社区党委", {"江滨社区及其下级的党员", "the members of a community"}},
    Example{"jiezhuan member list --category retired --format csv --output 退休党员.csv",
            {"退休党员名单", "the retired members, as a file"}},
};
constexpr std::array kShowExamples = {
    Example{"jiezhuan member show M12", {"一名党员的全部情况", "all about a member"}},
    Example{"jiezhuan member show M12 --reveal --purpose 核对介绍信",
            {"显示完整号码，用途记入账本", "with the numbers in full; the purpose is kept"}},
};
constexpr std::array kHistoryExamples = {
    Example{"jiezhuan member history M12", {"什么时候谁办了什么，改了什么", "when, who, what, and what changed"}},
    Example{"jiezhuan member history M12 --format json", {"供脚本读取", "for a script"}},
};

const std::array kRows = {
    CommandRow{"member", "find", {"查找党员", "find a member"}, Access::reads, kFind, kFindExamples, find},
    CommandRow{"member", "list", {"列出党员", "list members"}, Access::reads, kList, kListExamples, list},
    CommandRow{"member", "show", {"查看一名党员", "show a member"}, Access::reads, kOne, kShowExamples, show},
    CommandRow{"member",
               "history",
               {"一名党员的全部经过", "everything that happened to a member"},
               Access::reads,
               kOne,
               kHistoryExamples,
               history},
};

} // namespace

CommandTable member_view_commands() { return kRows; }

} // namespace jiezhuan::cli
