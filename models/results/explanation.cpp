#include "models/results/explanation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace lca {
namespace {

bool is_sum(Operation operation) {
    return operation == Operation::add || operation == Operation::subtract || operation == Operation::negate;
}
bool is_product(Operation operation) {
    return operation == Operation::multiply || operation == Operation::divide;
}

/// Makes the explanation of a step from the recorded steps that it depends on.
class Explainer {
public:
    Explainer(const PointResult& point, StepId root)
        : result_(point), steps_(point.calculation().steps()), root_(root) {
        count_uses();
        name_results();
        const std::span<const StepId> steps = point.calculation().stated_steps();
        for (std::size_t i = 0; i < steps.size(); ++i) stated_.emplace(steps[i], i);
    }

    Explanation run() {
        // Operands have lower numbers than steps that use them: going down, a step comes after its users.
        std::vector<std::vector<ExplainedTerm::Operand>> operands(root_ + 1);
        std::vector<bool> kept(root_ + 1);
        kept[root_] = true;
        for (StepId id = root_ + 1; id-- > 0;) {
            if (!kept[id]) continue;
            operands[id] = operands_of(id);
            for (const ExplainedTerm::Operand& operand : operands[id]) kept[operand.term] = true;
        }
        Explanation explanation;
        std::vector<std::size_t> place(root_ + 1);
        for (StepId id = 0; id <= root_; ++id) {
            if (!kept[id]) continue;
            // Equal constants share a step, but the 1 of "1 node" is not the 1 of "1 GPU": each use of a
            // constant gets a term of its own.
            if (steps_[id].operation == Operation::constant && id != root_) continue;
            for (ExplainedTerm::Operand& operand : operands[id]) {
                const StepId step = static_cast<StepId>(operand.term);
                operand.term = place[step];
                if (steps_[step].operation != Operation::constant) continue;
                operand.term = explanation.terms.size();
                explanation.terms.push_back(term(step, {}));
            }
            place[id] = explanation.terms.size();
            explanation.terms.push_back(term(id, std::move(operands[id])));
        }
        return explanation;
    }

private:
    void count_uses() {
        uses_.assign(root_ + 1, 0);
        uses_[root_] = 1;
        for (StepId id = root_ + 1; id-- > 0;) {
            if (uses_[id] == 0 || is_leaf(steps_[id].operation)) continue;
            ++uses_[steps_[id].left];
            if (!is_unary(steps_[id].operation)) ++uses_[steps_[id].right];
        }
    }

    /// Labels sums that are results with the results' names. If a sum is several results, as a total of one
    /// entry, it gets the most detailed name.
    void name_results() {
        const Results& results = result_.results();
        for (const Result& row : results.rows) {
            for (std::size_t m = 0; m < measure_count; ++m) {
                if (row.steps[m] > root_ || uses_[row.steps[m]] == 0) continue;
                if (!is_sum(steps_[row.steps[m]].operation)) continue;
                names_.insert_or_assign(row.steps[m],
                                        Label{with_suffix(results.name(row), m), measure(m).dimension});
            }
        }
    }

    const Label* label(StepId id) const {
        if (const Label* given = result_.calculation().label(id)) return given;
        const auto found = names_.find(id);
        return found == names_.end() ? nullptr : &found->second;
    }

    /// Whether a step is merged with the one that uses it: part of a chain of sums or products, without a
    /// label, and used only once.
    bool dissolves(StepId id, bool sum) const {
        const Operation operation = steps_[id].operation;
        return uses_[id] == 1 && !label(id) && (sum ? is_sum(operation) : is_product(operation));
    }

    /// The operands of a step, as numbers of steps, in the order written. A step that is merged is replaced
    /// by its own operands.
    std::vector<ExplainedTerm::Operand> operands_of(StepId id) const {
        const StepRecord& step = steps_[id];
        if (is_leaf(step.operation)) return {};
        const bool sum = is_sum(step.operation);
        if (!sum && !is_product(step.operation)) {
            if (is_unary(step.operation)) return {{step.left}};
            return {{step.left}, {step.right}};
        }
        std::vector<ExplainedTerm::Operand> found;
        std::vector<ExplainedTerm::Operand> open = {{id}};
        while (!open.empty()) {
            const ExplainedTerm::Operand next = open.back();
            open.pop_back();
            const StepId here = static_cast<StepId>(next.term);
            if (here != id && !dissolves(here, sum)) {
                found.push_back(next);
                continue;
            }
            const StepRecord& link = steps_[here];
            const bool turns = link.operation == Operation::subtract || link.operation == Operation::divide;
            if (link.operation == Operation::negate) {
                open.push_back({link.left, !next.inverse});
                continue;
            }
            open.push_back({link.right, turns ? !next.inverse : next.inverse});
            open.push_back({link.left, next.inverse});
        }
        return found;
    }

