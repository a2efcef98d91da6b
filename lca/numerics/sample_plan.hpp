#pragma once
// Which inputs are sampled, and how. Each sample of an input depends only on the seed, the input's path and
// the number of the sample.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/calculation.hpp"
#include "lca/calc/inputs.hpp"
#include "lca/math/copula.hpp"
#include "lca/math/draws.hpp"
#include "lca/math/quantile.hpp"
#include "lca/numerics/sampling.hpp"

namespace lca {

/// Numbers the uncertain inputs of a base file in the order in which they are written; with Sobol points, an
/// input's rank is its dimension. Inputs that only variants have get higher ranks.
class SobolRanks {
public:
    SobolRanks() = default;
    explicit SobolRanks(const Calculation& base) { add(base); }
    /// Adds the inputs of a variant that have no rank yet.
    void add(const Calculation& variant);
    /// The rank of an input, by its name from draw_names(). Throws std::out_of_range if it was not added.
    std::size_t of(const std::string& name) const;
    std::size_t size() const { return ranks_.size(); }

private:
    std::unordered_map<std::string, std::size_t> ranks_;
};

struct PlanOptions {
    std::uint64_t seed = default_seed;
    Sampling sampling = Sampling::plain;
    std::span<const Correlation> correlations = {};
    const SobolRanks* ranks = nullptr;  // null: ranks in the calculation itself
    /// For an analysis that needs a second, independent set of samples: another name gives other samples;
    /// with Sobol points, `first_dimension` must be set, too.
    std::string stream = {};
    std::size_t first_dimension = 0;
    /// The index of an input that keeps its own value, because the analysis varies it. If it is correlated
    /// with others, it is sampled nevertheless.
    std::size_t held = static_cast<std::size_t>(-1);
};

/// Draws samples of inputs. Keeps a reference to the calculation. Can be used by several threads at a time.
class SamplePlan {
public:
    /// Samples the uncertain inputs that `wanted` steps depend on. Errors and warnings in `diagnostics`:
    /// correlations that are impossible or name no uncertain value, truncation that leaves nothing, too many
    /// inputs for Sobol points. After an error the plan must not be used.
    SamplePlan(const Calculation& calculation, std::span<const StepId> wanted, const PlanOptions& options,
               Diagnostics& diagnostics);

    const Calculation& calculation() const { return *calculation_; }
    /// The sampled inputs as indices into calculation.inputs(), rising.
    std::span<const std::size_t> inputs() const { return inputs_; }
    const Quantile& quantile(std::size_t k) const { return drawn_[k].quantile; }
    bool correlated() const { return !groups_.empty(); }

    /// Writes samples first, first + 1, … of each inputs()[k] to columns[k].
    void fill(std::uint64_t first, std::size_t count, std::span<double* const> columns) const;
    /// The values of inputs() in one sample.
    std::vector<double> sample(std::uint64_t number) const;

private:
    struct DrawnInput {
        std::uint64_t key;
        std::unique_ptr<const SobolDimension> dimension;  // null for plain sampling
        Quantile quantile;
        bool grouped = false;
    };
    struct Group {
        std::vector<std::size_t> members;  // indices in inputs_
        Copula copula;
    };

    void draw(const DrawnInput& drawn, std::uint64_t first, std::span<double> column) const;

    const Calculation* calculation_;
    std::vector<std::size_t> inputs_;
    std::vector<DrawnInput> drawn_;
    std::vector<Group> groups_;
};

/// The name by which each input's draws are identified: its path, with a number if several have that path.
std::vector<std::string> draw_names(const Calculation& calculation);

}  // namespace lca
