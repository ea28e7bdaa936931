// letter stock: packs of blank letters, received and counted.
#include "jiezhuan/service/letters/letter_stock.hpp"
#include "cli/acting.hpp"
#include "cli/commands/commands.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan::cli {
namespace {

RowSet stock_rows(const std::vector<StockCount>& counts, const OrgDirectory& organisations) {
    RowSet rows;
    rows.id = "stock";
    rows.columns = {{"id", Text("编号", "ID"), ColumnType::id},
                    {"kind", Text("种类", "Kind"), ColumnType::code},
                    {"first", Text("起号", "First"), ColumnType::id},
                    {"last", Text("止号", "Last"), ColumnType::id},
                    {"issuer", Text("开具单位", "Issuer"), ColumnType::text},
                    {"received_on", Text("领取日期", "Received on"), ColumnType::date},
                    {"received", Text("领取", "Received"), ColumnType::number},
                    {"used", Text("已开", "Issued"), ColumnType::number},
                    {"void", Text("作废", "Void"), ColumnType::number},
                    {"lost", Text("遗失", "Lost"), ColumnType::number},
                    {"blank", Text("空白", "Blank"), ColumnType::number},
                    {"next", Text("下一份", "Next"), ColumnType::id},
                    {"counted", Text("清点", "Counted"), ColumnType::number},
                    {"counted_on", Text("清点日期", "Counted on"), ColumnType::date}};
    for (const StockCount& count : counts) {
        const Stock& stock = count.stock;
        const bool letters = stock.kind == LetterKind::introduction;
        rows.rows.push_back({Cell(stock.id),
                             Cell(std::string(code_id(stock.kind)),
                                  letters ? Message("介绍信", "letter") : Message("证明信", "certificate")),
                             Cell(printed_number(stock, stock.first)), Cell(printed_number(stock, stock.last)),
                             Cell(organisations.label(stock.issuer)), Cell(stock.received_on), Cell(count.received),
                             Cell(count.used), Cell(count.spoiled), Cell(count.lost), Cell(count.blank),
                             Cell(count.next), stock.counted_on.empty() ? Cell() : Cell(stock.counted),
                             Cell(stock.counted_on)});
    }
    rows.when_empty = Text{"没有登记空白介绍信", "no pack of blank letters was recorded"};
    return rows;
}

// What does not add up is an error for who looks; after an act, which stands, a warning.
void add_stock(Answer& answer, const std::vector<StockCount>& counts, const OrgDirectory& organisations,
               const Profile& profile, Severity most) {
    answer.document.sections.push_back(stock_rows(counts, organisations));
    std::vector<Stock> packs;
    for (const StockCount& count : counts) {
        packs.push_back(count.stock);
    }
    Findings& findings = answer.document.findings;
    for (Finding& finding : stock_findings(profile, packs)) {
        const bool said = std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
            return one.rule == finding.rule && one.subject == finding.subject;
        });
        finding.severity = std::min(finding.severity, most);
        if (!said) {
            findings.push_back(std::move(finding));
        }
    }
    if (auto unused = blanks_not_used(profile, counts)) {
        answer.document.findings.push_back(std::move(*unused));
    }
}

Result<Answer> receive(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const Args& args = context.args();
        if (!args.given("--from") || !args.given("--to")) {
            return fail(Exit::usage,
                        Text{"--receive 要写明起号和止号", "--receive needs the first and the last number"},
                        Text{"例如 --from 20260001 --to 20260100", "for example --from 20260001 --to 20260100"});
        }
        StockInput input;
        input.kind = args.code<LetterKind>("--kind").value_or(LetterKind::introduction);
        input.first = args.text("--from").value();
        input.last = args.text("--to").value();
        input.year = args.number("--year").value_or(0);
        input.from = args.text_or("--source", "");
        if (const auto issuer = args.text("--issuer"); issuer) {
            JZ_TRY(id, work.organisations.resolve(*issuer, OrgDirectory::Where::ours));
            input.issuer = id;
        }
        JZ_TRY(outcome, receive_stock(work, input));
        Answer answer = answer_of(
            "letter.stock", std::move(outcome),
            say({"登记空白介绍信 {} 至 {}", "blank letters {} to {} were recorded"}, input.first, input.last));
        JZ_TRY(counts, stock_counts(work.ledger));
        add_stock(answer, counts, work.organisations, work.profile, Severity::warning);
        return answer;
    });
}

