#pragma once
// The energy of a request to a hosted language model, from the size of the model and of its answer: EcoLogits
// 0.9.3 (GenAI Impact, 2026; https://ecologits.ai, "Environmental Impacts of LLM Inference"). Its authors
// fitted energy and time per token to the ML.ENERGY Leaderboard: vLLM on H100s, batches up to 512, models up
// to 200 billion parameters. The coefficients are in hardware_db/models.yaml. Prompt tokens are taken to use
// no energy.

#include "lca/calc/formula.hpp"

namespace lca::physics::ecologits {

using TimePerToken = decltype(unit::Time() / unit::Tokens());

/// The number of parameters in billions, the unit of the fitted coefficients.
inline Expr<unit::None> in_billions(Expr<unit::None> parameters) {
    return parameters / unchecked<unit::None>(parameters.value().recorder()->constant(1e9));
}

/// Energy of one GPU per generated token, "Modeling GPU energy consumption": α e^(β B) P + γ, where P is the
/// active parameters in billions and B the batch size.
inline Expr<unit::EnergyPerToken> gpu_energy_per_token(Expr<unit::EnergyPerToken> alpha,
                                                       Expr<unit::None> beta,
                                                       Expr<unit::EnergyPerToken> gamma,
                                                       Expr<unit::None> active_billions,
                                                       Expr<unit::None> batch) {
    const Expr<unit::None> exponent = beta * batch;
    const auto decay = unchecked<unit::None>(apply(Operation::exponential, exponent.value()));
    return alpha * decay * active_billions + gamma;
}

/// Time per generated token, "Estimating the generation latency": α P + β B + γ, with the same P and B.
inline Expr<TimePerToken> time_per_token(Expr<TimePerToken> alpha, Expr<TimePerToken> beta,
                                         Expr<TimePerToken> gamma, Expr<unit::None> active_billions,
                                         Expr<unit::None> batch) {
    return alpha * active_billions + beta * batch + gamma;
}

/// "Estimating the number of active GPUs": parameters × size of one × overhead / memory of one GPU, rounded
/// up to a whole number and then to the next power of two.
inline Expr<unit::None> gpus(Expr<unit::None> parameters, Expr<unit::Information> size,
                             Expr<unit::None> overhead, Expr<unit::Information> memory) {
    const Expr<unit::None> memories = overhead * parameters * size / memory;
    const Step whole = apply(Operation::ceiling, memories.value());
    const Step doublings = apply(Operation::ceiling, apply(Operation::binary_log, whole));
    return unchecked<unit::None>(power(whole.recorder()->constant(2), doublings));
}

/// "Server energy consumption without GPUs": power of a server × time × the share of its GPUs that the model
/// uses / batch size.
inline Expr<unit::Energy> server_energy(Expr<unit::Power> power, Expr<unit::Time> time, Expr<unit::None> gpus,
                                        Expr<unit::None> gpus_in_server, Expr<unit::None> batch) {
    return power * time * (gpus / gpus_in_server) / batch;
}

}  // namespace lca::physics::ecologits
