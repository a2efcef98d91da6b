#pragma once
// A job from Slurm's accounting, read from text or JSON, and the run that is made of it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/logs/log.hpp"

namespace lca::logs {

struct SlurmJob {
    std::uint32_t line = 0;  // 0: from JSON, which has no rows
    std::string id, name, partition, state, nodes;
    std::optional<Moment> start = {};
    std::optional<double> seconds = {}, joules = {}, node_count = {};
    std::optional<double> gpus = {};             // from gres/gpu
    std::vector<LoggedDevices> typed_gpus = {};  // from gres/gpu:a100: the same boards, by type
};

/// Adds the values in `cpu=8,gres/gpu=4,gres/gpu:a100=4,energy=20543125`: GPUs, nodes and, if there is no
/// other figure, energy.
void add_tres(SlurmJob& job, std::string_view tres, Place place);
/// Adds one such value.
void add_tres(SlurmJob& job, std::string_view name, double count, Place place);

/// Adds the run of a job, whatever its final state, as failed jobs used power, too. For jobs that never ran
/// or still run, adds a note instead.
void add_job(SlurmJob job, LogInput& input);

/// Whether two lists of nodes ("n[1-4,7],login1") have a node in common, or are too long to tell. Leading
/// zeros do not count: n01 is taken for n1.
bool share_a_node(std::string_view a, std::string_view b);

/// Adds one note on what users should know about energies measured by Slurm.
void note_meter(LogInput& input);

}  // namespace lca::logs
