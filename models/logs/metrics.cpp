#include "models/logs/metrics.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/document/csv_reader.hpp"
#include "lca/document/json_fields.hpp"
#include "lca/document/prometheus_reader.hpp"
#include "models/logs/metric_series.hpp"

namespace lca::logs {
namespace {

using Role = MetricRole;

constexpr std::size_t max_points = 5'000'000;
constexpr std::size_t max_lines_of_metrics = 16;
/// The lowest of the codes by which DCGM says that a 64-bit value is missing (DCGM_INT64_BLANK).
constexpr double blank_from = 9223372036854775792.0;

std::string_view first_label(const PrometheusSample& sample, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const std::string_view found = sample.label(name); !found.empty()) return found;
    }
    return {};
}

std::string times(std::uint64_t count) {
    return count == 1 ? "once" : fmt::format("{} times", count);
}

std::string samples_named(std::size_t count) {
    return count == 1 ? "1 sample" : fmt::format("{} samples", count);
}

class MetricsReader final : public LogReader {
public:
    void read(LogInput& input) override {
        known_ = 0;
        files_.push_back(input.name);
        if (input.is_json) {
            read_answer(input);
        } else {
            read_text(input);
        }
        if (known_ == 0 && !input.diagnostics.has_errors()) {
            input.diagnostics.error(
                {input.file, 1, 0}, "no known metric of energy, power or tokens",
                "such as `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION` or `kepler_node_cpu_joules_total`");
        }
        if (repeats_ > 0) {
            input.note(samples_named(repeats_),
                       "energy of containers, pods, processes, or active and idle parts: already contained "
                       "in the node's figures");
            repeats_ = 0;
        }
        if (blanks_ > 0) {
            input.note(samples_named(blanks_), "no value (a code of DCGM's, NaN or infinite)");
            blanks_ = 0;
        }
    }

    void finish(Logs& logs, Diagnostics& diagnostics) override {
        if (diagnostics.has_errors() || !families_agree(diagnostics)) return;
        for (MetricSeries& series : series_) {
            if (!merge_points(series, diagnostics)) return;
        }
        choose(logs);
        make_run(logs, diagnostics);
    }

private:
    class Answer;

    void read_text(LogInput& input) {
        PrometheusReader samples(input.bytes, input.file, input.diagnostics);
        while (const PrometheusSample* sample = samples.next()) {
            const Metric* const metric = find_metric(sample->name);
            if (metric == nullptr) continue;
            ++known_;
            if (!sample->milliseconds) {
                if (metric->role == Role::repeats) continue;
                input.diagnostics.error(
                    samples.place(), fmt::format("`{}` has no time stamp", sample->name),
                    "a time in ms after the value",
                    "values stored by Prometheus have times: export them by `query_range`");
                return;
            }
            const auto time = instant_of_milliseconds(*sample->milliseconds);
            if (!time) {
                input.diagnostics.error(samples.place(), "a time stamp before 1970 or after the year 9999",
                                        "milliseconds since 1970");
                return;
            }
            if (!add(*sample, *metric, {{*time, sample->value}}, samples.place(), input)) return;
        }
    }

    void read_answer(LogInput& input);

    /// Adds the points of a sample to the series of its metric and labels. False after an error.
    bool add(const PrometheusSample& sample, const Metric& metric,
             std::vector<std::pair<Instant, double>> points, Place place, LogInput& input) {
        if (metric.role == Role::repeats) {
            ++repeats_;
            return true;
        }
        std::erase_if(points, [this](const auto& point) {
            const bool blank = !std::isfinite(point.second) || point.second >= blank_from;
            blanks_ += blank ? 1 : 0;
            return blank;
        });
        if (points.empty()) return true;
        for (const auto& point : points) {
            if (point.second < 0) {
                input.diagnostics.error(place, fmt::format("`{}` is negative", sample.name), "0 or more");
                return false;
            }
        }
        count_ += points.size();
        if (count_ > max_points) {
            input.diagnostics.error(place, "too many samples", fmt::format("at most {}", max_points));
            return false;
        }
        MetricSeries& series = series_of(sample, metric, place, input);
        series.points.insert(series.points.end(), points.begin(), points.end());
        return true;
    }

    MetricSeries& series_of(const PrometheusSample& sample, const Metric& metric, Place place,
                            const LogInput& input) {
        if (!first_place_.known()) first_place_ = place;
        MetricSeries made;
        made.metric = &metric;
        made.name = sample.name;
        made.place = place;
        made.file = input.name;
        made.node = first_label(sample, {"hostname", "Hostname", "node_name", "instance"});
        made.board = first_label(sample, {"UUID", "uuid", "gpu_uuid"});
        made.model = first_label(sample, {"modelName", "model_name", "gpu_name"});
        made.zone = metric.zone.empty() ? sample.label("zone") : metric.zone;
        const bool is_board = metric.role == Role::board_counter || metric.role == Role::board_power;
        if (is_board && !made.board.empty()) {
            made.key = made.board;
        } else if (is_board) {
            made.key = made.node + " gpu " + std::string(sample.label("gpu"));
        } else {
            for (const PrometheusLabel& label : sample.labels)
                made.key += label.name + '=' + label.value + ' ';
        }
        const auto [found, is_new] = by_key_.emplace(sample.name + '\n' + made.key, series_.size());
        if (is_new) series_.push_back(std::move(made));
        return series_[found->second];
    }

