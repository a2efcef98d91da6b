// ML.ENERGY, version 3: one file per model and task, with the steady state of a service in each of several
// configurations. A run is one request (or image, or video) in one configuration, with its share of the GPUs'
// time.

#include <fmt/core.h>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/document/json_fields.hpp"
#include "models/logs/log.hpp"

namespace lca {
namespace {

struct MlEnergyConfiguration {
    Place place = {};
    std::string gpu = {};
    std::optional<double> gpus = {}, batch = {}, tokens = {}, watts = {}, joules = {};
    std::string_view unit = {};  // what the energy is per: "request", "image" or "video"
};

class MlEnergyReport final : public JsonFields {
public:
    explicit MlEnergyReport(LogInput& input) : input_(input) {}

    /// Adds the runs after the whole file was read: names of model and task may follow the configurations.
    void finish() {
        if (input_.diagnostics.has_errors()) return;
        if (all_.empty())
            return input_.diagnostics.error({input_.file, 1, 0}, "there are no `configurations`",
                                            "a file of a model and a task");
        for (const MlEnergyConfiguration& one : all_) add(one);
    }

private:
    static constexpr std::string_view list = "configurations[]";

    void field(std::string_view path, const JsonScalar& scalar) override {
        if (path == "model.model_id" && scalar.is_text()) model_ = scalar.text;
        if (path == "model.task" && scalar.is_text()) task_ = scalar.text;
        if (!path.starts_with(list) || path.size() < list.size() + 2) return;
        path.remove_prefix(list.size() + 1);
        if (path == "gpu_model" && scalar.is_text()) now_.gpu = scalar.text;
        if (path == "num_gpus") take(now_.gpus, path, scalar);
        if (path == "avg_batch_size" || path == "batch_size") take(now_.batch, path, scalar);
        if (path == "avg_output_len") take(now_.tokens, path, scalar);
        if (path == "avg_power_watts") take(now_.watts, path, scalar);
        for (const std::string_view unit : {"request", "image", "video"}) {
            if (path != fmt::format("energy_per_{}_joules", unit)) continue;
            if (now_.joules)
                fault(scalar.place, "the configuration gives its energy twice", "one energy key");
            now_.unit = unit;
            take(now_.joules, path, scalar);
        }
    }
    void opened(std::string_view path, Place place) override {
        if (path == list) now_ = {.place = place};
    }
    void closed(std::string_view path) override {
        if (path != list) return;
        if (!now_.joules)
            return fault(
                now_.place, "this configuration has no energy in joules",
                "`energy_per_request_joules`, `energy_per_image_joules` or `energy_per_video_joules`");
        if (!now_.batch)
            return fault(now_.place, "this configuration gives no batch size",
                         "`avg_batch_size`, without which its energy cannot be compared");
        all_.push_back(now_);
    }

    void take(std::optional<double>& to, std::string_view key, const JsonScalar& scalar) {
        if (scalar.is_number() && scalar.number > 0) {
            to = scalar.number;
        } else {
            fault(scalar.place, fmt::format("`{}` is not a number above 0", key), "a number above 0");
        }
    }
    void fault(Place place, std::string message, std::string expected) {
        input_.diagnostics.error(place, std::move(message), std::move(expected));
        stop();
    }

    void add(const MlEnergyConfiguration& one) {
        LoggedRun run;
        run.title = fmt::format("one {} of {}{}, {} at a time", one.unit, model_.empty() ? "a model" : model_,
                                task_.empty() ? "" : ", " + task_, readable(*one.batch));
        run.id = fmt::format("{}_batch_{:.0f}", model_, *one.batch);
        run.stage = "inference";
        run.file = input_.name;
        run.rows = fmt::format("row {}", one.place.line);
        run.energies = {{"gpu", *one.joules, "J"}};
        run.has_host = false;
        run.requests = 1;
        run.tokens = one.tokens;
        if (one.gpus) run.devices = {{one.gpu, *one.gpus, one.place}};
        // `avg_power_watts` is the power of all GPUs together: energy of a request / power is how long one
        // request takes all GPUs.
        if (one.gpus && one.watts) {
            run.seconds = *one.joules / *one.watts;
            run.device_seconds = *run.seconds * *one.gpus;
        }
        run.remarks.push_back(
            fmt::format("energy of the GPUs only, in the steady state of a batch of {}; `duration` is energy "
                        "/ power, not the time a user waits",
                        exact(*one.batch)));
        input_.logs.runs.push_back(std::move(run));
    }

    LogInput& input_;
    std::string model_, task_;
    MlEnergyConfiguration now_;
    std::vector<MlEnergyConfiguration> all_;
};

class MlEnergyReader final : public LogReader {
public:
    void read(LogInput& input) override {
        MlEnergyReport report(input);
        if (read_json(input.bytes, input.file, report, input.diagnostics)) report.finish();
    }
};

constexpr LogFormat ml_energy_format = {
    .name = "ml-energy",
    .help = "ML.ENERGY, version 3: a model and task, energy per request of each configuration",
    .is_one =
        [](const LogHead& head) {
            return head.is_json() && head.has("\"configurations\"") && head.has("\"gpu_model\"");
        },
    .reader = [] { return std::unique_ptr<LogReader>(std::make_unique<MlEnergyReader>()); }};

}  // namespace

const LogFormat& ml_energy_log() {
    return ml_energy_format;
}

}  // namespace lca
