#pragma once
// The scenario that an analysis is about: a file or a text, one of its what-ifs, and edits, or a scenario in
// memory; and how its uncertain figures are drawn.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/numerics/sampling.hpp"
#include "models/compile/session.hpp"
#include "models/edit/edit.hpp"

namespace lca {

struct ScenarioSource {
    std::string path = {};                 // of the file, as messages name it
    std::optional<std::string> text = {};  // in place of the file's text; `path` is then only its name
    std::string what_if = {};              // id of the what-if; "" for the file itself
    std::vector<Edit> edits = {};          // applied after the what-if, in their order
    std::string name = {};                 // the name in answers; "": the path
    /// A scenario made in C++, in place of a file; `path` is its name. It is varied by changing it: it has no
    /// what-if and no edits.
    std::shared_ptr<const Scenario> made = {};

    const std::string& shown_name() const { return name.empty() ? path : name; }
};

/// Throws InputError where an edit of the source sets the path that `option` sets, or one within or around
/// it: one of the two would have no effect.
void refuse_edit_of(const ScenarioSource& source, std::string_view path, std::string_view option);

/// The tree of the file with all that it `extends`; null after an error of syntax. Faults are in
/// `session.diagnostics()`. Throws FileError.
std::shared_ptr<Document> load(Session& session, const ScenarioSource& source);

/// The scenario, compiled; null after an error, which is in `session.diagnostics()`. Throws FileError.
std::unique_ptr<Model> compile(Session& session, const ScenarioSource& source);
/// Compiles a file that has been loaded. Null also after an error in another of its what-ifs.
std::unique_ptr<Model> compile(Session& session, const std::shared_ptr<Document>& document,
                               const ScenarioSource& source);

/// How the uncertain figures of a scenario are drawn.
struct SamplingOptions {
    std::uint64_t samples = default_samples;  // 2 to max_samples
    std::uint64_t seed = default_seed;        // 0 to 2^53: chooses the draws
    Sampling sampling = Sampling::plain;
    unsigned threads = 0;  // changes the time, never a result; 0: as many as help
    const StopFlag* stop = nullptr;
};

std::string_view to_string(Sampling sampling);  // "plain", "sobol"

}  // namespace lca
