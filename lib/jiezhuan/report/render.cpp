#include "jiezhuan/report/render.hpp"

#include "jiezhuan/report/formats.hpp"

namespace jiezhuan {

Result<std::string> render(const Document& document, const RenderOptions& options) {
    JZ_TRY(views, views_of(document, options));
    switch (options.format) {
    case Format::table:
        return render_people(document, views, options);
    case Format::json:
        return render_json(document, views, options);
    case Format::ndjson:
        return render_ndjson(document, views, options);
    case Format::csv:
        return render_csv(views, options);
    }
    throw Bug{"an output format without a renderer"};
}

} // namespace jiezhuan
