// Evaluates a scenario file and reads results by name.
#include <cstdio>

#include "lca/lca.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: evaluate_file SCENARIO.yaml\n", stderr);
        return 2;
    }
    lca::Session session(lca::embedded_catalogue());
    try {
        const auto model = session.compile_file(argv[1]);
        std::fputs(session.messages().c_str(), stderr);  // errors and warnings, each with file and line
        if (!model) return 2;

        const lca::PointResult point(*model);
        for (const char* name : {"total", "embodied", "idle", "dynamic"}) {
            const auto result = point.value(name);  // in base units, here kgCO2e
            if (result.value) {
                std::printf("%s: %.2f t\n", name, *result.value / 1000);
            } else {
                std::printf("%s: not assessed\n", name);  // not the same as zero
            }
        }
    } catch (const lca::FileError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 3;
    }
}
