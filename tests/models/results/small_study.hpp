#pragma once
// A recording made by hand, small enough to be worked out on paper, for the tests of studies and reports.
//
//   training   device time 1,000 GPU*h, power 400 W/GPU -> 400 kWh; pue 1.5 -> 600 kWh; 50 gCO2e/kWh -> 30 kg
//   dynamic
//              embodied 20 kg ("box" 12 kg, "card" 8 kg); idle 10 kg and 200 kWh
//   serving    1,000 requests, 2 kWh -> 100 g dynamic; idle is a gap; embodied zero
//   total      60.1 kg of what is assessed, 802 kWh

#include <array>
#include <memory>
#include <string_view>

#include "lca/units/quantity.hpp"
#include "models/results/point_result.hpp"

namespace lca::test {

/// An input as a file would give it: "400 W". The texts must live as long as it.
inline Input input(std::string_view path, std::string_view text, std::uint32_t line,
                   std::string_view source = {}) {
    const Quantity quantity = std::get<Quantity>(parse_quantity(text));
    Input input;
    input.path = path;
    input.value = quantity.value;
    input.dimension = quantity.unit.dimension;
    input.written = quantity.written;
    input.unit = quantity.unit.text;
    input.unit_factor = quantity.unit.factor;
    input.place = {0, line, 5};
    input.source = source;
    return input;
}

class SmallStudy : public Assessment {
public:
    SmallStudy() { record(); }

    StepId dynamic_of_training = no_step;

private:
    using Steps = std::array<StepId, measure_count>;

    static Steps steps(StepId climate, StepId energy) {
        Steps result;
        result.fill(no_step);
        result[index_of::climate] = climate;
        result[energy_measure] = energy;
        return result;
    }

    void row(RowKey key, Steps of) { results.rows.push_back({.key = key, .steps = of}); }

    void record() {
        Recorder r;
        const Dimension climate = Dimension::impact(Category::climate);
        const Dimension energy = measure(energy_measure).dimension;
        const Step gpu_time = r.input(input("parameters.gpu_time", "1000 GPU*h", 3, "Table 1"));
        const Step power = r.input(input("activities.training.dynamic.power", "400 W/GPU", 9));
        Input stated = input("sites.here.pue", "1.5", 0);
        stated.origin = Origin::default_value;
        stated.place = {};
        stated.note = "nothing is stated";
        const Step pue = r.input(stated);
        const Step grid = r.input(input("sites.here.grid.intensity", "50 gCO2e/kWh", 5, "Table 1"));
        const Step it_energy = power * gpu_time;
        r.label(it_energy, "energy of the accelerators", energy);
        const Step drawn = it_energy * pue;
        const Step dynamic = drawn * grid;
        dynamic_of_training = dynamic.id();
        const Step box = r.input(input("box.embodied", "12 kgCO2e", 20));
        Input doubtful = input("card.embodied", "8 kgCO2e", 21);
        doubtful.status = "assumed";
        doubtful.uncertainty = std::make_shared<Distribution>(Distribution{.written = "normal, cv 10 %"});
        const Step card = r.input(doubtful);
        const Step idle_energy = r.input(input("activities.training.idle.energy", "200 kWh", 11));
        const Step idle = idle_energy * grid;
        const Step nothing = r.constant(0);
        const Step served_energy = r.input(input("activities.serving.dynamic.energy", "2 kWh", 30));
        const Step served = served_energy * grid;
        const Step requests = r.input(input("activities.serving.requests", "1000 request", 31));
        const std::array<Step, 2> embodied_parts = {box, card};
        const Step embodied = r.sum(embodied_parts);
        const Step training = r.sum(std::array<Step, 3>{embodied, idle, dynamic});
        const Step training_energy = r.sum(std::array<Step, 2>{idle_energy, drawn});
        const Step all_dynamic = r.sum(std::array<Step, 2>{dynamic, served});
        const Step all_energy = r.sum(std::array<Step, 2>{training_energy, served_energy});
        const Step total = r.sum(std::array<Step, 3>{embodied, idle, all_dynamic});
        const Step amount = r.input(input("functional_unit.amount", "2", 2));

        // Stage 0 is training, 1 inference; activity 0 training, 1 serving.
        results.stages = {"training", "inference"};
        results.line_names = {"box", "card"};
        results.texts = {"idle is `not_assessed` in the file"};
        results.activities.resize(2);
        results.activities[0] = {"training", "", 0};
        results.activities[0].device_time = gpu_time.id();
        results.activities[1] = {"serving", "", 1};
        results.activities[1].requests = requests.id();
        results.functional_amount = amount.id();
        results.functional_unit = "trained model";
        Gap gap;
        gap.activity = 1;
        gap.phase = PhaseKind::idle;
        gap.measures = 1U << index_of::climate | 1U << energy_measure;
        results.gaps.push_back(gap);

        const Step drawn_all = drawn + served_energy;
        row(TotalRow{}, steps(total.id(), all_energy.id()));
        row(PhaseRow{PhaseKind::embodied}, steps(embodied.id(), nothing.id()));
        row(PhaseRow{PhaseKind::idle}, steps(idle.id(), idle_energy.id()));
        row(PhaseRow{PhaseKind::dynamic}, steps(all_dynamic.id(), drawn_all.id()));
        row(StageRow{0}, steps(training.id(), training_energy.id()));
        row(StagePhaseRow{0, PhaseKind::embodied}, steps(embodied.id(), nothing.id()));
        row(StagePhaseRow{0, PhaseKind::idle}, steps(idle.id(), idle_energy.id()));
        row(StagePhaseRow{0, PhaseKind::dynamic}, steps(dynamic.id(), drawn.id()));
        row(StageRow{1}, steps(served.id(), served_energy.id()));
        row(ActivityRow{0}, steps(training.id(), training_energy.id()));
        row(ActivityPhaseRow{0, PhaseKind::embodied}, steps(embodied.id(), nothing.id()));
        row(LineRow{0, PhaseKind::embodied, 0}, steps(box.id(), nothing.id()));
        row(LineRow{0, PhaseKind::embodied, 1}, steps(card.id(), nothing.id()));
        row(ActivityPhaseRow{0, PhaseKind::idle}, steps(idle.id(), idle_energy.id()));
        row(ActivityPhaseRow{0, PhaseKind::dynamic}, steps(dynamic.id(), drawn.id()));
        row(ActivityRow{1}, steps(served.id(), served_energy.id()));
        row(ActivityPhaseRow{1, PhaseKind::embodied}, steps(nothing.id(), nothing.id()));
        row(ActivityPhaseRow{1, PhaseKind::idle}, steps(no_step, no_step));
        row(ActivityPhaseRow{1, PhaseKind::dynamic}, steps(served.id(), served_energy.id()));

        const Step ratio = training_energy / served_energy;
        results.outputs.push_back({"break_even", ratio.id(), {}, {}});
        results.outputs.push_back({"open", no_step, climate, "serving.idle"});
        static_cast<Assessment&>(*this) = assessment(std::move(r), std::move(results));
    }
};

/// For an Evaluation that does not own its result; that must outlive it.
inline std::shared_ptr<const PointResult> unowned(const PointResult& result) {
    return {std::shared_ptr<const void>(), &result};
}

}  // namespace lca::test
