// Writes one answer in every output format.
#include <cstdio>
#include <string>

#include "lca/lca.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: write_formats SCENARIO.yaml\n", stderr);
        return 2;
    }
    lca::Session session(lca::embedded_catalogue());
    const auto evaluation = lca::evaluate(session, {.path = argv[1]});
    std::fputs(session.messages().c_str(), stderr);
    if (!evaluation) return 2;
    const lca::Report report = lca::report_of(*evaluation);
    for (const lca::Format* format : lca::formats()) {
        if (format->of_rows && !report.json_lines)
            continue;  // jsonl: only for answers that are rows, such as a sweep
        std::size_t bytes = 0;
        std::string start;
        format->write(report, {.width = 80}, [&](std::string_view piece) {
            bytes += piece.size();
            if (start.size() < 24) start += piece.substr(0, 24 - start.size());
        });
        std::printf("%s: %zu bytes, begins with %s\n", std::string(format->name).c_str(), bytes,
                    start.substr(0, start.find_first_of("\r\n")).c_str());
    }
}
