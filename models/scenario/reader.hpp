#pragma once
// The functions that read a scenario: one for each section, all of which fill the same Scenario.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lca/base/text.hpp"
#include "models/results/measure.hpp"
#include "models/scenario/scenario.hpp"
#include "models/values/value_reader.hpp"

namespace lca::scenario {

/// What reading any part of a scenario needs: where errors are reported, and how values are read.
struct SectionReader {
    Diagnostics& diagnostics;
    ValueReader values;

    void error(Place place, std::string message, std::string expected = {}, std::string hint = {},
               std::size_t width = 1);
    /// Reports an error at the key of a value.
    void error_at_key(Node value, std::string message, std::string expected = {}, std::string hint = {});
    /// Reports an error at a text, with the whole text marked.
    void error_at(Node text, std::string message, std::string expected = {}, std::string hint = {});
    /// Reports "`energy` and `power` cannot both be given in …" at the second, with the place of the first.
    void conflict(Node first, Node second, std::string_view expected);
    /// Reports a conflict if a map has more than one of these keys. True if it has.
    bool exclusive(Node map, std::span<const std::string_view> keys, std::string_view expected);
};

/// The data that reading all sections needs. Ids are found in hash tables: large files take linear time.
struct Reader : SectionReader {
    const Sources& sources;
    Scenario& scenario;
    Node root;
    std::unordered_map<std::string_view, std::size_t> sites = {}, systems = {};
};

// One function for each section. A key that is not stated, or has an error, leaves its member empty.
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
/// Reports reserved names, names used for both a parameter and an activity, and invalid ids of hardware.
void check_names(Reader& reader);

/// Reads one site; `id` is "" if the site is written inside a system or activity.
Site read_site(Reader& reader, std::string_view id, Node node);
/// The index of the site that an id or a map inside a system or activity stands for; empty after an error.
std::optional<std::size_t> site_of(Reader& reader, Node node);

/// Reads a phase. `includes`: the node of the activity's key `includes`; may be empty.
Phase read_phase(SectionReader& reader, PhaseKind kind, Node node, Node includes = {});
/// Reads one entry of a phase, from the keys in a map.
Line read_line(SectionReader& reader, PhaseKind kind, std::string_view name, Node node);
/// Sets energy and log of an entry from its `power_log`, if it has one.
void read_measured(SectionReader& reader, Node log, PhaseKind kind, Line& line);
/// Reads an activity except for `system` and `site`, which the caller finds.
Activity read_activity(SectionReader& reader, Node node);

/// Whether an error has been found in a value or in anything within it.
bool holds_faults(Node node);

/// The first eight names and, if there are more, `…`.
std::vector<std::string> first_few(std::span<const std::string> names);

/// Reports a reference to an unknown name together with similar known names. If the name belongs to a thing
/// of another kind, the message says so.
void unknown_reference(Reader& reader, Node text, std::string_view kind, std::string_view section,
                       const std::unordered_map<std::string_view, std::size_t>& known);

}  // namespace lca::scenario
