// CodeCarbon's emissions.csv, versions 1 to 3. Rows of a run are cumulative, energies include the PUE, and
// times are local times at which rows were written.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"
#include "models/logs/log.hpp"

namespace lca {
namespace {

constexpr double same_start = 1.5;       // s; times in the file are whole seconds
constexpr double same_energy = 1e-6;     // relative difference allowed between energy and sum of parts
constexpr std::size_t looked_back = 16;  // earlier runs that a row without a run id may continue

/// One row of the file.
struct CodecarbonRow {
    std::uint32_t line = 0;
    std::string run, task, project, country, cpu, gpu;
    Moment end;
    double seconds = 0;
    std::optional<double> energy, cpu_energy, gpu_energy, ram_energy, emissions, pue, gpus;
    bool is_process = false;
};

struct CodecarbonRun {
    CodecarbonRow last;
    std::vector<std::uint32_t> earlier;  // earlier rows of the same run
};

/// The GPUs of a row: "2 x Tesla V100S-PCIE-32GB" is two of that name; several kinds are separated by commas.
std::vector<LoggedDevices> devices_of(const CodecarbonRow& row, Place place) {
    std::vector<LoggedDevices> found;
    std::string_view rest = row.gpu;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view one = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (one.starts_with(' ')) one.remove_prefix(1);
        const std::size_t digits = std::min(one.find_first_not_of("0123456789"), one.size());
        const Parsed<double> count = parse_cell(one.substr(0, digits));
        if (digits > 0 && one.substr(digits).starts_with(" x ") && std::holds_alternative<double>(count)) {
            found.push_back({std::string(one.substr(digits + 3)), std::get<double>(count), place});
        } else if (!one.empty()) {
            found.push_back({std::string(one), row.gpus.value_or(1), place});
        }
    }
    if (found.empty() && row.gpus.value_or(0) > 0) found.push_back({"", *row.gpus, place});
    return found;
}

class CodecarbonTable {
public:
    explicit CodecarbonTable(LogInput& input)
        : input_(input), table_(input.bytes, input.file, input.diagnostics) {}

    void read() {
        const auto stamp = table_.column("timestamp"), duration = table_.column("duration"),
                   energy = table_.column("energy_consumed");
        if (!stamp || !duration || !energy) return;
        while (table_.next()) {
            CodecarbonRow row;
            row.line = table_.line();
            if (!read_row(row, *stamp, *duration, *energy)) continue;
            add(std::move(row));
        }
        table_.warn_of_open_end();
        if (!table_.good()) return;
        if (!without_energy_.empty()) input_.note(rows_text(without_energy_), "no energy_consumed");
        for (CodecarbonRun& run : runs_) finish(run);
        if (runs_.empty()) input_.diagnostics.error(table_.place(), "no row has an energy_consumed");
    }

private:
    std::optional<double> optional_number(std::size_t column) {
        if (table_.cell(column).empty()) return std::nullopt;
        const std::optional<double> number = table_.number(column);
        if (number && *number < 0) {
            table_.fault(column, "a negative figure", "0 or more");
            return std::nullopt;
        }
        return number;
    }
    std::optional<double> number_of(std::string_view heading) {
        const auto column = table_.find(heading);
        return column ? optional_number(*column) : std::nullopt;
    }
    std::string text_of(std::string_view heading) {
        const auto column = table_.find(heading);
        return column ? std::string(table_.cell(*column)) : std::string();
    }

    bool read_row(CodecarbonRow& row, std::size_t stamp, std::size_t duration, std::size_t energy) {
        const std::optional<double> seconds = optional_number(duration);
        if (!seconds) {
            if (table_.good()) table_.fault(duration, "an empty cell", "seconds");
            return false;
        }
        row.seconds = *seconds;
        row.energy = optional_number(energy);
        if (!table_.good()) return false;
        row.run = text_of("run_id");
        row.task = text_of("task_name");
        const std::string wrong =
            read_moment(table_.cell(stamp), input_.zone, nullptr, std::nullopt, row.end);
        if (!wrong.empty()) {
            table_.fault(
                stamp, wrong, "the local time of writing, such as `2024-05-31T10:39:13`",
                input_.zone != nullptr ? "give the offset of that hour as `--zone`, such as `+01:00`" : "");
            return false;
        }
        row.cpu_energy = number_of("cpu_energy");
        row.gpu_energy = number_of("gpu_energy");
        row.ram_energy = number_of("ram_energy");
        row.emissions = number_of("emissions");
        row.pue = number_of("pue");
        row.gpus = number_of("gpu_count");
        row.gpu = text_of("gpu_model");
        row.cpu = text_of("cpu_model");
        row.country = text_of("country_iso_code");
        row.project = text_of("project_name");
        row.is_process = text_of("tracking_mode") == "process";
        if (row.pue && *row.pue < 1 && table_.good()) {
            table_.fault(*table_.find("pue"), "a PUE below 1", "1 or more");
        }
        return table_.good();
    }

