#include "analyses/break_even/break_even.hpp"

#include <algorithm>
#include <cmath>

#include "analyses/break_even/break_even_point.hpp"
#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/variant_compiler.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/units/last_unit.hpp"
#include "lca/units/quantity.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca {
namespace {

using break_even_detail::ResultFunction;
using break_even_detail::values_of;

constexpr std::size_t points_looked_at = 2001;
constexpr std::size_t points_per_draw = 201;
constexpr double default_factor = 1000;
constexpr double rounding = 1e-9;

/// One of the two results that are compared, or, in its place, a fixed target value.
struct ComparedResult {
    VariantCompiler* compiler = nullptr;  // null: the fixed value `target`
    std::string result, name;             // name: as pages and messages show it
    double target = 0;
};

ResultFunction function_of(const ComparedResult& side, const std::string& by) {
    if (!side.compiler) return {nullptr, no_step, no_input, side.target, {}, nullptr};
    const Model& model = *side.compiler->base();
    const Calculation& calculation = model.calculation;
    const NamedResult requested = resolve_result(PointResult(model), "result", side.result);
    if (requested.step == no_step)
        throw InputError(in_quotes(side.result) + " is not assessed" +
                         (requested.reason.empty() ? "" : ": " + requested.reason));
    return {&calculation,
            requested.step,
            only_input(calculation, by),
            0,
            model.scenario.correlations,
            &side.compiler->session().diagnostics()};
}

[[noreturn]] void no_number(const Calculation& calculation, const std::string& by) {
    std::vector<std::string> paths;
    for (const Input& input : calculation.inputs()) paths.emplace_back(input.path);
    const std::vector<std::string> near = nearest_few(by, paths, 3);
    throw InputError("--by " + shown(by) + ": the scenario has no plain number there" +
                     (near.empty() ? "" : "; " + did_you_mean(near)));
}

double end_of_range(const std::string& text, const std::string& option, const Input& by) {
    const Parsed<Quantity> parsed = parse_quantity(text);
    if (const auto* fault = std::get_if<TextFault>(&parsed))
        throw InputError(option + " `" + shown(text) + "`: " + fault->message);
    const Quantity& quantity = std::get<Quantity>(parsed);
    if (quantity.unit.dimension != by.dimension)
        throw InputError(option + " " + in_quotes(text) + " is " + name(quantity.unit.dimension) + ", but " +
                         in_quotes(by.path) + " is " + name(by.dimension));
    return quantity.value;
}

/// Sets the range of the input that is searched. Ends that are not given: a thousandth of the input's present
/// value and a thousand times it, in rising order also for a negative value.
void set_range(BreakEven& found, const BreakEvenOptions& options) {
    const Input& by = found.by;
    for (const auto& [option, text] : {std::pair("--from", &options.from), std::pair("--to", &options.to)}) {
        if (text->empty() && by.value == 0)
            throw InputError(std::string(option) + " is needed: " + in_quotes(by.path) +
                             " is 0, which gives no range");
    }
    const bool stated = !options.from.empty() && !options.to.empty();
    std::vector<std::string> ends = {options.from, options.to};
    if (stated) ends = with_last_unit(std::move(ends));
    const double near = by.value / default_factor, far = by.value * default_factor;
    found.low = options.from.empty() ? std::min(near, far) : end_of_range(ends[0], "--from", by);
    found.high = options.to.empty() ? std::max(near, far) : end_of_range(ends[1], "--to", by);
    if (found.low < found.high) return;
    throw InputError(stated
                         ? "an empty range: --from must be less than --to"
                         : "an empty range: without --from and --to it ends at a thousandth and a thousand "
                           "times the present value of " +
                               in_quotes(by.path) + "; give both");
}

bool failed(const ResultFunction& side) {
    return side.diagnostics && side.diagnostics->has_errors();
}

/// The value rounded to twelve digits, as a person would write it: 0.1 for 0.09999999999999999.
double readable_near(double value) {
    double power = 1;
    const double size = std::abs(value);
    for (int k = 0; k < 22 && size * power < 1e11; ++k) power *= 10;
    return size > 0 && size < 1e12 ? std::round(value * power) / power : value;
}

/// Compiles the scenario with the input at `at`. Returns why that fails, or that the result then differs from
/// the recorded calculation's; "" where neither is the case.
std::string invalid_reason(const ComparedResult& requested, const ResultFunction& side, const Input& by,
                           double at) {
    if (!requested.compiler || side.input == no_input) return {};
    const UnitText unit{by.dimension, by.unit_factor, by.unit, by.unit == "%"};
    const double tried = readable_near(at / by.unit_factor) * by.unit_factor;
    const std::vector<Edit> change = {{std::string(by.path), to_text(tried, unit)}};
    const std::shared_ptr<const Assessment> made = requested.compiler->try_compile(change);
    if (!made) return requested.compiler->last_fault();
    const PointResult there(*made);
    const std::optional<double> value = there.value(requested.result).value;
    const double expected = values_of(side, std::span(&tried, 1)).front();
    if (value && std::abs(*value - expected) <= rounding * std::abs(expected)) return {};
    return "the recorded calculation does not apply there";
}

/// Whether both results are equal at every point, except for rounding: then there is no single break-even.
bool same_throughout(const std::vector<double>& first, const std::vector<double>& second) {
    return std::equal(first.begin(), first.end(), second.begin(), [](double a, double b) {
        return std::abs(a - b) <= rounding * std::max(std::abs(a), std::abs(b));
    });
}

bool is_partial(const ComparedResult& side) {
    return side.compiler && !gaps_behind(side.compiler->base()->results, side.result).empty();
}

/// That electricity is moved, by the input or between two scenarios on different grids, and its intensity is
/// an average; "" if not.
std::string note_of(const ComparedResult& first, const ComparedResult& second, std::string_view by) {
    std::vector<GridBasis> grids = first.compiler->base()->results.bases;
    if (!second.compiler || second.compiler == first.compiler) return average_note_for(by, grids);
    bool moved = false;
    for (const GridBasis& one : second.compiler->base()->results.bases) {
        const bool known = std::any_of(grids.begin(), grids.end(),
                                       [&](const GridBasis& other) { return other.grid == one.grid; });
        moved = moved || !known;
        if (!known) grids.push_back(one);
    }
    return moved ? average_note(grids) : average_note_for(by, grids);
}

/// The answer before the search: names, the input to vary and its range, but no roots yet.
BreakEven question(const ComparedResult& first, const ComparedResult& second, const ResultFunction& a,
                   const ResultFunction& b, const BreakEvenOptions& options) {
    if (a.input == no_input && b.input == no_input) no_number(*a.calculation, options.by);
    const bool in_first = a.input != no_input;
    const ResultFunction& knows = in_first ? a : b;
    BreakEven found;
    found.model = (in_first ? first : second).compiler->base();
    found.by = knows.calculation->inputs()[knows.input];
    found.title = std::string(first.compiler->base()->scenario.title);
    found.first = first.name;
    found.second = second.name;
    found.first_partial = is_partial(first);
    found.second_partial = is_partial(second);
    found.note = note_of(first, second, options.by);
    found.provenance = provenance(first.compiler->session());
    found.seed = default_seed;
    set_range(found, options);
    return found;
}

std::optional<BreakEven> search(const ComparedResult& first, const ComparedResult& second,
                                Dimension dimension, const BreakEvenOptions& options) {
    const ResultFunction a = function_of(first, options.by), b = function_of(second, options.by);
    BreakEven found = question(first, second, a, b, options);
    found.dimension = dimension;
    const std::array<double, 2> ends = {found.low, found.high};
    const std::vector<double> first_at = values_of(a, ends), second_at = values_of(b, ends);
    found.first_at = {first_at[0], first_at[1]};
    found.second_at = {second_at[0], second_at[1]};
    const std::vector<double> coarse = scan_points(found.low, found.high, points_per_draw);
    const std::vector<double> points = scan_points(found.low, found.high, points_looked_at);
    found.same = same_throughout(values_of(a, points), values_of(b, points));
    for (const Root& root :
         found.same ? std::vector<Root>() : find_roots(break_even_detail::difference(a, b), points)) {
        FoundRoot one;
        one.at = root.at;
        one.jump = root.jump;
        one.value = values_of(a, std::span(&root.at, 1)).front();
        one.invalid_reason = invalid_reason(first, a, found.by, root.at);
        if (one.invalid_reason.empty()) one.invalid_reason = invalid_reason(second, b, found.by, root.at);
        if (options.draws > 0)
            one.spread = break_even_detail::root_spread(a, b, root.at, coarse, options.draws);
        found.roots.push_back(std::move(one));
        if (failed(a) || failed(b)) return std::nullopt;
    }
    return found;
}

/// Throws InputError where two scenarios leave out different parts. Two results of one scenario are compared
/// even so, each as far as it is assessed.
void require_like_gaps(const ComparedResult& first, const ComparedResult& second) {
    if (first.compiler == second.compiler) return;
    const Results& of_first = first.compiler->base()->results;
    const Results& of_second = second.compiler->base()->results;
    const GapDifferences unlike =
        GapComparison(of_first, of_second)
            .unlike(results_behind(of_first, first.result), results_behind(of_second, second.result));
    if (unlike.any())
        throw InputError(
            in_quotes(first.name) + " and " + in_quotes(second.name) +
            " are not comparable: " + unlike.text("the first", "the second") +
            "\nexpected: the same parts in both results, or `none` for what is known to be zero");
}

std::optional<BreakEven> compare_sides(const ComparedResult& first, const ComparedResult& second,
                                       const BreakEvenOptions& options) {
    const NamedResult one = resolve_result(PointResult(*first.compiler->base()), "--of", first.result);
    const NamedResult other = resolve_result(PointResult(*second.compiler->base()), "--with", second.result);
    require_like_gaps(first, second);
    if (one.dimension != other.dimension)
        throw InputError(in_quotes(one.name) + " is " + name(one.dimension) + ", but `" + shown(other.name) +
                         "` is " + name(other.dimension) + ": they are never equal");
    return search(first, second, one.dimension, options);
}

/// The name of a result as pages show it: "total of moved" for the scenario "moved"; without the scenario if
/// that is "", the first file.
std::string name_in(const std::string& result, const std::string& scenario) {
    return scenario.empty() ? result : result + " of " + scenario;
}

}  // namespace

