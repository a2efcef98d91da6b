#include "analyses/card/check.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "analyses/card/front_matter.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/document/load.hpp"
#include "lca/page/scale.hpp"
#include "models/results/results.hpp"

namespace lca {
namespace {

using Item = CardCheck::Item;
using Verdict = CardCheck::Verdict;

constexpr std::string_view key_of_emissions = "co2_eq_emissions";
constexpr std::string_view training_types[] = {"pre-training", "fine-tuning"};
constexpr double gram = 1e-3;  // in kg

class CardChecker {
public:
    CardChecker(Node root, std::string_view prose) : root_(root), prose_(prose) {}

    std::vector<Item> check() {
        const Node stated = root_.find(key_of_emissions);
        if (!stated) {
            add(Verdict::not_checked, root_.place(), "the front matter has no co2_eq_emissions");
            return std::move(items_);
        }
        if (!stated.is_map()) {
            number(stated);
            add(Verdict::wrong, stated.place(),
                "no source: `co2_eq_emissions` is a map with emissions and source");
            return std::move(items_);
        }
        const Node emissions = stated.find("emissions");
        if (emissions)
            number(emissions);
        else
            add(Verdict::wrong, stated.key_place(), "`emissions` is missing: grams of CO2e, a number");
        source(stated);
        training_type(stated.find("training_type"));
        return std::move(items_);
    }

private:
    void add(Verdict verdict, Place place, std::string text) {
        items_.push_back({verdict, place, std::move(text)});
    }

    void number(Node node) {
        const Parsed<double> parsed =
            node.is_text() ? parse_number(node.text()) : Parsed<double>(TextFault{});
        const double* grams = std::get_if<double>(&parsed);
        if (!grams || node.quoted()) {
            add(Verdict::wrong, node.place(),
                fmt::format("`{}` is {}: grams of CO2e, without a unit", shown(node.text()),
                            grams ? "a text, in quotes" : "not a number"));
        } else if (*grams < 0) {
            add(Verdict::wrong, node.place(), "emissions below 0");
        } else {
            compare(*grams * gram, node.place());
        }
    }

    /// Compares the emissions with those of the electricity that the card states. They may include embodied
    /// impacts, so up to ten times as much is accepted; less is wrong, and often due to another unit.
    void compare(double stated, Place place) {
        const std::optional<double> energy = card_detail::quantity_before(prose_, "kWh");
        const std::optional<double> intensity = card_detail::quantity_before(prose_, "gCO2e/kWh");
        if (!energy || !intensity) {
            add(Verdict::not_checked, place,
                "emissions: the card does not state both `N kWh` and `N gCO2e/kWh` once");
            return;
        }
        constexpr double rounding = 0.05;  // accepted deviation: figures of a card have two or three digits
        const double computed = *energy * *intensity * gram;
        const std::string is =
            fmt::format("{} kWh × {} gCO2e/kWh = {}", readable(*energy), readable(*intensity),
                        short_text(computed, measure(index_of::climate).dimension));
        if (stated >= computed * (1 - rounding)) {
            constexpr double max_ratio = 10;  // of all emissions to those of electricity
            if (stated <= computed * max_ratio) return add(Verdict::right, place, "emissions: " + is);
            return add(Verdict::wrong, place,
                       fmt::format("{} is given, but {}",
                                   short_text(stated, measure(index_of::climate).dimension), is));
        }
        add(Verdict::wrong, place, unit_meant(stated, computed) + is);
    }

    /// "these are kilograms, not grams: " if the number fits in another unit, else that it is too low.
    static std::string unit_meant(double stated, double computed) {
        constexpr double min_ratio = 0.95, max_ratio = 10;
        for (const auto& [factor, unit] : {std::pair(1e3, "kilograms"), std::pair(1e6, "tonnes")}) {
            const double ratio = stated * factor / computed;
            if (ratio >= min_ratio && ratio <= max_ratio)
                return fmt::format("these are {}, not grams: ", unit);
        }
        return "less than the electricity alone: ";
    }

    void source(Node stated) {
        const Node node = stated.find("source");
        if (node && node.is_text() && !node.text().empty()) return;
        add(Verdict::wrong, stated.key_place(), "no source: how was it determined?");
    }

    void training_type(Node node) {
        if (!node) return;
        const bool known = node.is_text() && std::find(std::begin(training_types), std::end(training_types),
                                                       node.text()) != std::end(training_types);
        if (known) return add(Verdict::right, node.place(), "training_type");
        const std::string hint = node.is_text() ? did_you_mean(node.text(), training_types) : "";
        add(Verdict::wrong, node.place(),
            fmt::format("training_type `{}`: expected pre-training or fine-tuning{}{}", shown(node.text()),
                        hint.empty() ? "" : "; ", hint));
    }

    Node root_;
    std::string_view prose_;
    std::vector<Item> items_;
};

}  // namespace

bool CardCheck::has_wrong() const {
    return std::any_of(items.begin(), items.end(),
                       [](const Item& item) { return item.verdict == Verdict::wrong; });
}

CardCheck check_card(Session& session, std::uint32_t file) {
    Sources& sources = session.sources();
    Diagnostics& diagnostics = session.diagnostics();
    const std::optional<card_detail::CardParts> parts = card_detail::parts_of(file, sources, diagnostics);
    if (!parts) return {};
    const std::uint32_t front = sources.add({sources[file].name, parts->front_matter, ""});
    const std::unique_ptr<Document> document = load_text(front, sources, diagnostics);
    if (!document || diagnostics.has_errors()) return {};
    if (!document->root() || !document->root().is_map()) {
        diagnostics.error({file, 1, 1}, "the front matter is not a map",
                          "`co2_eq_emissions:` and other keys");
        return {};
    }
    return {CardChecker(document->root(), parts->prose).check()};
}

std::string text_of(const CardCheck& check, const Sources& sources) {
    std::string out;
    for (const Item& item : check.items) {
        constexpr std::string_view words[] = {"right", "wrong", "not checked"};
        const std::string place = to_string(item.place, sources);
        out += fmt::format("{}{}{}: {}\n", place, place.empty() ? "" : ": ",
                           words[static_cast<std::size_t>(item.verdict)], item.text);
    }
    return out;
}

}  // namespace lca
