#include "models/values/uncertainty.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/document/csv_column.hpp"
#include "lca/math/elementary.hpp"
#include "lca/units/last_unit.hpp"
#include "models/values/data_files.hpp"
#include "models/values/pedigree.hpp"
#include "models/values/place_in_text.hpp"
#include "models/values/uncertainty_fields.hpp"

namespace lca::values {
namespace {

/// Smallest share of a distribution that a truncation may keep; less would be a tail, and a likely mistake.
constexpr double min_share_kept = 1e-6;

/// Reads one `uncertainty`. After an error it reports no errors that could only be consequences of it.
class UncertaintyReader : UncertaintyFields {
public:
    UncertaintyReader(Node node, const Statement& stated, const Sources& sources, Diagnostics& diagnostics)
        : UncertaintyFields(node, stated, sources, diagnostics) {}

    std::unique_ptr<const Distribution> read() {
        if (!node_.is_map() || node_.faulty()) return nullptr;
        const Node shape = node_.find("distribution"), pedigree = node_.find("pedigree");
        if (shape && pedigree) return conflict(shape, pedigree, "one of pedigree and distribution");
        if (pedigree) {
            read_pedigree(pedigree);
        } else if (shape) {
            read_shape(shape);
        } else if (!node_.written("distribution") && !node_.written("pedigree")) {
            fault(node_, "uncertainty without a distribution",
                  "distribution: normal, lognormal, uniform, triangular, pert, discrete, empirical or "
                  "quantiles; or pedigree and basic");
        }
        if (ok_) read_truncation();
        if (!ok_ || !made_) return nullptr;
        return std::make_unique<const Distribution>(std::move(distribution_));
    }

private:
    // Shapes ----------------------------------------------------------------------------------------
    void read_shape(Node at) {
        const std::string_view name = at.text();
        if (name == "normal") return read_normal();
        if (name == "lognormal") return read_lognormal();
        if (name == "uniform") return read_ends<Uniform>(at);
        if (name == "triangular") return read_ends<Triangular>(at);
        if (name == "pert") return read_ends<Pert>(at);
        if (name == "discrete") return read_discrete(at);
        if (name == "empirical") return read_empirical(at);
        if (name == "quantiles") return read_quantiles();
    }

    void read_normal() {
        allow_only({"sd", "cv"});
        const Node sd = node_.find("sd"), cv = node_.find("cv");
        if (sd && cv) {
            conflict(sd, cv, "sd (in the value's unit) or cv (a share of the value)");
            return;
        }
        if (sd) {
            if (!needs_literal(sd, "sd")) return;
            const auto spread = like_value(sd);
            if (spread && *spread < 0)
                return fault(sd, fmt::format("`sd` is {}", as_written(sd)), "0 or more");
            if (spread)
                made({.shape = Normal{stated_.literal->value, *spread}},
                     fmt::format("normal, sd {}", sd.text()));
            return;
        }
        const auto spread = plain(needed_one_of("cv", "sd", "10 %"), 0, "0 or more");
        if (!spread) return;
        const std::string words = fmt::format("normal, cv {}", cv.text());
        if (stated_.literal) {
            const double value = stated_.literal->value;
            made({.shape = Normal{value, std::abs(value) * *spread}}, words);
        } else {
            made({.shape = Normal{1, *spread}, .relative = true}, words);
        }
    }

    /// The value of `key`; if neither it nor `other` is stated, an error that names both.
    Node needed_one_of(std::string_view key, std::string_view other, std::string_view example) {
        const Node found = node_.find(key);
        if (!found && !node_.written(key) && !node_.written(other)) {
            fault(node_, fmt::format("its uncertainty needs `{}` or `{}`", other, key),
                  fmt::format("`{}: {}`", key, example));
        }
        if (!found) ok_ = false;
        return found;
    }

