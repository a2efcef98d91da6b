#include "analyses/evaluation/per_use.hpp"

#include <string>

#include "analyses/evaluation/columns.hpp"
#include "lca/base/number.hpp"
#include "lca/page/scale.hpp"

namespace lca::evaluation_detail {
namespace {

/// "3.961 Wh" for one use; "" where it is not assessed.
std::string one_use(const Evaluation& evaluation, const std::string& name, std::size_t index,
                    std::string_view use) {
    const std::string_view suffix = measure(index).suffix;
    const std::string asked = suffix.empty() ? name : name + "." + std::string(suffix);
    const std::optional<PointResult::Named> one = evaluation.result->per(asked, use);
    return one && one->value ? with_unit(*one->value, measure(index).dimension) : std::string();
}

/// The measure that is shown, and the electricity where that stands beside it.
std::string figures(const Evaluation& evaluation, const std::string& name, std::string_view use) {
    std::string text = one_use(evaluation, name, evaluation.measure, use);
    const std::string electricity =
        with_energy(evaluation) ? one_use(evaluation, name, energy_measure, use) : std::string();
    if (!text.empty() && !electricity.empty()) text += " and ";
    return text + electricity;
}

std::string counting(const Evaluation& evaluation, const Result& row) {
    const bool partial = evaluation.result->results().is_partial(row, evaluation.measure);
    return partial ? ", counting only what is assessed" : "";
}

}  // namespace

void add_functional_unit(Page& page, const Evaluation& evaluation) {
    const PointResult& reading = *evaluation.result;
    const Results& results = reading.results();
    const std::optional<double> amount = reading.value(results.functional_amount);
    const Result* total = results.find("total");
    if (!amount || !total || !reading.value(*total, evaluation.measure)) return;
    const bool too_small = one_use(evaluation, "total", evaluation.measure, "functional_unit").empty();
    if (too_small) {
        page.paragraph("Per " + results.functional_unit + ": not assessed, as " + readable(*amount, 6) +
                       " in all is too small to divide by");
        return;
    }
    std::string text =
        "Per " + results.functional_unit + ": " + figures(evaluation, "total", "functional_unit");
    if (*amount != 1) text += " (" + readable(*amount, 6) + " in all)";
    page.paragraph(text + counting(evaluation, *total));
}

void add_uses(Page& page, const Evaluation& evaluation) {
    const Results& results = evaluation.result->results();
    for (const Result& row : results.rows) {
        if (!row.is<ActivityRow>()) continue;
        for (const char* use : {"request", "token"}) {
            const std::string name = results.name(row);
            const std::string text = figures(evaluation, name, use);
            if (!text.empty()) page.paragraph(name + ": " + text + " per " + use + counting(evaluation, row));
        }
    }
}

}  // namespace lca::evaluation_detail
