// Flat rows for spreadsheets: one kind of thing per column, numbers unrounded. They come one by one, so that
// a long table is never held whole.
#include "lca/page/report.hpp"

namespace lca {
namespace {

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

}  // namespace lca
