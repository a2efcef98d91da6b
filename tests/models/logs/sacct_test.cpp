// Slurm's accounting as text and as JSON: jobs count, steps repeat them; 0 J is not measured.

#include <doctest/doctest.h>

#include "models/logs/slurm_job.hpp"
#include "tests/models/logs/logs.hpp"

TEST_CASE("sacct: the job's own row, its GPUs once, all states that ran") {
    const auto read =
        read_logs({{"jobs.txt",
                    "JobID|JobName|Partition|State|Start|ElapsedRaw|NNodes|AllocTRES|ConsumedEnergyRaw\n"
                    "7|train|gpu|COMPLETED|2025-05-01T08:00:00|1000|2|billing=8,cpu=8,energy=4000000,gres/"
                    "gpu:h100=8,gres/gpu=8,node=2|4000000\n"
                    "7.batch|batch||COMPLETED|2025-05-01T08:00:00|1000|1|cpu=8,gres/gpu:h100=4,gres/"
                    "gpu=4,node=1|2100000\n"
                    "7.extern|extern||COMPLETED|2025-05-01T08:00:00|1000|2|billing=8|4000000\n"
                    "8_3|tune|gpu|FAILED|2025-05-01-08:10:00|500|1|cpu=4,gres/gpu=2,node=1|0\n"
                    "9|x|gpu|CANCELLED by 1000|Unknown|0|1|cpu=4|\n"
                    "10|y|gpu|RUNNING|2025-05-01T09:00:00|60|1|cpu=4|500\n"}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 2);
    const lca::LoggedRun& train = read.logs->runs[0];
    CHECK(read.joules() == 4e6);  // a sum over all rows would be 10.1 MJ
    CHECK(train.seconds == 1000);
    CHECK(train.nodes == 2);
    REQUIRE(train.devices.size() == 1);
    CHECK(train.devices[0].name == "h100");
    CHECK(train.devices[0].count == 8);
    CHECK(train.includes_idle);
    CHECK(train.remarks[1] ==
          "a mean of 2000 W per node: is that between idle and full load?");  // 4e6 J / 1000 s / 2
    const lca::LoggedRun& tune = read.logs->runs[1];
    CHECK(tune.energies.empty());  // 0 is "not measured"
    CHECK(tune.title == "job 8_3, tune, failed");
    CHECK(tune.devices[0].name.empty());
    CHECK(tune.devices[0].count == 2);
    CHECK(lca::to_text(tune.begin->at) == "2025-05-01T08:10:00Z");
    CHECK(read.notes("rows 3 and 4", "steps of jobs"));
    CHECK(read.notes("row 6", "job 9 never ran"));
    CHECK(read.notes("row 7", "job 10 is running"));
}

TEST_CASE("sacct: energies with a decimal prefix, elapsed times, seconds since 1970") {
    const auto read = read_logs({{"jobs.txt",
                                  "JobID|State|Start|Elapsed|ConsumedEnergy\n"
                                  "1|COMPLETED|1709287200|1-02:03:04|4.5M\n"
                                  "2|TIMEOUT|1709287200|02:00|250K\n"}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(4.75e6).epsilon(1e-12));
    CHECK(read.logs->runs[0].seconds == 93'784);  // 86,400 + 2 * 3600 + 3 * 60 + 4
    CHECK(read.logs->runs[1].seconds == 120);
    CHECK(read.logs->runs[0].begin->is_instant);
    CHECK(lca::to_text(read.logs->runs[0].begin->at) == "2024-03-01T10:00:00Z");
}

TEST_CASE("sacct --json, with plain numbers and with objects") {
    const auto read = read_logs({{"jobs.json", R"({"meta": {"Slurm": {"release": "23.11"}}, "jobs": [
        {"job_id": 12, "array": {"job_id": 11, "task_id": {"set": true, "infinite": false, "number": 4}}, "name": "a", "partition": "p",
         "nodes": "n[1-2]", "state": {"current": ["COMPLETED"], "reason": "None"}, "allocation_nodes": 2,
         "time": {"elapsed": 600, "start": 1709287200, "end": 1709287800},
         "tres": {"allocated": [{"type": "node", "name": "", "id": 4, "count": 2}, {"type": "gres", "name": "gpu", "id": 1001, "count": 4},
                                {"type": "gres", "name": "gpu:a100", "id": 1002, "count": 4}, {"type": "energy", "name": "", "id": 3, "count": 900000}],
                  "requested": [{"type": "gres", "name": "gpu", "id": 1001, "count": 4}]},
         "steps": [{"step": {"name": "batch"}, "statistics": {"energy": {"consumed": 450000}}},
                   {"step": {"name": "extern"}, "statistics": {"energy": {"consumed": 900000}}}]},
        {"job_id": 13, "array": {"job_id": 0, "task_id": null}, "name": "b", "state": {"current": "OUT_OF_MEMORY"},
         "time": {"elapsed": 60, "start": 1709287200}, "tres": {"allocated": [{"type": "energy", "name": "", "count": 18446744073709551614}]},
         "steps": [{"step": {"name": "extern"}, "statistics": {"energy": {"consumed": {"set": true, "infinite": false, "number": 70000}}}}]}
        ]})"}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 2);
    CHECK(read.joules() == 970'000);
    CHECK(read.logs->runs[0].metered == std::vector<std::string>{"job:11_4", "nodes:n[1-2]"});
    CHECK(read.logs->runs[0].devices[0].name == "a100");
    CHECK(read.logs->runs[0].devices[0].count == 4);
    CHECK(read.logs->runs[0].nodes == 2);
    CHECK(read.logs->runs[1].title == "job 13, b, out_of_memory");
    CHECK(read.logs->runs[1].begin->is_instant);
}

TEST_CASE("sacct: jobs that shared a node over the same time count its energy twice") {
    const auto jobs = [](const std::string& second) {
        return "JobID|State|Start|ElapsedRaw|NodeList|ConsumedEnergyRaw\n"
               "1|COMPLETED|1709287200|100|n01|5000\n"
               "2|COMPLETED|1709287230|100|" +
               second + "|6000\n";
    };
    const auto shared = read_logs({{"j.txt", jobs("n01")}});
    CHECK(shared.says("the same electricity may be in both: job 1 (j.txt, row 2) and job 2 (j.txt, row 3)"));
    const auto apart = read_logs({{"j.txt", jobs("n02")}});
    REQUIRE(apart.logs);
    CHECK(apart.joules() == 11'000);
    for (const char* nodes : {"n[01-04]", "m1,n[1,3]", "n1,n2"})
        CHECK(read_logs({{"j.txt", jobs(nodes)}}).says("the same electricity may be in both"));
    for (const char* nodes : {"n[02-04]", "m[1-9]", "n[2,3],m1", "node1"})
        CHECK(read_logs({{"j.txt", jobs(nodes)}}).logs);
}

TEST_CASE("lists of nodes in brackets that share some nodes, or none") {
    using lca::logs::share_a_node;
    CHECK(share_a_node("n[1-4]", "n[2-3]"));
    CHECK(share_a_node("n[1-4,9],login", "login"));
    CHECK(share_a_node("n[1-4,9],login", "n9"));
    CHECK(share_a_node("r1n[1-2]", "r1n2"));
    CHECK_FALSE(share_a_node("n[1-4]", "n[5-9]"));
    CHECK_FALSE(share_a_node("n[1-4]", "m[1-4]"));
    CHECK_FALSE(share_a_node("login", "login2"));
    CHECK_FALSE(share_a_node("n[1-4", "n2"));  // not closed: a name of its own
    CHECK_FALSE(share_a_node("", "n2"));
}

TEST_CASE("sacct: a job of two files counts once, and so do the devices of a job that a board log measured") {
    const std::string job = "JobID|State|Start|ElapsedRaw|AllocTRES\n1|COMPLETED|1709287200|100|gres/gpu=1\n";
    const std::string again =
        "JobID|State|ElapsedRaw|Start|AllocTRES\n1|COMPLETED|100|1709287200|gres/gpu=1\n";
    CHECK(read_logs({{"a.txt", job}, {"b.txt", again}})
              .says("the same job appears twice: job 1 (a.txt, row 2) and job 1 (b.txt, row 2)"));
    const auto one = read_logs({{"a.txt", job}, {"b.txt", again}}, {.overlap = lca::Overlap::first});
    REQUIRE(one.logs);
    CHECK(one.logs->runs.size() == 1);
    const std::string boards =
        "timestamp, index, power.draw [W]\n2024/03/01 10:00:00.000, 0, 50\n2024/03/01 10:01:30.000, 0, 50\n";
    const lca::TimeZone utc = lca::TimeZone::fixed({}, "UTC");
    const auto both = read_logs({{"a.txt", job}, {"p.csv", boards}}, {.zone = &utc});
    CHECK(both.says("the same time of devices may be in both"));
    const auto measured =
        read_logs({{"a.txt", job}, {"p.csv", boards}}, {.zone = &utc, .overlap = lca::Overlap::largest});
    REQUIRE(measured.logs);
    CHECK(measured.joules() == 4500);  // 50 W over 90 s
    CHECK(measured.logs->runs.size() == 1);
}

TEST_CASE("sacct: what cannot be") {
    const auto messages = [](const std::string& text) { return read_logs({{"j.txt", text}}).messages; };
    const auto has = [](const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    };
    const std::string head = "JobID|State|Start|ElapsedRaw|ConsumedEnergyRaw\n";
    CHECK(has(messages(head + "1|COMPLETED||5|1\n1|COMPLETED||5|1\n"),
              "j.txt:3:1: error: column `JobID`: job `1` appears twice, first in row 2"));
    CHECK(has(messages(head + "1|COMPLETED||5|x\n"), "`x` is not an energy"));
    CHECK(has(messages(head + "1|COMPLETED||five|1\n"), "column `ElapsedRaw`"));
    CHECK(has(messages(head + "1|COMPLETED|yesterday|5|1\n"), "`yesterday` is not a date and time"));
    CHECK(has(messages("JobID|State\n1|COMPLETED\n"), "there is neither `ElapsedRaw` nor `Elapsed`"));
    CHECK(has(messages("JobID|Elapsed\n1|5\n"), "`5` is not a time"));
}

TEST_CASE("sacct: a last line that was cut is left out") {
    const auto read = read_logs({{"s.txt",
                                  "JobID|State|Start|Elapsed|NNodes|ConsumedEnergy\n"
                                  "7|COMPLETED|2025-05-01T08:00:00|00:10:00|1|4.5M\n"
                                  "8|COMPLETED|2025-05-01T09:00:00|00:10:00|1|4.5"}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(4.5e6));
    CHECK(read.notes("row 3", "cut off while it was written"));
}
