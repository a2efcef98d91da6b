// The output format `text`: its writer and its name, for the table of formats.
#include "lca/page/report.hpp"

namespace lca {

const Format& text_format() {
    static constexpr Format format = {"text", "tables for a person",
                                      [](const Report& report, const Style& style, const TextSink& sink) {
                                          sink(write_text(report.page(), style));
                                      }};
    return format;
}

}  // namespace lca
