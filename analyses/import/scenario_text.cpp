// Writes imported logs as a scenario, with comments on what the logs state and what is not specified.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "analyses/import/placed_runs.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "models/results/point_result.hpp"

namespace lca::imported {
namespace {

constexpr std::size_t shown_text = 400;

/// A YAML string in double quotes. Invisible characters are shown as escapes, which YAML must not undo.
std::string in_double_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char c : shown(text, shown_text)) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

/// A number with all digits; whole numbers are written without an exponent.
std::string plain(double value) {
    constexpr double max_whole = 1e15;
    return std::floor(value) == value && std::abs(value) < max_whole ? fmt::format("{:.0f}", value)
                                                                     : exact(value);
}

class Writer {
public:
    Writer(const Logs& logs, const Places& places, const ImportOptions& options, const TimeZone* zone)
        : logs_(logs), places_(places), options_(options), zone_(zone) {
        for (const std::string_view name : reserved_names) ids_.emplace(name);
    }

    std::string write(const std::vector<std::string>& notes) {
        head();
        sites();
        systems();
        line("activities:");
        for (std::size_t i = 0; i < logs_.runs.size(); ++i) activity(logs_.runs[i], places_.runs[i]);
        if (!notes.empty()) line("");
        for (const std::string& note : notes) line("# " + shown(note, shown_text));
        return std::move(text_);
    }

private:
    void line(std::string_view text) {
        text_ += text;
        text_ += '\n';
    }

    void head() {
        line("# Written by `lca import`. Rows count from 1, a line of headings included.");
        for (const LogFile& file : logs_.files)
            line(fmt::format("#   {}: {}, SHA-256 {}", shown(file.name, shown_text), file.format,
                             file.sha256));
        line("lca: 1");
        std::vector<std::string> names;
        for (const LogFile& file : logs_.files) {
            if (file.format != zone_format) names.push_back(file.name);
        }
        if (names.size() > 3) names = {names[0], fmt::format("{} other files", names.size() - 1)};
        line("title: " + in_double_quotes("Imported from " + listed(names)));
    }

    void sites() {
        line("sites:");
        std::set<std::string> countries;
        for (const LoggedRun& run : logs_.runs) {
            if (!run.country.empty()) countries.insert(run.country);
        }
        for (const Site& site : places_.sites) {
            line(fmt::format("  {}:", site.id));
            line("    title: Where the logs were written");
            if (!options_.series.empty()) {
                const std::string columns =
                    options_.series_time.empty()
                        ? ""
                        : fmt::format(", time: {}, value: {}", in_double_quotes(options_.series_time),
                                      in_double_quotes(options_.series_value));
                line(fmt::format("    grid: {{series: {}{}}}", in_double_quotes(from_folder(options_.series)),
                                 columns));
            } else if (options_.grid.empty()) {
                line("    # grid: not specified, as no log gives it; set it with --grid ID");
                for (const std::string& country : countries)
                    line("    # the log's own country: " + shown(country));
            } else {
                line("    grid: " + options_.grid);
            }
            if (site.pue) {
                line(fmt::format("    pue: {}{}", exact(*site.pue),
                                 options_.pue.empty() ? "  # of the log" : ""));
            } else {
                line("    # pue: not specified, as no log gives it; set it with --pue N");
            }
        }
    }

    void systems() {
        if (places_.systems.empty()) return;
        line("systems:");
        for (const System& system : places_.systems) {
            const bool has_nodes = system.hardware[0].is_node;
            line(fmt::format("  {}:", system.id));
            line("    site: " + places_.sites[system.site].id);
            line(
                has_nodes
                    ? "    # as many nodes as were in use at one time"
                    : "    # one node with as many as were in use at one time; no log gives its other parts");
            line(fmt::format("    nodes: {} node", has_nodes ? exact(system.hardware[0].count) : "1"));
            line("    node:");
            for (const Hardware& one : system.hardware) {
                line(has_nodes
                         ? fmt::format("      - {{hardware: {}}}", one.id)
                         : fmt::format("      - {{hardware: {}, count: {}}}", one.id, exact(one.count)));
            }
        }
    }

    std::string fresh_id(std::string_view wanted) {
        const std::string base = id_of(wanted);
        std::string id = base;
        for (int number = 2; !ids_.insert(id).second; ++number) id = fmt::format("{}_{}", base, number);
        return id;
    }