Result<Answer> count(Context& context) {
    return act(context, [&](Work& work) -> Result<Answer> {
        const CountInput input{context.args().text_or("--pack", ""), context.args().number("--counted").value()};
        JZ_TRY(outcome, count_stock(work, input));
        Answer answer = answer_of("letter.stock", std::move(outcome),
                                  say({"清点空白介绍信：{} 份", "blank letters counted: {}"}, input.counted));
        JZ_TRY(counts, stock_counts(work.ledger));
        add_stock(answer, counts, work.organisations, work.profile, Severity::warning);
        return answer;
    });
}

// Each act has options of its own; looking has none.
Result<void> check_options(const Args& args) {
    struct Belonging {
        std::string_view act;
        std::string_view option;
    };
    constexpr std::array kOf = {
        Belonging{"--receive", "--from"}, Belonging{"--receive", "--to"},     Belonging{"--receive", "--kind"},
        Belonging{"--receive", "--year"}, Belonging{"--receive", "--source"}, Belonging{"--receive", "--issuer"},
        Belonging{"--counted", "--pack"},
    };
    for (const Belonging& one : kOf) {
        if (args.given(one.option) && !args.given(one.act)) {
            return fail(Exit::usage, say({"{0} 要和 {1} 一起写", "{0} goes with {1}"}, one.option, one.act),
                        Text{"--receive 登记领取的一批，--counted 登记清点的份数",
                             "--receive records a pack, --counted how many blanks were counted"});
        }
    }
    if (args.given("--receive") && args.given("--counted")) {
        return fail(Exit::usage,
                    Text{"--receive 和 --counted 不能同时使用", "--receive and --counted do not go together"},
                    Text{"先登记领取，再清点", "record the pack first, then count it"});
    }
    for (const std::string_view option : {"--on", "--accept"}) {
        if (args.given(option) && !args.given("--receive") && !args.given("--counted")) {
            return fail(Exit::usage,
                        say({"{} 只用于登记，要写 --receive 或 --counted", "{} needs --receive or --counted"}, option),
                        Text{"只查看的不写：jiezhuan letter stock", "to look: jiezhuan letter stock"});
        }
    }
    return {};
}

Result<Answer> stock(Context& context) {
    JZ_CHECK(check_options(context.args()));
    if (context.args().flag("--receive")) {
        return receive(context);
    }
    if (context.args().given("--counted")) {
        return count(context);
    }
    return look(context, [](View& view) -> Result<Answer> {
        JZ_TRY(counts, stock_counts(view.ledger));
        Answer answer;
        answer.document.schema = "letter.stock";
        add_stock(answer, counts, view.organisations, view.profile, Severity::error);
        answer.exit = has_errors(answer.document.findings) ? Exit::answer_is_no : Exit::done;
        return answer;
    });
}

constexpr std::array kStock = {
    OptionRow{"--counted", OptionType::number, {"清点：手里还有几份空白", "count: so many blanks are in hand"}},
    OptionRow{"--pack",
              OptionType::text,
              {"清点的是哪一批：编号（S12）或其中一个号码", "which pack was counted: its id (S12) or a number in it"}},
    OptionRow{"--receive", OptionType::flag, {"登记领取的一批", "record a pack that was received"}},
    OptionRow{"--from", OptionType::text, {"起号", "first number"}},
    OptionRow{"--to", OptionType::text, {"止号", "last number"}},
    OptionRow{"--kind",
              OptionType::code,
              {"种类，默认介绍信", "kind; default letters"},
              false,
              false,
              code_table<LetterKind>},
    OptionRow{"--year", OptionType::number, {"年度，默认当年", "year of the series; default this one"}},
    OptionRow{"--source", OptionType::text, {"发放单位", "who gave them out"}},
    OptionRow{"--issuer", OptionType::text, {"开具单位，默认本级党组织", "whose letters they are; default our own"}},
};
constexpr std::array kStockExamples = {
    Example{"jiezhuan letter stock --receive --from 20260001 --to 20260100 --source 区委组织部",
            {"登记领取的空白介绍信", "record a pack of blanks"}},
    Example{"jiezhuan letter stock", {"领取、已开、作废、空白各多少", "how many are issued, void, blank"}},
    Example{"jiezhuan letter stock --counted 88", {"年底清点：还有 88 份空白", "counted at the end of the year"}}};

const std::array kRows = {
    CommandRow{"letter", "stock", {"空白介绍信", "blank letters"}, Access::writes, kStock, kStockExamples, stock},
};

} // namespace

CommandTable letter_stock_commands() { return kRows; }

} // namespace jiezhuan::cli
