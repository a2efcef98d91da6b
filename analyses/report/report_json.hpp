#pragma once
// What the script of a page is given, as JSON: see lca/page/web/data.ts.

#include <string>
#include <vector>

#include "analyses/report/report.hpp"

namespace lca::report {

std::string data_of(const InteractiveReport& report, Session& session,
                    const std::vector<std::string>& command);

}  // namespace lca::report
