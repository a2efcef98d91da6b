#include "cli/catalogue_command.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"ACTION", Takes::choice, {}, "what to do; default list", catalogue_actions},
    {"WORD", Takes::grid, {}, "show: ids or aliases; search: words of the id or the name", {}, true}};
constexpr Argument options[] = {option::format, option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca grid search france", "entries whose id, name or aliases contain all words"},
    {"lca grid show FRA", "one entry, each figure with its source"},
    {"lca grid list --format json", "all of them, for a program"},
};

constexpr Command command = {
    "grid",
    "electricity grids of the catalogue, by country or region",
    "Lists, searches and shows the grids of the catalogue: emissions per kWh by country or cloud region and "
    "year, on which basis, and from which source. An id without a year is its newest.",
    positionals,
    options,
    examples,
    [](const Arguments& arguments, Io& io) { return run_catalogue(Section::grid, arguments, io); },
    Group::catalogue};

}  // namespace

const Command& grid_command() {
    return command;
}

}  // namespace lca::cli
