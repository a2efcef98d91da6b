#pragma once
// How one result responds to a small change of each input: the exact derivatives of `analyse_sensitivity`,
// without draws.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/effects.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct Gradient {
    Evaluation evaluation = {};
    NamedResult asked = {};
    std::vector<Slope> slopes = {};  // the largest elasticity first; empty where the result is not assessed
};

/// The gradient of a result, named as by `lca evaluate`. Empty after an error, which is in
/// `session.diagnostics()`. Throws FileError, and InputError where there is no such result.
std::optional<Gradient> gradient(Session& session, const ScenarioSource& source, const std::string& of);

/// One row for each input that the result depends on, with the columns for slopes of `lca sensitivity
/// --format csv`.
Records records_of(const Gradient& gradient);

}  // namespace lca
