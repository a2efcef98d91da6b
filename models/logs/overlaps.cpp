// Finds runs at the same time that count the same energy, as ranks that each counted the whole node do.
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "lca/base/text.hpp"
#include "models/logs/read_logs.hpp"
#include "models/logs/slurm_job.hpp"

namespace lca {
namespace {

/// Consecutive runs may overlap by this much, because times are in whole seconds.
constexpr auto slack = std::chrono::microseconds(1'500'000);
constexpr std::size_t max_errors = 20;

Instant end_of(const LoggedRun& run) {
    return run.begin->at +
           std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(*run.seconds));
}

std::string_view kind_of(std::string_view metered) {
    return metered.substr(0, metered.find(':'));
}

/// Whether two entries of LoggedRun::metered are, or contain, the same thing.
bool same_metered(std::string_view a, std::string_view b) {
    constexpr std::string_view nodes = "nodes:";
    if (!a.starts_with(nodes) || !b.starts_with(nodes)) return a == b;
    return logs::share_a_node(a.substr(nodes.size()), b.substr(nodes.size()));
}

/// Whether two runs measured different things of the same kind: other boards, other nodes or other jobs.
bool are_disjoint(const LoggedRun& a, const LoggedRun& b) {
    bool compared = false;
    for (const std::string& one : a.metered) {
        for (const std::string& other : b.metered) {
            if (same_metered(one, other)) return false;
            compared = compared || kind_of(one) == kind_of(other);
        }
    }
    return compared;
}

bool has_time(const LoggedRun& run) {
    return run.begin && run.seconds;
}

/// Whether a run has electricity, or time of devices or nodes.
bool counts(const LoggedRun& run) {
    return !run.energies.empty() || !run.devices.empty() || run.nodes > 0;
}

/// The job of a run as "job:12"; "" if it is not a scheduler's job.
std::string_view job_of(const LoggedRun& run) {
    const bool is_job = !run.metered.empty() && run.metered[0].starts_with("job:");
    return is_job ? std::string_view(run.metered[0]) : std::string_view();
}

/// Whether two runs may contain the same electricity, or the same time of devices.
bool overlap(const LoggedRun& a, const LoggedRun& b) {
    if (!job_of(a).empty() && job_of(a) == job_of(b)) return true;
    if (!counts(a) || !counts(b) || are_disjoint(a, b)) return false;
    if (!has_time(a) || !has_time(b) || a.begin->is_instant != b.begin->is_instant) {
        return a.metered == b.metered && !a.metered.empty();
    }
    const auto shared = std::min(end_of(a), end_of(b)) - std::max(a.begin->at, b.begin->at);
    return shared > slack || (shared > std::chrono::microseconds(0) && 2 * shared > end_of(a) - a.begin->at &&
                              2 * shared > end_of(b) - b.begin->at);
}

std::string named_run(const LoggedRun& run) {
    return fmt::format("{} ({}, {})", run.title, shown(run.file), run.rows);
}

void report(const LoggedRun& first, const LoggedRun& second, Diagnostics& diagnostics) {
    const bool is_job = !job_of(first).empty() && job_of(first) == job_of(second);
    diagnostics.error(
        {},
        is_job ? fmt::format("the same job appears twice: {} and {}", named_run(first), named_run(second))
               : fmt::format(
                     "the same {} may be in both: {} and {} overlap in time",
                     first.energies.empty() || second.energies.empty() ? "time of devices" : "electricity",
                     named_run(first), named_run(second)),
        "logs that do not count the same energy or device time",
        "`--overlap first` keeps the first, `--overlap largest` the one with the most energy");
}

/// Reports jobs that are in the logs twice, whatever their times; returns how many.
std::size_t refuse_jobs(const Logs& logs, Diagnostics& diagnostics) {
    std::map<std::string_view, const LoggedRun*> known;
    std::size_t reported = 0;
    for (const LoggedRun& run : logs.runs) {
        if (job_of(run).empty()) continue;
        const auto [found, is_new] = known.emplace(job_of(run), &run);
        if (!is_new && ++reported <= max_errors) report(*found->second, run, diagnostics);
    }
    return reported;
}

bool refuse(const Logs& logs, Diagnostics& diagnostics) {
    if (refuse_jobs(logs, diagnostics) > 0) return false;
    std::vector<std::size_t> order(logs.runs.size()), open;
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto at = [&](std::size_t i) {
            return logs.runs[i].begin ? logs.runs[i].begin->at : Instant::min();
        };
        return at(a) < at(b);
    });
    std::size_t reported = 0;
    for (const std::size_t now : order) {
        const LoggedRun& run = logs.runs[now];
        if (!counts(run) || (!has_time(run) && !job_of(run).empty())) continue;
        std::erase_if(open, [&](std::size_t before) {
            const LoggedRun& other = logs.runs[before];
            return has_time(run) && has_time(other) && other.begin->is_instant == run.begin->is_instant &&
                   end_of(other) <= run.begin->at;
        });
        for (const std::size_t before : open) {
            if (!overlap(logs.runs[before], run) || ++reported > max_errors) continue;
            const auto& [first, second] = std::minmax(before, now);
            report(logs.runs[first], logs.runs[second], diagnostics);
        }
        open.push_back(now);
    }
    return reported == 0;
}

void drop_overlapping(Logs& logs, Overlap overlap_rule) {
    std::vector<LoggedRun> kept;
    const auto drop = [&](const LoggedRun& run, const LoggedRun& other) {
        logs.notes.push_back(
            {run.file, run.rows,
             fmt::format("{} overlaps {}, which is kept (--overlap {})", run.title, named_run(other),
                         overlap_rule == Overlap::first ? "first" : "largest")});
    };
    for (LoggedRun& run : logs.runs) {
        std::vector<std::size_t> rivals;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (overlap(kept[i], run)) rivals.push_back(i);
        }
        const bool wins = std::all_of(rivals.begin(), rivals.end(), [&](std::size_t i) {
            return overlap_rule == Overlap::largest && joules_of(run) > joules_of(kept[i]);
        });
        if (!wins) {
            drop(run, kept[rivals.front()]);
            continue;
        }
        for (auto i = rivals.rbegin(); i != rivals.rend(); ++i) {
            drop(kept[*i], run);
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(*i));
        }
        kept.push_back(std::move(run));
    }
    logs.runs = std::move(kept);
}

}  // namespace

bool apply_overlap_rule(Logs& logs, Overlap overlap_rule, Diagnostics& diagnostics) {
    if (overlap_rule == Overlap::rejected) return refuse(logs, diagnostics);
    drop_overlapping(logs, overlap_rule);
    return true;
}

}  // namespace lca
