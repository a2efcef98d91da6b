// Figures of the built-in catalogue compared with each other and with second sources, kind by kind.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lca/document/node.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded_reader.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/region.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

struct Figures {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog{&embedded_catalogue(), sources, diagnostics};
    ValueReader values{sources, diagnostics};

    Node node(Section section, std::string_view id) {
        const auto found = catalog.find(section, id);
        REQUIRE_MESSAGE(found, std::string(id));
        return found->node();
    }
    Hardware hardware(std::string_view id) { return read_hardware(id, node(Section::hardware, id), values); }
};

double number(const AnyValue& given) {
    return given && given->literal ? given->literal->value : 0;
}

/// Dense peak of a precision in TFLOP/s; 0 where none is stated.
double peak(const Hardware& hardware, std::string_view precision) {
    for (const Hardware::Peak& one : hardware.peak) {
        if (one.precision == precision) return number(one.value) / 1e12;
    }
    return 0;
}

std::string text(Node node) {
    if (!node) return {};
    if (const Node value = node.is_map() ? node.find("value") : Node()) return std::string(value.text());
    return node.is_text() ? std::string(node.text()) : std::string();
}

/// fp32 is cores x clock x 2. So the peak of matrices over it is what a core does per clock: one number for
/// all products of an architecture, or half of it where the product is sold at half rate.
struct Architecture {
    const char* name;
    double full;  // peak fp16 over fp32
    std::vector<const char*> products, at_half_rate, reduced;
};

const std::vector<Architecture> architectures{
    {"Pascal, GP100", 2, {"nvidia-p100-pcie-16gb", "nvidia-p100-sxm2-16gb"}, {}, {}},
    {"Pascal, others", 1.0 / 64, {"nvidia-p40", "nvidia-p4", "nvidia-titan-xp"}, {}, {}},
    {"Volta",
     8,
     {"nvidia-v100-sxm2-16gb", "nvidia-v100-sxm2-32gb", "nvidia-v100-sxm3-32gb", "nvidia-v100-pcie-16gb",
      "nvidia-v100-pcie-32gb", "nvidia-v100s-pcie-32gb", "nvidia-v100-dgxs-32gb", "nvidia-titan-v"},
     {},
     {}},
    {"Turing",
     8,
     {"nvidia-t4", "nvidia-rtx2080ti", "nvidia-quadro-rtx6000", "nvidia-quadro-rtx8000"},
     {},
     {}},
    {"Ampere, GA100",
     16,
     {"nvidia-a100-sxm4-40gb", "nvidia-a100-sxm4-80gb", "nvidia-a100-pcie-40gb", "nvidia-a100-pcie-80gb",
      "nvidia-a800-sxm-80gb", "nvidia-a800-pcie-80gb"},
     {},
     {}},
    {"Ampere, others",
     4,
     {"nvidia-a10", "nvidia-a40", "nvidia-rtx-a4000", "nvidia-rtx-a5000", "nvidia-rtx-a6000",
      "nvidia-rtx3080", "nvidia-rtx3090", "nvidia-rtx3090ti"},
     {"nvidia-a10g"},
     {}},
    {"Ada",
     4,
     {"nvidia-rtx4070", "nvidia-rtx4080", "nvidia-rtx4090", "nvidia-l2", "nvidia-l4", "nvidia-l40s",
      "nvidia-rtx6000-ada"},
     {"nvidia-l40", "nvidia-l20"},
     {}},
    {"Hopper",
     14.8,
     {"nvidia-h100-sxm", "nvidia-h100-pcie", "nvidia-h100-nvl", "nvidia-h800-sxm", "nvidia-h200-sxm",
      "nvidia-gh200"},
     {},
     {"nvidia-h20"}},
    {"Blackwell", 30, {"nvidia-b200-sxm", "nvidia-gb200", "nvidia-b300-sxm", "nvidia-gb300"}, {}, {}},
    {"Blackwell, others",
     4,
     {"nvidia-rtx5080", "nvidia-rtx5090", "nvidia-rtx-pro-6000-server", "nvidia-rtx-pro-6000-workstation"},
     {},
     {}},
    {"CDNA to CDNA 3",
     8,
     {"amd-mi100", "amd-mi210", "amd-mi250", "amd-mi250x", "amd-mi300x", "amd-mi300a", "amd-mi308x",
      "amd-mi325x"},
     {},
     {}},
    {"CDNA 4", 16, {"amd-mi350x", "amd-mi355x"}, {}, {}},
    {"RDNA", 2, {"amd-radeon-pro-v520"}, {}, {}},
    {"RDNA 3", 2, {"amd-rx7900xtx", "amd-radeon-pro-v710"}, {}, {}},
    {"Xe-HPC", 16, {"intel-max1100", "intel-max1550"}, {}, {}},
};

