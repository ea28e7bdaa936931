// What changes the roster, one person at a time.
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"
#include "cli/record_options.hpp"
#include "jiezhuan/service/members/member_marks.hpp"
#include "jiezhuan/service/members/members.hpp"

#include <array>

namespace jiezhuan::cli {
namespace {

Message show_command(MemberId id) { return say({"jiezhuan member show {}", "jiezhuan member show {}"}, id.text()); }

Result<Answer> add(Context& context) {
    JZ_TRY(values, values_given(context, registered_fields()));
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(outcome, add_member(work, values));
        const MemberId created{outcome.created};
        Answer answer = answer_of("member.add", std::move(outcome), {});
        if (created) {
            JZ_TRY(member, member_called(work.ledger, created.text()));
            answer.document.headline = say({"已登记 {}，所在党组织：{}", "registered {} at {}"}, subject_of(member),
                                           work.organisations.path_of(member.branch));
            answer.document.next = {show_command(created)};
        }
        return answer;
    });
}

using Change = Result<Outcome> (*)(Work&, MemberId, const FieldValues&, const std::string&);

Result<Outcome> changing(Work& work, MemberId id, const FieldValues& values, const std::string&) {
    return change_member(work, id, values);
}

Result<Answer> edit(Context& context, std::span<const std::string_view> fields, Change change, std::string reason,
                    Text done) {
    JZ_TRY(values, values_given(context, fields));
    if (values.empty()) {
        return fail(
            Exit::usage, Text{"没有写要改哪一项", "it is not said what to change"},
            say({"看有哪些：jiezhuan {} --help", "see what there is: jiezhuan {} --help"}, name_of(context.command())));
    }
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(member, member_called(work.ledger, context.args().required("member")));
        JZ_TRY(outcome, change(work, member.id, values, reason));
        JZ_TRY(now, member_called(work.ledger, member.id.text()));
        const Message headline(fmt::format("{}：{}", subject_of(now), done.zh),
                               fmt::format("{}: {}", subject_of(now), done.en));
        const std::string schema = "member." + std::string(context.command().verb);
        return answer_of(schema, std::move(outcome), headline);
    });
}

Result<Answer> change(Context& context) {
    return edit(context, changeable_fields(), changing, "", {"已变更", "changed"});
}

Result<Answer> correct(Context& context) {
    return edit(context, correctable_fields(), correct_member, context.args().required("--reason"),
                {"已更正", "corrected"});
}

Result<Answer> mark(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const Args& args = context.args();
        MarkInput input;
        input.mark = args.code<Mark>("--as").value();
        input.basis = args.text_or("--basis", "");
        input.decided_by = args.text_or("--decided-by", "");
        input.until = args.date("--until").value_or(Date());
        input.cause = args.code<LossCause>("--cause").value_or(LossCause::none);
        input.purpose = args.code<AbroadPurpose>("--purpose").value_or(AbroadPurpose::none);
        input.last_contact = args.date("--last-contact").value_or(Date());
        const Mark what = input.mark;
        JZ_TRY(member, member_called(work.ledger, args.required("member")));
        JZ_TRY(outcome, mark_member(work, member.id, input));
        const Message headline(fmt::format("{}：已登记“{}”", subject_of(member), code_title(what).zh),
                               fmt::format("{}: marked '{}'", subject_of(member), code_title(what).en));
        return answer_of("member.mark", std::move(outcome), headline);
    });
}

constexpr OptionRow kMember = {
    "member", OptionType::text, {"党员编号，如 M12", "the member, like M12"}, true, false, nullptr, "M…"};
