#include <algorithm>

#include "analyses/shared/result_ref.hpp"
#include "analyses/sweep/sweep_rows.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/progress.hpp"
#include "cli/session_options.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view formats[] = {"text", "csv", "jsonl", "markdown"};
constexpr Argument vary = {"--vary",
                           Takes::text,
                           "PATH=VALUES",
                           "what varies: FROM..TO:STEPS (both ends are points) or VALUE,VALUE,…; in place of "
                           "the file's own `sweep`",
                           {},
                           true};
constexpr Argument of = {"--of", Takes::text, "RESULT", "a result, as `lca evaluate` names it; default total",
                         {},     true};
constexpr std::string_view part_names[] = {"activity",         "stage", "phase", "line",
                                           "life_cycle_stage", "impact"};
constexpr Argument parts = {"--by", Takes::choice, "KEY", "in place of --of: the total cut along this key",
                            part_names};
constexpr Argument format = {
    "--format", Takes::choice, "FORMAT",
    "text and markdown: a table of at most 10,000 points; csv, jsonl (an object a line): "
    "any number. Default text",
    formats};
constexpr Argument shard = {
    "--shard", Takes::text, "I/N",
    "only part I of N, from 1; the parts in order, put together, are the bytes of the whole. "
    "For csv and jsonl"};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {vary,
                                of,
                                parts,
                                option::impact,
                                shard,
                                option::set,
                                option::what_if,
                                format,
                                option::output,
                                option::quiet,
                                option::hardware_db};
constexpr Example examples[] = {
    {"lca sweep training.yaml --vary sites.idris.pue=1.05..1.6:12", "twelve values of PUE"},
    {"lca sweep training.yaml --vary sites.idris.grid=FRA,DEU,USA --vary systems.jean_zay.lifetime=3,4,5,6yr "
     "--of total --of "
     "embodied --format csv",
     "a grid of regions and lifetimes, for a spreadsheet"},
    {"lca sweep training.yaml --format csv --shard $SLURM_ARRAY_TASK_ID/8 --output "
     "part-$SLURM_ARRAY_TASK_ID.csv",
     "one task of an array job (sbatch --array=1-8); `cat part-[1-8].csv` is the whole"},
};

struct Shard {
    std::uint64_t part = 1, parts = 1;
};

std::uint64_t whole(std::string_view text) {
    const Parsed<double> parsed = parse_number(text);
    const double* number = std::get_if<double>(&parsed);
    const bool good = number && *number >= 1 && *number <= 1e6 &&
                      static_cast<double>(static_cast<std::uint64_t>(*number)) == *number;
    return good ? static_cast<std::uint64_t>(*number) : 0;
}

Shard shard_of(const Arguments& arguments) {
    if (!arguments.has("--shard")) return {};
    const std::string_view text = arguments.one("--shard");
    const std::size_t slash = std::min(text.find('/'), text.size());
    const Shard result{whole(text.substr(0, slash)), whole(text.substr(std::min(text.size(), slash + 1)))};
    if (result.part == 0 || result.parts == 0 || result.part > result.parts)
        throw InputError("--shard `" + shown(text) + "`: expected I/N, such as 3/8, with I from 1 to N");
    const std::string_view asked = arguments.one("--format", "text");
    if (asked != "csv" && asked != "jsonl")
        throw InputError("--shard goes with --format csv or jsonl: tables cannot be put together");
    return result;
}

/// The axes of the command line.
std::vector<Axis> given_axes(const Arguments& arguments) {
    std::vector<Axis> axes;
    for (const std::string& text : arguments.all("--vary")) {
        Parsed<Axis> parsed = Axis::parse(text);
        if (const auto* fault = std::get_if<TextFault>(&parsed)) {
            std::string message = "--vary `" + shown(text, 200) + "`: " + fault->message;
            if (!fault->expected.empty()) message += "\nexpected " + fault->expected;
            if (!fault->hint.empty()) message += "\n" + fault->hint;
            throw InputError(message);
        }
        axes.push_back(std::move(std::get<Axis>(parsed)));
    }
    return axes;
}

std::vector<SweepResult> chosen(const Assessment& assessment, const Arguments& arguments) {
    const PointResult reading(assessment);
    std::vector<SweepResult> results;
    for (const std::string& name : arguments.all("--of"))
        results.push_back({name, resolve_result(reading, "--of", name).dimension});
    if (results.empty() && assessment.results.activities.empty()) {
        for (const Output& output : assessment.results.outputs)
            results.push_back({"outputs." + output.name, output.dimension});
    }
    if (results.empty()) results.push_back({"total", resolve_result(reading, "--of", "total").dimension});
    return results;
}

