// Writes each step as three numbers: operation, and two operands (or indices).
#include "analyses/report/recording_json.hpp"

#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "lca/base/base64.hpp"
#include "lca/math/time_series.hpp"

namespace lca::report {
namespace {

class RecordingWriter {
public:
    RecordingWriter(JsonWriter& json, const PointResult& point, const PrunedRecording& shipped, bool is_large)
        : json_(json), point_(point), shipped_(shipped), is_large_(is_large) {}

    void write() {
        const Calculation& calculation = point_.calculation();
        std::vector<double> constants;
        json_.key("steps").begin_array();
        for (const StepId old : shipped_.steps()) {
            const StepRecord& step = calculation.steps()[old];
            const bool fixed = is_large_ || step.operation == Operation::constant;
            json_.whole(static_cast<std::size_t>(fixed ? Operation::constant : step.operation));
            if (fixed) {
                json_.whole(constants.size()).whole(0);
                constants.push_back(point_.values()[old]);
            } else if (step.operation == Operation::input) {
                json_.whole(*shipped_.input(step.left)).whole(0);
            } else {
                json_.whole(*shipped_.step(step.left));
                json_.whole(step.operation == Operation::mean_over_time ? step.right
                            : is_unary(step.operation)                  ? 0
                                                                        : *shipped_.step(step.right));
            }
        }
        json_.end_array().key("constants").begin_array();
        for (const double value : constants) json_.value(value);
        json_.end_array();
        series();
    }

private:
    /// Writes the means over time, which refer to series by number, and each series once.
    void series() {
        std::map<const TimeSeries*, std::size_t> known;
        std::vector<const TimeSeries*> order;
        const auto number_of = [&](const std::shared_ptr<const TimeSeries>& one) {
            const auto [found, is_new] = known.try_emplace(one.get(), order.size());
            if (is_new) order.push_back(one.get());
            return found->second;
        };
        json_.key("means").begin_array();
        for (const auto& mean : point_.calculation().means()) {
            if (is_large_) break;
            json_.begin_array().whole(number_of(mean->weighted()));
            mean->weight() ? json_.whole(number_of(mean->weight())) : json_.null();
            json_.value(mean->start()).end_array();
        }
        json_.end_array().key("hours").begin_array();
        for (const HoursOfUse& use : point_.results().hours) {
            if (!use.series || is_large_) continue;
            json_.begin_object()
                .key("activity")
                .whole(use.activity)
                .key("series")
                .whole(number_of(use.series->relative));
            json_.key("power");
            use.power ? json_.whole(number_of(use.power)) : json_.null();
            json_.entry("start", use.start);
            for (const auto& [key, step] :
                 {std::pair("mean", use.series->mean), {"energy", use.energy}, {"duration", use.duration}}) {
                json_.key(key);
                write_number(json_, shipped_.step(step));
            }
            json_.entry("site", use.series->site).end_object();
        }
        json_.end_array().key("series").begin_array();
        for (const TimeSeries* one : order) {
            const std::span<const double> times = one->times();
            bool even = true;
            const double step = times[1] - times[0];
            for (std::size_t i = 0; i < times.size(); ++i)
                even = even && times[i] == times[0] + static_cast<double>(i) * step;
            json_.begin_object();
            if (even) {
                json_.entry("begin", times[0]).entry("step", step);
            } else {
                json_.entry("times", base64(times));
            }
            json_.entry("values", base64(one->values())).end_object();
        }
        json_.end_array();
    }

    JsonWriter& json_;
    const PointResult& point_;
    const PrunedRecording& shipped_;
    bool is_large_;
};

}  // namespace

void write_number(JsonWriter& json, std::optional<std::uint32_t> value) {
    value ? json.whole(*value) : json.null();
}

void write_recording(JsonWriter& json, const PointResult& point, const PrunedRecording& shipped,
                     bool is_large) {
    RecordingWriter(json, point, shipped, is_large).write();
}

}  // namespace lca::report
