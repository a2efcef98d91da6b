#pragma once
// How sure an input is: a distribution, as it stands in the file, in base units.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

enum class Shape : unsigned char {
    normal,      // a = mean, b = sd
    lognormal,   // a = median, b = gsd
    uniform,     // a = low, b = high
    triangular,  // a = low, b = high, c = mode
    pert,        // a = low, b = high, c = mode; lambda 4
    discrete,    // values, weights
    empirical,   // values, each as likely
};
std::string_view to_string(Shape shape);

/// A distribution of one input. Truncation cuts and renormalises, it never clips.
struct Distribution {
    Shape shape = Shape::normal;
    double a = 0, b = 0, c = 0;
    std::vector<double> values = {}, weights = {};
    std::optional<double> minimum = {}, maximum = {};
    std::string written =
        {};  // for a person: "triangular 4 yr to 8 yr", "lognormal, gsd 1.3", "pedigree [2, 3, 1, 1, 4]"
    /// A relative distribution (of an expression): normal b = cv, lognormal b = gsd; a is 1.
    bool relative = false;
};

}  // namespace lca
