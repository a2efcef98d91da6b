#pragma once
// Which steps are results, under which names, and where gaps are.

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

/// One step for each measure; no_step: not assessed.
using MeasuredSteps = std::array<StepId, measure_count>;
inline constexpr MeasuredSteps nothing_assessed = [] {
    MeasuredSteps steps{};
    for (StepId& step : steps) step = no_step;
    return steps;
}();

/// One row of the table of results.
struct Result {
    RowKey key;
    MeasuredSteps steps = nothing_assessed;

    template <class Key>
    bool is() const {
        return std::holds_alternative<Key>(key);
    }
    /// Null for a row of another kind.
    template <class Key>
    const Key* get_if() const {
        return std::get_if<Key>(&key);
    }
    /// The activity it belongs to; empty for sums over several.
    std::optional<std::uint32_t> activity() const;
    /// The measures it has a step for, as bits.
    std::uint32_t assessed() const;
};

/// A part that is missing from every sum above it, for the measures in `measures` (bit i: measure i).
struct Gap {
    std::optional<std::uint32_t> activity = 0;  // none: of what is unallocated
    PhaseKind phase = PhaseKind::embodied;
    std::optional<LifeCycleStage> life_cycle_stage = {};  // none: the whole line
    std::optional<std::uint32_t> line = {};               // none: the whole phase
    std::uint32_t measures = 0, counted = 0;  // counted: those of them in which other parts of it are counted
    std::uint32_t reason = 0;                 // index into Results::texts
    bool by_default = false;  // missing by default, not by the file: no difference in comparisons of gaps
    std::optional<BoundaryItem> boundary = {};  // in place of a line: what the boundary names, of no activity
};

/// A row and a measure that an output is computed from.
struct OutputTerm {
    RowKey row;
    std::size_t measure = 0;
};

/// A figure that a file asks for under `outputs`.
struct Output {
    std::string name;
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension;
    std::string reason = {};                  // the result it needs that is not assessed
    std::string title = {};                   // for people; "" where the name says it
    std::string section = {};                 // the heading it is shown under; "" among the file's own
    bool may_lack = false;                    // not finite in some draws: there it is not assessed
    bool partial = false;                     // some of what it is computed from counts only what is assessed
    std::vector<OutputTerm> terms = {};       // results that its expression names
    std::vector<std::uint32_t> outputs = {};  // other outputs that it names
};

/// A series of intensities as results need it.
struct SeriesInUse {
    std::string site, file;
    StepId mean = no_step;  // of the whole series: the input
    // Relative to that mean; 1 where estimated or filled by a rule for gaps, else 0 (null: 0 everywhere).
    std::shared_ptr<const TimeSeries> relative, estimated, filled;
    std::function<double(double)> known_from = {};  // from a time: how long it is known without a gap, s
};

/// One line of electricity, drawn from a grid with a series or measured over time.
struct HoursOfUse {
    std::uint32_t activity = 0;
    PhaseKind phase = PhaseKind::dynamic;
    std::optional<std::uint32_t> line = {};     // into Results::line_names; nothing: the only figure
    StepId energy = no_step, impact = no_step;  // facility energy, climate change
    std::shared_ptr<const SeriesInUse> series;  // null: of a log, where the grid is the same all the time
    double start = 0, ahead = 0;  // seconds since 1970 UTC; s by which local time is ahead of it
    StepId duration = no_step;
    std::shared_ptr<const TimeSeries> power = {};  // how the energy is spread over that time; null: evenly
    std::shared_ptr<const PowerLog> log = {};      // the log that `power` is from
};

/// An activity as the report shows it.
struct ActivityInfo {
    std::string id, title;
    std::uint8_t stage = 0;
    bool included = true;
    /// When it began in its local time, and how far that is ahead of UTC, in s; none: not stated.
    std::optional<double> start = {}, ahead = {};
    StepId duration = no_step, device_time = no_step, node_time = no_step, requests = no_step,
           tokens = no_step, work = no_step, pue = no_step;  // pue: of its site
    StepId upstream = no_step, lost = no_step;  // of its site: upstream impact per kWh, share lost in grid
    /// Its electricity for one request, one token: for questions that ask for them by name.
    StepId per_request = no_step, per_token = no_step;
};

/// A row that a breakdown added (they come last): its name and its gaps (ascending, into Results::gaps).
struct BreakdownRow {
    std::string name;  // "line:dynamic.chips", "year:2024"
    std::vector<std::uint32_t> gaps;
};

/// A result for one request, token or functional unit that was recorded because a question asks for it.
struct PerUse {
    RowKey row;
    std::size_t measure = 0, use = 0;  // use: index into uses()
    StepId step = no_step;
    friend bool operator<(const PerUse& a, const PerUse& b);
};

/// The share of a system that an activity does not carry, as it states a figure of its own (or `none`).
struct ReplacedShare {
    std::uint32_t activity = 0;
    std::string system;  // its id
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
    std::shared_ptr<const Capacity> capacity;  // what systems have and activities take of them
    std::vector<ReplacedShare> replaced;
    std::vector<PerUse> per_use;       // ascending; see record_per_use
    std::vector<std::string> remarks;  // notes on the results as a whole
    std::vector<ProxyGrid> stand_ins;
    std::vector<GridBasis> bases;         // each basis, kind and gas once
    std::vector<HoursOfUse> hours;        // electricity from grids with a series, activity by activity
    std::vector<WaterBasis> water;        // used on sites, one each
    std::vector<HardwareBasis> hardware;  // in the order of the file, each once
    std::map<std::string, std::vector<std::string>> gwp;  // grids and hardware by the potentials used: "AR5"
    std::vector<Purchase> purchases;                      // of an owner, one for each system in use
    std::optional<BoundaryReport> boundary;
    std::optional<Role> role;
    StepId functional_amount = no_step;
    std::string functional_unit;
    bool has_market = false;
    static std::span<const std::string_view> phases();  // embodied, idle, dynamic: in this order everywhere
    /// manufacturing, transport, end_of_life: rows of a line broken down by them follow it, all of them.
    static std::span<const std::string_view> life_cycle_stages();
    std::string name(const Result& row) const;
    const Result* find(std::string_view name) const;
    const Result* find(const RowKey& wanted) const;
    /// The parts missing from a row, each once, for any of the measures in `measures` (bits).
    std::vector<const Gap*> gaps_within(const Result& row, std::uint32_t measures) const;
    std::vector<const Gap*> gaps_of(const Result& row, std::size_t measure) const;
    bool has_gap(const Result& row, std::size_t measure) const;
    /// Whether a row counts only what is assessed: it has a step, and a gap.
    bool is_partial(const Result& row, std::size_t measure) const;
    /// "serving.idle", "training.embodied.my-switch"; of a measure: "serving.idle.energy".
    std::string name(const Gap& gap) const;
    std::string name(const Gap& gap, std::size_t measure) const;
    void build_index();  // makes find and gaps_within quick (they work without); done by `assessment`
    std::optional<std::uint32_t> find_activity(std::string_view id) const;

    struct Index {
        std::vector<std::uint32_t> activities, rows, gaps, items;  // by id; key; activity; name
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
