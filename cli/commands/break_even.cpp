#include "cli/search_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument of = {"--of", Takes::text, "RESULT", "a result of FILE; default total"};
constexpr Argument with = {"--with", Takes::text, "RESULT",
                           "the result to compare with; default the result of --of"};
constexpr Argument against = {"--against", Takes::text, "ID|FILE",
                              "evaluate --with in this what-if of FILE, or in another file; --of is "
                              "evaluated in FILE, or its --what-if"};
constexpr Argument options[] = {of,
                                with,
                                against,
                                option::by,
                                option::from,
                                option::to,
                                option::draws,
                                option::set,
                                option::what_if,
                                option::format,
                                option::output,
                                option::quiet,
                                option::hardware_db};
constexpr Example examples[] = {
    {"lca break-even scenarios/what_if/training_and_use.yaml --of training --with answers --by "
     "parameters.requests",
     "requests until use outweighs training"},
    {"lca break-even scenarios/what_if/new_servers.yaml --against new_servers --by parameters.years --from "
     "1yr --to 20yr",
     "years after which new servers have paid back"},
    {"lca break-even scenarios/what_if/moving.yaml --against moved --by sites.there.grid.intensity",
     "the grid intensity up to which moving pays"},
};

int run(const Arguments& arguments, Io& io) {
    BreakEvenOptions parsed = search_options(arguments);
    parsed.of = arguments.one("--of", "total");
    parsed.with = arguments.one("--with", parsed.of);
    const std::string other(arguments.one("--against"));
    if (other.empty() && parsed.of == parsed.with)
        throw InputError("nothing to compare with: give --with RESULT, --against ID or both");
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    if (other.empty()) return answer_search(break_even(*session, source, parsed), *session, arguments, io);
    const bool is_file = other.find_first_of("./") != std::string::npos;
    ScenarioSource second = is_file ? source_of(other, arguments) : source;
    if (!is_file) second.what_if = other;
    return answer_search(break_even(*session, source, second, parsed), *session, arguments, io);
}

constexpr Command command = {
    "break-even",
    "the value of an input at which two results are equal",
    "Finds every value of one number (--by) in a range at which two results are equal: of one scenario, or "
    "of a scenario and its what-if, or of two files. Gives each with the value that both results have there "
    "and its 90 % interval from samples of the other uncertain inputs. If there is no such value, says why.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& break_even_command() {
    return command;
}

}  // namespace lca::cli
