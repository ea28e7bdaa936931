#include "jiezhuan/service/intake/list_parts.hpp"

#include "jiezhuan/base/text.hpp"
#include "jiezhuan/ledger/lost_row.hpp"
#include "jiezhuan/service/batches/batches.hpp"
#include "jiezhuan/service/members/same_person.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace jiezhuan {

void judge_repeated(Cells& row, const Repeats& repeats, std::size_t column) {
    if (const std::uint64_t other = repeats.contradicting(row.row()); other != 0) {
        row.met("ID-09", column,
                say({"与第 {} 行是同一号码，姓名却不同", "the same number as in row {}, with another name"}, other),
                Text{"查明号码是谁的，改正另一行", "find out whose number it is, and mend the other row"});
    } else if (const std::uint64_t earlier = repeats.earlier(row.row()); earlier != 0) {
        row.met("ID-09", column, say({"与第 {} 行是同一号码", "the same number as in row {}"}, earlier));
    }
}

void Identities::look(std::uint64_t row, const Member& member) {
    if (!member.citizen_id.empty()) {
        repeats_.add(member.citizen_id.number(), row, member.name);
    } else if (!member.document_no.empty()) {
        repeats_.add(std::string(code_id(member.document_type)) + " " + member.document_no, row, member.name);
    }
}

void Identities::judge(Cells& row, const Member& member) const {
    const std::size_t number = row.column("citizen_id");
    judge_repeated(row, member.citizen_id.empty() && !row.given(number) ? row.column("document_no") : number);
    if (!member.citizen_id.empty() || row.given(number)) {
        return;
    }
    if (member.document_no.empty()) {
        row.met("IN-08", number, Text{"身份证号码和其他证件号码都为空", "neither an ID number nor another document"});
    } else if (member.document_type == DocumentType::none) {
        row.met("IN-08", row.column("document_type"),
                Text{"有证件号码而没有证件类型", "a document number without the type of the document"});
    }
}

Result<std::optional<Member>> member_of_row(Work& work, Cells& row, const Member& person) {
    JZ_TRY(id, work.ledger.member_by_identity({person.citizen_id, person.document_type, person.document_no}));
    if (!id) {
        row.add({state_finding("", Text{"账本里没有这个证件号码", "the ledger knows nobody of that number"},
                               Text{"核对号码；还没有登记的先登记", "check the number; register the person first"})});
        return std::optional<Member>();
    }
    JZ_TRY(member, work.ledger.member(*id));
    ensure_there(member.has_value(), lost::kMember);
    if (auto other = another_name(*member, person.name)) {
        row.add({std::move(*other)});
        return std::optional<Member>();
    }
    return member;
}

void complete_birth(Cells& row, Member& member) {
    const Date full = member.citizen_id.empty() ? Date() : member.citizen_id.birth();
    const Date given = member.birth;
    const bool agree = given.year() == full.year() && (given.month() == 0 || given.month() == full.month());
    if (given.empty() || given.is_day() || !full.is_day() || !agree) {
        return;
    }
    member.birth = full;
    const Position where = row.position(row.column("birth"));
    std::erase_if(row.findings(),
                  [&](const Finding& finding) { return finding.rule == "IN-03" && finding.position == where; });
}

Findings in_their_cells(Findings findings, const Cells& row, const Member& member, Date today) {
    const Date birth = member.birth.empty() && !member.citizen_id.empty() ? member.citizen_id.birth() : member.birth;
    const bool early = member.admission.empty() || member.admission.earliest() > today;
    const bool unborn = !early && !birth.empty() && member.admission.latest() < birth.earliest();
    const std::string_view date = early || unborn ? "admission" : "conversion";
    const std::array<std::pair<std::string_view, std::string_view>, 12> columns{{
        {"ID-05", "sex"},
        {"ID-06", "birth"},
        {"ID-08", "citizen_id"},
        {"ID-10", "citizen_id"},
        {"MB-05", date},
        {"MB-06", "admission"},
        {"MB-07", date},
        {"MB-08", "conversion"},
        {"MB-09", "phone"},
        {"MB-10", "file_held_by"},
        {"PB-03", "conversion"},
        {"PB-04", "probation_extended_to"},
    }};
    for (Finding& finding : findings) {
        const auto* const found = std::find_if(columns.begin(), columns.end(),
                                               [&](const auto& column) { return column.first == finding.rule; });
        const auto column = found == columns.end() ? std::nullopt : row.schema().index_of(found->second);
        if (column && finding.position.row == 0) {
            finding.position = row.position(*column);
        }
    }
    return findings;
}

