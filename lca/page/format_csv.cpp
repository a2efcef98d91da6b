// The output format `csv`: its writer and its name, for the table of formats.
#include "lca/page/report.hpp"

namespace lca {

const Format& csv_format() {
    static constexpr Format format = {
        "csv", "for spreadsheets: one row per result; numbers unrounded",
        [](const Report& report, const Style&, const TextSink& sink) { sink(write_csv(report.records())); }};
    return format;
}

}  // namespace lca
