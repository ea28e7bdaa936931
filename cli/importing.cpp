#include "cli/importing.hpp"

#include "cli/acting.hpp"
#include "jiezhuan/base/files.hpp"
#include "jiezhuan/tabular/limits.hpp"
#include "jiezhuan/tabular/template.hpp"

namespace jiezhuan::cli {
namespace {

// The file that is named; of standard input the bytes too.
Result<void> read_input(Context& context, IntakeOrder& order) {
    order.file = context.args().required("file");
    if (order.file == "-") {
        JZ_TRY(bytes, context.read(order.file, kLimits.file_bytes));
        order.bytes = std::move(bytes);
    }
    return {};
}

Result<IntakeOrder> order_of(Context& context, std::string_view command, std::string_view schema) {
    const Args& args = context.args();
    IntakeOrder order;
    order.command = command;
    order.schema = schema;
    order.file = args.required("file");
    order.map = args.text_or("--map", "");
    order.reject = args.text_or("--reject", "");
    if (order.reject == "-") {
        JZ_CHECK(check_free(order.reject));
    }
    if (!order.reject.empty()) {
        JZ_CHECK(check_writable(order.reject));
    }
    order.allow_partial = args.flag("--allow-partial");
    order.dry_run = context.dry_run();
    order.lang = context.lang();
    for (const std::string_view option : {"--ledger", "--operator", "--accept"}) {
        for (const std::string& value : args.texts(option)) {
            order.said.emplace_back(option);
            order.said.push_back(value);
        }
    }
    order.progress = [&context](std::uint64_t done, std::uint64_t total) {
        context.progress(Text{"导入", "importing"}, done, total);
    };
    if (order.file == "-" && order.allow_partial && !order.dry_run && order.reject.empty()) {
        return fail(Exit::usage,
                    Text{"从标准输入部分导入，须用 --reject 写明退回文件：退回的行别处没有",
                         "a partial import from standard input needs --reject: its rows are kept nowhere else"},
                    Text{"加 --reject 文件", "add --reject FILE"});
    }
    JZ_CHECK(read_input(context, order));
    return order;
}

// After the commit: the same command makes it again, and applies nothing twice.
void publish_rejected(UnpublishedFile& rejected, Answer& answer) {
    auto published = rejected.publish(IfExists::refuse);
    if (!published && !answer.afterwards) {
        Error& why = published.error();
        why.code = Exit::outcome_unknown;
        why.context.emplace_back(Text{"账本已按要求写好，只是退回文件没有写成",
                                      "the ledger was written as asked; only the reject file was not"});
        why.hint = Text{"再运行一次同样的命令，结果不会重复", "run the same command again: nothing happens twice"};
        answer.afterwards = std::move(why);
    }
}

} // namespace

Result<Answer> import_file(Context& context, RowImport& import, std::string_view command, std::string_view schema,
                           std::vector<std::string> options, std::string_view pages) {
    JZ_TRY(order, order_of(context, command, schema));
    order.options = std::move(options);
    if (!pages.empty() && context.args().given(pages)) {
        order.pages = {std::string(pages), context.args().text_or(pages, "")};
    }
    if (context.args().given("--on")) {
        order.options.push_back("--on=" + context.on().text());
    }
    JZ_CHECK(context.store()); // no ledger is said before a large file is read
    JZ_TRY(file, read_intake(std::move(order), import, context.env().today()));
    std::optional<UnpublishedFile> rejected;
    JZ_TRY(answer, act(context, [&](Work& work) -> Result<Answer> {
               JZ_TRY(report, run_intake(work, file, import));
               if (report.unpublished) {
                   rejected.emplace(std::move(*report.unpublished));
               }
               Answer answer;
               answer.exit = report.exit;
               answer.document = std::move(report.document);
               return answer;
           }));
    if (rejected) {
        publish_rejected(*rejected, answer);
    }
    return std::move(answer);
}

Result<Table> list_given(Context& context, std::string_view schema) {
    IntakeOrder order;
    order.schema = schema;
    order.map = context.args().text_or("--map", "");
    JZ_CHECK(read_input(context, order));
    return open_table(order);
}

Result<Answer> template_of(std::string_view schema) {
    Answer answer;
    answer.text = template_file(import_schema(schema));
    return answer;
}

} // namespace jiezhuan::cli
