#include "analyses/replication/replication.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "analyses/replication/counts.hpp"
#include "analyses/shared/scenario_files.hpp"
#include "lca/base/text.hpp"
#include "models/results/expectation_checks.hpp"

namespace lca {
namespace {

namespace fs = std::filesystem;

/// The sources; a folder is replaced by the scenario files in it.
std::vector<ScenarioSource> files_of(std::span<const ScenarioSource> sources) {
    std::vector<ScenarioSource> files;
    for (const ScenarioSource& source : sources) {
        std::error_code ignored;
        if (source.text || !fs::is_directory(source.path, ignored)) {
            files.push_back(source);
            continue;
        }
        for (const std::string& path : scenario_files_in(source.path)) {
            ScenarioSource& file = files.emplace_back(source);
            file.path = file.name = path;
        }
    }
    return files;
}

std::string names_of(std::span<const ScenarioSource> sources) {
    std::string names;
    for (const ScenarioSource& source : sources)
        names += (names.empty() ? "" : ", ") + shown(source.shown_name(), 400);
    return names;
}

/// Compares the published figures of one what-if ("" for none) with the results of `model`.
void add_checks(const Model& model, std::string_view variant, const std::vector<Expectation>& expectations,
                ReplicatedStudy& study) {
    const PointResult result(model);
    std::vector<Expectation> own;
    for (const Expectation& expected : expectations) {
        if (expected.what_if == variant) own.push_back(expected);
    }
    const std::vector<Check> found = checks(own, variant, result);
    study.checks.insert(study.checks.end(), found.begin(), found.end());
}

std::string fitted_paths(const Check& check) {
    std::string paths;
    for (const auto& input : check.fitted) paths += (paths.empty() ? "" : " ") + input.first;
    return paths;
}

std::vector<Records::Cell> record_of(const ReplicatedStudy& study, const Check& check) {
    const Expectation& expected = check.expected;
    std::string as;
    if (expected.as == Expectation::ComparisonForm::share) as = "share";
    if (expected.as == Expectation::ComparisonForm::per) as = "per " + expected.per;
    return {study.file,
            expected.of,
            Records::text(as),
            Records::text(expected.what_if),
            Records::text(expected.where),
            expected.value / expected.unit_factor,
            Records::number(check.computed, expected.unit_factor),
            Records::text(expected.unit),
            Records::number(check.computed ? std::optional(check.deviation) : std::nullopt),
            std::string(to_string(check.verdict)),
            Records::text(expected.inconsistent.empty() ? expected.because : expected.inconsistent),
            Records::text(fitted_paths(check))};
}

}  // namespace

std::size_t Replication::count(Verdict verdict) const {
    return replication::in_all(*this).of(verdict);
}

std::optional<ReplicatedStudy> replicated_study(Session& session, const ScenarioSource& source) {
    const std::shared_ptr<Document> document = load(session, source);
    const std::unique_ptr<Model> base = document ? session.compile(document, {}, source.edits) : nullptr;
    if (!base) return std::nullopt;
    const std::vector<Expectation>& expectations = base->scenario.expectations;
    ReplicatedStudy study{source.shown_name(), std::string(base->scenario.title),
                          std::string(base->scenario.source)};
    std::set<std::string> variants;
    for (const Expectation& expected : expectations) {
        if (!expected.what_if.empty()) variants.insert(expected.what_if);
    }
    add_checks(*base, {}, expectations, study);
    for (const std::string& id : variants) {
        const std::unique_ptr<Model> model = session.compile(document, id, source.edits);
        if (model) add_checks(*model, id, expectations, study);
    }
    return study;
}

std::optional<Replication> replicate(Session& session, std::span<const ScenarioSource> studies,
                                     const ReplicationOptions& options) {
    Replication result;
    result.from = options.from.empty() ? names_of(studies) : options.from;
    result.details = options.details;
    result.provenance = provenance(session);
    bool first = true, complete = true;
    for (const ScenarioSource& file : files_of(studies)) {
        Session& own = std::exchange(first, false) ? session : session.child();
        std::optional<ReplicatedStudy> study = replicated_study(own, file);
        complete = complete && study && !session.failed();
        if (!complete) continue;  // the other files are still read, to report their errors
        if (study->checks.empty()) {
            ++result.without_figures;
        } else {
            result.studies.push_back(*std::move(study));
        }
    }
    if (!complete) return std::nullopt;
    if (result.studies.empty()) throw InputError("no published figures (`expect`) in " + result.from);
    return result;
}

Records records_of(const Replication& replication) {
    Records records;
    records.columns = {"file",     "of",   "as",        "what_if", "where",  "published",
                       "computed", "unit", "deviation", "verdict", "reason", "fitted"};
    for (const ReplicatedStudy& study : replication.studies) {
        for (const Check& check : study.checks) records.rows.push_back(record_of(study, check));
    }
    return records;
}

Report report_of(const Replication& replication) {
    return in_every_form(replication);
}

}  // namespace lca
