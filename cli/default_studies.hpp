#pragma once
// Where the studies that come with the command are.

#include <string>

namespace lca::cli {

struct DefaultStudies {
    std::string folder;
    std::string from;  // which studies these are, as a report says it
};

/// The studies of the current folder, else the installed ones. Throws FileError where there are none.
DefaultStudies default_studies();

}  // namespace lca::cli
