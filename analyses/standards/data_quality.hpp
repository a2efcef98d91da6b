#pragma once
// How old the figures behind the total are, and the ratings of those that state a pedigree.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/page/json_writer.hpp"
#include "lca/page/page.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// The classes of the Product Environmental Footprint for a mean of pedigree scores, which are from 1 to 5.
inline constexpr std::array<std::string_view, 5> quality_classes = {"excellent", "very_good", "good", "fair",
                                                                    "poor"};
/// The index of the class of a rating: up to 1.6, 2, 3, 4, and above.
std::size_t quality_class(double rating);

/// One figure that the total depends on.
struct FigureQuality {
    std::string path;
    double elasticity = 0;              // per cent of the total per per cent of the figure, absolute
    std::optional<int> year;            // for which it holds, or of its source; empty if neither is known
    std::optional<double> rating = {};  // mean of its pedigree's five scores
};

/// Figures weighted by their elasticity: a kWh and its intensity have the same weight.
struct DataQuality {
    std::size_t measure = 0;
    std::vector<FigureQuality> figures;   // the largest weight first
    std::optional<int> activity_year;     // the last year in which an activity starts
    std::array<double, 5> by_class = {};  // shares of the total weight
    double not_rated = 0;
    std::optional<double> rating = {};       // weighted mean of the figures with a rating
    std::optional<std::size_t> oldest = {};  // index of the oldest with more than 5 % of the weight
};
inline constexpr double carries_much = 0.05;

/// The quality of the data behind the total; empty if that is not assessed or has no inputs.
std::optional<DataQuality> data_quality(const PointResult& reading, std::size_t measure);

List quality_list(const PointResult& reading, std::size_t measure);
/// Writes `"data_quality"` into the object that is open, if there is any.
void write_data_quality(JsonWriter& json, const PointResult& reading, std::size_t measure);

}  // namespace lca
