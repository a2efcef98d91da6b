#include "analyses/fleet/shared_system.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/base/zoned_time.hpp"
#include "models/results/capacity.hpp"

namespace lca::fleet {
namespace {

constexpr std::string_view systems = "systems.";
constexpr std::size_t max_dated = 400'000;  // at most so many rows' times are kept: 35 MB

std::string_view measure_of(Sharing sharing) {
    switch (sharing) {
        case Sharing::use:
            return "device time (node time without accelerators)";
        case Sharing::time:
            return "duration";
        case Sharing::requests:
            return "requests";
        case Sharing::owner:
            return "system time";
    }
    return "";
}

/// The result for the part not allocated to rows: "unallocated.energy" for "total.energy"; "" if none exists.
std::string name_of_rest(std::string_view name) {
    constexpr std::string_view total = "total", rest = "unallocated";
    const auto is = [&](std::string_view first) {
        return name.starts_with(first) && (name.size() == first.size() || name[first.size()] == '.');
    };
    if (is(total)) return std::string(rest) + std::string(name.substr(total.size()));
    for (const std::string_view phase : {"idle", "embodied"}) {
        if (is(phase)) return std::string(rest) + "." + std::string(name);
    }
    return {};
}

}  // namespace

SharedSystem::SharedSystem(Session& session, VariantCompiler& compiler, std::string path)
    : session_(session), compiler_(compiler), path_(std::move(path)) {
    if (!path_.starts_with(systems) || path_.find('.', systems.size()) != std::string::npos)
        throw InputError("--cluster " + in_quotes(path_) +
                         ": expected the path of a system, such as `systems.cluster`");
    id_ = path_.substr(systems.size());
    compiler_.have_in_common({id_});
}

void SharedSystem::find() {
    const Scenario& scenario = compiler_.base()->scenario;
    std::vector<std::string> known;
    for (const System& one : scenario.systems) {
        known.push_back(one.id);
        if (one.id == id_) system_ = &one;
    }
    if (!system_) {
        const std::string hint = did_you_mean(id_, std::span<const std::string>(known));
        throw InputError(fmt::format("--cluster {}: the template has no such system{}", in_quotes(path_),
                                     hint.empty() ? "" : "; " + hint));
    }
    const Place place = system_->location.place();
    if (!system_->period)
        refuse(place, fmt::format("`{}` has no period, which --cluster divides among the rows", path_),
               "`period: 1 yr`, the time that the table covers");
    if (system_->idle.state != Phase::State::stated)
        refuse(place, fmt::format("`{}` states no idle electricity over its period", path_),
               "`idle`, such as `{system_power: 4 kW}`");
}

void SharedSystem::refuse(Place place, std::string message, std::string expected) {
    session_.diagnostics().error(place, std::move(message), std::move(expected));
    throw InputError("nothing was evaluated");
}

bool SharedSystem::read(JobTable& table, const std::vector<RequestedResult>& requested,
                        const GoesOn& goes_on) {
    std::vector<RequestedResult> all = requested;
    all.push_back(claim());
    const Results& results = compiler_.base()->results;
    for (std::uint32_t a = 0; a < results.activities.size(); ++a) {
        taken_.push_back({.name = {}, .kind = RequestedResult::Kind::device_time, .activity = a});
        taken_.push_back({.name = {}, .kind = RequestedResult::Kind::node_time, .activity = a});
    }
    sums_.resize(taken_.size());
    all.insert(all.end(), taken_.begin(), taken_.end());
    dated_ = dated_activity(table);
    if (dated_) all.push_back({.name = {}, .kind = RequestedResult::Kind::duration, .activity = *dated_});
    find_size();
    RowEvaluator evaluator(compiler_, table, table.columns(), all);
    RowBlock block;
    BlockResults found;
    while (table.read(block, rows_at_a_time)) {
        evaluator.run(block, found);
        const KindProgram* last = nullptr;
        for (std::size_t i = 0; i < block.count; ++i) {
            if (block.faults.contains(i)) continue;
            if (found.kinds[i] != last) look_at(*found.kinds[i], block.lines[i], table);
            last = found.kinds[i];
            if (found.assessed[requested.size()][i]) claimed_.add(found.values[requested.size()][i]);
            for (std::size_t k = 0; k < taken_.size(); ++k) {
                const std::size_t j = requested.size() + 1 + k;
                if (found.assessed[j][i]) sums_[k].add(found.values[j][i]);
            }
            if (dated_) note_dated(block, found, i, requested.size() + 1);
        }
        if (goes_on && !goes_on(block.first + block.count)) return false;
    }
    refuse_excess();
    warn_of_overlaps(table);
    if (system_->sharing != Sharing::owner && whole_ && !(claimed() > 0))
        refuse(system_->location.place(),
               fmt::format("`{}` is divided among the rows by {}, which no row has", path_,
                           measure_of(system_->sharing)),
               "above 0 in one of them, or `allocate: owner`");
    table.start_again();
    return true;
}

/// Throws if a row has another shared system than the rows before, for example on another grid.
void SharedSystem::look_at(const KindProgram& kind, std::uint32_t line, const JobTable& table) {
    if (kind.column_of_whole())
        refuse({table.file(), 1, 0},
               fmt::format("`{}` changes `{}`, which must be the same for all rows",
                           shown(table.columns()[*kind.column_of_whole()].heading), path_),
               "columns that change only the activities, or no --cluster");
    if (!whole_) whole_ = kind.whole();
    if (kind.whole() != *whole_)
        refuse({table.file(), line, 0},
               fmt::format("the texts of this row change `{}`, which must be the same for all rows", path_),
               "columns that change only the activities, or no --cluster");
}

/// Throws if all rows together take more than the system has, by the rules for activities that share it.
void SharedSystem::refuse_excess() {
    const PointResult result(*compiler_.base());
    const Results& results = result.results();
    if (!results.capacity || !results.capacity->in_common) return;
    const std::uint32_t system = results.capacity->in_common->system;
    Capacity all{.systems = results.capacity->systems, .uses = {}};
    std::vector<double> values(result.values().begin(), result.values().end());
    const auto sum = [&](std::size_t k) {
        if (sums_[k].value() == 0) return no_step;
        values.push_back(sums_[k].value());
        return static_cast<StepId>(values.size() - 1);
    };
    for (std::uint32_t a = 0; a < results.activities.size(); ++a) {
        CapacityUse use;
        use.activity = a;
        use.system = system;
        for (const CapacityUse& known : results.capacity->uses) {
            if (known.activity == a && known.system == system) use = known;
        }
        use.device_time = sum(2 * a);
        use.node_time = sum(2 * a + 1);
        use.devices = use.duration = no_step;  // these are per row, not sums
        use.start.reset();
        all.uses.push_back(use);
    }
    const ValueOf value = [&](StepId step) { return values[step]; };
    const auto id_of = [&](std::uint32_t activity) { return results.activities.at(activity).id; };
    const std::vector<CapacityExcess> found = excesses(all, value);
    for (const CapacityExcess& excess : found) {
        CapacityText text = text_of(excess, all, value, id_of);
        session_.diagnostics().error(system_->period->text.place(), "in all rows together " + text.message,
                                     std::move(text.expected));
    }
    if (!found.empty()) throw InputError("nothing was evaluated");
    const auto known = [&](StepId step) {
        return step == no_step ? std::nullopt : std::optional(values[step]);
    };
    for (const CapacityUse& use : all.uses)
        share_of_period_ += system_time(known(use.device_time), known(use.node_time)).value_or(0);
    share_of_period_ /= values[all.systems[system].period];
}

/// Reads the numbers of nodes and accelerators from the template; rows cannot change them.
void SharedSystem::find_size() {
    const PointResult result(*compiler_.base());
    const std::shared_ptr<const Capacity>& capacity = result.results().capacity;
    if (!capacity || !capacity->in_common) return;
    const SystemCapacity& has = capacity->systems[capacity->in_common->system];
    if (has.nodes != no_step) nodes_ = result.values()[has.nodes];
    if (has.accelerators != no_step) accelerators_ = result.values()[has.accelerators];
}

std::optional<double> SharedSystem::system_time(std::optional<double> device_time,
                                                std::optional<double> node_time) const {
    if (device_time && accelerators_) return *device_time / (nodes_ * *accelerators_);
    if (node_time) return *node_time / nodes_;
    return std::nullopt;
}

/// The activity whose `start` is set by the only column of starts.
std::optional<std::uint32_t> SharedSystem::dated_activity(const JobTable& table) const {
    const Results& results = compiler_.base()->results;
    for (const BoundColumn& column : table.columns()) {
        for (std::uint32_t a = 0; column.start && a < results.activities.size(); ++a) {
            if (column.path == "activities." + results.activities[a].id + ".start") return a;
        }
    }
    return std::nullopt;
}

/// Remembers when a row uses the system, and which share. `first`: index of taken_[0] among the results.
void SharedSystem::note_dated(const RowBlock& block, const BlockResults& found, std::size_t row,
                              std::size_t first) {
    const auto value = [&](std::size_t j) {
        return found.assessed[j][row] ? std::optional(found.values[j][row]) : std::nullopt;
    };
    const std::size_t device_time = first + 2 * *dated_;
    const std::optional<double> time = system_time(value(device_time), value(device_time + 1)),
                                duration = value(first + taken_.size());
    if (!time || !duration || !(*time > 0) || !(*duration > 0)) return;
    if (uses_.size() == max_dated) {
        too_many_ = true;
        return;
    }
    uses_.push_back(
        {block.starts.instants[row], *duration, *time / *duration, static_cast<std::uint32_t>(uses_.size())});
    rows_.push_back({static_cast<std::uint32_t>(block.first + row + 1), block.lines[row]});
}

/// Warns, rather than throws, if rows overlap: their times may be estimates, and nodes may be shared.
void SharedSystem::warn_of_overlaps(const JobTable& table) {
    constexpr std::size_t max_warnings = 10;
    constexpr int digits = 3;
    const std::vector<Overlap> found = overlaps(uses_);
    for (std::size_t n = 0; n < std::min(found.size(), max_warnings); ++n) {
        const Overlap& one = found[n];
        std::vector<std::string> others;
        for (std::size_t k = 1; k < one.ids.size(); ++k)
            others.push_back(std::to_string(rows_[one.ids[k]].row));
        if (one.more > 0) others.push_back(fmt::format("{} more", one.more));
        const std::string later =
            one.max_taken > one.taken
                ? fmt::format(", up to {} % as others start", readable(100 * one.max_taken, digits))
                : "";
        session_.diagnostics().warning(
            {table.file(), rows_[one.ids.front()].line, 0},
            fmt::format("row {} starts while {} {} {}: at {} they take {} % of `{}`, each at its mean{}",
                        rows_[one.ids.front()].row, others.size() == 1 ? "row" : "rows", listed(others),
                        others.size() == 1 ? "runs" : "run", utc_text(one.start),
                        readable(100 * one.taken, digits), path_, later));
    }
    if (found.size() > max_warnings)
        session_.diagnostics().warning(
            {table.file(), 1, 0}, fmt::format("the rows take more of `{}` than there is at {} more times",
                                              path_, found.size() - max_warnings));
    if (too_many_)
        session_.diagnostics().warning(
            {table.file(), rows_.back().line, 0},
            fmt::format("whether too many rows run at one time was looked at up to row {}",
                        rows_.back().row));
    uses_ = {};
    rows_ = {};
}

void SharedSystem::share() {
    compiler_.have_in_common({id_, whole_ ? claimed() : 1});  // 1: arbitrary, as no row was valid
}

UnallocatedLine SharedSystem::unallocated(const std::vector<RequestedResult>& requested) {
    UnallocatedLine line;
    std::vector<RequestedResult> rests;
    std::vector<std::size_t> places;
    for (std::size_t j = 0; j < requested.size(); ++j) {
        std::string name = name_of_rest(requested[j].name);
        if (!name.empty()) {
            rests.push_back({std::move(name)});
            places.push_back(j);
            continue;
        }
        line.reason += fmt::format("{}{}: only single rows have this result", line.reason.empty() ? "" : "; ",
                                   requested[j].name);
    }
    line.values.resize(requested.size());
    if (!whole_ && system_->sharing != Sharing::owner) {
        line.reason = "no row uses the system";
        return line;
    }
    compiler_.have_in_common({id_, claimed(), true});
    compiler_.edits_stand_at({});
    const KindProgram rest(compiler_, {}, {}, rests, KindProgram::Rows::this_one);
    share();
    if (!rest.fault().empty())
        throw InputError(
            fmt::format("the part of `{}` that is not allocated to any row: {}", path_, rest.fault()));
    for (std::size_t k = 0; k < rests.size(); ++k) {
        if (rest.assessed(k)) line.values[places[k]] = rest.compiled_value(k);
    }
    line.gaps = rest.gaps();
    if (!rest.reason().empty()) line.reason += (line.reason.empty() ? "" : "; ") + rest.reason();
    return line;
}

std::string SharedSystem::remark() const {
    constexpr int digits = 3;
    return fmt::format(
        "The rows use `{}` for {} % of its period; its idle energy and embodied impact are divided by {}. {}",
        path_, readable(share_of_period_ * 100, digits), measure_of(system_->sharing),
        system_->sharing == Sharing::owner ? "The rest is the line `unallocated`."
                                           : "Nothing is left unallocated.");
}

}  // namespace lca::fleet
