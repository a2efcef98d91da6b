#include "models/compile/hardware_bases.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "lca/base/text.hpp"

namespace lca::compile_detail {
namespace {

bool has_figure(const EmbodiedLine& line) {
    return std::any_of(line.impact.begin(), line.impact.end(),
                       [](const auto& impact) { return impact.has_value(); });
}

/// Hardware whose embodied figures have the same coverage and were found by the same method.
struct Alike {
    EmbodiedBasis basis;
    std::vector<std::string> names;
};

/// A list of names in few words: "a and 2 more".
std::string shortened(const std::vector<std::string>& names) {
    return names.size() > 1 ? fmt::format("{} and {} more", names.front(), names.size() - 1) : names.front();
}

std::vector<Alike> groups(const std::vector<HardwareBasis>& hardware) {
    std::vector<Alike> found;
    for (const HardwareBasis& one : hardware) {
        if (one.basis.covers.empty() && one.basis.method.empty()) continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const Alike& group) {
            return group.basis.covers == one.basis.covers && group.basis.method == one.basis.method;
        });
        (same == found.end() ? found.emplace_back(Alike{one.basis, {}}) : *same).names.push_back(one.of);
    }
    return found;
}

void say_what_embodied_figures_mix(Results& results) {
    const std::vector<Alike> found = groups(results.hardware);
    const bool mixed = std::any_of(found.begin(), found.end(),
                                   [&](const Alike& one) { return unlike(one.basis, found.front().basis); });
    if (!mixed) return;
    std::vector<std::string> parts;
    for (const Alike& one : found) parts.push_back(in_words(one.basis) + " (" + shortened(one.names) + ")");
    results.remarks.push_back("Embodied figures of unlike basis are added up: " + listed(parts) + ".");
}

/// Names of hardware, grids and water, by the version that their figures state (as "AR5").
using Versions = std::map<std::string, std::vector<std::string>>;

std::string in_one_line(const Versions& versions) {
    std::vector<std::string> parts;
    for (const auto& [version, names] : versions)
        parts.push_back(in_words(version) + " (" + shortened(names) + ")");
    return listed(parts);
}

void say_which_potentials_mix(Results& results, Diagnostics& diagnostics) {
    Versions versions;
    for (const GridBasis& one : results.bases) {
        if (!one.gwp.empty() && one.gas == "CO2e") versions[one.gwp].push_back(one.grid);
    }
    for (const HardwareBasis& one : results.hardware) {
        if (!one.basis.gwp.empty()) versions[one.basis.gwp].push_back(one.of);
    }
    if (results.boundary && !results.boundary->stated.gwp.empty())
        versions[results.boundary->stated.gwp].push_back("the boundary");
    results.gwp = versions;
    if (versions.size() > 1)
        diagnostics.warning(
            {}, "global warming potentials of unlike reports are added up: " + in_one_line(versions));
}

void say_which_methods_mix(std::size_t impact, std::string EmbodiedBasis::*method, Results& results) {
    Versions versions;
    for (const HardwareBasis& one : results.hardware) {
        if (!(one.basis.*method).empty()) versions[one.basis.*method].push_back(one.of);
    }
    if (versions.size() > 1)
        results.remarks.push_back(fmt::format("The {} of embodied figures was found by unlike methods: {}.",
                                              measure(impact).name, in_one_line(versions)));
}

}  // namespace

void HardwareBases::add(const ResolvedSystem* system, const EmbodiedPhase& embodied, Results& results) {
    if (!system) return;
    for (const EmbodiedLine& line : embodied.lines) {
        if (!has_figure(line) || known_.contains(line.name)) continue;
        const BuiltComponent* part = system->find(line.name);
        if (!part) continue;
        known_.insert(line.name);
        results.hardware.push_back({line.name, std::string(to_string(part->kind)), part->basis});
    }
}

void HardwareBases::finish(Results& results, Diagnostics& diagnostics) {
    say_what_embodied_figures_mix(results);
    say_which_potentials_mix(results, diagnostics);
    say_which_methods_mix(index_of::abiotic_depletion, &EmbodiedBasis::reserves, results);
    say_which_methods_mix(index_of::primary_energy, &EmbodiedBasis::energy, results);
    for (const WaterBasis& one : results.water) {
        if (one.counts == "withdrawal")
            results.remarks.push_back(
                fmt::format("The on-site water of {} is water withdrawal, not water consumption.", one.of));
    }
}

}  // namespace lca::compile_detail
