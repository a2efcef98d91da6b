#include "analyses/budget/changed_inputs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/numerics/shapley.hpp"
#include "lca/units/quantity.hpp"

namespace lca::budget {
namespace {

constexpr std::size_t max_moved = 40;  // changed inputs, at most; as many as a comparison attributes

/// An input of the baseline (the earlier, saved answer), converted to base units.
struct OldValue {
    const BaselineInput* input = nullptr;
    double value = 0;
    Dimension dimension = {};
};

std::optional<OldValue> in_base_units(const BaselineInput& input) {
    const Parsed<UnitText> parsed =
        input.unit.empty() ? Parsed<UnitText>(UnitText{}) : parse_unit(input.unit);
    const auto* unit = std::get_if<UnitText>(&parsed);
    if (!unit || !input.value) return std::nullopt;
    return OldValue{&input, *input.value * unit->factor, unit->dimension};
}

std::string_view last_key(std::string_view path) {
    return path.substr(path.rfind('.') + 1);
}

std::string with_unit_text(double value, std::string_view unit) {
    if (unit == "%") return fmt::format("{} %", value);
    return unit.empty() ? fmt::format("{}", value) : fmt::format("{} {}", value, unit);
}

/// One changed path: the present inputs that have it, and the value that they had before.
struct Moved {
    std::string path, from, to;
    std::vector<std::size_t> inputs;
    double before = 0;
};

class InputsMoved {
public:
    InputsMoved(const Calculation& calculation, StepId result, const BaselineResult& old)
        : calculation_(calculation), result_(result) {
        for (const BaselineInput& input : old.inputs()) {
            if (const std::optional<OldValue> value = in_base_units(input)) old_.emplace(input.path, *value);
        }
        find_reaching();
    }

    std::vector<Moved> all() {
        std::map<std::string, std::vector<std::size_t>>
            unknown;  // by path: inputs that the older answer does not have
        for (std::size_t i = 0; i < calculation_.inputs().size(); ++i) {
            const std::string path(calculation_.inputs().path(i));
            const auto before = old_.find(path);
            if (before == old_.end()) {
                unknown[path].push_back(i);
                continue;
            }
            known_.insert(path);
            const Input now = calculation_.inputs()[i];
            if (before->second.dimension == now.dimension) add(path, i, now, before->second);
        }
        pair(unknown);
        std::vector<Moved> result;
        for (auto& [path, moved] : moved_) result.push_back(std::move(moved));
        return result;
    }

private:
    /// Finds the present inputs that the result depends on.
    void find_reaching() {
        const StepId wanted[] = {result_};
        const std::vector<bool> steps = reaches(calculation_, wanted);
        reaching_.assign(calculation_.inputs().size(), false);
        for (std::size_t i = 0; i < calculation_.steps().size(); ++i) {
            const StepRecord& step = calculation_.steps()[i];
            if (steps[i] && step.operation == Operation::input) reaching_[step.left] = true;
        }
    }

    void add(const std::string& name, std::size_t index, const Input& now, const OldValue& before) {
        const bool same = *before.input->value == now.written && before.input->unit == now.unit;
        if (same || before.value == now.value || !reaching_[index]) return;
        Moved& moved = moved_[name];
        moved.path = name;
        moved.from = with_unit_text(*before.input->value, before.input->unit);
        moved.to = with_unit_text(now.written, now.unit);
        moved.before = before.value;
        moved.inputs.push_back(index);
    }

    /// Pairs inputs that only one side has, the older answer or this calculation: if each side has exactly
    /// one such input with the same last key, and their dimensions are equal, it was renamed.
    void pair(const std::map<std::string, std::vector<std::size_t>>& unknown) {
        std::multimap<std::string_view, const OldValue*> gone;
        for (const auto& [path, value] : old_) {
            if (!known_.contains(path)) gone.emplace(last_key(path), &value);
        }
        std::map<std::string_view, std::vector<const std::string*>> come;
        for (const auto& [path, indices] : unknown) come[last_key(path)].push_back(&path);
        for (const auto& [key, paths] : come) {
            if (paths.size() != 1 || gone.count(key) != 1) continue;
            const OldValue& before = *gone.find(key)->second;
            const std::vector<std::size_t>& indices = unknown.at(*paths.front());
            for (const std::size_t i : indices) {
                const Input now = calculation_.inputs()[i];
                if (before.dimension == now.dimension)
                    add(before.input->path + " → " + *paths.front(), i, now, before);
            }
        }
    }

    const Calculation& calculation_;
    StepId result_;
    std::map<std::string, OldValue> old_;
    std::set<std::string> known_;
    std::map<std::string, Moved> moved_;
    std::vector<bool> reaching_;
};

/// The result where the inputs of `all` with true in `made` have their present value, the others the older.
double with_moves(const Calculation& calculation, StepId result, const std::vector<Moved>& all,
                  const std::vector<bool>& made) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (made[i]) continue;
        for (const std::size_t input : all[i].inputs) columns.push_back({input, {&all[i].before, 1}});
    }
    const StepId wanted[] = {result};
    return evaluate(calculation, columns, 1, wanted).front();
}

}  // namespace

LimitChange change_since(const Calculation& calculation, StepId result, double before,
                         const BaselineResult& old) {
    LimitChange change;
    change.before = before;
    const double now = evaluate(calculation)[result];
    change.difference = now - before;
    const std::vector<Moved> all = InputsMoved(calculation, result, old).all();
    change.rest = *change.difference;
    if (all.empty()) return change;
    if (all.size() > max_moved) {
        change.reason =
            fmt::format("{} inputs changed: too many to attribute the difference to them (at most {})",
                        all.size(), max_moved);
        return change;
    }
    const Outcome outcome = [&](const std::vector<bool>& made) {
        return std::optional(std::vector<double>{with_moves(calculation, result, all, made)});
    };
    const std::optional<Attribution> found = attribute(all.size(), outcome);
    for (std::size_t i = 0; found && i < all.size(); ++i) {
        const double share = found->shares[i][0];
        if (!std::isfinite(share)) {
            change.inputs.clear();
            change.rest = *change.difference;
            change.reason =
                "the difference cannot be attributed: with only some of the changes there is no result";
            return change;
        }
        change.inputs.push_back({all[i].path, all[i].from, all[i].to, share});
    }
    if (found) change.rest = found->from[0] - before;
    // A smaller rest, relative to the result, is only rounding.
    constexpr double rounding = 1e-12;
    if (std::fabs(change.rest) <= rounding * std::max(std::fabs(now), std::fabs(before))) change.rest = 0;
    std::stable_sort(
        change.inputs.begin(), change.inputs.end(),
        [](const ChangedInput& a, const ChangedInput& b) { return std::fabs(a.share) > std::fabs(b.share); });
    return change;
}

}  // namespace lca::budget
