#include "analyses/equivalents/equivalents.hpp"

#include "analyses/uncertainty/quick_interval.hpp"

namespace lca {
namespace {

constexpr std::string_view epa_url =
    "https://www.epa.gov/energy/greenhouse-gas-equivalencies-calculator-calculations-and-references";
constexpr std::string_view secondary = "quoted from other documents";
constexpr EquivalentSource strubell = {"Energy and Policy Considerations for Deep Learning in NLP, Table 1",
                                       "Strubell, Ganesh, McCallum",
                                       2019,
                                       "https://arxiv.org/abs/1906.02243",
                                       "facts only; publisher copyright",
                                       secondary};
constexpr EquivalentSource epa = {"Greenhouse Gas Equivalencies Calculator: Calculations and References",
                                  "US EPA",
                                  2024,
                                  epa_url,
                                  "US public domain",
                                  secondary};
constexpr EquivalentSource epa_homes = {
    "Greenhouse Gas Equivalencies Calculator: Calculations and References, electricity of homes in 2019",
    "US EPA",
    2022,
    epa_url,
    "US public domain",
    secondary};
constexpr EquivalentSource lamda = {"LaMDA: Language Models for Dialog Applications, section 10",
                                    "Thoppilan et al.",
                                    2022,
                                    "https://arxiv.org/abs/2201.08239",
                                    "facts only; publisher copyright",
                                    "read in a transcription"};
constexpr EquivalentSource freitag = {"The real climate and transformative impact of ICT",
                                      "Freitag et al., Patterns 2(9)",
                                      2021,
                                      "https://doi.org/10.1016/j.patter.2021.100340",
                                      "CC BY 4.0",
                                      "shares taken from the abstract; tonnes quoted from other documents"};

constexpr double tonne = 1000, gram = 1e-3, joules_of_kwh = 3.6e6;  // in kg; in J
constexpr double pound = 0.45359237;                                // in kg
constexpr double mile = 1.609344;                                   // in km

// Freitag et al.: 2.2 GtCO2e are 3.9 % of the world's emissions of 2020; ICT emits 1.8 to 3.9 % of them.
constexpr double world = 2.2e9 * tonne / 0.039;
constexpr double low_share = 0.018, high_share = 0.039;

/// The emissions (kgCO2e) or electricity (J) of one everyday thing; low and high: its range, if it has one.
struct Thing {
    std::string_view id, unit, one;
    std::size_t measure;
    double each;
    const EquivalentSource* source;
    double low = each, high = each;
};
constexpr Thing things[] = {
    {"car_lifetimes", "lives of an average car, fuel included", "126,000 lb of CO2e each, USA",
     index_of::climate, 126'000 * pound, &strubell},
    {"car_km", "km by a petrol car", "393 gCO2e a mile, USA, the exhaust alone", index_of::climate,
     393 * gram / mile, &epa},
    {"home_years", "years of a home's electricity",
     "11,880 kWh a year, USA; by electricity, not by emissions", energy_measure, 11'880 * joules_of_kwh,
     &epa_homes},
    {"flights", "flights from San Francisco to New York and back", "1.2 tCO2e a passenger", index_of::climate,
     1.2 * tonne, &lamda},
    {"phone_charges", "charges of a phone", "12.4 gCO2 each, USA", index_of::climate, 12.4 * gram, &epa},
    {"tech_sector_share", "% of what the tech sector emits in a year",
     "1.8 to 3.9 % of the world's emissions of 2020; the value: at the middle, 2.85 %", index_of::climate,
     world*(low_share + high_share) / 2 / 100, &freitag, world* low_share / 100, world* high_share / 100},
};
static_assert(std::size(things) <= Equivalents::max_items);

class ThingsBeside {
public:
    explicit ThingsBeside(const Evaluation& evaluation)
        : evaluation_(evaluation), result_(*evaluation.result), total_(result_.results().find("total")) {}

    void take(const std::optional<std::pair<double, double>>& total) {
        const bool varies = total && total->second > total->first;
        intervals_.at(index_of::climate) =
            varies ? std::optional(QuickInterval{total->first, total->second}) : std::nullopt;
    }

    Equivalents all() {
        Equivalents result;
        result.reason = reason_without(index_of::climate);
        if (!result.reason.empty()) return result;
        for (const Thing& thing : things) {
            if (reason_without(thing.measure).empty()) result.items.push_back(beside(thing));
        }
        return result;
    }

private:
    std::string reason_without(std::size_t index) const {
        if (!total_ || !result_.value(*total_, index)) return "the total is not assessed";
        const std::vector<const Gap*> gaps = result_.results().gaps_of(*total_, index);
        if (gaps.empty()) return "";
        std::string text =
            "the total counts only what is assessed: it lacks " + result_.results().name(*gaps.front());
        if (gaps.size() > 1) text += " and " + std::to_string(gaps.size() - 1) + " more";
        return text;
    }

    Equivalent beside(const Thing& thing) {
        const double total = *result_.value(*total_, thing.measure);
        Equivalent result{thing.id,     thing.unit,    total / thing.each, {},        {},        thing.one,
                          thing.source, thing.measure, thing.each,         thing.low, thing.high};
        const std::optional<QuickInterval>& interval = interval_of(thing.measure);
        if (!interval && thing.low == thing.high) return result;
        result.low = (interval ? interval->low : total) / thing.high;
        result.high = (interval ? interval->high : total) / thing.low;
        return result;
    }

    const std::optional<QuickInterval>& interval_of(std::size_t index) {
        std::optional<std::optional<QuickInterval>>& known = intervals_.at(index);
        if (!known)
            known.emplace(evaluation_.model
                              ? quick_draws(*evaluation_.model, total_->steps.at(index)).interval
                              : std::nullopt);
        return *known;
    }

    const Evaluation& evaluation_;
    const PointResult& result_;
    const Result* total_;
    std::array<std::optional<std::optional<QuickInterval>>, measure_count> intervals_ = {};
};

}  // namespace

Equivalents equivalents_of(const Evaluation& evaluation) {
    return ThingsBeside(evaluation).all();
}

Equivalents equivalents_of(const Evaluation& evaluation,
                           const std::optional<std::pair<double, double>>& total) {
    ThingsBeside things_beside(evaluation);
    things_beside.take(total);
    return things_beside.all();
}

}  // namespace lca
