#include "models/compile/counterfactual.hpp"

#include <fmt/core.h>

#include "models/compile/difference.hpp"

namespace lca {
namespace {

class CounterfactualDifference {
public:
    CounterfactualDifference(Recorder& recorder, const Results& ours, const Results& theirs, std::string_view name)
        : recorder_(recorder),
          ours_(ours),
          theirs_(theirs),
          section_(fmt::format("Against what would have happened anyway: `{}`", name)) {}

    std::vector<Output> report() {
        add("total", index_of::climate);
        for (const std::string_view phase : Results::phases()) add(phase, index_of::climate);
        for (std::size_t m = 0; m < measure_count; ++m) {
            if (m != index_of::climate && (m != market_measure || (ours_.has_market && theirs_.has_market)))
                add("total", m);
        }
        return std::move(outputs_);
    }

private:
    void add(std::string_view row, std::size_t index) {
        const Difference one = difference(recorder_, ours_, theirs_, row, index);
        const Measure& kind = measure(index);
        const bool is_climate = index == index_of::climate;
        if (!is_climate && one.ours == no_step && one.theirs == no_step) return;
        const std::string suffix = is_climate ? "" : fmt::format(".{}", kind.suffix);
        const std::string of = is_climate ? std::string(row) : std::string(kind.name);
        if (row == "total") {
            outputs_.push_back(
                {.name = fmt::format("counterfactual.{}{}", row, suffix),
                 .step = one.theirs,
                 .dimension = kind.dimension,
                 .why_not = one.theirs == no_step ? fmt::format("{} there: it is not assessed", row) : "",
                 .title = fmt::format("{} there", of),
                 .section = section_});
        }
        const std::string part = row == "total" ? "" : fmt::format(".{}", row);
        outputs_.push_back({.name = fmt::format("counterfactual.difference{}{}", part, suffix),
                            .step = one.ours_less_theirs,
                            .dimension = kind.dimension,
                            .why_not = one.why_not,
                            .title = fmt::format("{}, difference to it", of),
                            .section = section_});
    }

    Recorder& recorder_;
    const Results& ours_;
    const Results& theirs_;
    std::string section_;
    std::vector<Output> outputs_;
};

}  // namespace

std::vector<Output> against_counterfactual(Recorder& recorder, const Results& ours, const Results& theirs,
                                           std::string_view name) {
    return CounterfactualDifference(recorder, ours, theirs, name).report();
}

}  // namespace lca
