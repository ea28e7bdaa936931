// The renderers behind render(), one a format. What they are given was selected already.
#pragma once

#include "jiezhuan/report/view.hpp"

#include <span>
#include <string>

namespace jiezhuan {

[[nodiscard]] std::string render_people(const Document& document, std::span<const View> views,
                                        const RenderOptions& options);
[[nodiscard]] std::string render_json(const Document& document, std::span<const View> views,
                                      const RenderOptions& options);
[[nodiscard]] std::string render_ndjson(const Document& document, std::span<const View> views,
                                        const RenderOptions& options);
// Exit::usage where there is not exactly one list, or a character has no place in the encoding asked for.
[[nodiscard]] Result<std::string> render_csv(std::span<const View> views, const RenderOptions& options);

// One section as lines for people, without its title: a list as a table, or record by record where the terminal is too
// narrow for its columns; a card field by field.
[[nodiscard]] std::string table_lines(const View& view, const RenderOptions& options);
[[nodiscard]] std::string card_lines(const View& view, std::size_t row, const RenderOptions& options);

// What a program reads in a cell. Of a text that was written for people, the one in its language.
[[nodiscard]] inline std::string machine_text(const Cell& cell, Lang lang) {
    std::string machine = cell.machine();
    return lang != Lang::zh && machine == cell.shown(Lang::zh) ? cell.shown(lang) : machine;
}

[[nodiscard]] std::string error_json(const Error& error, Lang lang);

} // namespace jiezhuan
