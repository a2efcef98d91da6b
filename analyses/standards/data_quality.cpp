#include "analyses/standards/data_quality.hpp"

#include <algorithm>
#include <cmath>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/zoned_time.hpp"
#include "lca/numerics/sensitivity.hpp"
#include "lca/page/scale.hpp"
#include "models/catalog/region.hpp"

namespace lca {
namespace {

constexpr std::array<double, 4> upper_bounds = {1.6, 2, 3, 4};
constexpr std::size_t year_digits = 4;
constexpr std::size_t max_named = 3;

/// The year at the end of the last brackets that have one: 2022 in "IEA, Electricity (2018-2022), CC BY".
std::optional<int> year_in_brackets(std::string_view source) {
    const std::size_t close = source.rfind(')');
    if (close == std::string_view::npos) return std::nullopt;
    const std::size_t open = source.rfind('(', close);
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view inside = source.substr(open + 1, close - open - 1);
    if (const auto year =
            inside.size() < year_digits ? std::nullopt : year_of(inside.substr(inside.size() - year_digits)))
        return year;
    return year_in_brackets(source.substr(0, open));
}

/// The year that an input holds for: 2025 for "FRA/2025.intensity" of the catalogue; else that of its source.
std::optional<int> year_of_figure(const Input& input) {
    if (input.origin == Origin::catalogue) {
        if (const auto parts = region_year(input.path.substr(0, input.path.find('.')))) return parts->year;
    }
    return year_in_brackets(input.source);
}

std::optional<int> last_start(const Results& results) {
    std::optional<int> year;
    for (const ActivityInfo& activity : results.activities) {
        if (!activity.included || !activity.start) continue;
        if (const auto one = year_of(utc_text(*activity.start).substr(0, year_digits)))
            year = std::max(year.value_or(*one), *one);
    }
    return year;
}

/// Sums of elasticities: those of inputs with a rating, by class and times it, and those of all inputs.
class Weights {
public:
    void add(double elasticity, std::optional<double> rating) {
        all_ += elasticity;
        if (!rating) return;
        by_class_[quality_class(*rating)] += elasticity;
        rated_ += elasticity;
        sum_ += elasticity * *rating;
    }
    bool empty() const { return all_ == 0; }
    void write_to(DataQuality& quality) const {
        for (std::size_t i = 0; i < by_class_.size(); ++i) quality.by_class[i] = by_class_[i] / all_;
        quality.not_rated = (all_ - rated_) / all_;
        if (rated_ > 0) quality.rating = sum_ / rated_;
    }

private:
    double all_ = 0, rated_ = 0, sum_ = 0;
    std::array<double, quality_classes.size()> by_class_ = {};
};

void find_oldest(DataQuality& quality) {
    for (std::size_t i = 0; i < quality.figures.size(); ++i) {
        const FigureQuality& one = quality.figures[i];
        if (!one.year) continue;
        if (!quality.oldest || *one.year < *quality.figures[*quality.oldest].year) quality.oldest = i;
    }
}

std::string age_text(const FigureQuality& figure, std::optional<int> activity_year) {
    std::string text = "of " + std::to_string(*figure.year);
    if (!activity_year) return text + "; no activity states when it starts";
    const int age = *activity_year - *figure.year;
    if (age == 0) return text + ", the year of the activity";
    return text + ", " + std::to_string(std::abs(age)) + (std::abs(age) == 1 ? " year " : " years ") +
           (age > 0 ? "before" : "after") + " the activity (" + std::to_string(*activity_year) + ")";
}

std::string rated_text(const DataQuality& quality) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < quality.by_class.size(); ++i) {
        if (quality.by_class[i] > 0)
            parts.push_back(percent(quality.by_class[i]) + " " + in_words(quality_classes[i]));
    }
    if (!quality.rating) return "no figure that the total rests on states a pedigree: its data are not rated";
    return "rated by their pedigrees: " + listed(parts) + ", " + percent(quality.not_rated) +
           " not rated; the mean of what is rated is " + readable(*quality.rating, 3) + " (" +
           in_words(quality_classes[quality_class(*quality.rating)]) + ")";
}

}  // namespace

std::size_t quality_class(double rating) {
    return static_cast<std::size_t>(std::find_if(upper_bounds.begin(), upper_bounds.end(),
                                                 [rating](double limit) { return rating <= limit; }) -
                                    upper_bounds.begin());
}

std::optional<DataQuality> data_quality(const PointResult& result, std::size_t measure) {
    const Results& results = result.results();
    const Result* total = results.find("total");
    if (!total || !result.value(*total, measure)) return std::nullopt;
    DataQuality quality{.measure = measure, .figures = {}, .activity_year = last_start(results)};
    const Calculation& calculation = result.calculation();
    Weights weights;
    for (const Slope& slope : slopes(calculation, result.values(), total->steps.at(measure))) {
        const Input input = calculation.inputs()[slope.input];
        if (slope.elasticity == 0 || input.origin == Origin::default_value) continue;
        const double elasticity = std::fabs(slope.elasticity);
        std::optional<double> rating;
        if (input.uncertainty && input.uncertainty->pedigree_mean > 0)
            rating = input.uncertainty->pedigree_mean;
        weights.add(elasticity, rating);
        if (elasticity > carries_much)
            quality.figures.push_back({std::string(input.path), elasticity, year_of_figure(input), rating});
    }
    if (weights.empty()) return std::nullopt;
    weights.write_to(quality);
    find_oldest(quality);
    return quality;
}

List quality_list(const PointResult& result, std::size_t measure) {
    List list;
    const std::optional<DataQuality> quality = data_quality(result, measure);
    if (!quality) return list;
    list.items.push_back({rated_text(*quality)});
    if (quality->oldest) {
        const FigureQuality& oldest = quality->figures[*quality->oldest];
        list.items.push_back({"oldest figure that contributes more than 5 %: " + oldest.path + ", " +
                              age_text(oldest, quality->activity_year)});
    }
    std::vector<std::string> unknown;
    for (const FigureQuality& one : quality->figures) {
        if (!one.year) unknown.push_back(one.path);
    }
    if (const std::size_t all = unknown.size(); all > max_named + 1) {
        unknown.resize(max_named);
        unknown.push_back(std::to_string(all - max_named) + " more");
    }
    if (!unknown.empty())
        list.items.push_back({"contribute more than 5 %, but their year is not known: " + listed(unknown)});
    return list;
}

}  // namespace lca
