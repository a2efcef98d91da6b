#include "analyses/fleet/bind_columns.hpp"

#include <fmt/core.h>

#include <cmath>

#include "lca/base/number.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "models/results/point_result.hpp"

namespace lca::fleet {
namespace {

/// Decides for each column whether its cells are numbers that set one input each.
class Binder {
public:
    Binder(VariantCompiler& compiler, JobTable& table, const std::vector<std::string>& results)
        : compiler_(compiler), table_(table), results_(results) {}

    std::shared_ptr<const Assessment> run() {
        if (!compiler_.base()) return nullptr;
        for (std::size_t k = 0; k < table_.columns().size(); ++k)
            edits_.push_back({table_.columns()[k].path, table_.columns()[k].text(table_.first_cells()[k])});
        compiler_.edits_stand_at(table_.first_place());
        made_ = compiler_.try_compile(edits_);
        compiler_.edits_stand_at({});
        if (!made_) {
            edits_.clear();  // the row is invalid: is the template valid?
            made_ = compiler_.try_compile(edits_);
        }
        if (!made_) return nullptr;
        for (std::size_t k = 0; k < table_.columns().size(); ++k) bind(k);
        return made_;
    }

private:
    void bind(std::size_t k) {
        BoundColumn& column = table_.columns()[k];
        const std::size_t number = only_input(made_->calculation, column.path);
        const bool stated = column.numeric;
        column.numeric = false;
        if (number == no_input) return;
        const Input input = made_->calculation.inputs()[number];
        if (stated && column.dimension != input.dimension) {
            throw InputError(fmt::format("column `{}` is in {} ({}), but `{}` is of dimension {}",
                                         column.heading, column.unit, name(column.dimension), column.path,
                                         name(input.dimension)));
        }
        if (!stated && std::holds_alternative<TextFault>(parse_quantity(table_.first_cells()[k]))) return;
        column.dimension = input.dimension;
        column.numeric = is_pure(column.path, number, input);
        column.whole = column.numeric && must_be_whole(column.path, input);
    }

    std::shared_ptr<const Assessment> with(const std::string& path, double number, std::string_view unit) {
        std::vector<Edit> edits;
        for (const Edit& edit : edits_) {
            if (edit.path != path) edits.push_back(edit);
        }
        edits.push_back({path, unit.empty() ? exact(number) : fmt::format("{} {}", exact(number), unit)});
        return compiler_.try_compile(edits);
    }

    /// Whether another number, set as input of the recording, gives exactly the results of compiling with it.
    bool is_pure(const std::string& path, std::size_t number, const Input& input) {
        const double at = input.written;
        for (const double other : {at * 0.75, at * 1.25, at + 1, at - 1}) {
            const std::shared_ptr<const Assessment> made = with(path, other, input.unit);
            if (!made) continue;
            const std::size_t there = only_input(made->calculation, path);
            return there != no_input && same_results(number, made->calculation.inputs().value(there), *made);
        }
        return false;  // no other value is valid: then each row is compiled
    }

    bool must_be_whole(const std::string& path, const Input& input) {
        if (input.value != std::floor(input.value)) return false;
        return !with(path, input.written + 0.5, input.unit) &&
               compiler_.last_fault().find("a whole number") != std::string::npos;
    }

    bool same_results(std::size_t input, double value, const Assessment& made) const {
        const PointResult here(*made_), there(made);
        const std::vector<double> values = {value};
        const std::vector<Column> columns = {{input, values}};
        for (const std::string& name : results_) {
            if (!here.has(name) || !there.has(name)) return false;
            const StepId old = here.step(name).value_or(no_step), now = there.step(name).value_or(no_step);
            if ((old == no_step) != (now == no_step)) return false;
            if (now == no_step) continue;
            const std::vector<StepId> wanted = {old};
            if (evaluate(made_->calculation, columns, 1, wanted).front() != there.values()[now]) return false;
        }
        return true;
    }

    VariantCompiler& compiler_;
    JobTable& table_;
    const std::vector<std::string>& results_;
    std::vector<Edit> edits_;
    std::shared_ptr<const Assessment> made_;
};

}  // namespace

std::shared_ptr<const Assessment> bind_columns(VariantCompiler& compiler, JobTable& table,
                                               const std::vector<std::string>& results) {
    return Binder(compiler, table, results).run();
}

}  // namespace lca::fleet
