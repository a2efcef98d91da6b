#include "cli/io.hpp"

#include <unistd.h>

#include <cstdlib>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"

namespace lca::cli {

Io::Io() {
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool plain = (no_colour && *no_colour) || (terminal && std::string_view(terminal) == "dumb");
    colour_ = !plain && isatty(STDOUT_FILENO) == 1;
}

void Io::out(std::string_view text) {
    try {
        write_all(STDOUT_FILENO, text);
    } catch (const ReaderGone&) {
        throw;
    } catch (const FileError& error) {
        throw FileError(std::string("standard output: ") + error.what());
    }
}

void Io::err(std::string_view text) {
    try {
        write_all(STDERR_FILENO, text);
    } catch (const FileError&) {
        // There is nowhere left to say it; the exit code still tells.
    }
}

}  // namespace lca::cli
