#include "jiezhuan/report/view.hpp"

#include "jiezhuan/base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>

namespace jiezhuan {
namespace {

std::optional<std::size_t> column_named(const RowSet& set, std::string_view name) {
    const auto place = [&set](auto&& matches) -> std::optional<std::size_t> {
        const auto found = std::find_if(set.columns.begin(), set.columns.end(), matches);
        return found == set.columns.end() ? std::nullopt : std::optional(std::size_t(found - set.columns.begin()));
    };
    const auto by_id = place([name](const Column& column) { return column.id == name; });
    return by_id ? by_id
                 : place([name](const Column& column) { return column.title.zh == name || column.title.en == name; });
}

// The sections that --columns and --sort speak of.
std::vector<View*> addressed(std::vector<View>& views) {
    const bool lists = std::any_of(views.begin(), views.end(), [](const View& view) { return view.is_list(); });
    std::vector<View*> chosen;
    for (View& view : views) {
        if (view.is_list() == lists) {
            chosen.push_back(&view);
        }
    }
    return chosen;
}

tl::unexpected<Error> no_such_column(const std::string& name, const std::vector<View*>& views) {
    std::vector<std::string> ids;
    for (const View* view : views) {
        for (const Column& column : view->set().columns) {
            if (std::find(ids.begin(), ids.end(), column.id) == ids.end()) {
                ids.push_back(column.id);
            }
        }
    }
    const std::vector<std::string> near = nearest(name, ids);
    return fail(Exit::usage, say({"没有名为“{}”的列", "there is no column '{}'"}, printable(name)),
                near.empty() ? say({"可以用的列：{}", "the columns are: {}"}, fmt::join(ids, ", "))
                             : say({"是不是：{}", "did you mean: {}"}, fmt::join(near, ", ")));
}

Result<void> known(const std::string& name, const std::vector<View*>& views) {
    if (std::none_of(views.begin(), views.end(), [&](const View* view) { return column_named(view->set(), name); })) {
        return no_such_column(name, views);
    }
    return {};
}

// A column named twice is shown once.
void show_named(View& view, const std::vector<std::string>& names) {
    std::vector<std::size_t> columns;
    for (const std::string& name : names) {
        const auto column = column_named(view.set(), name);
        if (column && std::find(columns.begin(), columns.end(), *column) == columns.end()) {
            columns.push_back(*column);
        }
    }
    if (!columns.empty()) {
        view.show_columns(std::move(columns));
    }
}

} // namespace

Result<std::vector<View>> views_of(const Document& document, const RenderOptions& options) {
    std::vector<View> views(document.sections.begin(), document.sections.end());
    const std::vector<View*> chosen = addressed(views);
    for (const std::string& name : options.columns) {
        JZ_CHECK(known(name, chosen));
    }
    const bool descending = options.sort.starts_with('-');
    const std::string sort = options.sort.substr(descending ? 1 : 0);
    if (!sort.empty()) {
        JZ_CHECK(known(sort, chosen));
    }
    for (View* view : chosen) {
        show_named(*view, options.columns);
        if (const auto column = column_named(view->set(), sort); column && !sort.empty()) {
            view->sort_by(*column, descending);
        }
    }
    return views;
}

} // namespace jiezhuan
