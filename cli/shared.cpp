#include "cli/shared.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "cli/interrupt.hpp"
#include "lca/base/text.hpp"
#include "models/catalog/embedded.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view standard_input = "-";

bool same_file(const std::string& a, const std::string& b) {
    struct stat first = {};
    struct stat second = {};
    if (stat(a.c_str(), &first) != 0 || stat(b.c_str(), &second) != 0) return false;
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/// Throws InputError where a file to be written is one of the files read.
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

/// What `write` makes goes to the file of `--output`, or to standard output.
void deliver_pieces(const std::function<void(const TextSink&)>& write, const Arguments& arguments,
                    const std::vector<const Sources*>& read, Io& io) {
    std::optional<Interrupt> interrupt;  // outlives the file: no signal keeps it from being taken away again
    const std::unique_ptr<FileWriter> file = begin_output(arguments, read);
    if (!file) return write([&io](std::string_view text) { io.out(text); });
    interrupt.emplace();
    write([&](std::string_view text) {
        if (interrupt->came()) throw Interrupted();
        file->append(text);
    });
    file->finish();
}

}  // namespace

std::unique_ptr<FileWriter> begin_output(const Arguments& arguments,
                                         const std::vector<const Sources*>& read) {
    if (!arguments.has("--output")) return nullptr;
    std::string output(arguments.one("--output"));
    refuse_inputs(output, read);
    return std::make_unique<FileWriter>(std::move(output));
}

std::string_view version() {
    return LCA_VERSION;
}

std::string version_line() {
    return "lca " + std::string(version()) + ", catalogue " + std::string(embedded_catalogue().digest);
}

std::unique_ptr<Session> open_session(const Arguments& arguments) {
    auto session = std::make_unique<Session>(embedded_catalogue());
    for (const std::string& folder : arguments.all("--hardware-db")) session->add_hardware_db(folder);
    return session;
}

std::vector<Change> changes(const Arguments& arguments) {
    std::vector<Change> changes;
    for (const std::string& text : arguments.all("--set")) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw InputError("--set `" + shown(text) +
                             "`: expected PATH=VALUE, as in `--set sites.idris.pue=1.2`");
        }
        changes.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
    return changes;
}

std::shared_ptr<Document> load(Session& session, const std::string& file) {
    if (file != standard_input) return session.load(file);
    return session.load_text("<stdin>", read_file("/dev/stdin"));
}

std::unique_ptr<Model> read_model(Session& session, const Arguments& arguments) {
    const std::vector<Change> asked = changes(arguments);
    const std::shared_ptr<Document> document = load(session, std::string(arguments.one("FILE")));
    return document ? session.compile(document, arguments.one("--what-if"), asked) : nullptr;
}

int report_faults(Session& session, const Arguments& arguments, Io& io, bool warnings_too) {
    const bool failed = session.diagnostics().has_errors();
    if (failed || (warnings_too && !arguments.has("--quiet"))) io.err(session.messages());
    return failed ? 2 : 0;
}

std::size_t chosen_measure(const Arguments& arguments) {
    const std::string_view name = arguments.one("--impact", "climate");
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (measure(i).suffix == name) return i;
    }
    return index_of::climate;
}

Provenance provenance(Session& session) {
    Provenance result{version(), session.catalog().digest()};
    for (const Catalog::Folder& folder : session.catalog().folders()) {
        result.folders.emplace_back(folder.path, folder.digest);
    }
    return result;
}

Evaluation describe(const Model& model, const Reading& reading, Session& session,
                    const Arguments& arguments) {
    Evaluation result;
    result.title = std::string(model.scenario.title);
    result.file = model.name;
    result.variant = model.variant;
    for (const WhatIf& what_if : model.scenario.what_ifs) {
        if (what_if.id == model.variant) result.variant_title = std::string(what_if.title);
    }
    result.note = std::string(model.scenario.note);
    result.source = model.scenario.source;
    for (const Change& change : changes(arguments)) result.changes.emplace_back(change.path, change.value);
    result.reading = &reading;
    result.sources = &session.sources();
    result.provenance = provenance(session);
    for (Fault& fault : session.diagnostics().sorted()) {
        if (fault.severity == Severity::warning) result.warnings.push_back(std::move(fault));
    }
    result.measure = chosen_measure(arguments);
    return result;
}

bool shows_page(const Arguments& arguments) {
    const std::string_view format = arguments.one("--format", "text");
    return !arguments.has("--output") && (format == "text" || format == "markdown");
}

void deliver_text(std::string_view text, const Arguments& arguments, const std::vector<const Sources*>& read,
                  Io& io) {
    deliver_pieces([text](const TextSink& sink) { sink(text); }, arguments, read, io);
}

void deliver(const Report& report, const Arguments& arguments, const std::vector<const Sources*>& read,
             Io& io) {
    const Format* format = find_format(arguments.one("--format", "text"));
    if (!format) throw InputError("unknown format");
    Style style;
    style.colour = io.colour() && !arguments.has("--output");
    deliver_pieces([&](const TextSink& sink) { format->write(report, style, sink); }, arguments, read, io);
}

}  // namespace lca::cli