TEST_CASE(
    "peaks within an architecture go by cores and clock: no vector figure stands where siblings have "
    "matrices") {
    Figures it;
    constexpr double apart = 0.15;  // boost clocks of matrices and vectors differ by so much
    std::set<std::string> seen;
    const auto rate = [&](const char* id) {
        seen.insert(id);
        const Hardware one = it.hardware(id);
        const double matrices = peak(one, "fp16");
        CAPTURE(id);
        REQUIRE(matrices > 0);
        REQUIRE(peak(one, "fp32") > 0);
        return matrices / peak(one, "fp32");
    };
    for (const Architecture& architecture : architectures) {
        CAPTURE(architecture.name);
        for (const char* id : architecture.products) {
            CHECK_MESSAGE(rate(id) == doctest::Approx(architecture.full).epsilon(apart), id);
        }
        for (const char* id : architecture.at_half_rate) {
            CHECK_MESSAGE(rate(id) == doctest::Approx(architecture.full / 2).epsilon(apart), id);
        }
        for (const char* id : architecture.reduced) CHECK(rate(id) < architecture.full / 2);
    }
    // Every new accelerator must be assigned to an architecture.
    for (const std::string& id : it.catalog.ids(Section::hardware)) {
        if (!id.starts_with("nvidia-") && !id.starts_with("amd-") && !id.starts_with("intel-")) continue;
        const Hardware one = it.hardware(id);
        if (peak(one, "fp16") == 0 || peak(one, "fp32") == 0) continue;
        CHECK_MESSAGE(seen.count(id) == 1, id);
    }
}

TEST_CASE("a shorter number is never slower: fp8 at least bf16 and fp16") {
    Figures it;
    for (const std::string& id : it.catalog.ids(Section::hardware)) {
        const Hardware one = it.hardware(id);
        const double fp8 = peak(one, "fp8");
        if (fp8 == 0) continue;
        CHECK_MESSAGE(fp8 >= std::max(peak(one, "bf16"), peak(one, "fp16")), id);
    }
}

TEST_CASE("the most that a device draws is what a second source says, where one is known") {
    // Specifications of GPUs in huggingface.js (MIT); AMD and Intel processors in CodeCarbon (MIT); the V100
    // SXM3 in listings of nvidia-smi.
    const std::map<std::string, double> watts{{"nvidia-p100-sxm2-16gb", 300},
                                              {"nvidia-p40", 250},
                                              {"nvidia-v100-sxm2-16gb", 300},
                                              {"nvidia-v100-sxm3-32gb", 350},
                                              {"nvidia-t4", 70},
                                              {"nvidia-rtx2080ti", 250},
                                              {"nvidia-gtx1080ti", 250},
                                              {"nvidia-a100-sxm4-80gb", 400},
                                              {"nvidia-a10", 150},
                                              {"nvidia-a40", 300},
                                              {"nvidia-rtx-a4000", 140},
                                              {"nvidia-rtx-a5000", 230},
                                              {"nvidia-rtx-a6000", 300},
                                              {"nvidia-rtx3090", 350},
                                              {"nvidia-rtx3090ti", 450},
                                              {"nvidia-rtx4070", 200},
                                              {"nvidia-rtx4080", 320},
                                              {"nvidia-rtx4090", 450},
                                              {"nvidia-l4", 72},
                                              {"nvidia-l20", 275},
                                              {"nvidia-l40", 300},
                                              {"nvidia-l40s", 350},
                                              {"nvidia-h20", 400},
                                              {"nvidia-h100-sxm", 700},
                                              {"nvidia-h200-sxm", 700},
                                              {"nvidia-b200-sxm", 1000},
                                              {"amd-mi100", 300},
                                              {"amd-mi210", 300},
                                              {"amd-mi300x", 750},
                                              {"amd-rx7900xtx", 355},
                                              {"amd-epyc-7763", 280},
                                              {"amd-epyc-9654", 360},
                                              {"amd-epyc-9754", 360},
                                              {"intel-xeon-platinum-8480", 350},
                                              {"intel-xeon-platinum-8380", 270}};
    Figures it;
    for (const auto& one : watts)
        CHECK_MESSAGE(number(it.hardware(one.first).power_max) == one.second, one.first);
}

/// What the accelerators in a machine draw at most, those in machines that it is made of, too.
double accelerators_in(Figures& it, const Hardware& machine, int depth = 0) {
    constexpr int max_depth = 4;  // a rack of trays of boards of accelerators
    REQUIRE(depth < max_depth);
    double sum = 0;
    const auto add = [&](const Reference& inner, const Value<unit::None>& count) {
        const Hardware one = it.hardware(inner.text);
        const double each = one.kind == HardwareKind::accelerator ? number(one.power_max)
                                                                  : accelerators_in(it, one, depth + 1);
        sum += each * (count && count->literal ? count->literal->value : 1);
    };
    for (const Hardware::IncludedAccelerator& held : machine.included_accelerators)
        add(held.hardware, held.count);
    for (const Component& part : machine.parts) add(part.hardware, part.count);
    return sum;
}

