#include "cli/session_options.hpp"

#include <algorithm>
#include <filesystem>

#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "models/catalog/embedded.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view standard_input = "-";

}  // namespace

std::string version_line() {
    return "lca " + std::string(version()) + ", catalogue " + std::string(embedded_catalogue().digest);
}

std::unique_ptr<Session> open_session(const Arguments& arguments) {
    auto session = std::make_unique<Session>(embedded_catalogue());
    for (const std::string& folder : arguments.all("--hardware-db")) session->add_hardware_db(folder);
    return session;
}

std::vector<std::string> each_once(const Arguments& arguments, std::string_view option) {
    std::vector<std::string> names;
    for (const std::string& name : arguments.all(option)) {
        if (std::find(names.begin(), names.end(), name) != names.end())
            throw InputError(std::string(option) + " names " + in_quotes(name) + " twice");
        names.push_back(name);
    }
    return names;
}

void refuse_options(const Arguments& arguments, std::initializer_list<std::string_view> options,
                    std::string_view why) {
    for (const std::string_view option : options) {
        if (arguments.has(option)) throw InputError(std::string(option) + " " + std::string(why));
    }
}

std::vector<Edit> edits(const Arguments& arguments) {
    std::vector<Edit> edits;
    for (const std::string& text : arguments.all("--set")) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw InputError("--set `" + shown(text) +
                             "`: expected PATH=VALUE, as in `--set sites.idris.pue=1.2`");
        }
        edits.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
    return edits;
}

ScenarioSource source_of(const std::string& file, const Arguments& arguments) {
    ScenarioSource source;
    std::error_code error;
    source.path = file == standard_input ? "<stdin>" : file;
    // A file that can be read only once, such as `<(…)` of a shell, is read here and its text kept, because
    // an analysis may read it again.
    const bool once =
        std::filesystem::is_fifo(file, error) || std::filesystem::is_character_file(file, error);
    if (file == standard_input || once) source.text = read_file(once ? file : "/dev/stdin");
    source.name = file;
    source.edits = edits(arguments);
    return source;
}

ScenarioSource source_of(const Arguments& arguments) {
    ScenarioSource source = source_of(std::string(arguments.one("FILE")), arguments);
    source.what_if = arguments.one("--what-if");
    return source;
}

int report_faults(const Session& session, const Arguments& arguments, Io& io, bool warnings_too) {
    const bool failed = session.failed();
    const bool quiet = arguments.has("--quiet");
    if (failed || (warnings_too && !quiet))
        io.err(session.messages(quiet ? Severity::error : Severity::note));
    return failed ? 2 : 0;
}

std::size_t chosen_measure(const Arguments& arguments) {
    return measure_of_choice(arguments.one("--impact")).value_or(index_of::climate);
}

std::vector<std::size_t> chosen_measures(const Arguments& arguments) {
    std::vector<std::size_t> chosen;
    for (const std::string& name : arguments.all("--impact")) {
        if (const std::optional<std::size_t> measure = measure_of_choice(name)) chosen.push_back(*measure);
    }
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

}  // namespace lca::cli
