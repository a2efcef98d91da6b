#pragma once
// Parts of JSON that several analyses write.

#include <functional>
#include <string>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/sampling.hpp"
#include "lca/page/json_writer.hpp"

namespace lca {

/// Functions of an analysis that writes something else than point results. Those not set have no effect.
struct ResultWriter {
    /// Writes what replaces a step's value; `unit`: the size of the unit, in base units.
    std::function<void(JsonWriter&, StepId, double unit)> number = {};
    /// Whether a step has the same value in all the samples that `number` writes.
    std::function<bool(StepId)> fixed = {};
    std::function<bool(const Result&, std::size_t measure)> wants = {};
    std::function<bool(const Output&)> wants_output = {};
    std::function<void(JsonWriter&)> more = {};  // adds entries to the whole object, before the results
};

/// Writes a whole evaluation: results, gaps, functional unit, outputs, inputs, files, warnings.
void write_evaluation(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer = {});
/// Opens the object of an answer and writes what all answers about one scenario begin with: schema_version,
/// title, variant, provenance and changes.
void begin_answer(JsonWriter& json, const Evaluation& evaluation);
/// Writes lca_version, catalogue and the folders added to it, as entries of the open object.
void write_provenance(JsonWriter& json, const Provenance& provenance);
/// Writes `"set"`: the edits, if there are any.
void write_changes(JsonWriter& json, const Evaluation& evaluation);
/// Writes where an input comes from: origin, file, line, source, note, status, uncertainty, as entries of the
/// open object.
void write_origin(JsonWriter& json, const Input& input, const Sources& sources);
/// Writes `"access"` if the source of an input was not read itself, but quoted in other documents.
void write_access(JsonWriter& json, const Input& input, const Results& results);
/// Writes `"files"`: the files that were read, with digests.
void write_files(JsonWriter& json, const Sources& sources);

/// Writes samples, seed and method, as entries of the open object.
void write_sampling_options(JsonWriter& json, const SamplingOptions& options);
/// Writes an object with mean, sd, p2_5, … of a sampled value; `unit`: the size of the unit, in base units.
void write_summary(JsonWriter& json, const Summary& summary, double unit);

}  // namespace lca
