#pragma once
// A total expressed as a number of everyday things: lives of a car, flights, homes.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca {

class JsonWriter;

/// The publication behind an equivalent's factor.
struct EquivalentSource {
    std::string_view title, publisher;
    int year = 0;
    std::string_view url, licence;
    std::string_view access;  // how it was read: "quoted from other documents" for a figure seen only there
};

/// The total expressed as `value` times one everyday thing.
struct Equivalent {
    std::string_view id;    // "car_lifetimes"
    std::string_view unit;  // "lives of a car, fuel included"
    double value = 0;
    /// Ends: the total's 90 % interval divided by the factor's range; empty if both are single values.
    std::optional<double> low = {}, high = {};
    std::string_view one;  // the factor in words: "57.2 tCO2e each"
    const EquivalentSource* source = nullptr;
    /// The factor: `value` is the total divided by `each`; lowest, highest: the range of `each`. All three
    /// are in base units of this measure.
    std::size_t measure = index_of::climate;
    double each = 0, lowest = each, highest = each;
};

struct Equivalents {
    static constexpr std::size_t max_items = 6;

    std::vector<Equivalent> items = {};
    std::string reason = {};  // why there are no equivalents
};

/// Compares emissions with the emissions of everyday things, and electricity with their electricity. Empty if
/// the total is not assessed or partial.
Equivalents equivalents_of(const Evaluation& evaluation);
/// The same for a total that was sampled already: `total` is the 90 % interval of its emissions, in kgCO2e;
/// empty if they do not vary.
Equivalents equivalents_of(const Evaluation& evaluation,
                           const std::optional<std::pair<double, double>>& total);

/// Adds a table with a heading and the sources; or the reason why there are no equivalents.
void add_equivalents(Page& page, const Equivalents& equivalents);
/// Writes `"equivalents": {"items": [...]}` into the open object.
void write_equivalents(JsonWriter& json, const Equivalents& equivalents);

}  // namespace lca
