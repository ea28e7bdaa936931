// Every file of tests/data/rules/<ID>/ is a case: facts of which the rule says something (fail*.toml) or nothing (pass*.toml).
//   facts = "member" | "organisation" | "transfer" | "letter" | "list" | "receipt" | "stock" | "dues" | "deadline", or "…_cell" with cell = "…", or "file" with
//   roster = the name of a CSV file beside the case
//   on = the date that stands for today, the day of the step, or as-of; a table a record, with its fields in their canonical spelling;
//   other facts by their names in rules/facts.hpp; says = a part of the Chinese message of a failing case.
#include "jiezhuan/config/toml_reading.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/cells.hpp"
#include "jiezhuan/rules/deadline_rule.hpp"
#include "jiezhuan/service/intake/member_import.hpp"
#include "tests/support/directory.hpp"
#include "tests/support/importing.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/ranges.h>
#include <map>
#include <set>
#include <sstream>

using namespace jiezhuan;

namespace {

// Met where a whole ledger is read, or by the shape of the program: the tests of the ledger's proof, and tests/arch (nothing deletes,
// IN-06), have their cases.
const std::set<std::string> kWithoutCases = {"IN-06", "SA-01", "SA-03"};

struct Case {
    std::string rule;
    std::string file;
    bool fails = false;
    toml::table table;
};

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const std::filesystem::path& path : testing::source_files("tests/data/rules", {".toml"})) {
        const std::string file = path.string();
        auto table = config::read_toml(testing::content_of(path), file);
        REQUIRE_MESSAGE(table.has_value(), file);
        const std::string stem = path.stem().string();
        REQUIRE_MESSAGE((stem.starts_with("pass") || stem.starts_with("fail")), file);
        cases.push_back({path.parent_path().filename().string(), file, stem.starts_with("fail"), *table});
    }
    return cases;
}

// Takes what it reads out of the table, so that whatever is left is a mistake in the case.
class Given {
  public:
    explicit Given(toml::table& table) : table_(table) {}

    std::string text(std::string_view key) {
        const auto value = table_[key].value<std::string>();
        table_.erase(key);
        return value.value_or("");
    }
    std::int64_t number(std::string_view key, std::int64_t otherwise = 0) {
        const auto value = table_[key].value<std::int64_t>();
        table_.erase(key);
        return value.value_or(otherwise);
    }
    bool flag(std::string_view key, bool otherwise = false) {
        const auto value = table_[key].value<bool>();
        table_.erase(key);
        return value.value_or(otherwise);
    }
    Date date(std::string_view key) {
        const std::string value = text(key);
        const auto date = Date::parse(value);
        REQUIRE_MESSAGE((value.empty() || date.has_value()), value);
        return date.value_or(Date());
    }
    template <class T> std::optional<T> maybe(std::string_view name) {
        const toml::table* table = table_[name].as_table();
        if (table == nullptr) {
            return std::nullopt;
        }
        T record;
        for (const auto& [key, node] : *table) {
            const std::string id(key.str());
            if (id == "id") {
                record.id.value = node.template value<std::int64_t>().value_or(0);
                continue;
            }
            const Field<T>* field = field_named<T>(id);
            REQUIRE_MESSAGE(field != nullptr, id);
            const auto number = node.template value_exact<std::int64_t>();
            const std::string value = number ? std::to_string(*number) : node.template value_or<std::string>("");
            REQUIRE_MESSAGE((!value.empty() && field->read(record, value)), id << " = " << value);
        }
        table_.erase(name);
        return record;
    }
    template <class T> T record(std::string_view name) { return maybe<T>(name).value_or(T{}); }
    [[nodiscard]] std::string left() const {
        std::stringstream out;
        out << table_;
        return table_.empty() ? "" : out.str();
    }

  private:
    toml::table& table_;
};

Profile profile_of(Given& given) {
    Profile profile = parse_profile(national_profile_text(), "national-2019.toml").value();
    profile.dues_prepaid_allowed = given.flag("dues_prepaid_allowed");
    return profile;
}

// What the rule says at the moments at which it is asked; nothing where it is silent at all of them.
template <class Facts>
Explanation asked(std::span<const Rule<Facts>> rules, const std::string& id, const Facts& facts) {
    Explanation said;
    std::size_t spoke = 0;
    for (const Rule<Facts>& rule : rules) {
        if (rule.text.id != id) {
            continue;
        }
        for (const Moment moment : rule.moments) {
            for (const Finding& finding : ask(rules, moment, facts, "X1")) {
                if (finding.rule == id) {
                    said = finding.message;
                    ++spoke;
                }
            }
        }
        CHECK((spoke == 0 || spoke == rule.moments.size()));
        return said;
    }
    FAIL("no rule " << id << " for these facts");
    return said;
}

Explanation of_member(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Member member = given.record<Member>("member");
    MemberFacts facts{member, profile, given.date("on"), {}};
    if (const std::int64_t other = given.number("same_name_and_birth"); other != 0) {
        facts.same_name_and_birth = MemberId{other};
    }
    return asked(member_rules(), id, facts);
}

