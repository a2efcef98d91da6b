#pragma once
// The total of a scenario broken down by one key: `activity`, `stage`, `phase`, `line`, `year` …

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

struct BreakdownOptions {
    BreakdownKey by = BreakdownKey::phase;
    std::size_t measure = index_of::climate;  // measure whose shares a page shows; JSON and CSV have all
};

struct Breakdown {
    Evaluation evaluation = {};
    BreakdownKey by = BreakdownKey::phase;
    std::vector<BreakdownItem> items = {};  // empty for the key `impact`, as impacts do not add up
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError
/// where there are no activities, or more years, months, days or hours than break_down allows.
std::optional<Breakdown> break_down(Session& session, const ScenarioSource& source,
                                    const BreakdownOptions& options);

/// The answer in every output form; refers to the breakdown.
Report report_of(const Breakdown& breakdown);
Page page_of(const Breakdown& breakdown);
Records records_of(const Breakdown& breakdown);
std::string json_of(const Breakdown& breakdown);

/// The note below a table by year, month, day or hour: how activities are spread over it; "" for other keys.
std::string periods_note(BreakdownKey by, bool some_undated, bool some_later);

/// Breaks a recorded total down (see models/results/breakdown.hpp). Empty for the key `impact`.
/// Throws InputError where there is no total.
std::vector<BreakdownItem> break_down_total(Assessment& assessment, BreakdownKey by,
                                            std::optional<std::int64_t> until = std::nullopt);

/// The items in one measure, and last their total; for the key `impact` the total in each measure.
std::vector<NamedResult> items_as_results(const Assessment& assessment, BreakdownKey by,
                                          const std::vector<BreakdownItem>& items, std::size_t measure);

}  // namespace lca
