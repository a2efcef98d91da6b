// Data files that a scenario names.

#include "models/values/data_files.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <memory>
#include <string>

#include "lca/base/file.hpp"
#include "lca/document/load.hpp"
#include "tests/lca/base/folder.hpp"

TEST_CASE("only files count against the limit of files, not the arguments of a sweep or a table") {
    const lca::test::Folder folder;
    std::ofstream(folder / "load.csv") << "time,load\n2022-03-11T00:00:00Z,0.5\n";
    lca::Sources sources;
    const std::uint32_t scenario =
        sources.add({.name = folder / "a.yaml", .text = "load: {series: load.csv}\n", .sha256 = "a"});
    for (std::size_t i = 0; i <= lca::Limits::files; ++i)
        sources.add({.name = "--set", .text = "1.2", .sha256 = {}, .kind = lca::Source::Kind::argument});
    lca::Diagnostics diagnostics;
    const std::unique_ptr<lca::Document> document = lca::load_text(scenario, sources, diagnostics);
    REQUIRE(document);
    load_data_files(*document, sources, diagnostics);
    INFO(lca::render(diagnostics, sources));
    CHECK(!diagnostics.has_errors());
    const auto file = data_file(document->root().find("load").find("series"), sources);
    REQUIRE(file);
    CHECK(sources.files() == std::vector<std::uint32_t>{scenario, *file});
}
