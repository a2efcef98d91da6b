#pragma once
// The total of a scenario broken down by one key: activity, stage, phase, line, year …

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
    std::size_t measure = index_of::climate;  // whose shares a page shows; machine output has all measures
};

struct Breakdown {
    Evaluation evaluation = {};
    BreakdownKey by = BreakdownKey::phase;
    std::vector<BreakdownItem> items = {};  // none for impacts, which do not add up
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError
/// where there are no activities, or more years, months, days or hours than break_down allows.
std::optional<Breakdown> break_down(Session& session, const ScenarioSource& source,
                                    const BreakdownOptions& options);

/// The answer in every form; refers to the breakdown.
Report report_of(const Breakdown& breakdown);
Page page_of(const Breakdown& breakdown);
Records records_of(const Breakdown& breakdown);
std::string json_of(const Breakdown& breakdown);

/// What a reader must know of the years or months that a table shows; "" for other keys.
std::string periods_note(BreakdownKey by, bool some_undated, bool some_later);

/// Breaks a recorded total down (see models/results/breakdown.hpp); no items where impacts are the key.
/// Throws InputError where there is no total.
std::vector<BreakdownItem> break_down_total(Assessment& assessment, BreakdownKey by,
                                            std::optional<std::int64_t> until = std::nullopt);

/// The items and, last, the total, of one measure; every measure of the total where impacts are the key.
std::vector<NamedResult> items_as_results(const Assessment& assessment, BreakdownKey by,
                                          const std::vector<BreakdownItem>& items, std::size_t measure);

}  // namespace lca
