// Cells whose value stands in a list: codes, choices, organisations.
#include "jiezhuan/base/text.hpp"
#include "jiezhuan/rules/catalogue.hpp"
#include "jiezhuan/rules/cells.hpp"
#include "jiezhuan/service/intake/cells.hpp"
#include "jiezhuan/service/work.hpp"

#include <algorithm>
#include <array>

namespace jiezhuan {

int Cells::code_value(std::size_t column) {
    if (!given(column)) {
        return 0;
    }
    const std::string_view cell = clean_[column];
    key_ = cell;
    auto& known = words_[column].codes;
    if (const auto found = known.find(key_); found != known.end()) {
        keep(column, std::int64_t{found->second});
        return found->second;
    }
    const CodeTable& table = *table_.schema().columns[column].codes;
    const CodeRow* row = table.by_word(narrowed(cell));
    const std::size_t before = findings_.size();
    if (judging()) {
        const auto judge_by_table = &table == &code_table<Ethnic>()         ? judge_ethnic
                                    : &table == &code_table<Sex>()          ? judge_sex
                                    : &table == &code_table<Stage>()        ? judge_stage
                                    : &table == &code_table<MemberStatus>() ? judge_member_status
                                                                            : nullptr;
        if (judge_by_table != nullptr) {
            judge_by_table(findings_, cell, *profile_, position(column));
        } else {
            judge_code(findings_, cell, table, *profile_, position(column));
        }
    }
    if (row == nullptr) {
        keep(column, cell);
        return 0;
    }
    if (findings_.size() == before) {
        known.emplace(key_, row->value);
    }
    keep(column, std::int64_t{row->value});
    return row->value;
}

const Choice* Cells::choice(std::size_t column) {
    if (!given(column)) {
        return nullptr;
    }
    const ImportColumn& kind = table_.schema().columns[column];
    const Choice* choice = kind.choice(clean_[column]);
    if (choice != nullptr) {
        keep(column, choice->id);
        return choice;
    }
    keep(column, clean_[column]);
    std::string zh;
    std::string en;
    for (const Choice& each : kind.choices) {
        zh += (zh.empty() ? "" : "、") + each.title.zh;
        en += (en.empty() ? "" : ", ") + each.title.zh;
    }
    met("IN-07", column,
        Message(fmt::format("“{}”无法识别，可以填：{}", printable(clean_[column]), zh),
                fmt::format("'{}' is not known; one of: {}", printable(clean_[column]), en)));
    return nullptr;
}

OrgId Cells::organisation(std::size_t column, OrgDirectory::Where where) {
    if (!given(column)) {
        return {};
    }
    const std::string_view cell = mended(column);
    keep(column, cell);
    if (organisations_ == nullptr) {
        return {};
    }
    key_ = cell;
    auto& known = words_[column].organisations;
    if (const auto found = known.find(key_); found != known.end()) {
        return found->second;
    }
    auto& unknown = words_[column].unknown;
    if (const auto found = unknown.find(key_); found != unknown.end()) {
        findings_.push_back(found->second);
        findings_.back().position = position(column);
        return {};
    }
    const auto resolved = organisations_->resolve_in_force(key_, where);
    if (resolved) {
        known.emplace(key_, *resolved);
        if (auto why = organisations_->known_as(key_, *resolved)) { // once for each name
            findings_.push_back(
                {std::string(kStateRule), Severity::info, {}, position(column), std::move(*why), Message()});
        }
        return *resolved;
    }
    const std::size_t before = findings_.size();
    met("IN-07", column, resolved.error().message, resolved.error().hint);
    if (findings_.size() > before) {
        unknown.emplace(key_, findings_.back());
    }
    return {};
}

} // namespace jiezhuan
