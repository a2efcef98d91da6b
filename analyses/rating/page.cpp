// The scale of stars as a drawing with the rated energy in it, and the models next to that energy.
#include <algorithm>

#include "analyses/rating/rating.hpp"
#include "lca/base/number.hpp"

namespace lca {
namespace {

constexpr std::size_t strip_width = 28;

std::string stars_text(int stars) {
    std::string text;
    for (int i = 1; i <= 5; ++i) text += i <= stars ? "★" : "☆";
    return text;
}

std::string in_wh(double energy) {
    return readable(energy / joules_per_watt_hour, 4);
}

/// One band of stars as a line of characters: ● for each model at its energy, ◆ for the rated energy.
std::string strip(const Rating& rating, const StarScale& scale, int stars, std::optional<double> energy) {
    std::vector<std::string> cells(strip_width, "─");
    const auto place = [&](double value) {
        const double share = (value - scale.from(stars)) / scale.width();
        const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(strip_width);
        return std::min(static_cast<std::size_t>(at), strip_width - 1);
    };
    for (const RatedModel& model : rating.models) {
        if (scale.stars(model.energy) == stars) cells[place(model.energy)] = "●";
    }
    if (energy && scale.stars(*energy) == stars) cells[place(*energy)] = "◆";
    std::string text;
    for (const std::string& cell : cells) text += cell;
    return text;
}

std::size_t models_in(const Rating& rating, const StarScale& scale, int stars) {
    return static_cast<std::size_t>(
        std::count_if(rating.models.begin(), rating.models.end(),
                      [&](const RatedModel& model) { return scale.stars(model.energy) == stars; }));
}

Table drawn_scale(const Rating& rating, std::optional<double> energy) {
    const StarScale scale(rating);
    Table table;
    table.columns = {{"stars"}, {"Wh from", true}, {"to", true}, {"models", true}, {"lower to upper end"}};
    for (int stars = 5; stars >= 1; --stars) {
        const bool here = energy && scale.stars(*energy) == stars;
        table.rows.push_back(
            {{stars_text(stars), in_wh(scale.from(stars)), in_wh(scale.from(stars) + scale.width()),
              std::to_string(models_in(rating, scale, stars)), strip(rating, scale, stars, energy)},
             0,
             here ? Tone::strong : Tone::plain,
             stars == 5});
    }
    return table;
}

Table::Row row_of(const RatedModel& model) {
    return {{model.name, in_wh(model.energy), stars_text(model.stars)}, 0, Tone::plain, false};
}

Table models_table() {
    Table table;
    table.columns = {{"model", false, true}, {"Wh", true}, {"stars"}};
    return table;
}

/// The rated energy between the two models below it and the two above it.
Table neighbours(const RatedEnergy& rated) {
    const Rating& rating = rated.rating;
    const double energy = *rated.energy;
    constexpr std::size_t each_side = 2;
    const std::size_t below = rated.models_below();
    Table table = models_table();
    const std::size_t first = below > each_side ? below - each_side : 0;
    for (std::size_t i = first; i < below; ++i) table.rows.push_back(row_of(rating.models[i]));
    table.rows.push_back({{"◆ this", in_wh(energy), stars_text(*rated.stars())}, 0, Tone::strong, false});
    for (std::size_t i = below; i < std::min(below + each_side, rating.models.size()); ++i)
        table.rows.push_back(row_of(rating.models[i]));
    table.rows.front().rule_above = true;
    return table;
}

std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string placed(const RatedEnergy& rated) {
    const Rating& rating = rated.rating;
    const double energy = *rated.energy;
    const StarScale scale(rating);
    const std::size_t below = rated.models_below();
    std::string text = in_wh(energy) + " Wh for 1,000 queries: ";
    if (energy < scale.lowest()) {
        text += "less than any";
    } else if (energy > scale.highest()) {
        text += "more than any";
    } else {
        text += std::to_string(below) + (below == 1 ? " takes less" : " take less");
    }
    return text + " of the " + std::to_string(rating.models.size()) + " models rated for " +
           lower_first(rating.name) + ".";
}

void add_source(Page& page, const Rating& rating) {
    page.paragraph(
        "The rated energy is that of the GPUs alone, one query at a time on an H100: no host, no idle "
        "machines, no PUE. Stars are relative to the models rated then, in five equal widths from the lowest "
        "to the highest energy.",
        Tone::faint);
    page.paragraph(rating.source + (rating.url.empty() ? "" : ", " + rating.url), Tone::faint);
}

}  // namespace

Page page_of(const RatedEnergy& rated) {
    const Rating& rating = rated.rating;
    Page page;
    page.title = rating.name;
    if (rated.energy) {
        const int stars = *rated.stars();
        page.title =
            stars_text(stars) + " " + std::to_string(stars) + " of 5 stars for " + lower_first(rating.name);
        if (!rated.whose.empty()) page.paragraph(rated.whose, Tone::faint);
        page.paragraph(placed(rated));
    }
    if (!rating.note.empty()) page.paragraph(rating.note, Tone::faint);
    page.table(drawn_scale(rating, rated.energy));
    page.paragraph(rated.energy ? "● a rated model, ◆ this" : "● a rated model", Tone::faint);
    if (rated.energy) {
        page.table(neighbours(rated));
    } else {
        Table table = models_table();
        for (const RatedModel& model : rating.models) table.rows.push_back(row_of(model));
        table.rows.front().rule_above = true;
        page.table(std::move(table));
    }
    add_source(page, rating);
    return page;
}

}  // namespace lca
