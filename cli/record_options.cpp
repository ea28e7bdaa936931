#include "cli/record_options.hpp"

#include "cli/context.hpp"
#include "cli/values.hpp"
#include "jiezhuan/model/codes.hpp"

#include <algorithm>
#include <array>
#include <deque>

namespace jiezhuan::cli {
namespace {

constexpr std::string_view kIdOption = "--id";
constexpr std::string_view kClearOption = "--clear";
constexpr std::string_view kCitizenId = "citizen_id";

// A row of options wants the function of a code table, a field has the table.
using TableFunction = const CodeTable& (*)();
TableFunction function_of(const CodeTable* table) {
    static constexpr std::array kFunctions = {
        code_table<Sex>,           code_table<Ethnic>,        code_table<Education>,   code_table<DocumentType>,
        code_table<Flag>,          code_table<Category>,      code_table<RetiredKind>, code_table<LabourRelation>,
        code_table<Stage>,         code_table<OrgKind>,       code_table<Authority>,   code_table<OrgState>,
        code_table<Distance>,      code_table<MemberStatus>,  code_table<LeaveReason>, code_table<Standing>,
        code_table<LossCause>,     code_table<AbroadPurpose>, code_table<EntryBasis>,  code_table<TransferReason>,
        code_table<FlowDirection>,
    };
    const auto found =
        std::find_if(kFunctions.begin(), kFunctions.end(), [table](TableFunction f) { return &f() == table; });
    ensure(found != kFunctions.end(), "an option of a coded field without a code table");
    return *found;
}

OptionType option_type(FieldType type) {
    switch (type) {
    case FieldType::date:
        return OptionType::period;
    case FieldType::month:
        return OptionType::month;
    case FieldType::code:
        return OptionType::code;
    case FieldType::integer:
        return OptionType::number;
    default:
        return OptionType::text;
    }
}

std::string_view kept(std::string text) {
    static std::deque<std::string> all; // references stay valid
    return all.emplace_back(std::move(text));
}

Result<std::string> citizen_id_asked(Context& context) {
    if (context.args().text(kIdOption) != "-") {
        return fail(Exit::usage, Text{"--id 只能写“-”", "--id takes only '-'"},
                    Text{"号码不写在命令行上：--id - 从键盘或标准输入读",
                         "the number is not written on the command line: --id - reads it from standard input"});
    }
    return context.ask(Text{"公民身份号码：", "Citizen ID number: "});
}

} // namespace

std::string option_of(std::string_view field_id) {
    if (field_id == kCitizenId) {
        return std::string(kIdOption);
    }
    if (field_id == "entry_basis") {
        return "--basis";
    }
    std::string name = "--" + std::string(field_id);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

void RecordOptions::add(std::string_view id, Text title, FieldType type, const CodeTable* codes) {
    OptionRow row{kept(option_of(id)), option_type(type), title};
    if (codes != nullptr) {
        row.codes = function_of(codes);
    }
    if (id == kCitizenId) {
        row.help = {"公民身份号码；只写“-”，从标准输入读", "citizen ID number; '-' reads it from standard input"};
        row.value_name = "-";
    }
    rows_.push_back(row);
}

OptionRow clear_option(Text help) { return {kClearOption, OptionType::text, help, false, true, nullptr, "FIELD"}; }

Result<FieldValues> values_given(Context& context, std::span<const std::string_view> ids) {
    FieldValues values;
    const Args& args = context.args();
    for (const std::string_view id : ids) {
        const std::string option = option_of(id);
        if (!args.given(option)) {
            continue;
        }
        if (id == kCitizenId) {
            JZ_TRY(number, citizen_id_asked(context));
            values.emplace(id, number);
        } else {
            values.emplace(id, args.text(option).value());
        }
    }
    const auto& rows = context.command().options;
    if (std::none_of(rows.begin(), rows.end(), [](const OptionRow& row) { return row.name == kClearOption; })) {
        return values;
    }
    for (const std::string& field : args.texts(kClearOption)) {
        if (std::find(ids.begin(), ids.end(), field) == ids.end()) {
            std::string names;
            for (const std::string_view name : ids) {
                names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
            }
            return fail(Exit::usage, say({"--clear 没有“{}”这一项", "--clear knows no field '{}'"}, as_typed(field)),
                        say({"可以清空：{}", "there are: {}"}, names));
        }
        values.insert_or_assign(field, std::string());
    }
    return values;
}

} // namespace jiezhuan::cli
