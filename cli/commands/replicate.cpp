#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "analyses/replication/replication_report.hpp"
#include "cli/session_options.hpp"
#include "lca/base/text.hpp"
#include "models/results/expectation_checks.hpp"

namespace lca::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view studies_here = "scenarios/papers";
constexpr std::string_view studies_installed =
    "../share/lca/scenarios/papers";  // from the folder of the program

constexpr Argument details = {
    "--details",
    Takes::nothing,
    {},
    "every figure beside the computed one: where it is published, why it may differ"};
constexpr Argument positionals[] = {{"FILE",
                                     Takes::file,
                                     {},
                                     "scenarios, or folders of them; default scenarios/papers "
                                     "here, else the installed studies",
                                     {},
                                     true}};
constexpr Argument options[] = {details, option::format, option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca replicate", "all studies, one line each"},
    {"lca replicate scenarios/papers/bloom --details", "one study, figure by figure"},
    {"lca replicate --details --format markdown --output replications.md", "everything, as a page"},
};

std::string folder_of_program() {
    std::array<char, 4096> buffer{};
    const ssize_t length = readlink("/proc/self/exe", buffer.data(), buffer.size());
    const std::string path(buffer.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    return path.substr(0, path.rfind('/') + 1);
}

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

/// The YAML files in a folder and below, sorted by name.
void add_folder(const std::string& folder, std::vector<std::string>& files) {
    const std::size_t first = files.size();
    std::error_code code;
    fs::recursive_directory_iterator entries(folder, code);
    for (; !code && entries != fs::recursive_directory_iterator(); entries.increment(code)) {
        const std::string path = entries->path().string();
        std::error_code ignored;
        if (entries->path().extension() == ".yaml" && entries->is_regular_file(ignored))
            files.push_back(path);
    }
    if (code) throw FileError("cannot read the folder " + shown(folder) + ": " + code.message());
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
}

/// Reads studies and holds their figures against what is computed.
class Replicator {
public:
    Replicator(const Arguments& arguments, Io& io) : arguments_(arguments), io_(io) {}

    int run() {
        const std::span<const std::string> asked = arguments_.all("FILE");
        asked.empty() ? choose_default() : choose(asked);
        for (const std::string& file : files_) study(file);
        if (failed_) return 2;
        if (replication_.studies.empty())
            throw InputError("no published figures (`expect`) in " + replication_.from);
        std::vector<const Sources*> read;
        for (const std::unique_ptr<Session>& session : sessions_) read.push_back(&session->sources());
        replication_.details = arguments_.has("--details");
        replication_.provenance = provenance(*sessions_.front());
        deliver(replicate_report(replication_), arguments_, read, io_);
        return in_all(replication_).of(Verdict::off) > 0 ? 1 : 0;
    }

private:
    void choose_default() {
        std::string folder(studies_here);
        if (!is_folder(folder)) folder = folder_of_program() + std::string(studies_installed);
        if (!is_folder(folder)) {
            throw FileError("no studies: neither " + std::string(studies_here) + " here nor the installed " +
                            folder);
        }
        replication_.from = folder == studies_here ? "Studies of " + folder + " here."
                                                   : "The installed studies: there is no " +
                                                         std::string(studies_here) + " here.";
        add_folder(folder, files_);
    }

    void choose(std::span<const std::string> asked) {
        for (const std::string& path : asked) {
            if (is_folder(path)) {
                add_folder(path, files_);
            } else {
                files_.push_back(path);
            }
            replication_.from += (replication_.from.empty() ? "" : ", ") + shown(path, 400);
        }
    }

    void study(const std::string& file) {
        Session& session = *sessions_.emplace_back(open_session(arguments_));
        const std::shared_ptr<Document> document = load(session, source_of(file, arguments_));
        std::unique_ptr<Model> base;
        if (document) base = session.compile(document);
        ReplicatedStudy result{file, {}, {}, {}, &session.sources()};
        if (base) check_all(session, document, *base, result);
        const bool faulty = report_faults(session, arguments_, io_) != 0;
        failed_ = failed_ || faulty || !base;
        if (failed_) return;
        if (result.checks.empty()) {
            ++replication_.without_figures;
            return;
        }
        result.title = base->scenario.title;
        result.source = base->scenario.source;
        replication_.studies.push_back(std::move(result));
    }

    void check_all(Session& session, const std::shared_ptr<Document>& document, const Model& base,
                   ReplicatedStudy& result) {
        const std::vector<Expectation>& expectations = base.scenario.expectations;
        const PointResult reading(base);
        std::vector<Expectation> of_base;
        std::set<std::string> variants;
        for (const Expectation& expected : expectations) {
            if (expected.what_if.empty()) {
                of_base.push_back(expected);
            } else {
                variants.insert(expected.what_if);
            }
        }
        result.checks = checks(of_base, {}, reading);
        for (const std::string& id : variants) {
            const std::unique_ptr<Model> model = session.compile(document, id);
            if (model) check_variant(*model, id, expectations, result);
        }
    }

    static void check_variant(const Model& model, const std::string& id,
                              const std::vector<Expectation>& expectations, ReplicatedStudy& result) {
        const PointResult reading(model);
        std::vector<Expectation> own;
        for (const Expectation& expected : expectations) {
            if (expected.what_if == id) own.push_back(expected);
        }
        const std::vector<Check> found = checks(own, id, reading);
        result.checks.insert(result.checks.end(), found.begin(), found.end());
    }

    const Arguments& arguments_;
    Io& io_;
    std::vector<std::string> files_;
    std::vector<std::unique_ptr<Session>> sessions_;
    Replication replication_;
    bool failed_ = false;
};

int run(const Arguments& arguments, Io& io) {
    return Replicator(arguments, io).run();
}

constexpr Command command = {
    "replicate",
    "published figures beside computed ones",
    "Computes the studies in `scenarios/papers` and holds each published figure against the computed one: "
    "counts by study, and with --details each figure with its deviation and verdict. Ends with 1 if any "
    "figure is off. Known inconsistencies of a publication come with their reason and fail nothing; "
    "figures that rest on a fitted input are marked.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& replicate_command() {
    return command;
}

}  // namespace lca::cli
