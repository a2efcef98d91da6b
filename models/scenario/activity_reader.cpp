#include "models/scenario/activity_reader.hpp"

#include "lca/base/zoned_time.hpp"
#include "lca/document/node.hpp"
#include "models/scenario/reader.hpp"

namespace lca {

Activity ActivityReader::read(std::size_t number) {
    if (number >= scenario_.unread.size()) return made(number);
    const ActivityEntry& entry = scenario_.unread[number];
    scenario::SectionReader reader{silent_, {sources_, silent_}};
    Activity activity = scenario::read_activity(reader, entry.document->node(entry.index));
    activity.system = entry.system;
    activity.site = entry.site;
    return activity;
}

bool ActivityReader::is_faulty(std::size_t number) const {
    if (number >= scenario_.unread.size()) return false;
    const ActivityEntry& entry = scenario_.unread[number];
    const Node node = entry.document->node(entry.index);
    Diagnostics found;
    scenario::SectionReader reader{found, {sources_, found}};
    scenario::read_activity(reader, node);
    return found.has_errors() || scenario::holds_faults(node);
}

std::optional<std::size_t> ActivityReader::system_of(std::size_t number) const {
    if (number >= scenario_.unread.size()) return made(number).system;
    return scenario_.unread[number].system;
}

std::optional<std::size_t> ActivityReader::site_of(std::size_t number) const {
    if (number >= scenario_.unread.size()) return made(number).site;
    return scenario_.unread[number].site;
}

std::optional<int> ActivityReader::year_of(std::size_t number) const {
    if (number >= scenario_.unread.size()) return year_of_time(made(number).start.text);
    const ActivityEntry& entry = scenario_.unread[number];
    const Node start = entry.document->node(entry.index).find("start");
    return start && start.is_text() ? year_of_time(start.text()) : std::nullopt;
}

std::string_view ActivityReader::id_of(std::size_t number) const {
    if (number >= scenario_.unread.size()) return made(number).id;
    return scenario_.unread[number].document->node(scenario_.unread[number].index).key();
}

}  // namespace lca
