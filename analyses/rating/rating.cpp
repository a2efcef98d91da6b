#include "analyses/rating/rating.hpp"

#include <algorithm>

#include "lca/base/number.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/rating.hpp"

namespace lca {
namespace {

[[noreturn]] void unknown_task(std::string_view requested, const std::vector<Rating>& ratings) {
    const std::vector<std::string> tasks = tasks_of(ratings);
    const std::string meant = did_you_mean(requested, tasks);
    throw InputError("--task " + in_quotes(requested) + ": nothing is rated for it\nexpected: " +
                     listed(tasks, "or") + (meant.empty() ? "" : "\n" + meant));
}

/// The rating with the task and class of the options. The class may be a capital or a small letter.
const Rating& chosen(const std::vector<Rating>& ratings, const RatingOptions& options) {
    const std::string& wanted = options.task;
    std::string size = options.rated_class;
    std::transform(size.begin(), size.end(), size.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    std::vector<std::string> classes;
    bool known = false;
    for (const Rating& rating : ratings) {
        if (rating.task != wanted) continue;
        if (rating.rated_class == size) return rating;
        known = true;
        if (!rating.rated_class.empty()) classes.push_back(rating.rated_class);
    }
    if (!known) unknown_task(wanted, ratings);
    if (classes.empty()) throw InputError("--class: " + in_quotes(wanted) + " has no classes");
    throw InputError((size.empty()
                          ? "--task " + in_quotes(wanted) + " is rated by class"
                          : "--class " + in_quotes(size) + " is not a class of " + in_quotes(wanted)) +
                     "\nexpected: --class " + listed(classes, "or"));
}

/// "a PUE of 1.2" if a site has a PUE above 1, "a PUE" if it is an expression; else "".
std::string overhead(const Model& model) {
    for (const Site& site : model.scenario.sites) {
        if (site.pue && site.pue->expression) return "a PUE";
    }
    for (const Input& input : model.calculation.inputs()) {
        if (input.path.ends_with(".pue") && input.value > 1) return "a PUE of " + readable(input.value, 4);
    }
    return "";
}

/// What the energies of the rated models do not contain: activities other than queries, and a PUE.
std::vector<std::string> beside_queries(const Model& model) {
    std::vector<std::string> found;
    const PointResult point(model);
    for (const ActivityInfo& activity : model.results.activities) {
        const std::string_view stage = stages()[activity.stage];
        const auto energy = point.value(activity.id + ".energy").value;
        if (activity.included && stage != "inference" && energy.value_or(0) != 0)
            found.push_back(in_quotes(activity.id) + " (" + std::string(stage) + ")");
    }
    if (const std::string pue = overhead(model); !pue.empty()) found.push_back(pue);
    return found;
}

/// The result to rate if none is named: the total. Throws InputError if that holds more than queries.
std::string default_result(const Model& model) {
    const std::vector<std::string> more = beside_queries(model);
    if (more.empty()) return "total";
    std::vector<std::string> choices;
    for (const ActivityInfo& activity : model.results.activities) {
        if (activity.included && stages()[activity.stage] == "inference")
            choices.push_back("--result " + activity.id + ".dynamic");
    }
    choices.push_back("--result total");
    throw InputError(
        "choose a result: ratings compare the electricity of queries on accelerators alone, but the total "
        "of " +
        shown(model.name, 400) + " holds " + listed(more) + "\nexpected: " + listed(choices, "or") +
        ", or one line of such a result");
}

/// Sets the energy: that of the result per functional unit, or else per request, times 1,000.
void take_energy(const Model& model, const std::string& requested, RatedEnergy& rated) {
    const std::string result = requested.empty() ? default_result(model) : requested;
    const PointResult point(model);
    const std::string energy = result + ".energy";
    if (!point.has(energy)) {
        std::vector<std::string> names;
        for (const Result& row : model.results.rows) names.push_back(model.results.name(row));
        const std::string meant = did_you_mean(result, names);
        throw InputError("--result " + in_quotes(result) + ": no result is called so" +
                         (meant.empty() ? "" : "\n" + meant));
    }
    const bool per_unit = !model.scenario.functional_unit.empty();
    const auto one = point.per(energy, per_unit ? "functional_unit" : "request");
    if (!one || !one->value)
        throw InputError(
            in_quotes(energy) + " per " + (per_unit ? "functional unit" : "request") +
            " is not assessed\nexpected: a `functional_unit` or `requests`, and the energy used for them");
    if (!(*one->value > 0)) throw InputError(in_quotes(energy) + " is zero: there is nothing to rate");
    rated.energy = 1000 * *one->value;
    rated.whose = shown(model.name, 400) + ": 1,000 times the electricity of " + in_quotes(result) + " per " +
                  std::string(per_unit ? model.scenario.functional_unit : "request");
    if (const std::string pue = overhead(model); !pue.empty()) rated.whose += ", with " + pue;
    if (!model.variant.empty()) rated.whose += ", what if " + in_quotes(model.variant);
    if (!gaps_behind(model.results, energy).empty()) rated.whose += ", counting only what is assessed";
}

}  // namespace

std::optional<int> RatedEnergy::stars() const {
    return energy ? std::optional(StarScale(rating).stars(*energy)) : std::nullopt;
}

std::size_t RatedEnergy::models_below() const {
    return static_cast<std::size_t>(
        std::count_if(rating.models.begin(), rating.models.end(),
                      [this](const RatedModel& model) { return energy && model.energy < *energy; }));
}

double energy_of_queries(std::string_view text) {
    const Parsed<Quantity> parsed = parse_quantity(text);
    if (const auto* fault = std::get_if<TextFault>(&parsed))
        throw InputError("--energy " + in_quotes(text) + ": " + fault->message);
    const Quantity& quantity = std::get<Quantity>(parsed);
    const Dimension energy = measure(energy_measure).dimension;
    const bool of_one = divide(energy, Dimension::of(Base::request)) == quantity.unit.dimension;
    if (!of_one && quantity.unit.dimension != energy)
        throw InputError("--energy " + in_quotes(text) + " is " + name(quantity.unit.dimension) +
                         "\nexpected: energy of 1,000 queries, as in \"12 Wh\"");
    if (!(quantity.value > 0)) throw InputError("--energy " + in_quotes(text) + ": expected more than 0");
    return of_one ? 1000 * quantity.value : quantity.value;
}

RatedEnergy rate(Session& session, const RatingOptions& options) {
    return {chosen(all_ratings(session.catalog()), options), options.energy, {}, provenance(session)};
}

std::optional<RatedEnergy> rate(Session& session, const ScenarioSource& source,
                                const RatingOptions& options) {
    RatedEnergy rated = rate(session, options);
    const std::unique_ptr<Model> model = compile(session, source);
    if (!model) return std::nullopt;
    take_energy(*model, options.result, rated);
    return rated;
}

Records records_of(const RatedEnergy& rated) {
    const Rating& rating = rated.rating;
    Records records;
    records.columns = {"task", "class", "model", "energy_wh", "stars"};
    const auto add = [&](const std::string& model, double energy, int stars) {
        records.rows.push_back({rating.task, Records::text(rating.rated_class), Records::text(model),
                                energy / joules_per_watt_hour, static_cast<double>(stars)});
    };
    if (rated.energy) {
        add("", *rated.energy, *rated.stars());
        return records;
    }
    for (const RatedModel& model : rating.models) add(model.name, model.energy, model.stars);
    return records;
}

Report report_of(const RatedEnergy& rated) {
    return in_every_form(rated);
}

}  // namespace lca
