#include "analyses/import/placed_runs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/meant_entry.hpp"

namespace lca::imported {
namespace {

constexpr std::string_view left_open = "none";

/// Finds hardware of the catalogue for device names in logs; looks up each name once.
class Resolver {
public:
    Resolver(const ImportOptions& options, Session& session, std::vector<std::string>& notes)
        : options_(options), session_(session), notes_(notes) {}

    /// Looks up the hardware that `--hardware` names. False after an error: the catalogue does not have it.
    bool read_option() {
        if (options_.hardware.empty() || options_.hardware == left_open) return true;
        const auto found = session_.catalog().find(Section::hardware, options_.hardware);
        if (!found) {
            session_.diagnostics().error(
                {}, fmt::format("--hardware: no hardware is called {}", in_quotes(options_.hardware)),
                "an id of the catalogue, or `none` for no hardware",
                did_you_mean(meant_entries(session_.catalog(), Section::hardware, options_.hardware)));
            return false;
        }
        given_ = Hardware{std::string(found->id), 0, is_node(found->node())};
        return true;
    }

    const std::optional<Hardware>& given() const { return given_; }
    bool leaves_open() const { return options_.hardware == left_open; }

    /// The hardware for a device. Empty after an error, or where hardware is not specified.
    std::optional<Hardware> resolve(const LoggedDevices& devices) {
        if (leaves_open()) return std::nullopt;
        if (given_) {
            if (!devices.name.empty() && noted_.insert({devices.name, given_->id}).second)
                notes_.push_back(
                    fmt::format("{} is taken as {}, by --hardware", in_quotes(devices.name), given_->id));
            return given_;
        }
        if (devices.name.empty()) {
            if (noted_.insert({"", ""}).second)
                notes_.push_back(
                    "hardware not specified, as the log does not name its devices; set it with --hardware "
                    "ID");
            return std::nullopt;
        }
        const auto known = known_.find(devices.name);
        if (known != known_.end()) return known->second;
        return known_[devices.name] = look_up(devices);
    }

private:
    static bool is_node(Node entry) {
        const Node kind = entry.find("kind");
        return kind && (kind.text() == "server" || kind.text() == "instance");
    }

    std::optional<Hardware> look_up(const LoggedDevices& devices) {
        Catalog& catalog = session_.catalog();
        std::vector<std::string> ids;
        const auto exact = catalog.find(Section::hardware, devices.name);
        if (exact && exact->id == devices.name) {
            ids.emplace_back(exact->id);
        } else {  // an alias may stand for several entries
            ids = readings(catalog, Section::hardware, devices.name);
        }
        if (ids.size() == 1) {
            const auto found = catalog.find(Section::hardware, ids[0]);
            if (ids[0] != devices.name)
                notes_.push_back(fmt::format("{} is taken as {}", in_quotes(devices.name), ids[0]));
            return Hardware{ids[0], 0, found && is_node(found->node())};
        }
        if (ids.empty()) {
            ids = meant_entries(catalog, Section::hardware, devices.name);
            session_.diagnostics().error(
                devices.place, fmt::format("no hardware is called {}", in_quotes(devices.name)),
                "a device of the catalogue, as its driver prints it",
                fmt::format("{}{}set it with `--hardware ID`, or `--hardware none` for no hardware",
                            did_you_mean(ids), ids.empty() ? "" : " "));
        } else {
            session_.diagnostics().error(
                devices.place, fmt::format("{} may be {}", in_quotes(devices.name), listed(ids, "or")),
                "the name of one device", "set it with `--hardware ID`");
        }
        return std::nullopt;
    }

    const ImportOptions& options_;
    Session& session_;
    std::vector<std::string>& notes_;
    std::optional<Hardware> given_;
    std::map<std::string, std::optional<Hardware>> known_;
    std::map<std::string, std::string> noted_;
};

/// The largest sum of counts over runs at the same time; runs without known times count alone.
double peak(const std::vector<std::pair<const LoggedRun*, double>>& uses) {
    std::vector<std::pair<Instant, double>> changes;
    double max_count = 0;
    for (const auto& [run, count] : uses) {
        max_count = std::max(max_count, count);
        if (!run->begin || !run->seconds) continue;
        changes.emplace_back(run->begin->at, count);
        changes.emplace_back(run->begin->at + std::chrono::round<std::chrono::microseconds>(
                                                  std::chrono::duration<double>(*run->seconds)),
                             -count);
    }
    std::sort(changes.begin(), changes.end());  // at equal times, ends sort first
    double now = 0;
    for (const auto& [time, change] : changes) max_count = std::max(max_count, now += change);
    return max_count;
}

class Placer {
public:
    Placer(const Logs& logs, const ImportOptions& options, Session& session, std::vector<std::string>& notes)
        : logs_(logs), options_(options), session_(session), resolver_(options, session, notes) {}

