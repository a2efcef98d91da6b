// BoAmps reports: energies of a task in kWh; a calibration measurement, if present, gives the idle energy.
#include <fmt/core.h>

#include <algorithm>
#include <functional>

#include "lca/base/number.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"
#include "lca/document/json_fields.hpp"
#include "models/logs/log.hpp"

namespace lca {
namespace {

struct BoampsMeasure {
    Place place;
    std::string method = {}, stamp = {};
    std::optional<double> kwh = {}, seconds = {}, idle_kwh = {}, idle_seconds = {};
};

struct BoampsComponent {
    Place place;
    std::string type = {}, name = {};
    std::optional<double> count = {};
};

/// The stage for a stage of BoAmps, if the scenario language has the same or nearly the same; else "other".
std::string_view stage_of(std::string_view stage) {
    const std::string plain = lower_case(stage);
    if (plain == "training" || plain == "retraining") return "training";
    if (plain == "inference") return "inference";
    if (plain == "finetuning" || plain == "fine-tuning" || plain == "fine tuning") return "fine_tuning";
    return "other";
}

class BoampsReport final : public JsonFields {
public:
    explicit BoampsReport(LogInput& input) : input_(input) {}

    void finish() {
        if (measures_.empty()) {
            input_.diagnostics.error({input_.file, 1, 0}, "there are no `measures`",
                                     "a BoAmps report with a measure");
        }
        for (std::size_t i = 0; i < measures_.size(); ++i) add(measures_[i], i);
    }

private:
    void opened(std::string_view path, Place place) override {
        if (path == "measures[]") measures_.push_back({.place = place});
        if (path == "infrastructure.components[]") components_.push_back({.place = place});
    }

    void field(std::string_view path, const JsonScalar& scalar) override {
        if (path.starts_with("measures[].")) return measure(path.substr(11), scalar);
        if (path.starts_with("infrastructure.components[].")) return component(path.substr(28), scalar);
        if (path == "task.taskStage" && scalar.is_text()) stage_ = scalar.text;
        if (path == "task.taskFamily" && scalar.is_text()) family_ = scalar.text;
        if (path == "task.nbRequest" && scalar.is_number()) requests_ = scalar.number;
        if (path == "environment.country" && scalar.is_text()) country_ = scalar.text;
        if (path == "environment.powerSourceCarbonIntensity" && scalar.is_number())
            intensity_ = scalar.number;
    }

    void measure(std::string_view key, const JsonScalar& scalar) {
        if (measures_.empty()) return;
        BoampsMeasure& measure = measures_.back();
        if (key == "measurementMethod" && scalar.is_text()) measure.method = scalar.text;
        if (key == "measurementDateTime" && scalar.is_text()) measure.stamp = scalar.text;
        if (key == "powerConsumption") measure.kwh = figure(key, scalar);
        if (key == "measurementDuration") measure.seconds = figure(key, scalar);
        if (key == "powerCalibrationMeasurement") measure.idle_kwh = figure(key, scalar);
        if (key == "durationCalibrationMeasurement") measure.idle_seconds = figure(key, scalar);
    }

    void component(std::string_view key, const JsonScalar& scalar) {
        if (components_.empty()) return;
        BoampsComponent& component = components_.back();
        if (key == "componentType" && scalar.is_text()) component.type = lower_case(scalar.text);
        if (key == "componentName" && scalar.is_text()) component.name = scalar.text;
        if (key == "nbComponent" && scalar.is_number()) component.count = scalar.number;
    }

    std::optional<double> figure(std::string_view key, const JsonScalar& scalar) {
        if (scalar.kind == JsonScalar::Kind::null) return std::nullopt;
        if (scalar.is_number() && scalar.number >= 0) return scalar.number;
        input_.diagnostics.error(scalar.place, fmt::format("`{}` is not a number of 0 or more", key),
                                 "a number");
        return std::nullopt;
    }

