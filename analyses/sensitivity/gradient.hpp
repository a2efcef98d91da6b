#pragma once
// How a result responds to a small change of each input: exact derivatives, as in `analyse_sensitivity`, but
// without sampling.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/effects.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct Gradient {
    Evaluation evaluation = {};
    NamedResult requested = {};
    std::vector<Slope> slopes = {};  // largest elasticity first; empty: not assessed
};

/// The gradient of the result with the name `of`, as in `lca evaluate`. Empty after an error, which is in
/// `session.diagnostics()`. Throws FileError, and InputError where there is no such result.
std::optional<Gradient> gradient(Session& session, const ScenarioSource& source, const std::string& of);

/// One row for each input that affects the result; the columns are those of `lca sensitivity --format csv`
/// about slopes.
Records records_of(const Gradient& gradient);

}  // namespace lca
