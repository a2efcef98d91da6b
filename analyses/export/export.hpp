#pragma once
// A scenario's results in another tool's or standard's form. A new form is one file, form_NAME.cpp, that
// defines `const ExportForm& NAME_form()`; CMake lists it.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

struct ExportOptions {
    std::string form = {};      // "boamps", "sci", "itu-l1801": a name of export_forms()
    std::string activity = {};  // the id, for a form that describes one task; "" where there is only one
};

/// What a form is made of.
struct ExportInput {
    Session& session;  // for names of hardware and grids
    const Evaluation& evaluation;
    const std::string& activity;
    std::span<const BreakdownItem> items = {};  // the parts of the total, where the form is a table of them
};

/// One form: its name, and the function that writes it.
struct ExportForm {
    std::string_view name;  // "boamps"
    std::string_view help;  // "a BoAmps report of one activity (JSON)"
    bool of_one_activity = false;
    /// Writes the whole text. Throws InputError, with the reason, where the results cannot be put into this
    /// form.
    std::string (*write)(const ExportInput& input);
    std::optional<BreakdownKey> by = std::nullopt;  // key by which the total is broken down for the form
};

/// All forms, by name (a generated table), and their names.
std::span<const ExportForm* const> export_forms();
std::vector<std::string_view> export_form_names();

/// The text of a form. What the scenario does not state is left out, never made up. Empty after an error,
/// which is in `session.diagnostics()`. Throws FileError, and InputError where the results cannot be put into
/// this form.
std::optional<std::string> export_results(Session& session, const ScenarioSource& source,
                                          const ExportOptions& options);

}  // namespace lca
