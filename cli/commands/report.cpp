#include <filesystem>

#include "cli/report_page.hpp"

namespace lca::cli {
namespace {

constexpr Argument output = {"--output", Takes::file, "FILE|FOLDER",
                             "write there instead of standard output: whole or not at all; of a folder a "
                             "folder"};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario, or a folder of them; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::set, option::what_if, output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca report training.yaml --output training.html", "a page to open in a browser"},
    {"lca report training.yaml --what-if world_grid --output world.html",
     "the same of a variant of the file"},
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
    "a page for a browser whose figures can be moved",
    "Writes one HTML file about a scenario: the total in a sentence, the phases, "
    "where it comes from, how sure it is, what matters, "
    "the what-ifs, the gaps, and every figure with the line it was read from. "
    "Figures are moved by sliders; the page then computes "
    "as the program does, to the last bit, and names the command that gives the "
    "same. It needs no server and loads nothing: it can "
    "be mailed, archived and printed. Equal runs write equal bytes. Of a folder it writes a "
    "page for each scenario in it and below, and index.html, which puts published "
    "figures beside computed ones; a file with faults is listed with the first "
    "of them.",
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
