// A comparison as one JSON object; it holds an object of results for each variant.
#include "analyses/shared/json.hpp"
#include "analyses/comparison/by_item.hpp"
#include "analyses/comparison/side_by_side.hpp"
#include "analyses/comparison/texts.hpp"
#include "analyses/comparison/waterfall_json.hpp"

namespace lca {
namespace comparison {
namespace {

void write_draws(JsonWriter& json, const PairedDifference& paired, double unit) {
    json.key("uncertainty").begin_object().key("difference");
    write_summary(json, paired.difference, unit);
    json.entry("ratio_p50", paired.ratio ? std::optional(paired.ratio->percentiles[3]) : std::nullopt);
    json.entry("probability_lower", paired.lower).entry("probability_equal", paired.equal).end_object();
}

/// Writes the parts that only the base, or only the variant, leaves out; nothing if there are none.
void write_unlike_gaps(JsonWriter& json, const std::vector<std::string>& base,
                       const std::vector<std::string>& variant) {
    if (base.empty() && variant.empty()) return;
    json.key("unlike_gaps").begin_object();
    json.texts("base", base);
    json.texts("variant", variant);
    json.end_object();
}

void write_sampling(JsonWriter& json, const ComparedDraws& draws) {
    json.key("sampling").begin_object().key("samples").whole(draws.samples).key("seed").whole(draws.seed);
    json.entry("method", to_string(draws.sampling)).key("uncertain_inputs").whole(draws.inputs);
    json.end_object();
}

void write_phases(JsonWriter& json, std::string_view key,
                  const std::array<std::optional<double>, Compared::phases>& by, double unit) {
    json.key(key).begin_object();
    for (std::size_t i = 0; i < by.size(); ++i) {
        json.entry(Results::phases()[i], by[i] ? std::optional(*by[i] / unit) : std::nullopt);
    }
    json.end_object();
}

void write_shares(JsonWriter& json, const ComparedChanges& of, std::size_t m) {
    const double unit = measure(m).unit_in_base;
    json.key("attribution").begin_array();
    for (std::size_t change = 0; change < of.changes.size(); ++change) {
        json.begin_object().entry("path", of.changes[change].path);
        const auto in_unit = [&](std::optional<double> value) {
            return value ? std::optional(*value / unit) : std::nullopt;
        };
        json.entry("difference", in_unit(of.share(change, m)));
        if (of.error(change, m)) json.entry("standard_error", in_unit(of.error(change, m)));
        if (!of.intervals.empty() && of.intervals[change][m]) {
            const ShareInterval& sure = *of.intervals[change][m];
            json.key("uncertainty")
                .begin_object()
                .entry("p2_5", sure.p2_5 / unit)
                .entry("p5", sure.p5 / unit);
            json.entry("p50", sure.p50 / unit)
                .entry("p95", sure.p95 / unit)
                .entry("p97_5", sure.p97_5 / unit);
            json.key("draws").whole(of.draws).end_object();
        }
        json.key("difference_by_phase").begin_object();
        for (std::size_t part = 1; part < ComparedChanges::per_measure; ++part)
            json.entry(Results::phases()[part - 1], in_unit(of.share(change, m, part)));
        json.end_object().end_object();
    }
    json.end_array();
}

/// Writes the changes of a variant and how shares were computed, but not the shares.
void write_changes(JsonWriter& json, const ComparedChanges& of) {
    json.begin_object();
    if (!of.attribution) {
        json.key("method").null().entry("why_not", of.reason).end_object();
        return;
    }
    json.entry("method", of.attribution->orders == 0 ? "exact" : "drawn orders");
    if (of.attribution->orders > 0) json.key("orders").whole(of.attribution->orders);
    json.key("outcomes").whole(of.attribution->outcomes).key("changes").begin_array();
    for (const ComparedChanges::InputChange& change : of.changes) {
        json.begin_object().entry("path", change.path).entry_if("from", change.from);
        json.entry_if("to", change.to).end_object();
    }
    json.end_array().end_object();
}

/// Writes the comparison, one measure after another.
class ComparisonJson {
public:
    ComparisonJson(const Comparison& compared, JsonWriter& json) : compared_(compared), json_(json) {
        for (std::size_t m = 0; m < measure_count; ++m) by_measure_.push_back(compared.values(m));
    }

