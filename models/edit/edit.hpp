#pragma once
// A change to a scenario from outside its file.

#include <string>

#include "lca/base/source.hpp"

namespace lca {

/// The value at a path is replaced from outside the file: `--set path=value`, a point of a sweep.
struct Edit {
    std::string path;
    std::string value;         // as it would stand in the file: "57 gCO2e/kWh", "{region: FRA, year: 2022}"
    std::string by = "--set";  // who asks for it, as messages say
    Place place = {};          // of a value that a file states: a point of its own sweep
};

}  // namespace lca
