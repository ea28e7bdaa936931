// What the rules say about one cell, once it was read. Pure: the importer brings the text and the place, and keeps the value.
#pragma once

#include "jiezhuan/base/date.hpp"
#include "jiezhuan/model/citizen_id.hpp"
#include "jiezhuan/model/code.hpp"
#include "jiezhuan/model/finding.hpp"

#include <optional>
#include <string_view>

namespace jiezhuan {

struct Profile;

// Each adds its findings at `where`: none where the cell is in order, none where it is empty. Cells are well-formed UTF-8.
// ID-01, ID-02, ID-03, ID-04, ID-07; IN-04 where it was made regular. Precondition: the cell was not empty. Never quotes the number.
// `cell` is what was read: what a spreadsheet did to it is called by its name.
void judge_citizen_id(Findings& findings, const ReadCitizenId& read, std::string_view cell, const Profile& profile,
                      const Position& where);
// MB-01 with the nearest names, MB-02.
void judge_ethnic(Findings& findings, std::string_view cell, const Profile& profile, const Position& where);
// MB-03
void judge_sex(Findings& findings, std::string_view cell, const Profile& profile, const Position& where);
// MB-04
void judge_stage(Findings& findings, std::string_view cell, const Profile& profile, const Position& where);
// ST-02 where the word says why somebody left, IN-07 where it is no status.
void judge_member_status(Findings& findings, std::string_view cell, const Profile& profile, const Position& where);
// IN-07 with the nearest words, for a coded value without a rule of its own.
void judge_code(Findings& findings, std::string_view cell, const CodeTable& table, const Profile& profile,
                const Position& where);
// IN-03; IN-07 where it is no date.
void judge_date(Findings& findings, std::string_view cell, const Profile& profile, const Position& where);
// Why something cannot be the name of a person (of an organisation); it is not quoted. Nothing where it can, or is empty.
enum class NameOf { person, organisation };
[[nodiscard]] std::optional<Message> no_name(std::string_view name, NameOf whose);
// IN-05 of a name with something in brackets behind it, "张三（女）": that is no part of the name. It is kept as it is.
void judge_brackets(Findings& findings, std::string_view name, const Profile& profile, const Position& where,
                    std::string subject = {});
// IN-05; IN-07 where it is no name.
void judge_name(Findings& findings, std::string_view cell, const Profile& profile, const Position& where);
// IN-04, for any other text that is kept as `kept`: full-width letters and digits, invisible characters.
void judge_text(Findings& findings, std::string_view cell, std::string_view kept, const Profile& profile,
                const Position& where);
// IN-08
void judge_required(Findings& findings, std::string_view cell, Text title, const Profile& profile,
                    const Position& where);

} // namespace jiezhuan
