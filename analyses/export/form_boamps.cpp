// A BoAmps report (https://github.com/Boavizta/BoAmps, JSON Schema draft 04) of one activity.
//
// `powerConsumption` is IT electricity in kWh, without the PUE; idle energy is given beside it as
// `calibration`, which `lca import` reads back. Where the schema requires what no scenario states, the value
// says that it is not stated.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "analyses/export/export.hpp"
#include "analyses/export/hardware_in_use.hpp"
#include "analyses/shared/json.hpp"
#include "analyses/uncertainty/quick_interval.hpp"
#include "lca/base/instant.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

constexpr std::string_view not_stated = "not stated";

/// The BoAmps name of an lca stage.
std::string task_stage(const std::string& stage) {
    return stage == "fine_tuning" ? "finetuning" : stage;
}

class BoampsForm {
public:
    explicit BoampsForm(const ExportInput& input)
        : evaluation_(input.evaluation),
          result_(*evaluation_.result),
          results_(result_.results()),
          activity_(chosen(input.activity)),
          row_(results_.find(activity_.id)),
          hardware_(export_detail::hardware_in_use(input.session, evaluation_, activity_)) {}

    std::string text() const {
        if (hardware_.components.empty())
            throw InputError("a BoAmps report names the hardware, which is not known for `" + activity_.id +
                             "`\n  expected: `system`, or `devices` and `duration`");
        const std::optional<double> energy = it_energy(activity_.id);
        if (!energy)
            throw InputError("a BoAmps report states the electricity, which is not assessed for `" +
                             activity_.id + "`");
        JsonWriter json(3);
        json.begin_object();
        write_task(json);
        json.key("measures").begin_array();
        write_measure(json, *energy);
        json.end_array();
        write_infrastructure(json);
        write_environment(json);
        json.entry_if("quality", quality());
        json.end_object();
        return std::move(json).take();
    }

private:
    const ActivityInfo& chosen(const std::string& requested) const {
        const ActivityInfo* only = nullptr;
        std::string ids;
        for (const ActivityInfo& one : results_.activities) {
            if (one.id == requested) return one;
            if (!one.included) continue;
            only = ids.empty() ? &one : nullptr;
            ids += (ids.empty() ? "" : ", ") + one.id;
        }
        if (!requested.empty())
            throw InputError("--activity: there is no activity " + in_quotes(requested) +
                             "; there are: " + ids);
        if (!only)
            throw InputError(
                ids.empty() ? "a BoAmps report describes one activity, and the scenario has none"
                            : "a BoAmps report describes one task: choose with --activity one of " + ids);
        return *only;
    }

    std::optional<double> kwh(const std::string& name) const {
        const Result* row = results_.find(name);
        const std::optional<double> joules = row ? result_.value(*row, energy_measure) : std::nullopt;
        return joules ? std::optional(*joules / measure(energy_measure).unit_in_base) : std::nullopt;
    }

    /// IT electricity of a result in kWh: its facility electricity divided by the PUE of the site.
    std::optional<double> it_energy(const std::string& name) const {
        const std::optional<double> facility = kwh(name), pue = result_.value(activity_.pue);
        return facility && pue ? std::optional(*facility / *pue) : facility;
    }

    void write_task(JsonWriter& json) const {
        json.key("task").begin_object();
        json.entry("taskStage", task_stage(results_.stages.at(activity_.stage)));
        json.entry("taskFamily", not_stated);
        if (const std::optional<double> requests = result_.value(activity_.requests))
            json.entry("nbRequest", *requests);
        json.key("algorithms").begin_array().begin_object().end_object().end_array();
        write_dataset(json);
        json.entry("taskDescription", description()).end_object();
    }

    /// Writes one data set, as the schema requires; its tokens only where they are input: not for services.
    void write_dataset(JsonWriter& json) const {
        const std::optional<double> tokens = result_.value(activity_.tokens);
        const bool are_input = tokens && results_.stages.at(activity_.stage) != "inference";
        json.key("dataset").begin_array().begin_object().entry("dataUsage", "input");
        json.entry("dataType", are_input ? "token" : "other");
        if (are_input) json.entry("dataQuantity", *tokens);
        json.end_object().end_array();
    }

