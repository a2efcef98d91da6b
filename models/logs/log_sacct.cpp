// Slurm's sacct, as text (-P) and as --json: the row of a job counts; rows of its steps repeat its values.
#include <fmt/core.h>

#include <algorithm>
#include <functional>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"
#include "lca/document/json_fields.hpp"
#include "models/logs/log.hpp"
#include "models/logs/slurm_job.hpp"

namespace lca {
namespace {

constexpr double no_value =
    18446744073709551614.0;  // Slurm's NO_VAL64, "no value"; INFINITE64 is 1 more, and the same as a double

class SacctTable {
public:
    explicit SacctTable(LogInput& input)
        : input_(input), table_(input.bytes, input.file, input.diagnostics, {.separator = '|'}) {
        if (input.zone != nullptr) clock_.emplace(*input.zone);
    }

    void read() {
        const auto id = table_.column("JobID");
        if (!id) return;
        if (!table_.find("ElapsedRaw") && !table_.find("Elapsed")) {
            input_.diagnostics.error(
                {input_.file, 1, 0}, "there is neither `ElapsedRaw` nor `Elapsed`",
                "sacct -P --format=JobID,JobName,State,Start,ElapsedRaw,NNodes,AllocTRES,"
                "ConsumedEnergyRaw");
            return;
        }
        while (table_.next() && !is_truncated()) {
            const std::string_view job = table_.cell(*id);
            if (job.find('.') != std::string_view::npos) {
                steps_.add(table_.line());
            } else {
                read_job(job, *id);
            }
        }
        if (!steps_.empty() && table_.good())
            input_.note(steps_.text(), "steps of jobs: they repeat energy and GPUs of the job's own row");
    }

private:
    /// Notes an incomplete last row: `4.58M` joules that were cut before the M would be read as 4.58 J. sacct
    /// ends every line.
    bool is_truncated() {
        if (table_.line_has_end()) return false;
        input_.note(rows_text({table_.line()}),
                    "has no line end: it was cut off while it was written; excluded");
        return true;
    }

    std::string_view text_of(std::string_view heading) {
        const auto column = table_.find(heading);
        return column ? table_.cell(*column) : std::string_view();
    }

    void read_job(std::string_view id, std::size_t id_at) {
        logs::SlurmJob job;
        job.id = id;
        job.line = table_.line();
        const auto known = seen_.emplace(job.id, job.line);
        if (!known.second) {
            table_.fault(
                id_at,
                fmt::format("job {} appears twice, first in row {}", in_quotes(id), known.first->second),
                "each job once");
            return;
        }
        job.name = text_of("JobName");
        job.partition = text_of("Partition");
        job.state = text_of("State");
        job.nodes = text_of("NodeList");
        if (!read_elapsed(job) || !read_energy(job) || !read_start(job)) return;
        if (const auto nodes = table_.find("NNodes"); nodes && !table_.cell(*nodes).empty()) {
            job.node_count = table_.number(*nodes);
            if (!job.node_count) return;
        }
        const auto tres = table_.find("AllocTRES");
        if (tres) logs::add_tres(job, table_.cell(*tres), table_.place(*tres));
        logs::add_job(std::move(job), input_);
    }

    bool read_elapsed(logs::SlurmJob& job) {
        if (const auto raw = table_.find("ElapsedRaw")) {
            job.seconds = table_.number(*raw);
            return job.seconds.has_value();
        }
        const std::size_t column = *table_.find("Elapsed");
        job.seconds = elapsed(table_.cell(column));
        if (!job.seconds)
            table_.fault(column, fmt::format("{} is not a time", in_quotes(table_.cell(column))),
                         "[DD-[HH:]]MM:SS");
        return job.seconds.has_value();
    }

