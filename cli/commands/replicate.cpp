#include "analyses/replication/replication.hpp"
#include "cli/default_studies.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

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

int run(const Arguments& arguments, Io& io) {
    ReplicationOptions parsed{arguments.has("--details")};
    std::vector<ScenarioSource> studies;
    for (const std::string& file : arguments.all("FILE")) studies.push_back(source_of(file, arguments));
    if (studies.empty()) {
        DefaultStudies found = default_studies();
        studies.push_back(source_of(found.folder, arguments));
        parsed.from = std::move(found.from);
    }
    const std::unique_ptr<Session> session = open_session(arguments);
    const std::optional<Replication> result =
        answer_of([&] { return replicate(*session, studies, parsed); }, *session, arguments, io);
    if (report_faults(*session, arguments, io) != 0) return 2;
    deliver(report_of(*result), arguments, *session, io);
    return result->count(Verdict::off) > 0 ? 1 : 0;
}

constexpr Command command = {
    "replicate",
    "published figures beside computed ones",
    "Computes the studies in `scenarios/papers` and compares each published figure with the computed one: "
    "counts by study, and with --details each figure with its deviation and verdict. Ends with 1 if any "
    "figure is off. Known inconsistencies of a publication are listed with their reason and do not count as "
    "failures; figures that rest on a fitted input are marked.",
    positionals,
    options,
    examples,
    run,
    Group::papers};

}  // namespace

const Command& replicate_command() {
    return command;
}

}  // namespace lca::cli
