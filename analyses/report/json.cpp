// The data for the script of a page; lca/page/web/data.ts says what each key means.
#include <cmath>

#include "analyses/comparison/waterfall_json.hpp"
#include "analyses/report/equivalents_json.hpp"
#include "analyses/report/recording.hpp"
#include "analyses/report/recording_json.hpp"
#include "analyses/report/report_json.hpp"
#include "analyses/report/row_kind.hpp"
#include "analyses/report/wording.hpp"
#include "analyses/shared/json.hpp"
#include "analyses/shared/notes.hpp"
#include "lca/base/base64.hpp"
#include "lca/math/quantile.hpp"
#include "lca/page/scale.hpp"
#include "lca/units/base_conversion.hpp"
#include "lca/units/quantity.hpp"

namespace lca::report {
namespace {

constexpr std::size_t max_listed = 2000;  // at most so many figures, and gaps, are listed

/// By Quantile::Form as an index; few_steps is called "steps", too.
constexpr std::string_view form_names[] = {"straight", "normal", "lognormal", "triangular",
                                           "pert",     "steps",  "steps",     "metalog"};

class DataWriter {
public:
    DataWriter(const InteractiveReport& report, Session& session)
        : report_(report),
          point_(*report.evaluation.result),
          results_(point_.results()),
          shipped_(point_, report.is_large),
          wording_(*report.evaluation.model, session),
          measures_(shown_measures(results_)) {}

    std::string write(const std::vector<std::string>& command) {
        begin_answer(json_, report_.evaluation);
        const Evaluation& evaluation = report_.evaluation;
        json_.entry_if("variant_title", evaluation.variant_title).entry_if("source", evaluation.source);
        json_.entry_if("note", evaluation.note).key("is_large").truth(report_.is_large);
        json_.texts("command", command);
        write_files(json_, *evaluation.sources);
        measures();
        write_recording(json_, point_, shipped_, report_.is_large);
        inputs();
        movable();
        activities();
        phases();
        rows();
        gaps();
        outputs();
        per_use();
        rests_on();
        alternatives();
        write_equivalents_of_page(json_, report_.equivalents, measures_);
        if (report_.options.compared) write_waterfalls(json_, *report_.options.compared);
        draws();
        said();
        json_.end_object();
        return std::move(json_).take();
    }

private:
    /// Writes a conversion factor: a number, or, if it is not exactly a double, two numbers whose sum it is.
    void factor(std::string_view key, long double value) {
        const auto high = static_cast<double>(value);
        const auto low = static_cast<double>(value - high);
        json_.key(key);
        if (low == 0) {
            json_.value(high);
        } else {
            json_.begin_array().value(high).value(low).end_array();
        }
    }

    void conversion(std::string_view unit) {
        const Parsed<BaseConversion> parsed = conversion_to_base(unit);
        const auto* known = std::get_if<BaseConversion>(&parsed);
        factor("multiple", known ? known->multiple : 1);
        factor("divisor", known ? known->divisor : 1);
    }

    void measures() {
        json_.key("measures").begin_array();
        for (const std::size_t index : measures_) {
            const Measure& one = measure(index);
            json_.begin_object().entry("name", one.name).entry("suffix", one.suffix).entry("unit", one.unit);
            json_.entry("factor", one.unit_in_base).end_object();
        }
        json_.end_array().key("ladder").begin_array();
        for (const std::string_view unit : impacts()[index_of::climate].units_shown) {
            const Parsed<UnitText> parsed = parse_unit(unit);
            const auto* known = std::get_if<UnitText>(&parsed);
            if (!unit.empty() && known) json_.begin_array().value(unit).value(known->factor).end_array();
        }
        json_.end_array();
    }

    void quantile(const Input& input, const std::string& name) {
        const Quantile made(*input.uncertainty);
        const Quantile::Parts parts = made.parts();
        json_.entry("key", stream_text(stream_key(report_.options.seed, name)));
        json_.key("quantile").begin_object().entry("form", form_names[static_cast<std::size_t>(parts.form)]);
        json_.entry("a", parts.a).entry("b", parts.b).entry("c", parts.c);
        if (parts.is_truncated) {
            json_.key("kept").begin_object().entry("from", parts.from).entry("share", parts.share);
            const auto end = [](double x) { return std::isfinite(x) ? std::optional(x) : std::nullopt; };
            json_.entry("low", end(made.lowest())).entry("high", end(made.highest())).end_object();
        }
        if (!parts.table.empty()) json_.key("table").whole(table_number(base64(parts.table)));
        if (!parts.table.empty() && parts.form != Quantile::Form::pert)
            json_.key("shares").whole(table_number(base64(parts.shares)));
        json_.end_object();
    }

