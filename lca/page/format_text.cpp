// Defines the output format `text` (its name, help and writer) for the table of formats.
#include "lca/page/report.hpp"

namespace lca {

const Format& text_format() {
    static constexpr Format format = {
        .name = "text",
        .help = "tables for a person",
        .write = [](const Report& report, const Style& style,
                    const TextSink& sink) { sink(write_text(report.page(), style)); },
        .is_page = true};
    return format;
}

}  // namespace lca
