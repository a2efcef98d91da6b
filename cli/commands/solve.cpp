#include "cli/search_options.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument target = {"--target", Takes::text, "RESULT=VALUE", "the target: total=25tCO2e", {},
                             false,      true};
constexpr Argument options[] = {target,         option::by,    option::from,       option::to,
                                option::draws,  option::set,   option::what_if,    option::format,
                                option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca solve training.yaml --target total=25tCO2e --by sites.idris.grid.intensity",
     "the grid on which the training would emit 25 t"},
};

int run(const Arguments& arguments, Io& io) {
    const std::string text(arguments.one("--target"));
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw InputError("--target `" + shown(text) + "`: expected RESULT=VALUE, as in total=25tCO2e");
    const Target goal = {text.substr(0, equals), text.substr(equals + 1)};
    const std::unique_ptr<Session> session = open_session(arguments);
    return answer_search(solve(*session, source_of(arguments), goal, search_options(arguments)), *session,
                         arguments, io);
}

constexpr Command command = {
    "solve",
    "the value of an input at which a result reaches a target",
    "Finds every value of one number (--by) in a range at which a result reaches a target, with its 90 % "
    "interval from samples of the other uncertain inputs, or gives the reason why there is none.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& solve_command() {
    return command;
}

}  // namespace lca::cli
