#pragma once
// The parts of the reader of scenarios: one function per section, all filling the same Scenario.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lca/base/text.hpp"
#include "models/results/measure.hpp"
#include "models/scenario/scenario.hpp"
#include "models/values/value_reader.hpp"

namespace lca::scenario {

/// What reading any part needs: where faults go, and how values are read.
struct SectionReader {
    Diagnostics& diagnostics;
    ValueReader values;

    void error(Place place, std::string message, std::string expected = {}, std::string hint = {},
               std::size_t width = 1);
    /// A fault at a key of a map.
    void error_at_key(Node value, std::string message, std::string expected = {}, std::string hint = {});
    /// A fault at a text, its whole length marked.
    void error_at(Node text, std::string message, std::string expected = {}, std::string hint = {});
    /// "`energy` and `power` cannot both be given in …", at the second, with the place of the first.
    void conflict(Node first, Node second, std::string_view expected);
    /// Reports every pair of these keys in a map as a conflict. True if there was one.
    bool exclusive(Node map, std::span<const std::string_view> keys, std::string_view expected);
};

/// What all sections need. Ids are looked up here, so that a large file is read in linear time.
struct Reader : SectionReader {
    const Sources& sources;
    Scenario& scenario;
    Node root;
    std::unordered_map<std::string_view, std::size_t> sites = {}, systems = {};
};

// One section each; a key that is not written, or is faulty, leaves its member unset.
void read_parameters(Reader& reader);
void read_sites(Reader& reader);
void read_systems(Reader& reader);
void read_activities(Reader& reader);
void read_outputs(Reader& reader);
void read_what_ifs(Reader& reader);
void read_expectations(Reader& reader);
void read_correlations(Reader& reader);
void read_sweep(Reader& reader);
void read_rebound(Reader& reader);
void read_counterfactual(Reader& reader);
void read_boundary(Reader& reader);
/// Reports reserved names, names used for both a parameter and an activity, and unused parameters.
void check_names(Reader& reader);

/// Reads one site (`id` "" where it is inline in a system or activity).
Site read_site(Reader& reader, std::string_view id, Node node);
/// The site that an id or an inline map stands for; empty after an error.
std::optional<std::size_t> site_of(Reader& reader, Node node);

/// `includes` is the activity's, or nothing.
Phase read_phase(SectionReader& reader, PhaseKind kind, Node node, Node includes = {});
/// One figure of a phase: the keys of a line.
Line read_line(SectionReader& reader, PhaseKind kind, std::string_view name, Node node);
/// What a line takes from its `power_log`, where there is one.
void read_measured(SectionReader& reader, Node log, PhaseKind kind, Line& line);
/// An activity by itself; what it refers to (`system`, `site`) is the caller's.
Activity read_activity(SectionReader& reader, Node node);

/// Whether a value, or one within it, has been reported as faulty.
bool holds_faults(Node node);

/// At most eight of many, and `…` for the rest.
std::vector<std::string> first_few(std::span<const std::string> names);

/// Reports an unknown reference with the nearest known names and, where it names a thing of another kind,
/// both kinds.
void unknown_reference(Reader& reader, Node text, std::string_view kind, std::string_view section,
                       const std::unordered_map<std::string_view, std::size_t>& known);

}  // namespace lca::scenario
