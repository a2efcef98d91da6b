#include "analyses/shared/result_ref.hpp"
#include "cli/crossing.hpp"
#include "lca/base/text.hpp"
#include "lca/units/dimension.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument of = {"--of", Takes::text, "RESULT", "a result of FILE; default total"};
constexpr Argument with = {"--with", Takes::text, "RESULT",
                           "the result it is held against; default that of --of"};
constexpr Argument against = {
    "--against", Takes::text, "ID|FILE",
    "take --with from this what-if of FILE, or from another file; --of stays with FILE, or its --what-if"};
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
     "1yr "
     "--to 20yr",
     "years after which new servers have paid back"},
    {"lca break-even scenarios/what_if/moving.yaml --against moved --by sites.there.grid.intensity",
     "the grid intensity up to which moving pays"},
};

int run(const Arguments& arguments, Io& io) {
    const std::string file(arguments.one("FILE"));
    const std::string first_name(arguments.one("--of", "total"));
    const std::string second_name(arguments.one("--with", first_name));
    const std::string other(arguments.one("--against"));
    if (other.empty() && first_name == second_name)
        throw InputError("nothing to hold it against: say --with RESULT, --against ID or both");
    const std::string what_if(arguments.one("--what-if"));
    const bool is_file = other.find_first_of("./") != std::string::npos;
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    VariantCompiler base(*session, source);
    base.base();
    if (!is_file && !other.empty()) {
        const std::shared_ptr<Document> document = load(*session, source);
        if (document) check_what_if(*document, other, session->diagnostics());
    }
    if (report_faults(*session, arguments, io) != 0) return 2;
    ScenarioSource second_source = is_file ? source_of(other, arguments) : source;
    if (!is_file) second_source.what_if = other;
    VariantCompiler variant(session->child(), second_source);
    VariantCompiler& compared = other.empty() ? base : variant;
    compared.base();
    if (report_faults(*session, arguments, io, false) != 0) return 2;
    const NamedResult first = resolve_result(PointResult(*base.base()), "--of", first_name);
    const NamedResult second = resolve_result(PointResult(*compared.base()), "--with", second_name);
    if (first.dimension != second.dimension)
        throw InputError(in_quotes(first_name) + " is " + name(first.dimension) + ", but `" +
                         shown(second_name) + "` is " + name(second.dimension) + ": they are never equal");
    const std::string of_first =
        what_if.empty() || other.empty() ? first_name : first_name + " of " + what_if;
    return cross({&base, first_name, of_first, 0},
                 {&compared, second_name, other.empty() ? second_name : second_name + " of " + other, 0},
                 first.dimension, arguments, io);
}

constexpr Command command = {"break-even",
                             "the value of an input at which two results are equal",
                             "Looks for every value of one number (--by) in a range at which two results are "
                             "equal: of one scenario, or of "
                             "a scenario and its what-if, or of two files. Says each with what both come to "
                             "there and how sure it is by draws of "
                             "the other uncertain figures, or that there is none and why.",
                             positionals,
                             options,
                             examples,
                             run};

}  // namespace

const Command& break_even_command() {
    return command;
}

}  // namespace lca::cli
