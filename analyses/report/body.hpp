#pragma once
// What a page shows without its script: the title, the total and the phases.

#include <string>

#include "analyses/report/report.hpp"

namespace lca::report {

std::string body_of(const InteractiveReport& report);

}  // namespace lca::report
