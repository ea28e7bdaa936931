#include "jiezhuan/letters/letter_catalogue.hpp"

#include "jiezhuan/base/embedded.hpp"
#include "jiezhuan/letters/letter_fields.hpp"

#include <algorithm>
#include <array>
#include <toml++/toml.h>

namespace jiezhuan {

namespace {

constexpr std::array<std::string_view, 8> kKeys = {"id",     "kind",     "paper",    "current",
                                                   "source", "required", "optional", "file"};

auto broken(Text why, std::string_view what) {
    return fail(Exit::internal, {fmt::format("介绍信目录有误：{}「{}」", why.zh, what),
                                 fmt::format("the catalogue of letters is wrong: {} ({})", why.en, what)});
}

Result<std::string> text_at(const toml::table& row, std::string_view key) {
    const auto value = row[key].value_exact<std::string>();
    if (!value || value->empty()) {
        return broken({"缺少", "missing"}, key);
    }
    return *value;
}

Result<std::vector<std::string>> fields_at(const toml::table& row, std::string_view key) {
    const toml::array* list = row[key].as_array();
    if (list == nullptr) {
        return broken({"缺少", "missing"}, key);
    }
    std::vector<std::string> fields;
    for (const toml::node& node : *list) {
        const auto field = node.value_exact<std::string>();
        if (!field || variables_of({*field}).empty()) {
            return broken({"没有这个字段", "no such field"}, field.value_or(std::string(key)));
        }
        fields.push_back(*field);
    }
    return fields;
}

Result<LetterForm> form_of(const toml::table& row, const std::function<std::string_view(const std::string&)>& file) {
    for (const auto& [key, value] : row) {
        if (std::find(kKeys.begin(), kKeys.end(), key.str()) == kKeys.end()) {
            return broken({"不认识的键", "unknown key"}, key.str());
        }
    }
    LetterForm form;
    JZ_TRY(id, text_at(row, "id"));
    JZ_TRY(kind, text_at(row, "kind"));
    JZ_TRY(paper, text_at(row, "paper"));
    JZ_TRY(source, text_at(row, "source"));
    JZ_TRY(name, text_at(row, "file"));
    JZ_TRY(required, fields_at(row, "required"));
    JZ_TRY(optional, fields_at(row, "optional"));
    const auto current = row["current"].value_exact<bool>();
    form.kind = code_from_id<LetterKind>(kind).value_or(LetterKind::none);
    if (form.kind == LetterKind::none || (paper != "letter" && paper != "receipt") || !current) {
        return broken({"kind、paper 或 current 不对", "kind, paper or current is wrong"}, id);
    }
    form.id = id;
    form.paper = paper == "letter" ? LetterPaper::three_parts : LetterPaper::receipt;
    form.current = *current;
    form.source = source;
    form.required = required;
    form.optional = optional;
    JZ_TRY(page, Template::parse(file(name)));
    form.page = std::move(page);
    return form;
}

Result<void> check(const LetterForm& form) {
    const std::set<std::string, std::less<>> required(form.required.begin(), form.required.end());
    std::set<std::string, std::less<>> declared = required;
    declared.insert(form.optional.begin(), form.optional.end());
    if (declared.size() != form.required.size() + form.optional.size()) {
        return broken({"字段列了两次", "a field is listed twice"}, form.id);
    }
    return lint(form.page, variables_of(declared), variables_of(required));
}

const LetterForm* current_of(const std::vector<LetterForm>& forms, LetterKind kind, LetterPaper paper) {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const LetterForm& form) {
        return form.current && form.kind == kind && form.paper == paper;
    });
    return found == forms.end() ? nullptr : &*found;
}

} // namespace

Result<std::vector<LetterForm>>
parse_letter_catalogue(std::string_view toml, const std::function<std::string_view(const std::string&)>& file) {
    toml::table root;
    try {
        root = toml::parse(toml);
    } catch (const toml::parse_error& error) {
        return broken({"不是 TOML", "no TOML"}, error.description());
    }
    const toml::array* rows = root["form"].as_array();
    if (rows == nullptr || root.size() != 1) {
        return broken({"缺少", "missing"}, "form");
    }
    std::vector<LetterForm> forms;
    for (const toml::node& node : *rows) {
        if (!node.is_table()) {
            return broken({"不是表", "no table"}, "form");
        }
        JZ_TRY(form, form_of(*node.as_table(), file));
        if (auto checked = check(form); !checked) {
            return fail(std::move(checked.error()).because({form.id, form.id}));
        }
        const bool twice =
            std::any_of(forms.begin(), forms.end(), [&](const auto& other) { return other.id == form.id; });
        if (twice || (form.current && current_of(forms, form.kind, form.paper) != nullptr)) {
            return broken({"重复", "it stands twice"}, form.id);
        }
        forms.push_back(std::move(form));
    }
    return forms;
}

const std::vector<LetterForm>& letter_catalogue() {
    static const std::vector<LetterForm> kForms = [] {
        auto parsed =
            parse_letter_catalogue(embedded_file("schemas/letters/letters.toml"),
                                   [](const std::string& name) { return embedded_file("schemas/letters/" + name); });
        ensure(parsed.has_value(), parsed ? "" : parsed.error().message.en);
        return std::move(*parsed);
    }();
    return kForms;
}

const LetterForm* letter_form_by_id(std::string_view id) {
    const std::vector<LetterForm>& forms = letter_catalogue();
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const LetterForm& form) { return form.id == id; });
    return found == forms.end() ? nullptr : &*found;
}

const LetterForm* current_letter_form(LetterKind kind, LetterPaper paper) {
    return current_of(letter_catalogue(), kind, paper);
}

} // namespace jiezhuan