    void read_lognormal() {
        allow_only({"gsd", "cv"});
        const Node gsd = node_.find("gsd"), cv = node_.find("cv");
        if (gsd && cv) {
            conflict(gsd, cv, "gsd (the value is the median) or cv (the value is the mean)");
            return;
        }
        if (!positive_value()) return;
        if (gsd) {
            const auto spread = plain(gsd, 1, "at least 1");
            if (spread) lognormal(1, *spread, fmt::format("lognormal, gsd {}", gsd.text()));
            return;
        }
        const auto spread = plain(needed_one_of("cv", "gsd", "20 %"), 0, "0 or more");
        if (!spread) return;
        // The value is the mean m of the lognormal: sigma² = ln(1 + cv²), median = m / sqrt(1 + cv²).
        const double factor = 1 + *spread * *spread;
        lognormal(1 / std::sqrt(factor), exponential(std::sqrt(natural_log(factor))),
                  fmt::format("lognormal, cv {}", cv.text()));
    }
    bool positive_value() {
        if (!stated_.literal || stated_.literal->value > 0) return true;
        fault(stated_.text, fmt::format("a lognormal distribution of {}", as_written(stated_.text)),
              "a value above 0");
        return false;
    }
    void lognormal(double median, double gsd, std::string words) {
        const double value = stated_.literal ? stated_.literal->value : 1;
        made({.shape = Lognormal{value * median, gsd}, .relative = !stated_.literal}, std::move(words));
    }

    template <class Shape>
    void read_ends(Node at) {
        allow_only({"low", "high"});
        if (!needs_literal(at, fmt::format("`{}`", at.text()))) return;
        const Node low_at = needed("low", "4 yr"), high_at = needed("high", "8 yr");
        if (!low_at || !high_at) return;
        const auto low = possible(low_at), high = possible(high_at);
        if (!low || !high) return;
        const double value = stated_.literal->value;
        const std::string three =
            fmt::format("low {}, value {}, high {}", low_at.text(), stated_.text.text(), high_at.text());
        if (*low >= *high)
            return fault(low_at, fmt::format("`low` is not below `high`: {}", three), "low < high");
        if (value < *low || value > *high) {
            return fault(stated_.text, fmt::format("the value is outside its bounds: {}", three),
                         "low <= value <= high");
        }
        Shape shape{*low, *high};
        if constexpr (!std::is_same_v<Shape, Uniform>) shape.mode = value;
        made({.shape = shape}, fmt::format("{} {} to {}", at.text(), low_at.text(), high_at.text()));
    }

    void read_discrete(Node at) {
        allow_only({"values", "weights"});
        if (!needs_literal(at, "`discrete`")) return;
        const Node values = needed("values", "[300 W, 400 W]"), weights = needed("weights", "[1, 3]");
        if (!values || !weights) return;
        if (values.size() == 0) return fault(values, "no values", "one value or more: [300 W, 400 W]");
        if (values.size() != weights.size())
            return fault(weights, fmt::format("{} values but {} weights", values.size(), weights.size()),
                         "one weight for each value");
        Discrete read;
        double sum = 0;
        std::vector<std::string> texts;
        for (const Node one : values.children()) texts.emplace_back(one.is_text() ? one.text() : "");
        texts = with_last_unit(std::move(texts));
        for (const Node one : values.children())
            read.values.push_back(possible(one, quantity(one, texts[read.values.size()])).value_or(0));
        for (const Node one : weights.children())
            sum += read.weights.emplace_back(plain(one, 0, "0 or more").value_or(1));
        if (!ok_) return;
        if (!(sum > 0) || !std::isfinite(sum))
            return fault(weights, "the weights add up to 0", "at least one weight above 0");
        made({.shape = std::move(read)}, fmt::format("discrete, {} values", values.size()));
    }

