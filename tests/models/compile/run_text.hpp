#pragma once
// A scenario in a text, run: for tests that derive their numbers by hand.

#include <memory>
#include <string>

#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace lca::test {

/// What came of a text. `messages` holds all faults as a person sees them; `result` is null after an error.
struct Run {
    std::unique_ptr<Session> session;
    std::unique_ptr<Model> model;
    std::unique_ptr<PointResult> result;
    std::string messages;

    /// Results in the units of the JSON; NaN where not assessed.
    double kg(std::string_view name) const;      // of a climate result
    double kwh(std::string_view name) const;     // of an ".energy" result: give the name without it
    double litres(std::string_view name) const;  // of a ".water" result
    bool assessed(std::string_view name) const;
    /// An output, in base units.
    double output(std::string_view id) const;
    /// The names of the gaps of `name`, comma separated.
    std::string gaps(std::string_view name) const;
    /// Why they are, comma separated.
    std::string reasons(std::string_view name) const;
};

/// `body` follows `lca: 1` and `title: t`.
Run run(std::string_view body, std::string_view what_if = {});

/// A scenario around one activity: a site of 1 kgCO2e/kWh with PUE 2, 4 nodes of 2 accelerators (embodied 10
/// kg each, the node's box 100 kg), lifetime 1000 h, utilisation 50 %. So 1 kWh of IT energy is 2 kg.
Run run_activity(std::string_view activity);

}  // namespace lca::test
