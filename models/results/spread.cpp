#include "models/results/spread.hpp"

namespace lca::results {

Spread spread_of(const HoursOfUse& use, std::span<const double> values) {
    Spread spread{.start = use.start + use.ahead,
                  .duration = use.duration,
                  .nominal = values[use.duration],
                  .utc = use.start,
                  .power = use.power};
    if (!use.series) return spread;
    spread.intensity = use.series->relative;
    if (use.power)
        spread.intensity = std::make_shared<const TimeSeries>(weighted_by(*use.series->relative, *use.power));
    return spread;
}

SpreadShares shares_between(Recorder& recorder, const Spread& spread, double from,
                            std::optional<double> until) {
    const Step duration(recorder, spread.duration);
    const Step begin = from > 0 ? minimum(duration, recorder.constant(from)) : Step();
    const Step end = until ? minimum(duration, recorder.constant(*until)) : duration;
    const auto share_of = [&](const std::shared_ptr<const TimeSeries>& what) {
        const auto all_until = [&](Step time) {
            return what ? recorder.mean_over_time(MeanOverTime(what, spread.utc), time) * time : time;
        };
        const Step within = begin ? all_until(end) - all_until(begin) : all_until(end);
        return within / all_until(duration);
    };
    SpreadShares shares{share_of(spread.power), {}};
    const bool nothing =
        spread.intensity && MeanOverTime(spread.intensity, spread.utc).over(spread.nominal) == 0;
    if (spread.intensity && !nothing) shares.climate = share_of(spread.intensity);
    return shares;
}

}  // namespace lca::results
