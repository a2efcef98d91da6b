#pragma once
// The quality of the data behind the total: the years of its inputs, and ratings of those with a pedigree.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/page/page.hpp"
#include "models/results/point_result.hpp"

namespace lca {

class JsonWriter;

/// Quality classes of the Product Environmental Footprint; a rating is a mean of pedigree scores from 1 to 5.
inline constexpr std::array<std::string_view, 5> quality_classes = {"excellent", "very_good", "good", "fair",
                                                                    "poor"};
/// Index in quality_classes for a rating: up to 1.6, up to 2, up to 3, up to 4, above 4.
std::size_t quality_class(double rating);

/// One input that the total depends on.
struct FigureQuality {
    std::string path;
    double elasticity = 0;    // % by which the total changes for 1 % of the input, absolute
    std::optional<int> year;  // the year that the input is of, else that of its source; empty: unknown
    std::optional<double> rating = {};  // mean of the five pedigree scores; empty: no pedigree
};

/// Ratings and years of the inputs, weighted by elasticity: so an energy weighs as much as its intensity.
struct DataQuality {
    std::size_t measure = 0;
    std::vector<FigureQuality> figures;   // inputs with over 5 % of the weight, largest first
    std::optional<int> activity_year;     // year in which the last activity starts
    std::array<double, 5> by_class = {};  // by class: its share of the whole weight
    double not_rated = 0;
    std::optional<double> rating = {};       // weighted mean of the ratings; empty: no input has one
    std::optional<std::size_t> oldest = {};  // index of the oldest of `figures`
};
inline constexpr double carries_much = 0.05;

/// The quality of the data behind the total; empty if the total is not assessed or depends on no input.
std::optional<DataQuality> data_quality(const PointResult& result, std::size_t measure);

List quality_list(const PointResult& result, std::size_t measure);
/// Writes `"data_quality"` into the open object; nothing if data_quality() is empty.
void write_data_quality(JsonWriter& json, const PointResult& result, std::size_t measure);

}  // namespace lca
