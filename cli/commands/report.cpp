#include <filesystem>

#include "cli/report_page.hpp"

namespace lca::cli {
namespace {

constexpr Argument output = {
    "--output", Takes::file, "FILE|FOLDER",
    "write to FILE (all or nothing) instead of standard output; for a folder of scenarios, a folder"};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario, or a folder of them; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::set, option::what_if, output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca report training.yaml --output training.html", "a page to open in a browser"},
    {"lca report training.yaml --what-if world_grid --output world.html",
     "the same for a variant of the file"},
    {"lca report scenarios/papers --output pages", "an index of all studies, and a page for each"},
};

bool is_folder(const std::string& name) {
    std::error_code ignored;
    return std::filesystem::is_directory(name, ignored);
}

int run(const Arguments& arguments, Io& io) {
    const std::string file(arguments.one("FILE"));
    return is_folder(file) ? write_gallery(file, arguments, io) : write_report(arguments, io);
}

constexpr Command command = {
    "report",
    "an HTML page with sliders for the inputs",
    "Writes one HTML file about a scenario: the total in a sentence, the phases, its sources, its "
    "uncertainty, its main inputs, the what-ifs, the gaps, and every figure with the line it was read "
    "from. Sliders change inputs; the page then computes exactly as the program does and shows the "
    "equivalent command line. It needs no server and loads nothing: it can be mailed, archived and "
    "printed. Equal runs write identical files. For a folder it writes a page for each scenario in it and "
    "below, and index.html, which compares published figures with computed ones; a file with errors is "
    "listed with the first error.",
    positionals,
    options,
    examples,
    run,
    Group::ask};

}  // namespace

const Command& report_command() {
    return command;
}

}  // namespace lca::cli
