// Names that people have for hardware and grids, beside the ids of the catalogue.

#include "models/catalog/meant_entry.hpp"

#include <doctest/doctest.h>

#include "models/catalog/embedded.hpp"
#include "models/catalog/word_match.hpp"

namespace lca {
namespace {

struct BuiltIn {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog{&embedded_catalogue(), sources, diagnostics};
};

struct Row {
    const char* name;
    const char* id;
};

}  // namespace

TEST_CASE("names of drivers, of the catalogue and in other letters have one reading, the first suggestion") {
    BuiltIn it;
    const Row hardware[] = {
        // As `nvidia-smi` and `rocm-smi` print them.
        {"NVIDIA H100 80GB HBM3", "nvidia-h100-sxm"},
        {"NVIDIA H100 PCIe", "nvidia-h100-pcie"},
        {"NVIDIA A100-SXM4-80GB", "nvidia-a100-sxm4-80gb"},
        {"A100-SXM4-40GB", "nvidia-a100-sxm4-40gb"},
        {"NVIDIA A100 80GB PCIe", "nvidia-a100-pcie-80gb"},
        {"Tesla V100-SXM2-32GB", "nvidia-v100-sxm2-32gb"},
        {"Tesla T4", "nvidia-t4"},
        {"NVIDIA GeForce RTX 4090", "nvidia-rtx4090"},
        {"AMD Instinct MI300X", "amd-mi300x"},
        {"NVIDIA A800-SXM4-80GB", "nvidia-a800-sxm-80gb"},
        {"NVIDIA GH200 480GB", "nvidia-gh200"},
        {"NVIDIA B300 SXM6 AC", "nvidia-b300-sxm"},
        // The catalogue's own names, ids with the maker before them, other letters.
        {"NVIDIA H100 SXM5 80GB", "nvidia-h100-sxm"},
        {"nvidia-dgx-h100", "dgx-h100"},
        {"DGX H100", "dgx-h100"},
        {"tpu v4", "google-tpu-v4"},
        {"P5.48XLARGE", "aws-p5-48xlarge"},
    };
    for (const Row& row : hardware) {
        CAPTURE(row.name);
        CHECK(readings(it.catalog, Section::hardware, row.name) == std::vector<std::string>{row.id});
        CHECK(meant_entries(it.catalog, Section::hardware, row.name).at(0) == row.id);
    }
    const Row grids[] = {
        {"us-east-1", "aws/us-east-1"}, {"us-east1", "gcp/us-east1"}, {"france", "FRA"},
        {"eastus", "azure/eastus"},     {"Quebec", "CA-QC"},          {"aws us-east-1", "aws/us-east-1"}};
    for (const Row& row : grids) {
        CAPTURE(row.name);
        CHECK(readings(it.catalog, Section::grid, row.name) == std::vector<std::string>{row.id});
        CHECK(meant_entries(it.catalog, Section::grid, row.name).at(0) == row.id);
    }
}

TEST_CASE("a name that several boards bear the words of has all of them, though it is an alias of one") {
    BuiltIn it;
    using Ids = std::vector<std::string>;
    const auto of = [&](const char* name) { return readings(it.catalog, Section::hardware, name); };
    const Ids a100 = {"nvidia-a100-pcie-40gb", "nvidia-a100-pcie-80gb", "nvidia-a100-sxm4-40gb",
                      "nvidia-a100-sxm4-80gb"};
    CHECK(of("a100") == a100);
    CHECK(of("A100") == a100);
    CHECK(of("NVIDIA A100") == a100);
    CHECK(of("P100") == Ids{"nvidia-p100-pcie-16gb", "nvidia-p100-sxm2-16gb"});
    CHECK(of("v100").size() > 4);
    CHECK(of("a100 80gb") == Ids{"nvidia-a100-pcie-80gb", "nvidia-a100-sxm4-80gb"});
    // Said in full, or the only one.
    CHECK(of("A100-SXM4-80GB") == Ids{"nvidia-a100-sxm4-80gb"});
    CHECK(of("a40") == Ids{"nvidia-a40"});
    CHECK(of("DGX H100") == Ids{"dgx-h100"});
    CHECK(of("Intel Xeon Platinum 8480+") == Ids{"intel-xeon-platinum-8480"});
}

TEST_CASE("a name of several things, or of none, has no reading but near ones") {
    BuiltIn it;
    const auto first = [&](const char* name) {
        CHECK(readings(it.catalog, Section::hardware, name).empty());
        const auto meant = meant_entries(it.catalog, Section::hardware, name);
        return meant.empty() ? std::string() : meant.front();
    };
    CHECK(first("DGX A100") == "dgx-a100-320");
    CHECK(first("NVIDIA GH200 96GB") == "nvidia-gh200");
    CHECK(first("AMD Instinct MI300X OAM") == "amd-mi300x");
    CHECK(first("AMD EPYC 7763 64-Core Processor") == "amd-epyc-7763");
    CHECK(first("NVIDIA A800-SXM4-90GB") == "nvidia-a800-sxm-80gb");
    CHECK(first("nvidia-a100-sxm4-80g") == "nvidia-a100-sxm4-80gb");
    CHECK(first("qqqqqqqqqqqqqqqq").empty());
    for (const char* nothing : {"", " ", "NVIDIA", "gpu"}) {
        CAPTURE(nothing);
        CHECK(readings(it.catalog, Section::hardware, nothing).empty());
    }
}

TEST_CASE("numbers are met whole, short words where one begins") {
    CHECK(catalog::Words("us-east-1").all_in("aws/us-east-1"));
    CHECK_FALSE(catalog::Words("us-east-1").all_in("us-east/2021"));
    CHECK_FALSE(catalog::Words("us east 1").all_in("gcp/australia-southeast1"));
    CHECK_FALSE(catalog::Words("a10").all_in("nvidia-a100"));
    CHECK(catalog::Words("a100 80").all_in("nvidia-a100-sxm4-80gb"));
    CHECK(catalog::Words("7900 xtx").all_in("amd-rx7900xtx"));
    CHECK(catalog::Words("central").all_in("azure/francecentral"));
}

}  // namespace lca
