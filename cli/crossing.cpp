#include "cli/crossing.hpp"

#include <cmath>

#include "analyses/break_even/break_even_report.hpp"
#include "analyses/shared/result_ref.hpp"
#include "cli/sampling.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"

namespace lca::cli {
namespace {

constexpr std::size_t points_looked_at = 2001;
constexpr std::size_t points_per_draw = 201;
constexpr std::uint64_t max_draws = 100'000, default_draws = 500;
constexpr double default_factor = 1000;
constexpr double rounding = 1e-9;

Side side_of(const CrossingSide& side, const std::string& by) {
    if (!side.recompiler) return {nullptr, no_step, no_input, side.target, {}, nullptr};
    const Model& model = *side.recompiler->base();
    const Calculation& calculation = model.calculation;
    const NamedResult asked = resolve_result(PointResult(model), "result", side.result);
    if (asked.step == no_step) throw InputError(in_quotes(side.result) + " is not assessed");
    return {&calculation,
            asked.step,
            only_input(calculation, by),
            0,
            side.recompiler->base()->scenario.correlations,
            &side.recompiler->session().diagnostics()};
}

[[noreturn]] void no_number(const Calculation& calculation, const std::string& by) {
    std::vector<std::string> paths;
    for (const Input& input : calculation.inputs()) paths.emplace_back(input.path);
    const std::vector<std::string> near = nearest_few(by, paths, 3);
    throw InputError("--by " + shown(by) + ": no plain number of the scenario stands there" +
                     (near.empty() ? "" : "; " + did_you_mean(near)));
}

double end_of_range(const Arguments& arguments, std::string_view option, const Input& by, double factor) {
    if (!arguments.has(option)) {
        if (by.value == 0)
            throw InputError(std::string(option) + " is needed: " + in_quotes(by.path) +
                             " is 0, which gives no range");
        return by.value * factor;
    }
    const std::string_view text = arguments.one(option);
    const Parsed<Quantity> parsed = parse_quantity(text);
    if (const auto* fault = std::get_if<TextFault>(&parsed))
        throw InputError(std::string(option) + " `" + shown(text) + "`: " + fault->message);
    const Quantity& quantity = std::get<Quantity>(parsed);
    if (quantity.unit.dimension != by.dimension)
        throw InputError(std::string(option) + " " + in_quotes(text) + " is " +
                         name(quantity.unit.dimension) + ", but " + in_quotes(by.path) + " is " +
                         name(by.dimension));
    return quantity.value;
}

bool failed(const Side& side) {
    return side.diagnostics && side.diagnostics->has_errors();
}

/// One, or that of either side.
std::vector<Session*> sessions_of(const CrossingSide& first, const CrossingSide& second) {
    std::vector<Session*> sessions = {&first.recompiler->session()};
    if (second.recompiler && second.recompiler != first.recompiler)
        sessions.push_back(&second.recompiler->session());
    return sessions;
}

/// The same to twelve digits, as a person would write it: 0.1 for 0.09999999999999999.
double readable_near(double value) {
    double power = 1;
    const double size = std::abs(value);
    for (int k = 0; k < 22 && size * power < 1e11; ++k) power *= 10;
    return size > 0 && size < 1e12 ? std::round(value * power) / power : value;
}

/// Why a side may not hold a value, or does not follow its recording there; "" where all is well.
std::string impossible(const CrossingSide& asked, const Side& side, const Input& by, double at) {
    if (!asked.recompiler || side.input == no_input) return {};
    const UnitText unit{
        by.dimension,
        by.unit_factor,
        by.unit,
        by.unit == "%",
    };
    const double tried = readable_near(at / by.unit_factor) * by.unit_factor;
    const std::vector<Edit> change = {{std::string(by.path), to_text(tried, unit)}};
    const std::shared_ptr<const Assessment> made = asked.recompiler->try_compile(change);
    if (!made) return asked.recompiler->last_fault();
    const PointResult there(*made);
    const std::optional<double> value = there.value(asked.result).value;
    const double expected = values_of(side, std::span(&tried, 1)).front();
    if (value && std::abs(*value - expected) <= rounding * std::abs(expected)) return {};
    return "another calculation holds there";
}

/// But for rounding: then there is no one value at which they are equal.
bool same_throughout(const std::vector<double>& first, const std::vector<double>& second) {
    return std::equal(first.begin(), first.end(), second.begin(), [](double a, double b) {
        return std::abs(a - b) <= rounding * std::max(std::abs(a), std::abs(b));
    });
}

}  // namespace

int cross(const CrossingSide& first, const CrossingSide& second, Dimension dimension,
          const Arguments& arguments, Io& io) {
    const std::string path(arguments.one("--by"));
    const Model& model = *first.recompiler->base();
    const Side a = side_of(first, path), b = side_of(second, path);
    BreakEven found;
    if (a.input != no_input) {
        found.by = a.calculation->inputs()[a.input];
    } else if (b.input != no_input) {
        found.by = b.calculation->inputs()[b.input];
    } else {
        no_number(model.calculation, path);
    }
    Session& session = first.recompiler->session();
    found.title = std::string(model.scenario.title);
    found.first = first.name;
    found.second = second.name;
    found.dimension = dimension;
    found.provenance = provenance(session);
    found.seed = default_seed;
    found.low = end_of_range(arguments, "--from", found.by, 1 / default_factor);
    found.high = end_of_range(arguments, "--to", found.by, default_factor);
    if (!(found.low < found.high)) throw InputError("an empty range: --from must be less than --to");
    const std::array<double, 2> ends = {found.low, found.high};
    const std::vector<double> first_at = values_of(a, ends), second_at = values_of(b, ends);
    found.first_at = {first_at[0], first_at[1]};
    found.second_at = {second_at[0], second_at[1]};
    const std::uint64_t wanted = whole_number(arguments, "--draws", 0, max_draws, default_draws);
    const std::vector<double> coarse = scan_points(found.low, found.high, points_per_draw);
    const std::vector<double> points = scan_points(found.low, found.high, points_looked_at);
    found.same = same_throughout(values_of(a, points), values_of(b, points));
    for (const Root& root : found.same ? std::vector<Root>() : find_roots(difference(a, b), points)) {
        FoundRoot one;
        one.root = root;
        one.value = values_of(a, std::span(&root.at, 1)).front();
        one.impossible = impossible(first, a, found.by, root.at);
        if (one.impossible.empty()) one.impossible = impossible(second, b, found.by, root.at);
        if (wanted > 0) one.spread = root_spread(a, b, root.at, coarse, wanted);
        found.roots.push_back(std::move(one));
        if (failed(a) || failed(b)) break;
    }
    std::vector<const Sources*> read;
    for (Session* one : sessions_of(first, second)) {
        if (report_faults(*one, arguments, io, false) != 0) return 2;
        read.push_back(&one->sources());
    }
    deliver(break_even_report(found), arguments, read, io);
    return 0;
}

}  // namespace lca::cli
