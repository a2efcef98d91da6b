// Defines the output format `csv` (its name, help and writer) for the table of formats.
#include "lca/page/csv.hpp"

namespace lca {

const Format& csv_format() {
    static constexpr Format format = {
        .name = "csv",
        .help = "for spreadsheets: one row per result; numbers unrounded; lines end in CR LF (RFC 4180)",
        .write =
            [](const Report& report, const Style& style, const TextSink& sink) {
                page::CsvWriter writer(sink, style.headings);
                report.records(writer);
                writer.flush();
            },
        .appendable = true};
    return format;
}

}  // namespace lca
