#pragma once
// One evaluated scenario, with what every answer says about it: gaps, defaults, sources, files, warnings,
// version; and results that a user names.

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
    std::vector<std::pair<std::string, std::string>> folders = {};  // additional catalogue: (path, SHA-256)
};

/// Version, catalogue and added folders of a session.
Provenance provenance(Session& session);

/// "0.1.0".
std::string_view version();

/// An evaluated scenario. Refers to the sources of the session it was made in, which must outlive it.
struct Evaluation {
    std::string title;
    std::string file;          // path as given by the user
    std::string variant = {};  // id of the what-if; "" for the file itself
    std::string variant_title = {};
    std::string note = {}, source = {};
    std::vector<std::pair<std::string, std::string>> changes = {};  // edits: (path, value)
    std::shared_ptr<const Model> model = {};                        // null for a scenario in code
    std::shared_ptr<const PointResult> result = {};                 // never null
    const Sources* sources = nullptr;
    Provenance provenance = {};
    std::vector<Fault> warnings = {};
    std::size_t measure = index_of::climate;  // measure that a page shows; JSON has all
    bool equivalents = false;                 // whether the answer has equivalents of the total

    /// A result by its name in `lca evaluate`, in base units; empty: not assessed. Throws std::out_of_range
    /// if there is no such result.
    std::optional<double> value(std::string_view name) const { return result->value(name).value; }
};

/// Makes an evaluation of a compiled scenario: adds title, provenance, edits and warnings.
Evaluation described(Session& session, const ScenarioSource& source, std::shared_ptr<const Model> model,
                     std::size_t measure = index_of::climate);

/// A result or output that a user named, with its step in the calculation.
struct NamedResult {
    std::string name;       // as the user named it
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension = {};
    std::string title = {};   // shown to people; "": `name`
    std::string reason = {};  // for a result per use that is not assessed: "serving.requests is zero"
};

/// Finds a result by name. If there is none, throws InputError, which says which option named it, and similar
/// names.
NamedResult resolve_result(const PointResult& result, std::string_view option, const std::string& name);
/// The same for several names; records results per use in the model, if any is named.
std::vector<NamedResult> resolve_results(Assessment& model, std::string_view option,
                                         const std::vector<std::string>& names);

}  // namespace lca
