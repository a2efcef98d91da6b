#include "cli/search_options.hpp"

#include "cli/sampling.hpp"

namespace lca::cli {

BreakEvenOptions search_options(const Arguments& arguments) {
    constexpr std::uint64_t max_draws = 100'000;
    BreakEvenOptions options;
    options.by = arguments.one("--by");
    options.from = arguments.one("--from");
    options.to = arguments.one("--to");
    options.draws = whole_number(arguments, "--draws", 0, max_draws, options.draws);
    return options;
}

int answer_search(const std::optional<BreakEven>& found, Session& session, const Arguments& arguments,
                  Io& io) {
    if (session.failed()) return report_faults(session, arguments, io);
    if (!arguments.has("--quiet")) io.err(render(session.diagnostics(), session.sources()));
    deliver(report_of(found.value()), arguments, session, io);
    return 0;
}

}  // namespace lca::cli
