#pragma once
// A carbon budget: a file of limits on results, to be checked in a pipeline; and which inputs caused the
// change of a result since an older answer.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct BudgetOptions {
    std::string file = {};     // path of the budget file
    std::string against = {};  // path of an older answer of `lca evaluate --format json`; "": none
    std::vector<Edit> edits = {};
    SamplingOptions sampling = {};  // used for limits on percentiles only
};

/// An input whose value is not that in the older answer, and what that contributes to the change of a result.
struct ChangedInput {
    std::string path;      // "sites.here.pue"; if it was renamed, "FRA/2022.intensity → DEU/2022.intensity"
    std::string from, to;  // older and present value, with units
    double share = 0;      // Shapley value: the input's part of the result's difference, in base units
};

/// The change of a result since the older answer.
struct LimitChange {
    double before = 0;  // the older value, in base units
    std::optional<double> difference = {};
    std::vector<ChangedInput> inputs = {};  // largest part first
    double rest = 0;          // part of the difference that no input explains (changed formulas)
    std::string reason = {};  // why there is no difference, or why no inputs explain it
};

/// One limit, the value that it applies to, and the verdict.
struct BudgetLimit {
    enum class Verdict : unsigned char { within, over, partial, not_assessed };

    std::string of, what_if = {};           // name of the result; id of the what-if, "" for none
    std::optional<double> percentile = {};  // 95; empty: the limit is on the point value
    std::string at_most;                    // the limit as written, with its unit: "30 tCO2e"
    std::string unit = {};                  // unit in which the limit is written: "tCO2e"
    double limit = 0, unit_factor = 1;      // limit: in base units; unit_factor: one `unit` in base units
    std::optional<double> value = {};       // in base units; empty: not assessed
    Verdict verdict = Verdict::not_assessed;
    std::string reason = {};  // what is not assessed, if the verdict is `partial` or `not_assessed`
    std::optional<LimitChange> change = {};
};
std::string_view to_string(BudgetLimit::Verdict verdict);  // "within", "over", "partial", "not assessed"

struct BudgetCheck {
    std::string file, scenario, title = {}, against = {};
    Provenance provenance = {};
    std::vector<const Sources*> sources = {};
    std::vector<BudgetLimit> limits = {};

    std::size_t failed() const;  // number of limits whose verdict is not `within`
};

/// Empty after an error in the budget, the scenario or the older answer, which is in the session. Throws
/// FileError where the budget or the older answer cannot be read.
std::optional<BudgetCheck> check_budget(Session& session, const BudgetOptions& options);

/// The answer in every output form; refers to the check.
Report report_of(const BudgetCheck& check);
Page page_of(const BudgetCheck& check);
Records records_of(const BudgetCheck& check);
std::string json_of(const BudgetCheck& check);

}  // namespace lca
