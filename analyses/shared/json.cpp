// JSON of results as docs/results.md describes it. Values are read from the point result
// while they are written.
#include "analyses/shared/json.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "analyses/standards/data_quality.hpp"
#include "analyses/standards/standards.hpp"
#include "lca/base/zoned_time.hpp"
#include "lca/page/scale.hpp"
#include "models/results/hours.hpp"
#include "models/results/power_log.hpp"
#include "models/scenario/activity_reader.hpp"
#include "models/values/keyed_values.hpp"

namespace lca {
namespace {

/// Whether results have the key of a measure; the market-based one only if a site has a contract.
bool listed_measure(const Results& results, std::size_t index) {
    return index != market_measure || results.has_market;
}

/// Writes the value of a step, or what writer.number writes in its place; null if it is not assessed.
void write_number(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer, StepId step,
                  double unit) {
    const std::optional<double> value = evaluation.result->value(step);
    if (value && writer.number) return writer.number(json, step, unit);
    json.value(value ? std::optional(*value / unit) : std::nullopt);
}

/// Writes `"why_not": {"water_l": "serving.idle.water: …"}`; nothing if there are no reasons.
void write_reasons(JsonWriter& json, const std::vector<std::pair<std::string_view, std::string>>& reasons) {
    if (reasons.empty()) return;
    json.key("why_not").begin_object();
    for (const auto& [key, reason] : reasons) json.entry(key, reason);
    json.end_object();
}

/// Writes `"per": {"request": {"gwp_kgco2e": …}}`: the result per use, in each measure.
void write_per_use(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer,
                   const Result& row) {
    const Results& results = evaluation.result->results();
    const std::vector<std::size_t> listed =
        writer.wants ? std::vector<std::size_t>() : listed_uses(results, row);
    if (!listed.empty()) json.key("per").begin_object();
    for (const std::size_t use : listed) {
        json.key(uses()[use].name).begin_object();
        std::vector<std::pair<std::string_view, std::string>> not_assessed;
        for (std::size_t i = 0; i < measure_count; ++i) {
            if (!listed_measure(results, i)) continue;
            json.key(measure(i).json_key);
            const std::string name = per_use_name(results, row, i, use);
            const std::optional<double> value = evaluation.result->value(name).value;
            if (!value)
                not_assessed.emplace_back(measure(i).json_key, evaluation.result->missing_reason(name));
            if (value && writer.number) {
                writer.number(json, *evaluation.result->step(name), measure(i).unit_in_base);
            } else {
                json.value(value ? std::optional(*value / measure(i).unit_in_base) : std::nullopt);
            }
        }
        write_reasons(json, not_assessed);
        json.end_object();
    }
    if (!listed.empty()) json.end_object();
}

void write_result(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer,
                  const Result& row) {
    const Results& results = evaluation.result->results();
    std::uint32_t wanted = 0;
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (listed_measure(results, i) && (!writer.wants || writer.wants(row, i))) wanted |= 1U << i;
    }
    if (wanted == 0) return;
    json.key(results.name(row)).begin_object();
    for (std::size_t i = 0; i < measure_count; ++i) {
        if ((wanted >> i & 1U) == 0) continue;
        json.key(measure(i).json_key);
        write_number(json, evaluation, writer, row.steps.at(i), measure(i).unit_in_base);
    }
    const std::uint32_t assessed = row.assessed() & wanted;
    const std::vector<const Gap*> gaps = results.gaps_within(row, assessed);
    if (!gaps.empty()) {
        json.key("gaps").begin_array();
        for (const Gap* gap : gaps) {
            for (std::size_t i = 0; i < measure_count; ++i) {
                const bool both = ((gap->measures & assessed) >> i & 1U) != 0;
                if (both && listed_measure(results, i)) json.value(results.name(*gap, i));
            }
        }
        json.end_array();
    }
    write_per_use(json, evaluation, writer, row);
    json.end_object();
}

void write_results(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer) {
    const Results& results = evaluation.result->results();
    json.key("results").begin_object();
    for (const Result& row : results.rows) write_result(json, evaluation, writer, row);
    json.end_object();
}

void write_gaps(JsonWriter& json, const Results& results) {
    json.key("gaps").begin_array();
    for (const Gap& gap : results.gaps) {
        json.begin_object().entry("of", results.name(gap)).key("measures").begin_array();
        for (std::size_t i = 0; i < measure_count; ++i) {
            if ((gap.measures >> i & 1U) != 0 && listed_measure(results, i)) json.value(measure(i).json_key);
        }
        json.end_array().entry("reason", results.texts.at(gap.reason)).end_object();
    }
    json.end_array();
}

/// Writes "replaced" (shares of systems that activities do not carry) and "remarks", if there are any.
void write_remarks(JsonWriter& json, const PointResult& point) {
    const Results& results = point.results();
    if (!results.replaced.empty()) json.key("replaced").begin_array();
    for (const ReplacedShare& one : results.replaced) {
        json.begin_object();
        json.entry("of", results.activities.at(one.activity).id + ".embodied").entry("system", one.system);
        for (std::size_t i = 0; i < impact_count; ++i) {
            const std::optional<double> value = point.value(one.steps.at(i));
            if (value) json.entry(measure(i).json_key, *value / measure(i).unit_in_base);
        }
        json.end_object();
    }
    if (!results.replaced.empty()) json.end_array();
    if (results.remarks.empty()) return;
    json.texts("remarks", results.remarks);
}

/// Writes `"power_logs"`: one entry for each power log of an activity; nothing if there are none.
void write_power_logs(JsonWriter& json, const PointResult& result) {
    const std::vector<HoursSummary> all = hours_of_logs(result);
    if (all.empty()) return;
    const double kwh = measure(energy_measure).unit_in_base;
    json.key("power_logs").begin_array();
    for (const HoursSummary& hours : all) {
        const PowerLog& log = *hours.log;
        json.begin_object().entry("activity", result.results().activities.at(hours.activity).id);
        json.entry("file", log.file).entry("start_s", log.begin).entry("end_s", log.end);
        json.key("zone_known").truth(log.is_instant);
        json.entry("devices", static_cast<double>(log.devices));
        json.entry("readings", static_cast<double>(log.readings));
        json.entry("missing", static_cast<double>(log.missing)).entry("gaps", static_cast<double>(log.gaps));
        json.entry("coverage", log.coverage());
        json.entry("measured_kwh", log.joules / kwh).entry("sampling_sd_kwh", log.sd / kwh);
        if (log.has_baseline) json.entry("idle_kwh", log.idle_joules / kwh);
        json.end_object();
    }
    json.end_array();
}

/// Writes `"hours"`: one entry for each activity with an hourly grid series; nothing if there are none.
void write_hours(JsonWriter& json, const PointResult& result) {
    const std::vector<HoursSummary> all = hours_of_series(result);
    if (all.empty()) return;
    const double kwh = measure(energy_measure).unit_in_base;  // `weighted` and `plain` are in kgCO2e/J
    json.key("hours").begin_array();
    for (const HoursSummary& hours : all) {
        json.begin_object().entry("activity", result.results().activities.at(hours.activity).id);
        json.entry("site", hours.series->site).entry("file", hours.series->file);
        json.entry("start_s", hours.start).entry("end_s", hours.end);
        json.entry("energy_kwh", hours.energy / kwh);
        json.entry("intensity_kgco2e_per_kwh", hours.weighted * kwh);
        json.entry("plain_mean_kgco2e_per_kwh", hours.plain * kwh);
        json.entry("coverage", 1 - hours.filled).entry("estimated", hours.estimated);
        json.entry("filled_s", hours.filled_time).end_object();
    }
    json.end_array();
}

/// Writes "stand_ins": regions without figures of their own, and the region whose figures were taken.
void write_stand_ins(JsonWriter& json, const Results& results) {
    if (results.stand_ins.empty()) return;
    json.key("stand_ins").begin_array();
    for (const ProxyGrid& one : results.stand_ins)
        json.begin_object().entry("path", one.path).entry("message", one.message).end_object();
    json.end_array();
}

/// What `includes` says that energies contain: "host", "idle", "pue", "none"; empty if nothing is stated.
std::set<std::string> stated_contents(const Evaluation& evaluation) {
    std::set<std::string> found;
    const auto mentions = [](const Source& source) {
        return source.text.find("includes") != std::string::npos;
    };
    const Sources& sources = *evaluation.sources;  // if none has the word, activities are not read
    if (!evaluation.model || std::none_of(sources.begin(), sources.end(), mentions)) return found;
    ActivityReader reader(evaluation.model->scenario, sources);
    for (std::size_t i = 0; i < reader.size(); ++i) {
        const Activity activity = reader.read(i);
        for (const Phase* phase : {&activity.idle, &activity.dynamic}) {
            for (const Line& line : phase->lines) {
                if (!activity.included || !line.includes_stated) continue;
                if (line.includes_host) found.insert("host");
                if (line.includes_idle) found.insert("idle");
                if (line.includes_pue) found.insert("pue");
                if (!line.includes_idle && !line.includes_pue && !line.includes_host) found.insert("none");
            }
        }
    }
    return found;
}

/// Writes, if stated, `"includes"`: what energies contain; `"bases"`: what the intensity of each grid
/// counts; `"start"`: the day on which the first activity starts.
void write_circumstances(JsonWriter& json, const Evaluation& evaluation) {
    const Results& results = evaluation.result->results();
    const std::set<std::string> contents = stated_contents(evaluation);
    if (!contents.empty()) json.texts("includes", contents);
    if (!results.bases.empty()) json.key("bases").begin_array();
    for (const GridBasis& one : results.bases) {
        json.begin_object().entry("grid", one.grid);
        json.entry("counts", IntensityBasis{one.basis, one.kind, one.gas}.in_words());
        json.entry_if("imports", one.imports).end_object();
    }
    if (!results.bases.empty()) json.end_array();
    std::optional<double> first;
    for (const ActivityInfo& activity : results.activities) {
        if (activity.included && activity.start)
            first = std::min(first.value_or(*activity.start), *activity.start);
    }
    constexpr std::size_t day = 10;  // length of "2022-03-11"
    if (first) json.entry("start", utc_text(*first).substr(0, day));
}

void write_functional_unit(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer) {
    const PointResult& point = *evaluation.result;
    const Results& results = point.results();
    const std::optional<double> amount = point.value(results.functional_amount);
    if (!amount || writer.wants || (writer.number && !writer.fixed(results.functional_amount))) return;
    json.key("functional_unit").begin_object();
    json.entry("amount", *amount).entry("name", results.functional_unit).key("per_unit").begin_object();
    const Result* total = results.find("total");
    for (std::size_t i = 0; total && i < measure_count; ++i) {
        if (!listed_measure(results, i)) continue;
        json.key(measure(i).json_key);
        if (*amount == 0) {
            json.null();
        } else {
            write_number(json, evaluation, writer, total->steps.at(i), *amount * measure(i).unit_in_base);
        }
    }
    json.end_object().end_object();
}

void write_outputs(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer) {
    json.key("outputs").begin_object();
    for (const Output& output : evaluation.result->results().outputs) {
        if (writer.wants_output && !writer.wants_output(output)) continue;
        const InUnit shown = in_customary_unit(evaluation.result->value(output.step), output.dimension);
        json.key(output.name).begin_object().entry_if("title", output.title).key("value");
        write_number(json, evaluation, writer, output.step, shown.factor);
        json.entry("unit", shown.unit);
        if (output.partial) json.key("partial").truth(true);
        json.entry_if("why_not", output.reason).end_object();
    }
    json.end_object();
}

void write_input(JsonWriter& json, const Input& input, const Evaluation& evaluation) {
    json.begin_object();
    json.entry("path", input.path).entry("value", input.written).entry("unit", input.unit);
    write_origin(json, input, *evaluation.sources);
    write_access(json, input, evaluation.result->results());
    json.end_object();
}

void write_warnings(JsonWriter& json, const Evaluation& evaluation) {
    json.key("warnings").begin_array();
    for (const Fault& fault : evaluation.warnings) {
        json.begin_object().entry("message", fault.message);
        if (fault.place.known()) {
            json.entry("file", (*evaluation.sources)[fault.place.file].name)
                .key("line")
                .whole(fault.place.line);
        }
        json.entry_if("hint", fault.hint).end_object();
    }
    json.end_array();
}

}  // namespace

