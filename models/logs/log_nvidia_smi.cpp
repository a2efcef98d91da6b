// nvidia-smi --query-gpu=… --format=csv: power readings, one row per board and time.

#include "models/logs/board_table.hpp"

namespace lca {
namespace {

constexpr std::string_view nvidia_stamps[] = {"timestamp"};
/// Columns with the power of one board; those with the power of a whole module are not used.
constexpr std::string_view nvidia_powers[] = {"power.draw", "power.draw.average", "power.draw.instant"};
constexpr std::string_view nvidia_boards[] = {"uuid", "pci.bus_id", "index"};
constexpr std::string_view nvidia_names[] = {"name", "gpu_name"};
constexpr BoardColumns nvidia_columns = {.stamp = nvidia_stamps,
                                         .power = nvidia_powers,
                                         .board = nvidia_boards,
                                         .name = nvidia_names,
                                         .example = "2026/09/11 04:19:41.982"};

class NvidiaReader final : public LogReader {
public:
    void read(LogInput& input) override { read_log_of_boards(input, nvidia_columns, "nvidia-smi"); }
};

constexpr LogFormat nvidia_smi_format = {
    .name = "nvidia-smi",
    .help = "nvidia-smi --query-gpu=… --format=csv",
    .is_one =
        [](const LogHead& head) {
            return head.has_column("timestamp") &&
                   (head.has_column("power.draw") || head.has_column("power.draw.average") ||
                    head.has_column("power.draw.instant"));
        },
    .reader = [] { return std::unique_ptr<LogReader>(std::make_unique<NvidiaReader>()); },
    .boards = &nvidia_columns};

}  // namespace

const LogFormat& nvidia_smi_log() {
    return nvidia_smi_format;
}

}  // namespace lca
