#include <sys/stat.h>

#include "cli/session_options.hpp"
#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "models/language/templates.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "where to write the scenario; default standard output"}};
constexpr Example examples[] = {
    {"lca init my.yaml", "a file to start from; an existing file is not changed"},
    {"lca evaluate my.yaml", "it runs as it is"},
};

bool exists(const std::string& path) {
    struct stat found = {};
    return lstat(path.c_str(), &found) == 0;
}

int run(const Arguments& arguments, Io& io) {
    const std::string path(arguments.one("FILE", "-"));
    if (path == "-") {
        io.out(scenario_template());
        return 0;
    }
    if (exists(path)) throw InputError(shown(path, 400) + " already exists and is not changed");
    write_file(path, scenario_template());
    io.err("wrote " + shown(path, 400) + "; next: lca evaluate " + shown(path, 400) + "\n");
    return 0;
}

constexpr Command command = {"init",
                             "a commented scenario to start from",
                             "Writes a scenario with a comment on every part. It runs as it is.",
                             positionals,
                             {},
                             examples,
                             run,
                             Group::start};

}  // namespace

const Command& init_command() {
    return command;
}

}  // namespace lca::cli
