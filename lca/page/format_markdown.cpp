// Defines the output format `markdown` (its name, help and writer) for the table of formats.
#include "lca/page/report.hpp"

namespace lca {

const Format& markdown_format() {
    static constexpr Format format = {
        .name = "markdown",
        .help = "the tables as Markdown",
        .write = [](const Report& report, const Style&,
                    const TextSink& sink) { sink(write_markdown(report.page())); },
        .is_page = true};
    return format;
}

}  // namespace lca
