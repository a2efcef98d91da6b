// Defines the output format `json` (its name, help and writer) for the table of formats.
#include "lca/page/report.hpp"

namespace lca {

const Format& json_format() {
    static constexpr Format format = {
        "json", "for programs: every result, input and file; numbers unrounded",
        [](const Report& report, const Style&, const TextSink& sink) { report.json(sink); }};
    return format;
}

}  // namespace lca