    ExplainedTerm term(StepId id, std::vector<ExplainedTerm::Operand> operands) const {
        const Calculation& calculation = result_.calculation();
        const StepRecord& step = steps_[id];
        ExplainedTerm result;
        result.step = id;
        result.operation = step.operation;
        result.value = result_.values()[id];
        result.operands = std::move(operands);
        if (const Label* meaning = label(id)) {
            result.label = meaning->text;
            result.dimension = meaning->dimension;
        }
        const auto said = stated_.find(id);
        if (said != stated_.end()) result.stated = calculation.stated()[said->second];
        if (step.operation == Operation::input) {
            result.kind = TermKind::input;
            result.input = calculation.inputs()[step.left];
            result.dimension = result.input->dimension;
        } else if (step.operation == Operation::constant) {
            result.kind = TermKind::constant;
            const std::size_t open = result.label.find('[');  // "parameters.night [12 h]"
            if (open != std::string::npos && result.label.ends_with(']')) {
                result.written = result.label.substr(open + 1, result.label.size() - open - 2);
                result.label.resize(open == 0 ? 0 : open - 1);
            }
        } else if (is_sum(step.operation)) {
            result.kind = TermKind::sum;
        } else if (is_product(step.operation)) {
            result.kind = TermKind::product;
        } else {
            result.kind = TermKind::function;
        }
        return result;
    }

    const PointResult& result_;
    std::span<const StepRecord> steps_;
    StepId root_;
    std::vector<std::uint32_t> uses_;
    std::unordered_map<StepId, Label> names_;         // names of results, as labels
    std::unordered_map<StepId, std::size_t> stated_;  // by step: index in stated()
};

using Maybe = std::optional<Dimension>;

Maybe times(Maybe a, Maybe b, bool inverse) {
    if (!a || !b) return std::nullopt;
    return inverse ? divide(*a, *b) : multiply(*a, *b);
}

/// The dimension of the product of all operands but one; empty if that of any of them is not known.
Maybe product_without(const Explanation& e, const ExplainedTerm& term,
                      const ExplainedTerm::Operand* left_out) {
    Maybe result = Dimension{};
    for (const ExplainedTerm::Operand& operand : term.operands) {
        if (&operand != left_out) result = times(result, e.terms[operand.term].dimension, operand.inverse);
    }
    return result;
}

Maybe power_dimension(const Explanation& e, const ExplainedTerm& term) {
    const Maybe base = e.terms[term.operands[0].term].dimension;
    const double exponent = e.terms[term.operands[1].term].value;
    if (!base || base->dimensionless()) return base;
    if (exponent != std::trunc(exponent) || std::fabs(exponent) > 100) return std::nullopt;
    return raise(*base, static_cast<int>(exponent));
}

Maybe from_operands(const Explanation& e, const ExplainedTerm& term) {
    if (term.kind == TermKind::product) return product_without(e, term, nullptr);
    switch (term.operation) {
        case Operation::power:
            return power_dimension(e, term);
        case Operation::exponential:
        case Operation::natural_log:
        case Operation::binary_log:
        case Operation::mean_over_time:  // the series is relative to its own mean
            return Dimension{};
        case Operation::square_root: {
            const Maybe base = e.terms[term.operands[0].term].dimension;
            return base ? root(*base) : std::nullopt;
        }
        default:
            break;
    }
    for (const ExplainedTerm::Operand& operand : term.operands) {
        if (const Maybe known = e.terms[operand.term].dimension) return known;
    }
    return std::nullopt;
}

/// Finds unknown dimensions of operands from that of their term: for sums it is the same, for products it
/// follows if only one factor is unknown.
void fill_operands(Explanation& e, const ExplainedTerm& term) {
    if (!term.dimension) return;
    const bool same_dimension = term.kind == TermKind::sum || term.operation == Operation::minimum ||
                                term.operation == Operation::maximum;
    for (const ExplainedTerm::Operand& operand : term.operands) {
        ExplainedTerm& unknown = e.terms[operand.term];
        if (unknown.dimension) continue;
        if (same_dimension) unknown.dimension = term.dimension;
        if (term.kind != TermKind::product) continue;
        const Maybe others = product_without(e, term, &operand);
        if (others) {
            unknown.dimension =
                operand.inverse ? divide(*others, *term.dimension) : divide(*term.dimension, *others);
        }
    }
}

/// Labels and inputs have dimensions; those of other terms follow from operands, then from users.
void fill_dimensions(Explanation& e) {
    const auto upwards = [&e] {
        for (ExplainedTerm& term : e.terms) {
            if (!term.dimension && !term.operands.empty()) term.dimension = from_operands(e, term);
        }
    };
    upwards();
    for (std::size_t i = e.terms.size(); i-- > 0;) fill_operands(e, e.terms[i]);
    upwards();
}

}  // namespace

Explanation explain(const PointResult& point, StepId root) {
    if (root >= point.calculation().steps().size()) throw std::out_of_range("explain: no such step");
    Explanation explanation = Explainer(point, root).run();
    fill_dimensions(explanation);
    return explanation;
}

std::string_view operation_name(const ExplainedTerm& term) {
    static constexpr std::array<std::string_view, 17> names = {
        "input",       "constant",   "sum",     "sum",   "product",       "product",
        "minimum",     "maximum",    "power",   "sum",   "square root",   "exponential",
        "natural log", "binary log", "ceiling", "floor", "mean over time"};
    return names.at(static_cast<std::size_t>(term.operation));
}

}  // namespace lca
