#include "cli/acting.hpp"

#include "cli/interruption.hpp"
#include "jiezhuan/service/members/reveal.hpp"
#include "jiezhuan/service/records/past_view.hpp"
#include "jiezhuan/service/records/unwritten.hpp"

namespace jiezhuan::cli {
namespace {

// A refusal ends with where to read on: of the first record that it speaks of, and that stood there before the act.
void point_to_story(Document& document, std::int64_t next_seq) {
    for (const Finding& finding : document.findings) {
        const std::string_view words = finding.subject;
        const auto id = parse_id(words.substr(0, words.find(' ')));
        const bool told = id && (id->kind == RecordKind::member || id->kind == RecordKind::transfer ||
                                 id->kind == RecordKind::letter || id->kind == RecordKind::batch);
        if (finding.severity == Severity::error && told && id->value < next_seq) {
            document.next.push_back(say({"jiezhuan explain {}  # 经过、由谁负责、还缺什么",
                                         "jiezhuan explain {}  # so far, who is responsible, what is missing"},
                                        words.substr(0, words.find(' '))));
            return;
        }
    }
}

// The committee that the workplace's clerk acts for. Exit::usage where the ledger has none of that name.
Result<OrgId> committee_of(const Settings& settings, const OrgDirectory& organisations) {
    if (!settings.committee) {
        return OrgId();
    }
    auto committee = organisations.resolve(*settings.committee, OrgDirectory::Where::ours);
    if (!committee) {
        return fail(std::move(committee.error())
                        .with_code(Exit::usage)
                        .because(say({"{} 里的 committee", "the 'committee' of {}"}, settings.file)));
    }
    if (const Organisation* const basic = organisations.basic_committee_of(*committee);
        basic == nullptr || basic->id != *committee) {
        return fail(Exit::usage,
                    say({"{} 里的 committee“{}”没有审批预备党员权限，不是基层党委",
                         "the 'committee' of {}, '{}', has no authority to approve probationary members"},
                        settings.file, organisations.label(*committee)),
                    basic == nullptr
                        ? Message(Text{"写有权限的：jiezhuan org list", "name one that has: jiezhuan org list"})
                        : say({"写它上面有权限的“{}”", "name the one above it that has: '{}'"},
                              organisations.label(basic->id)));
    }
    return committee;
}

// The directory as that clerk reads it.
Result<OrgDirectory> organisations_for_clerk(const Settings& settings, Reading& ledger) {
    JZ_TRY(organisations, OrgDirectory::of(ledger));
    auto committee = committee_of(settings, organisations);
    JZ_CHECK(organisations.trouble()); // before an error that may only follow from it
    if (!committee) {
        return fail(std::move(committee.error()));
    }
    organisations.read_for(*committee);
    return std::move(organisations);
}

bool stands(Exit exit) { return exit == Exit::done || exit == Exit::answer_is_no || exit == Exit::partly_applied; }

} // namespace

Result<Answer> act(Context& context, const std::function<Result<Answer>(Work&)>& act) {
    JZ_TRY(store, context.store());
    JZ_TRY(ledger, store->write());
    JZ_TRY(in_force, profile_in_force(*ledger, context.on()));
    JZ_TRY(organisations, organisations_for_clerk(context.settings(), *ledger));
    Work work{*ledger,
              context.env(),
              in_force.profile,
              in_force.id,
              std::move(organisations),
              context.on(),
              context.args().given("--on"),
              context.op(),
              context.accepted()};
    const std::int64_t next_seq = ledger->next_seq();
    const UnwrittenIds unwritten(next_seq);
    auto acted = act(work);
    JZ_CHECK(work.organisations.trouble()); // before an error that may only follow from it
    JZ_TRY(answer, std::move(acted));
    if (answer.exit == Exit::refused) {
        point_to_story(answer.document, next_seq);
    }
    if (context.dry_run() || !stands(answer.exit)) {
        unwritten.take_out(answer.document);
    }
    if (context.dry_run() && stands(answer.exit)) {
        if (Message& headline = answer.document.headline; !headline.empty() && !headline.zh.starts_with("试运行")) {
            headline = Message("试运行（没有写入）：" + headline.zh, "dry run, nothing written: " + headline.en);
        }
        answer.document.next.emplace_back(Text{"这是试运行，没有写入账本；去掉 --dry-run 即正式办理",
                                               "a dry run: nothing was written; without --dry-run it is done"});
    }
    JZ_CHECK(context.check(answer));
    if (!context.dry_run() && stands(answer.exit) && ledger->anything_appended()) {
        interruption_finds(Wrote::committed); // from here on nobody knows
        auto sealed = ledger->commit();
        if (!sealed && !ledger->committed()) {
            return fail(std::move(sealed.error()));
        }
        if (!sealed) {
            answer.afterwards = std::move(sealed.error());
        }
        context.has_committed();
    }
    return std::move(answer);
}

// Of a past day, too, it is read for the committee as it is today: it may not have been there then.
static Result<OrgDirectory> organisations_seen(Context& context, Store& store, Reading& ledger) {
    if (context.past().is_now()) {
        return organisations_for_clerk(context.settings(), ledger);
    }
    JZ_TRY(now, store.read());
    JZ_TRY(of_today, organisations_for_clerk(context.settings(), *now));
    JZ_TRY(organisations, OrgDirectory::of(ledger));
    organisations.read_for(of_today.clerk());
    return std::move(organisations);
}

Result<Answer> look(Context& context, const std::function<Result<Answer>(View&)>& look) {
    JZ_TRY(store, context.store());
    JZ_TRY(ledger, read_at(*store, context.past()));
    JZ_TRY(in_force, profile_in_force(*ledger, context.as_of()));
    JZ_TRY(organisations, organisations_seen(context, *store, *ledger));
    View view{*ledger, in_force.profile, in_force.id, std::move(organisations), context.as_of()};
    auto seen = look(view);
    JZ_CHECK(view.organisations.trouble());
    JZ_TRY(answer, std::move(seen));
    if (!context.past().is_now()) {
        answer.document.next = {past_in_words(context.past())};
        JZ_TRY(later, entered_later(*ledger, context.past().as_of));
        if (later > 0) {
            answer.document.next.push_back(entered_later_in_words(later));
        }
    }
    return std::move(answer);
}

Result<Answer> look_at_private(Context& context,
                               const std::function<Result<Answer>(View&, std::vector<MemberId>&)>& look_at) {
    std::vector<MemberId> members;
    JZ_TRY(answer, look(context, [&](View& view) { return look_at(view, members); }));
    if (context.reveal() && !members.empty()) {
        JZ_CHECK(context.check(answer)); // what cannot be shown was not revealed
        JZ_TRY(store, context.store());
        JZ_CHECK(record_reveal(*store, context.env().today(),
                               {context.purpose(), name_of(context.command()), std::move(members), context.op()}));
    }
    return std::move(answer);
}

void warn_of_anchors(Context& context, Document& document) {
    const auto store = context.store();
    const auto fits = store ? (*store)->fits_anchors() : Result<void>();
    if (!fits) {
        document.findings.push_back(state_finding({}, fits.error().message, fits.error().hint));
        document.findings.back().severity = Severity::warning;
    }
}

Answer answer_of(std::string schema, Outcome outcome, Message done) {
    Answer answer;
    answer.exit = exit_of(outcome);
    answer.document.schema = std::move(schema);
    answer.document.findings = std::move(outcome.findings);
    if (outcome.already) {
        answer.document.headline = Text{"此前已办理，没有变化", "done before; nothing changed"};
    } else if (!outcome.refused) {
        answer.document.headline = std::move(done);
    } else {
        answer.document.headline = Text{"未办理，账本没有变化", "not done; the ledger is as it was"};
    }
    return answer;
}

} // namespace jiezhuan::cli
