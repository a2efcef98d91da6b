#pragma once
// The points of a sweep in each form, as they come. Numbers of records and JSON are exact, in the unit that
// the column or `unit` states; what is not assessed is empty or null, with the reason as `why_not`, or below
// a table. Parts that a number leaves out are named: in the column `gaps`, as `gaps` in JSON, or below a
// table.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analyses/sweep/sweep.hpp"
#include "lca/page/scale.hpp"

namespace lca::sweep_detail {

inline constexpr std::uint64_t max_kept = 65536;  // values of an axis, up to which their cells are kept

/// "sites.idris.pue", "systems.jean_zay.lifetime [yr]".
std::vector<std::string> axis_headings(const SweepPlan& plan);
std::string with_unit_name(const std::string& name, const std::string& unit);
/// The unit of each result in machine output.
std::vector<InUnit> units_of(const SweepPlan& plan);

/// A table for people, made when all points are there.
class PageRows : public RowSink {
public:
    /// Throws InputError beyond max_table_rows.
    explicit PageRows(const PreparedSweep& sweep);

    bool rows(const SweepRows& rows) override;
    Page page();

private:
    std::string what_is_missing() const;
    std::string what_does_not_compare() const;
    void add_result(std::size_t result);

    const PreparedSweep& sweep_;
    Table table_;
    std::vector<std::vector<std::optional<double>>> values_;  // by result, then row
    std::vector<std::vector<bool>> partial_;
    std::set<std::string> gaps_, unlike_, reasons_;
};

/// Flat rows: a column for each axis, each result, and the gaps.
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
    std::vector<std::vector<RecordSink::Cell>> kept_;  // by axis, then value; empty for a long axis
    std::vector<std::optional<std::uint64_t>> shown_;  // by axis: the value whose cell is in cells_
    std::vector<RecordSink::Cell> cells_;
};

/// One JSON object for each point: one a line, or as an array.
class JsonRows : public RowSink {
public:
    JsonRows(const TextSink& sink, bool array) : sink_(sink), array_(array) {}

    void begin(const SweepPlan& plan) override;
    bool rows(const SweepRows& rows) override;
    /// Closes the array.
    void end();

private:
    void append_axis(std::string& out, std::size_t axis, std::uint64_t i) const;
    void append_point(std::string& out, const SweepRows& rows, std::size_t row,
                      const std::vector<std::string>& after) const;

    const TextSink& sink_;
    bool array_, empty_ = true;
    const SweepPlan* plan_ = nullptr;
    std::vector<InUnit> units_;
    std::vector<std::vector<std::string>> kept_;  // by axis, then value: its text; empty for a long axis
    std::vector<std::string> before_, unit_;      // the text before and after each result's number
};

}  // namespace lca::sweep_detail
