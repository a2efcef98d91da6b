// Writes answers in every output format: an evaluation, a sweep for the format of rows, the report as HTML.
#include <cstdio>
#include <string>

#include "lca/lca.hpp"

namespace {

/// Counts the bytes of a text that comes in pieces, and keeps its beginning.
struct Written {
    std::size_t bytes = 0;
    std::string start = {};

    void add(std::string_view piece) {
        bytes += piece.size();
        if (start.size() < 24) start += piece.substr(0, 24 - start.size());
    }
    void print(std::string_view format) const {
        std::printf("%s: %zu bytes, begins with %s\n", std::string(format).c_str(), bytes,
                    start.substr(0, start.find_first_of("\r\n")).c_str());
    }
};

void write(const lca::Format& format, const lca::Report& report) {
    Written written;
    format.write(report, {.width = 80}, [&](std::string_view piece) { written.add(piece); });
    written.print(format.name);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: write_formats SCENARIO.yaml PATH=VALUES, such as sites.here.pue=1.1,1.2\n",
                   stderr);
        return 2;
    }
    lca::Session session(lca::embedded_catalogue());
    const lca::ScenarioSource source = {.path = argv[1]};
    const auto axis = std::get<lca::Axis>(lca::Axis::parse(argv[2]));
    const auto evaluation = lca::evaluate(session, source);
    const auto sweep = lca::prepare_sweep(session, source, {.vary = {axis}});
    const auto page = lca::make_report(session, source);
    std::fputs(session.messages().c_str(), stderr);
    if (!evaluation || !sweep || !page) return 2;
    for (const lca::Format* format : lca::formats()) {
        write(*format, format->of_rows ? lca::report_of(*sweep) : lca::report_of(*evaluation));
    }
    Written html;
    html.add(lca::html_of(*page, session, {"lca", "report", argv[1]}));
    html.print("html");
}
