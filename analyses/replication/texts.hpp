#pragma once
// A published figure and the computed one as pages write them.

#include <string>

#include "analyses/replication/replication.hpp"

namespace lca::replication {

/// "final_training.dynamic, share, what if warm_datacentre".
std::string figure_name(const Expectation& expected);
/// The published figure: "24.69"; "≥ 24" where it is a bound.
std::string published_text(const Expectation& expected);
/// The computed figure in the unit of the published one, with two digits more; "not assessed".
std::string computed_text(const Check& check);
/// A deviation as a signed percentage: "+0.151 %".
std::string percent_off(double deviation);
/// The deviation of a figure; "–" if there is none.
std::string deviation_text(const Check& check);

}  // namespace lca::replication
