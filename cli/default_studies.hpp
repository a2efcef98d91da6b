#pragma once
// Finds the studies that are used if the command line names none.

#include <string>

namespace lca::cli {

struct DefaultStudies {
    std::string folder;
    std::string from;  // a sentence for the report that says which studies these are
};

/// The studies in the current folder, else the installed ones. Throws FileError if there are neither.
DefaultStudies default_studies();

}  // namespace lca::cli
