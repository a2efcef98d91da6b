// A schedule as one JSON object: the starts, the saving, and the replay of other days.
#include <cmath>

#include "analyses/schedule/schedule.hpp"
#include "analyses/shared/json.hpp"
#include "lca/base/instant.hpp"

namespace lca {
namespace {

void write_start(JsonWriter& json, std::string_view name, const ScheduledStart& start) {
    json.key(name).begin_object();
    json.entry("start", to_text(Instant(std::chrono::seconds(std::llround(start.start)))));
    json.entry(measure(index_of::climate).json_key, start.emissions)
        .entry("waiting_kgco2e", start.waiting)
        .end_object();
}

void write_replay(JsonWriter& json, const ScheduleReplay& replay) {
    json.key("replay").begin_object().key("days").whole(replay.days);
    json.key("days_with_saving").whole(replay.with_saving).key("perfect_foresight").truth(true);
    if (replay.with_saving > 0) json.entry("p5", replay.p5).entry("p50", replay.p50).entry("p95", replay.p95);
    json.end_object();
}

}  // namespace

std::string json_of(const Schedule& schedule) {
    JsonWriter json(3);
    begin_answer(json, schedule.evaluation);
    json.entry("activity", schedule.activity).entry("duration_s", schedule.duration);
    write_start(json, "now", schedule.now);
    write_start(json, "best", schedule.best);
    write_start(json, "worst", schedule.worst);
    json.entry("saving_kgco2e", schedule.saving).entry("saved_share", schedule.share());
    if (schedule.saved_share) {
        json.key("saved_share_uncertainty");
        write_summary(json, *schedule.saved_share, 1);
    }
    json.key("known_to_deadline").truth(schedule.known_to_deadline);
    write_replay(json, schedule.replay);
    json.texts("remarks", schedule.remarks);
    write_files(json, *schedule.evaluation.sources);
    json.end_object();
    return std::move(json).take();
}

}  // namespace lca