    /// The run that a row continues; null if it begins a new one.
    CodecarbonRun* known(const CodecarbonRow& row) {
        if (!row.run.empty()) {
            const auto found = by_id_.find(row.run + '\n' + row.task);
            return found == by_id_.end() ? nullptr : &runs_[found->second];
        }
        const auto start = [](const CodecarbonRow& one) {
            return std::chrono::duration<double>(one.end.at.time_since_epoch()).count() - one.seconds;
        };
        for (std::size_t back = 0; back < std::min(looked_back, without_id_.size()); ++back) {
            CodecarbonRun& run = runs_[without_id_[without_id_.size() - 1 - back]];
            if (std::abs(start(run.last) - start(row)) <= same_start) return &run;
        }
        return nullptr;
    }

    void add(CodecarbonRow row) {
        CodecarbonRun* const run = known(row);
        if (!row.energy) {
            without_energy_.push_back(row.line);
            return;
        }
        if (run == nullptr) {
            if (row.run.empty()) {
                without_id_.push_back(runs_.size());
            } else {
                by_id_.emplace(row.run + '\n' + row.task, runs_.size());
            }
            runs_.push_back({std::move(row), {}});
            return;
        }
        if (*row.energy < *run->last.energy || row.seconds < run->last.seconds) {
            table_.fault(
                *table_.find("energy_consumed"),
                fmt::format("less than in row {} of the same run, but what a run writes is cumulative",
                            run->last.line),
                "rows of one run in the order of their writing");
            return;
        }
        run->earlier.push_back(run->last.line);
        run->last = std::move(row);
    }

    void finish(CodecarbonRun& run) {
        const CodecarbonRow& row = run.last;
        const std::string name =
            row.run.empty() ? fmt::format("the run of row {}", row.line) : "run " + row.run;
        if (!run.earlier.empty()) {
            input_.note(
                rows_text(run.earlier),
                fmt::format(
                    "written earlier by {}: its rows are cumulative, so that only the last counts (row {})",
                    name, row.line));
        }
        LoggedRun made;
        made.id = row.run.empty() ? fmt::format("row_{}", row.line) : "run_" + row.run;
        if (!row.task.empty()) made.id += "_" + row.task;
        made.title = row.project.empty() ? name : row.project + ", " + name;
        if (!row.task.empty()) made.title += ", task " + row.task;
        made.file = input_.name;
        made.rows = rows_text({row.line});
        made.seconds = row.seconds;
        made.begin = row.end;  // rows are written at the end of a run
        made.begin->at -=
            std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(row.seconds));
        made.country = row.country;
        made.includes_idle = !row.is_process;
        made.pue = row.pue;
        made.devices = devices_of(row, {input_.file, row.line, 0});
        add_energies(row, made);
        if (row.emissions && *row.energy > 0) {
            made.remarks.push_back(fmt::format("the file's own emissions: {} kgCO2e, {} kgCO2e/kWh",
                                               *row.emissions, *row.emissions / *row.energy));
        }
        if (!row.cpu.empty()) made.remarks.push_back("processor: " + row.cpu);
        input_.logs.runs.push_back(std::move(made));
    }

    static void add_energies(const CodecarbonRow& row, LoggedRun& made) {
        const bool has_parts = row.cpu_energy && row.gpu_energy && row.ram_energy;
        const double parts =
            row.cpu_energy.value_or(0) + row.gpu_energy.value_or(0) + row.ram_energy.value_or(0);
        if (has_parts && std::abs(parts - *row.energy) <= same_energy * *row.energy) {
            made.energies = {{"cpu", *row.cpu_energy}, {"gpu", *row.gpu_energy}, {"ram", *row.ram_energy}};
            if (*row.gpu_energy == 0 && made.devices.empty())
                std::erase_if(made.energies, [](const LoggedEnergy& one) { return one.line == "gpu"; });
            return;
        }
        made.energies = {{"", *row.energy}};
        if (has_parts) {
            made.remarks.push_back(
                fmt::format("cpu_energy, gpu_energy and ram_energy add up to {} kWh, not to energy_consumed, "
                            "which counts",
                            parts));
        }
    }

    LogInput& input_;
    CsvReader table_;
    std::vector<CodecarbonRun> runs_;
    std::map<std::string, std::size_t> by_id_;
    std::vector<std::size_t> without_id_;
    std::vector<std::uint32_t> without_energy_;
};

class CodecarbonReader final : public LogReader {
public:
    void read(LogInput& input) override { CodecarbonTable(input).read(); }
};

constexpr LogFormat codecarbon_format = {
    "codecarbon", "CodeCarbon's emissions.csv, versions 1 to 3",
    [](const LogHead& head) {
        return head.has_column("timestamp") && head.has_column("duration") && head.has_column("emissions") &&
               head.has_column("energy_consumed");
    },
    [] { return std::unique_ptr<LogReader>(std::make_unique<CodecarbonReader>()); }};

}  // namespace

const LogFormat& codecarbon_log() {
    return codecarbon_format;
}

}  // namespace lca
