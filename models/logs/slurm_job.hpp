#pragma once
// A job of Slurm's accounting, read as text or as JSON, and the run that it becomes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/logs/log.hpp"

namespace lca::logs {

struct SlurmJob {
    std::uint32_t line = 0;  // 0: in JSON, which has no rows
    std::string id, name, partition, state, nodes;
    std::optional<Moment> start = {};
    std::optional<double> seconds = {}, joules = {}, node_count = {};
    std::optional<double> gpus = {};             // gres/gpu
    std::vector<LoggedDevices> typed_gpus = {};  // gres/gpu:a100: the same boards by their type
};

/// Adds `cpu=8,gres/gpu=4,gres/gpu:a100=4,energy=20543125`: GPUs, nodes and, where no other figure is known,
/// energy.
void add_tres(SlurmJob& job, std::string_view tres, Place place);
/// Adds one of these items.
void add_tres(SlurmJob& job, std::string_view name, double count, Place place);

/// The run of a job, whatever its state: failed work drew power, too. Jobs that never ran, or still run, are
/// noted.
void add_job(SlurmJob job, LogInput& input);

/// Notes once what a user should know about the energies of Slurm's jobs.
void note_meter(LogInput& input);

}  // namespace lca::logs
