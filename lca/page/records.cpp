// Rows for spreadsheets: one quantity in each column, numbers unrounded. Rows are passed on one by one, so
// that a long table is never in memory as a whole.
#include "lca/page/report.hpp"

#include <algorithm>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace {

/// A text as a whole number from 1 to a million; 0 if it is not one.
std::uint64_t part_number(std::string_view text) {
    constexpr double max_number = 1e6;
    const Parsed<double> parsed = parse_number(text);
    const double* number = std::get_if<double>(&parsed);
    const bool good = number && *number >= 1 && *number <= max_number &&
                      static_cast<double>(static_cast<std::uint64_t>(*number)) == *number;
    return good ? static_cast<std::uint64_t>(*number) : 0;
}

class Collector : public RecordSink {
public:
    void columns(std::span<const std::string> names) override {
        records.columns.assign(names.begin(), names.end());
    }
    void row(std::span<const Cell> cells) override { records.rows.emplace_back(cells.begin(), cells.end()); }

    Records records;
};

}  // namespace

Records::Cell Records::number(std::optional<double> value, double unit) {
    Cell cell;
    if (value) cell.emplace<double>(*value / unit);
    return cell;
}

Records::Cell Records::text(std::string_view text) {
    Cell cell;
    if (!text.empty()) cell.emplace<std::string>(text);
    return cell;
}

void Records::write(RecordSink& sink) const {
    sink.columns(columns);
    for (const std::vector<Cell>& row : rows) sink.row(row);
    sink.flush();
}

Records collect(const RecordSource& source) {
    Collector collector;
    source(collector);
    return std::move(collector.records);
}

Parsed<Shard> Shard::parse(std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const Shard shard{part_number(text.substr(0, slash)),
                      part_number(text.substr(std::min(text.size(), slash + 1)))};
    if (shard.part == 0 || shard.part > shard.parts)
        return TextFault{0, text.size(), in_quotes(text) + " is not a part",
                         "I/N, such as 3/8, with I from 1 to N"};
    return shard;
}

}  // namespace lca
