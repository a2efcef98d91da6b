// A schedule for people: when to start, how much that saves, and what was assumed.
#include <cmath>

#include "analyses/schedule/schedule.hpp"
#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/notes.hpp"
#include "lca/base/number.hpp"
#include "lca/base/zoned_time.hpp"
#include "lca/page/listing.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

std::string time_text(double seconds) {
    return with_unit(seconds, dimension_of<unit::Time>());
}

std::string headline(const Schedule& schedule) {
    const double wait = schedule.best.start - schedule.now.start;
    if (wait <= 0) return "Start now: no later start within the deadline emits less.";
    std::string text = "Start " + time_text(wait) + " later, at " + utc_text(schedule.best.start) + ": " +
                       percent(schedule.share()) + " less";
    if (schedule.saved_share && schedule.saved_share->varies())
        text += " (90 % interval " + percent(schedule.saved_share->percentiles[1]) + " to " +
                percent(schedule.saved_share->percentiles[5]) + ")";
    return text + ".";
}

Table starts(const Schedule& schedule) {
    const double values[] = {schedule.now.emissions, schedule.best.emissions, schedule.worst.emissions};
    const Scale scale = scale_for(impacts()[index_of::climate].dimension, values);
    Table table;
    table.columns = {{"start"}, {"when"}, {scale.unit, true}, {"of which from waiting", true}};
    const auto add = [&](const char* name, const ScheduledStart& start) {
        table.rows.push_back(
            {.cells = {name, utc_text(start.start), scale.text(start.emissions), scale.text(start.waiting)}});
        table.rows.back().rule_above = table.rows.size() == 1;
    };
    add("now", schedule.now);
    add("best", schedule.best);
    add("worst", schedule.worst);
    return table;
}

constexpr std::string_view start_names[] = {"now", "best", "worst"};

/// The starts now, best and worst as a table of an HTML page, in a unit that fits their emissions.
Listing::Table listed_starts(const Schedule& schedule) {
    const ScheduledStart* const all[] = {&schedule.now, &schedule.best, &schedule.worst};
    const double values[] = {schedule.now.emissions, schedule.best.emissions, schedule.worst.emissions};
    const Scale scale = scale_for(impacts()[index_of::climate].dimension, values);
    Listing::Table table{"When to start"};
    table.note = "The activity lasts " + time_text(schedule.duration) + " and may start until " +
                 utc_text(schedule.latest) + ".";
    table.columns = {{"Start"},
                     {"When"},
                     {"sbatch --begin= (local time, zone of `start`)"},
                     {std::string(scale.unit), true},
                     {"Of which from waiting", true}};
    for (std::size_t i = 0; i < std::size(all); ++i) {
        const ScheduledStart& start = *all[i];
        Listing::Row row;
        row.cells = {{std::string(start_names[i])},
                     {utc_text(start.start)},
                     {clock_text(schedule, start.start)},
                     {.text = scale.text(start.emissions), .number = start.emissions},
                     {.text = scale.text(start.waiting), .number = start.waiting}};
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The replay in words: "On 300 of 365 days … 8 to 21 % less …".
std::string replay_text(const ScheduleReplay& replay) {
    if (replay.days == 0) return "The series is too short to replay other days.";
    const std::string days = readable(static_cast<double>(replay.days), 6);
    if (replay.with_saving == 0)
        return "On none of " + days + " days of the series would waiting have saved anything.";
    return "On " + readable(static_cast<double>(replay.with_saving), 6) + " of " + days +
           " days of the series, at this time of day: " + percent(replay.p5) + " to " + percent(replay.p95) +
           " less (90 % of these days; median " + percent(replay.p50) +
           "). This assumes that the hours to come are known.";
}

/// Remarks on what waiting is assumed to cost, and on starts that were not considered.
std::vector<std::string> remarks(const Schedule& schedule) {
    std::vector<std::string> all = schedule.remarks;
    if (!schedule.known_to_deadline)
        all.push_back("The series is not known up to the deadline: starts after " +
                      utc_text(schedule.latest) + " were not considered.");
    return all;
}

/// The text below the headline of an HTML page: what-if, edits, source, note, and the replay.
std::string about(const Schedule& schedule) {
    const Evaluation& shown = schedule.evaluation;
    std::string text;
    if (!shown.variant.empty())
        text += "What if: " + (shown.variant_title.empty() ? shown.variant : shown.variant_title) + ". ";
    for (const auto& [path, value] : shown.changes) text += "Set: " + path + " = " + value + ". ";
    for (const std::string& words : {shown.source, shown.note}) text += words + (words.empty() ? "" : " · ");
    return text + replay_text(schedule.replay);
}

}  // namespace

std::string html_of(const Schedule& schedule) {
    Listing listing;
    listing.title = schedule.evaluation.title;
    listing.headline = headline(schedule);
    listing.about = about(schedule);
    listing.has_filter = false;
    listing.tables.push_back(listed_starts(schedule));
    Listing::Table said{"What was assumed"};
    said.columns = {{"Remark"}};
    for (const std::string& remark : remarks(schedule)) {
        Listing::Row& row = said.rows.emplace_back();
        row.cells.push_back({.text = remark});
    }
    for (const Fault& warning : schedule.evaluation.warnings) {
        Listing::Row& row = said.rows.emplace_back();
        row.cells.push_back({.text = warning.message});
    }
    if (!said.rows.empty()) listing.tables.push_back(std::move(said));
    listing.footer = "lca " + std::string(version());
    return write_listing(listing);
}

Page page_of(const Schedule& schedule) {
    Page page;
    page.title = schedule.evaluation.title;
    add_introduction(page, schedule.evaluation);
    page.paragraph(headline(schedule), Tone::strong);
    page.table(starts(schedule));
    page.paragraph("sbatch --begin=" + clock_text(schedule, schedule.best.start) +
                   "   (local time, in the zone of `start`)");
    page.paragraph(replay_text(schedule.replay));
    for (const std::string& remark : schedule.remarks) page.paragraph(remark, Tone::faint);
    if (!schedule.known_to_deadline)
        page.paragraph("The series is not known up to the deadline: starts after " +
                           utc_text(schedule.latest) + " were not considered.",
                       Tone::warning);
    page.paragraph("The activity lasts " + time_text(schedule.duration) + " and may start until " +
                       utc_text(schedule.latest) + ".",
                   Tone::faint);
    return page;
}

}  // namespace lca
