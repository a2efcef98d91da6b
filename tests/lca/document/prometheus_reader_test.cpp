// The text format of Prometheus, sample by sample.

#include "lca/document/prometheus_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>

namespace {

struct Read {
    std::string samples, messages;
};

Read read(const std::string& text) {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    lca::TextBytes bytes(text);
    lca::PrometheusReader samples(bytes, sources.add({.name = "m.prom", .text = {}, .sha256 = {}}),
                                  diagnostics);
    Read read;
    while (const lca::PrometheusSample* sample = samples.next()) {
        read.samples += sample->name;
        for (const auto& label : sample->labels)
            read.samples += fmt::format(" {}<{}>", label.name, label.value);
        read.samples += fmt::format(" {}", sample->value);
        if (sample->milliseconds) read.samples += fmt::format(" @{}", *sample->milliseconds);
        read.samples += '\n';
    }
    read.messages = lca::render(diagnostics, sources);
    return read;
}

}  // namespace

TEST_CASE("names, labels, values and stamps") {
    const Read found = read(
        "# HELP x Energy.\n# TYPE x counter\n\n"
        "x 5\r\n"
        "a:b{gpu=\"0\", note=\"a \\\"b\\\" \\\\ c\\nd\",} 1.5e3 1709287200000\n"
        "  y { } NaN\n"
        "z{k=\"}\"} +Inf -5\n"
        "w -Inf # {trace=\"1\"} 2\n");
    CHECK(found.messages.empty());
    CHECK(found.samples ==
          "x 5\na:b gpu<0> note<a \"b\" \\ c\nd> 1500 @1709287200000\ny nan\nz k<}> inf @-5\nw -inf\n");
}

TEST_CASE("a line that is not a sample, with its place; the others are read") {
    const Read found =
        read("x 1\ny{a=\"1\" b=\"2\"} 1\nz{a=1} 1\n{} 1\nw\nv 1e400\nu 1 2.5\nt{a=\"1\",a=\"2\"} 3\ns 9\n");
    CHECK(found.samples == "x 1\ns 9\n");
    for (const std::string_view message :
         {"m.prom:2:9: error: labels that go on without a comma",
          "m.prom:3:5: error: a label's value is not in", "m.prom:4:1: error: no name of a metric",
          "m.prom:5:2: error: no value", "m.prom:6:3: error: a value that is out of range",
          "m.prom:7:5: error: a time stamp that is not a whole",
          "m.prom:8:9: error: a label appears twice"}) {
        CAPTURE(found.messages);
        CAPTURE(message);
        CHECK(found.messages.find(message) != std::string::npos);
    }
}

TEST_CASE("a scrape that was cut") {
    const Read found = read("x 1\ny{a=\"1");
    CHECK(found.samples == "x 1\n");
    CHECK(found.messages ==
          "m.prom:2:1: warning: the file is cut off in the middle of a line; it is read up to there\n");
    // A whole line to look at, of whose stamp digits are missing.
    CHECK(read("x 1\nx 2 17092872").samples == "x 1\n");
}

TEST_CASE("a label by its name") {
    lca::PrometheusSample sample{.name = "x", .labels = {{"a", "1"}, {"b", ""}}, .milliseconds = {}};
    CHECK(sample.label("a") == "1");
    CHECK(sample.label("b").empty());
    CHECK(sample.label("c").empty());
}
