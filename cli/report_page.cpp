#include "cli/report_page.hpp"

#include <algorithm>
#include <optional>

#include "analyses/gallery/gallery.hpp"
#include "cli/interrupt.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/folder_writer.hpp"
#include "lca/base/text.hpp"
#include "lca/page/html.hpp"

namespace lca::cli {
namespace {

/// The words of the command line `lca evaluate` for a file, with the values of these options.
std::vector<std::string> evaluating_words(const std::string& file, const Arguments& arguments,
                                          std::initializer_list<const char*> options) {
    std::vector<std::string> words = {"lca", "evaluate", file};
    for (const char* name : options) {
        for (const std::string& value : arguments.all(name)) words.insert(words.end(), {name, value});
    }
    return words;
}

}  // namespace

bool asks_for_html(const Arguments& arguments) {
    return arguments.one("--format") == html_name;
}

void refuse_with_html(const Arguments& arguments, std::initializer_list<std::string_view> options) {
    refuse_options(
        arguments, options,
        "is only for the other formats: a page shows the total of climate change with all its parts");
}

ReportOptions report_options(const Arguments& arguments) {
    constexpr std::uint64_t max_draws = 100'000;  // the page draws its samples again after each change
    ReportOptions options;
    const SamplingOptions sampling = sampling_options(arguments, {.samples = options.draws}, max_draws);
    options.draws = sampling.samples;
    options.seed = sampling.seed;
    return options;
}

int write_report(const Arguments& arguments, Io& io, const ReportOptions& options) {
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    const std::optional<InteractiveReport> report = make_report(*session, source, options);
    if (report_faults(*session, arguments, io) != 0 || !report) return 2;
    const std::vector<std::string> words =
        evaluating_words(source.shown_name(), arguments, {"--what-if", "--hardware-db", "--set"});
    deliver_text(html_of(*report, *session, words), arguments, session->all_sources(), io);
    return 0;
}

int write_report(const ScenarioSource& first, const Comparison& compared, const Session& session,
                 const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> own = session.another();  // the warnings in `session` were reported before
    ReportOptions options = report_options(arguments);
    options.compared = &compared;
    const std::optional<InteractiveReport> report = make_report(*own, first, options);
    if (report_faults(*own, arguments, io, false) != 0 || !report) return 2;
    std::vector<const Sources*> read = session.all_sources();
    for (const Sources* sources : own->all_sources()) read.push_back(sources);
    const std::vector<std::string> words =
        evaluating_words(first.shown_name(), arguments, {"--hardware-db", "--set"});
    deliver_text(html_of(*report, *own, words), arguments, read, io);
    return 0;
}

int write_gallery(const std::string& folder, const Arguments& arguments, Io& io) {
    for (const char* name : {"--set", "--what-if"}) {
        if (arguments.has(name))
            throw InputError(std::string(name) + " is allowed only with one scenario, not with a folder");
    }
    if (!arguments.has("--output"))
        throw InputError("a folder of scenarios needs --output FOLDER, for its pages and their index");
    const std::unique_ptr<Session> session = open_session(arguments);
    Interrupt interrupt;
    FolderWriter writer(std::string(arguments.one("--output")), is_own_html);
    GalleryMaker maker;
    maker.command = [&](const std::string& file) {
        return evaluating_words(file, arguments, {"--hardware-db"});
    };
    maker.page = [&](const std::string& name, std::string_view html) {
        if (interrupt.came()) throw Interrupted{interrupt.signal()};
        writer.add(name, html);
    };
    const Gallery gallery = make_gallery(*session, folder, maker);
    maker.page(std::string(index_page), html_of(gallery));
    writer.finish();
    const int code = report_faults(*session, arguments, io);
    constexpr int bad_file = 3;
    return gallery.unreadable ? bad_file : code;
}

}  // namespace lca::cli
