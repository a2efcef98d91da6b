#include "models/catalog/rating.hpp"

#include "lca/base/number.hpp"
#include "lca/document/node.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

std::string text_or_nothing(Node node) {
    return node && node.is_text() ? std::string(node.text()) : std::string();
}

}  // namespace

Rating read_rating(Catalog& catalog, const Catalog::Found& entry) {
    Rating rating;
    rating.id = std::string(entry.id);
    rating.task = text_or_nothing(entry.node().find("task"));
    rating.rated_class = text_or_nothing(entry.node().find("class"));
    rating.name = text_or_nothing(entry.node().find("name"));
    rating.note = text_or_nothing(entry.node().find("note"));
    const std::string source = text_or_nothing(entry.node().find("source"));
    rating.source = catalog.source_line(source);
    if (const auto publication = catalog.find(Section::source, source))
        rating.url = text_or_nothing(publication->node().find("url"));
    for (const Node model : entry.node().find("models").children()) {
        const Parsed<Quantity> energy = parse_quantity(model.find("energy").text());
        const Parsed<double> stars = parse_number(model.find("stars").text());
        if (const auto* value = std::get_if<Quantity>(&energy))
            rating.models.push_back({text_or_nothing(model.find("model")), value->value,
                                     static_cast<int>(std::get<double>(stars))});
    }
    return rating;
}

std::vector<Rating> all_ratings(Catalog& catalog) {
    std::vector<Rating> ratings;
    for (const std::string& id : catalog.ids(Section::rating))
        ratings.push_back(read_rating(catalog, *catalog.find(Section::rating, id)));
    return ratings;
}

std::vector<std::string> tasks_of(const std::vector<Rating>& ratings) {
    std::vector<std::string> tasks;
    for (const Rating& rating : ratings) {
        if (tasks.empty() || tasks.back() != rating.task) tasks.push_back(rating.task);
    }
    return tasks;
}

}  // namespace lca
