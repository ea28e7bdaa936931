// Writes what is installed beside the program: manual pages in both languages, completion scripts. Run when it is built.
#include "cli/completion.hpp"
#include "cli/man_page.hpp"

#include <filesystem>
#include <fstream>

namespace {

using namespace jiezhuan;
using namespace jiezhuan::cli;

void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    ensure(out.good(), "cannot write " + file.string());
}

void write_pages(const std::filesystem::path& directory, Lang lang) {
    const CommandTable table = command_table();
    write(directory / "jiezhuan.1", program_man_page(table, lang));
    for (const std::string_view noun : nouns_with_pages(table)) {
        write(directory / (page_name(noun) + ".1"), man_page(table, noun, lang));
    }
}

} // namespace

// What goes wrong while the program is built ends the build. NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
    if (argc != 2) {
        return 2;
    }
    const std::filesystem::path share(argv[1]);
    write_pages(share / "man/man1", Lang::en);
    write_pages(share / "man/zh_CN/man1", Lang::zh);
    write(share / "bash-completion/completions/jiezhuan", bash_completion());
    write(share / "zsh/site-functions/_jiezhuan", zsh_completion());
    write(share / "fish/vendor_completions.d/jiezhuan.fish", fish_completion());
    return 0;
}
