#include <algorithm>

#include "analyses/rating/rating_report.hpp"
#include "cli/session_options.hpp"
#include "lca/base/text.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/rating.hpp"

namespace lca::cli {
namespace {

constexpr Argument task = {"--task", Takes::task, "TASK",
                           "what the model does; without it, the tasks are listed"};
constexpr Argument rated_class = {"--class", Takes::text, "CLASS", "of text_generation: A, B or C, by size"};
constexpr Argument energy_option = {"--energy", Takes::text, "ENERGY",
                                    "of 1,000 queries (\"12 Wh\"), or of one (\"0.012 Wh/query\")"};
constexpr Argument result_option = {"--result", Takes::text, "NAME",
                                    "which result of FILE is rated; default total"};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario, for its energy per functional unit, else per request"}};
constexpr Argument options[] = {
    task,        rated_class,    energy_option,  result_option, option::what_if,
    option::set, option::format, option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca rate", "the tasks and classes"},
    {"lca rate --task text_generation --class A --energy \"12 Wh\"", "an energy of 1,000 queries among them"},
    {"lca rate service.yaml --task summarization --result serving.dynamic", "a result of a scenario"},
};

[[noreturn]] void unknown_task(std::string_view asked, const std::vector<Rating>& ratings) {
    const std::vector<std::string> tasks = tasks_of(ratings);
    const std::string meant = did_you_mean(asked, tasks);
    throw InputError("--task " + in_quotes(asked) + ": nothing is rated for it\nexpected: " +
                     listed(tasks, "or") + (meant.empty() ? "" : "\n" + meant));
}

/// The rating that `--task` and `--class` name. Classes are written large or small.
const Rating& chosen(const std::vector<Rating>& ratings, const Arguments& arguments) {
    const std::string_view wanted = arguments.one("--task");
    std::string size(arguments.one("--class"));
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
    throw InputError((size.empty() ? "--task " + in_quotes(wanted) + " is rated by class"
                                   : "--class " + in_quotes(size) + " is no class of " + in_quotes(wanted)) +
                     "\nexpected: --class " + listed(classes, "or"));
}

/// Of 1,000 queries, in J.
double stated_energy(std::string_view text) {
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

/// The energy of FILE for 1,000 functional units, else requests.
void take_energy(const Model& model, const Arguments& arguments, RatedEnergy& rated) {
    const PointResult reading(model);
    const std::string result(arguments.one("--result", "total"));
    const std::string energy = result + ".energy";
    if (!reading.has(energy)) {
        std::vector<std::string> names;
        for (const Result& row : model.results.rows) names.push_back(model.results.name(row));
        const std::string meant = did_you_mean(result, names);
        throw InputError("--result " + in_quotes(result) + ": no result is called so" +
                         (meant.empty() ? "" : "\n" + meant));
    }
    const bool per_unit = !model.scenario.functional_unit.empty();
    const auto one = reading.per(energy, per_unit ? "functional_unit" : "request");
    if (!one || !one->value)
        throw InputError(
            in_quotes(energy) + " per " + (per_unit ? "functional unit" : "request") +
            " is not assessed\nexpected: a `functional_unit` or `requests`, and the energy of them");
    if (!(*one->value > 0)) throw InputError(in_quotes(energy) + " is nil: there is nothing to rate");
    rated.energy = 1000 * *one->value;
    rated.whose = shown(model.name, 400) + ": 1,000 times the electricity of " + in_quotes(result) + " per " +
                  std::string(per_unit ? model.scenario.functional_unit : "request");
    if (!model.variant.empty()) rated.whose += ", what if " + in_quotes(model.variant);
}

int run(const Arguments& arguments, Io& io) {
    if (arguments.has("FILE") && arguments.has("--energy"))
        throw InputError("FILE or --energy, not both: each says what is to be rated");
    if (!arguments.has("--task") && (arguments.has("FILE") || arguments.has("--energy")))
        throw InputError("--task is missing: what does the model do?\n`lca rate` lists the tasks");
    const std::unique_ptr<Session> session = open_session(arguments);
    std::vector<Rating> ratings = all_ratings(session->catalog());
    if (!arguments.has("--task")) {
        const KnownRatings known{std::move(ratings), provenance(*session)};
        deliver(ratings_report(known), arguments, *session, io);
        return 0;
    }
    RatedEnergy rated{&chosen(ratings, arguments), {}, {}, provenance(*session)};
    if (arguments.has("--energy")) rated.energy = stated_energy(arguments.one("--energy"));
    if (arguments.has("FILE")) {
        const std::unique_ptr<Model> model = compile(*session, source_of(arguments));
        if (report_faults(*session, arguments, io) != 0 || !model) return 2;
        take_energy(*model, arguments, rated);
    }
    deliver(rate_report(rated), arguments, *session, io);
    return 0;
}

constexpr Command command = {
    "rate",
    "one to five stars by energy",
    "Places the energy of 1,000 queries among the models of the AI Energy Score: one to five stars by task "
    "(text generation: by class), in five equal widths between the least and the most of the models rated. "
    "The energy is stated, or that of a scenario. Without --energy and FILE it lists what was rated.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& rate_command() {
    return command;
}

}  // namespace lca::cli