void begin_answer(JsonWriter& json, const Evaluation& evaluation) {
    json.begin_object().entry("schema_version", schema_version).entry("title", evaluation.title);
    json.entry_if("variant", evaluation.variant);
    write_provenance(json, evaluation.provenance);
    write_changes(json, evaluation);
}

void write_origin(JsonWriter& json, const Input& input, const Sources& sources) {
    json.entry("origin", to_string(input.origin));
    if (input.place.known()) {
        json.entry("file", sources[input.place.file].name).key("line").whole(input.place.line);
    }
    json.entry_if("source", input.source).entry_if("note", input.note).entry_if("status", input.status);
    if (input.uncertainty) json.entry("uncertainty", input.uncertainty->written);
}

void write_access(JsonWriter& json, const Input& input, const Results& results) {
    if (results.is_quoted(input.source)) json.entry("access", "quoted from other documents");
}

void write_provenance(JsonWriter& json, const Provenance& provenance) {
    json.entry("lca_version", provenance.version).entry("catalogue", provenance.catalogue);
    if (provenance.folders.empty()) return;
    json.key("hardware_db").begin_array();
    for (const auto& [path, digest] : provenance.folders) {
        json.begin_object().entry("path", path).entry("sha256", digest).end_object();
    }
    json.end_array();
}

