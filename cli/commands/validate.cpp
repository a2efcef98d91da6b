#include "analyses/validation/validation.hpp"
#include "cli/session_options.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "scenarios; - reads standard input", {}, true, true}};
constexpr Argument options[] = {option::set, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca validate training.yaml serving.yaml", "report all errors in both files"}};

int run(const Arguments& arguments, Io& io) {
    int code = 0;
    for (const std::string& file : arguments.all("FILE")) {
        const std::unique_ptr<Session> session = open_session(arguments);
        validate(*session, source_of(file, arguments));
        if (report_faults(*session, arguments, io) != 0) {
            code = 2;
        } else if (!arguments.has("--quiet")) {
            io.out(shown(file, 400) + ": no faults\n");
        }
    }
    return code;
}

constexpr Command command = {
    "validate",
    "all errors in scenarios, without results",
    "Reads scenarios and reports every error with its line, what was expected and the nearest right "
    "spelling: in the file, the files it extends and its what-ifs.",
    positionals,
    options,
    examples,
    run,
    Group::start};

}  // namespace

const Command& validate_command() {
    return command;
}

}  // namespace lca::cli
