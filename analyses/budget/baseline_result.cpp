#include "analyses/budget/baseline_result.hpp"

#include <fmt/core.h>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/document/json_fields.hpp"
#include "lca/document/load.hpp"
#include "lca/page/json_writer.hpp"
#include "lca/units/quantity.hpp"

namespace lca::budget {
namespace {

/// The measure that a gap is about, by the last part of its name: electricity for "serving.idle.energy",
/// climate change where the last part names no measure.
std::size_t measure_of_gap(std::string_view name) {
    return measure_of_suffix(name.substr(name.rfind('.') + 1)).value_or(index_of::climate);
}

}  // namespace

/// Keeps the numbers of results and outputs of the older answer by their path in its JSON.
class BaselineReader final : public JsonFields {
public:
    BaselineReader(std::uint32_t file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

    std::optional<BaselineResult> finish() {
        if (!has_version_ || !has_results_ || !has_inputs_) {
            const char* lacking = !has_version_ ? "schema_version" : (!has_results_ ? "results" : "inputs");
            diagnostics_.error({file_, 1, 1}, fmt::format("there is no `{}`", lacking),
                               "a result of `lca evaluate --format json`");
        }
        if (diagnostics_.has_errors()) return std::nullopt;
        return std::move(answer_);
    }

private:
    void opened(std::string_view path, Place) override {
        if (path == "results") has_results_ = true;
        if (path == "inputs") has_inputs_ = true;
        if (path == "inputs[]") answer_.inputs_.emplace_back();
    }

    void field(std::string_view path, const JsonScalar& scalar) override {
        if (path == "schema_version") return version(scalar);
        if (path == "variant" && scalar.is_text()) answer_.variant_ = scalar.text;
        if (path == "sampling.samples")
            diagnostics_.error(scalar.place, "this file has sampled results",
                               "a result of `lca evaluate --format json`");
        if (path.starts_with("inputs[].")) return input(path.substr(9), scalar);
        const bool is_output = path.starts_with("outputs.");
        if (!is_output && !path.starts_with("results.")) return;
        if (scalar.is_number()) answer_.numbers_.emplace(path, scalar.number);
        if (is_output && scalar.is_text()) answer_.units_.emplace(path, scalar.text);
        if (is_output && scalar.boolean) answer_.partial_.emplace(path);
        if (!is_output && scalar.is_text()) answer_.gaps_[std::string(path)].emplace(scalar.text);
    }

    void version(const JsonScalar& scalar) {
        has_version_ = true;
        if (scalar.is_number() && scalar.number == schema_version) return;
        diagnostics_.error(scalar.place, "this lca does not read this `schema_version`",
                           fmt::format("{}", schema_version));
    }

    void input(std::string_view key, const JsonScalar& scalar) {
        if (answer_.inputs_.empty()) return;
        BaselineInput& one = answer_.inputs_.back();
        if (key == "path" && scalar.is_text()) one.path = scalar.text;
        if (key == "unit" && scalar.is_text()) one.unit = scalar.text;
        if (key == "value" && scalar.is_number()) one.value = scalar.number;
    }

    std::uint32_t file_;
    Diagnostics& diagnostics_;
    BaselineResult answer_;
    bool has_version_ = false, has_results_ = false, has_inputs_ = false;
};

std::optional<BaselineResult> BaselineResult::read(const std::string& path, Sources& sources,
                                                   Diagnostics& diagnostics) {
    constexpr std::size_t max_bytes = 256'000'000, max_results = 10'000'000;
    const std::uint32_t file =
        add_file(path, sources, {.limit = max_bytes, .shown = Source::Shown::no_lines, .pipes = Pipes::read});
    Diagnostics own;
    BaselineReader reader(file, own);
    TextBytes bytes(sources[file].text);
    std::optional<BaselineResult> answer;
    if (read_json(bytes, file, reader, own, {.keys = max_results})) answer = reader.finish();
    for (Fault& fault : own.sorted()) diagnostics.add(std::move(fault));
    return own.has_errors() ? std::nullopt : answer;
}

std::optional<double> BaselineResult::value(const Results& results, std::string_view name) const {
    const std::optional<NamedFigure> figure = find_name(results, name);
    if (!figure) return std::nullopt;
    std::string path;
    double unit = 1;
    if (figure->output) {
        path = "outputs." + figure->output->name + ".value";
        const auto written = units_.find("outputs." + figure->output->name + ".unit");
        const Parsed<UnitText> parsed = written == units_.end() || written->second.empty()
                                            ? Parsed<UnitText>(UnitText{})
                                            : parse_unit(written->second);
        const auto* known = std::get_if<UnitText>(&parsed);
        if (!known || known->dimension != figure->dimension) return std::nullopt;
        unit = known->factor;
    } else if (figure->result) {
        const Measure& kind = measure(figure->result->measure);
        path = "results." + results.name(*figure->result->row) + ".";
        if (figure->quotient) {
            const std::string_view suffix = name.substr(name.rfind('.') + 1);
            for (const Use& use : uses()) {
                if (use.suffix == suffix) path += "per." + std::string(use.name) + ".";
            }
        }
        path += kind.json_key;
        unit = kind.unit_in_base;
    }
    const auto found = numbers_.find(path);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second * unit);
}

std::string BaselineResult::unlike_gaps(const Results& results, std::string_view name) const {
    const std::optional<NamedFigure> figure = find_name(results, name);
    if (!figure) return "";
    if (figure->output) {
        const bool was_partial = partial_.contains("outputs." + figure->output->name + ".partial");
        return figure->output->partial || was_partial
                   ? "at least one of the two results counts only what is assessed"
                   : "";
    }
    if (!figure->result) return "";
    const auto& [row, index] = *figure->result;
    std::set<std::string> now;
    for (const Gap* gap : results.gaps_of(*row, index)) now.insert(results.name(*gap, index));
    std::set<std::string> before;
    if (const auto found = gaps_.find("results." + results.name(*row) + ".gaps[]"); found != gaps_.end()) {
        for (const std::string& gap : found->second) {
            if (measure_of_gap(gap) == index) before.insert(gap);
        }
    }
    std::string text;
    for (const std::string& gap : now) {
        if (!before.contains(gap)) text += (text.empty() ? "" : "; ") + ("only this scenario lacks " + gap);
    }
    for (const std::string& gap : before) {
        if (!now.contains(gap)) text += (text.empty() ? "" : "; ") + ("only the older result lacks " + gap);
    }
    return text;
}

}  // namespace lca::budget