    static std::string stream_text(std::uint64_t key) {
        std::string text;
        for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[key >> shift & 15U];
        return text;
    }

    std::size_t table_number(std::string table) {
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            if (tables_[i] == table) return i;
        }
        tables_.push_back(std::move(table));
        return tables_.size() - 1;
    }

    void inputs() {
        const Inputs& all = point_.calculation().inputs();
        const std::vector<std::string> names = draw_names(point_.calculation());
        const std::vector<std::size_t> listed =
            report_.is_large ? shown_inputs(point_.assessment()) : shipped_.inputs();
        json_.key("inputs").begin_array();
        std::size_t count = 0;
        for (const std::size_t i : listed) {
            if (report_.is_large && count++ == max_listed) break;
            const Input input = all[i];
            const InputName name = wording_.name_of(input, i);
            json_.begin_object()
                .entry("path", input.path)
                .entry("label", name.label)
                .entry("context", name.context);
            json_.entry("value", input.value).entry("written", input.written).entry("unit", input.unit);
            json_.entry("origin", to_string(input.origin));
            json_.entry_if("where", where(input, *report_.evaluation.sources))
                .entry_if("source", input.source);
            json_.entry_if("note", input.note).entry_if("status", input.status);
            if (input.uncertainty) {
                json_.entry("uncertainty", input.uncertainty->written);
                if (!report_.is_large && report_.no_draws.empty()) quantile(input, names[i]);
            }
            json_.end_object();
        }
        json_.end_array().key("input_count").whole(listed.size());
        json_.texts("tables", tables_);
    }

    void movable() {
        json_.key("movable").begin_array();
        for (const MovableInput& one : report_.movable) {
            json_.begin_object().key("input").whole(*shipped_.input(one.input));
            json_.entry("written", one.written).entry("unit", one.unit);
            conversion(one.unit);
            json_.entry("low", one.low).entry("high", one.high).entry("step", one.step).end_object();
        }
        json_.end_array();
    }

    void activities() {
        json_.key("activities").begin_array();
        for (const ActivityInfo& activity : results_.activities) {
            if (report_.is_large && &activity - results_.activities.data() >= 100) break;
            json_.begin_object().entry("id", activity.id);
            json_.entry("title", activity.title.empty() ? in_plain_words(activity.id) : activity.title);
            json_.entry("stage", in_plain_words(results_.stages.at(activity.stage)));
            json_.key("included").truth(activity.included).end_object();
        }
        json_.end_array().key("activity_count").whole(results_.activities.size());
    }

    void phases() {
        json_.key("phases").begin_array();
        for (const PhaseKind phase : all_phases) {
            std::string title(to_string(phase));
            title.front() = static_cast<char>(title.front() - 'a' + 'A');
            json_.begin_object().entry("name", to_string(phase)).entry("title", title);
            json_.key("by_line").truth(phase == PhaseKind::embodied).end_object();
        }
        json_.end_array().key("work_phase").whole(static_cast<std::size_t>(PhaseKind::dynamic));
    }

    void rows() {
        json_.key("rows").begin_array();
        for (const Result* row : shown_rows(results_, report_.is_large)) {
            json_.begin_object().entry("name", results_.name(*row)).entry("kind", kind_of(*row));
            json_.key("steps").begin_array();
            for (const std::size_t index : measures_)
                write_number(json_, shipped_.step(row->steps.at(index)));
            json_.end_array();
            if (row->activity()) json_.key("activity").whole(*row->activity());
            if (const auto phase = phase_of(*row)) json_.key("phase").whole(static_cast<std::size_t>(*phase));
            if (const auto line = line_of(*row))
                json_.entry("line", wording_.line(results_.line_names.at(*line)));
            json_.end_object();
        }
        json_.end_array();
    }

    void gaps() {
        json_.key("gaps").begin_array();
        std::size_t count = 0;
        for (const Gap& gap : results_.gaps) {
            std::uint32_t shown = 0;
            for (std::size_t i = 0; i < measures_.size(); ++i)
                shown |= (gap.measures >> measures_[i] & 1U) << i;
            if (shown == 0 || count++ >= max_listed) continue;
            json_.begin_object()
                .entry("of", results_.name(gap))
                .key("phase")
                .whole(static_cast<std::size_t>(gap.phase));
            if (gap.activity) json_.key("activity").whole(*gap.activity);
            if (gap.line) json_.entry("line", wording_.line(results_.line_names.at(*gap.line)));
            json_.key("measures").whole(shown).entry("reason", results_.texts.at(gap.reason)).end_object();
        }
        json_.end_array().key("gap_count").whole(count);
    }

