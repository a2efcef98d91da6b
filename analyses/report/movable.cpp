#include "analyses/report/movable.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include "lca/base/number.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/document/node.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"
#include "models/edit/edits.hpp"
#include "models/results/capacity.hpp"
#include "models/results/point_result.hpp"

namespace lca::report {
namespace {

constexpr int halvings = 4;              // how often a range is halved before the input counts as fixed
constexpr std::int64_t positions = 100;  // of a slider, approximately

/// A decimal number: `units` divided by 10 to the power of `decimals`.
struct Decimal {
    std::int64_t units = 0;
    int decimals = 0;

    std::string text() const {
        const bool below_zero = units < 0;
        std::string digits = std::to_string(below_zero ? -units : units);
        const auto places = static_cast<std::size_t>(decimals);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        if (places > 0) digits.insert(digits.size() - places, ".");
        while (places > 0 && digits.back() == '0') digits.pop_back();
        if (digits.back() == '.') digits.pop_back();
        return (below_zero ? "-" : "") + digits;
    }
};

double power_of_ten(int n) {
    double power = 1;
    for (int i = 0; i < std::abs(n); ++i) power *= 10;
    return n < 0 ? 1 / power : power;
}

/// The number of decimals that a number needs; empty if it has more digits than a slider can show.
std::optional<int> decimals_of(double number) {
    for (int decimals = 0; decimals <= 12; ++decimals) {
        const double units = std::round(number * power_of_ten(decimals));
        if (std::fabs(units) >= 1e15) return std::nullopt;
        if (units / power_of_ten(decimals) == number) return decimals;
    }
    return std::nullopt;
}

/// The range that a slider should have: percentages to 100 or more, shares 0 to 1, a PUE 1 to 2 or more,
/// other inputs from a tenth to three times their value; grid intensities at least up to that of the
/// dirtiest grids. whole: only whole numbers.
struct Wanted {
    double low, high;
    bool whole = false;
};

Wanted wanted_range(const Input& input, double written) {
    const Dimension per_energy = impact_per(index_of::climate, dimension_of<unit::Energy>());
    const std::string_view key = input.path.substr(input.path.rfind('.') + 1);
    if (input.unit == "%") return {0, std::max(100.0, written), false};
    if (input.dimension.dimensionless() && key == "pue") return {1, std::max(2.0, 1.5 * written), false};
    Wanted range{written / 10, 3 * written, false};
    if (input.dimension == per_energy) {
        constexpr double dirtiest = 0.8 / 3.6e6;  // in kgCO2e/J
        range.high = std::max(range.high, dirtiest / input.unit_factor);
    }
    if (input.dimension.dimensionless() && input.unit.empty() && written <= 1 && key != "count")
        range = {0, 1, false};
    const bool counted = input.dimension == dimension_of<unit::Nodes>() ||
                         input.dimension == dimension_of<unit::Accelerators>();
    range.whole = (counted || key == "count") && written == std::round(written);
    return range;
}

/// The step of a slider: 1, 2 or 5 times a power of ten, near a hundredth of the range.
Decimal step_of(const Wanted& range) {
    const double about = (range.high - range.low) / static_cast<double>(positions);
    int exponent = static_cast<int>(std::floor(std::log10(about)));
    const double first = about / power_of_ten(exponent);
    std::int64_t digit = first < 1.5 ? 1 : first < 3.5 ? 2 : first < 7.5 ? 5 : 10;
    if (digit == 10) {
        digit = 1;
        ++exponent;
    }
    if (range.whole && exponent < 0) return {1, 0};
    while (exponent > 0) {
        digit *= 10;
        --exponent;
    }
    return {digit, -exponent};
}

std::string with_blank(const std::string& number, const std::string& unit) {
    return unit.empty() ? number : number + " " + unit;
}

/// An input set to another value; `text` is the value as `--set` takes it.
struct Moved {
    std::size_t input = 0;
    std::string text;
    double value = 0;
};

Moved moved_to(const MovableInput& one, const Decimal& number) {
    Moved moved{one.input, with_blank(number.text(), one.unit)};
    const Parsed<Quantity> parsed = parse_quantity(moved.text);
    if (const auto* quantity = std::get_if<Quantity>(&parsed)) moved.value = quantity->value;
    return moved;
}

/// Whether the file has a key whose value is checked against others (idle against measured energy; shares
/// that add up to 1). Then all inputs may be valid at their ends together, but one of them alone may not.
bool has_mutual_checks(Node node) {
    static constexpr std::string_view keys[] = {"includes", "mix", "share", "rebound"};
    if (std::find(std::begin(keys), std::end(keys), node.key()) != std::end(keys)) return true;
    if (node.is_text()) return false;
    for (const Node child : node.children()) {
        if (has_mutual_checks(child)) return true;
    }
    return false;
}

/// Compiles the scenario with changed inputs and compares the results with those of the recording.
class Trials {
public:
    Trials(const Assessment& model, VariantCompiler& compiler, std::string_view what_if)
        : model_(model), compiler_(compiler), what_if_(what_if) {
        for (const Result& row : model.results.rows) {
            for (const StepId step : row.steps) add(wanted_, step);
        }
        for (const Output& output : model.results.outputs) add(wanted_, output.step);
        for (const Limit& limit : model.calculation.limits()) add(checked_, limit.step);
        if (model.results.capacity) {
            for (const StepId step : model.results.capacity->steps()) add(checked_, step);
        }
    }

