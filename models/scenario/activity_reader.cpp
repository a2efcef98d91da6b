#include "models/scenario/activity_reader.hpp"

#include "models/scenario/reader.hpp"

namespace lca {

Activity ActivityReader::read(const ActivityEntry& entry) {
    PartReader reader{silent_, figures_};
    Activity activity = read_activity(reader, entry.node);
    activity.system = entry.system;
    activity.site = entry.site;
    return activity;
}

}  // namespace lca
