// The documents of the language: its page, its schema, and the scenario to start from.
#include "analyses/language/language.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/language/templates.hpp"

using namespace lca;

TEST_CASE("the schema is JSON Schema that knows the keys of a scenario") {
    Session session(embedded_catalogue());
    const nlohmann::json schema = nlohmann::json::parse(language_schema(session));
    CHECK(schema.at("$schema") == "http://json-schema.org/draft-07/schema#");
    CHECK(schema.at("title") == "lca scenario, version 1");
    const nlohmann::json& definitions = schema.at("definitions");
    CHECK(definitions.at("scenario").at("properties").contains("activities"));
    CHECK_FALSE(definitions.at("scenario").contains("anyOf"));
    const auto& hardware = definitions.at("known_hardware").at("enum");
    CHECK(std::count(hardware.begin(), hardware.end(), "nvidia-h100-sxm") == 1);
    const auto& grids = definitions.at("known_grid").at("enum");
    CHECK(std::count(grids.begin(), grids.end(), "FRA") == 1);
    CHECK(std::count(grids.begin(), grids.end(), "FRA/2022") == 0);
}

TEST_CASE("the page explains the keys of an activity") {
    const std::string page = language_reference();
    CHECK(page.find("| `device_time`") != std::string::npos);
}

TEST_CASE("the template evaluates as it is, and so do its what-ifs") {
    for (const char* what_if : {"", "world_grid", "longer_life"}) {
        Session session(embedded_catalogue());
        const auto document = session.load_text("start.yaml", std::string(scenario_template()));
        REQUIRE(document);
        CHECK(session.compile(document, what_if));
        CHECK_MESSAGE(!session.failed(), session.messages());
    }
}
