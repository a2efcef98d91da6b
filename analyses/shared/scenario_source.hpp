#pragma once
// The scenario that an analysis is about: a file or a text, with a what-if and edits, or one made in code;
// and how its uncertain inputs are sampled.

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
    std::string path = {};                 // of the file, as it is shown in messages
    std::optional<std::string> text = {};  // if set, read instead of the file; `path` is only shown
    std::string what_if = {};              // id of the what-if; "": none
    std::vector<Edit> edits = {};          // applied in this order, after the what-if
    std::string name = {};                 // name shown in answers; "": `path`
    /// If set, a scenario made in code, read instead of a file; `path` is its name. To vary it, change it: it
    /// has no what-if and no edits.
    std::shared_ptr<const Scenario> made = {};

    const std::string& shown_name() const { return name.empty() ? path : name; }
};

/// Throws InputError if an edit of the source sets the path that `option` sets, or a part of it, or a whole
/// that contains it: one of the two would have no effect.
void refuse_edit_of(const ScenarioSource& source, std::string_view path, std::string_view option);

/// Reads the file with all that it `extends`; null after an error of syntax. Errors are in
/// `session.diagnostics()`. Throws FileError.
std::shared_ptr<Document> load(Session& session, const ScenarioSource& source);

/// Reads and compiles the scenario; null after an error, in `session.diagnostics()`. Throws FileError.
std::unique_ptr<Model> compile(Session& session, const ScenarioSource& source);
/// Compiles a file that is already read; null also after an error in a what-if other than the chosen one.
std::unique_ptr<Model> compile(Session& session, const std::shared_ptr<Document>& document,
                               const ScenarioSource& source);

/// How uncertain inputs are sampled.
struct SamplingOptions {
    std::uint64_t samples = default_samples;  // 2 to max_samples
    std::uint64_t seed = default_seed;        // 0 to 2^53; determines the draws
    Sampling sampling = Sampling::plain;
    unsigned threads = 0;  // affects only the time; 0: as many as are useful
    const StopFlag* stop = nullptr;
};

std::string_view to_string(Sampling sampling);  // "plain", "sobol"

}  // namespace lca
