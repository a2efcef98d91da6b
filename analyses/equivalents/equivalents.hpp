#pragma once
// A total compared with everyday things: how many lives of a car, flights, homes.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca {

class JsonWriter;

/// The source of an equivalent's factor, and whether it was read or only quoted.
struct EquivalentSource {
    std::string_view title, publisher;
    int year = 0;
    std::string_view url, licence;
    std::string_view access;  // "quoted from other documents" where only a secondary source was seen
};

/// The total as a number of everyday things.
struct Equivalent {
    std::string_view id;    // "car_lifetimes"
    std::string_view unit;  // "lives of a car, fuel included"
    double value = 0;
    /// 90 % interval of the result and of the equivalent's own factor, if they vary.
    std::optional<double> low = {}, high = {};
    std::string_view one;  // "57.2 tCO2e each"
    const EquivalentSource* source = nullptr;
    /// The factor: `value` is the total divided by `each`, in base units of a measure; its ends where it is a
    /// range.
    std::size_t measure = index_of::climate;
    double each = 0, least = each, most = each;
};

struct Equivalents {
    static constexpr std::size_t most = 6;

    std::vector<Equivalent> items = {};
    std::string reason = {};  // why there are none
};

/// Equivalents of the total, emissions compared with emissions and electricity with electricity. Empty if the
/// total is not assessed or partial.
Equivalents equivalents_of(const Evaluation& evaluation);
/// Equivalents of a total that was sampled already: with the 90 % interval of its emissions, in kgCO2e; empty
/// if they do not vary.
Equivalents equivalents_of(const Evaluation& evaluation,
                           const std::optional<std::pair<double, double>>& total);

/// A table under a heading, with the sources; or the reason why there is none.
void add_equivalents(Page& page, const Equivalents& equivalents);
/// `"equivalents": {"items": [...]}`, an entry of the object that is open.
void write_equivalents(JsonWriter& json, const Equivalents& equivalents);

}  // namespace lca
