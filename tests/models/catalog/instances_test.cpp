// The cloud instances of the built-in catalogue that lack their power or embodied figure, each with the
// reason: the list can only shrink.

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "models/catalog/embedded_reader.hpp"
#include "models/catalog/inventory.hpp"

namespace lca {
namespace {

constexpr const char* no_rating =
    "Amazon publishes no power of the chip, and no estimate with a source was found";
constexpr const char* no_card = "neither the power nor the die of the card was found in a source";

/// What is missing, and why.
struct Exception {
    bool power, embodied;
    const char* reason;
};

const std::map<std::string, Exception> exceptions{
    {"aws-g4ad-xlarge", {true, true, no_card}},
    {"aws-g4ad-2xlarge", {true, true, no_card}},
    {"aws-g4ad-4xlarge", {true, true, no_card}},
    {"aws-g4ad-8xlarge", {true, true, no_card}},
    {"aws-g4ad-16xlarge", {true, true, no_card}},
    {"aws-inf1-xlarge", {false, true, "neither memory nor die of Inferentia is in the source"}},
    {"aws-inf1-2xlarge", {false, true, "neither memory nor die of Inferentia is in the source"}},
    {"aws-inf1-6xlarge", {false, true, "neither memory nor die of Inferentia is in the source"}},
    {"aws-inf1-24xlarge", {false, true, "neither memory nor die of Inferentia is in the source"}},
    {"aws-inf2-xlarge", {true, false, no_rating}},
    {"aws-inf2-8xlarge", {true, false, no_rating}},
    {"aws-inf2-24xlarge", {true, false, no_rating}},
    {"aws-inf2-48xlarge", {true, false, no_rating}},
    {"aws-trn1-2xlarge", {true, false, no_rating}},
    {"aws-trn1-32xlarge", {true, false, no_rating}},
    {"aws-trn1n-32xlarge", {true, false, no_rating}},
    {"azure-nv4ads-v710-v5", {true, false, "the power of the card was found in no source"}},
    {"azure-nv8ads-v710-v5", {true, false, "the power of the card was found in no source"}},
    {"azure-nv12ads-v710-v5", {true, false, "the power of the card was found in no source"}},
    {"azure-nv24ads-v710-v5", {true, false, "the power of the card was found in no source"}},
    {"azure-nv28adms-v710-v5", {true, false, "the power of the card was found in no source"}},
    {"gcp-tpu7x-standard-4t",
     {false, true,
      "Google has published no footprint of TPU v7, and model board, of cards, "
      "gives a third of what Google finds for TPU v6e"}},
};

TEST_CASE(
    "every cloud instance has its power and its embodied figure, but for those named here with the reason") {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog(&embedded_catalogue(), sources, diagnostics);
    std::map<std::string, IncompleteInstance> incomplete;
    for (const IncompleteInstance& one : take_inventory(catalog).incomplete_instances)
        incomplete[one.id] = one;
    for (const auto& each : incomplete) {  // clang cannot capture a structured binding
        const std::string_view id = each.first;
        const IncompleteInstance& lacking = each.second;
        CAPTURE(id);
        CAPTURE(lacking.power);
        CAPTURE(lacking.embodied);
        CHECK_MESSAGE(exceptions.count(each.first) == 1,
                      "give its parts a figure with a source, or the reason here");
    }
    for (const auto& each : exceptions) {
        const std::string_view id = each.first;
        const auto& exception = each.second;
        CAPTURE(id);
        CAPTURE(exception.reason);
        const auto found = incomplete.find(std::string(id));
        const bool power = found != incomplete.end() && !found->second.power.empty();
        const bool embodied = found != incomplete.end() && !found->second.embodied.empty();
        CHECK_MESSAGE(power == exception.power, "known now: take it from the list");
        CHECK_MESSAGE(embodied == exception.embodied, "known now: take it from the list");
    }
}

}  // namespace
}  // namespace lca
