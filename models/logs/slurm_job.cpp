#include "models/logs/slurm_job.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

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

/// Nodes of one prefix with consecutive numbers; a name without a number has the range 0 to 0.
struct NodeRange {
    std::string_view prefix;
    std::uint64_t low = 0, high = 0;
};

std::optional<std::uint64_t> node_number(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

/// "n12" is 12 of "n"; "login" is a name without a number.
NodeRange single_node(std::string_view name) {
    std::size_t digits = name.size();
    while (digits > 0 && is_digit(name[digits - 1])) --digits;
    const auto number = node_number(name.substr(digits));
    return number ? NodeRange{name.substr(0, digits), *number, *number} : NodeRange{name};
}

/// Adds the ranges of "1-4,7" in "n[1-4,7]". What has another form stands for itself.
void add_ranges(std::string_view prefix, std::string_view numbers, std::vector<NodeRange>& to) {
    while (!numbers.empty()) {
        const std::size_t end = std::min(numbers.find(','), numbers.size());
        const std::string_view one = numbers.substr(0, end);
        numbers.remove_prefix(std::min(end + 1, numbers.size()));
        const std::size_t dash = std::min(one.find('-'), one.size());
        const auto low = node_number(one.substr(0, dash));
        const auto high = dash < one.size() ? node_number(one.substr(dash + 1)) : low;
        to.push_back(low && high ? NodeRange{prefix, *low, *high} : NodeRange{one});
    }
}

std::vector<NodeRange> node_ranges(std::string_view list) {
    std::vector<NodeRange> ranges;
    while (!list.empty()) {
        std::size_t end = 0;
        for (bool inside = false; end < list.size() && (inside || list[end] != ','); ++end)
            inside = list[end] == '[' || (inside && list[end] != ']');
        const std::string_view one = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        const std::size_t bracket = one.find('[');
        if (bracket != std::string_view::npos && one.ends_with(']')) {
            add_ranges(one.substr(0, bracket), one.substr(bracket + 1, one.size() - bracket - 2), ranges);
        } else if (!one.empty()) {
            ranges.push_back(single_node(one));
        }
    }
    return ranges;
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

bool share_a_node(std::string_view a, std::string_view b) {
    constexpr std::size_t max_ranges = 1000;
    if (a == b) return true;
    const std::vector<NodeRange> first = node_ranges(a), second = node_ranges(b);
    if (first.size() > max_ranges || second.size() > max_ranges) return true;
    return std::any_of(first.begin(), first.end(), [&](const NodeRange& one) {
        return std::any_of(second.begin(), second.end(), [&](const NodeRange& other) {
            return one.prefix == other.prefix && one.low <= other.high && other.low <= one.high;
        });
    });
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
