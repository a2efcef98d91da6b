#pragma once
// One evaluated scenario, with all that is said about it: totals and lines, gaps, defaults, sources, files.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/page/json_writer.hpp"
#include "lca/page/report.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// Who computed, and from which catalogue.
struct Provenance {
    std::string_view version;
    std::string_view catalogue;                                     // digest
    std::vector<std::pair<std::string, std::string>> folders = {};  // --hardware-db: path, digest
};

/// What a report of one reading needs. Refers to the reading and the sources.
struct Evaluation {
    std::string title;
    std::string file;          // as given
    std::string variant = {};  // the what-if's id; "" for the base
    std::string variant_title = {};
    std::string note = {}, source = {};
    std::vector<std::pair<std::string, std::string>> changes = {};  // --set: path, value
    const Reading* reading = nullptr;
    const Sources* sources = nullptr;
    Provenance provenance = {};
    std::vector<Fault> warnings = {};
    std::size_t measure = index_of::climate;  // which the page shows; machine output holds all
};

/// How machine output differs from the point results that it is by default. What is not set is as usual.
struct ResultWriter {
    /// Writes what stands in place of an assessed step's number; one `unit` in base units.
    std::function<void(JsonWriter&, StepId, double unit)> number = {};
    /// Whether a step is the same in whatever `number` writes.
    std::function<bool(StepId)> fixed = {};
    std::function<bool(const Result&, std::size_t measure)> wants = {};
    std::function<bool(const Output&)> wants_output = {};
    std::function<void(JsonWriter&)> more = {};  // entries of the outermost object, before the results
};

/// The report in every form.
Report evaluation_report(const Evaluation& evaluation);

/// Its parts, which comparisons use too.
Page evaluation_page(const Evaluation& evaluation);
Records evaluation_records(const Evaluation& evaluation);
void write_evaluation(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer = {});
/// lca_version, catalogue and the folders added to it, as entries of the object that is open.
void write_provenance(JsonWriter& json, const Provenance& provenance);
/// `"set"`: the changes from outside the file, where there are any.
void write_changes(JsonWriter& json, const Evaluation& evaluation);
/// "catalogue.yaml:12" of an input, "" for a default.
std::string where(const Input& input, const Sources& sources);
/// A value as it was written, with its unit: "6 yr".
std::string as_written(const Input& input);

}  // namespace lca
