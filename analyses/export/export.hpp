#pragma once
// Results in the file form of another tool or standard. To add a form, write one file form_NAME.cpp that
// defines `const ExportForm& NAME_form()`; CMake finds it and adds it to the table of forms.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

struct ExportOptions {
    std::string form = {};      // name of a form in export_forms(): "boamps", "sci", "itu-l1801"
    std::string activity = {};  // id, for a form about one activity; "" if there is only one
};

/// What a form is written from.
struct ExportInput {
    Session& session;  // to look up names of hardware and grids
    const Evaluation& evaluation;
    const std::string& activity;
    std::span<const BreakdownItem> items = {};  // items of the total by the key `by` of the form
};

/// One form: its name and help, and the function that writes it.
struct ExportForm {
    std::string_view name;  // "boamps"
    std::string_view help;  // "a BoAmps report of one activity (JSON)"
    bool of_one_activity = false;
    /// Returns the whole text. Throws InputError, with the reason, where the form cannot express the
    /// results.
    std::string (*write)(const ExportInput& input);
    std::optional<BreakdownKey> by = std::nullopt;  // by which the total is broken down; empty: not at all
};

/// All forms, sorted by name (the table is generated), and the list of their names.
std::span<const ExportForm* const> export_forms();
std::vector<std::string_view> export_form_names();

/// The results as the text of one form. What the scenario does not state is left out, never made up. Empty
/// after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where the form
/// cannot express the results.
std::optional<std::string> export_results(Session& session, const ScenarioSource& source,
                                          const ExportOptions& options);

}  // namespace lca
