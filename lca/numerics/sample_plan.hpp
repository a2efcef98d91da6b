#pragma once
// Which inputs are drawn, and how: any sample of any input, from the seed, the input's path and the sample's
// number alone.

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

/// The uncertain inputs of a base file in its order: with Sobol points an input's dimension is its rank here.
/// Variants keep the ranks of their base, and what they add comes after.
class SobolRanks {
public:
    SobolRanks() = default;
    explicit SobolRanks(const Calculation& base) { add(base); }
    /// Gives ranks to the inputs that are new in a variant.
    void add(const Calculation& variant);
    /// The rank of an input by its name in draw_names(). Throws std::out_of_range for one that was not added.
    std::size_t of(const std::string& name) const;
    std::size_t size() const { return ranks_.size(); }

private:
    std::unordered_map<std::string, std::size_t> ranks_;
};

struct PlanOptions {
    std::uint64_t seed = default_seed;
    Sampling sampling = Sampling::plain;
    std::span<const Correlation> correlations = {};
    const SobolRanks* ranks = nullptr;  // null: those of the calculation itself
    /// For what needs two sets of samples: another name gives other draws, and Sobol points then need
    /// dimensions of their own.
    std::string stream = {};
    std::size_t first_dimension = 0;
    /// An input that keeps its own value, because an analysis varies it itself. Drawn all the same where it
    /// is correlated.
    std::size_t held = static_cast<std::size_t>(-1);
};

/// Refers to the calculation. May be used by several threads at a time.
class SamplePlan {
public:
    /// Plans the uncertain inputs that `wanted` steps depend on. Correlations that are impossible or name no
    /// uncertain value, truncation that keeps nothing and too many inputs for Sobol points go to
    /// `diagnostics`; after an error the plan is of no use.
    SamplePlan(const Calculation& calculation, std::span<const StepId> wanted, const PlanOptions& options,
               Diagnostics& diagnostics);

    const Calculation& calculation() const { return *calculation_; }
    /// Indices into calculation.inputs(), in their order.
    std::span<const std::size_t> inputs() const { return inputs_; }
    const Quantile& quantile(std::size_t k) const { return drawn_[k].quantile; }
    bool correlated() const { return !groups_.empty(); }

    /// Samples first, first + 1, … of inputs()[k] into columns[k].
    void fill(std::uint64_t first, std::size_t count, std::span<double* const> columns) const;
    /// The values of one sample, in the order of inputs().
    std::vector<double> sample(std::uint64_t number) const;

private:
    struct DrawnInput {
        std::uint64_t key;
        std::unique_ptr<const SobolDimension> dimension;  // null: plain draws
        Quantile quantile;
        bool grouped = false;
    };
    struct Group {
        std::vector<std::size_t> members;  // numbers in inputs_
        Copula copula;
    };

    void draw(const DrawnInput& drawn, std::uint64_t first, std::span<double> column) const;

    const Calculation* calculation_;
    std::vector<std::size_t> inputs_;
    std::vector<DrawnInput> drawn_;
    std::vector<Group> groups_;
};

/// The name that each input's draws go by: its path, and a number where several bear the same one.
std::vector<std::string> draw_names(const Calculation& calculation);

}  // namespace lca
