#pragma once
// Sinks that write the points of a sweep in each output form. Numbers in records and JSON are exact, in the
// unit of the column or `unit`; results not assessed are empty or null, with the reason in `why_not` or below
// the table. Parts that a result leaves out are named in the column `gaps`, in JSON as `gaps`, or below the
// table.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analyses/sweep/sweep.hpp"
#include "lca/page/scale.hpp"

namespace lca::sweep_detail {

inline constexpr std::uint64_t max_kept = 65536;  // cells of a longer axis are made each time

/// Path and unit of each axis: "sites.idris.pue", "systems.jean_zay.lifetime [yr]".
std::vector<std::string> axis_headings(const SweepPlan& plan);
std::string with_unit_name(const std::string& name, const std::string& unit);
/// By result: its unit in records and JSON.
std::vector<InUnit> units_of(const SweepPlan& plan);

/// Builds a table for people when all points have arrived.
class PageRows : public RowSink {
public:
    /// Throws InputError if there are more than max_table_rows points.
    explicit PageRows(const PreparedSweep& sweep);

    bool rows(const SweepRows& rows) override;
    Page page();

private:
    std::string what_is_missing() const;
    std::string what_does_not_compare() const;
    void add_result(std::size_t result);

    const PreparedSweep& sweep_;
    Table table_;
    std::vector<std::vector<std::optional<double>>> values_;  // [result][row]
    std::vector<std::vector<bool>> partial_;
    std::set<std::string> gaps_, unlike_, reasons_;
};

/// Writes rows: a cell for each axis and each result, then the gaps.
class RecordRows : public RowSink {
public:
    explicit RecordRows(RecordSink& sink) : sink_(sink) {}

    void begin(const SweepPlan& plan) override;
    bool rows(const SweepRows& rows) override;

private:
    static RecordSink::Cell cell_of(const Axis& axis, std::uint64_t i);
    void set_axes(const SweepRows& rows, std::size_t row);

    RecordSink& sink_;
    const SweepPlan* plan_ = nullptr;
    std::vector<InUnit> units_;
    std::vector<std::vector<RecordSink::Cell>> kept_;  // [axis][value]: its cell; empty for a long axis
    std::vector<std::optional<std::uint64_t>> shown_;  // by axis: index of the value that cells_ shows
    std::vector<RecordSink::Cell> cells_;
};

/// Writes one JSON object for each point: each on a line, or all in an array.
class JsonRows : public RowSink {
public:
    JsonRows(const TextSink& sink, bool array) : sink_(sink), array_(array) {}

    void begin(const SweepPlan& plan) override;
    bool rows(const SweepRows& rows) override;
    /// Ends the array.
    void end();

private:
    void append_axis(std::string& out, std::size_t axis, std::uint64_t i) const;
    void append_point(std::string& out, const SweepRows& rows, std::size_t row,
                      const std::vector<std::string>& after) const;

    const TextSink& sink_;
    bool array_, empty_ = true;
    const SweepPlan* plan_ = nullptr;
    std::vector<InUnit> units_;
    std::vector<std::vector<std::string>> kept_;  // [axis][value]: its text; empty for a long axis
    std::vector<std::string> before_, unit_;      // by result: the texts before and after its number
};

}  // namespace lca::sweep_detail
