#pragma once
// Several readings side by side: totals, differences and ratios to the first, and the same by phase.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lca/math/difference.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// One of the things compared.
struct Variant {
    std::string name;   // "base", a what-if's id, a file
    std::string title;  // "" where there is none
    const PointResult* reading = nullptr;
};

/// What one variant comes to, in base units. Nothing is "not assessed".
struct Compared {
    static constexpr std::size_t phases = 3;  // embodied, idle, dynamic

    std::optional<double> total;
    std::optional<double> difference;  // to the first variant
    std::optional<double> ratio;       // to the first; nothing where that is nil
    std::array<std::optional<double>, phases> by_phase = {};
    std::array<std::optional<double>, phases> phase_difference = {};
    /// By stage that any of them has (nil where this one has it not); nothing where it is not assessed.
    std::vector<std::pair<std::string, std::optional<double>>> stage_difference = {};
    std::size_t rank = 0;  // 1: the lowest total of all; equals share a rank; 0: not assessed
    bool partial = false;  // gaps: the total counts only what is assessed
};

/// One entry per variant, in their order, for one measure.
std::vector<Compared> compare(std::span<const Variant> variants, std::size_t measure);

/// Which entries no other one beats: none is at most as high in all of their values and lower in one. By
/// entry, then by value, of which there are equally many.
std::vector<bool> not_dominated(const std::vector<std::vector<double>>& values);

}  // namespace lca
