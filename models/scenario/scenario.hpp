#pragma once
// A scenario file, read: typed, unit-checked, every part with its place. Nothing is computed here.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/math/correlation.hpp"
#include "models/results/expectation.hpp"
#include "models/scenario/axis.hpp"
#include "models/scenario/figure.hpp"
#include "models/scenario/figures.hpp"

namespace lca {

/// Where electricity comes from, as written.
struct GridChoice {
    enum class Kind : unsigned char { region, intensity, mix, series };
    struct Share {
        std::string_view source;  // "nuclear"
        Figure<unit::None> share;
        Node node;
    };
    Kind kind = Kind::region;
    Node node;
    Node region;  // text: "FRA", "gcp/us-central1"
    std::optional<int> year;
    ImpactFigure<unit::ImpactPerEnergy> intensity;
    std::vector<Share> mix;
    Node factors;               // of a mix: text, the set of factors by source; nothing for the default one
    Figure<unit::None> losses;  // share of what is generated that is lost on the way
    Node losses_of;             // text: the region whose losses the catalogue knows
};

struct Site {
    std::string_view id;  // "" where it stands inline
    Node node;
    Node datacentre;  // text, or nothing
    std::optional<GridChoice> grid;
    Figure<unit::None> pue;
    Figure<unit::VolumePerEnergy> wue, water_intensity;
    Figure<unit::ImpactPerEnergy> market_intensity;
};

/// One item of a node or of what a system shares.
struct Part {
    Node node;
    Node hardware;                  // text: the id
    Figure<unit::None> count;       // default 1
    const Given* amount = nullptr;  // bought by amount: 1.5 TB; of any dimension
    Figure<unit::Time> lifetime;
};

/// What is drawn or embodied in one line of a phase; which members may be set depends on the phase.
struct Line {
    std::string_view name;  // "" for the phase's only figure
    Node node;
    Figure<unit::Energy> energy;
    const Given* power = nullptr;         // W, or W/GPU in `dynamic` (per accelerator)
    const Given* host_power = nullptr;    // W or W/node: per node
    const Given* node_power = nullptr;    // W or W/node
    const Given* device_power = nullptr;  // W or W/GPU
    Figure<unit::None> load, share;
    Figure<unit::EnergyPerRequest> per_request;
    Figure<unit::EnergyPerToken> per_token;
    Figure<unit::Time> duration;
    Node power_log;
    ImpactFigure<unit::Impact> value;  // embodied
    std::array<const Given*, impact_count> rate =
        {};  // embodied: per node time, device time, request or token
    bool includes_idle = false, includes_pue = false;
};

enum class Allocation : unsigned char { used_time, calendar, full, none };

/// One of the three phases of an activity (or the idle of a shared system).
struct Phase {
    enum class State : unsigned char { absent, none, not_assessed, stated };
    State state = State::absent;
    Node node;
    std::vector<Line> lines;                        // one unnamed, or all named
    Allocation allocation = Allocation::used_time;  // embodied
    bool allocation_stated = false;
};

enum class Sharing : unsigned char { use, time, requests, owner };

struct System {
    std::string_view id;
    Node node;
    std::optional<std::size_t> site;  // index into Scenario::sites
    std::vector<Part> parts, shared;
    Figure<unit::Nodes> nodes;
    Figure<unit::Time> lifetime, period;
    Figure<unit::None> utilisation;
    Phase idle;
    Sharing sharing = Sharing::use;
};

struct Activity {
    std::string_view id, title;
    Node node;
    std::uint8_t stage = 0;  // index into stages()
    std::optional<std::size_t> system, site;
    bool included = true;
    Node start;
    Figure<unit::DeviceTime> device_time;
    Figure<unit::NodeTime> node_time;
    Figure<unit::Accelerators> devices;
    Figure<unit::Time> duration;
    Figure<unit::Operations> work;
    Figure<unit::None> efficiency;
    std::string_view precision;  // "" for the default, bf16
    Figure<unit::Requests> requests;
    Figure<unit::RequestRate> request_rate;
    Figure<unit::Tokens> tokens;
    Phase embodied, idle, dynamic;
};

/// What a scenario keeps of an activity; ActivityReader reads the rest when it is wanted, so that the ten
/// thousand of a large file never stand in memory at once.
struct ActivityEntry {
    Node node;
    std::optional<std::uint32_t> system, site;  // indices into Scenario

    std::string_view id() const { return node.key(); }
};

struct Parameter {
    std::string_view id;
    const Given* given = nullptr;  // null: faulty, already reported
};

struct OutputAsked {
    std::string_view id;
    Node node;  // the long form or the text
    const Given* given = nullptr;
};

/// A variant of the file: changes to the tree before it is read.
struct WhatIf {
    std::string_view id, title;
    Node node, set, remove;
};

/// Use grows as each use gets cheaper.
struct Rebound {
    Node node, of;  // `of`: the name of what one use costs
    Figure<unit::None> elasticity;
    Node demand;  // the figure that grows: of a parameter, or one of an activity
};

/// What would have happened anyway: a what-if of the file, or another file.
struct Counterfactual {
    Node node;  // the text
    bool is_file = false;
};

/// Refers into its Document, which must outlive it unedited.
struct Scenario {
    const Document* document = nullptr;
    std::string_view title, note;
    std::string source;  // one line
    Figure<unit::None> functional_amount;
    std::string_view functional_unit;  // "" where none is stated
    std::vector<Parameter> parameters;
    std::vector<std::size_t> parameter_order;  // each after those that it refers to: no deep recursion
    std::vector<Site> sites;
    std::vector<System> systems;
    std::vector<ActivityEntry> activities;
    std::vector<OutputAsked> outputs;
    std::vector<std::size_t> output_order;
    std::vector<WhatIf> what_ifs;
    std::vector<Expectation> expectations;
    std::vector<Correlation> correlations;
    std::vector<Axis> sweep;
    std::optional<Rebound> rebound;
    std::optional<Counterfactual> counterfactual;
    std::size_t study_errors = 0;  // found in what no result rests on: what_if, expect, sweep, …
    Node hardware;                 // the file's own entries and overrides, map by id
    bool mixed_basis_accepted = false;
    std::unique_ptr<Figures> figures;
};

/// training, fine_tuning, …, other: in this order everywhere.
std::span<const std::string_view> stages();

/// Reads a checked tree. Every fault goes to `diagnostics`; what comes back is usable only if there were no
/// errors. A series or power log is an error.
Scenario read_scenario(Document& document, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
