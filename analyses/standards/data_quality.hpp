#pragma once
// How old the figures behind the total are, and how well those are rated that state a pedigree.

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

/// The classes of the Product Environmental Footprint for a mean of scores from 1 to 5.
inline constexpr std::array<std::string_view, 5> quality_classes = {"excellent", "very_good", "good", "fair",
                                                                    "poor"};
/// Up to 1.6, 2, 3, 4, and above.
std::size_t quality_class(double rating);

/// One figure that the total answers to.
struct FigureQuality {
    std::string path;
    double elasticity = 0;              // per cent of the total per per cent of the figure, without its sign
    std::optional<int> year;            // that it holds for, or of its source; nothing where neither is known
    std::optional<double> rating = {};  // mean of its pedigree's five scores
};

/// A figure weighs its elasticity: a kWh and its intensity weigh alike.
struct DataQuality {
    std::size_t measure = 0;
    std::vector<FigureQuality> figures;   // the heaviest first
    std::optional<int> activity_year;     // the last in which an activity starts
    std::array<double, 5> by_class = {};  // shares of the weight
    double not_rated = 0;
    std::optional<double> rating = {};       // the mean of what is rated, by weight
    std::optional<std::size_t> oldest = {};  // of the figures that carry more than 5 %
};
inline constexpr double carries_much = 0.05;

/// The quality of the data behind the total; empty if it is not assessed or has no inputs.
std::optional<DataQuality> data_quality(const PointResult& reading, std::size_t measure);

List quality_list(const PointResult& reading, std::size_t measure);
/// `"data_quality"`, as an entry of the object that is open; where there is any.
void write_data_quality(JsonWriter& json, const PointResult& reading, std::size_t measure);

}  // namespace lca
