#pragma once
// One to five stars by energy: the range of a group that was rated together, cut into five equal widths.

#include <string>
#include <vector>

namespace lca {

/// A model as it was rated.
struct RatedModel {
    std::string name;
    double energy = 0;  // J of 1,000 queries
    int stars = 0;      // as published
};

/// Models of one task (and class) that were rated together, least energy first; never empty.
struct Rating {
    std::string id;    // "text_generation/A"
    std::string task;  // "text_generation"
    std::string rated_class, name, note, source, url;
    std::vector<RatedModel> models;
};

/// The rule of the AI Energy Score: w = (most - least) / 5, stars = 5 - min(4, floor((energy - least) / w)).
/// Its page also speaks of "the highest 20 % of models", but the published stars follow equal widths.
class StarScale {
public:
    /// Throws std::invalid_argument for an empty rating or one without a range.
    explicit StarScale(const Rating& rating);

    double least() const { return least_; }
    double most() const { return most_; }
    /// Below the least it is 5, above the most 1.
    int stars(double energy) const;
    /// Where the band of so many stars begins.
    double from(int stars) const;
    double width() const { return (most_ - least_) / 5; }

private:
    double least_, most_;
};

}  // namespace lca
