#pragma once
// One evaluated scenario, with all that is said about it: results, gaps, defaults, sources, files, warnings.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyses/shared/provenance.hpp"
#include "analyses/shared/scenario_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// Refers to the sources of the session it was made in, which must outlive it.
struct Evaluation {
    std::string title;
    std::string file;          // as given
    std::string variant = {};  // the what-if's id; "" for the base
    std::string variant_title = {};
    std::string note = {}, source = {};
    std::vector<std::pair<std::string, std::string>> changes = {};  // edits: path, value
    std::shared_ptr<const Model> model = {};  // what `result` refers to; null where it was made in code
    std::shared_ptr<const PointResult> result = {};  // never null
    const Sources* sources = nullptr;
    Provenance provenance = {};
    std::vector<Fault> warnings = {};
    std::size_t measure = index_of::climate;  // which the page shows; machine output holds all
    bool equivalents = false;                 // the answer also says what the total compares with

    /// A result in base units, by the names of `lca evaluate`; nothing is "not assessed". Throws
    /// std::out_of_range where there is no such name.
    std::optional<double> value(std::string_view name) const { return result->value(name).value; }
};

/// The point result of a compiled scenario, described for reports.
Evaluation described(Session& session, const ScenarioSource& source, std::shared_ptr<const Model> model,
                     std::size_t measure = index_of::climate);

}  // namespace lca
