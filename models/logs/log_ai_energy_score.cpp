// AI Energy Score: one row per model and task, with the energy in Wh of its GPUs for all prompts together.

#include <fmt/core.h>

#include "lca/document/csv_reader.hpp"
#include "models/logs/log.hpp"

namespace lca {
namespace {

class ScoreTable {
public:
    explicit ScoreTable(LogInput& input)
        : input_(input), table_(input.bytes, input.file, input.diagnostics) {}

    void read() {
        const auto model = table_.column("model_name"), energy = table_.column("gpu_energy_wh");
        const auto prompts = table_.column("total_prompts"),
                   seconds = table_.column("total_duration_seconds");
        if (!model || !energy || !prompts || !seconds) return;
        const auto tokens = table_.find("total_tokens"), task = table_.find("task");
        std::size_t runs = 0;
        while (table_.next() && !table_.number_is_truncated(*energy)) {
            const auto wh = table_.amount(*energy), served = table_.amount(*prompts),
                       lasted = table_.amount(*seconds);
            if (!wh || !served || !lasted) return;
            LoggedRun run;
            run.title = std::string(table_.cell(*model));
            if (task && !table_.cell(*task).empty()) run.title += ", " + std::string(table_.cell(*task));
            run.id = std::string(table_.cell(*model));
            run.stage = "inference";
            run.file = input_.name;
            run.rows = rows_text({table_.line()});
            run.seconds = *lasted;
            run.energies = {{"gpu", *wh, "Wh"}};
            run.has_host = false;
            run.requests = *served;
            if (tokens && !table_.cell(*tokens).empty()) {
                run.tokens = table_.amount(*tokens);
                if (!run.tokens) return;
            }
            run.remarks.emplace_back(
                "energy of the GPUs only, for all prompts; the row gives neither the GPUs nor the time");
            input_.logs.runs.push_back(std::move(run));
            ++runs;
        }
        table_.warn_of_open_end();
        if (table_.good() && runs == 0)
            input_.diagnostics.error(table_.place(), "no row of a model", "one row per model");
    }

private:
    LogInput& input_;
    CsvReader table_;
};

class ScoreReader final : public LogReader {
public:
    void read(LogInput& input) override { ScoreTable(input).read(); }
};

constexpr LogFormat ai_energy_score_format = {
    .name = "ai-energy-score",
    .help = "results of the AI Energy Score, one row per model",
    .is_one =
        [](const LogHead& head) { return head.has_column("gpu_energy_wh") && head.has_column("model_name"); },
    .reader = [] { return std::unique_ptr<LogReader>(std::make_unique<ScoreReader>()); }};

}  // namespace

const LogFormat& ai_energy_score_log() {
    return ai_energy_score_format;
}

}  // namespace lca
