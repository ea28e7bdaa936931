#include "jiezhuan/base/embedded.hpp"

#include "jiezhuan/base/result.hpp"

namespace jiezhuan {

std::string_view embedded_file(std::string_view path) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.path == path) {
            return file.content;
        }
    }
    throw Bug{"no embedded file " + std::string(path)};
}

} // namespace jiezhuan
