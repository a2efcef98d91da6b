#include "cli/deliver.hpp"

#include <sys/stat.h>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "models/compile/session.hpp"

namespace lca::cli {
namespace {

bool same_file(const std::string& a, const std::string& b) {
    struct stat first = {};
    struct stat second = {};
    if (stat(a.c_str(), &first) != 0 || stat(b.c_str(), &second) != 0) return false;
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

}  // namespace

void refuse_inputs(const std::string& output, const std::vector<const Sources*>& read) {
    for (const Sources* sources : read) {
        for (const Source& source : *sources) {
            if (!source.sha256.empty() && same_file(output, source.name)) {
                throw InputError("--output " + shown(output) +
                                 " is a file that was read: it would be overwritten");
            }
        }
    }
}

bool shows_page(const Arguments& arguments) {
    const std::string_view format = arguments.one("--format", "text");
    return !arguments.has("--output") && (format == "text" || format == "markdown");
}

void deliver_text(std::string_view text, const Arguments& arguments, const std::vector<const Sources*>& read,
                  Io& io) {
    if (!arguments.has("--output")) {
        io.out(text);
        return;
    }
    const std::string output(arguments.one("--output"));
    refuse_inputs(output, read);
    write_file(output, text);
}

void deliver(const Report& report, const Arguments& arguments, const std::vector<const Sources*>& read,
             Io& io) {
    const Format* format = find_format(arguments.one("--format", "text"));
    if (!format) throw InputError("unknown format");
    Style style;
    style.colour = io.colour() && !arguments.has("--output");
    if (!arguments.has("--output")) {
        format->write(report, style, [&io](std::string_view text) { io.out(text); });
        return;
    }
    std::string whole;  // a file is written whole or not at all
    format->write(report, style, [&whole](std::string_view text) { whole += text; });
    deliver_text(whole, arguments, read, io);
}

void deliver(const Report& report, const Arguments& arguments, const Session& session, Io& io) {
    deliver(report, arguments, session.all_sources(), io);
}

}  // namespace lca::cli
