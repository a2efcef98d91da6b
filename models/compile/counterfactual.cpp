#include "models/compile/counterfactual.hpp"

#include <fmt/core.h>

#include "models/compile/difference.hpp"

namespace lca::compile_detail {
namespace {

class CounterfactualDifference {
public:
    CounterfactualDifference(Recorder& recorder, const Results& base, const Results& variant,
                             std::string_view name)
        : recorder_(recorder),
          name_(fmt::format("`{}`", name)),
          pair_{base, variant, "this scenario", name_},
          section_(fmt::format("Against what would have happened anyway: `{}`", name)) {}

    std::vector<Output> report() {
        add("total", index_of::climate);
        for (const std::string_view phase : Results::phases()) add(phase, index_of::climate);
        for (std::size_t m = 0; m < measure_count; ++m) {
            if (m != index_of::climate &&
                (m != market_measure || (pair_.base.has_market && pair_.variant.has_market)))
                add("total", m);
        }
        return std::move(outputs_);
    }

private:
    void add(std::string_view row, std::size_t index) {
        const Difference one = difference(recorder_, pair_, row, index);
        const Measure& kind = measure(index);
        const bool is_climate = index == index_of::climate;
        if (!is_climate && one.base == no_step && one.variant == no_step) return;
        const std::string suffix = is_climate ? "" : fmt::format(".{}", kind.suffix);
        const std::string of = is_climate ? std::string(row) : std::string(kind.name);
        if (row == "total") {
            outputs_.push_back(
                {.name = fmt::format("counterfactual.{}{}", row, suffix),
                 .step = one.variant,
                 .dimension = kind.dimension,
                 .reason = one.variant == no_step
                               ? fmt::format("{} of the counterfactual: it is not assessed", row)
                               : "",
                 .title = fmt::format("{} of the counterfactual", of),
                 .section = section_,
                 .partial = pair_.variant.is_partial(*pair_.variant.find(row), index)});
        }
        const std::string part = row == "total" ? "" : fmt::format(".{}", row);
        outputs_.push_back({.name = fmt::format("counterfactual.difference{}{}", part, suffix),
                            .step = one.difference_step,
                            .dimension = kind.dimension,
                            .reason = one.reason,
                            .title = fmt::format("{}, difference from the counterfactual", of),
                            .section = section_,
                            .partial = one.partial});
    }

    Recorder& recorder_;
    std::string name_;
    ResultPair pair_;
    std::string section_;
    std::vector<Output> outputs_;
};

}  // namespace

std::vector<Output> against_counterfactual(Recorder& recorder, const Results& base, const Results& variant,
                                           std::string_view name) {
    return CounterfactualDifference(recorder, base, variant, name).report();
}

}  // namespace lca::compile_detail