    bool holds(const Moved& one) {
        const std::vector<Edit> edit = {edit_of(one)};
        const std::shared_ptr<const Assessment> made = compiler_.try_compile(edit);
        return made && same(*made, {one});
    }

    /// Whether the scenario with all these values is valid, apart from the check of capacity, and compiles to
    /// the results of the recording.
    bool valid_in_combination(const std::vector<Moved>& all) {
        compiler_.renew();
        if (!compiler_.document() || has_mutual_checks(compiler_.document()->root())) return false;
        std::vector<Edit> edits;
        for (const Moved& one : all) edits.push_back(edit_of(one));
        const std::unique_ptr<Model> made = compiler_.work().compile_partial(
            compiler_.document(), what_if_edits(*compiler_.document(), what_if_), compiler_.with(edits));
        return made && same(*made, all);
    }

    /// Whether the recording with this value keeps all limits, and uses no more hardware than exists.
    bool is_within_limits(const Moved& one) const {
        const std::vector<double> found = values({one}, checked_);
        std::unordered_map<StepId, double> at;
        for (std::size_t i = 0; i < checked_.size(); ++i) at[checked_[i]] = found[i];
        for (const Limit& limit : model_.calculation.limits()) {
            if (!limit.holds(at.at(limit.step))) return false;
        }
        const Capacity* capacity = model_.results.capacity.get();
        return !capacity || excesses(*capacity, [&at](StepId step) { return at.at(step); }).empty();
    }

private:
    static void add(std::vector<StepId>& steps, StepId step) {
        if (step != no_step) steps.push_back(step);
    }

    Edit edit_of(const Moved& one) const {
        return {std::string(model_.calculation.inputs().path(one.input)), one.text};
    }

    std::vector<double> values(const std::vector<Moved>& moved, const std::vector<StepId>& steps) const {
        std::vector<Column> columns;
        for (const Moved& one : moved) columns.push_back({one.input, {&one.value, 1}});
        return evaluate(model_.calculation, columns, 1, steps);
    }

    bool same(const Assessment& made, const std::vector<Moved>& moved) const {
        std::vector<StepId> others;
        const auto both = [&](StepId here, StepId now) {
            if (now != no_step) others.push_back(now);
            return (here == no_step) == (now == no_step);
        };
        const Results &a = model_.results, &b = made.results;
        if (a.rows.size() != b.rows.size() || a.outputs.size() != b.outputs.size() ||
            a.gaps.size() != b.gaps.size())
            return false;
        for (std::size_t i = 0; i < a.rows.size(); ++i) {
            if (a.rows[i].key != b.rows[i].key) return false;
            for (std::size_t m = 0; m < measure_count; ++m) {
                if (!both(a.rows[i].steps.at(m), b.rows[i].steps.at(m))) return false;
            }
        }
        for (std::size_t i = 0; i < a.outputs.size(); ++i) {
            if (!both(a.outputs[i].step, b.outputs[i].step)) return false;
        }
        const std::vector<double> here = values(moved, wanted_);
        const PointResult there(made);
        for (std::size_t i = 0; i < here.size(); ++i) {
            if (here[i] != there.values()[others[i]]) return false;
        }
        return true;
    }