bool dues_say_less(Cells& row, std::size_t column, const Member& member, Date through) {
    const Date known = member.dues_paid_through.month_of();
    if (known.empty() || through.empty() || through.month_of() >= known) {
        return false;
    }
    Finding finding = state_finding("",
                                    say({"账本里党费已交至 {}，名单写 {}：保留账本里的",
                                         "the ledger has dues paid through {}, the list {}: the former is kept"},
                                        known.text(), through.text()),
                                    say({"不用改；账本里的确实错了的：jiezhuan member correct {} --dues-paid-through "
                                         "年月 --reason 原因",
                                         "nothing to do; where the ledger is wrong: jiezhuan member correct {} "
                                         "--dues-paid-through MONTH --reason REASON"},
                                        member.id.text()));
    finding.severity = Severity::warning;
    finding.position = row.position(column);
    row.add({std::move(finding)});
    return true;
}

void judge_not_future(Date today, Cells& row, std::size_t column, Date day) {
    if (!day.empty() && day.earliest() > today) {
        row.met("IN-07", column, say({"{} 还没有到", "{} has not come yet"}, day.text()),
                Text{"填实际日期，不能晚于今天", "give the day on which it happened, not after today"});
    } else if (!day.empty() && !day.is_day()) {
        row.met("IN-07", column, say({"{} 没有写到日", "{} has no day"}, day.text()),
                Text{"填实际日期，写到日", "give the day on which it happened"});
    }
}

NamedOrg named_org(const Work& work, Cells& row, std::size_t column) {
    const std::string words(row.text(column));
    if (words.empty()) {
        return {};
    }
    const std::vector<OrgId> found = work.organisations.meant(words);
    if (found.size() == 1) {
        return {found.front(), {}};
    }
    if (found.size() > 1) {
        const Error several = work.organisations.resolve(words).error();
        row.met("IN-07", column, several.message, several.hint);
    }
    return {{}, words};
}

Result<void> ListBatch::begin(Work& work, std::int64_t listed, const std::vector<ListedPerson>& persons) {
    listed_ = listed;
    on_ = work.on;
    if (const auto number = parse_id_of<RecordKind::batch>(trimmed(words_))) {
        JZ_TRY(batch, work.ledger.batch(*number));
        if (!batch) {
            return fail(Exit::not_found, say({"没有批次 {}", "there is no batch {}"}, number->text()),
                        Text{"查看：jiezhuan batch list", "see: jiezhuan batch list"});
        }
        if (batch->kind != kind_) {
            return fail(Exit::usage,
                        Message(fmt::format("{} 是“{}”的批次", number->text(), code_title(batch->kind).zh),
                                fmt::format("{} is a batch of kind '{}'", number->text(), code_title(batch->kind).en)),
                        Text{"核对 --kind 和 --batch", "check --kind and --batch"});
        }
        id_ = *number;
        return {};
    }
    // The letter of a whole organisation brings a list of its own, whoever was expected before.
    JZ_TRY(before, whole_ == Flag::yes ? ListedBefore() : listed_before(work.ledger, kind_, persons, source_));
    if (named()) {
        listed_ -= before.stay;
        return find_by_title(work);
    }
    JZ_CHECK(find_by_source(work));
    if (!id_ && before.batch) {
        JZ_TRY(batch, find_batch(work.ledger, before.batch));
        id_ = before.batch;
        title_of_list_ = batch.title;
    }
    had_ = std::move(before.batches);
    listed_ -= before.there;
    return {};
}

