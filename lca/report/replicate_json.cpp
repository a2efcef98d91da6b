// Published beside computed, as one JSON object.

#include "lca/report/replicate_report.hpp"

namespace lca {
namespace {

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

void write_check(JsonWriter& json, const ReplicatedStudy& study, const Check& check) {
    const Expectation& expected = check.expected;
    json.begin_object().entry("file", study.file).entry("of", expected.of);
    if (expected.as == Expectation::As::share) json.entry("as", "share");
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
    json.entry_if("because", expected.because);
    if (!expected.inconsistent.empty()) {
        json.entry("inconsistent", expected.inconsistent).key("agrees_now").truth(check.agrees_now);
    }
    json.key("line").whole(expected.place.line).end_object();
}

}  // namespace

std::string replicate_json(const Replication& replication) {
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
    json.end_array().key("summary").begin_object();
    const std::array<std::size_t, 4> count = verdicts(replication);
    for (std::size_t i = 0; i < count.size(); ++i) {
        json.key(to_string(static_cast<Verdict>(i))).whole(count[i]);
    }
    json.end_object().end_object();
    return std::move(json).take();
}

}  // namespace lca
