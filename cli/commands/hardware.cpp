#include "cli/catalogue_command.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"ACTION", Takes::choice, {}, "what to do; default list", catalogue_actions},
    {"WORD", Takes::hardware, {}, "show: ids or aliases; search: words of the id, name or kind", {}, true}};
constexpr Argument options[] = {option::format, option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca hardware search h100", "entries whose id, name, kind or aliases contain all words"},
    {"lca hardware show nvidia-h100-sxm", "one entry, each figure with its source, beside similar entries"},
    {"lca hardware show p5.48xlarge", "a cloud instance: its share of a host, its accelerators"},
    {"lca hardware list --format json", "all of them, for a program"},
};

constexpr Command command = {
    "hardware",
    "hardware of the catalogue, with sources",
    "Lists, searches and shows what the catalogue knows of accelerators, servers and other hardware: power, "
    "embodied emissions, lifetime, each figure with its source; the embodied impact of one piece, part by "
    "part. What is not published is not there.",
    positionals,
    options,
    examples,
    [](const Arguments& arguments, Io& io) { return run_catalogue(Section::hardware, arguments, io); },
    Group::catalogue};

}  // namespace

const Command& hardware_command() {
    return command;
}

}  // namespace lca::cli
