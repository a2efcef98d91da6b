#pragma once
// The part of a page that is shown without scripts: title, total and phases.

#include <string>

#include "analyses/report/report.hpp"

namespace lca::report {

std::string body_of(const InteractiveReport& report);

}  // namespace lca::report
