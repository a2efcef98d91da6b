#pragma once
// Several readings side by side: totals, differences and ratios to the first, and the same by phase.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lca/study/reading.hpp"

namespace lca {

/// One of the things compared.
struct Variant {
    std::string name;   // "base", a what-if's id, a file
    std::string title;  // "" where there is none
    const Reading* reading = nullptr;
};

/// What one variant comes to, in base units. Nothing is "not assessed".
struct Compared {
    static constexpr std::size_t phases = 3;  // embodied, idle, dynamic

    std::optional<double> total;
    std::optional<double> difference;  // to the first variant
    std::optional<double> ratio;       // to the first; nothing where that is nil
    std::array<std::optional<double>, phases> by_phase = {};
    std::array<std::optional<double>, phases> phase_difference = {};
    bool partial = false;  // gaps: the total counts only what is assessed
};

/// One entry per variant, in their order, for one measure.
std::vector<Compared> compare(std::span<const Variant> variants, std::size_t measure);

}  // namespace lca
