#include "cli/deliver.hpp"

#include <sys/stat.h>

#include <functional>
#include <memory>
#include <optional>

#include "cli/interrupt.hpp"
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

/// Throws InputError if the output file is one of the files that were read.
void refuse_inputs(const std::string& output, const std::vector<const Sources*>& read) {
    for (const Sources* sources : read) {
        for (const Source& source : *sources) {
            const bool in_blocks = source.text.empty();  // read block by block: no text, perhaps no digest
            if ((in_blocks || !source.sha256.empty()) && same_file(output, source.name)) {
                throw InputError("--output " + shown(output) + " is an input file and would be overwritten");
            }
        }
    }
}

bool is_pipe(const std::string& name) {
    struct stat status = {};
    return stat(name.c_str(), &status) == 0 && S_ISFIFO(status.st_mode);
}

/// Opens the file of `--output`; null if the result goes to standard output. Signals are blocked before the
/// file is created, so that none leaves it incomplete; but not for a pipe, as opening it may wait for a
/// reader. Throws FileError, and InputError if the file is one of those that were read.
std::unique_ptr<FileWriter> begin_output(const Arguments& arguments, const std::vector<const Sources*>& read,
                                         std::optional<Interrupt>& interrupt) {
    if (!arguments.has("--output")) return nullptr;
    std::string output(arguments.one("--output"));
    refuse_inputs(output, read);
    if (!is_pipe(output)) interrupt.emplace();
    return std::make_unique<FileWriter>(std::move(output));
}

/// Calls `write` so that its text goes to the file of `--output`, or to standard output.
void deliver_pieces(const std::function<void(const TextSink&)>& write, const Arguments& arguments,
                    const std::vector<const Sources*>& read, Io& io) {
    std::optional<Interrupt> interrupt;  // declared before the file, to be destroyed after it
    const std::unique_ptr<FileWriter> file = begin_output(arguments, read, interrupt);
    if (!file) return write([&io](std::string_view text) { io.out(text); });
    write([&](std::string_view text) {
        if (interrupt && interrupt->came()) throw Interrupted{interrupt->signal()};
        file->append(text);
    });
    file->finish();
}

const Format& chosen_format(const Arguments& arguments, std::string_view otherwise = "text") {
    const Format* format = find_format(arguments.one("--format", otherwise));
    if (!format) throw InputError("unknown format");
    return *format;
}

Style chosen_style(const Arguments& arguments, const Io& io) {
    Style style;
    if (arguments.has("--output")) return style;
    style.colour = io.colour();
    style.ascii = io.ascii();
    style.width = io.width();
    return style;
}

}  // namespace

PageOptions page_options(const Arguments& arguments) {
    return {.details = arguments.has("--details")};
}

bool shows_page(const Arguments& arguments) {
    return !arguments.has("--output") && chosen_format(arguments).is_page;
}

RowsDelivered deliver_rows(const RowsReport& report, bool headings, const Arguments& arguments,
                           const Session& session, Io& io, std::string_view otherwise) {
    RowsDelivered ended;
    std::optional<Interrupt> interrupt;  // declared before the file, to be destroyed after it
    const auto goes_on = [&](std::uint64_t rows) {
        ended.done = rows;
        return !interrupt->came();
    };
    const Format& format = chosen_format(arguments, otherwise);
    Style style = chosen_style(arguments, io);
    style.headings = headings;
    const std::unique_ptr<FileWriter> file = begin_output(arguments, session.all_sources(), interrupt);
    if (!interrupt) interrupt.emplace();
    format.write(report(goes_on), style,
                 [&](std::string_view text) { file ? file->append(text) : io.out(text); });
    if (interrupt->came()) ended.signal = interrupt->signal();
    ended.given_up = file && ended.signal != 0;
    if (file && !ended.given_up) file->finish();
    return ended;
}

void RowsDelivered::report(const std::string& rows, Io& io) const {
    io.err("lca: stopped after " + rows + "; " +
           (given_up ? "no file was written\n" : "only complete rows were written\n"));
}

void deliver_text(std::string_view text, const Arguments& arguments, const std::vector<const Sources*>& read,
                  Io& io) {
    deliver_pieces([text](const TextSink& sink) { sink(text); }, arguments, read, io);
}

void deliver(const Report& report, const Arguments& arguments, const std::vector<const Sources*>& read,
             Io& io) {
    const Format& format = chosen_format(arguments);
    const Style style = chosen_style(arguments, io);
    deliver_pieces([&](const TextSink& sink) { format.write(report, style, sink); }, arguments, read, io);
}

void deliver(const Report& report, const Arguments& arguments, const Session& session, Io& io) {
    deliver(report, arguments, session.all_sources(), io);
}

}  // namespace lca::cli
