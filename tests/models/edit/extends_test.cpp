// Files that build on others, and variants of a file.

#include <doctest/doctest.h>

#include <filesystem>

#include "lca/base/file.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace {

/// A folder of its own, gone at the end.
class Folder {
public:
    Folder()
        : path_(std::filesystem::temp_directory_path() /
                ("lca-extends-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
        std::filesystem::create_directories(path_ / "below");
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string write(const std::string& name, const std::string& text) const {
        const std::string path = (path_ / name).string();
        lca::write_file(path, text);
        return path;
    }

private:
    std::filesystem::path path_;
};

const std::string base =
    "lca: 1\ntitle: Base\nsource: {title: Paper, year: 2023}\n"
    "parameters:\n  energy: {value: 10 kWh, uncertainty: {distribution: normal, cv: 10 %}, note: measured}\n "
    " unused: 1 W\n"
    "sites:\n  here: {grid: {intensity: 100 gCO2e/kWh}, pue: 2}\n"
    "activities:\n  run: {stage: training, site: here, dynamic: {energy: =energy}}\n"
    "what_if:\n  clean: {set: {sites.here.grid.intensity: 50 gCO2e/kWh}}\n  cool: {remove: "
    "[sites.here.pue]}\n"
    "  broken: {set: {sites.here.pue: 0.5}}\n";

std::unique_ptr<lca::Model> compile(lca::Session& session, const std::string& path,
                                    std::string_view what_if = {},
                                    const std::vector<lca::Edit>& changes = {}) {
    return session.compile_file(path, what_if, changes);
}

double total(const lca::Model& model) {
    return lca::PointResult(model).value("total").value.value();
}

}  // namespace

TEST_CASE("keys given here win, down to the keys of an entry; values are replaced whole") {
    const Folder folder;
    folder.write("base.yaml", base);
    const std::string path =
        folder.write("below/over.yaml",
                     "lca: 1\nextends: ../base.yaml\ntitle: Over\nsource: {title: Own}\n"
                     "parameters:\n  energy: {value: 20 kWh}\nsites: {here: {pue: 1.5}}\n");
    lca::Session session(lca::embedded_catalogue());
    const auto model = compile(session, path);
    REQUIRE_MESSAGE(model != nullptr, session.messages());
    CHECK(model->scenario.title == "Over");
    CHECK(model->scenario.source == "Own");  // not "Own (2023)"
    CHECK(model->scenario.parameters.at(0).value->uncertainty == nullptr);
    CHECK(model->scenario.parameters.at(0).value->note.empty());
    CHECK(total(*model) == doctest::Approx(20 * 1.5 * 0.1));  // kgCO2e: the grid is still the base's
    CHECK_FALSE(model->document->root().find("extends"));
}

TEST_CASE("a chain of files, each relative to the one that names it") {
    const Folder folder;
    folder.write("base.yaml", base);
    folder.write("below/middle.yaml", "lca: 1\nextends: ../base.yaml\nsites: {here: {pue: 3}}\n");
    const std::string path = folder.write("top.yaml", "lca: 1\nextends: below/middle.yaml\n");
    lca::Session session(lca::embedded_catalogue());
    const auto model = compile(session, path);
    REQUIRE_MESSAGE(model != nullptr, session.messages());
    CHECK(total(*model) == doctest::Approx(10 * 3 * 0.1));
    CHECK(session.sources().size() >= 3);
}

TEST_CASE("more files in a row than the limit") {
    const Folder folder;
    folder.write("f0.yaml", base);
    std::string path;
    for (std::size_t i = 1; i <= lca::Limits::extends_depth + 1; ++i) {
        path = folder.write("f" + std::to_string(i) + ".yaml",
                            "lca: 1\nextends: f" + std::to_string(i - 1) + ".yaml\n");
        lca::Session session(lca::embedded_catalogue());
        CHECK((compile(session, path) != nullptr) == (i <= lca::Limits::extends_depth));
    }
}

TEST_CASE("a file that is not there: thrown for the first, a located fault for those it names") {
    lca::Session session(lca::embedded_catalogue());
    CHECK_THROWS_AS(session.load("tests/bad/there-is-none.yaml"), lca::FileError);
    CHECK(session.load("tests/bad/i01_extends_missing_file.yaml") == nullptr);
    CHECK(session.messages().find("i01_extends_missing_file.yaml:1:10: error: cannot read") !=
          std::string::npos);
}

TEST_CASE("variants are changes to a copy") {
    const Folder folder;
    const std::string path = folder.write("base.yaml", base);
    lca::Session session(lca::embedded_catalogue());
    const auto document = session.load(path);
    CHECK(total(*session.compile(document)) == doctest::Approx(10 * 2 * 0.1));
    CHECK(total(*session.compile(document, "clean")) == doctest::Approx(10 * 2 * 0.05));
    CHECK(total(*session.compile(document, "cool")) == doctest::Approx(10 * 0.1));
    CHECK(session.compile(document, "clean")->variant == "clean");
    CHECK(total(*session.compile(document, "clean", {{"parameters.energy", "30 kWh"}})) ==
          doctest::Approx(30 * 2 * 0.05));
    CHECK(total(*session.compile(document)) == doctest::Approx(10 * 2 * 0.1));
}

TEST_CASE("a value from the command line says so") {
    const Folder folder;
    const std::string path = folder.write("base.yaml", base);
    lca::Session session(lca::embedded_catalogue());
    const auto model =
        session.compile(session.load(path), {}, {{"sites.here", "{grid: {intensity: 1 kgCO2e/kWh}}"}});
    REQUIRE_MESSAGE(model != nullptr, session.messages());
    CHECK(total(*model) == doctest::Approx(10));
    const auto input = model->calculation.input("sites.here.grid.intensity");
    REQUIRE(input);
    CHECK(input->origin == lca::Origin::argument);
}

TEST_CASE("what is wrong with a variant names it") {
    const Folder folder;
    const std::string path = folder.write("base.yaml", base);
    lca::Session session(lca::embedded_catalogue());
    const auto document = session.load(path);
    CHECK(session.compile(document, "broken") == nullptr);
    CHECK(session.messages().find("in the variant `broken`") != std::string::npos);

    lca::Session other(lca::embedded_catalogue());
    const auto again = other.load(path);
    CHECK(other.compile(again, "clen") == nullptr);
    CHECK(other.messages().find("did you mean `clean`?") != std::string::npos);

    lca::Session third(lca::embedded_catalogue());
    CHECK(third.compile(third.load(path), {}, {{"sites.her.pue", "1.2"}}) == nullptr);
    CHECK(third.messages().find("--set:1:1: error: `sites.her.pue` leads nowhere") != std::string::npos);

    lca::Session fourth(lca::embedded_catalogue());
    CHECK(fourth.compile(fourth.load(path), {}, {{"sites.here.pue", "0.5"}}) == nullptr);
    CHECK(fourth.messages().find("`sites.here.pue` is `0.5`, which is out of range") != std::string::npos);
}

TEST_CASE("validate looks at every variant, and says what the file has anyway once") {
    const Folder folder;
    const std::string path = folder.write("base.yaml", base);
    lca::Session session(lca::embedded_catalogue());
    CHECK_FALSE(session.validate(session.load(path)));
    CHECK(session.diagnostics().errors() == 1);
    std::size_t notes = 0;
    for (const lca::Fault& fault : session.diagnostics().sorted())
        notes += fault.severity == lca::Severity::note;
    CHECK(notes == 1);  // `unused`, though three variants were read
}
