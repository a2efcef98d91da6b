#include "analyses/report/wording.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/results/capacity.hpp"

namespace lca::report {
namespace {

constexpr std::array<std::string_view, 14> abbreviations = {"gpu", "cpu", "tpu", "npu",  "ai",  "llm", "pue",
                                                            "wue", "ssd", "hdd", "dram", "api", "it",  "ups"};

/// Words for keys that are unclear as they are.
constexpr std::pair<std::string_view, std::string_view> known_keys[] = {
    {"intensity", "Grid intensity"},   {"series", "Grid intensity"},
    {"lifetime", "Hardware lifetime"}, {"utilisation", "Utilisation over the lifetime"},
    {"device_power", "power"},         {"system_power", "power"},
    {"node_power", "power of a node"}, {"per_request", "energy per request"},
    {"per_token", "energy per token"},
};

/// Sections of a scenario file whose entries have ids: the context of an input is the entry.
constexpr std::string_view sections[] = {"sites", "systems", "activities", "hardware"};

std::vector<std::string_view> segments(std::string_view path) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t dot = path.find('.');
        parts.push_back(path.substr(0, dot));
        if (dot == std::string_view::npos) return parts;
        path.remove_prefix(dot + 1);
    }
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string in_plain_words(std::string_view id) {
    std::string text;
    while (!id.empty()) {
        const std::size_t end = std::min(id.find('_'), id.size());
        std::string word(id.substr(0, end));
        if (std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end()) {
            for (char& c : word) c = static_cast<char>(c - 'a' + 'A');
        }
        text += (text.empty() ? "" : " ") + word;
        id.remove_prefix(std::min(end + 1, id.size()));
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

Wording::Wording(const Model& model, Session& session)
    : model_(model), session_(session), values_(evaluate(model.calculation)) {}

/// The input that a step stands for: the only input it depends on, if both have the same value (as in 8 × 1).
/// Otherwise no_input.
std::size_t Wording::input_of(StepId step) const {
    if (step == no_step) return no_input;
    const Calculation& calculation = model_.calculation;
    const std::vector<bool> behind = reaches(calculation, {&step, 1});
    std::size_t found = no_input;
    for (StepId id = 0; id <= step; ++id) {
        const StepRecord& record = calculation.steps()[id];
        if (!behind[id] || record.operation != Operation::input) continue;
        if (found != no_input) return no_input;
        found = record.left;
    }
    const bool same = found != no_input && values_[step] == calculation.inputs().value(found);
    return same ? found : no_input;
}

std::string Wording::hardware(std::string_view id) {
    const auto name_in = [](Node entry) {
        const Node name = entry && entry.is_map() ? entry.find("name") : Node();
        return name && name.is_text() ? std::string(name.text()) : std::string();
    };
    const Node own =
        model_.document && model_.document->root() ? model_.document->root().find("hardware") : Node();
    std::string name = own && own.is_map() ? name_in(own.written(id)) : std::string();
    if (!name.empty()) return name;
    const auto found = session_.catalog().find(Section::hardware, id);
    return found ? name_in(found->node()) : std::string();
}

std::string Wording::line(std::string_view id) {
    std::string name = hardware(id);
    return name.empty() ? in_plain_words(id) : name;
}

std::string Wording::output(const Output& output) const {
    if (!output.title.empty()) return output.title;
    const Node root = model_.document ? model_.document->root() : Node();
    const Node all = root ? root.find("outputs") : Node();
    const Node own = all && all.is_map() ? all.written(output.name) : Node();
    const Node title = own && own.is_map() ? own.find("title") : Node();
    return title && title.is_text() ? std::string(title.text()) : capitalised(in_plain_words(output.name));
}

std::string Wording::key_in_words(std::string_view path) const {
    const std::string_view key = path.substr(path.rfind('.') + 1);
    for (const auto& [known, words] : known_keys) {
        if (key == known) return std::string(words);
    }
    return in_plain_words(key);
}

InputName Wording::name_of(const Input& input, std::size_t index) {
    const std::vector<std::string_view> parts = segments(input.path);
    const Capacity* capacity = model_.results.capacity.get();
    if (parts[0] == "parameters" && parts.size() > 1) {
        std::string label = capitalised(in_plain_words(parts[1]));
        for (std::size_t i = 0; capacity && i < capacity->systems.size(); ++i) {
            if (input_of(capacity->systems[i].lifetime) == index) label = "Hardware lifetime";
        }
        return {label, "parameter"};
    }
    if (!is_one_of(parts[0], sections) || parts.size() < 3) {
        const std::string name = hardware(parts[0]);
        const std::string_view rest =
            parts.size() > 1 ? input.path.substr(parts[0].size() + 1) : std::string_view();
        return {capitalised(rest.empty() ? in_plain_words(input.path) : key_in_words(rest)),
                name.empty() ? std::string(parts[0]) : name};
    }
    const std::string context = parts[0] == "hardware" ? line(parts[1]) : in_plain_words(parts[1]);
    std::string label = key_in_words(input.path);
    if (parts[0] == "systems" && parts.size() == 5 && parts[4] == "count") {
        for (const System& system : model_.scenario.systems) {
            const std::size_t number = static_cast<std::size_t>(parts[3][0] - '0');
            const bool here = system.id == parts[1] && parts[3].size() == 1 && number < system.parts.size();
            if (here) label = "per node: " + line(system.parts[number].hardware.text);
        }
    } else if (parts[0] == "activities" && is_one_of(parts[2], phase_names)) {
        const bool made = parts[2] == "embodied";
        const std::string owner = parts.size() > 4 ? line(parts[3]) : in_plain_words(parts[2]);
        label = (made && parts.size() > 4 ? "embodied, " : "") + owner + ", " + label;
    }
    return {capitalised(label), context};
}

/// Whether an input is the mean over a whole grid series; electricity is multiplied by hourly values instead.
bool Wording::is_series(std::size_t input) const {
    const std::vector<HoursOfUse>& hours = model_.results.hours;
    return std::any_of(hours.begin(), hours.end(), [&](const HoursOfUse& use) {
        return use.series != nullptr && input_of(use.series->mean) == input;
    });
}

std::vector<Phrase> Wording::rests_on(const std::vector<std::size_t>& shown) const {
    std::vector<Phrase> parts;
    const auto add = [&](std::string words, std::size_t input, std::string noun = {}) {
        if (std::find(shown.begin(), shown.end(), input) == shown.end()) return false;
        if (!words.empty()) parts.push_back({std::move(words)});
        parts.push_back({{}, input, std::move(noun), true});
        return true;
    };
    const Inputs& inputs = model_.calculation.inputs();
    std::vector<std::size_t> intensities, pues;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Input input = inputs[i];
        if (input.dimension == impact_per(index_of::climate, dimension_of<unit::Energy>()))
            intensities.push_back(i);
        if (input.path.starts_with("sites.") && input.path.ends_with(".pue")) pues.push_back(i);
    }
    const bool by_hours = intensities.size() == 1 && is_series(intensities.front());
    if (by_hours) parts.push_back({"Electricity at the intensity of each hour"});
    const bool grid = by_hours || (intensities.size() == 1 && add("Electricity at ", intensities.front()));
    const bool pue = pues.size() == 1 && add(grid ? ", PUE " : "PUE ", pues.front());
    if (grid || pue) parts.push_back({". "});
    const Capacity* capacity = model_.results.capacity.get();
    if (!capacity || capacity->systems.size() != 1) return parts;
    const SystemCapacity& system = capacity->systems.front();
    const bool nodes = add("", input_of(system.nodes), "nodes");
    const bool devices = add(nodes ? " with " : "Nodes with ", input_of(system.accelerators), "accelerators");
    if (devices) parts.push_back({" each"});
    const bool kept = add(nodes || devices ? ", kept " : "Hardware kept ", input_of(system.lifetime));
    const bool used = add(kept               ? ", "
                          : nodes || devices ? ", in use "
                                             : "In use ",
                          input_of(system.utilisation));
    if (used && kept) parts.push_back({" of that in use"});
    if (nodes || devices || kept || used) parts.push_back({"."});
    return parts;
}

}  // namespace lca::report
