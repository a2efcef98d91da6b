// EcoLogits: energy of a request to a hosted language model, from the number of the model's parameters and of
// the tokens in its answer. The formula is in models/physics/ecologits.hpp, the coefficients are in
// hardware_db/models.yaml.

#include <array>

#include "models/language/schema_types.hpp"
#include "models/physics/ecologits.hpp"
#include "models/resolve/service_model.hpp"

namespace lca {
namespace {

constexpr Key ecologits_keys[] = {
    {.name = "model",
     .type = &types::text,
     .help = "ecologits: a language model behind an API, by its size.",
     .example = "ecologits",
     .required = true},
    {.name = "active_parameters",
     .type = &types::number,
     .help = "Parameters that are active for each token, as a plain number and not in billions.",
     .example = "12.9e9",
     .required = true},
    {"total_parameters", &types::number, "Parameters that are kept in memory; default: `active_parameters`.",
     "46.7e9"},
    {.name = "output_tokens",
     .type = &types::answer_tokens,
     .help = "Output tokens per request or, if the activity states no requests, of the whole activity.",
     .example = "400 token/request",
     .required = true},
    {"batch_size", &types::number, "Requests that a server works on at a time; default: 64.", "64"},
    {"latency", &types::time,
     "Measured time of a request: an upper limit for the time that the model computes.", "5 s"},
    types::title_key,
    types::note_key,
    types::source_key,
};
const constinit Type ecologits_type{
    .name = "ecologits",
    .keys = ecologits_keys,
    .help = "Energy of a language model that somebody else hosts, estimated by its size (EcoLogits 0.9.3)."};

/// A number of parameters below this was probably meant in millions or billions.
constexpr double least_parameters = 1e6;

using TokensPerRequest = decltype(unit::Tokens() / unit::Requests());

class Service {
public:
    explicit Service(const ServiceInputs& inputs) : inputs_(inputs), values_(inputs.values) {}

    std::optional<ServiceEnergy> record() {
        const auto active = parameters("active_parameters");
        const auto total = inputs_.stated.has("total_parameters") ? parameters("total_parameters") : active;
        const auto tokens = all_tokens();
        const auto batch = inputs_.figure<unit::None>("batch_size", Bounds::positive);
        if (!active || !total || !tokens || !batch) return std::nullopt;
        if (values_.now(total->value()) < values_.now(active->value())) {
            inputs_.error("total_parameters", "more parameters are active than there are");
            return std::nullopt;
        }
        const auto billions = physics::ecologits::in_billions(*active);
        const auto gpus = required_gpus(*total);
        const auto energy = gpu_energy(billions, *batch);
        const auto time = all_time(billions, *batch, *tokens);
        const auto power = constant<unit::Power>("server_power");
        const auto in_server = constant<unit::None>("server_gpus");
        const Expr<unit::Energy> accelerators = *tokens * energy * gpus;
        const Expr<unit::Energy> host =
            physics::ecologits::server_energy(power, time, gpus, in_server, *batch);
        return ServiceEnergy{accelerators, host};
    }

private:
    template <class Unit>
    Expr<Unit> constant(std::string_view key) {
        return *inputs_.figure<Unit>(key, Bounds::any);
    }

    std::optional<Expr<unit::None>> parameters(std::string_view key) {
        const auto count = inputs_.figure<unit::None>(key, Bounds::positive);
        if (!count || values_.now(count->value()) >= least_parameters) return count;
        inputs_.error(key, "no language model has so few parameters", "the full number: `7.3e9`, not `7.3`");
        return std::nullopt;
    }

    /// The output tokens of all requests. If the activity states requests, a number of tokens without a unit
    /// "per request" is an error, as it could be meant for one request or for all.
    std::optional<Expr<unit::Tokens>> all_tokens() {
        constexpr Dimension all = dimension_of<unit::Tokens>(), each = dimension_of<TokensPerRequest>();
        constexpr std::array ways{each, all};
        const AnyValue value = inputs_.stated.read_one_of("output_tokens", ways, Bounds::positive);
        if (!value) return std::nullopt;
        const auto& requests = inputs_.activity_data.requests;
        const auto tokens = values_.one_of(value, ways);
        if ((tokens.which == 0) == requests.has_value()) {
            if (!requests) return unchecked<unit::Tokens>(tokens.step);
            const Expr<unit::Tokens> sum = unchecked<TokensPerRequest>(tokens.step) * *requests;
            values_.recorder().label(sum, "generated tokens");
            return sum;
        }
        if (values_.is_faulty(value)) return std::nullopt;
        inputs_.error(
            "output_tokens",
            requests ? "a plain number of tokens may be of one request or of all requests of the activity"
                     : "tokens of a request, and the activity states no requests",
            requests ? "`400 token/request`" : "requests, or all tokens: `4e6 token`");
        return std::nullopt;
    }

    Expr<unit::None> required_gpus(const Expr<unit::None>& total) {
        const auto size = constant<unit::Information>("parameter_size");
        const auto overhead = constant<unit::None>("memory_overhead");
        const auto memory = constant<unit::Information>("gpu_memory");
        const auto gpus = physics::ecologits::gpus(total, size, overhead, memory);
        values_.recorder().label(gpus, "GPUs that hold the model");
        return gpus;
    }

    Expr<unit::EnergyPerToken> gpu_energy(const Expr<unit::None>& billions, const Expr<unit::None>& batch) {
        const auto alpha = constant<unit::EnergyPerToken>("gpu_energy_alpha");
        const auto beta = constant<unit::None>("gpu_energy_beta");
        const auto gamma = constant<unit::EnergyPerToken>("gpu_energy_gamma");
        const auto error = constant<unit::None>("gpu_energy_error");
        const auto fitted = physics::ecologits::gpu_energy_per_token(alpha, beta, gamma, billions, batch);
        const Expr<unit::EnergyPerToken> energy = fitted * error;
        values_.recorder().label(energy, "energy of a GPU per token");
        return energy;
    }

    /// The time of all requests together, as if they ran one after another.
    Expr<unit::Time> all_time(const Expr<unit::None>& billions, const Expr<unit::None>& batch,
                              const Expr<unit::Tokens>& tokens) {
        using physics::ecologits::TimePerToken;
        const auto alpha = constant<TimePerToken>("latency_alpha");
        const auto beta = constant<TimePerToken>("latency_beta");
        const auto gamma = constant<TimePerToken>("latency_gamma");
        const Expr<unit::Time> fitted =
            tokens * physics::ecologits::time_per_token(alpha, beta, gamma, billions, batch);
        if (!inputs_.stated.has("latency")) return fitted;
        const auto latency = inputs_.figure<unit::Time>("latency", Bounds::positive);
        if (!latency) return fitted;
        const auto& requests = inputs_.activity_data.requests;
        const Step count = requests ? requests->value() : values_.recorder().constant(1);
        return unchecked<unit::Time>(minimum(fitted.value(), latency->value() * count));
    }

    const ServiceInputs& inputs_;
    ValueRecorder& values_;
};

std::optional<ServiceEnergy> record_ecologits(const ServiceInputs& inputs) {
    return Service(inputs).record();
}

}  // namespace

const ServiceModel& ecologits_model() {
    static const ServiceModel model{"ecologits", "EcoLogits 0.9.3", ecologits_type, record_ecologits};
    return model;
}

}  // namespace lca
