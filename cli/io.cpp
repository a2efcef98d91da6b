#include "cli/io.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"

namespace lca::cli {

namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// Whether the locale is UTF-8, judged by the first of these variables that is set; the order is setlocale's.
bool locale_is_utf8() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string locale(variable(name));
        if (locale.empty()) continue;
        for (char& c : locale) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
    }
    return false;
}

}  // namespace

Io::Io() {
    if (isatty(STDOUT_FILENO) != 1) return;
    colour_ = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
    ascii_ = !locale_is_utf8();
    winsize size = {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        width_ = std::clamp<std::size_t>(size.ws_col, 40, 120);
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
        // Cannot be reported anywhere; the exit code still shows whether the command failed.
    }
}

}  // namespace lca::cli
