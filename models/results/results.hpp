#pragma once
// Which steps of a calculation are results, the names of these, and what is missing from them.

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lca/calc/step.hpp"
#include "models/results/boundary.hpp"
#include "models/results/measure.hpp"

namespace lca {

struct Capacity;
struct PowerLog;
class TimeSeries;

/// One step for each measure; no_step means not assessed.
using MeasuredSteps = std::array<StepId, measure_count>;
inline constexpr MeasuredSteps nothing_assessed = [] {
    MeasuredSteps steps{};
    for (StepId& step : steps) step = no_step;
    return steps;
}();

/// One row of the table of results: its key, and a step for each measure.
struct Result {
    RowKey key;
    MeasuredSteps steps = nothing_assessed;

    template <class Key>
    bool is() const {
        return std::holds_alternative<Key>(key);
    }
    /// The key if it is of this type; null for other kinds of rows.
    template <class Key>
    const Key* get_if() const {
        return std::get_if<Key>(&key);
    }
    /// The index of the activity that the row belongs to; empty for sums over several.
    std::optional<std::uint32_t> activity() const;
    /// The measures, as bits, for which the row has a step.
    std::uint32_t assessed() const;
};

/// A part that is missing from every sum that should contain it, in `measures` (bit i stands for measure i).
struct Gap {
    std::optional<std::uint32_t> activity = 0;  // empty: unallocated
    PhaseKind phase = PhaseKind::embodied;
    std::optional<LifeCycleStage> life_cycle_stage = {};  // empty: the whole entry
    std::optional<std::uint32_t> line = {};               // empty: the whole phase
    std::uint32_t measures = 0, counted = 0;  // counted: measures in which the rest of the entry counts
    std::uint32_t reason = 0;                 // index in Results::texts
    bool by_default = false;  // the file does not mention the part: ignored when gaps are compared
    std::optional<BoundaryItem> boundary = {};  // instead of an entry: an item of the boundary
};

/// A row and a measure from which an output is calculated.
struct OutputTerm {
    RowKey row;
    std::size_t measure = 0;
};

/// A figure that a file asks for under `outputs`, or one that an analysis of the file adds.
struct Output {
    std::string name;
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension;
    std::string reason = {};                  // if not assessed: the result that is needed
    std::string title = {};                   // for people; "" if `name` says enough
    std::string section = {};                 // heading above it; "": among the file's own outputs
    bool may_lack = false;                    // not finite in some samples: not assessed there
    bool partial = false;                     // some result in its expression is only a part of the impact
    std::vector<OutputTerm> terms = {};       // results that its expression names
    std::vector<std::uint32_t> outputs = {};  // indices of other outputs that it names
};

/// A series of grid intensities, with what results need to know about it.
struct SeriesInUse {
    std::string site, file;
    StepId mean = no_step;  // mean of the whole series: an input
    // Relative to that mean; 1 where estimated or filled in by the gap rule, else 0 (null: 0 everywhere).
    std::shared_ptr<const TimeSeries> relative, estimated, filled;
    std::function<double(double)> known_from = {};  // for how many s from a time on the series is known
};

/// The electricity of one entry, on a grid with a series or measured over time.
struct HoursOfUse {
    std::uint32_t activity = 0;
    PhaseKind phase = PhaseKind::dynamic;
    std::optional<std::uint32_t> line = {};     // index in Results::line_names; empty: the only figure
    StepId energy = no_step, impact = no_step;  // facility energy; climate change
    std::shared_ptr<const SeriesInUse> series;  // null: measured, on a grid with constant intensity
    double start = 0, ahead = 0;  // seconds since 1970 UTC; s by which local time is ahead of UTC
    StepId duration = no_step;
    std::shared_ptr<const TimeSeries> power = {};  // how the energy is spread over the time; null: evenly
    std::shared_ptr<const PowerLog> log = {};      // the log with that `power`
};

/// An activity with the figures that reports show.
struct ActivityInfo {
    std::string id, title;
    std::uint8_t stage = 0;
    bool included = true;
    /// Its begin in local time, and how far that is ahead of UTC, both in s; empty if not stated.
    std::optional<double> start = {}, ahead = {};
    StepId duration = no_step, device_time = no_step, node_time = no_step, requests = no_step,
           tokens = no_step, work = no_step, pue = no_step;  // pue: of its site
    StepId upstream = no_step, lost = no_step;  // of its site: upstream impact per kWh, share lost in grid
    /// Its electricity per request and per token: recorded so that names can refer to it.
    StepId per_request = no_step, per_token = no_step;
};

/// An item that a breakdown added, after all other rows: its name and its gaps (sorted, in Results::gaps).
struct BreakdownRow {
    std::string name;  // "line:dynamic.chips", "year:2024"
    std::vector<std::uint32_t> gaps;
};

/// A result per request, token or functional unit that was recorded because it was asked for.
struct PerUse {
    RowKey row;
    std::size_t measure = 0, use = 0;  // use: index in uses()
    StepId step = no_step;
    friend bool operator<(const PerUse& a, const PerUse& b);
};

/// The share of a system that is not allocated to an activity because it states its own figure (or `none`).
struct ReplacedShare {
    std::uint32_t activity = 0;
    std::string system;  // id of the system
    MeasuredSteps steps = nothing_assessed;
};

/// The table of results of one Calculation, in the order of the file; sums come first.
struct Results {
    std::vector<Result> rows;
    std::vector<Gap> gaps;
    std::vector<ActivityInfo> activities;
    std::vector<std::string> stages, line_names, texts;
    std::vector<BreakdownRow> items;
    std::vector<Output> outputs;
    std::shared_ptr<const Capacity> capacity;  // what systems have and what activities use
    std::vector<ReplacedShare> replaced;
    std::vector<PerUse> per_use;       // sorted; see record_per_use
    std::vector<std::string> remarks;  // remarks on the results as a whole
    std::vector<ProxyGrid> stand_ins;
    std::vector<GridBasis> bases;         // each basis, kind and gas once
    std::vector<HoursOfUse> hours;        // by activity: electricity on grids with a series, or from logs
    std::vector<WaterBasis> water;        // one for each site with a water figure
    std::vector<HardwareBasis> hardware;  // each id once, in the order of the file
    std::map<std::string, std::vector<std::string>> gwp;  // by IPCC report ("AR5"): what uses its potentials
    std::vector<std::string> quoted;  // sorted: sources of inputs that were not read, but quoted elsewhere
    std::vector<Purchase> purchases;  // for an owner: one for each system in use
    std::optional<BoundaryReport> boundary;
    std::optional<Role> role;
    StepId functional_amount = no_step;
    std::string functional_unit;
    bool has_market = false;
    bool is_quoted(std::string_view source) const;
    static std::span<const std::string_view> phases();  // embodied, idle, dynamic: in this order everywhere
    /// manufacturing, transport, end_of_life: if an entry has rows of these, they all follow its own row.
    static std::span<const std::string_view> life_cycle_stages();
    std::string name(const Result& row) const;
    const Result* find(std::string_view name) const;
    const Result* find(const RowKey& wanted) const;
    /// What is missing from a row in any of the measures `measures` (as bits), each gap once.
    std::vector<const Gap*> gaps_within(const Result& row, std::uint32_t measures) const;
    std::vector<const Gap*> gaps_of(const Result& row, std::size_t measure) const;
    bool has_gap(const Result& row, std::size_t measure) const;
    /// Whether a row has a value but also a gap, so that it is only a part of the impact.
    bool is_partial(const Result& row, std::size_t measure) const;
    /// The name of a gap: "serving.idle", "training.embodied.my-switch"; of a measure: "serving.idle.energy".
    std::string name(const Gap& gap) const;
    std::string name(const Gap& gap, std::size_t measure) const;
    void build_index();  // makes find and gaps_within fast (they work without it); `assessment` calls it
    std::optional<std::uint32_t> find_activity(std::string_view id) const;

    struct Index {
        std::vector<std::uint32_t> activities, rows, gaps, items;  // sorted by id, key, activity, name
    } index = {};

private:
    const Result* find_item(std::string_view name) const;
    const Result* find_stage(std::string_view name) const;
    const Result* find_unallocated(std::string_view rest) const;
    const Result* find_of_activity(std::uint32_t activity, std::string_view rest) const;
    std::optional<std::uint32_t> find_line(std::uint32_t activity, PhaseKind phase,
                                           std::string_view name) const;
};

}  // namespace lca