    void studies() {
        const Pareto best = pareto(compared_);
        if (!compared_.draws.differences.empty()) write_sampling(json_, compared_.draws);
        if (!compared_.changes.empty()) {
            json_.key("attribution").begin_object();
            for (std::size_t v = 0; v < compared_.changes.size(); ++v) {
                json_.key(compared_.names[v + 1]);
                write_changes(json_, compared_.changes[v]);
            }
            json_.end_object();
        }
        if (best.best.empty()) return;
        json_.key("pareto").begin_object().key("impacts").begin_array();
        for (const std::size_t m : best.measures) json_.value(measure(m).json_key);
        std::vector<std::string> optimal, not_assessed;
        for (std::size_t i = 0; i < best.best.size(); ++i) {
            if (best.best[i]) optimal.push_back(compared_.names[i]);
            if (!best.comparable[i]) not_assessed.push_back(compared_.names[i]);
        }
        json_.end_array();
        json_.texts("unbeaten", optimal);
        if (!not_assessed.empty()) json_.texts("not_assessed", not_assessed);
        json_.end_object();
    }

    void entry(std::size_t i, std::size_t m) {
        const Compared& entry = by_measure_[m][i];
        const double unit = measure(m).unit_in_base;
        const auto in_unit = [unit](std::optional<double> value) {
            return value ? std::optional(*value / unit) : std::nullopt;
        };
        json_.begin_object();
        json_.entry("total", in_unit(entry.total)).entry("difference", in_unit(entry.difference));
        json_.entry("ratio", entry.ratio);
        if (i > 0) {
            json_.entry_if("why_not", reason_of(entry, by_measure_[m].front(), compared_.names.front(),
                                                compared_.names[i]));
            write_unlike_gaps(json_, entry.lacked_by_first, entry.lacked);
        } else {
            json_.entry_if("why_not", entry.reason);
        }
        write_phases(json_, "by_phase", entry.by_phase, unit);
        write_phases(json_, "difference_by_phase", entry.phase_difference, unit);
        json_.key("difference_by_stage").begin_object();
        for (const auto& [stage, difference] : entry.stage_difference)
            json_.entry(stage, in_unit(difference));
        json_.end_object().key("partial").truth(entry.partial);
        if (entry.rank > 0) json_.key("rank").whole(entry.rank);
        if (i > 0) {
            const auto& draws = compared_.draws.differences;
            if (!draws.empty() && draws[i - 1][m]) write_draws(json_, *draws[i - 1][m], unit);
            if (!compared_.changes.empty() && compared_.changes[i - 1].attribution && entry.total)
                write_shares(json_, compared_.changes[i - 1], m);
        }
        json_.end_object();
    }

