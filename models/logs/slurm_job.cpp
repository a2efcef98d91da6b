#include "models/logs/slurm_job.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/number.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"

namespace lca::logs {
namespace {

/// The first word of a job's state: "COMPLETED"; "CANCELLED" for "CANCELLED by 1000".
std::string_view first_word(std::string_view state) {
    return state.substr(0, state.find(' '));
}

bool has_not_ended(std::string_view state) {
    constexpr std::string_view open[] = {"PENDING",  "RUNNING",     "SUSPENDED", "REQUEUED",
                                         "RESIZING", "CONFIGURING", "COMPLETING"};
    return std::find(std::begin(open), std::end(open), first_word(state)) != std::end(open);
}

std::string rows_of(const SlurmJob& job) {
    return job.line == 0 ? "job " + job.id : rows_text({job.line});
}

void add_remarks(const SlurmJob& job, LoggedRun& run) {
    if (!job.partition.empty()) run.remarks.push_back("partition: " + job.partition);
    if (!job.nodes.empty()) run.remarks.push_back("nodes: " + job.nodes);
    if (!job.joules) {
        run.remarks.push_back("its energy is 0 or missing: not measured");
        return;
    }
    if (job.seconds.value_or(0) > 0 && run.nodes > 0) {
        run.remarks.push_back(fmt::format("a mean of {} W per node: is that between idle and full load?",
                                          readable(*job.joules / *job.seconds / run.nodes, 3)));
    }
}

}  // namespace

void add_tres(SlurmJob& job, std::string_view name, double count, Place place) {
    constexpr std::string_view gpu = "gres/gpu";
    if (name == "node" && !job.node_count) job.node_count = count;
    if (name == "energy" && count > 0 && !job.joules) job.joules = count;
    if (name == gpu) job.gpus = count;
    if (name.starts_with("gres/gpu:") && count > 0)
        job.typed_gpus.push_back({std::string(name.substr(gpu.size() + 1)), count, place});
}

void add_tres(SlurmJob& job, std::string_view tres, Place place) {
    while (!tres.empty()) {
        const std::size_t end = std::min(tres.find(','), tres.size());
        const std::string_view item = tres.substr(0, end);
        tres.remove_prefix(std::min(end + 1, tres.size()));
        const std::size_t equals = item.find('=');
        if (equals == std::string_view::npos) continue;
        const Parsed<double> count = parse_cell(item.substr(equals + 1));
        if (const auto* number = std::get_if<double>(&count))
            add_tres(job, item.substr(0, equals), *number, place);
    }
}

void add_job(SlurmJob job, LogInput& input) {
    if (has_not_ended(job.state)) {
        return input.note(rows_of(job), fmt::format("job {} is {}: its consumption is not known yet", job.id,
                                                    lower_case(first_word(job.state))));
    }
    if (job.seconds.value_or(0) <= 0)
        return input.note(rows_of(job), fmt::format("job {} never ran", job.id));
    LoggedRun run;
    run.file = input.name;
    run.rows = rows_of(job);
    run.id = "job_" + job.id;
    run.title =
        fmt::format("job {}{}{}", job.id, job.name.empty() ? "" : ", " + job.name,
                    job.state.empty() || job.state == "COMPLETED" ? "" : ", " + lower_case(job.state));
    run.begin = job.start;
    run.seconds = job.seconds;
    run.nodes = job.node_count.value_or(0);
    double typed = 0;
    for (const LoggedDevices& one : job.typed_gpus) typed += one.count;
    run.devices = job.typed_gpus;
    if (job.gpus.value_or(0) > typed)
        run.devices.push_back({"", *job.gpus - typed, {input.file, job.line, 0}});
    if (job.joules) run.energies = {{"", *job.joules, "J"}};
    run.metered = {"job:" + job.id};
    // Slurm measures whole nodes: jobs that share a node each include its energy.
    if (job.joules && !job.nodes.empty()) run.metered.push_back("nodes:" + job.nodes);
    add_remarks(job, run);
    input.logs.runs.push_back(std::move(run));
}

void note_meter(LogInput& input) {
    for (const LoggedRun& run : input.logs.runs) {
        if (run.energies.empty() || run.file != input.name) continue;
        return input.note("energies",
                          "whether these are the joules of nodes, sockets or GPUs depends on the site's "
                          "energy plug-in and is not in the file");
    }
}

}  // namespace lca::logs
