#pragma once
// The points of a sweep as text while they come: CSV, one JSON object a line, or a table of few of them.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/sweep/sweep.hpp"
#include "lca/page/report.hpp"

namespace lca {

/// Text before the first row, for some rows, and after the last one. Numbers are exact in CSV and JSON, in
/// the unit that the heading or `unit` says; what is not assessed is empty or null. Parts that a number does
/// not count are named: in the last column of CSV, as `gaps` in JSON, below a table.
class SweepWriter {
public:
    virtual ~SweepWriter() = default;
    virtual std::string begin() { return {}; }
    virtual std::string rows(const SweepRows& rows) = 0;
    virtual std::string end() { return {}; }
};

inline constexpr std::size_t max_table_rows = 10'000;

/// "csv", "jsonl", "text" or "markdown". Refers to the sweep, which must be prepared. A table throws
/// InputError beyond most_table_rows.
std::unique_ptr<SweepWriter> sweep_writer(std::string_view format, const Sweep& sweep, std::string title,
                                          const Style& style);

}  // namespace lca
