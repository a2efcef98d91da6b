#pragma once
// A scenario, read from a file or made in a program: typed, unit-checked, every part with its place.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/inputs.hpp"
#include "models/edit/edit.hpp"
#include "models/results/boundary.hpp"
#include "models/results/expectation.hpp"
#include "models/scenario/grid_choice.hpp"
#include "models/scenario/hardware.hpp"
#include "models/values/value.hpp"

namespace lca {

struct LoadShape;
struct PowerLog;

struct Site {
    std::string id;  // "" where it is inline
    Location location;
    Reference datacentre;
    std::optional<GridChoice> grid;
    Value<unit::None> pue;
    Value<unit::VolumePerEnergy> wue, water_intensity;
    std::string wue_counts;  // "consumption", "withdrawal"; "" where not stated
    Value<unit::ImpactPerEnergy> market_intensity, upstream_intensity;
};

/// What a line states: a figure (or the default), known to be zero, or not assessed.
enum class LineState : unsigned char { stated, none, not_assessed };

/// What is drawn or embodied in one line of a phase; which members may be set depends on the phase.
struct Line {
    std::string name;  // "" for the phase's only value
    Location location;
    LineState state = LineState::stated;
    Value<unit::Energy> energy;
    AnyValue power;       // W/GPU, W/node or W: then per accelerator in `dynamic`, of the system in `idle`
    AnyValue host_power;  // W or W/node: per node
    AnyValue node_power, device_power, system_power;  // W; node_power also W/node, device_power also W/GPU
    Value<unit::None> load, share;
    Value<unit::EnergyPerRequest> per_request;
    Value<unit::EnergyPerToken> per_token;
    Value<unit::Time> duration;
    Location model;                               // dynamic: {model: ecologits, …}, or nowhere
    std::shared_ptr<const PowerLog> log;          // `energy` is then what it holds
    Value<unit::Energy> log_idle;                 // that part of it which its baseline says is idle
    std::shared_ptr<const LoadShape> load_shape;  // in place of `load`; beside `energy` its weights
    ImpactValues<unit::Impact> value;             // embodied
    ByCategory rate;                              // embodied: per node time, device time, request or token
    bool includes_idle = false, includes_pue = false, includes_host = false;
    bool includes_stated = false;  // also where it is `none`
};

enum class Allocation : unsigned char { used_time, calendar, sci, full, none };

/// One of the three phases of an activity (or the idle of a shared system).
struct Phase {
    enum class State : unsigned char { absent, none, not_assessed, stated };
    State state = State::absent;
    std::vector<Line> lines = {};  // one unnamed (in `dynamic` `host` may follow it), or all named
    Location location = {};
    Allocation allocation = Allocation::used_time;  // embodied
    bool allocation_stated = false;
};

enum class Sharing : unsigned char { use, time, requests, owner };

struct System {
    std::string id;
    Location location;
    std::optional<std::size_t> site;  // index into Scenario::sites
    std::vector<Component> parts, shared;
    Value<unit::Nodes> nodes;
    Value<unit::Time> lifetime, period;
    Value<unit::None> utilisation;
    Phase idle;
    Sharing sharing = Sharing::use;
    bool faulty = false;  // a value of it was faulty: what is here may be incomplete
};

/// A system that other scenarios use in the same period, too, such as those of the other rows of a table: its
/// period is divided among the activities of all of them.
struct SystemInCommon {
    std::string system;    // its id
    double claimed = 1;    // by all of them together, in base units of the measure that divides the period
    bool of_rest = false;  // whether the results have an `unallocated` for all of them, or none
};

struct Activity {
    std::string id, title;
    Location location;
    std::uint8_t stage = 0;  // index into stages()
    std::optional<std::size_t> system, site;
    bool included = true;
    Reference start;  // ISO 8601 with its zone
    Value<unit::DeviceTime> device_time;
    Value<unit::NodeTime> node_time;
    Value<unit::Accelerators> devices;
    Value<unit::Time> duration;
    Value<unit::Operations> work;
    Value<unit::None> efficiency;
    Reference precision;  // nothing for the default, bf16
    Value<unit::Requests> requests;
    Value<unit::RequestRate> request_rate;
    Value<unit::Tokens> tokens;
    Phase embodied, idle, dynamic;
};

/// What is kept of an activity that was read: ActivityReader reads the rest when it is wanted.
struct ActivityEntry {
    const Document* document = nullptr;
    std::uint32_t index = 0;                    // of its node
    std::optional<std::uint32_t> system, site;  // indices into Scenario
};

struct Parameter {
    std::string id;
    AnyValue value;  // nothing: faulty, already reported
};

struct OutputAsked {
    std::string id, title;
    AnyValue value;
};

/// A variant of the file: changes to the tree before it is read.
struct WhatIf {
    std::string id, title;
    Location location;
};

/// A rebound: demand grows as the cost of one use falls.
struct Rebound {
    Reference of;  // the name of the cost of one use
    Value<unit::None> elasticity;
    std::string demand_name;
    Location demand;  // the text of the value that grows: of a parameter, or one of an activity
};

/// What would have happened anyway: a what-if of the file, or another file.
struct Counterfactual {
    Reference name;
    bool is_file = false;
};

/// Read from a document, which must then outlive it unedited, or made in a program.
struct Scenario {
    const Document* document = nullptr;
    std::string title, note, source;  // source: one line
    Value<unit::None> functional_amount;
    std::string functional_unit;  // "" where none is stated
    std::vector<Parameter> parameters;
    std::vector<std::size_t> parameter_order;  // each after those that it refers to: no deep recursion
    std::vector<Site> sites;
    std::vector<System> systems;
    std::vector<ActivityEntry> unread;  // activities of a document, before those of a program
    std::vector<Activity> activities;   // made in a program
    std::vector<OutputAsked> outputs;
    std::vector<std::size_t> output_order;
    std::vector<WhatIf> what_ifs;
    std::vector<Expectation> expectations;
    std::vector<Correlation> correlations;
    std::vector<Axis> sweep;
    std::optional<Rebound> rebound;
    std::optional<Counterfactual> counterfactual;
    std::optional<Boundary> boundary;
    std::optional<Role> role;
    std::optional<SystemInCommon> in_common;  // set by an analysis, not by the file
    std::size_t study_errors = 0;         // errors in what no result rests on: what_if, expect, sweep, …
    Location hardware;                    // the file's own entries and overrides, map by id
    std::vector<Hardware> made_hardware;  // of a program
    /// Figures of the catalogue that edits replace, by path, and the tree that they are in.
    Location replaced;
    std::shared_ptr<const Document> replaced_tree;
    bool mixed_basis_accepted = false;
};

/// training, fine_tuning, …, other: in this order everywhere.
std::span<const std::string_view> stages();
/// Where a name is among them; 0 for any other.
std::uint8_t stage_number(std::string_view name);

/// Reads a checked tree. The result is usable only if `diagnostics` has no errors.
Scenario read_scenario(Document& document, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
