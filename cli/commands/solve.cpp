#include "analyses/shared/result_ref.hpp"
#include "cli/crossing.hpp"
#include "lca/base/text.hpp"
#include "lca/units/dimension.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument target = {
    "--target", Takes::text, "RESULT=VALUE", "what is to be reached: total=25tCO2e", {}, false, true};
constexpr Argument options[] = {target,         option::by,    option::from,       option::to,
                                option::draws,  option::set,   option::what_if,    option::format,
                                option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca solve training.yaml --target total=25tCO2e --by sites.idris.grid.intensity",
     "the grid on which the training would come to 25 t"},
};

int run(const Arguments& arguments, Io& io) {
    const std::string text(arguments.one("--target"));
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw InputError("--target `" + shown(text) + "`: expected RESULT=VALUE, as in total=25tCO2e");
    const std::string result = text.substr(0, equals), value = text.substr(equals + 1);
    const Parsed<Quantity> parsed = parse_quantity(value);
    if (const auto* fault = std::get_if<TextFault>(&parsed))
        throw InputError("--target `" + shown(text) + "`: " + fault->message +
                         (fault->expected.empty() ? "" : "\nexpected " + fault->expected));
    const std::unique_ptr<Session> session = open_session(arguments);
    VariantCompiler base(*session, source_of(arguments));
    base.base();
    if (report_faults(*session, arguments, io) != 0) return 2;
    const NamedResult asked = resolve_result(PointResult(*base.base()), "--target", result);
    const Quantity& quantity = std::get<Quantity>(parsed);
    if (quantity.unit.dimension != asked.dimension)
        throw InputError("--target `" + shown(text) + "`: `" + shown(result) + "` is " +
                         name(asked.dimension) + ", but the value " +
                         (quantity.unit.dimension.dimensionless() ? std::string("has no unit")
                                                                  : "is " + name(quantity.unit.dimension)));
    return cross({&base, result, result, 0}, {nullptr, "", "the target", quantity.value}, asked.dimension,
                 arguments, io);
}

constexpr Command command = {"solve",
                             "the value of an input at which a result reaches a target",
                             "Looks for every value of one number (--by) in a range at which a result comes "
                             "to a target, with how sure it is by "
                             "draws of the other uncertain figures, or says that there is none and why.",
                             positionals,
                             options,
                             examples,
                             run};

}  // namespace

const Command& solve_command() {
    return command;
}

}  // namespace lca::cli
