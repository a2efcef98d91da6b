#pragma once
// The activities of a scenario, read one at a time.

#include <cstddef>
#include <optional>

#include "models/scenario/scenario.hpp"

namespace lca {

/// Reads the activities of a document again, without reporting errors, as read_scenario has done so.
class ActivityReader {
public:
    ActivityReader(const Scenario& scenario, const Sources& sources)
        : scenario_(scenario), sources_(sources) {}

    std::size_t size() const { return scenario_.unread.size() + scenario_.activities.size(); }
    Activity read(std::size_t number);
    /// Whether read() may lack something that is written, as it was faulty.
    bool is_faulty(std::size_t number) const;
    /// The system and the site of an activity, without reading the rest of it.
    std::optional<std::size_t> system_of(std::size_t number) const;
    std::optional<std::size_t> site_of(std::size_t number) const;
    /// The year of its `start` in the time zone of that; empty if it has none.
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
