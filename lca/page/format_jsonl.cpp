// The output format `jsonl`, for answers that are rows: its writer and its name, for the table of formats.
#include "lca/page/report.hpp"

namespace lca {

const Format& jsonl_format() {
    static constexpr Format format = {
        .name = "jsonl",
        .help = "for programs: a JSON object a line",
        .write = [](const Report& report, const Style&, const TextSink& sink) { report.json_lines(sink); },
        .of_rows = true,
        .appendable = true};
    return format;
}

}  // namespace lca