Explanation of_organisation(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Organisation organisation = given.record<Organisation>("organisation");
    OrganisationFacts facts{organisation, profile};
    facts.parent_known = given.flag("parent_known", true);
    facts.members = given.number("members");
    facts.full_members = given.number("full_members");
    facts.branches = given.number("branches");
    facts.closing = given.flag("closing");
    facts.open_letters = given.number("open_letters");
    return asked(organisation_rules(), id, facts);
}

Explanation of_transfer(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Member member = given.record<Member>("member");
    const Transfer transfer = given.record<Transfer>("transfer");
    TransferFacts facts{transfer, member, profile, given.date("on"), {}, {}, {}, {}, {}, {}, 0, false, {}, {}, {}};
    facts.from = given.maybe<Organisation>("from");
    facts.issuer = given.maybe<Organisation>("issuer");
    facts.to = given.maybe<Organisation>("to");
    facts.addressee = given.maybe<Organisation>("addressee");
    facts.addressee_name = given.text("addressee_name");
    facts.branch = given.maybe<Organisation>("branch");
    facts.branch_members = given.number("branch_members");
    facts.same_basic_committee = given.flag("same_basic_committee");
    if (const std::string letter = given.text("live_letter"); !letter.empty()) {
        facts.live_letter = letter;
    }
    if (const std::string channel = given.text("route_channel"); !channel.empty()) {
        facts.route = profile.routes.front();
        facts.route->channel = *code_from_id<Channel>(channel);
    }
    facts.restorer = given.maybe<Organisation>("restorer");
    return asked(transfer_rules(), id, facts);
}

Explanation of_letter(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Letter letter = given.record<Letter>("letter");
    LetterFacts facts{letter, profile, given.date("on"), {}, {}, {}, false, {}, {}, {}};
    facts.member = given.maybe<Member>("member");
    facts.issuer = given.maybe<Organisation>("issuer");
    facts.addressee = given.maybe<Organisation>("addressee");
    facts.number_taken = given.flag("number_taken");
    facts.replaced = given.maybe<Letter>("replaced");
    if (const std::string no = given.text("replaces_no"); !no.empty()) {
        facts.replaces_no = no;
    }
    if (const std::int64_t serial = given.number("previous_serial", -1); serial >= 0) {
        facts.previous_serial = serial;
    }
    return asked(letter_rules(), id, facts);
}

Explanation of_list(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Batch batch = given.record<Batch>("batch");
    ListFacts facts{batch, profile, given.number("persons"), given.number("full"), given.number("probationary"), true};
    facts.sealed = given.flag("sealed", true);
    return asked(list_rules(), id, facts);
}

Explanation of_receipt(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Letter letter = given.record<Letter>("letter");
    const Date on = given.date("on");
    const ReceiptFacts facts{letter, profile, given.text("no"), given.text("name"), given.text("id_no"), on, on};
    return asked(receipt_rules(), id, facts);
}

Explanation of_stock(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Stock stock = given.record<Stock>("stock");
    return asked(stock_rules(), id, StockFacts{stock, profile});
}

Explanation of_dues(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    const Member member = given.record<Member>("member");
    const DuesFacts facts{member,
                          profile,
                          given.date("on"),
                          given.date("from"),
                          given.date("through"),
                          given.text("reason"),
                          given.text("letter_no"),
                          given.date("letter_through"),
                          given.date("sent_on")};
    return asked(dues_rules(), id, facts);
}

DeadlineFacts deadline_facts(const Profile& profile, Given& given) {
    return {profile, given.date("on"), given.maybe<Member>("member"), given.maybe<Transfer>("transfer"),
            given.maybe<Letter>("letter")};
}
Explanation of_deadline(const std::string& id, Given& given) {
    const Profile profile = profile_of(given);
    return asked(deadline_rules(), id, deadline_facts(profile, given));
}

Explanation of_cell(const std::string& id, const std::string& kind, Given& given) {
    const Profile profile = profile_of(given);
    const std::string cell = given.text("cell");
    const Date on = given.date("on");
    Findings findings;
    if (kind == "citizen_id_cell") {
        judge_citizen_id(findings, read_citizen_id(cell, on), cell, profile, {});
    } else if (kind == "ethnic_cell") {
        judge_ethnic(findings, cell, profile, {});
    } else if (kind == "sex_cell") {
        judge_sex(findings, cell, profile, {});
    } else if (kind == "stage_cell") {
        judge_stage(findings, cell, profile, {});
    } else if (kind == "education_cell") {
        judge_code(findings, cell, code_table<Education>(), profile, {});
    } else if (kind == "date_cell") {
        judge_date(findings, cell, profile, {});
    } else if (kind == "name_cell") {
        judge_name(findings, cell, profile, {});
    } else if (kind == "text_cell") {
        judge_text(findings, cell, cell, profile, {});
    } else if (kind == "required_cell") {
        judge_required(findings, cell, {"姓名", "Name"}, profile, {});
    } else {
        FAIL("unknown facts: " << kind);
    }
    for (const Finding& finding : findings) {
        if (finding.rule == id) {
            return finding.message;
        }
    }
    return std::nullopt;
}

