#include "jiezhuan/service/letters/letter_obstacles.hpp"

#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/model/transfer_paths.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/service/batches/whole_organisation.hpp"
#include "jiezhuan/service/batches/whole_views.hpp"
#include "jiezhuan/service/letters/letter_draft.hpp"
#include "jiezhuan/service/transfers/clerk_side.hpp"
#include "jiezhuan/service/transfers/next_step.hpp"
#include "jiezhuan/service/transfers/routes.hpp"
#include "jiezhuan/service/transfers/transfer_facts.hpp"
#include "jiezhuan/service/transfers/transfer_letters.hpp"
#include "jiezhuan/service/transfers/way_findings.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace jiezhuan {

Result<Findings> letter_obstacles(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                  const Transfer& transfer, const std::optional<Letter>& letter, const Member& member) {
    const bool presented = transfer.state == TransferState::presented || transfer.state == TransferState::verified;
    if (!letter || !presented) {
        return Findings();
    }
    JZ_TRY(facts, letter_facts(ledger, organisations, profile, *letter, member, transfer.presented_on));
    Findings findings = ask(letter_rules(), Moment::present, facts, "");
    std::erase_if(findings, [](const Finding& finding) { return finding.severity != Severity::error; });
    return findings;
}

const Finding* to_be_returned_for(const Findings& obstacles) {
    const auto found = std::find_if(obstacles.begin(), obstacles.end(), [](const Finding& finding) {
        const RuleText* rule = rule_named(finding.rule);
        return rule != nullptr && !rule->overridable;
    });
    return found == obstacles.end() ? nullptr : &*found;
}

void send_back_to_issuer(Findings& findings, TransferId id) {
    for (Finding& finding : findings) {
        const Message command =
            say({"jiezhuan transfer return {} --reason 原因", "jiezhuan transfer return {} --reason WHY"}, id.text());
        if (finding.rule == "RT-01" || finding.rule == "LT-21") {
            finding.fix =
                say({"退回原单位，由其改正后重新开具：{}", "return it to the issuer for a corrected one: {}"}, command);
        } else if (finding.rule == "RT-02") {
            finding.fix = say({"与原单位核对抬头；不应由本单位接收的，退回：{}",
                               "ask the issuer about the addressee; if it is not for us, return it: {}"},
                              command);
        } else if (finding.rule == "LT-02") {
            finding.fix = say({"先核对编号是否抄错；确实重复的，退回原单位重新开具：{}",
                               "see whether the number was miscopied; if it was used before, return it: {}"},
                              command);
        } else if (finding.rule == "LT-08") {
            finding.fix = say({"退回原单位补开：{}", "return it to the issuer for a new one: {}"}, command);
        }
    }
}

void name_addressee_anew(Findings& findings, const Transfer& transfer) {
    for (Finding& finding : findings) {
        if (finding.rule == "RT-01" && transfer.id) {
            finding.fix = say(
                {"{0}：jiezhuan transfer correct {1} --addressee 上级党组织 --reason 原因；权限登记错的："
                 "jiezhuan org change {2} --can-approve-probationary yes",
                 "{0}: jiezhuan transfer correct {1} --addressee ORG --reason WHY; where its authority is wrong in the "
                 "directory: jiezhuan org change {2} --can-approve-probationary yes"},
                finding.fix, transfer.id.text(), transfer.addressee.text());
        }
    }
}

void add_way_out(Findings& findings, const Transfer& transfer) {
    struct Way {
        std::string_view rule;
        Text option;
    };
    constexpr std::array kWays = {
        Way{"LT-01", {"--letter-no 编号", "--letter-no NUMBER"}},
        Way{"LT-02", {"--letter-no 编号", "--letter-no NUMBER"}},
        Way{"LT-04", {"--flaw sound", "--flaw sound"}},
        Way{"LT-05", {"--valid-days 天数", "--valid-days DAYS"}},
        Way{"LT-07", {"--valid-days 天数", "--valid-days DAYS"}},
        Way{"LT-08", {"--valid-days 天数", "--valid-days DAYS"}},
        Way{"LT-10", {"--dues 年月", "--dues YYYY-MM"}},
        Way{"LT-12", {"--addressee 抬头", "--addressee NAME"}},
        Way{"RT-01", {"--addressee 抬头", "--addressee NAME"}},
    };
    for (Finding& finding : findings) {
        const auto way =
            std::find_if(kWays.begin(), kWays.end(), [&](const Way& one) { return one.rule == finding.rule; });
        if (way == kWays.end() || finding.severity != Severity::error) {
            continue;
        }
        finding.fix = say({"我方漏记或记错的：jiezhuan transfer present {0} {1}；信上就是这样的，退回原单位：{2}",
                           "where we wrote it down wrongly: jiezhuan transfer present {0} {1}; where the paper is so, "
                           "back to its issuer: {2}"},
                          transfer.id.text(), way->option, step_command(Action::return_, transfer));
    }
}