    const Assessment& model_;
    VariantCompiler& compiler_;
    std::string_view what_if_;
    std::vector<StepId> wanted_, checked_;
};

/// An input with its slider: value and step as decimals, and numbers of steps wanted downwards and upwards.
struct Candidate {
    MovableInput moved;
    Decimal at, step;
    std::int64_t below = 0, above = 0;

    Decimal end(std::int64_t count) const { return {at.units + count * step.units, at.decimals}; }
};

/// Up to how many steps an input may be moved, `limit` at most. Tries `limit`, then one less (as 0 is often
/// computed by another formula), then half as many, several times; 0 if all fail.
std::int64_t reach(Trials& trials, const Candidate& one, std::int64_t limit) {
    const std::int64_t sign = limit < 0 ? -1 : 1;
    std::int64_t count = limit * sign;
    for (int tries = 0; tries <= halvings && count > 0; ++tries) {
        if (trials.holds(moved_to(one.moved, one.end(sign * count)))) return sign * count;
        count = tries == 0 ? count - 1 : count / 2;
    }
    return 0;
}

std::optional<Candidate> candidate(const Input& input, std::size_t index) {
    const UnitText unit{input.dimension, input.unit_factor, input.unit, input.unit == "%"};
    const std::string text = to_text(input.value, unit);
    const Parsed<Quantity> parsed = parse_quantity(text);
    const auto* now = std::get_if<Quantity>(&parsed);
    if (!now || !(now->written > 0)) return std::nullopt;
    const std::optional<int> decimals = decimals_of(now->written);
    Input as_read = input;
    as_read.unit = now->unit.text;
    as_read.unit_factor = now->unit.factor;
    const Wanted range = wanted_range(as_read, now->written);
    if (!decimals || !(range.high > range.low)) return std::nullopt;
    Candidate found;
    found.step = step_of(range);
    found.at.decimals = std::max(*decimals, found.step.decimals);
    if (found.at.decimals > 12) return std::nullopt;
    found.at.units = static_cast<std::int64_t>(std::llround(now->written * power_of_ten(found.at.decimals)));
    found.step.units *= static_cast<std::int64_t>(power_of_ten(found.at.decimals - found.step.decimals));
    found.step.decimals = found.at.decimals;
    const double scale = power_of_ten(found.at.decimals) / static_cast<double>(found.step.units);
    found.below = static_cast<std::int64_t>((now->written - range.low) * scale + 1e-9);
    found.above = static_cast<std::int64_t>((range.high - now->written) * scale + 1e-9);
    if (found.at.units == found.below * found.step.units)
        --found.below;  // not to 0, which often has another formula
    found.moved = {index, found.at.text(), std::string(now->unit.text), {}, {}, found.step.text()};
    return found;
}

}  // namespace

std::vector<MovableInput> movable_inputs(const Assessment& model, const std::vector<std::size_t>& inputs,
                                         VariantCompiler& compiler, std::string_view what_if) {
    const Inputs& all = model.calculation.inputs();
    std::unordered_map<std::string_view, int> bearers;
    for (std::size_t i = 0; i < all.size(); ++i) ++bearers[all.path(i)];
    std::vector<Candidate> candidates;
    std::vector<Moved> lows, highs;
    for (const std::size_t i : inputs) {
        std::optional<Candidate> one = bearers[all.path(i)] > 1 ? std::nullopt : candidate(all[i], i);
        if (!one) continue;
        lows.push_back(moved_to(one->moved, one->end(-one->below)));
        highs.push_back(moved_to(one->moved, one->end(one->above)));
        candidates.push_back(std::move(*one));
    }
    Trials trials(model, compiler, what_if);
    const bool at_low = trials.valid_in_combination(lows), at_high = trials.valid_in_combination(highs);
    std::vector<MovableInput> movable;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Candidate& one = candidates[i];
        const bool low = at_low && trials.is_within_limits(lows[i]),
                   high = at_high && trials.is_within_limits(highs[i]);
        const std::int64_t down = low || one.below == 0 ? -one.below : reach(trials, one, -one.below);
        const std::int64_t up = high || one.above == 0 ? one.above : reach(trials, one, one.above);
        if (down == 0 && up == 0) continue;
        movable.push_back(one.moved);
        movable.back().low = one.end(down).text();
        movable.back().high = one.end(up).text();
    }
    return movable;
}

}  // namespace lca::report