std::optional<BreakEven> break_even(Session& session, const ScenarioSource& source,
                                    const BreakEvenOptions& options) {
    const std::string with = options.with.empty() ? options.of : options.with;
    VariantCompiler compiler(session, source);
    compiler.request_results({options.of, with});
    if (!compiler.base()) return std::nullopt;
    return compare_sides({&compiler, options.of, options.of}, {&compiler, with, with}, options);
}

std::optional<BreakEven> break_even(Session& session, const ScenarioSource& first,
                                    const ScenarioSource& second, const BreakEvenOptions& options) {
    const std::string with = options.with.empty() ? options.of : options.with;
    VariantCompiler compiler(session, first);
    compiler.request_results({options.of});
    const bool sound = compiler.base() != nullptr;
    const bool of_one_file = first.path == second.path && !second.what_if.empty();
    if (of_one_file && !compiler.has_what_if(second.what_if)) return std::nullopt;
    if (!sound) return std::nullopt;
    VariantCompiler other(session.child(), second);
    other.request_results({with});
    if (!other.base()) return std::nullopt;
    const std::string& variant = second.what_if.empty() ? second.path : second.what_if;
    return compare_sides({&compiler, options.of, name_in(options.of, first.what_if)},
                         {&other, with, name_in(with, variant)}, options);
}

