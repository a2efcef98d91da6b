#pragma once
// One evaluated scenario, with what answers say about it: results, gaps, defaults, sources, files, warnings;
// who computed it; and the results that a user names.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyses/shared/scenario_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "models/results/point_result.hpp"

namespace lca {

class Session;

struct Provenance {
    std::string_view version;
    std::string_view catalogue;                                     // SHA-256 of the built-in catalogue
    std::vector<std::pair<std::string, std::string>> folders = {};  // added to the catalogue: path, SHA-256
};

/// Version, catalogue and files of a session.
Provenance provenance(Session& session);

/// "0.1.0".
std::string_view version();

/// An evaluated scenario. Refers to the sources of the session it was made in, which must outlive it.
struct Evaluation {
    std::string title;
    std::string file;          // its path, as given
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
    bool equivalents = false;                 // the answer also has equivalents of the total

    /// A result in base units, by the names of `lca evaluate`; nothing is "not assessed". Throws
    /// std::out_of_range where there is no such name.
    std::optional<double> value(std::string_view name) const { return result->value(name).value; }
};

/// Makes an evaluation of a compiled scenario, with title, provenance and changes.
Evaluation described(Session& session, const ScenarioSource& source, std::shared_ptr<const Model> model,
                     std::size_t measure = index_of::climate);

/// A step of the calculation and what it is called.
struct NamedResult {
    std::string name;       // as the user named it
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension = {};
    std::string title = {};   // for people; "": the name
    std::string reason = {};  // for a result per use that is not assessed: "serving.requests is zero"
};

/// Finds a result. Throws InputError, with the option that named it and the nearest names, for what is not a
/// result.
NamedResult resolve_result(const PointResult& result, std::string_view option, const std::string& name);
/// Resolves several names; adds the steps of results per use to the model.
std::vector<NamedResult> resolve_results(Assessment& model, std::string_view option,
                                         const std::vector<std::string>& names);

}  // namespace lca
