// The output format `markdown`: its writer and its name, for the table of formats.
#include "lca/page/report.hpp"

namespace lca {

const Format& markdown_format() {
    static constexpr Format format = {"markdown", "the tables as Markdown",
                                      [](const Report& report, const Style&, const TextSink& sink) {
                                          sink(write_markdown(report.page()));
                                      }};
    return format;
}

}  // namespace lca