    /// Reads the samples in a column of a data file, in the unit `unit`; the file has been loaded before.
    void read_empirical(Node at) {
        allow_only({"file", "column", "unit"});
        if (!needs_literal(at, "`empirical`")) return;
        const Node file = needed("file", "samples.csv"), column = needed("column", "power"),
                   unit = needed("unit", "W");
        if (!file || !column || !unit) return;
        const Dimension wanted = stated_.literal->unit.dimension;
        const Parsed<UnitText> parsed = parse_unit(unit.text());
        const auto* of_column = std::get_if<UnitText>(&parsed);
        if (!of_column || of_column->dimension != wanted) {
            return fault(unit,
                         of_column ? fmt::format("`unit` is {}, but the value is {}",
                                                 named(of_column->dimension), named(wanted))
                                   : std::get<TextFault>(parsed).message,
                         fmt::format("a unit of {}", named(wanted)));
        }
        const auto source = data_file(file, sources_);
        ok_ = source.has_value();  // otherwise the error has been reported already
        if (!ok_) return;
        const auto numbers = csv_column(*source, column.text(), sources_, diagnostics_);
        ok_ = numbers.has_value();
        if (!ok_) return;
        Empirical read;
        for (const double number : *numbers) {
            read.values.push_back(number * of_column->factor);
            if (!within(stated_.bounds, read.values.back())) {
                return fault(file,
                             fmt::format("`{}` contains {} {}, which is out of range", shown(file.text()),
                                         exact(number), unit.text()),
                             std::string(to_string(stated_.bounds)));
            }
        }
        made({.shape = std::move(read)}, fmt::format("empirical, {} values", numbers->size()));
    }

    struct Percentile {
        Node at;
        QuantilePoint point;
    };

    static bool is_percentile(std::string_view key) {
        return key.size() >= 2 && key.size() <= 3 && key[0] == 'p' &&
               key.find_first_not_of("0123456789", 1) == std::string_view::npos;
    }

    /// The percentiles p1 to p99 that are stated, in increasing order, whatever their order in the file.
    std::vector<Percentile> percentiles() {
        std::vector<Percentile> found;
        for (const Node child : node_.children()) {
            if (!is_percentile(child.key())) continue;
            double share = 0;
            for (const char digit : child.key().substr(1)) share = 10 * share + (digit - '0');
            found.push_back({child, {share / 100, possible(child).value_or(0)}});
        }
        std::sort(found.begin(), found.end(),
                  [](const Percentile& a, const Percentile& b) { return a.point.share < b.point.share; });
        return found;
    }

    /// Reads two percentiles of a lognormal, which must be above 0, or three of a metalog, if not too skewed.
    void read_quantiles() {
        std::vector<std::string> own;
        for (const Node child : node_.children()) {
            if (is_percentile(child.key())) own.emplace_back(child.key());
        }
        allow_only({own.begin(), own.end()}, "p1 … p99");
        if (!needs_literal(node_.find("distribution"), "`quantiles`")) return;
        const std::vector<Percentile> given = percentiles();
        if (!ok_) return;
        if (given.size() != 2 && given.size() != 3) {
            return fault(
                node_, fmt::format("quantiles by {} of p1 … p99", given.size()),
                "two percentiles for a lognormal, three for a metalog: `p5: 243 W, p50: 314 W, p95: 475 W`");
        }
        std::string words;
        for (const Percentile& one : given)
            words += fmt::format("{} {} {}", words.empty() ? "" : ",", one.at.key(), one.at.text());
        for (std::size_t i = 0; i + 1 < given.size(); ++i) {
            if (given[i].point.value < given[i + 1].point.value) continue;
            return fault(
                given[i + 1].at,
                fmt::format("`{}` is not above `{}`:{}", given[i + 1].at.key(), given[i].at.key(), words),
                "values that rise with the percentiles");
        }
        given.size() == 2 ? through_two(given, words) : through_three(given, words);
    }
    void through_two(const std::vector<Percentile>& given, const std::string& words) {
        if (!(given[0].point.value > 0)) {
            return fault(given[0].at,
                         fmt::format("a lognormal distribution through {}", as_written(given[0].at)),
                         "values above 0, or a third percentile");
        }
        made({.shape = lognormal_through({given[0].point, given[1].point})}, "lognormal through" + words);
        warn_of_far_value(std::get<Lognormal>(distribution_.shape), words);
    }
    void through_three(const std::vector<Percentile>& given, const std::string& words) {
        const Metalog shape = metalog_through({given[0].point, given[1].point, given[2].point});
        if (!shape.feasible()) {
            return fault(
                given[1].at,
                fmt::format("no metalog goes through{}: its quantile function would fall somewhere", words),
                "percentiles that are less skewed (|a3| / a2 below 1.66711), or only two percentiles");
        }
        made({.shape = shape}, "metalog through" + words);
        warn_of_far_value(shape, words);
    }
    /// Warns of a value in a tail: point results use the value, but samples would hardly ever be near it.
    template <class Shape>
    void warn_of_far_value(const Shape& shape, const std::string& words) {
        constexpr double far = 0.01;
        const double below = shape.cdf(stated_.literal->value);
        if (below >= far && below <= 1 - far) return;
        diagnostics_.warning(stated_.text.place(),
                             fmt::format("`{}`: the value {} lies beyond its 1st or 99th percentile:{}",
                                         stated_.owner.path(), stated_.text.text(), words),
                             "point results use the value, samples the percentiles");
    }