TEST_CASE("a machine draws at least what its accelerators draw") {
    Figures it;
    int machines = 0;
    for (const std::string& id : it.catalog.ids(Section::hardware)) {
        const Hardware machine = it.hardware(id);
        if (!machine.power_max || machine.kind == HardwareKind::accelerator) continue;
        const double sum = accelerators_in(it, machine);
        machines += sum > 0 ? 1 : 0;
        CHECK_MESSAGE(number(machine.power_max) >= sum, id);
    }
    CHECK(machines >= 17);
}

TEST_CASE("memory modules are sold by binary sizes, and the model of a server counts all of them") {
    Figures it;
    for (const std::string& id : it.catalog.ids(Section::hardware)) {
        const Node node = it.node(Section::hardware, id);
        const Node embodied = node.find("embodied");
        if (!embodied || !embodied.is_map() || !embodied.find("model")) continue;
        if (embodied.find("model").text() != "server" || !embodied.find("memory")) continue;
        // "2048 GB" as labelled is 2048 GiB.
        std::string labelled = text(embodied.find("memory"));
        REQUIRE_MESSAGE(labelled.ends_with(" GB"), id);
        labelled.replace(labelled.size() - 2, 2, "GiB");
        CHECK_MESSAGE(text(node.find("memory")) == labelled, id);
    }
}

TEST_CASE("a grid's year is that of its figures, not of the page") {
    Figures it;
    const auto grams = [&](std::string_view id) {
        const GridEntry grid = read_grid(id, it.node(Section::grid, id), it.values);
        return number(grid.intensity[index_of::climate]) * 3.6e6 * 1000;
    };
    // UK government conversion factors of each year, electricity generated.
    CHECK(grams("GB-DESNZ/2024") == doctest::Approx(207.05));
    CHECK(grams("GB-DESNZ/2025") == doctest::Approx(177.00));
    CHECK(grams("GB-DESNZ/2026") == doctest::Approx(130.96));
    for (const std::string& id : it.catalog.ids(Section::grid)) {
        const Node node = it.node(Section::grid, id);
        if (!node.find("source") || !node.find("intensity")) continue;
        const std::string source = text(node.find("source"));
        const std::string year = text(node.find("year"));
        // Green Algorithms quotes figures of 2019 and 2020; eGRID bears the year of its data in its name.
        if (source == "greenalg") CHECK_MESSAGE((year == "2019" || year == "2020"), id);
        if (source.starts_with("egrid")) CHECK_MESSAGE(year == source.substr(5), id);
        if (source == "epa_hub2026") CHECK_MESSAGE(year == "2024", id);
        if (source == "eccc2026") CHECK_MESSAGE(year == "2024", id);
    }
}

TEST_CASE("every embodied figure of the catalogue says its basis, or that nobody does") {
    Figures figures;
    std::size_t known = 0, all = 0;
    for (const std::string& id : figures.catalog.ids(Section::hardware)) {
        const Node node = figures.node(Section::hardware, id);
        if (!node.find("embodied")) continue;
        ++all;
        const EmbodiedBasis basis = read_embodied_basis(node);
        const Node said = node.find("embodied_basis");
        CHECK_MESSAGE((!basis.covers.empty() || (said && said.find("covers"))), id);
        CHECK_MESSAGE((!basis.method.empty() || (said && said.find("method"))), id);
        known += basis.known() ? 1 : 0;
    }
    CHECK(all > 150);
    CHECK(known > 140);
    // From the pages of their sources: a vendor's footprint, an assessment by others, both of the making
    // alone.
    CHECK(figures.hardware("nvidia-h100-sxm").basis.method == "vendor");
    CHECK(figures.hardware("nvidia-h200-sxm").basis.method == "assessment");
    CHECK(figures.hardware("nvidia-l4").basis.covers == "cradle_to_gate_and_end_of_life");
    CHECK(figures.hardware("dell-r640").basis.covers == "cradle_to_grave_without_use");
    CHECK(figures.hardware("nvidia-a100-sxm4-80gb").basis.covers == "");
}

TEST_CASE("the warming potentials of a figure are those of its source") {
    Figures figures;
    const auto of = [&](std::string_view grid) {
        return gwp_of_source(figures.catalog, figures.node(Section::grid, grid), "intensity");
    };
    CHECK(of("GB-DESNZ/2025") == "AR5");
    CHECK(of("US-CA/2023") == "AR5");  // eGRID2023 is the first eGRID with those of AR5
    CHECK(of("US-CAMX/2022") == "AR4");
    CHECK(of("FRA/2024") == "");
}

}  // namespace
}  // namespace lca