    /// If the name contains the number, as "2 x Tesla V100S", it is not multiplied with that of components.
    LoggedDevices devices_of(const BoampsComponent& component) const {
        std::string_view name = component.name;
        double count = component.count.value_or(1);
        const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
        if (digits > 0 && name.substr(digits).starts_with(" x ")) {
            const Parsed<double> stated = parse_cell(name.substr(0, digits));
            if (const auto* number = std::get_if<double>(&stated)) count = *number;
            name.remove_prefix(digits + 3);
        }
        return {std::string(name), count, component.place};
    }

    void add(const BoampsMeasure& measure, std::size_t number) {
        if (!measure.kwh) {
            input_.diagnostics.error(measure.place, "this measure has no `powerConsumption`",
                                     "energy in kWh, a number");
            return;
        }
        LoggedRun run;
        run.file = input_.name;
        run.rows = fmt::format("measures, item {}", number + 1);
        run.id = fmt::format("measure_{}", number + 1);
        run.title = fmt::format("{}{}", family_.empty() ? "a task" : family_,
                                measure.method.empty() ? "" : ", measured by " + measure.method);
        run.stage = stage_of(stage_);
        run.energies = {{"", *measure.kwh, "kWh"}};
        run.metered = {"report:" + input_.name};  // several measures of one report may be of the same task
        run.seconds = measure.seconds;
        run.requests = requests_;
        run.country = country_;
        const bool by_codecarbon = lower_case(measure.method).find("codecarbon") != std::string::npos;
        if (by_codecarbon) {
            run.pue = 0;
            run.remarks.push_back("CodeCarbon's energies include a PUE, which the report does not give");
        }
        if (!read_begin(measure, by_codecarbon, run)) return;
        if (measure.idle_kwh && measure.idle_seconds.value_or(0) > 0 && measure.seconds) {
            run.idle = LoggedEnergy{"", *measure.idle_kwh / *measure.idle_seconds * *measure.seconds, "kWh"};
            run.remarks.push_back(
                fmt::format("idle: {} kWh in {} s of calibration", *measure.idle_kwh, *measure.idle_seconds));
        }
        if (intensity_)
            run.remarks.push_back(fmt::format("the report's electricity: {} gCO2e/kWh", *intensity_));
        for (const BoampsComponent& component : components_) {
            if (component.type == "gpu") run.devices.push_back(devices_of(component));
            if (component.type == "cpu") run.remarks.push_back("processor: " + component.name);
        }
        input_.logs.runs.push_back(std::move(run));
    }

    bool read_begin(const BoampsMeasure& measure, bool is_end, LoggedRun& run) {
        if (measure.stamp.empty()) return true;
        Moment moment;
        const std::string wrong = read_moment(measure.stamp, input_.zone, nullptr, std::nullopt, moment);
        if (!wrong.empty()) {
            input_.diagnostics.error(measure.place, "measurementDateTime: " + wrong,
                                     "such as `2024-09-30 09:09:40`");
            return false;
        }
        if (is_end && !measure.seconds) return true;
        if (is_end) {
            moment.at -= std::chrono::round<std::chrono::microseconds>(
                std::chrono::duration<double>(*measure.seconds));
            run.remarks.push_back(
                "CodeCarbon writes the end as `measurementDateTime`: the start is that minus the duration");
        }
        run.begin = moment;
        return true;
    }

    LogInput& input_;
    std::vector<BoampsMeasure> measures_;
    std::vector<BoampsComponent> components_;
    std::string stage_, family_, country_;
    std::optional<double> requests_, intensity_;
};

class BoampsReader final : public LogReader {
public:
    void read(LogInput& input) override {
        BoampsReport report(input);
        if (read_json(input.bytes, input.file, report, input.diagnostics)) report.finish();
    }
};

constexpr LogFormat boamps_format = {
    "boamps", "a BoAmps report (JSON)",
    [](const LogHead& head) {
        return head.is_json() &&
               (head.has("\"taskStage\"") || head.has("\"taskFamily\"") || head.has("\"measures\""));
    },
    [] { return std::unique_ptr<LogReader>(std::make_unique<BoampsReader>()); }};

}  // namespace

const LogFormat& boamps_log() {
    return boamps_format;
}

}  // namespace lca