    void read_pedigree(Node scores) {
        allow_only({"pedigree", "basic"});
        const Node basic_at = needed("basic", "1.05");
        if (!basic_at) return;
        const auto basic = plain(basic_at, 1, "at least 1");
        if (scores.size() != pedigree_indicators) {
            return fault(scores, fmt::format("a pedigree of {} scores", scores.size()),
                         "five scores from 1 to 5: reliability, completeness, temporal, geographical and "
                         "technological correlation");
        }
        std::array<int, pedigree_indicators> read{};
        std::size_t i = 0;
        for (const Node score : scores.children()) {
            const std::string_view text = score.is_text() ? score.text() : "";
            if (text.size() != 1 || text[0] < '1' || text[0] > '5') {
                return fault(score, fmt::format("a pedigree score of {}", as_written(score)),
                             "a whole number from 1 to 5");
            }
            read[i++] = text[0] - '0';
        }
        if (!basic || !positive_value()) return;
        lognormal(1, pedigree_gsd(read, *basic),
                  fmt::format("pedigree [{}, {}, {}, {}, {}], basic {}", read[0], read[1], read[2], read[3],
                              read[4], basic_at.text()));
        distribution_.pedigree_mean =
            static_cast<double>(std::accumulate(read.begin(), read.end(), 0)) / pedigree_indicators;
    }

    // Truncation ------------------------------------------------------------------------------------
    void read_truncation() {
        const Node low = node_.find("min"), high = node_.find("max");
        if (!low && !high) return;
        if (!needs_literal(low ? low : high, "`min` or `max`")) return;
        if (low) distribution_.minimum = possible(low);
        if (high) distribution_.maximum = like_value(high);
        if (!ok_) return;
        const std::string three = fmt::format("min {}, value {}, max {}", low ? low.text() : "none",
                                              stated_.text.text(), high ? high.text() : "none");
        if (low && high && *distribution_.minimum >= *distribution_.maximum) {
            return fault(low, fmt::format("`min` is not below `max`: {}", three), "min < max");
        }
        const double value = stated_.literal->value;
        if (value < distribution_.minimum.value_or(value) || value > distribution_.maximum.value_or(value)) {
            return fault(stated_.text, fmt::format("the value is outside its truncation: {}", three),
                         "min <= value <= max");
        }
        const double kept = share_kept(distribution_);
        if (kept < min_share_kept) {
            return fault(
                low ? low : high, fmt::format("truncation keeps {:.1g} of the distribution: {}", kept, three),
                fmt::format("truncation that keeps at least {} of the distribution", exact(min_share_kept)));
        }
        if (low) distribution_.written += fmt::format(", min {}", low.text());
        if (high) distribution_.written += fmt::format(", max {}", high.text());
    }

    void made(Distribution distribution, std::string words) {
        distribution_ = std::move(distribution);
        distribution_.written = std::move(words);
        made_ = true;
    }

    Distribution distribution_;
    bool made_ = false;
};

}  // namespace

std::unique_ptr<const Distribution> read_uncertainty(Node node, const Statement& stated,
                                                     const Sources& sources, Diagnostics& diagnostics) {
    return UncertaintyReader(node, stated, sources, diagnostics).read();
}

}  // namespace lca::values