std::optional<BreakEven> solve(Session& session, const ScenarioSource& source, const Target& target,
                               const BreakEvenOptions& options) {
    const std::string start = "--target `" + shown(target.result + "=" + target.value) + "`: ";
    const Parsed<Quantity> parsed = parse_quantity(target.value);
    if (const auto* fault = std::get_if<TextFault>(&parsed))
        throw InputError(start + fault->message +
                         (fault->expected.empty() ? "" : "\nexpected " + fault->expected));
    VariantCompiler compiler(session, source);
    compiler.request_results({target.result});
    if (!compiler.base()) return std::nullopt;
    const NamedResult requested = resolve_result(PointResult(*compiler.base()), "--target", target.result);
    const Quantity& quantity = std::get<Quantity>(parsed);
    const Dimension dimension = quantity.unit.dimension;
    if (dimension != requested.dimension && divided_as_named(dimension, target.result) != requested.dimension)
        throw InputError(start + "`" + shown(target.result) + "` is " + name(requested.dimension) +
                         ", but the value " +
                         (dimension.dimensionless() ? std::string("has no unit") : "is " + name(dimension)));
    return search({&compiler, target.result, target.result}, {nullptr, "", "the target", quantity.value},
                  requested.dimension, options);
}

Records records_of(const BreakEven& found) {
    Records records;
    records.columns = {"of",       "with",   "by", "unit", "value",        "jump",
                       "possible", "median", "p5", "p95",  "draws_without"};
    const double unit = found.by.unit_factor;
    for (const FoundRoot& one : found.roots) {
        std::vector<Records::Cell> row = {found.first,
                                          found.second,
                                          std::string(found.by.path),
                                          std::string(found.by.unit),
                                          one.at / unit,
                                          std::string(one.jump ? "true" : "false"),
                                          std::string(one.invalid_reason.empty() ? "true" : "false")};
        row.resize(records.columns.size());
        if (one.spread && one.spread->without < one.spread->draws) {
            row[7] = one.spread->median / unit;
            row[8] = one.spread->p5 / unit;
            row[9] = one.spread->p95 / unit;
        }
        if (one.spread)
            row[10] = static_cast<double>(one.spread->without) / static_cast<double>(one.spread->draws);
        records.rows.push_back(std::move(row));
    }
    return records;
}

Report report_of(const BreakEven& found) {
    return in_every_form(found);
}

}  // namespace lca