void write_changes(JsonWriter& json, const Evaluation& evaluation) {
    if (evaluation.changes.empty()) return;
    json.key("set").begin_array();
    for (const auto& [path, value] : evaluation.changes) {
        json.begin_object().entry("path", path).entry("value", value).end_object();
    }
    json.end_array();
}

void write_files(JsonWriter& json, const Sources& sources) {
    json.key("files").begin_array();
    for (const Source& source : sources) {
        if (source.sha256.empty()) continue;
        json.begin_object().entry("name", source.name).entry("sha256", source.sha256).end_object();
    }
    json.end_array();
}

void write_sampling_options(JsonWriter& json, const SamplingOptions& options) {
    json.key("samples").whole(options.samples).key("seed").whole(options.seed);
    json.entry("method", to_string(options.sampling));
}

void write_summary(JsonWriter& json, const Summary& summary, double unit) {
    json.begin_object().entry("mean", summary.mean / unit).entry("sd", summary.sd / unit);
    for (std::size_t i = 0; i < percentile_keys.size(); ++i) {
        json.entry(percentile_keys[i], summary.percentiles[i] / unit);
    }
    json.entry("se_mean", summary.standard_error / unit);
    json.entry("min", summary.minimum / unit).entry("max", summary.maximum / unit);
    json.key("suffices").truth(summary.suffices());
    json.end_object();
}

