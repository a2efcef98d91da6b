#include "lca/numerics/sample_groups.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "lca/base/text.hpp"

namespace lca::numerics {

namespace {

struct Edge {
    std::size_t first, second;  // indices of inputs
    const Correlation* correlation;
};

std::optional<std::size_t> uncertain_input(const Calculation& calculation, const std::string& path,
                                           Place place, Diagnostics& diagnostics) {
    const Inputs& inputs = calculation.inputs();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs.is_uncertain(i) && inputs.path(i) == path) return i;
    }
    diagnostics.warning(place, in_quotes(path) + " is not uncertain: its correlation has no effect",
                        inputs.find(path) ? "give it an `uncertainty`"
                                          : "name the path of a value, such as parameters.lifetime");
    return std::nullopt;
}

/// The input that represents all inputs connected with `input` by correlations (union-find with path
/// halving).
std::size_t root(std::vector<std::size_t>& parent, std::size_t input) {
    while (parent[input] != input) input = parent[input] = parent[parent[input]];
    return input;
}

void report_impossible(const std::vector<Edge>& edges, const Inputs& inputs,
                       const std::vector<std::size_t>& group, Diagnostics& diagnostics) {
    std::vector<std::string> names;
    for (std::size_t input : group) names.push_back(in_quotes(inputs.path(input)));
    Fault fault{.place = edges.back().correlation->place,
                .message = "the correlations of " + listed(names) + " are impossible together",
                .expected = "correlations whose matrix has no negative eigenvalue",
                .hint = "if a and b, and b and c, are closely correlated, so must be a and c"};
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        fault.related.push_back({edges[i].correlation->place, "another correlated value"});
    diagnostics.add(std::move(fault));
}

}  // namespace

std::vector<CorrelatedGroup> correlated_groups(const Calculation& calculation,
                                               std::span<const Correlation> correlations,
                                               std::vector<bool>& needed_inputs, Diagnostics& diagnostics) {
    std::vector<Edge> edges;
    for (const Correlation& one : correlations) {
        const auto first = uncertain_input(calculation, one.first, one.first_place, diagnostics);
        const auto second = uncertain_input(calculation, one.second, one.second_place, diagnostics);
        if (first && second) edges.push_back({*first, *second, &one});
    }
    std::vector<std::size_t> parent(calculation.inputs().size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (const Edge& edge : edges) {
        const std::size_t a = root(parent, edge.first), b = root(parent, edge.second);
        parent[std::max(a, b)] = std::min(a, b);
    }
    std::vector<CorrelatedGroup> groups;
    for (std::size_t i = 0; i < parent.size(); ++i) {
        if (parent[i] != i) continue;
        std::vector<std::size_t> members;
        std::vector<Edge> inside;
        for (const Edge& edge : edges) {
            if (root(parent, edge.first) != i) continue;
            inside.push_back(edge);
            members.insert(members.end(), {edge.first, edge.second});
        }
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
        if (members.empty()) continue;
        const auto number = [&](std::size_t input) {
            return static_cast<std::size_t>(std::lower_bound(members.begin(), members.end(), input) -
                                            members.begin());
        };
        std::vector<CorrelatedPair> pairs;
        for (const Edge& edge : inside) {
            pairs.push_back({number(edge.first), number(edge.second), edge.correlation->r});
        }
        const std::optional<Copula> copula = Copula::make(members.size(), pairs);
        if (!copula) {
            report_impossible(inside, calculation.inputs(), members, diagnostics);
        } else if (std::any_of(members.begin(), members.end(), [&](auto m) { return needed_inputs[m]; })) {
            for (std::size_t member : members) needed_inputs[member] = true;
            groups.push_back({std::move(members), *copula});
        }
    }
    return groups;
}

}  // namespace lca::numerics
