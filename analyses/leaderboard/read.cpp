// Reads the JSON of `lca evaluate` and `lca rate`.
#include <algorithm>
#include <array>
#include <set>

#include "analyses/leaderboard/leaderboard.hpp"
#include "lca/base/byte_source.hpp"
#include "lca/base/text.hpp"
#include "lca/base/zoned_time.hpp"
#include "lca/document/json_fields.hpp"
#include "lca/document/load.hpp"
#include "lca/page/json_writer.hpp"
#include "lca/units/quantity.hpp"
#include "models/results/measure.hpp"

namespace lca {
namespace {

constexpr std::array<std::string_view, 3> phases = {"embodied", "idle", "dynamic"};
constexpr std::size_t day = 10;  // length of "2022-03-11"

void join(std::string& text, std::string_view more, std::string_view between = ", ") {
    if (!text.empty()) text += between;
    text += more;
}

/// "life_cycle" as "life cycle".
std::string with_blanks(std::string text) {
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string joined(const std::set<std::string>& all) {
    std::string text;
    for (const std::string& one : all) join(text, one);
    return text;
}

class Answer final : public JsonFields {
public:
    explicit Answer(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    std::optional<LeaderboardEntry> finish(std::uint32_t file) && {
        if (diagnostics_.has_errors()) return std::nullopt;
        if (!version_ || !(has_results_ || has_energy_)) {
            diagnostics_.error(
                {file, 1, 1}, "this is not a result of `lca evaluate` or `lca rate`",
                "JSON that `lca evaluate FILE --format json` or `lca rate … --format json` prints");
            return std::nullopt;
        }
        if (!has_results_)
            finish_rating();
        else
            finish_emissions();
        return std::move(entry_);
    }

private:
    void field(std::string_view path, const JsonScalar& scalar) override {
        if (path == "schema_version") return check_version(scalar);
        if (path.starts_with("results.")) return result(path.substr(8), scalar);
        if (scalar.is_number()) add_number(path, scalar);
        constexpr std::size_t max_letters = 10'000;
        if (scalar.is_text()) add_text(path, shown(scalar.text, max_letters));  // no invisible characters
    }

    void check_version(const JsonScalar& scalar) {
        version_ = true;
        if (scalar.is_number() && scalar.number == schema_version) return;
        diagnostics_.error(scalar.place, "results of this version cannot be read", "`\"schema_version\": 1`");
        stop();
    }

    void add_number(std::string_view path, const JsonScalar& scalar) {
        if (path == "energy_wh") {
            has_energy_ = true;
            total(energy_key_, scalar);
            entry_.value = entry_.energy;
        }
        if (path == "stars") stars(scalar);
        constexpr std::string_view per_unit = "functional_unit.per_unit.";
        if (path.starts_with(per_unit) && path.substr(per_unit.size()) == climate_key_)
            per_unit_ = scalar.number;
        if (path.starts_with(per_unit) && path.substr(per_unit.size()) == energy_key_)
            energy_per_unit_ = scalar.number;
        if (path == "hours[].start_s" || path == "power_logs[].start_s")
            dates_.insert(utc_text(scalar.number).substr(0, day));
    }

    void stars(const JsonScalar& scalar) {
        constexpr double max_stars = 5;
        if (scalar.number >= 1 && scalar.number <= max_stars &&
            scalar.number == static_cast<int>(scalar.number)) {
            entry_.stars = static_cast<int>(scalar.number);
        } else {
            diagnostics_.error(scalar.place, "stars are a whole number from 1 to 5");
        }
    }

    void add_text(std::string_view path, const std::string& said) {
        if (path == "title") entry_.title = said;
        if (path == "of") of_ = said;
        if (path == "name") entry_.kind = said;
        if (path == "variant_title" || (path == "variant" && variant_.empty())) variant_ = said;
        if (path == "set[].path") join(set_, said);
        if (path == "set[].value") join(set_, said, "=");
        if (path == "functional_unit.name") unit_ = said;
        if (path == "bases[].counts" || path == "basis") bases_.insert(with_blanks(said));
        if (path == "includes" || path == "includes[]") includes_.insert(said);
        if (path == "hardware" || path == "hardware[]") hardware_.insert(said);
        if (path == "start" || path == "date") dates_.insert(said);
        if (path == "boundary") boundary_ = said;
        if (path == "gaps[].of") gap_ = said;
        if (path == "gaps[].measures[]" && said == climate_key_) add_gap();
    }

    /// Reads one value of a result in a measure; `path` is "total.gwp_kgco2e".
    void result(std::string_view path, const JsonScalar& scalar) {
        const std::size_t dot = path.rfind('.');
        if (dot == std::string_view::npos) return;
        const std::string_view name = path.substr(0, dot), key = path.substr(dot + 1);
        has_results_ = true;
        if (name == "total" && (key == climate_key_ || key == energy_key_)) total(key, scalar);
        if (name == "total." + std::string(climate_key_)) {
            diagnostics_.error(scalar.place,
                               "the total has many values, as in the output of `lca uncertainty`",
                               "the result of `lca evaluate FILE --format json`");
            return stop();
        }
        if (key != climate_key_) return;
        for (std::size_t i = 0; i < phases.size(); ++i) {
            if (name == phases[i]) counted_[i] = scalar.is_number() && scalar.number != 0;
        }
        add_hardware(name);
    }

    void total(std::string_view key, const JsonScalar& scalar) {
        using Kind = JsonScalar::Kind;
        if (scalar.kind == Kind::null) return;
        if (scalar.kind != Kind::number || !within_range(scalar.number)) {
            diagnostics_.error(scalar.place, "the total is not a possible result",
                               "a number, or null where it is not assessed");
            return stop();
        }
        (key == climate_key_ ? entry_.value : entry_.energy) = scalar.number;
    }

    /// Collects the hardware's id from a result's name: "run.embodied.nvidia-a100-sxm4-80gb".
    void add_hardware(std::string_view name) {
        constexpr std::string_view within = ".embodied.";
        const std::size_t at = name.find(within);
        if (at == std::string_view::npos || name.starts_with("stage.")) return;
        const std::string_view id = name.substr(at + within.size());
        if (id.find('.') == std::string_view::npos) hardware_.insert(std::string(id));
    }

    /// Notes the phase of the gap that was just read, if it has one, as not assessed in part.
    void add_gap() {
        for (std::size_t i = 0; i < phases.size(); ++i) {
            if (("." + gap_ + ".").find("." + std::string(phases[i]) + ".") != std::string::npos)
                open_[i] = true;
        }
    }

    void finish_rating() {
        entry_.title = of_.empty() ? "a stated energy" : of_;
        entry_.per = "1,000 queries";
        entry_.boundary = "electricity of queries";
    }

    void finish_emissions() {
        entry_.kind = "emissions";
        join(entry_.note, variant_);
        if (!set_.empty()) join(entry_.note, set_, "; ");
        if (per_unit_) {
            entry_.value = per_unit_;
            entry_.energy = energy_per_unit_;
            entry_.per = unit_;
        }
        std::string open;
        for (std::size_t i = 0; i < phases.size(); ++i) {
            if (counted_[i]) join(entry_.boundary, phases[i]);
            if (open_[i]) join(open, phases[i]);
        }
        if (entry_.boundary.empty()) entry_.boundary = "nothing";
        if (!open.empty()) entry_.boundary += "; not assessed in part: " + open;
        if (!boundary_.empty()) entry_.boundary = boundary_;
        entry_.includes = joined(includes_);
        entry_.basis = joined(bases_);
        entry_.hardware = joined(hardware_);
        entry_.date = dates_.empty() ? "" : *dates_.begin();
    }

    Diagnostics& diagnostics_;
    const std::string_view climate_key_ = measure(index_of::climate).json_key,
                           energy_key_ = measure(energy_measure).json_key;
    LeaderboardEntry entry_ = {};
    bool version_ = false, has_results_ = false, has_energy_ = false;
    std::array<bool, phases.size()> counted_ = {}, open_ = {};
    std::optional<double> per_unit_, energy_per_unit_;
    std::string variant_, set_, unit_, of_, gap_, boundary_;
    std::set<std::string> bases_, includes_, hardware_, dates_;
};

}  // namespace

std::optional<LeaderboardEntry> read_result(Session& session, const std::string& file) {
    constexpr std::size_t max_bytes = 200'000'000;  // largest accepted file, in bytes
    const std::uint32_t number =
        add_file(file, session.sources(),
                 {.limit = max_bytes, .shown = Source::Shown::no_lines, .pipes = Pipes::read});
    Answer answer(session.diagnostics());
    TextBytes bytes(session.sources()[number].text);
    read_json(bytes, number, answer, session.diagnostics());
    std::optional<LeaderboardEntry> entry = std::move(answer).finish(number);
    if (entry) entry->file = file;
    return entry;
}

}  // namespace lca