void write_evaluation(JsonWriter& json, const Evaluation& evaluation, const ResultWriter& writer) {
    json.begin_object().entry("schema_version", schema_version).entry("title", evaluation.title);
    json.entry_if("variant", evaluation.variant).entry_if("variant_title", evaluation.variant_title);
    json.entry_if("source", evaluation.source).entry_if("note", evaluation.note);
    write_provenance(json, evaluation.provenance);
    write_changes(json, evaluation);
    if (writer.more) writer.more(json);
    write_results(json, evaluation, writer);
    write_gaps(json, evaluation.result->results());
    write_standards(json, *evaluation.result);
    if (!writer.number) write_data_quality(json, *evaluation.result, index_of::climate);
    write_remarks(json, *evaluation.result);
    write_stand_ins(json, evaluation.result->results());
    write_circumstances(json, evaluation);
    write_power_logs(json, *evaluation.result);
    write_hours(json, *evaluation.result);
    write_functional_unit(json, evaluation, writer);
    write_outputs(json, evaluation, writer);
    json.key("inputs").begin_array();
    for (const Input& input : evaluation.result->calculation().inputs()) {
        write_input(json, input, evaluation);
    }
    json.end_array();
    write_files(json, *evaluation.sources);
    write_warnings(json, evaluation);
    json.end_object();
}

}  // namespace lca
