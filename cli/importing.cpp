#include "cli/importing.hpp"

#include "cli/acting.hpp"
#include "jiezhuan/tabular/limits.hpp"
#include "jiezhuan/tabular/template.hpp"

namespace jiezhuan::cli {
namespace {

Result<IntakeOrder> order_of(Context& context, std::string_view command, std::string_view schema) {
    const Args& args = context.args();
    IntakeOrder order;
    order.command = command;
    order.schema = schema;
    order.file = args.required("file");
    order.map = args.text_or("--map", "");
    order.reject = args.text_or("--reject", "");
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
    if (order.file == "-") {
        JZ_TRY(bytes, context.read(order.file, kLimits.file_bytes));
        order.bytes = std::move(bytes);
    }
    return order;
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
    return act(context, [&](Work& work) -> Result<Answer> {
        JZ_TRY(report, run_intake(work, file, import));
        Answer answer;
        answer.exit = report.exit;
        answer.document = std::move(report.document);
        return answer;
    });
}

Result<Answer> template_of(std::string_view schema) {
    Answer answer;
    answer.text = template_file(import_schema(schema));
    return answer;
}

} // namespace jiezhuan::cli