    std::optional<Places> place() {
        if (!resolver_.read_option()) return std::nullopt;
        for (const LoggedRun& run : logs_.runs) add(run);
        if (session_.diagnostics().has_errors()) return std::nullopt;
        if (resolver_.given() && places_.systems.empty()) {
            session_.diagnostics().error(
                {},
                fmt::format("--hardware {}: the logs have no devices that this could be", options_.hardware),
                "logs with accelerators, or with nodes where it is a server");
            return std::nullopt;
        }
        for (std::size_t i = 0; i < places_.systems.size(); ++i) {
            for (Hardware& one : places_.systems[i].hardware) one.count = std::ceil(peak(uses_[{i, one.id}]));
        }
        name_systems();
        return std::move(places_);
    }

private:
    std::size_t site_of(const LoggedRun& run) {
        std::optional<double> pue;
        if (!options_.pue.empty()) {
            pue = std::get<double>(parse_number(options_.pue));
        } else if (run.pue && *run.pue > 0) {
            pue = run.pue;
        }
        for (std::size_t i = 0; i < places_.sites.size(); ++i) {
            if (places_.sites[i].pue == pue) return i;
        }
        const std::size_t number = places_.sites.size();
        places_.sites.push_back({number == 0 ? "here" : fmt::format("here_{}", number + 1), pue});
        return number;
    }

    void add(const LoggedRun& run) {
        Placed placed{.site = site_of(run)};
        std::vector<Hardware> hardware;
        for (const LoggedDevices& devices : run.devices) {
            placed.devices += devices.count;
            auto resolved = resolver_.resolve(devices);
            if (!resolved || resolved->is_node) continue;
            resolved->count = devices.count;
            join(hardware, *resolved);
        }
        placed.nodes = run.nodes;
        const std::optional<Hardware>& given = resolver_.given();
        if (given && given->is_node && run.nodes > 0) hardware = {{given->id, run.nodes, true}};
        if (!hardware.empty()) placed.system = system_of(hardware, placed.site, run);
        places_.runs.push_back(placed);
    }

    static void join(std::vector<Hardware>& all, const Hardware& one) {
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const Hardware& other) { return other.id == one.id; });
        if (same == all.end()) {
            all.push_back(one);
        } else {
            same->count += one.count;
        }
    }

    std::size_t system_of(const std::vector<Hardware>& hardware, std::size_t site, const LoggedRun& run) {
        std::string key = fmt::format("{}", site);
        for (const Hardware& one : hardware) key += '\n' + one.id;
        const auto [found, is_new] = by_key_.emplace(key, places_.systems.size());
        if (is_new) places_.systems.push_back({"", site, hardware});
        for (const Hardware& one : hardware) uses_[{found->second, one.id}].emplace_back(&run, one.count);
        return found->second;
    }

    void name_systems() {
        std::map<std::string, int> taken;
        for (System& system : places_.systems) {
            std::string name = id_of(system.hardware[0].id);
            if (system.hardware.size() > 1) name += "_and_others";
            const int number = ++taken[name];
            system.id = number == 1 ? name : fmt::format("{}_{}", name, number);
        }
    }

    const Logs& logs_;
    const ImportOptions& options_;
    Session& session_;
    Resolver resolver_;
    Places places_;
    std::map<std::string, std::size_t> by_key_;
    std::map<std::pair<std::size_t, std::string>, std::vector<std::pair<const LoggedRun*, double>>> uses_;
};

}  // namespace

std::optional<Places> place_runs(const Logs& logs, const ImportOptions& options, Session& session,
                                 std::vector<std::string>& notes) {
    return Placer(logs, options, session, notes).place();
}

std::string id_of(std::string_view text) {
    std::string id;
    for (const char c : text) id += is_letter(c) || is_digit(c) ? c : '_';
    if (id.empty() || !is_letter(id[0])) id.insert(0, "r_");
    return id;
}

}  // namespace lca::imported
