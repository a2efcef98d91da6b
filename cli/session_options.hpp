#pragma once
// Options that name a scenario and its catalogue; they have the same meaning in every command.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "cli/command.hpp"
#include "cli/deliver.hpp"
#include "models/compile/session.hpp"
#include "models/results/measure.hpp"

namespace lca::cli {

/// The value of `--impact` that means all impacts, in commands that can show several.
inline constexpr std::string_view every_impact = "all";
inline constexpr auto impact_choices = [] {
    std::array<std::string_view, measure_choices.size() + 1> choices{};
    std::copy(measure_choices.begin(), measure_choices.end(), choices.begin());
    choices.back() = every_impact;
    return choices;
}();

/// Options with the same meaning in every command.
namespace option {
inline constexpr Argument set = {
    "--set", Takes::text, "PATH=VALUE", "replace the value at a path of the file: --set sites.idris.pue=1.2",
    {},      true};
inline constexpr Argument what_if = {"--what-if", Takes::text, "ID", "the variant of that id in the file"};
inline constexpr Argument impact = {"--impact", Takes::choice, "NAME",
                                    "the impact that the tables show; JSON and CSV have all",
                                    measure_choices};
inline constexpr Argument quiet = {"--quiet", Takes::nothing, {}, "no warnings on standard error"};
inline constexpr Argument hardware_db = {
    "--hardware-db", Takes::folder, "DIR", "a folder that adds to the catalogue or overrides it", {}, true};
}  // namespace option

/// The output of `--version`: "lca 0.1.0, catalogue 3f2a…".
std::string version_line();

std::unique_ptr<Session> open_session(const Arguments& arguments);

/// The values of an option that may be repeated. Throws InputError if a value is repeated.
std::vector<std::string> each_once(const Arguments& arguments, std::string_view option);

/// Throws InputError if one of the options is given. The message is the option's name and `why`, such as "is
/// only for the other formats".
void refuse_options(const Arguments& arguments, std::initializer_list<std::string_view> options,
                    std::string_view why);

/// The values of `--set`. Throws InputError for one without `=`.
std::vector<Edit> edits(const Arguments& arguments);

/// The scenario that FILE, `--what-if` and `--set` describe; if FILE is `-`, from standard input.
ScenarioSource source_of(const Arguments& arguments);
/// The scenario in another file, with the edits of `--set`, but without `--what-if`.
ScenarioSource source_of(const std::string& file, const Arguments& arguments);

/// Writes the session's messages to standard error; not if all are warnings and `--quiet` is given. Returns
/// 2 if there was an error, else 0.
int report_faults(const Session& session, const Arguments& arguments, Io& io, bool warnings_too = true);

/// Returns the result of `ask`; if that throws, writes the session's messages before it throws on.
template <class Ask>
auto answer_of(Ask ask, const Session& session, const Arguments& arguments, Io& io) {
    try {
        return ask();
    } catch (const std::runtime_error&) {
        report_faults(session, arguments, io);
        throw;
    }
}

/// The measure that `--impact` names; climate change if it is not given.
std::size_t chosen_measure(const Arguments& arguments);
/// The measures that all `--impact` options name, each once; `all` names none.
std::vector<std::size_t> chosen_measures(const Arguments& arguments);

}  // namespace lca::cli