    /// Reports an error if there are both old and new names of Kepler: they are for the same joules.
    bool families_agree(Diagnostics& diagnostics) const {
        const auto is = [this](bool old) {
            return std::find_if(series_.begin(), series_.end(), [old](const MetricSeries& one) {
                return one.metric->role == Role::zone_counter && one.metric->is_old == old;
            });
        };
        const auto old = is(true), current = is(false);
        if (old == series_.end() || current == series_.end()) return true;
        diagnostics.error(
            old->place,
            fmt::format("`{}` and `{}` together: names of two versions of Kepler for the same joules",
                        old->name, current->name),
            "the metrics of one version");
        return false;
    }

    /// Keeps one of several series with the same energy: the outer one of nested zones, one meter of a board.
    void choose(Logs& logs) {
        std::set<std::string> with_counter, with_own_counter, with_platform;
        for (const MetricSeries& one : series_) {
            if (one.points.size() > 1 && one.metric->role == Role::board_counter) {
                with_counter.insert(one.key);
                if (one.metric->tool == "DCGM") with_own_counter.insert(one.key);
            }
            if (one.zone == "psys") with_platform.insert(one.node);
        }
        std::erase_if(series_, [&](const MetricSeries& one) {
            std::string why;
            if (one.metric->role == Role::zone_counter) {
                const bool has_platform = with_platform.count(one.node) > 0;
                if (one.zone != "psys" && has_platform) why = "is contained in the zone psys";
                if (one.zone == "core" || one.zone == "uncore") why = "is contained in the zone package";
            } else if (one.metric->role == Role::board_power && with_counter.count(one.key) > 0) {
                why = "the board's energy counter is used instead";
            } else if (one.metric->tool == "Kepler" && with_own_counter.count(one.key) > 0) {
                why = "the board's own counter is used instead";
            }
            if (why.empty() && one.points.size() < 2 && one.metric->role != Role::board_power)
                why = "is in one scrape only";
            if (why.empty() && one.points.size() < 2) why = "has one reading only";
            if (why.empty()) return false;
            logs.notes.push_back(
                {one.file, one.name + (one.zone.empty() ? " of " + one.key : " of zone " + one.zone), why});
            return true;
        });
    }

    void make_run(Logs& logs, Diagnostics& diagnostics) {
        LoggedRun run;
        std::vector<std::string> tools;
        double boards = 0, prompt = 0;
        bool has_prompt = false;
        std::optional<Instant> begin, end;
        std::map<std::string, double> zones;
        for (const MetricSeries& one : series_) {
            add_notes(one, logs);
            if (std::find(tools.begin(), tools.end(), one.metric->tool) == tools.end())
                tools.emplace_back(one.metric->tool);
            begin = std::min(begin.value_or(one.begin()), one.begin());
            end = std::max(end.value_or(one.end()), one.end());
            switch (one.metric->role) {
                case Role::zone_counter:
                    zones[one.zone.empty() ? "cpu" : one.zone] += one.amount;
                    run.metered.push_back("node:" + one.node);
                    break;
                case Role::tokens:
                    run.tokens = run.tokens.value_or(0) + one.amount;
                    break;
                case Role::requests:
                    run.requests = run.requests.value_or(0) + one.amount;
                    break;
                case Role::prompt_tokens:
                    prompt += one.amount;
                    has_prompt = true;
                    break;
                default:
                    run.energies.push_back({fmt::format("gpu_{}", run.devices.size()), one.amount, "J"});
                    run.devices.push_back({one.model, 1, one.place});
                    if (!one.board.empty()) run.metered.push_back("gpu:" + one.board);
                    boards += one.amount;
            }
        }
        if (run.energies.size() > max_lines_of_metrics) run.energies = {{"accelerators", boards, "J"}};
        for (const auto& [zone, joules] : zones) run.energies.push_back({zone, joules, "J"});
        if (run.energies.empty()) {
            diagnostics.error(first_place_,
                              "only one scrape: the energy is the difference between two scrapes",
                              "two scrapes, one before and one after the run",
                              "name both files, or a `query_range` over the time");
            return;
        }
        run.has_host = !zones.empty();
        if (run.tokens || run.requests) run.stage = "inference";
        run.id = "measured";
        run.title = "measured by " + listed(tools);
        run.file = listed(files_);
        run.rows = fmt::format("from {} to {}", to_text(*begin), to_text(*end));
        run.begin = Moment{*begin, true};
        run.seconds = std::chrono::duration<double>(*end - *begin).count();
        if (has_prompt)
            run.remarks.push_back(fmt::format("prompt tokens: {}; `tokens` are those generated", prompt));
        windows(run, *begin, *end);
        std::sort(run.metered.begin(), run.metered.end());
        run.metered.erase(std::unique(run.metered.begin(), run.metered.end()), run.metered.end());
        logs.runs.push_back(std::move(run));
    }

