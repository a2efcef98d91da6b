// Logs as scenarios: what is written evaluates to what was worked out by hand.

#include "analyses/import/import.hpp"

#include <doctest/doctest.h>

#include "lca/base/file.hpp"
#include "lca/base/time_zone.hpp"
#include "models/catalog/embedded.hpp"
#include "models/results/point_result.hpp"
#include "tests/lca/base/folder.hpp"

namespace {

struct Imported {
    std::optional<lca::Import> made;
    std::string messages;
    std::unique_ptr<lca::Session> session;

    bool writes(std::string_view text) const { return made && made->text.find(text) != std::string::npos; }
    bool says(std::string_view text) const { return messages.find(text) != std::string::npos; }
    /// A result of the scenario, in base units.
    std::optional<double> value(std::string_view name) const {
        lca::Session fresh(lca::embedded_catalogue());
        const auto model = fresh.compile(fresh.load_text("made.yaml", made->text));
        REQUIRE_MESSAGE(model != nullptr, fresh.messages());
        return lca::PointResult(*model).value(name).value;
    }
};

Imported import(const std::string& text, lca::ImportOptions options = {}) {
    const lca::test::Folder folder;
    lca::write_file(folder / "log", text);
    options.files = {folder / "log"};
    Imported imported;
    imported.session = std::make_unique<lca::Session>(lca::embedded_catalogue());
    imported.made = lca::import_logs(*imported.session, options);
    imported.messages = imported.session->messages();
    return imported;
}

const std::string codecarbon =
    "timestamp,project_name,run_id,duration,emissions,cpu_energy,gpu_energy,ram_energy,energy_consumed,gpu_"
    "count,gpu_model,tracking_mode,pue\n"
    "2025-03-01T10:01:00,p,a1,60,0.004,0.010,0.030,0.002,0.042,2,2 x NVIDIA A40,machine,1.2\n";
const std::string boards =
    "timestamp, index, name, power.draw [W]\n"
    "2026/01/02 10:00:00.000, 0, NVIDIA A40, 100 W\n2026/01/02 10:00:00.000, 1, NVIDIA A40, 200 W\n"
    "2026/01/02 10:01:00.000, 0, NVIDIA A40, 100 W\n2026/01/02 10:01:00.000, 1, NVIDIA A40, 200 W\n";

}  // namespace

TEST_CASE("import: energies that contain a PUE are not multiplied by it again") {
    const Imported found = import(codecarbon, {.grid = "FRA/2022"});
    CAPTURE(found.messages);
    REQUIRE(found.made);
    CHECK(found.writes("pue: 1.2  # of the log"));
    CHECK(found.writes("includes: [idle, pue]"));
    CHECK(found.writes("devices: 2 GPU"));
    CHECK(*found.value("total.energy") == doctest::Approx(0.042 * 3.6e6).epsilon(1e-12));
    // --pue takes the place of the log's: 0.042 kWh / 1.2 * 1.5 = 0.0525 kWh.
    const Imported other = import(codecarbon, {.grid = "FRA/2022", .pue = "1.5"});
    REQUIRE(other.made);
    CHECK(other.writes("includes: [idle]"));
    CHECK(*other.value("total.energy") == doctest::Approx(0.0525 * 3.6e6).epsilon(1e-12));
}

