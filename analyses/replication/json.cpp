// Published and computed figures next to each other, as one JSON object.
#include "analyses/shared/json.hpp"
#include "analyses/replication/counts.hpp"

namespace lca {
namespace {

using replication::by_study, replication::in_all, replication::StudyCount;

std::string_view kind_name(Expectation::Kind kind) {
    switch (kind) {
        case Expectation::Kind::at_least:
            return "at_least";
        case Expectation::Kind::at_most:
            return "at_most";
        case Expectation::Kind::value:
            break;
    }
    return "value";
}

void write_fitted(JsonWriter& json, const Check& check) {
    json.key("fitted").begin_array();
    for (const auto& [path, note] : check.fitted) {
        json.begin_object().entry("path", path).entry_if("note", note).end_object();
    }
    json.end_array();
}

/// Writes how many figures got each verdict, as entries of the open object.
void write_counts(JsonWriter& json, const StudyCount& count) {
    for (std::size_t i = 0; i < count.verdicts.size(); ++i) {
        json.key(to_string(static_cast<Verdict>(i))).whole(count.verdicts[i]);
    }
}

void write_study(JsonWriter& json, const StudyCount& study) {
    json.begin_object().entry("study", study.name).texts("files", study.files);
    write_counts(json, study);
    json.key("fitted").whole(study.fitted);
    json.entry("largest_deviation", study.deviation).end_object();
}

void write_check(JsonWriter& json, const ReplicatedStudy& study, const Check& check) {
    const Expectation& expected = check.expected;
    json.begin_object().entry("file", study.file).entry("of", expected.of);
    if (expected.as == Expectation::ComparisonForm::share) json.entry("as", "share");
    json.entry_if("per", expected.per)
        .entry_if("what_if", expected.what_if)
        .entry_if("where", expected.where);
    json.entry("kind", kind_name(expected.kind)).entry("published", expected.value / expected.unit_factor);
    json.entry("written", expected.written).entry("unit", expected.unit);
    json.entry("computed",
               check.computed ? std::optional(*check.computed / expected.unit_factor) : std::nullopt);
    const bool comparable = check.computed && expected.value != 0;
    json.entry("deviation", comparable ? std::optional(check.deviation) : std::nullopt);
    json.entry("verdict", to_string(check.verdict));
    if (expected.tolerance) json.entry("tolerance", *expected.tolerance);
    if (expected.truncate) json.entry("rounding", "truncate");
    json.entry_if("because", expected.because);
    if (!check.fitted.empty()) write_fitted(json, check);
    if (!expected.inconsistent.empty()) {
        json.entry("inconsistent", expected.inconsistent).key("agrees_now").truth(check.agrees_now);
    }
    json.key("line").whole(expected.place.line).end_object();
}

}  // namespace

std::string json_of(const Replication& replication) {
    JsonWriter json(2);
    json.begin_object().entry("schema_version", schema_version);
    write_provenance(json, replication.provenance);
    json.entry("from", replication.from);
    json.key("studies").begin_array();
    for (const ReplicatedStudy& study : replication.studies) {
        json.begin_object().entry("file", study.file).entry("title", study.title);
        json.entry_if("source", study.source).end_object();
    }
    json.end_array().key("figures").begin_array();
    for (const ReplicatedStudy& study : replication.studies) {
        for (const Check& check : study.checks) write_check(json, study, check);
    }
    json.end_array().key("by_study").begin_array();
    for (const StudyCount& study : by_study(replication)) write_study(json, study);
    json.end_array().key("summary").begin_object();
    write_counts(json, in_all(replication));
    json.end_object().key("resting_on_fitted").whole(in_all(replication).fitted).end_object();
    return std::move(json).take();
}

}  // namespace lca
