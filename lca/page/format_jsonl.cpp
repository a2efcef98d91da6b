// Defines the output format `jsonl`, for results that are rows (its name, help and writer).
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