/// Cuts the recording of every point in the same way.
class Cutting {
public:
    Cutting(BreakdownKey by, Recompile compile) : by_(by), compile_(std::move(compile)) {}

    Recompile function() {
        return [this](std::span<const Edit> changes) { return compile(changes); };
    }

    std::vector<SweepResult> results(const Assessment& assessment, const Arguments& arguments) const {
        std::vector<SweepResult> results;
        for (NamedResult& part : items_as_results(assessment, by_, *parts_, chosen_measure(arguments)))
            results.push_back({std::move(part.name), part.dimension});
        return results;
    }

private:
    std::shared_ptr<const Assessment> compile(std::span<const Edit> changes) {
        const std::shared_ptr<const Assessment> made = compile_(changes);
        if (!made) return nullptr;
        auto copy = std::make_shared<Assessment>(*made);
        const std::vector<BreakdownItem> here = break_down_total(*copy, by_);
        if (!parts_) parts_ = here;
        const auto name = [](const std::vector<BreakdownItem>& list, std::size_t i) {
            return i < list.size() ? list[i].result : std::string();
        };
        for (std::size_t i = 0; i < std::max(here.size(), parts_->size()); ++i) {
            if (name(here, i) == name(*parts_, i)) continue;
            throw InputError("--by: not every point has the same parts (`" +
                             (i < here.size() ? name(here, i) : name(*parts_, i)) +
                             "` is one of some only): another key, or --of");
        }
        return copy;
    }

    BreakdownKey by_;
    Recompile compile_;
    std::optional<std::vector<BreakdownItem>> parts_;  // of the first point
};

int write_rows(Sweep& sweep, const Model& model, Session& session, const Arguments& arguments, Io& io) {
    const Shard part = shard_of(arguments);
    Style style;
    style.colour = io.colour() && !arguments.has("--output");
    const std::unique_ptr<SweepWriter> writer =
        sweep_writer(arguments.one("--format", "text"), sweep, std::string(model.scenario.title), style);
    const std::uint64_t first = sweep.points() * (part.part - 1) / part.parts;
    const std::uint64_t count = sweep.points() * part.part / part.parts - first;
    std::optional<Interrupt> interrupt;  // outlives the file
    const std::unique_ptr<FileWriter> file = begin_output(arguments, session.all_sources(), interrupt);
    if (!interrupt) interrupt.emplace();
    const auto write = [&](std::string_view text) { file ? file->append(text) : io.out(text); };
    if (part.part == 1) write(writer->begin());
    std::uint64_t done = 0;
    bool sound = true;
    {
        Progress progress(count, arguments, io);
        sound = sweep.run(first, count, [&](const SweepRows& rows) {
            write(writer->rows(rows));
            done += rows.count;
            progress.reached(done);
            return !interrupt->came();
        });
    }
    if (!sound) return report_faults(session, arguments, io, false);
    write(writer->end());
    if (file) file->finish();
    if (done == count) return 0;
    io.err("lca: stopped after " + readable(static_cast<double>(done), 12) + " of " +
           readable(static_cast<double>(count), 12) + " points; the rows written are whole\n");
    return interrupted_code;
}

int run(const Arguments& arguments, Io& io) {
    std::vector<Axis> axes = given_axes(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    VariantCompiler compiler(*session, source_of(arguments), axes.empty() ? "sweep" : "--vary");
    const std::shared_ptr<Model> model = compiler.base();
    if (report_faults(*session, arguments, io) != 0) return 2;
    if (axes.empty()) axes = model->scenario.sweep;
    if (axes.empty())
        throw InputError(model->name +
                         " has no `sweep`: say what varies, as in --vary sites.idris.pue=1.05..1.6:12");
    std::optional<Cutting> cutting;
    if (const std::optional<BreakdownKey> by = breakdown_key(arguments))
        cutting.emplace(*by, compiler.function());
    Sweep sweep(std::move(axes), cutting ? cutting->function() : compiler.function());
    if (!sweep.prepare([&](const Assessment& assessment) {
            return cutting ? cutting->results(assessment, arguments) : chosen(assessment, arguments);
        }))
        return report_faults(*session, arguments, io, false);
    return write_rows(sweep, *model, *session, arguments, io);
}

constexpr Command command = {
    "sweep",
    "a full grid of values: numbers, hardware, regions",
    "Computes a scenario at every combination of values of some of its paths. Numbers are worked through by "
    "columns, hardware and regions by reading the scenario anew; the latter move slowest, then the last "
    "--vary moves "
    "fastest. Memory does not grow with the number of points (at most 1e9). Ctrl-C ends it with whole rows "
    "written.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& sweep_command() {
    return command;
}

}  // namespace lca::cli