namespace {

// Is there a letter to come that would lack where the member goes?
Result<bool> without_destination(Reading& ledger, const Transfer& transfer) {
    const bool without_letter = transfer.kind == TransferKind::within || transfer.channel == Channel::online ||
                                transfer.voucher == Voucher::activity_card;
    if (without_letter || says_destination(transfer)) {
        return false;
    }
    JZ_TRY(whole, whole_batch_of(ledger, transfer));
    return !whole;
}

// What the introduction letter says of the person and the record does not (组通字〔2006〕45号).
Findings without_person(const Transfer& transfer, const Member& member) {
    const bool introduced = (transfer.kind == TransferKind::out || transfer.kind == TransferKind::between) &&
                            transfer.channel != Channel::online;
    struct Needed {
        std::string_view field;
        bool there;
        Text value;
    };
    const Needed needed[] = {{"sex", member.sex != Sex::none, {"性别", "SEX"}},
                             {"ethnic", member.ethnic != Ethnic::none, {"民族", "GROUP"}}};
    Findings findings;
    for (const Needed& one : needed) {
        if (introduced && !one.there) {
            findings.push_back(
                state_finding(subject_of(transfer, member),
                              say({"介绍信缺：{}", "the letter will lack: {}"}, field_named<Member>(one.field)->title),
                              say({"jiezhuan member correct {} --{} {} --reason 漏填",
                                   "jiezhuan member correct {} --{} {} --reason REASON"},
                                  member.id.text(), one.field, one.value)));
        }
    }
    return findings;
}

} // namespace

Result<Findings> lacking_for_letter(Reading& ledger, const Transfer& transfer, const Member& member) {
    if (comes(transfer.kind) ||
        (transfer.state != TransferState::opened && transfer.state != TransferState::approved)) {
        return Findings();
    }
    Findings lacking;
    JZ_TRY(without, without_destination(ledger, transfer));
    if (without) {
        lacking.push_back(state_finding(
            subject_of(transfer, member),
            Text{"没有写去往单位，开介绍信时必填", "the unit the member goes to is not said: the letter needs it"},
            say({"jiezhuan transfer correct {} --destination 去往单位 --reason 漏填",
                 "jiezhuan transfer correct {} --destination UNIT --reason WHY"},
                transfer.id.text())));
    }
    for (Finding& missing : without_person(transfer, member)) {
        lacking.push_back(std::move(missing));
    }
    return lacking;
}

std::vector<Message> completing(const Findings& lacking) {
    std::vector<Message> commands;
    for (const Finding& one : lacking) {
        commands.push_back(say({"{}  # {}", "{}  # {}"}, one.fix, one.message));
    }
    return commands;
}