    void activity(const LoggedRun& run, const Placed& placed) {
        line(fmt::format("  {}:", fresh_id(run.id)));
        line("    title: " + in_double_quotes(run.title));
        for (const std::string& remark : run.remarks) line("    # " + shown(remark, shown_text));
        line(
            fmt::format("    stage: {}{}", run.stage, run.stage == "other" ? " # not given in the log" : ""));
        line(placed.system ? "    system: " + places_.systems[*placed.system].id
                           : "    site: " + places_.sites[placed.site].id);
        start(run);
        if (run.seconds) line(fmt::format("    duration: {} s", plain(*run.seconds)));
        const bool of_nodes = placed.system && places_.systems[*placed.system].hardware[0].is_node;
        if (!of_nodes && run.device_seconds) {
            line(fmt::format("    device_time: {} GPU*s", plain(*run.device_seconds)));
        } else if (!of_nodes && placed.devices > 0) {
            const std::string count = exact(placed.devices);
            line(run.seconds ? "    devices: " + count + " GPU"
                             : "    # devices: " + count + " GPU, for a time not given in the log");
        } else if (placed.nodes > 0 && run.seconds) {
            line(fmt::format("    node_time: {} node*s", plain(placed.nodes * *run.seconds)));
        }
        if (run.requests) line(fmt::format("    requests: {} request", plain(*run.requests)));
        if (run.tokens) line(fmt::format("    tokens: {} token", plain(*run.tokens)));
        line(fmt::format("    source: {{title: {}, where: {}}}", in_double_quotes(run.file),
                         in_double_quotes(run.rows)));
        if (run.idle) line("    idle: {energy: " + energy(*run.idle, run) + "}");
        dynamic(run);
    }

    void start(const LoggedRun& run) {
        if (!run.begin) return;
        if (run.begin->is_instant) {
            line("    start: " + start_text(*run.begin, zone_));
        } else {
            line(
                fmt::format("    # start: {} in the log's local time, whose time zone is not given; set it "
                            "with --zone ZONE",
                            to_text(LocalTime(run.begin->at.time_since_epoch()))));
        }
    }

    /// Whether the PUE contained in the log's energies is divided out, as `--pue` states another.
    bool pue_is_replaced(const LoggedRun& run) const {
        return !options_.pue.empty() && run.pue && *run.pue > 0;
    }

    std::string energy(const LoggedEnergy& one, const LoggedRun& run) const {
        const std::string text = fmt::format("{} {}", plain(one.value), one.unit);
        return pue_is_replaced(run) && *run.pue != 1 ? fmt::format("\"=[{}] / {}\"", text, exact(*run.pue))
                                                     : text;
    }

    void dynamic(const LoggedRun& run) {
        if (run.energies.empty()) {
            line("    dynamic: not_assessed  # not measured");
            return;
        }
        std::vector<std::string> contained;
        if (run.includes_idle) contained.emplace_back("idle");
        if (run.pue && !pue_is_replaced(run)) contained.emplace_back("pue");
        const std::string includes = contained.empty()       ? "none"
                                     : contained.size() == 1 ? "[" + contained[0] + "]"
                                                             : "[idle, pue]";
        line("    dynamic:");
        if (pue_is_replaced(run))
            line(
                fmt::format("      # the log's energies include its PUE of {}: they are divided by it, and "
                            "--pue is used instead",
                            exact(*run.pue)));
        line("      includes: " + includes);
        if (const LogFormat* const format = format_of_boards(run)) return power_log(run, *format);
        std::set<std::string> lines;
        for (const LoggedEnergy& one : run.energies) {
            if (one.line.empty()) {
                line("      energy: " + energy(one, run));
                continue;
            }
            std::string id = id_of(one.line);
            while (!lines.insert(id).second) id += '_';
            line(fmt::format("      {}: {{energy: {}}}", id, energy(one, run)));
        }
        if (!run.has_host) line("      host: not_assessed  # only boards were metered");
    }

    /// The format of the run's log if that is power over time and `--series` gives intensities; else null.
    const LogFormat* format_of_boards(const LoggedRun& run) const {
        if (options_.series.empty()) return nullptr;
        for (const LogFile& file : logs_.files) {
            if (file.name != run.file) continue;
            for (const LogFormat* format : log_formats()) {
                if (format->name == file.format && format->boards) return format;
            }
        }
        return nullptr;
    }

    /// Writes the log file itself as the source of power, so that each hour is multiplied by the intensity of
    /// that hour.
    void power_log(const LoggedRun& run, const LogFormat& format) {
        line("      power_log:");
        line("        file: " + in_double_quotes(from_folder(run.file)));
        line(fmt::format("        format: {}", format.name));
        if (!options_.zone.empty()) line("        zone: " + in_double_quotes(options_.zone));
        if (!run.has_host) line("      host: not_assessed  # only boards were metered");
    }

    /// A file name as seen from the folder of the scenario.
    std::string from_folder(const std::string& file) const {
        if (options_.folder.empty()) return file;
        return std::filesystem::proximate(file, options_.folder).generic_string();
    }

    const Logs& logs_;
    const Places& places_;
    const ImportOptions& options_;
    const TimeZone* zone_;
    std::set<std::string, std::less<>> ids_;
    std::string text_;
};

}  // namespace

std::string start_text(const Moment& moment, const TimeZone* zone) {
    const std::chrono::seconds ahead = zone != nullptr ? zone->ahead_at(moment.at) : std::chrono::seconds(0);
    const std::string clock = to_text(LocalTime(moment.at.time_since_epoch() + ahead));
    return clock + (ahead == std::chrono::seconds(0) ? "Z" : offset_text(ahead));
}

std::string scenario_text(const Logs& logs, const Places& places, const ImportOptions& options,
                          const TimeZone* zone, const std::vector<std::string>& notes) {
    return Writer(logs, places, options, zone).write(notes);
}

}  // namespace lca::imported
