#pragma once
// The data for the script of a page, as JSON; lca/page/web/data.ts says what each key means.

#include <string>
#include <vector>

#include "analyses/report/report.hpp"

namespace lca::report {

std::string data_of(const InteractiveReport& report, Session& session,
                    const std::vector<std::string>& command);

}  // namespace lca::report
