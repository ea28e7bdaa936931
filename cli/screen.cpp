#include "cli/screen.hpp"

#include "cli/args.hpp"
#include "cli/settings.hpp"

namespace jiezhuan::cli {

bool on_a_screen(const Context& context) {
    const std::string format = context.args().text_or("--format", context.settings().format.value_or("table"));
    return format == "table" && !context.args().given("--columns") && !context.args().given("--sort");
}

} // namespace jiezhuan::cli
