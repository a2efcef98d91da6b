#include "cli/completions.hpp"

#include <algorithm>

#include "cli/session_options.hpp"
#include "models/catalog/rating.hpp"
#include "models/catalog/region.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view shells[] = {"bash", "fish", "zsh"};
constexpr Argument positionals[] = {{"SHELL", Takes::choice, {}, "for which shell", shells, false, true}};
constexpr Argument options[] = {option::output, option::hardware_db};
constexpr Example examples[] = {
    {"source <(lca completions bash)", "in this shell"},
    {"lca completions fish > ~/.config/fish/completions/lca.fish", "in every fish"},
};

/// The ids without their years, each once: a region's ids of different years become one.
std::vector<std::string> without_years(const std::vector<std::string>& ids) {
    std::vector<std::string> result;
    for (const std::string& id : ids) {
        const std::optional<RegionYear> parts = region_year(id);
        result.emplace_back(parts ? parts->region : std::string_view(id));
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    if (report_faults(*session, arguments, io) != 0) return 2;
    const Catalog& catalog = session->catalog();
    const Ids ids = {catalog.ids(Section::hardware), without_years(catalog.ids(Section::grid)),
                     without_years(catalog.ids(Section::datacentre)),
                     tasks_of(all_ratings(session->catalog()))};
    const std::string_view shell = arguments.one("SHELL");
    const std::string text = shell == "bash"   ? bash_completions(ids)
                             : shell == "fish" ? fish_completions(ids)
                                               : zsh_completions(ids);
    deliver_text(text, arguments, {&session->sources()}, io);
    return 0;
}

constexpr Command command = {
    "completions",
    "completion for bash, zsh or fish",
    "Prints a completion script: commands, options, their values, and the ids of the "
    "hardware, grids, data centres and rated tasks of the catalogue.",
    positionals,
    options,
    examples,
    run,
    Group::start};

}  // namespace

const Command& completions_command() {
    return command;
}

}  // namespace lca::cli
