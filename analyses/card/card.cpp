#include "analyses/card/card.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analyses/shared/assumptions.hpp"
#include "analyses/shared/notes.hpp"
#include "analyses/uncertainty/quick_interval.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::string_view stage_prefix = "stage.";

/// The name of the result for an option value: a result of that name, else of that stage. For "": the stage
/// `training`, else `fine_tuning`, else the total.
std::string result_name(const Results& results, const std::string& requested) {
    if (requested.empty()) {
        for (const char* stage : {"training", "fine_tuning"}) {
            if (results.find(std::string(stage_prefix) + stage)) return std::string(stage_prefix) + stage;
        }
        return "total";
    }
    if (results.find(requested)) return requested;
    const std::string stage = std::string(stage_prefix) + requested;
    if (results.find(stage)) return stage;
    const std::size_t dot = requested.rfind('.');
    if (dot != std::string::npos && measure_of_suffix(requested.substr(dot + 1)))
        throw InputError("--result: a card gives climate change, not `" + shown(requested.substr(dot + 1)) +
                         "`: name a result without it, such as `" + shown(requested.substr(0, dot)) + "`");
    const std::string near = nearest_results(results, requested);
    throw InputError("--result: there is no result `" + shown(requested) + "`" +
                     (near.empty() ? "" : "; " + near));
}

std::string training_type_of(const std::string& result) {
    if (result == "stage.training") return "pre-training";
    return result == "stage.fine_tuning" ? "fine-tuning" : "";
}

/// The text as a YAML string in double quotes.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : shown(text, static_cast<std::size_t>(-1))) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

/// A text of the scenario file, escaped so that Markdown shows it literally.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : shown(text, static_cast<std::size_t>(-1))) {
        if (std::string_view("\\`*_[]<>|#~").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

class CardText {
public:
    explicit CardText(const Card& card)
        : card_(card),
          evaluation_(card.evaluation),
          results_(card.evaluation.result->results()),
          assumptions_(assumptions_of(card.evaluation)) {}

    std::string text() const { return front_matter() + "\n## Climate impact\n\n" + paragraph(); }

private:
    std::string front_matter() const {
        std::string out = "---\nco2_eq_emissions:\n";
        constexpr double gram = 1e-3;
        out += fmt::format("  emissions: {:.0f}  # grams of CO2e\n", std::round(card_.emissions / gram));
        out += "  source: " + quoted(source()) + "\n";
        if (!card_.training_type.empty()) out += "  training_type: " + card_.training_type + "\n";
        if (!assumptions_.sites.empty())
            out += "  geographical_location: " +
                   quoted(std::string_view(assumptions_.sites).substr(0, assumptions_.sites.find(':'))) +
                   "\n";
        if (!assumptions_.hardware.empty()) out += "  hardware_used: " + quoted(assumptions_.hardware) + "\n";
        return out + "---\n";
    }

    std::string source() const {
        std::string text = fmt::format("lca {}, {}", evaluation_.provenance.version, evaluation_.file);
        if (!evaluation_.variant.empty()) text += ", what if " + evaluation_.variant;
        return evaluation_.source.empty() ? text : text + ", after " + evaluation_.source;
    }

    std::optional<double> value(const std::string& name) const {
        const Result* row = results_.find(name);
        return row ? evaluation_.result->value(*row) : std::nullopt;
    }

    std::string paragraph() const {
        const StepId step = card_.row->steps.at(index_of::climate);
        const QuickDraws draws = evaluation_.model ? quick_draws(*evaluation_.model, step) : QuickDraws();
        std::string text =
            with_interval(card_.emissions, draws.interval, measure(index_of::climate).dimension);
        if (draws.interval) text.insert(text.size() - 1, ", 90 % interval");
        text = "**" + text + "** for " + plain(evaluation_.title) + ".";
        if (!draws.reason.empty()) text += " It has " + plain(draws.reason) + ".";
        if (const std::optional<double> energy = evaluation_.result->value(*card_.row, energy_measure)) {
            constexpr double kilowatt_hour = 3.6e6;
            text += " Electricity: " + readable(*energy / kilowatt_hour, 4) + " kWh.";
        }
        if (!assumptions_.sites.empty()) text += " Grid: " + plain(assumptions_.sites) + ".";
        if (!assumptions_.hardware.empty()) text += " Hardware: " + plain(assumptions_.hardware) + ".";
        return text + "\n\n" + boundary() + "\n" + not_assessed_text();
    }

    /// Which phases are counted, and their shares of the emissions.
    std::string boundary() const {
        std::string counted;
        for (const std::string_view phase : Results::phases()) {
            const std::string name =
                card_.result == "total" ? std::string(phase) : card_.result + "." + std::string(phase);
            const std::optional<double> part = value(name);
            if (!part || card_.emissions == 0) continue;
            counted += (counted.empty() ? "" : ", ") + std::string(phase) + " " +
                       percent(*part / card_.emissions, 0);
        }
        return "Boundary: " + (counted.empty() ? plain(card_.result) : counted) + ". Computed by lca " +
               std::string(evaluation_.provenance.version) + " from " + plain(evaluation_.file) + ".";
    }

    std::string not_assessed_text() const {
        std::string text;
        for (const List::Item& item : not_assessed(evaluation_).items) text += "- " + plain(item.text) + "\n";
        return text.empty() ? "" : "\nNot assessed:\n\n" + text;
    }

    const Card& card_;
    const Evaluation& evaluation_;
    const Results& results_;
    Assumptions assumptions_;
};

}  // namespace

std::optional<Card> make_card(Session& session, const ScenarioSource& source, const CardOptions& options) {
    std::shared_ptr<const Model> model = compile(session, source);
    if (!model) return std::nullopt;
    Card card;
    card.evaluation = described(session, source, std::move(model));
    const Results& results = card.evaluation.result->results();
    card.result = result_name(results, options.result);
    card.row = results.find(card.result);
    const std::optional<double> emissions =
        card.row ? card.evaluation.result->value(*card.row) : std::nullopt;
    if (!emissions)
        throw InputError("`" + shown(card.result) + "` is not assessed, so there is no figure for a card");
    card.emissions = *emissions;
    card.training_type = training_type_of(card.result);
    return card;
}

std::string text_of(const Card& card) {
    return CardText(card).text();
}

}  // namespace lca
