#include "cli/catalogue_command.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"ACTION", Takes::choice, {}, "what to do; default list", catalogue_actions},
    {"WORD", Takes::datacentre, {}, "show: ids or aliases; search: words of the id or the name", {}, true}};
constexpr Argument options[] = {option::format, option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca datacentre search google", "entries whose id, name or aliases contain all words"},
    {"lca datacentre show google/us-central1", "one entry, each figure with its source"},
    {"lca datacentre list --format json", "all of them, for a program"},
};

constexpr Command command = {
    "datacentre",
    "data centres and fleets of the catalogue",
    "Lists, searches and shows the data centres of the catalogue: PUE and water per kWh, by operator, place "
    "and year.",
    positionals,
    options,
    examples,
    [](const Arguments& arguments, Io& io) { return run_catalogue(Section::datacentre, arguments, io); },
    Group::catalogue};

}  // namespace

const Command& datacentre_command() {
    return command;
}

}  // namespace lca::cli