    void comparison() {
        json_.key("comparison").begin_object();
        for (std::size_t i = 0; i < compared_.names.size(); ++i) {
            json_.key(compared_.names[i]).begin_object();
            for (std::size_t m = 0; m < measure_count; ++m) {
                if (m == market_measure && !any_total(by_measure_[m])) continue;
                json_.key(measure(m).json_key);
                entry(i, m);
            }
            json_.end_object();
        }
        json_.end_object();
    }

private:
    const Comparison& compared_;
    JsonWriter& json_;
    std::vector<std::vector<Compared>> by_measure_;
};

void write_items(JsonWriter& json, const Comparison& compared, const ComparedItems& items, std::size_t m) {
    const double unit = measure(m).unit_in_base;
    const auto in_unit = [unit](std::optional<double> value) {
        return value ? std::optional(*value / unit) : std::nullopt;
    };
    json.key(measure(m).json_key).begin_array();
    for (std::size_t p = 0; p < compared.items.size(); ++p) {
        const ComparedItem one = items.item(p, m);
        json.begin_object().entry("name", compared.items[p].name);
        json.entry("base", in_unit(one.base)).entry("value", in_unit(one.value));
        json.entry("difference", in_unit(one.difference)).entry("ratio", one.ratio);
        json.entry_if("why_not", one.reason);
        write_unlike_gaps(json, one.unlike.base, one.unlike.variant);
        json.key("partial").truth(one.partial);
        if (one.draws) write_draws(json, *one.draws, unit);
        json.end_object();
    }
    json.end_array();
}

void write_warnings(JsonWriter& json, const Comparison& compared) {
    if (!compared.warnings.empty()) json.texts("warnings", compared.warnings);
}

void write_steps(JsonWriter& json, const ComparedChanges& of) {
    json.key("changes").begin_array();
    for (std::size_t i = 0; of.attribution && i < of.changes.size(); ++i) {
        const ComparedChanges::InputChange& change = of.changes[i];
        json.begin_object().entry("path", change.path).entry("from", change.from).entry("to", change.to);
        json.entry("share", of.share(i, index_of::climate));
        if (!of.intervals.empty() && of.intervals[i][index_of::climate]) {
            const ShareInterval& sure = *of.intervals[i][index_of::climate];
            json.entry("low", sure.p5).entry("high", sure.p95);
        }
        json.end_object();
    }
    json.end_array();
}

/// Why no change of a variant has a share of its difference in climate change.
std::string reason_for_none(const Comparison& compared, std::size_t variant,
                            const std::vector<Compared>& values) {
    const ComparedChanges& of = compared.changes[variant - 1];
    const std::string reason =
        reason_of(values[variant], values.front(), compared.names.front(), compared.names[variant]);
    if (!reason.empty()) return reason;
    return of.attribution ? of.unlike[index_of::climate] : of.reason;
}

std::string json_by_item(const Comparison& compared) {
    JsonWriter json(4);
    json.begin_object().entry("schema_version", schema_version).entry("title", compared.title);
    write_provenance(json, compared.evaluations.front().provenance);
    json.entry("base", compared.names.front()).entry("by", key_name(*compared.by));
    write_warnings(json, compared);
    if (!compared.draws.differences.empty()) write_sampling(json, compared.draws);
    json.key("parts").begin_object();
    for (std::size_t v = 1; v < compared.names.size(); ++v) {
        json.key(compared.names[v]).begin_object();
        const ComparedItems items(compared, v);
        for (std::size_t m = 0; m < measure_count; ++m) {
            const ComparedItem total = items.total(m);
            if (m != market_measure || total.base || total.value) write_items(json, compared, items, m);
        }
        json.end_object();
    }
    json.end_object().end_object();
    return std::move(json).take();
}

std::string json_whole(const Comparison& compared) {
    JsonWriter json(4);
    json.begin_object().entry("schema_version", schema_version).entry("title", compared.title);
    write_provenance(json, compared.evaluations.front().provenance);
    json.entry("base", compared.names.front());
    write_warnings(json, compared);
    ComparisonJson writer(compared, json);
    writer.studies();
    writer.comparison();
    json.key("variants").begin_object();
    for (std::size_t i = 0; i < compared.names.size(); ++i) {
        json.key(compared.names[i]);
        write_evaluation(json, compared.evaluations[i]);
    }
    json.end_object().end_object();
    return std::move(json).take();
}

}  // namespace
}  // namespace comparison

void write_waterfalls(JsonWriter& json, const Comparison& compared) {
    const std::vector<Compared> values = compared.values(index_of::climate);
    json.key("waterfalls").begin_array();
    for (std::size_t variant = 1; variant <= compared.changes.size(); ++variant) {
        json.begin_object().entry("name", compared.names[variant]);
        json.entry("from", values.front().total).entry("to", values[variant].total);
        json.entry_if("why_not", comparison::reason_for_none(compared, variant, values));
        comparison::write_steps(json, compared.changes[variant - 1]);
        json.end_object();
    }
    json.end_array();
}

std::string json_of(const Comparison& compared) {
    return compared.by ? comparison::json_by_item(compared) : comparison::json_whole(compared);
}

}  // namespace lca