    /// Seconds of a text such as "1-02:03:04", "02:03:04" or "03:04".
    static std::optional<double> elapsed(std::string_view text) {
        double days = 0;
        if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
            const auto whole = parse_whole(text.substr(0, dash));
            if (!whole) return std::nullopt;
            days = *whole;
            text.remove_prefix(dash + 1);
        }
        double seconds = 0;
        int parts = 0;
        for (; !text.empty() && parts < 3; ++parts) {
            const std::size_t end = std::min(text.find(':'), text.size());
            const auto whole = parse_whole(text.substr(0, end));
            if (!whole) return std::nullopt;
            seconds = seconds * 60 + *whole;
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        if (!text.empty() || parts < 2) return std::nullopt;
        return days * 86'400 + seconds;
    }

    static std::optional<double> parse_whole(std::string_view digits) {
        if (digits.empty() || digits.size() > 9) return std::nullopt;
        double value = 0;
        for (const char c : digits) {
            if (!is_digit(c)) return std::nullopt;
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /// Reads the energy in J; `4.58M` has a decimal prefix. 0 means not measured. False after an error.
    bool read_energy(logs::SlurmJob& job) {
        for (const std::string_view heading : {"ConsumedEnergyRaw", "ConsumedEnergy"}) {
            const auto column = table_.find(heading);
            if (!column || table_.cell(*column).empty()) continue;
            std::string_view cell = table_.cell(*column);
            double factor = 1;
            constexpr std::string_view prefixes = "KMGTP";
            if (const std::size_t prefix = prefixes.find(cell.back()); prefix != std::string_view::npos) {
                for (std::size_t i = 0; i <= prefix; ++i) factor *= 1000;
                cell.remove_suffix(1);
            }
            const Parsed<double> number = parse_cell(cell);
            const double* const joules = std::get_if<double>(&number);
            if (joules == nullptr || *joules < 0) {
                table_.fault(*column, fmt::format("{} is not an energy", in_quotes(table_.cell(*column))),
                             "joules, such as `20543125` or `20.54M`");
                return false;
            }
            if (*joules > 0 && *joules < no_value) job.joules = *joules * factor;
            if (job.joules) return true;
        }
        return true;
    }

    bool read_start(logs::SlurmJob& job) {
        const auto column = table_.find("Start");
        if (!column) return true;
        const std::string_view cell = table_.cell(*column);
        if (cell.empty() || cell == "Unknown" || cell == "None") return true;
        Moment moment;
        std::string wrong;
        if (std::all_of(cell.begin(), cell.end(), is_digit)) {  // as with SLURM_TIME_FORMAT=%s
            wrong = read_epoch_seconds(cell, moment.at);
            moment.is_instant = true;
        } else {
            wrong = read_moment(cell, input_.zone, clock_ ? &*clock_ : nullptr, std::nullopt, moment);
        }
        if (!wrong.empty()) {
            table_.fault(*column, wrong,
                         "such as `2024-03-15T20:24:16`, or seconds since 1970 (SLURM_TIME_FORMAT=%s)");
            return false;
        }
        job.start = moment;
        return true;
    }

    LogInput& input_;
    CsvReader table_;
    std::optional<LocalClock> clock_;
    std::map<std::string, std::uint32_t> seen_;
    RowList steps_;
};

/// sacct --json: times are in seconds since 1970. From version 23.11 on, numbers may be objects `{set,
/// infinite, number}`.
class SacctJson final : public JsonFields {
public:
    explicit SacctJson(LogInput& input) : input_(input) {}

private:
    void opened(std::string_view path, Place place) override {
        if (path == "jobs[]") {
            job_ = {};
            place_ = place;
            array_job_ = array_task_ = extern_joules_ = std::nullopt;
        } else if (path == "jobs[].tres.allocated[]") {
            tres_ = {};
        } else if (path == "jobs[].steps[]") {
            step_is_extern_ = false;
            step_joules_ = std::nullopt;
        }
    }

    void field(std::string_view path, const JsonScalar& scalar) override {
        constexpr std::string_view job = "jobs[].";
        if (!path.starts_with(job)) return;
        path.remove_prefix(job.size());
        if (path.ends_with(".number")) path.remove_suffix(7);
        const bool counts = scalar.is_number() && scalar.number >= 0 && scalar.number < no_value;
        if (path == "job_id" && scalar.is_number()) job_.id = scalar.text;
        if (path == "name" && scalar.is_text()) job_.name = scalar.text;
        if (path == "partition" && scalar.is_text()) job_.partition = scalar.text;
        if (path == "nodes" && scalar.is_text()) job_.nodes = scalar.text;
        if ((path == "state.current" || path == "state.current[]") && scalar.is_text() && job_.state.empty())
            job_.state = scalar.text;
        if (path == "array.job_id" && counts && scalar.number > 0) array_job_ = scalar.number;
        if (path == "array.task_id" && counts) array_task_ = scalar.number;
        if (path == "allocation_nodes" && counts) job_.node_count = scalar.number;
        if (path == "time.elapsed" && counts) job_.seconds = scalar.number;
        if (path == "time.start" && counts) start(scalar);
        if (path == "tres.allocated[].type" && scalar.is_text()) tres_.type = scalar.text;
        if (path == "tres.allocated[].name" && scalar.is_text()) tres_.name = scalar.text;
        if (path == "tres.allocated[].count" && counts) tres_.count = scalar.number;
        if (path == "steps[].step.name" && scalar.is_text()) step_is_extern_ = scalar.text == "extern";
        if (path == "steps[].statistics.energy.consumed" && counts) step_joules_ = scalar.number;
    }

    void start(const JsonScalar& scalar) {
        Moment moment{{}, true};
        if (scalar.number == 0) return;
        const std::string_view wrong = read_epoch_seconds(scalar.text, moment.at);
        if (wrong.empty()) {
            job_.start = moment;
        } else {
            input_.diagnostics.error(scalar.place, fmt::format("{}: {}", in_quotes(scalar.text), wrong),
                                     "seconds since 1970");
        }
    }

    void closed(std::string_view path) override {
        if (path == "jobs[].tres.allocated[]") {
            logs::add_tres(job_, tres_.name.empty() ? tres_.type : tres_.type + '/' + tres_.name, tres_.count,
                           place_);
        } else if (path == "jobs[].steps[]") {
            // The step "extern" covers all nodes of the job from its begin to its end.
            if (step_is_extern_ && step_joules_.value_or(0) > 0) extern_joules_ = step_joules_;
        } else if (path == "jobs[]") {
            if (array_job_ && array_task_) job_.id = fmt::format("{}_{}", *array_job_, *array_task_);
            if (!job_.joules) job_.joules = extern_joules_;
            if (!seen_.emplace(job_.id, 0).second) {
                input_.diagnostics.error(place_, fmt::format("job {} appears twice", in_quotes(job_.id)),
                                         "each job once");
                return;
            }
            logs::add_job(job_, input_);
        }
    }

    struct Tres {
        std::string type, name;
        double count = 0;
    };
    LogInput& input_;
    logs::SlurmJob job_;
    Place place_;
    Tres tres_;
    std::optional<double> array_job_, array_task_, step_joules_, extern_joules_;
    bool step_is_extern_ = false;
    std::map<std::string, int> seen_;
};

class SacctReader final : public LogReader {
public:
    void read(LogInput& input) override {
        if (input.is_json) {
            SacctJson json(input);
            read_json(input.bytes, input.file, json, input.diagnostics);
        } else {
            SacctTable(input).read();
        }
        logs::note_meter(input);
    }
};

constexpr LogFormat sacct_format = {
    "sacct", "Slurm's sacct, -P (text) or --json",
    [](const LogHead& head) {
        if (head.is_json()) return head.has("\"jobs\"") && (head.has("\"Slurm\"") || head.has("\"tres\""));
        return head.has_column("jobid", '|');
    },
    [] { return std::unique_ptr<LogReader>(std::make_unique<SacctReader>()); }};

}  // namespace

const LogFormat& sacct_log() {
    return sacct_format;
}

}  // namespace lca
