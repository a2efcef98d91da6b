// Software Carbon Intensity, ISO/IEC 21031:2024: SCI = (E × I + M) / R.
//
// E is facility electricity: IT electricity, idle time included, times the PUE of the site. I is the
// location-based intensity: the emissions of E, divided by E. M is the embodied impact; R counts units.
// Market-based figures and offsets are excluded by the standard and are in none of them.
#include "analyses/export/export.hpp"
#include "analyses/export/table_cell.hpp"
#include "analyses/shared/json.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

constexpr double gram = 1e-3;  // in kg

/// The terms of the formula: energy in kWh, operational and embodied in g, number of functional units.
struct Sci {
    double energy = 0, operational = 0, embodied = 0, units = 0;

    double score() const { return (operational + embodied) / units; }
};

class SciForm {
public:
    explicit SciForm(const Evaluation& evaluation)
        : evaluation_(evaluation), result_(*evaluation.result), results_(result_.results()) {}

    std::string text() const {
        const Sci sci = figures();
        JsonWriter json(3);
        begin_answer(json, evaluation_);
        json.entry("standard", "ISO/IEC 21031:2024").entry("formula", "SCI = (E * I + M) / R");
        write(json, "sci", sci.score(), "gCO2e per " + results_.functional_unit);
        json.end_object();
        write(json, "E", sci.energy, "kWh");
        json.entry("counts", "facility electricity: IT electricity, idle time included, times PUE")
            .end_object();
        if (sci.energy > 0) write_intensity(json, sci);
        write(json, "M", sci.embodied, "gCO2e");
        json.end_object();
        write(json, "R", sci.units, results_.functional_unit);
        json.end_object();
        write_files(json, *evaluation_.sources);
        json.end_object();
        return std::move(json).take();
    }

private:
    static void write(JsonWriter& json, std::string_view key, double value, std::string_view unit) {
        json.key(key).begin_object().entry("value", value).entry("unit", unit);
    }

    void write_intensity(JsonWriter& json, const Sci& sci) const {
        write(json, "I", sci.operational / sci.energy, "gCO2e/kWh");
        json.entry("method", "location-based").key("factors").begin_array();
        for (const GridBasis& one : results_.bases) {
            json.begin_object().entry("grid", one.grid).entry("kind", one.kind);
            json.entry_if("basis", one.basis).entry("gas", one.gas).end_object();
        }
        json.end_array().end_object();
    }

    Sci figures() const {
        const std::optional<double> units = result_.value(results_.functional_amount);
        if (!units)
            throw InputError(
                "SCI is a rate: the scenario states no functional unit\n  expected: "
                "`functional_unit: {amount: 1, name: trained model}`");
        if (!(*units > 0)) throw InputError("SCI is a rate: the functional unit's amount is zero");
        const Result& total = complete("total");
        Sci sci;
        sci.units = *units;
        sci.energy = result_.value(total, energy_measure).value_or(0) / measure(energy_measure).unit_in_base;
        sci.embodied = grams("embodied");
        sci.operational = grams("idle") + grams("dynamic");
        return sci;
    }

    double grams(std::string_view name) const {
        const Result* row = results_.find(name);
        return row ? result_.value(*row).value_or(0) / gram : 0;
    }

    /// The result of that name. Throws InputError if it is partial: what is not assessed would count as zero
    /// in the score.
    const Result& complete(std::string_view name) const {
        const Result* row = results_.find(name);
        std::string reason;
        for (const std::size_t m : {index_of::climate, energy_measure}) {
            if (!row) break;
            for (const std::string& text : missing_from(results_, *row, m)) {
                if (reason.find(text) == std::string::npos) reason += "\n  " + text;
            }
        }
        if (!row || (reason.empty() && !result_.value(*row)))
            throw InputError("SCI counts everything within its boundary: the total is not assessed");
        if (!reason.empty())
            throw InputError("SCI counts everything within its boundary: not assessed is" + reason +
                             "\n  expected: a figure, or `none` where it is known to be zero");
        return *row;
    }

    const Evaluation& evaluation_;
    const PointResult& result_;
    const Results& results_;
};

constexpr ExportForm sci_score = {"sci", "the Software Carbon Intensity of ISO/IEC 21031 (JSON)", false,
                                  [](const ExportInput& input) { return SciForm(input.evaluation).text(); }};

}  // namespace

const ExportForm& sci_form() {
    return sci_score;
}

}  // namespace lca
