#pragma once
// Fragments of JSON that several analyses write, each in one place.

#include <functional>
#include <string>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/sampling.hpp"
#include "lca/page/json_writer.hpp"

namespace lca {

/// What an analysis writes in place of point results. A member that is not set changes nothing.
struct ResultWriter {
    /// Writes what replaces the number of an assessed step; one `unit` in base units.
    std::function<void(JsonWriter&, StepId, double unit)> number = {};
    /// Whether a step has the same value in all that `number` writes.
    std::function<bool(StepId)> fixed = {};
    std::function<bool(const Result&, std::size_t measure)> wants = {};
    std::function<bool(const Output&)> wants_output = {};
    std::function<void(JsonWriter&)> more = {};  // entries of the outermost object, before the results
};

/// The whole of an evaluation: results, gaps, functional unit, outputs, inputs, files, warnings.
void write_evaluation(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer = {});
/// Opens the object of an answer with what every answer about one scenario begins with: schema_version,
/// title, variant, provenance and changes.
void begin_answer(JsonWriter& json, const Evaluation& evaluation);
/// lca_version, catalogue and the folders added to it, as entries of the object that is open.
void write_provenance(JsonWriter& json, const Provenance& provenance);
/// `"set"`: the edits from outside the file, where there are any.
void write_changes(JsonWriter& json, const Evaluation& evaluation);
/// Who gave an input, and where: origin, file, line, source, note, status, uncertainty, as entries of the
/// object that is open.
void write_origin(JsonWriter& json, const Input& input, const Sources& sources);
/// `"files"`: what was read, with digests.
void write_files(JsonWriter& json, const Sources& sources);

/// samples, seed and method, as entries of the object that is open.
void write_sampling_options(JsonWriter& json, const SamplingOptions& options);
/// The members of a sampled number (mean, sd, p2_5, …), as an object; one `unit` in base units.
void write_summary(JsonWriter& json, const Summary& summary, double unit);

}  // namespace lca