    void outputs() {
        json_.key("outputs").begin_array();
        for (const Output& output : results_.outputs) {
            const std::optional<double> value = point_.value(output.step);
            const InUnit exact = in_customary_unit(value, output.dimension);
            const double size = value.value_or(0);
            const Scale shown = scale_for(output.dimension, {&size, 1});
            json_.begin_object().entry("id", output.name).entry("title", wording_.output(output)).key("step");
            write_number(json_, shipped_.step(output.step));
            json_.entry("factor", exact.factor).entry("unit", shown.unit).entry("shown_factor", shown.factor);
            json_.key("partial").truth(output.partial).entry_if("reason", output.reason).end_object();
        }
        json_.end_array();
    }

    void per_use() {
        json_.key("per").begin_array();
        const Result* total = results_.find("total");
        if (total) {
            for (const std::size_t use : listed_uses(results_, *total)) {
                const std::string name = per_use_name(results_, *total, index_of::climate, use);
                const Measure& of = measure(index_of::climate);
                const bool assessed = total->steps.at(index_of::climate) != no_step;
                const std::optional<StepId> step = assessed ? per_step(name) : std::nullopt;
                json_.begin_object().entry("name", uses()[use].name).key("step");
                write_number(json_, step ? shipped_.step(*step) : std::nullopt);
                json_.entry("unit", of.unit).entry("factor", of.unit_in_base).end_object();
            }
        }
        json_.end_array();
        json_.entry_if("functional_unit", results_.functional_unit);
    }

    std::optional<StepId> per_step(const std::string& name) const {
        const std::optional<NamedFigure> found = find_name(results_, name);
        if (!found || found->whole == no_step) return std::nullopt;
        return found->whole;
    }

    void rests_on() {
        json_.key("rests").begin_array();
        for (const Phrase& part : wording_.rests_on(shipped_.inputs())) {
            if (!part.is_input) {
                json_.value(part.words);
            } else if (const auto input = shipped_.input(part.input)) {
                json_.begin_object().key("input").whole(*input).entry_if("noun", part.noun).end_object();
            }
        }
        json_.end_array();
        json_.key("systems").whole(report_.evaluation.model->scenario.systems.size());
        json_.key("sites").whole(report_.evaluation.model->scenario.sites.size());
    }

    void alternatives() {
        json_.key("alternatives").begin_array();
        for (const Alternative& one : report_.alternatives) {
            json_.begin_object().entry("id", one.id).entry("title", one.title).entry("total", one.total);
            json_.key("partial").truth(one.partial).key("comparable").truth(one.comparable);
            if (one.difference)
                json_.key("difference")
                    .begin_array()
                    .value(one.difference->first)
                    .value(one.difference->second)
                    .end_array();
            json_.end_object();
        }
        json_.end_array();
        if (report_.options.compared && !report_.options.compared->draws.differences.empty())
            json_.key("paired_draws").whole(report_.options.compared->draws.samples);
    }

    void draws() {
        json_.key("draws").whole(report_.options.draws).key("seed").whole(report_.options.seed);
        json_.entry_if("no_draws", report_.no_draws);
        if (!report_.totals.empty()) json_.entry("totals", base64(report_.totals));
    }

    void said() {
        std::vector<std::string> warnings;
        if (report_.options.equivalents && report_.equivalents.items.empty())
            warnings.push_back("no equivalents: " + report_.equivalents.reason);
        if (report_.options.compared)
            for (const std::string& warning : report_.options.compared->warnings) warnings.push_back(warning);
        for (const Fault& fault : report_.evaluation.warnings) warnings.push_back(fault.message);
        json_.texts("warnings", warnings);
        std::vector<std::string> remarks = boundary_sentences(point_);
        remarks.insert(remarks.end(), results_.remarks.begin(), results_.remarks.end());
        for (const ProxyGrid& one : results_.stand_ins) remarks.push_back(one.path + ": " + one.message);
        json_.texts("remarks", remarks);
    }

    const InteractiveReport& report_;
    const PointResult& point_;
    const Results& results_;
    PrunedRecording shipped_;
    Wording wording_;
    std::vector<std::size_t> measures_;
    std::vector<std::string> tables_;
    JsonWriter json_{1};
};

}  // namespace

std::string data_of(const InteractiveReport& report, Session& session,
                    const std::vector<std::string>& command) {
    return DataWriter(report, session).write(command);
}

}  // namespace lca::report
