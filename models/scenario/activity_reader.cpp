#include "models/scenario/activity_reader.hpp"

#include "lca/document/node.hpp"
#include "models/scenario/reader.hpp"

namespace lca {

Activity ActivityReader::read(std::size_t number) {
    if (number >= scenario_.unread.size()) return made(number);
    const ActivityEntry& entry = scenario_.unread[number];
    SectionReader reader{silent_, {sources_, silent_}};
    Activity activity = read_activity(reader, entry.document->node(entry.index));
    activity.system = entry.system;
    activity.site = entry.site;
    return activity;
}

std::optional<std::size_t> ActivityReader::system_of(std::size_t number) const {
    if (number >= scenario_.unread.size()) return made(number).system;
    return scenario_.unread[number].system;
}

std::string_view ActivityReader::id_of(std::size_t number) const {
    if (number >= scenario_.unread.size()) return made(number).id;
    return scenario_.unread[number].document->node(scenario_.unread[number].index).key();
}

}  // namespace lca
