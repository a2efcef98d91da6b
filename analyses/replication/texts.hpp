#pragma once
// Texts about a published figure and the computed one.

#include <string>

#include "analyses/replication/replication.hpp"

namespace lca::replication {

/// What a figure is: "final_training.dynamic, share, what if warm_datacentre".
std::string figure_name(const Expectation& expected);
/// The published value, "24.69"; for a bound "≥ 24".
std::string published_text(const Expectation& expected);
/// The computed value in the unit of the published one, with two digits more; or "not assessed".
std::string computed_text(const Check& check);
/// A deviation as a signed percentage: "+0.151 %".
std::string percent_off(double deviation);
/// The deviation of a figure as percent_off() writes it; "–" if there is none.
std::string deviation_text(const Check& check);

}  // namespace lca::replication