    /// Adds notes on what was merged or left out in a series.
    static void add_notes(const MetricSeries& one, Logs& logs) {
        const std::string what = one.name + (one.zone.empty() ? " of " + one.key : " of zone " + one.zone);
        if (one.repeated > 0) {
            logs.notes.push_back(
                {one.file, what,
                 fmt::format("repeated {} (MIG instances or pods of one board, or a scrape given twice): "
                             "counted once",
                             times(one.repeated))});
        }
        if (one.restarts > 0)
            logs.notes.push_back(
                {one.file, what, fmt::format("fell {}: the counter restarted from 0", times(one.restarts))});
        for (const std::string& gap : one.gaps) logs.notes.push_back({one.file, what, gap});
    }

    /// Adds a remark if a metric does not cover the whole time of the run.
    void windows(LoggedRun& run, Instant begin, Instant end) const {
        for (const MetricSeries& one : series_) {
            const auto covered = std::chrono::duration<double>(one.end() - one.begin()).count();
            const auto whole = std::chrono::duration<double>(end - begin).count();
            if (covered >= 0.99 * whole) continue;
            run.remarks.push_back(
                fmt::format("{} of {} covers {:.6g} s of {:.6g} s only", one.name, one.key, covered, whole));
        }
    }

    std::vector<MetricSeries> series_;
    std::map<std::string, std::size_t> by_key_;
    std::size_t count_ = 0, known_ = 0, repeats_ = 0, blanks_ = 0;
    Place first_place_;
    std::vector<std::string> files_;
};

/// A response of Prometheus's HTTP API: `{"data": {"result": [{"metric": {…}, "values": [[1709287200,
/// "300"]]}]}}`.
class MetricsReader::Answer final : public JsonFields {
public:
    Answer(MetricsReader& reader, LogInput& input) : reader_(reader), input_(input) {}

private:
    void opened(std::string_view path, Place place) override {
        if (path != "data.result[]") return;
        sample_ = {};
        points_.clear();
        place_ = place;
    }
    void field(std::string_view path, const JsonScalar& scalar) override {
        constexpr std::string_view label = "data.result[].metric.";
        if (path.starts_with(label)) {
            const std::string_view name = path.substr(label.size());
            if (name == "__name__") {
                sample_.name = scalar.text;
            } else {
                sample_.labels.push_back({std::string(name), std::string(scalar.text)});
            }
        } else if (path == "data.result[].values[][]" || path == "data.result[].value[]") {
            point(scalar);
        } else if (path == "status" && scalar.text != "success") {
            input_.diagnostics.error(scalar.place,
                                     fmt::format("the response has the status {}", in_quotes(scalar.text)),
                                     "a response with the status `success`");
        }
    }
    /// Reads one part of a point: first the time, a number, then the value, a text.
    void point(const JsonScalar& scalar) {
        if (scalar.is_number()) {
            const std::string_view wrong = read_epoch_seconds(scalar.text, time_);
            if (!wrong.empty())
                input_.diagnostics.error(scalar.place, fmt::format("{}: {}", in_quotes(scalar.text), wrong),
                                         "seconds since 1970");
            return;
        }
        if (points_.size() >= max_points) return;
        if (scalar.text == "NaN" || scalar.text == "+Inf" || scalar.text == "-Inf") {
            ++reader_.blanks_;
            return;
        }
        const Parsed<double> value = parse_cell(scalar.text);
        if (const auto* number = std::get_if<double>(&value)) {
            points_.emplace_back(time_, *number);
        } else {
            input_.diagnostics.error(scalar.place, std::get<TextFault>(value).message, "a number in quotes");
        }
    }
    void closed(std::string_view path) override {
        if (path != "data.result[]") return;
        const Metric* const metric = find_metric(sample_.name);
        if (metric == nullptr) return;
        ++reader_.known_;
        reader_.add(sample_, *metric, std::move(points_), place_, input_);
        points_.clear();
    }

    MetricsReader& reader_;
    LogInput& input_;
    PrometheusSample sample_;
    std::vector<std::pair<Instant, double>> points_;
    Instant time_ = {};
    Place place_;
};

void MetricsReader::read_answer(LogInput& input) {
    Answer answer(*this, input);
    read_json(input.bytes, input.file, answer, input.diagnostics);
}

}  // namespace

std::unique_ptr<LogReader> metrics_reader() {
    return std::make_unique<MetricsReader>();
}

}  // namespace lca::logs