namespace {

// Of one of ours, what will forbid the letter or the sending: said before it is approved and typed.
Result<Findings> ahead_of_sending(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                                  const Transfer& transfer, const Member& member, Date on) {
    if (comes(transfer.kind) ||
        (transfer.state != TransferState::opened && transfer.state != TransferState::approved)) {
        return Findings();
    }
    JZ_TRY(facts, transfer_facts(ledger, organisations, profile, transfer, member, on));
    Findings findings = ask(transfer_rules(), Moment::send, facts, subject_of(transfer, member));
    std::erase_if(findings, [](const Finding& finding) { return finding.severity != Severity::error; });
    name_addressee_anew(findings, transfer);
    if (auto nameless = without_department(organisations, profile, transfer, subject_of(transfer, member))) {
        findings.push_back(std::move(*nameless));
    }
    JZ_TRY(lacking, lacking_for_letter(ledger, transfer, member));
    std::move(lacking.begin(), lacking.end(), std::back_inserter(findings));
    return findings;
}

// Overridable alone: a reason is enough. Else nobody is received on it: it was miscopied, or goes back.
std::vector<Message> commands_around(const OrgDirectory& organisations, const Findings& obstacles,
                                     const Transfer& transfer, const std::optional<Letter>& letter) {
    const bool ours = others_step(organisations, transfer, Action::receive) == nullptr;
    if (ours && to_be_returned_for(obstacles) != nullptr) {
        return {say({"{}  # 退回原单位，由其重新开具", "{}  # back to its issuer for a new one"},
                    step_command(Action::return_, transfer, letter)),
                say({"{}  # 我方记错的，照信上更正", "{}  # where we wrote it down wrongly"},
                    step_command(Action::present, transfer, letter))};
    }
    std::vector<Message> commands = next_commands(organisations, transfer, letter);
    if (ours && transfer.state == TransferState::verified) {
        Message accepted;
        for (const Finding& finding : obstacles) {
            accepted = say({"{0} --accept {1}=原因", "{0} --accept {1}=WHY"}, accepted, finding.rule);
        }
        commands.front() = say({"{}{}  # 写明原因，接收", "{}{}  # with the reason, receive"},
                               step_command(Action::receive, transfer, letter), accepted);
    }
    return commands;
}

} // namespace

Result<WayOn> way_on(Reading& ledger, const OrgDirectory& organisations, const Profile& profile,
                     const Transfer& transfer, Date on) {
    JZ_TRY(member, ledger.member(transfer.member));
    ensure_there(member.has_value(), lost::kMember);
    JZ_TRY(letter, letter_of(ledger, transfer));
    WayOn way;
    JZ_TRY(ahead, ahead_of_sending(ledger, organisations, profile, transfer, *member, on));
    JZ_TRY(obstacles, letter_obstacles(ledger, organisations, profile, transfer, letter, *member));
    const bool on_letter = !obstacles.empty() && !transfer.held();
    const std::optional<Letter> of_one = for_one(letter, *member);
    way.commands = on_letter ? commands_around(organisations, obstacles, transfer, of_one)
                             : next_commands(organisations, transfer, of_one);
    JZ_TRY(undecided, undecided_beside(ledger, letter));
    if (undecided > 0 && transfer.state == TransferState::assigned && !transfer.held()) {
        const NextStep first = decide_first(*letter, undecided);
        way.commands = {say({"{}  # {}", "{}  # {}"}, first.command, first.waits_for)};
    }
    JZ_TRY(lacking, lacking_for_letter(ledger, transfer, *member));
    const bool ready = transfer.state == TransferState::approved && !transfer.held() &&
                       others_step(organisations, transfer, Action::send) == nullptr;
    if (ready && !lacking.empty()) { // until then no letter is issued
        way.commands = completing(lacking);
    }
    send_back_to_issuer(obstacles, transfer.id);
    add_way_out(obstacles, transfer);
    way.obstacles = std::move(ahead);
    for (Finding& finding : way_findings(profile, transfer, letter, on, "")) {
        obstacles.push_back(std::move(finding));
    }
    for (Finding& finding : obstacles) {
        finding.subject = subject_of(transfer, *member);
        way.obstacles.push_back(std::move(finding));
    }
    for (Finding& finding : way.obstacles) {
        finding.severity = Severity::warning;
    }
    return way;
}

Result<void> say_way_on(Work& work, const Transfer& transfer, Document& document) {
    JZ_TRY(way, way_on(work.ledger, work.organisations, work.profile, transfer, work.on));
    for (Finding& finding : way.obstacles) {
        const bool said = std::any_of(document.findings.begin(), document.findings.end(), [&](const Finding& one) {
            return one.rule == finding.rule && (one.rule != kStateRule || one.message.zh == finding.message.zh);
        });
        if (!said) {
            document.findings.push_back(std::move(finding));
        }
    }
    document.next = std::move(way.commands);
    return {};
}

} // namespace jiezhuan