bool ListBatch::had(const Transfer& earlier) const {
    return earlier.batch && (earlier.batch == id_ || std::find(had_.begin(), had_.end(), earlier.batch) != had_.end());
}

Result<void> ListBatch::find_by_title(Work& work) {
    JZ_TRY(same, work.ledger.batches(Query().equal("title", words_).equal("kind", std::string(code_id(kind_)))));
    if (!same.empty()) {
        id_ = same.front().id;
    }
    return {};
}

// The same file on the same day is the same list; another one gets a title of its own.
Result<void> ListBatch::find_by_source(Work& work) {
    const std::string title = default_title_;
    for (int number = 2;; ++number) {
        JZ_TRY(same,
               work.ledger.batches(Query().equal("title", default_title_).equal("kind", std::string(code_id(kind_)))));
        if (same.empty()) {
            return {};
        }
        if (same.front().source == source_) {
            id_ = same.front().id;
            return {};
        }
        default_title_ = fmt::format("{}（{}）", title, number);
    }
}

Result<BatchId> ListBatch::open(Work& work, OrgId from) {
    if (id_) {
        return id_;
    }
    Batch batch;
    batch.title = words_.empty() ? default_title_ : words_;
    batch.kind = kind_;
    batch.from = from;
    batch.opened_on = on_;
    batch.listed = listed_;
    batch.whole = whole_;
    batch.explanation = explanation_;
    batch.source = source_;
    Event event = work.event("batch_opened");
    event.date = batch.opened_on;
    event.create = Creation{RecordKind::batch, to_json(batch)};
    JZ_TRY(seq, work.ledger.append(std::move(event)));
    return BatchId{seq};
}

std::optional<Finding> ListBatch::found() const {
    if (title_of_list_.empty()) {
        return not_opened();
    }
    Finding finding = state_finding(
        "",
        say({"这份名单就是批次 {}（{}），新登记的归入该批次", "the list is batch {} ({}); who is new joins it"},
            id_.text(), printable(title_of_list_)),
        Text{"是另一份名单的，用 --batch 名称 另立批次", "another list is opened with --batch TITLE"});
    finding.severity = Severity::info;
    return finding;
}

std::optional<Finding> ListBatch::not_opened() const {
    if (words_.empty() || id_ || !met_) {
        return std::nullopt;
    }
    Finding finding = state_finding(
        "",
        say({"没有立“{0}”这个批次：名单上的人此前都已登记（在 {1}），仍归原批次",
             "no batch '{0}' was opened: everybody on the list was registered before (in {1}) and stays there"},
            printable(words_), met_.text()),
        say({"看原批次：jiezhuan batch show {}", "see that batch: jiezhuan batch show {}"}, met_.text()));
    finding.severity = Severity::warning;
    return finding;
}

Finding stays_over(const std::string& subject, const Transfer& earlier) {
    const Text state = code_title(earlier.state);
    Finding finding = state_finding(
        subject,
        Message(fmt::format("此前已在名单上（{}，{}），没有重新登记", earlier.id.text(), state.zh),
                fmt::format("was on this list before ({}, {}) and is not opened again", earlier.id.text(), state.en)),
        earlier.kind == TransferKind::in
            ? Text{"有新介绍信的，把编号和日期填入这一行再导入；凭原信重新办理的，用 --batch 名称 另立批次",
                   "with a new letter: its number and date in the row, then import it again; anew by the same: another "
                   "batch, --batch TITLE"}
            : Text{"要重新办理的，用 --batch 名称 另立批次导入，或用 transfer open",
                   "to begin anew, import it as another batch (--batch TITLE), or use transfer open"});
    finding.severity = Severity::info;
    return finding;
}

} // namespace jiezhuan
