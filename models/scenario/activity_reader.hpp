#pragma once
// Reads the activities of a scenario one at a time, so that not all of them are in memory.

#include <cstddef>
#include <optional>

#include "models/scenario/scenario.hpp"

namespace lca {

/// Reads activities from the document once more. Errors are not reported again: read_scenario has done that.
class ActivityReader {
public:
    ActivityReader(const Scenario& scenario, const Sources& sources)
        : scenario_(scenario), sources_(sources) {}

    std::size_t size() const { return scenario_.unread.size() + scenario_.activities.size(); }
    Activity read(std::size_t number);
    /// Whether the activity has errors, so that what read() returns may lack values that the file states.
    bool is_faulty(std::size_t number) const;
    /// The indices of the system and site of an activity, without reading the rest of it.
    std::optional<std::size_t> system_of(std::size_t number) const;
    std::optional<std::size_t> site_of(std::size_t number) const;
    /// The year of the activity's `start`, in the time zone written there; empty if it has none.
    std::optional<int> year_of(std::size_t number) const;
    std::string_view id_of(std::size_t number) const;

private:
    const Activity& made(std::size_t number) const {
        return scenario_.activities[number - scenario_.unread.size()];
    }

    const Scenario& scenario_;
    const Sources& sources_;
    Diagnostics silent_;
};

}  // namespace lca