// A roster as it came, read into an empty ledger.
Explanation of_file(const Case& one, Given& given) {
    const std::filesystem::path roster = std::filesystem::path(one.file).parent_path() / given.text("roster");
    testing::LedgerFixture ledger;
    MemberImport import;
    testing::Importing tried;
    tried.dry_run = true;
    const IntakeReport report = testing::import_text(ledger, import, "member", testing::content_of(roster), tried);
    for (const Finding& finding : report.document.findings) {
        if (finding.rule == one.rule) {
            return finding.message;
        }
    }
    return std::nullopt;
}

Explanation judged(const Case& one, const std::string& kind, Given& given) {
    if (kind == "file") {
        return of_file(one, given);
    }
    using Judge = Explanation (*)(const std::string&, Given&);
    static const std::map<std::string, Judge> kJudges = {
        {"member", of_member},     {"organisation", of_organisation}, {"transfer", of_transfer}, {"letter", of_letter},
        {"list", of_list},         {"receipt", of_receipt},           {"stock", of_stock},       {"dues", of_dues},
        {"deadline", of_deadline},
    };
    const auto judge = kJudges.find(kind);
    return judge == kJudges.end() ? of_cell(one.rule, kind, given) : judge->second(one.rule, given);
}

std::string subject_of(const std::string& kind) { return kind.ends_with("_cell") || kind == "file" ? "met" : kind; }

template <class Facts>
void rows(std::set<std::string>& wanted, std::span<const Rule<Facts>> rules, const std::string& subject) {
    for (const Rule<Facts>& rule : rules) {
        wanted.insert(std::string(rule.text.id) + " " + subject);
    }
}

} // namespace

TEST_CASE("rules: each case is judged as its name says") {
    for (Case& one : all_cases()) {
        CAPTURE(one.file);
        Given given(one.table);
        const std::string kind = given.text("facts");
        const std::string says = given.text("says");
        const Explanation said = judged(one, kind, given);
        CHECK_MESSAGE(given.left().empty(), "not read: " << given.left());
        CHECK(one.fails == !says.empty());
        CHECK(said.has_value() == one.fails);
        if (said) {
            CHECK_MESSAGE(said->zh.find(says) != std::string::npos, said->zh);
            CHECK_FALSE(said->en.empty());
            CHECK(said->en != said->zh);
        }
    }
}

TEST_CASE("rules: the day of a limit is shown, by its rule or as the last day") {
    std::set<std::string_view> on_their_day;
    for (Case& one : all_cases()) {
        Given given(one.table);
        if (given.text("facts") != "deadline" || !one.fails) {
            continue;
        }
        CAPTURE(one.file);
        const Profile profile = profile_of(given);
        DeadlineFacts facts = deadline_facts(profile, given);
        for (const std::span<const DeadlineRule> rows : {member_deadlines(), transfer_deadlines()}) {
            const auto row =
                std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.text.id == one.rule; });
            const Limit limit = row == rows.end() ? Limit{} : row->limit(facts);
            if (limit.due.empty() || limit.urgency == Urgency::soon) { // announced before it
                continue;
            }
            facts.as_of = limit.due.latest();
            if (!ask(*row, facts, "").empty()) { // late on its day already
                continue;
            }
            facts.as_of = facts.as_of.plus_days(1);
            CHECK(last_day(*row, facts).value_or(Limit{}).urgency == Urgency::soon);
            on_their_day.insert(row->text.id);
        }
    }
    CHECK(fmt::format("{}", fmt::join(on_their_day, " ")) == "FL-02 FL-03 LT-09 PB-01 RC-01 RC-02 RC-06 RC-08 ST-07");
}

TEST_CASE("rules: every row of the catalogue has a passing and a failing case, and every case a row") {
    std::set<std::string> wanted;
    rows(wanted, member_rules(), "member");
    rows(wanted, organisation_rules(), "organisation");
    rows(wanted, transfer_rules(), "transfer");
    rows(wanted, letter_rules(), "letter");
    rows(wanted, list_rules(), "list");
    rows(wanted, receipt_rules(), "receipt");
    rows(wanted, stock_rules(), "stock");
    rows(wanted, dues_rules(), "dues");
    rows(wanted, deadline_rules(), "deadline");
    for (const RuleText& rule : met_rules()) {
        if (!kWithoutCases.contains(std::string(rule.id))) {
            wanted.insert(std::string(rule.id) + " met");
        }
    }
    std::set<std::string> passing;
    std::set<std::string> failing;
    for (Case& one : all_cases()) {
        const std::string row = one.rule + " " + subject_of(Given(one.table).text("facts"));
        CHECK_MESSAGE(wanted.contains(row), one.file);
        (one.fails ? failing : passing).insert(row);
    }
    for (const std::string& row : wanted) {
        CHECK_MESSAGE(passing.contains(row), row << " has no passing case");
        CHECK_MESSAGE(failing.contains(row), row << " has no failing case");
    }
}
