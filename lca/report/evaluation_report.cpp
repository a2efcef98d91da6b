// An evaluation in its three forms.

#include "lca/report/evaluation.hpp"
#include "lca/report/gap_index.hpp"

namespace lca {

Records evaluation_records(const Evaluation& evaluation) {
    const Results& results = evaluation.reading->calculation().results();
    const GapIndex gaps(results);
    Records records;
    records.columns = {"name"};
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (i != market_measure || results.has_market) records.columns.emplace_back(measure(i).json_key);
    }
    records.columns.emplace_back("gaps");
    for (const Result& row : results.rows) {
        std::vector<Records::Cell> cells;
        cells.push_back(Records::text(results.name(row)));
        for (std::size_t i = 0; i < measure_count; ++i) {
            if (i == market_measure && !results.has_market) continue;
            cells.push_back(Records::number(evaluation.reading->value(row, i), measure(i).unit_in_base));
        }
        std::string missing;
        for (const Gap* gap : gaps.within(row, GapIndex::assessed(row))) {
            missing += (missing.empty() ? "" : " ") + results.name(*gap);
        }
        cells.push_back(Records::text(missing));
        records.rows.push_back(std::move(cells));
    }
    return records;
}

Report evaluation_report(const Evaluation& evaluation) {
    return {[&evaluation] { return evaluation_page(evaluation); },
            [&evaluation] { return evaluation_records(evaluation); },
            [&evaluation] {
                JsonWriter json(2);
                write_evaluation(json, evaluation);
                return std::move(json).take();
            }};
}

}  // namespace lca