constexpr std::array kMemberOnly = {kMember};
constexpr std::array kCorrectFirst = {
    kMember,
    OptionRow{"--reason", OptionType::text, {"为什么更正，记入账本", "why; kept in the ledger"}, true},
};
constexpr std::array kMark = {
    kMember,
    OptionRow{"--as", OptionType::code, {"登记什么", "what to record"}, true, false, code_table<Mark>},
    OptionRow{"--basis",
              OptionType::text,
              {"依据的文件或证明，如“街工委〔2026〕12号”", "the document it rests on"},
              true,
              false,
              nullptr,
              "DOC"},
    OptionRow{"--decided-by",
              OptionType::text,
              {"由谁决定，如“望江街道党工委”", "the organisation that decided"},
              false,
              false,
              nullptr,
              "ORG"},
    OptionRow{"--until",
              OptionType::date,
              {"留党察看、限期改正到哪一天", "the last day of probation within the Party, or of a rectification"}},
    OptionRow{"--cause",
              OptionType::code,
              {"失联原因（失联、因失联停止党籍）", "the cause of the loss of contact"},
              false,
              false,
              code_table<LossCause>},
    OptionRow{"--last-contact",
              OptionType::period,
              {"最近一次取得联系（失联、停止党籍、出国（境））",
               "when contact was last had (lost_contact, suspended, abroad)"}},
    OptionRow{"--purpose",
              OptionType::code,
              {"出国（境）事由", "why the member is abroad"},
              false,
              false,
              code_table<AbroadPurpose>},
};

std::span<const OptionRow> add_options() {
    static RecordOptions options{{}};
    options.add_fields<Member>(registered_fields());
    return options.rows();
}
std::span<const OptionRow> change_options() {
    static RecordOptions options{kMemberOnly};
    options.add_fields<Member>(changeable_fields());
    options.add(clear_option());
    return options.rows();
}
std::span<const OptionRow> correct_options() {
    static RecordOptions options{kCorrectFirst};
    options.add_fields<Member>(correctable_fields());
    options.add(clear_option());
    return options.rows();
}

constexpr std::array kAddExamples = {
    Example{"jiezhuan member add --name 王芳 --id - --stage full --admission 1985-07 --conversion 1986-07 "
            "--branch 江滨社区第一支部",
            {"登记一名组织关系在本单位的党员，号码从键盘读", "a member of ours; the ID number is asked for"}},
    Example{"jiezhuan member add --name 李明 --document-type officer_card --document-no 军字第12345号 --stage full",
            {"没有公民身份号码的，写其他证件", "somebody without an ID number"}},
};
constexpr std::array kChangeExamples = {
    Example{"jiezhuan member change M12 --on 2026-11-01 --employer 江南机械厂 --category employed",
            {"从这一天起换了单位", "a new employer from that day"}},
    Example{"jiezhuan member change M12 --last-contact 2026-11-05",
            {"与出国（境）的党员联系过", "in touch with a member who is abroad"}},
};
constexpr std::array kCorrectExamples = {
    Example{"jiezhuan member correct M12 --birth 1955-06-03 --reason 录入错误，已核对档案",
            {"出生日期原来就录错了", "the birth date was always wrong"}},
    Example{"jiezhuan member correct M12 --id - --reason 号码抄错一位，已核对身份证原件",
            {"更正公民身份号码", "correct the ID number"}},
};
constexpr std::array kMarkExamples = {
    Example{"jiezhuan member mark M12 --as died --on 2026-11-10 --basis 死亡医学证明",
            {"登记去世；未办结的转接一并撤回", "a death; an open transfer is withdrawn with it"}},
    Example{"jiezhuan member mark M12 --as lost_contact --cause working_away --last-contact 2026-03 "
            "--basis 支部排查记录2026-11",
            {"登记失联，最近联系在三月", "contact was lost, the last one in March"}},
};

const std::array kRows = {
    CommandRow{"member",
               "add",
               {"登记一名在册党员（转入的用 transfer open --kind in）",
                "register a member of ours (arrivals: transfer open --kind in)"},
               Access::writes,
               add_options(),
               kAddExamples,
               add},
    CommandRow{"member",
               "change",
               {"变更党员信息（从某日起）", "change what is so from a day on"},
               Access::writes,
               change_options(),
               kChangeExamples,
               change},
    CommandRow{"member",
               "correct",
               {"更正原来就记错的信息", "correct what was always wrong"},
               Access::writes,
               correct_options(),
               kCorrectExamples,
               correct},
    CommandRow{
        "member",
        "mark",
        {"登记去世、失联、出国、处分等及其依据", "record a death, a loss of contact, a decision, with its basis"},
        Access::writes,
        kMark,
        kMarkExamples,
        mark},
};

} // namespace

CommandTable member_commands() { return kRows; }

} // namespace jiezhuan::cli