TEST_CASE("import: what the log does not say stays open, and the option that says it is named") {
    const Imported found = import(boards);
    REQUIRE(found.made);
    CHECK(found.writes("# grid: not specified"));
    CHECK(found.writes("# pue: not specified"));
    CHECK(found.writes("# start: 2026-01-02T10:00:00 in the log's local time"));
    CHECK(found.writes("host: not_assessed"));
    CHECK_FALSE(found.value("total"));
    CHECK(*found.value("total.energy") == doctest::Approx(18'000));  // 100 W and 200 W over 60 s
    REQUIRE(found.made->notes.size() == 4);
    CHECK(found.made->notes[0] == "`NVIDIA A40` is taken as nvidia-a40");
    CHECK(found.made->notes[1] == "grid not specified; set it with --grid ID or --series FILE");
    CHECK(found.made->notes[2] == "PUE not specified; set it with --pue N");
    CHECK(found.made->notes[3] ==
          "start time not specified, as the time stamps have no time zone; set it with --zone ZONE");
}

TEST_CASE("import: grid, PUE and zone") {
    const Imported found = import(boards, {.grid = "FRA/2022", .pue = "1.5", .zone = "-05:00"});
    CAPTURE(found.messages);
    REQUIRE(found.made);
    CHECK(found.writes("start: 2026-01-02T10:00:00-05:00"));
    CHECK(found.writes("grid: FRA/2022"));
    CHECK(*found.value("total.energy") == doctest::Approx(27'000));
    CHECK(found.value("total"));
    CHECK(*found.value("boards.dynamic.gpu_1.energy") == doctest::Approx(18'000));
}

TEST_CASE("import: the file of a zone stands among those read, with its digest") {
    if (std::holds_alternative<lca::TextFault>(lca::find_zone("Europe/Paris")))
        return;  // a machine without tzdata
    const Imported found = import(boards, {.zone = "Europe/Paris"});
    REQUIRE(found.made);
    CHECK(found.writes("#   /usr/share/zoneinfo/Europe/Paris: time zone, SHA-256 "));
    CHECK(found.writes("start: 2026-01-02T10:00:00+01:00"));
}

TEST_CASE("import: the same log gives identical output") {
    const lca::test::Folder folder;
    lca::write_file(folder / "log.csv", boards);
    lca::Session one(lca::embedded_catalogue()), other(lca::embedded_catalogue());
    const lca::ImportOptions options{.files = {folder / "log.csv"}, .grid = "FRA"};
    CHECK(lca::import_logs(one, options)->text == lca::import_logs(other, options)->text);
}

TEST_CASE("import: devices by the names of drivers; unknown ones are rejected, replaced or not specified") {
    std::string unknown = boards;
    for (std::size_t at = unknown.find("A40"); at != std::string::npos; at = unknown.find("A40", at))
        unknown.replace(at, 3, "A41");
    const Imported rejected = import(unknown);
    CHECK_FALSE(rejected.made);
    CHECK(rejected.says(":2: error: no hardware is called `NVIDIA A41`"));
    CHECK(rejected.says("did you mean `nvidia-a40`"));
    CHECK(rejected.says("--hardware none"));
    const Imported replaced = import(unknown, {.hardware = "nvidia-a40"});
    REQUIRE(replaced.made);
    CHECK(replaced.writes("- {hardware: nvidia-a40, count: 2}"));
    const Imported open = import(unknown, {.hardware = "none"});
    REQUIRE(open.made);
    CHECK(open.writes("site: here\n"));
    CHECK(*open.value("total.energy") == doctest::Approx(18'000));
    CHECK(import(boards, {.hardware = "nvidia-a41"}).says("--hardware: no hardware is called `nvidia-a41`"));
}

TEST_CASE("import: jobs that run side by side share a system that holds them all") {
    const Imported found = import(
        "JobID|State|Start|ElapsedRaw|NNodes|AllocTRES|ConsumedEnergyRaw\n"
        "1|COMPLETED|1709287200|100|1|gres/gpu:h200=4,node=1|300000\n"
        "2|FAILED|1709287250|100|1|gres/gpu:h200=2,node=1|100000\n"
        "3|COMPLETED|1709290000|100|2|gres/gpu:h200=5,node=2|\n",
        {.grid = "FRA/2022"});
    CAPTURE(found.messages);
    REQUIRE(found.made);
    CHECK(found.writes("- {hardware: nvidia-h200-sxm, count: 6}"));  // jobs 1 and 2 together
    CHECK(found.writes("title: \"job 2, failed\""));
    CHECK(found.writes("dynamic: not_assessed  # not measured"));
    CHECK(*found.value("total.energy") == doctest::Approx(400'000));
}

TEST_CASE("import: a name that several boards bear is asked for, and they are named") {
    const std::string job =
        "JobID|State|Start|ElapsedRaw|NNodes|AllocTRES|ConsumedEnergyRaw\n"
        "1|COMPLETED|1709287200|100|1|gres/gpu:h100=4,node=1|300000\n";
    CHECK(import(job).says("`h100` may be nvidia-h100-nvl, nvidia-h100-pcie or nvidia-h100-sxm"));
    CHECK(import(job, {.hardware = "nvidia-h100-sxm"}).writes("- {hardware: nvidia-h100-sxm, count: 4}"));
}

TEST_CASE("import: nodes, where --hardware is a server") {
    const std::string job =
        "JobID|State|Start|ElapsedRaw|NNodes|ConsumedEnergyRaw\n"
        "1|COMPLETED|1709287200|100|3|600000\n";
    const Imported found = import(job, {.hardware = "dgx-h100"});
    CAPTURE(found.messages);
    REQUIRE(found.made);
    CHECK(found.writes("nodes: 3 node"));
    CHECK(found.writes("node_time: 300 node*s"));
    CHECK(import(job, {.hardware = "nvidia-a40"}).says("the logs have no devices that this could be"));
}

TEST_CASE("import: idle of a calibration is taken off what was measured") {
    const Imported found = import(
        R"({"task": {"taskStage": "inference"}, "measures": [{"measurementMethod": "m", "powerConsumption": 2,
        "measurementDuration": 3600, "powerCalibrationMeasurement": 0.1, "durationCalibrationMeasurement": 600}]})",
        {.grid = "FRA/2022"});
    CAPTURE(found.messages);
    REQUIRE(found.made);
    CHECK(*found.value("idle.energy") == doctest::Approx(0.6 * 3.6e6));
    CHECK(*found.value("dynamic.energy") == doctest::Approx(1.4 * 3.6e6));
}

TEST_CASE("import: text of a log is only text in the scenario") {
    const Imported found = import(
        "timestamp,project_name,run_id,duration,emissions,energy_consumed\n"
        "2025-03-01T10:01:00,\"a \"\"b\"\": {c}\n# d\",../x y,60,0.004,1\n");
    CAPTURE(found.messages);
    REQUIRE(found.made);
    CHECK(found.writes("  run____x_y:\n"));
    CHECK(*found.value("total.energy") == doctest::Approx(3.6e6));
}

TEST_CASE("import: more runs than a scenario may hold are refused") {
    std::string jobs = "JobID|State|ElapsedRaw|ConsumedEnergyRaw\n";
    for (int i = 0; i < 12'000; ++i) jobs += std::to_string(i + 1) + "|COMPLETED|60|500\n";
    const Imported found = import(jobs);
    CHECK_FALSE(found.made);
    CHECK(found.says("12000 runs make a scenario of"));
    CHECK(found.says("at most 2000000 bytes"));
}

TEST_CASE("import: a table has one row a run, however many there are") {
    const Imported found = import(
        "JobID|JobName|State|Start|ElapsedRaw|NNodes|AllocTRES|ConsumedEnergyRaw\n"
        "1|a, b|COMPLETED|1709287200|1800|1|gres/gpu:h200=4,node=1|3600000\n"
        "2|c|FAILED|1709287200|900|2|node=2|0\n",
        {.zone = "+01:00", .as_table = true});
    CAPTURE(found.messages);
    REQUIRE(found.made);
    // 3.6 MJ are 1 kWh; 4 GPUs for half an hour 2 GPU*h; 2 nodes for a quarter of one 0.5 node*h; 0 J is not
    // measured.
    const std::string rest = found.made->text.substr(found.made->text.find('\n') + 1);
    CHECK(found.made->text.starts_with(
        "id,title,start,duration [s],energy [kWh],device_time [GPU*h],node_time [node*h],"));
    CHECK(rest.starts_with(
        "job_1,\"job 1, a, b\",2024-03-01T11:00:00+01:00,1800,1,2,0.5,,,nvidia-h200-sxm,idle,,"));
    CHECK(rest.find("\njob_2,\"job 2, c, failed\",2024-03-01T11:00:00+01:00,900,,,0.5,,,,,,") !=
          std::string::npos);
}

TEST_CASE("import: options that cannot be") {
    CHECK(import(boards, {.grid = "FRX"}).says("--grid: no grid is called `FRX`"));
    CHECK(import(boards, {.pue = "0.9"}).says("--pue: `0.9` is not a PUE"));
    CHECK(import(boards, {.zone = "Mars/Olympus"}).says("a fixed offset such as `+01:00`"));
    CHECK(import("JobID|State|ElapsedRaw\n1|RUNNING|5\n").says("no completed run"));
}
