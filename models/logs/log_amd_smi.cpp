// amd-smi metric --csv: power of each accelerator (socket_power), one row per board and time.

#include "models/logs/board_table.hpp"

namespace lca {
namespace {

constexpr std::string_view amd_stamps[] = {"timestamp"};
constexpr std::string_view amd_powers[] = {"socket_power", "average_socket_power", "current_socket_power"};
constexpr std::string_view amd_boards[] = {"gpu"};
/// `name` is not set: no column has the names of the devices.
constexpr BoardColumns amd_columns = {.stamp = amd_stamps,
                                      .power = amd_powers,
                                      .board = amd_boards,
                                      .has_unix_times = true,
                                      .example = "1784205141"};

class AmdReader final : public LogReader {
public:
    void read(LogInput& input) override { read_log_of_boards(input, amd_columns, "amd-smi"); }
};

constexpr LogFormat amd_smi_format = {
    .name = "amd-smi",
    .help = "amd-smi metric --csv",
    .is_one =
        [](const LogHead& head) {
            return head.has_column("timestamp") && head.has_column("gpu") &&
                   (head.has_column("socket_power") || head.has_column("average_socket_power") ||
                    head.has_column("current_socket_power"));
        },
    .reader = [] { return std::unique_ptr<LogReader>(std::make_unique<AmdReader>()); },
    .boards = &amd_columns};

}  // namespace

const LogFormat& amd_smi_log() {
    return amd_smi_format;
}

}  // namespace lca
