#include "analyses/schedule/starts.hpp"

#include <algorithm>

namespace lca::schedule_detail {
namespace {

/// Relative differences up to this are rounding; of starts with equal emissions the earlier one is kept.
constexpr double rounding = 1e-12;

class Search {
public:
    explicit Search(const JobOverTime& job) : job_(job) {
        found_ = {job.now, job.now};
        lowest_ = highest_ = job.emissions(job.now);
    }

    void look_at(double start) {
        if (start <= job_.now || start > job_.latest) return;
        const double emissions = job_.emissions(start);
        if (better(emissions, lowest_, start, found_.best)) {
            lowest_ = emissions;
            found_.best = start;
        }
        if (better(-emissions, -highest_, start, found_.worst)) {
            highest_ = emissions;
            found_.worst = start;
        }
    }

    BestAndWorst found() const { return found_; }

private:
    static bool better(double value, double than, double start, double than_start) {
        const double same = rounding * std::max(std::abs(value), std::abs(than));
        return value < than - same || (value <= than + same && start < than_start);
    }

    const JobOverTime& job_;
    BestAndWorst found_;
    double lowest_, highest_;
};

}  // namespace

BestAndWorst best_and_worst(const JobOverTime& job) {
    Search search(job);
    const std::span<const double> times = job.relative.times();
    const auto from = std::upper_bound(times.begin(), times.end(), job.now);
    for (auto at = from; at != times.end() && *at <= job.latest; ++at) search.look_at(*at);
    const auto end = std::upper_bound(times.begin(), times.end(), job.now + job.duration);
    for (auto at = end; at != times.end() && *at - job.duration <= job.latest; ++at)
        search.look_at(*at - job.duration);
    search.look_at(job.latest);
    return search.found();
}

}  // namespace lca::schedule_detail