    std::string description() const {
        const std::string& title = activity_.title.empty() ? evaluation_.title : activity_.title;
        std::string text = fmt::format("{}. Computed by lca {} from {}.", title,
                                       evaluation_.provenance.version, evaluation_.file);
        if (const std::optional<double> pue = result_.value(activity_.pue); pue && *pue != 1)
            text += fmt::format(" The PUE of {} is left out of powerConsumption.", *pue);
        if (hardware_.energy_contains_pue)
            text += " powerConsumption contains the PUE of the site, which is not stated.";
        std::string open;
        for (const Gap* gap : results_.gaps_of(*row_, energy_measure))
            open += (open.empty() ? "" : ", ") + results_.name(*gap);
        return open.empty() ? text : text + " Not assessed: " + open + ".";
    }

    void write_measure(JsonWriter& json, double energy) const {
        json.begin_object().entry("measurementMethod", "lca (computed)");
        json.entry("version", evaluation_.provenance.version);
        const std::optional<double> idle = it_energy(activity_.id + ".idle"),
                                    duration = result_.value(activity_.duration);
        if (idle && *idle > 0 && duration) {
            json.entry("powerCalibrationMeasurement", *idle);
            json.entry("durationCalibrationMeasurement", *duration);
        }
        json.entry("powerConsumption", energy);
        if (duration) json.entry("measurementDuration", *duration);
        if (activity_.start) json.entry("measurementDateTime", clock_text(*activity_.start));
        json.end_object();
    }

    /// "2022-03-11 10:00:00" in the time zone of the activity's `start`.
    static std::string clock_text(double seconds) {
        std::string text = to_text(Instant(std::chrono::seconds(std::llround(seconds))));
        text.resize(std::string_view("2022-03-11T10:00:00").size());
        std::replace(text.begin(), text.end(), 'T', ' ');
        return text;
    }

    void write_infrastructure(JsonWriter& json) const {
        json.key("infrastructure").begin_object();
        json.entry("infraType", hardware_.is_cloud ? "publicCloud" : "other");
        json.key("components").begin_array();
        for (const export_detail::UsedHardware& part : hardware_.components) {
            json.begin_object().entry_if("componentName", part.name);
            json.entry("componentType", part.type).entry("nbComponent", part.count);
            if (part.gigabytes) json.entry("memorySize", *part.gigabytes);
            json.entry_if("manufacturer", part.vendor);
            if (part.share) json.entry("share", *part.share);
            json.end_object();
        }
        json.end_array().end_object();
    }

    /// Writes the country and the intensity; nothing without a country, which the schema requires.
    void write_environment(JsonWriter& json) const {
        if (hardware_.country.empty()) return;
        json.key("environment").begin_object().entry("country", hardware_.country);
        double kilograms = 0, energy = 0;
        for (const char* phase : {".idle", ".dynamic"}) {
            const Result* row = results_.find(activity_.id + phase);
            const std::optional<double> emitted = row ? result_.value(*row) : std::nullopt;
            const std::optional<double> drawn = kwh(activity_.id + phase);
            if (!emitted || !drawn) continue;
            kilograms += *emitted;
            energy += *drawn;
        }
        constexpr double gram = 1e-3;
        if (energy > 0) json.entry("powerSourceCarbonIntensity", kilograms / gram / energy);
        json.end_object();
    }

    /// "high", "medium" or "low" by the 90 % interval of the electricity; "" if it has none, or a wider one.
    std::string quality() const {
        const StepId step = row_->steps.at(energy_measure);
        const std::optional<double> energy = result_.value(step);
        const std::optional<QuickInterval> interval =
            evaluation_.model ? quick_draws(*evaluation_.model, step).interval : std::nullopt;
        if (!interval || !energy || !(*energy > 0)) return "";
        const double error = std::max(interval->high - *energy, *energy - interval->low) / *energy;
        constexpr std::pair<double, std::string_view> levels[] = {
            {0.10, "high"}, {0.25, "medium"}, {0.50, "low"}};
        for (const auto& [limit, word] : levels) {
            if (error <= limit) return std::string(word);
        }
        return "";
    }

    const Evaluation& evaluation_;
    const PointResult& result_;
    const Results& results_;
    const ActivityInfo& activity_;
    const Result* row_;
    export_detail::HardwareInUse hardware_;
};

constexpr ExportForm boamps = {"boamps", "a BoAmps report of one activity (JSON)", true,
                               [](const ExportInput& input) { return BoampsForm(input).text(); }};

}  // namespace

const ExportForm& boamps_form() {
    return boamps;
}

}  // namespace lca
