#pragma once
// The activities of a scenario that was read, read once more, one by one as they are wanted.

#include "models/scenario/scenario.hpp"

namespace lca {

/// Says nothing of faults: read_scenario has.
class ActivityReader {
public:
    explicit ActivityReader(const Sources& sources) : figures_(sources, silent_) {}

    /// Refers to figures that stay until forget().
    Activity read(const ActivityEntry& entry);
    const Figures& figures() const { return figures_; }
    void forget() { figures_.clear(); }

private:
    Diagnostics silent_;
    Figures figures_;
};

}  // namespace lca
