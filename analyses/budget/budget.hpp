#pragma once
// A carbon budget: a file of limits on results, checked in a pipeline; and which inputs changed a result
// since an older answer.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct BudgetOptions {
    std::string file = {};     // of the budget
    std::string against = {};  // an older answer of `lca evaluate --format json`; "" for none
    std::vector<Edit> edits = {};
    SamplingOptions sampling = {};  // for limits on percentiles
};

/// An input that differs from the older answer, and its effect on a result.
struct ChangedInput {
    std::string path;      // "sites.here.pue"; "FRA/2022.intensity → DEU/2022.intensity"
    std::string from, to;  // with units
    double share = 0;      // of the difference, in base units: its Shapley value
};

/// A result compared with the older answer.
struct LimitChange {
    double before = 0;  // base units
    std::optional<double> difference = {};
    std::vector<ChangedInput> inputs = {};  // the largest effect first
    double rest = 0;          // of the difference: what no input explains (other parts, other formulas)
    std::string reason = {};  // why there is no difference, or why it is not attributed to inputs
};

/// One limit, the value compared with it, and the verdict.
struct BudgetLimit {
    enum class Verdict : unsigned char { within, over, partial, not_assessed };

    std::string of, what_if = {};           // the result, as asked for; the what-if, "" for none
    std::optional<double> percentile = {};  // 95; nothing: the point value
    std::string at_most;                    // as written: "30 tCO2e"
    std::string unit = {};                  // of the limit: "tCO2e"
    double limit = 0, unit_factor = 1;      // base units; one `unit` in base units
    std::optional<double> value = {};       // base units; nothing: not assessed
    Verdict verdict = Verdict::not_assessed;
    std::string reason = {};  // what is missing, where the limit fails without being exceeded
    std::optional<LimitChange> change = {};
};
std::string_view to_string(BudgetLimit::Verdict verdict);  // "within", "over", "partial", "not assessed"

struct BudgetCheck {
    std::string file, scenario, title = {}, against = {};
    Provenance provenance = {};
    std::vector<const Sources*> sources = {};
    std::vector<BudgetLimit> limits = {};

    std::size_t failed() const;  // limits that are not kept: over, partial or not assessed
};

/// Empty after an error of the budget, the scenario or the older answer, which is in the session. Throws
/// FileError where the budget or the older answer cannot be read.
std::optional<BudgetCheck> check_budget(Session& session, const BudgetOptions& options);

/// The answer in every form; refers to the check.
Report report_of(const BudgetCheck& check);
Page page_of(const BudgetCheck& check);
Records records_of(const BudgetCheck& check);
std::string json_of(const BudgetCheck& check);

}  // namespace lca
