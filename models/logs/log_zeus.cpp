// Zeus: one row per measurement window, with the energy of each GPU in J.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"
#include "models/logs/log.hpp"

namespace lca {
namespace {

constexpr double same_moment = 0.01;  // s: windows may end this much after the window that contains them

struct ZeusWindow {
    std::string name;
    Instant begin = {};
    double seconds = 0;
    std::vector<LoggedEnergy> energies = {};
    std::size_t gpus = 0;
    bool has_host = false;
    std::uint32_t line = 0;
};

class ZeusTable {
public:
    explicit ZeusTable(LogInput& input) : input_(input), table_(input.bytes, input.file, input.diagnostics) {}

    void read() {
        const auto start = table_.column("start_time"), name = table_.column("window_name"),
                   elapsed = table_.column("elapsed_time");
        if (!start || !name || !elapsed || !find_energies()) return;
        while (table_.next() && !table_.number_is_truncated(columns_.back().at)) {
            ZeusWindow window{.name = std::string(table_.cell(*name)), .line = table_.line()};
            if (const std::string_view wrong = read_epoch_seconds(table_.cell(*start), window.begin);
                !wrong.empty())
                return table_.fault(*start, wrong, "seconds since 1970, such as 1709287200.5");
            const auto seconds = table_.amount(*elapsed);
            if (!seconds || !take_energies(window)) return;
            window.seconds = *seconds;
            windows_.push_back(std::move(window));
        }
        table_.warn_of_open_end();
        if (!table_.good()) return;
        if (windows_.empty())
            return input_.diagnostics.error(table_.place(), "no window of measurement",
                                            "a row for each window");
        add_outer_windows();
    }

private:
    struct Column {
        std::size_t at = 0;
        std::string line;
        bool is_gpu = false;
    };

    /// Finds the columns with energies, such as gpu0_energy, cpu0_energy and dram0_energy.
    bool find_energies() {
        for (std::size_t i = 0; i < table_.headings().size(); ++i) {
            const std::string heading = lower_case(table_.headings()[i]);
            constexpr std::string_view end = "_energy";
            if (!heading.ends_with(end)) continue;
            const std::string of = heading.substr(0, heading.size() - end.size());
            const std::size_t digits = of.find_first_of("0123456789");
            const std::string kind = of.substr(0, digits);
            if (digits == std::string::npos || (kind != "gpu" && kind != "cpu" && kind != "dram")) continue;
            columns_.push_back({i, kind + "_" + of.substr(digits), kind == "gpu"});
        }
        if (!columns_.empty()) return true;
        return table_.column("gpu0_energy").has_value();  // reports that the column is missing
    }

    bool take_energies(ZeusWindow& window) {
        for (const Column& column : columns_) {
            if (table_.cell(column.at).empty()) continue;
            const auto joules = table_.amount(column.at);
            if (!joules) return false;
            window.energies.push_back({column.line, *joules, "J"});
            if (column.is_gpu) ++window.gpus;
            window.has_host = window.has_host || !column.is_gpu;
        }
        return true;
    }

    static Instant end_of_window(const ZeusWindow& window) {
        return window.begin +
               std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(window.seconds));
    }

    /// Adds windows except those inside another one, which contains their energy.
    void add_outer_windows() {
        std::vector<const ZeusWindow*> order;
        for (const ZeusWindow& window : windows_) order.push_back(&window);
        std::stable_sort(order.begin(), order.end(), [](const ZeusWindow* a, const ZeusWindow* b) {
            return a->begin != b->begin ? a->begin < b->begin : a->seconds > b->seconds;
        });
        const ZeusWindow* outer = nullptr;
        constexpr auto slack_of_clock =
            std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(same_moment));
        for (const ZeusWindow* const window : order) {
            const bool follows = outer == nullptr || window->begin + slack_of_clock >= end_of_window(*outer);
            if (!follows && end_of_window(*window) > end_of_window(*outer) + slack_of_clock)
                return input_.diagnostics.error(
                    {input_.file, window->line, 1},
                    fmt::format("{} begins within {} of row {} and ends after it: what both measured would "
                                "count twice",
                                in_quotes(window->name), in_quotes(outer->name), outer->line),
                    "windows that follow each other, or contain each other");
            if (!follows) {
                input_.note(rows_text({window->line}),
                            fmt::format("{} is within {} of row {}, which includes it",
                                        in_quotes(window->name), in_quotes(outer->name), outer->line));
                continue;
            }
            outer = window;
            add(*window);
        }
    }

    void add(const ZeusWindow& window) {
        LoggedRun run;
        run.id = "window_" + window.name;
        run.title = fmt::format("{}, measured by Zeus", window.name);
        run.file = input_.name;
        run.rows = rows_text({window.line});
        run.begin = Moment{window.begin, true};
        run.seconds = window.seconds;
        run.energies = window.energies;
        run.has_host = window.has_host;
        if (window.gpus > 0)
            run.devices.push_back({"", static_cast<double>(window.gpus), {input_.file, window.line, 0}});
        input_.logs.runs.push_back(std::move(run));
    }

    LogInput& input_;
    CsvReader table_;
    std::vector<Column> columns_;
    std::vector<ZeusWindow> windows_;
};

class ZeusReader final : public LogReader {
public:
    void read(LogInput& input) override { ZeusTable(input).read(); }
};

constexpr LogFormat zeus_format = {
    .name = "zeus",
    .help = "the log file of a ZeusMonitor",
    .is_one =
        [](const LogHead& head) { return head.has_column("window_name") && head.has_column("elapsed_time"); },
    .reader = [] { return std::unique_ptr<LogReader>(std::make_unique<ZeusReader>()); }};

}  // namespace

const LogFormat& zeus_log() {
    return zeus_format;
}

}  // namespace lca
